"""A forest of log ratios: how many times as often, with intervals, one panel per article."""

from collections.abc import Mapping

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import INK, QUIET, STYLE, figure, labels, shortened

ROW_INCHES = 0.27
ACROSS = 2
LONGEST_TERM = 18
LONGEST_TITLE = 34
#: From this power of two on, tick labels are so wide that every second one is left out.
WIDE_LABELS = 10
GREY = "#9aa5b1"


def draw_forest(rows: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw each article's terms, the most certain on top.

    Parameters
    ----------
    rows : DataFrame
        Columns article, outlet, term, count, log_ratio, log_ratio_low, log_ratio_high, verdict; in the order drawn.
    styles : dict of str to OutletStyle
    """
    articles = sorted(rows["article"].unique())
    across = min(ACROSS, len(articles))
    down = -(-len(articles) // across)
    most = int(rows.groupby("article").size().max())
    titles = dict(zip(articles, labels(articles, LONGEST_TITLE), strict=True))
    with mpl.rc_context(STYLE):
        drawing = figure(down * (0.95 + ROW_INCHES * most))
        grid = drawing.subplots(down, across, squeeze=False, sharex=True)
        for place, article in enumerate(articles):
            own = rows[rows["article"] == article]
            _draw_panel(grid[place // across][place % across], own, titles[article], styles, most)
        _scale(grid[0][0], rows["log_ratio_low"].min(), rows["log_ratio_high"].max())
        for place in range(len(articles), down * across):
            grid[place // across][place % across].set_axis_off()
    return drawing


def _draw_panel(axes: Axes, rows: pd.DataFrame, title: str, styles: Mapping[str, OutletStyle], most: int) -> None:
    for place, row in enumerate(rows.itertuples()):
        y, style = most - 1 - place, styles[row.outlet]
        colour = style.colour if row.verdict == "distinctive" else GREY
        axes.plot([row.log_ratio_low, row.log_ratio_high], [y, y], color=colour, linewidth=1.8)
        face = "#ffffff" if style.foreign else colour
        axes.plot(row.log_ratio, y, "o", markersize=6, color=colour, markerfacecolor=face, markeredgewidth=1.4)
    terms = [
        f"{shortened(row.term, LONGEST_TERM)}  {row.count}×" for row in rows[["term", "count"]].itertuples(index=False)
    ]
    axes.set_yticks([most - 1 - place for place in range(len(rows))], terms, size=9)
    for label, verdict in zip(axes.get_yticklabels(), rows["verdict"], strict=True):
        label.set_color(INK if verdict == "distinctive" else QUIET)
    axes.set_ylim(-0.7, most - 0.3)
    axes.axvline(0, color=QUIET, linewidth=0.8)
    axes.tick_params(axis="x", labelbottom=True)
    axes.set_title(title)
    axes.grid(axis="x")


def _scale(axes: Axes, low: float, high: float) -> None:
    """The panels share one scale that holds 1× and every interval, with ticks at powers of two."""
    low = min(low, 0.0)
    step = 2 if high < WIDE_LABELS else 4
    ticks = np.arange(step * np.floor(low / step), high + step, step).astype(int)
    axes.set_xticks(ticks, [f"{2**t}×" if t >= 0 else f"1/{2**-t}×" for t in ticks.tolist()])
    axes.set_xlim(low - 0.3, high + 0.3)
