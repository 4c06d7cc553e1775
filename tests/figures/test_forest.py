"""Log ratios with intervals: coloured where distinctive, grey where not, hollow where the wording is foreign."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.forest import GREY, draw_forest

COLUMNS = ["article", "outlet", "term", "count", "log_ratio", "log_ratio_low", "log_ratio_high", "verdict"]
ROWS = pd.DataFrame(
    [
        ("one", "Own", "harbour", 7, 3.0, 1.0, 5.0, "distinctive"),
        ("one", "Own", "costs $5", 1, 1.0, -2.0, 4.0, "too few to say"),
        ("two", "Foreign", "assembly", 9, 2.0, 1.0, 3.0, "distinctive"),
    ],
    columns=COLUMNS,
)


@pytest.fixture
def panels(styles):
    return [axes for axes in draw_forest(ROWS, styles).axes if axes.axison]


def test_each_article_has_a_panel(panels):
    assert [axes.get_title(loc="left") for axes in panels] == ["one", "two"]


def test_terms_are_labelled_with_their_counts_the_first_on_top(panels):
    ticks = dict(zip(panels[0].get_yticks(), [t.get_text() for t in panels[0].get_yticklabels()], strict=True))
    assert [ticks[y] for y in sorted(ticks, reverse=True)] == ["harbour  7×", "costs $5  1×"]


def dots(axes):
    return [line for line in axes.lines if line.get_marker() == "o"]


def test_dots_and_intervals_are_the_numbers(panels):
    assert [float(dot.get_xdata()[0]) for dot in dots(panels[0])] == [3.0, 1.0]
    bars = [
        tuple(line.get_xdata()) for line in panels[0].lines if line.get_marker() == "None" and line.get_linewidth() > 1
    ]
    assert bars == [(1.0, 5.0), (-2.0, 4.0)]


def test_every_interval_lies_on_the_scale(panels):
    for axes in panels:
        low, high = axes.get_xlim()
        assert low <= -2
        assert high >= 5


def test_colour_says_distinctive_and_hollow_says_foreign(panels):
    first, second = dots(panels[0])
    (foreign,) = dots(panels[1])
    assert [to_hex(dot.get_color()) for dot in (first, second, foreign)] == ["#0072b2", GREY, "#d55e00"]
    assert to_hex(first.get_markerfacecolor()) == "#0072b2"
    assert to_hex(foreign.get_markerfacecolor()) == "#ffffff"


def test_one_article_is_one_panel(styles):
    drawing = draw_forest(ROWS[ROWS["article"] == "two"], styles)
    assert len([axes for axes in drawing.axes if axes.axison]) == 1
