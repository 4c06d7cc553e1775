"""Dots with intervals; what is undefined says so and is not drawn at nought."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.intervals import MOST_OUTLETS, Panel, draw_intervals

ROWS = pd.DataFrame(
    [
        ("Own", "length", 17.5, 12.0, 23.0),
        ("Foreign", "length", np.nan, np.nan, np.nan),
        ("Own", "share", 0.19, 0.1, 0.3),
        ("Foreign", "share", 0.05, np.nan, np.nan),
    ],
    columns=["outlet", "measure", "value", "low", "high"],
)
PANELS = [Panel("length", "words per sentence"), Panel("share", "quoted", percent=True)]


@pytest.fixture
def axes(styles):
    return [axes for axes in draw_intervals(ROWS, PANELS, styles).axes if axes.axison]


def dots(axes):
    return {float(line.get_ydata()[0]): line for line in axes.lines if line.get_marker() == "o"}


def test_each_measure_has_a_panel_with_its_label(axes, written):
    assert written(axes[0].figure.axes[0]) == ["words per sentence", "quoted"]
    assert [label.get_text() for label in axes[0].get_yticklabels()] == ["Own", "Foreign"]


def test_what_is_undefined_is_written_and_not_drawn(axes, written):
    assert list(dots(axes[0])) == [0.0]
    assert set(written(axes[0])) == {"17.5", "n/a"}


def test_shares_are_percentages(axes, written):
    assert set(written(axes[1])) == {"19 %", "5 %"}
    assert axes[1].get_xlim()[0] == 0


def test_an_interval_is_as_wide_as_its_numbers(axes):
    bars = [tuple(line.get_xdata()) for line in axes[0].lines if line.get_marker() != "o"]
    assert bars == [(12.0, 23.0)]


def test_foreign_wording_is_hollow(axes):
    faces = {y: to_hex(dot.get_markerfacecolor()) for y, dot in dots(axes[1]).items()}
    assert faces == {0.0: "#0072b2", 1.0: "#ffffff"}


def test_values_stand_in_a_column_at_the_level_of_their_outlet(axes):
    places = {text.get_text(): text.get_position() for text in axes[1].texts}
    assert {text: y for text, (_, y) in places.items()} == {"19 %": 0, "5 %": 1}
    assert len({x for x, _ in places.values()}) == 1
    assert places["19 %"][0] > 1


@pytest.mark.parametrize(("count", "lines"), [(2, [2]), (4, [4]), (5, [3, 2]), (7, [4, 3]), (9, [3, 3, 3])])
def test_panels_are_shared_out_evenly_over_the_lines(count, lines, styles):
    panels = [Panel("length", f"measure {i}") for i in range(count)]
    drawn = [axes for axes in draw_intervals(ROWS, panels, styles).axes if axes.axison]
    tops = [round(axes.get_position().y1, 3) for axes in drawn]
    assert [tops.count(top) for top in sorted(set(tops), reverse=True)] == lines


@pytest.mark.parametrize("count", [1, 2, 5, 12, MOST_OUTLETS])
def test_nothing_overlaps_or_is_cut(count, many_outlets, legible):
    names, styles = many_outlets(count)
    sizes = {"words per sentence": 18, "Flesch-Kincaid grade": 11, "MTLD (words)": 95, "MATTR, 50 words": 0.78,
             "HD-D": 0.83, "quoted": 0.25, "words of attribution": 0.12}  # fmt: skip
    rows = [
        (name, measure, *(np.nan if (i + j) % 7 == 3 else size * (1 + i % 9 / 30) * share for share in (1, 0.8, 1.1)))
        for i, name in enumerate(names) for j, (measure, size) in enumerate(sizes.items())
    ]  # fmt: skip
    panels = [Panel(measure, measure, percent=size < 0.5) for measure, size in sizes.items()]
    drawing = draw_intervals(pd.DataFrame(rows, columns=ROWS.columns), panels, styles)
    legible(drawing)
    drawing.canvas.draw()
    for axes in drawing.axes:
        if axes.axison:
            boxes = [text.get_window_extent() for text in axes.texts]
            marks = [line.get_window_extent() for line in axes.lines]
            assert not any(box.overlaps(mark) for box in boxes for mark in marks)
