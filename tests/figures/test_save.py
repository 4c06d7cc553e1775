"""Pictures repeat to the byte and say nothing of when and with what they were made."""

import pytest

from analysis.figures.save import METADATA, PNG_DPI, picture
from analysis.figures.style import WIDTH, figure


def drawing():
    made = figure(2)
    axes = made.add_subplot()
    axes.plot([0, 1], [0, 1], label="$x^2$ costs $5")
    axes.legend()
    return made


@pytest.mark.parametrize("form", sorted(METADATA))
def test_the_same_drawing_gives_the_same_bytes(form):
    assert picture(drawing(), form) == picture(drawing(), form)


def test_the_forms_are_what_they_say():
    starts = {form: picture(drawing(), form)[:5] for form in METADATA}
    assert starts == {"svg": b"<?xml", "png": b"\x89PNG\r", "pdf": b"%PDF-"}


@pytest.mark.parametrize("form", sorted(METADATA))
def test_no_date_and_no_program_is_in_a_picture(form):
    content = picture(drawing(), form).lower()
    assert b"matplotlib v" not in content
    assert b"creationdate" not in content
    assert b"<dc:date>" not in content


def test_a_png_is_fit_for_print():
    content = picture(drawing(), "png")
    width = int.from_bytes(content[16:20], "big")
    assert width == WIDTH * PNG_DPI >= 2400


def test_forms_made_of_one_drawing_do_not_depend_on_each_other():
    made = drawing()
    assert [picture(made, form) for form in ("svg", "png")] == [picture(made, form) for form in ("svg", "png")]
