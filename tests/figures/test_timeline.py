"""Dates as intervals: a known day is a dot, a span a bar."""

from datetime import date

import pandas as pd
import pytest
from matplotlib.dates import date2num

from analysis.figures.timeline import MOST_ROWS, draw_timeline

COLUMNS = ["article", "outlet", "published", "first_day", "last_day"]
ROWS = pd.DataFrame(
    [
        ("month", "Foreign", "2019-02", "2019-02-01", "2019-02-28"),
        ("day", "Own", "2019-02-05", "2019-02-05", "2019-02-05"),
    ],
    columns=COLUMNS,
)


@pytest.fixture
def axes(styles):
    return draw_timeline(ROWS, styles).axes[0]


def test_the_earliest_is_on_top_with_its_date_as_recorded(axes, written):
    assert [label.get_text() for label in axes.get_yticklabels()] == ["day", "month"]
    assert set(written(axes)) == {"2019-02", "2019-02-05"}


def test_a_known_day_is_a_dot_and_a_span_a_bar_from_first_to_last(axes):
    (dot,) = [line for line in axes.lines if line.get_marker() == "o"]
    assert dot.get_xdata()[0] == date2num(date(2019, 2, 5))
    (bar,) = axes.patches
    assert bar.get_x() == date2num(date(2019, 2, 1))
    assert bar.get_x() + bar.get_width() == date2num(date(2019, 3, 1))
    assert bar.get_hatch()


def test_every_date_lies_within_the_axes(axes):
    low, high = axes.get_xlim()
    assert low < date2num(date(2019, 2, 1))
    assert high > date2num(date(2019, 2, 28))


@pytest.mark.parametrize("last", ["2019-02-05", "2031-12-31", "2519-01-01"])
def test_one_day_and_many_years_can_be_drawn(styles, last):
    rows = pd.DataFrame(
        [("day", "Own", "x", "2019-02-05", "2019-02-05"), ("late", "Own", "y", last, last)], columns=COLUMNS
    )
    drawing = draw_timeline(rows, styles)
    drawing.canvas.draw()
    assert len(drawing.axes[0].lines) == 2


def test_of_many_the_earliest_are_drawn(styles):
    days = [f"20{i // 12:02}-{i % 12 + 1:02}-01" for i in range(MOST_ROWS + 5)]
    rows = pd.DataFrame([(day, "Own", day, day, day) for day in days], columns=COLUMNS)
    labels = [label.get_text() for label in draw_timeline(rows, styles).axes[0].get_yticklabels()]
    assert labels == days[:MOST_ROWS][::-1]
