"""One look: labels are cut, never interpreted."""

import pytest

from analysis.figures.style import STYLE, WIDTH, bare, figure, shortened


@pytest.mark.parametrize(
    ("text", "expected"), [("short", "short"), ("exactly ten", "exactly ten"), ("twelve words", "twelve wor…")]
)
def test_a_long_label_is_cut_to_its_room(text, expected):
    assert shortened(text, 11) == expected
    assert len(shortened(text, 11)) <= 11


def test_no_space_stands_before_the_dots():
    assert shortened("The Daily Chronicle", 5) == "The…"


def test_a_figure_has_the_width_of_the_page_and_the_height_asked_for():
    assert tuple(figure(3.5).get_size_inches()) == (WIDTH, 3.5)


def test_a_dollar_sign_stays_one():
    assert STYLE["text.parse_math"] is False


def test_bare_axes_show_no_frame():
    axes = figure(1).add_subplot()
    bare(axes)
    assert not axes.axison
