"""Passage strips: every file a bar, ribbons between the passages that neighbours share."""

from collections.abc import Mapping, Sequence

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Polygon, Rectangle

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import INK, QUIET, STYLE, figure, shortened

BAR = 0.3
INCHES_PER_FILE = 0.72
LONGEST_LABEL = 32
COLOURS = {
    "same material": "#c8553d",
    "copy": "#c9a227",
    "same quotation": "#7b5ea7",
    "others quoted": "#b9c7d4",
    "own": "#dfe5ea",
    "set aside": "#ffffff",
}


def draw_strips(
    segments: pd.DataFrame, passages: pd.DataFrame, order: Sequence[str], styles: Mapping[str, OutletStyle]
) -> Figure:
    """Draw files as bars from first to last character.

    Parameters
    ----------
    segments : DataFrame
        Columns article, start, end, segment.
    passages : DataFrame
        Aligned passages with places on both sides.
    order : sequence of str
        Articles from top to bottom; ribbons join neighbours only.
    styles : dict of str to OutletStyle
        By article.
    """
    y = {article: len(order) - 1 - i for i, article in enumerate(order)}
    longest = float(segments["end"].max())
    with mpl.rc_context(STYLE):
        drawing = figure(0.75 + INCHES_PER_FILE * len(order))
        axes = drawing.add_subplot()
        for row in passages.itertuples():
            if row.article_a in y and row.article_b in y and abs(y[row.article_a] - y[row.article_b]) == 1:
                _ribbon(axes, row, y)
        for row in segments.itertuples():
            hatch = {"set aside": "....."}.get(row.segment)
            axes.add_patch(
                Rectangle(
                    (row.start, y[row.article] - BAR / 2),
                    row.end - row.start,
                    BAR,
                    facecolor=COLOURS[row.segment],
                    edgecolor="#b8c1ca" if hatch else "none",
                    hatch=hatch,
                    linewidth=0,
                    zorder=3,
                )
            )
        for article in order:
            _frame(axes, article, y[article], float(segments.loc[segments["article"] == article, "end"].max()), styles)
        axes.set_xlim(-longest * 0.005, longest * 1.005)
        axes.set_ylim(-0.45, len(order) - 0.55)
        axes.set_yticks([])
        axes.set_xlabel("characters from the beginning of the file")
        present = [name for name in COLOURS if name in set(segments["segment"])]
        patches = [
            Patch(
                facecolor=COLOURS[n],
                edgecolor=QUIET,
                linewidth=0.5,
                label=n,
                hatch="....." if n == "set aside" else None,
            )
            for n in present
        ]
        drawing.legend(handles=patches, loc="outside upper left", ncols=len(present), frameon=False, handlelength=1.2,
                       columnspacing=1.2, handletextpad=0.5)  # fmt: skip
    return drawing


def _frame(axes: Axes, article: str, y: float, end: float, styles: Mapping[str, OutletStyle]) -> None:
    style = styles[article]
    axes.add_patch(
        Rectangle((0, y - BAR / 2), end, BAR, facecolor="none", edgecolor=style.colour, linewidth=1.2, zorder=4)
    )
    label = shortened(article, LONGEST_LABEL)
    note = "\nwording not the outlet’s" if style.foreign else ""
    axes.annotate(
        label + note, (0, y), (-8, 0), textcoords="offset points", ha="right", va="center", size=8.5, color=INK
    )


def _ribbon(axes: Axes, row: object, y: Mapping[str, int]) -> None:
    """A band with smooth sides from one bar to the next."""
    a, b = row.article_a, row.article_b  # type: ignore[attr-defined]
    upper, lower = ("a", "b") if y[a] > y[b] else ("b", "a")
    top = y[a if upper == "a" else b] - BAR / 2
    bottom = y[a if lower == "a" else b] + BAR / 2
    steps = np.linspace(0, 1, 24)
    ease = 3 * steps**2 - 2 * steps**3
    edges = [
        getattr(row, f"{edge}_{upper}") * (1 - ease) + getattr(row, f"{edge}_{lower}") * ease
        for edge in ("start", "end")
    ]
    heights = top + (bottom - top) * steps
    outline = np.concatenate([np.column_stack([edges[0], heights]), np.column_stack([edges[1], heights])[::-1]])
    kind = row.kind  # type: ignore[attr-defined]
    colour = {"quotation": "#7b5ea7", "identical": "#c9a227"}.get(kind, "#c8553d")
    axes.add_patch(Polygon(outline, facecolor=colour, edgecolor="none", alpha=0.3, zorder=1))
