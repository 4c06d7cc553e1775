"""Dots with intervals; what is undefined says so and is not drawn at nought."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.intervals import Panel, draw_intervals

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


def test_each_measure_has_a_panel_with_its_label(axes):
    assert [one.get_title(loc="left") for one in axes] == ["words per sentence", "quoted"]
    assert [label.get_text() for label in axes[0].get_yticklabels()] == ["Own", "Foreign"]


def test_what_is_undefined_is_written_and_not_drawn(axes, written):
    assert list(dots(axes[0])) == [0.0]
    assert written(axes[0]) == ["17.5", "n/a"] or set(written(axes[0])) == {"17.5", "n/a"}


def test_shares_are_percentages(axes, written):
    assert set(written(axes[1])) == {"19 %", "5 %"}
    assert axes[1].get_xlim()[0] == 0


def test_an_interval_is_as_wide_as_its_numbers(axes):
    bars = [tuple(line.get_xdata()) for line in axes[0].lines if line.get_marker() != "o"]
    assert bars == [(12.0, 23.0)]


def test_foreign_wording_is_hollow(axes):
    faces = {y: to_hex(dot.get_markerfacecolor()) for y, dot in dots(axes[1]).items()}
    assert faces == {0.0: "#0072b2", 1.0: "#ffffff"}
