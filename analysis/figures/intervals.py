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
from analysis.figures.panels import panel_at
from analysis.figures.sheet import cut_labels, line_height, sheet, text_width, wrap_text
from analysis.figures.style import FEW_ROWS, QUIET, STYLE, WIDTH

MOST_OUTLETS = 60
PANELS_PER_ROW = 4
#: Inches: a row of few outlets and of many, outlets' names at most, between panels, around all, the scale.
ROW, NARROW_ROW, NAMES, BETWEEN, MARGIN, SCALE = 0.3, 0.19, 2.0, 0.18, 0.08, 0.3
#: Inches from the panel to its column of values.
GAP = 0.06
NAME_SIZE, VALUE_SIZE, TITLE_SIZE, TICK_SIZE = 8.0, 7.5, 8.5, 7.5
NONE = "n/a"
#: Values that are all below are written with three decimals.
SMALL = 2


class Panel(NamedTuple):
    """A measure and the label a reader sees."""

    measure: str
    label: str
    percent: bool = False


class Layout(NamedTuple):
    """What all panels share; widths and heights in inches."""

    outlets: list[str]
    names: float
    width: float
    numbers: float
    height: float

    @property
    def cell(self) -> float:
        """A panel with its values."""
        return self.width + GAP + self.numbers


def draw_intervals(rows: pd.DataFrame, panels: Sequence[Panel], styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw a value with its interval for each outlet and measure, the number in a column beside.

    Parameters
    ----------
    rows : DataFrame
        Columns outlet, measure, value, low, high; NaN values are shown as "n/a".
    panels : sequence of Panel
    styles : dict of str to OutletStyle
    """
    # As many in each line as in the others: seven are four and three, not three, three and one.
    down = -(-len(panels) // PANELS_PER_ROW)
    across = -(-len(panels) // max(down, 1))
    lines = [panels[place : place + across] for place in range(0, len(panels), max(across, 1))]
    with mpl.rc_context(STYLE):
        layout = _layout(rows, panels, across)
        many = len(layout.outlets) > FEW_ROWS
        titles = {panel.measure: wrap_text(panel.label, layout.cell, TITLE_SIZE, 2, bold=True) for panel in panels}
        # Of many rows the scale stands above as well.
        heads = [
            max(len(titles[p.measure]) for p in line) * line_height(TITLE_SIZE) + (SCALE if many else 0.06)
            for line in lines
        ]
        drawing, paper = sheet(2 * MARGIN + sum(heads) + len(lines) * (layout.height + SCALE + 0.08))
        top = MARGIN
        for line, head in zip(lines, heads, strict=True):
            for place, panel in enumerate(line):
                left = MARGIN + layout.names + place * (layout.cell + BETWEEN)
                for down_, text in enumerate(titles[panel.measure]):
                    y = top + (down_ + 0.5) * line_height(TITLE_SIZE)
                    paper.text(left, y, text, va="center_baseline", size=TITLE_SIZE, weight="bold")
                axes = panel_at(drawing, left, top + head, layout.width, layout.height)
                _draw_panel(axes, rows[rows["measure"] == panel.measure], panel, layout, styles)
                _draw_rows(axes, layout, named=place == 0, many=many)
            top += head + layout.height + SCALE + 0.08
    return drawing


def _layout(rows: pd.DataFrame, panels: Sequence[Panel], across: int) -> Layout:
    outlets = sorted(rows["outlet"].unique(), reverse=True)
    names = min(NAMES, max((text_width(outlet, NAME_SIZE) for outlet in outlets), default=0.0)) + 2 * GAP
    texts = [text for panel in panels for text in _texts(rows[rows["measure"] == panel.measure]["value"], panel)]
    numbers = max((text_width(text, VALUE_SIZE) for text in [*texts, NONE]), default=0.0)
    cells = WIDTH - 2 * MARGIN - names - (across - 1) * BETWEEN
    row = ROW if len(outlets) <= FEW_ROWS else NARROW_ROW
    return Layout(outlets, names, cells / max(across, 1) - GAP - numbers, numbers, row * (len(outlets) + 0.2))


def _texts(values: pd.Series, panel: Panel) -> list[str]:
    """All of a panel with as many decimals, so that they can be compared at a glance."""
    decimals = 1 if values.max() >= SMALL else 3
    return [
        NONE if np.isnan(value) else f"{100 * value:.0f} %" if panel.percent else f"{value:.{decimals}f}"
        for value in values
    ]


def _draw_panel(
    axes: Axes, rows: pd.DataFrame, panel: Panel, layout: Layout, styles: Mapping[str, OutletStyle]
) -> None:
    places = {outlet: y for y, outlet in enumerate(layout.outlets)}
    dot = 6.5 if len(places) <= FEW_ROWS else 5.0
    for text, row in zip(_texts(rows["value"], panel), rows.itertuples(), strict=True):
        y, style = places[row.outlet], styles[row.outlet]
        known = text != NONE
        axes.text(1 + (GAP + layout.numbers) / layout.width, y, text, transform=axes.get_yaxis_transform(), ha="right",
                  va="center_baseline", size=VALUE_SIZE, color=style.colour if known else QUIET)  # fmt: skip
        if known:
            axes.plot([row.low, row.high], [y, y], color=style.colour, linewidth=1.8, solid_capstyle="butt", zorder=2)
            axes.plot(
                row.value, y, "o", markersize=dot, color=style.colour, markerfacecolor=style.face, markeredgewidth=1.5
            )
    axes.margins(x=0.08)
    # Shares begin at nought; of other measures only differences are compared.
    if panel.percent:
        axes.set_xlim(left=0)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
    # Labels with decimals are wide.
    few = 3 if panel.percent or rows["value"].max() >= SMALL else 2
    axes.xaxis.set_major_locator(MaxNLocator(few, steps=[1, 2, 5, 10]))


def _draw_rows(axes: Axes, layout: Layout, *, named: bool, many: bool) -> None:
    """A line for each outlet, that the eye may follow it from panel to panel; names left of the first."""
    names = cut_labels(layout.outlets, layout.names - 2 * GAP, NAME_SIZE)
    axes.set_yticks(range(len(names)), names if named else [""] * len(names), size=NAME_SIZE)
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.tick_params(axis="x", labelsize=TICK_SIZE, labeltop=many)
    axes.grid(visible=True)
