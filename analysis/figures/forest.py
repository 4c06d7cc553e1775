"""A forest of log ratios: how many times as often, with intervals, one panel per article."""

from collections.abc import Mapping

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import INK, QUIET, STYLE, figure, shortened

ROW_INCHES = 0.27
ACROSS = 2
LONGEST_TERM = 18
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
    with mpl.rc_context(STYLE):
        drawing = figure(down * (0.95 + ROW_INCHES * most))
        grid = drawing.subplots(down, across, squeeze=False, sharex=True)
        for place, article in enumerate(articles):
            own = rows[rows["article"] == article]
            _draw_panel(grid[place // across][place % across], own, str(article), styles, most)
        for place in range(len(articles), down * across):
            grid[place // across][place % across].set_axis_off()
    return drawing


def _draw_panel(axes: Axes, rows: pd.DataFrame, article: str, styles: Mapping[str, OutletStyle], most: int) -> None:
    for place, row in enumerate(rows.itertuples()):
        y, style = most - 1 - place, styles[row.outlet]
        colour = style.colour if row.verdict == "distinctive" else GREY
        axes.plot([row.log_ratio_low, row.log_ratio_high], [y, y], color=colour, linewidth=1.8)
        face = "#ffffff" if style.foreign else colour
        axes.plot(row.log_ratio, y, "o", markersize=6, color=colour, markerfacecolor=face, markeredgewidth=1.4)
    labels = [
        f"{shortened(row.term, LONGEST_TERM)}  {row.count}×" for row in rows[["term", "count"]].itertuples(index=False)
    ]
    axes.set_yticks([most - 1 - place for place in range(len(rows))], labels, size=9)
    for label, verdict in zip(axes.get_yticklabels(), rows["verdict"], strict=True):
        label.set_color(INK if verdict == "distinctive" else QUIET)
    axes.set_ylim(-0.7, most - 0.3)
    axes.axvline(0, color=QUIET, linewidth=0.8)
    ticks = np.arange(-4, 11, 2)
    axes.set_xticks(ticks, [f"{2**t}×" if t >= 0 else f"1/{2**-t}×" for t in ticks])
    axes.set_xlim(-3.2, 9.2)
    axes.tick_params(axis="x", labelbottom=True)
    axes.set_title(shortened(article, 34))
    axes.grid(axis="x")
