"""Dates as intervals, one row per article."""

from collections.abc import Mapping
from datetime import date, timedelta

import matplotlib as mpl
import pandas as pd
from matplotlib.dates import DAILY, MONTHLY, YEARLY, AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import QUIET, STYLE, figure, labels, row_height

#: Ticks of years, months and days each name all that they are; no tick is finer than a day.
TICKS = ["%Y", "%b %Y", "%d %b %Y", "", "", ""]
LONGEST_LABEL = 34
MOST_ROWS = 60


def draw_timeline(rows: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw the interval of each article's first publication, the earliest on top.

    Parameters
    ----------
    rows : DataFrame
        Columns article, outlet, published, first_day, last_day (ISO dates).
    styles : dict of str to OutletStyle
    """
    earliest = rows.sort_values(["first_day", "last_day", "article"]).head(MOST_ROWS)
    ordered = earliest.iloc[::-1].reset_index(drop=True)
    firsts = [date.fromisoformat(day) for day in ordered["first_day"]]
    lasts = [date.fromisoformat(day) for day in ordered["last_day"]]
    margin = max((max(lasts) - min(firsts)).days * 0.06, 3)
    with mpl.rc_context(STYLE):
        drawing = figure(0.9 + row_height(len(ordered)) * len(ordered))
        axes = drawing.add_subplot()
        for y, (row, first, last) in enumerate(zip(ordered.itertuples(), firsts, lasts, strict=True)):
            style = styles[row.outlet]
            left, right = date2num(first), date2num(last)
            if first == last:
                axes.plot(
                    left, y, "o", markersize=8, color=style.colour, markerfacecolor=style.face, markeredgewidth=1.6
                )
            else:
                width = max(right - left + 1, margin / 4)
                axes.barh(y, width, left=left, height=0.4, color=style.face, edgecolor=style.colour, hatch=style.hatch)
                right = left + width
            axes.annotate(
                row.published, (right, y), (8, 0), textcoords="offset points", va="center", size=8.5, color=QUIET
            )
        axes.set_yticks(range(len(ordered)), labels(list(ordered["article"]), LONGEST_LABEL))
        axes.set_xlim(date2num(min(firsts) - timedelta(days=margin)), date2num(max(lasts) + timedelta(days=3 * margin)))
        locator = AutoDateLocator(minticks=3, maxticks={YEARLY: 8, MONTHLY: 7, DAILY: 5})
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(
            ConciseDateFormatter(locator, formats=TICKS, zero_formats=TICKS, show_offset=False)
        )
        axes.set_ylim(-0.6, len(ordered) - 0.4)
        axes.grid(axis="x")
    return drawing
