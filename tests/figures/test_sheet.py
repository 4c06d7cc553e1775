"""Text measured by its letters fits its place."""

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.sheet import ELLIPSIS, cut_labels, cut_text, sheet, text_width, wrap_text
from analysis.figures.style import STYLE, WIDTH

TEXTS = ["about 200", "北京北京北京", "Donaudampfschifffahrtsgesellschaft", "costs $5 and $6", "бывший офицер"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.filterwarnings("ignore:Glyph")
def test_the_measure_is_the_width_that_is_drawn(text, bold):
    with mpl.rc_context(STYLE):
        drawing, axes = sheet(1.0)
        drawn = axes.text(0, 0, text, size=9, weight="bold" if bold else "normal")
    inches = drawn.get_window_extent(drawing.canvas.get_renderer()).width / drawing.dpi
    assert text_width(text, 9, bold=bold) == pytest.approx(inches, rel=0.08)


@given(st.text(max_size=80), st.floats(0.2, 3), st.integers(1, 4))
def test_lines_fit_and_are_not_more_than_allowed(text, inches, most):
    lines = wrap_text(text, inches, 9, most)
    assert len(lines) <= most
    assert all(text_width(line, 9) <= inches + 1e-9 or len(line) <= 1 for line in lines)


@given(st.text(alphabet="ab cde", max_size=80))
def test_without_a_limit_every_letter_is_kept(text):
    assert "".join(wrap_text(text, 0.5, 9)).replace(" ", "") == "".join(text.split())


def test_what_is_left_out_is_marked():
    assert wrap_text("one two three four", 0.5, 9, 1)[0].endswith(ELLIPSIS)
    assert cut_text("one two three four", 0.5, 9).endswith(ELLIPSIS)
    assert cut_text("one", 0.5, 9) == "one"
    assert wrap_text(" \n ", 0.5, 9) == []


def test_a_sheet_is_measured_in_inches_from_the_top_left():
    drawing, axes = sheet(3.0)
    assert axes.get_xlim() == (0, WIDTH)
    assert axes.get_ylim() == (3, 0)
    assert tuple(drawing.get_size_inches()) == (WIDTH, 3)


def test_labels_that_begin_alike_are_cut_in_the_middle():
    paper = "The Harbour and Inland Waterways Gazette"
    north, south, other = cut_labels([f"{paper} North", f"{paper} South", "Echo"], 1.5, 9)
    assert (north[-5:], south[-5:], other) == ("North", "South", "Echo")
    assert north.startswith("The Harb")
    assert max(text_width(text, 9) for text in (north, south)) <= 1.5
