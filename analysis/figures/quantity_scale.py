"""The scale of hedged numbers against dates: shared by panels, logarithmic unless a number is zero."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import DAILY, MONTHLY, YEARLY, AutoDateLocator, ConciseDateFormatter, num2date
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator

from analysis.figures.sheet import text_width
from analysis.figures.style import QUIET, RULE, WIDTH

#: Inches left of a panel; size of the type of ticks.
LEFT = 0.75
TICK_SIZE = 7.5
UNDATED = "no date"
#: Ratios of the largest to the smallest number: from the first on ticks stand at 1, 2, 5, from the second at 1 alone.
TICKS_125, TICKS_1 = 6.0, 1000.0
#: Days from matplotlib's beginning of days to that of `datetime.date.toordinal`.
EPOCH = 719163
#: Within fewer days ticks are evenly spaced, beyond they follow the calendar.
FEW_DAYS = 45
TICK_TEXTS = ["%Y", "%b %Y", "%d %b %Y", "", "", ""]


class Scale(NamedTuple):
    """What all panels share: limits of dates (days) and numbers, whether logarithmic, and where the undated stand."""

    days: tuple[float, float]
    numbers: tuple[float, float]
    log: bool
    undated: float
    some_undated: bool = False

    def place(self, day: float, number: float) -> tuple[float, float]:
        """Shares of width and height at which a number stands."""
        low, high = self.numbers
        if self.log:
            low, high, number = np.log10([low, high, max(number, low)]).tolist()
        return (day - self.days[0]) / (self.days[1] - self.days[0]), (number - low) / (high - low)


def in_days(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with dates as days since 1970; a date of which one end is known is a day, an infinite bound none."""
    rows = rows.copy()
    rows[["low", "high"]] = rows[["low", "high"]].astype(float).replace([np.inf, -np.inf], np.nan)
    for column in ("date_low", "date_high"):
        if pd.api.types.is_numeric_dtype(rows[column]):
            rows[column] = rows[column].astype(float) - EPOCH
        else:
            days = pd.to_datetime(rows[column]).to_numpy(dtype="datetime64[D]")
            rows[column] = np.where(np.isnat(days), np.nan, days.astype("int64").astype(float))
    rows["date_low"], rows["date_high"] = (
        rows["date_low"].fillna(rows["date_high"]),
        rows["date_high"].fillna(rows["date_low"]),
    )
    return rows


def scale_of(rows: pd.DataFrame) -> Scale:
    """Return limits that hold every bound and date, with some room around; at least one bound must be given."""
    numbers = rows[["low", "high"]].to_numpy(float)
    least, most = float(np.nanmin(numbers)), float(np.nanmax(numbers))
    log = least > 0
    if log:
        room = max((most / least) ** 0.16, 1.25)
        limits = (least / room, most * room)
    else:
        room = 0.16 * ((most - least) or 1.0)
        limits = (least - room, most + room)
    days = rows[["date_low", "date_high"]].to_numpy(float)
    known = bool(np.isfinite(days).any())
    first, last = (float(np.nanmin(days)), float(np.nanmax(days))) if known else (0.0, 0.0)
    room = max(0.05 * (last - first), 2.0)
    undated = first - (3 * room if known else 0.0)
    some_undated = bool(np.isnan(days).any())
    return Scale(((undated if some_undated else first) - room, last + room), limits, log, undated, some_undated)


def draw_panel(drawing: Figure, top: float, height: float, width: float, scale: Scale) -> Axes:
    """Add axes to a drawing, `top`, `height` and `width` in inches, with ticks and lines."""
    inches = float(drawing.get_figheight())
    axes = drawing.add_axes((LEFT / WIDTH, 1 - (top + height) / inches, width / WIDTH, height / inches))
    axes.set_yscale("log" if scale.log else "linear")
    axes.set_xlim(*scale.days)
    axes.set_ylim(*scale.numbers)
    ratio = scale.numbers[1] / scale.numbers[0] if scale.log else 0.0
    few = MaxNLocator(4, steps=[1, 2, 5, 10])
    axes.yaxis.set_major_locator(
        LogLocator(subs=(1.0,) if ratio > TICKS_1 else (1.0, 2.0, 5.0)) if ratio > TICKS_125 else few
    )
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.10g}"))
    _draw_days(axes, scale, width)
    axes.tick_params(labelsize=TICK_SIZE)
    axes.tick_params(axis="y", labelcolor=QUIET)
    axes.grid(axis="y")
    return axes


def _draw_days(axes: Axes, scale: Scale, width: float) -> None:
    """Ticks of dates; what has none stands apart on the left."""
    (first, last), ticks = scale.days, [(scale.undated, UNDATED)]
    locator: Any = AutoDateLocator(minticks=2, maxticks={YEARLY: 6, MONTHLY: 5, DAILY: 4})
    if last - first < FEW_DAYS:
        locator = MaxNLocator(4, integer=True, steps=[1, 2, 5, 10])
    formatter = ConciseDateFormatter(locator, formats=TICK_TEXTS, zero_formats=TICK_TEXTS, show_offset=False)
    if not scale.some_undated:
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(formatter)
        return
    wall = 2 * scale.undated - first
    if wall < last:
        days = [day for day in _ticks(locator, wall, last) if wall < day < last]
        # A date whose text would run into the words on the left is left out.
        room = (text_width(UNDATED, TICK_SIZE) + 0.4) / width * (last - first)
        texts = zip(days, formatter.format_ticks(days), strict=True)
        ticks += [(day, text) for day, text in texts if day > scale.undated + room]
        axes.axvline(wall, color=RULE, linewidth=0.8, linestyle=(0, (2, 2)))
    axes.set_xticks([day for day, _ in ticks], [text for _, text in ticks])


def _ticks(locator: Any, first: float, last: float) -> list[float]:
    ends = (first, last) if isinstance(locator, MaxNLocator) else (num2date(first), num2date(last))
    return [float(day) for day in locator.tick_values(*ends)]
