"""Dots with intervals, one small panel per measure, one row per outlet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import FEW_ROWS, QUIET, STYLE, figure, labels, row_height

LONGEST_LABEL = 28
MOST_OUTLETS = 60
PANELS_PER_ROW = 3


class Panel(NamedTuple):
    """A measure and the label a reader sees."""

    measure: str
    label: str
    percent: bool = False


def draw_intervals(rows: pd.DataFrame, panels: Sequence[Panel], styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw a value with its interval for each outlet and measure.

    Parameters
    ----------
    rows : DataFrame
        Columns outlet, measure, value, low, high; NaN values are shown as "n/a".
    panels : sequence of Panel
    styles : dict of str to OutletStyle
    """
    outlets = sorted(rows["outlet"].unique(), reverse=True)
    across = min(PANELS_PER_ROW, len(panels))
    down = -(-len(panels) // across)
    with mpl.rc_context(STYLE):
        drawing = figure(down * (0.95 + row_height(len(outlets)) * len(outlets)))
        grid = drawing.subplots(down, across, squeeze=False, sharey=True)
        for place, panel in enumerate(panels):
            axes = grid[place // across][place % across]
            _draw_panel(axes, rows[rows["measure"] == panel.measure], panel, outlets, styles)
        for place in range(len(panels), down * across):
            grid[place // across][place % across].set_axis_off()
    return drawing


def _draw_panel(
    axes: Axes, rows: pd.DataFrame, panel: Panel, outlets: Sequence[str], styles: Mapping[str, OutletStyle]
) -> None:
    for row in rows.itertuples():
        y, style = outlets.index(row.outlet), styles[row.outlet]
        if np.isnan(row.value):
            axes.annotate("n/a", (0.5, y), xycoords=("axes fraction", "data"), color=QUIET, va="center", ha="center")
            continue
        axes.plot([row.low, row.high], [y, y], color=style.colour, linewidth=2, solid_capstyle="butt", zorder=2)
        dot = 7.5 if len(outlets) <= FEW_ROWS else 5.5
        axes.plot(
            row.value, y, "o", markersize=dot, color=style.colour, markerfacecolor=style.face, markeredgewidth=1.6
        )
        text = (
            f"{100 * row.value:.0f} %"
            if panel.percent
            else f"{row.value:.1f}"
            if row.value >= 1
            else f"{row.value:.3f}"
        )
        axes.annotate(
            text, (row.value, y), (0, 0.9 * dot), textcoords="offset points", ha="center", size=8, color=style.colour
        )
    axes.set_title(panel.label)
    axes.set_yticks(range(len(outlets)), labels(outlets, LONGEST_LABEL))
    axes.set_ylim(-0.6, len(outlets) - 0.25)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.margins(x=0.12)
    axes.grid(axis="x")
    if panel.percent:
        axes.set_xlim(left=0)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
