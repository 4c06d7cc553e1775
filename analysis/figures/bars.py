"""Stacked bars: one per file, its words by kind."""

from collections.abc import Sequence

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from analysis.figures.style import INK, PAPER, QUIET, STYLE, figure, labels, row_height

COLOURS = {
    "narrative": "#34495e",
    "repeated": "#c9a227",
    "furniture": "#c3cad1",
    "caption": "#7fb2a6",
    "note": "#9a86c2",
    "correction": "#c8553d",
    "heading": "#8fa6bd",
    "byline": "#e3d3b8",
}
LONGEST_LABEL = 34
#: A number is written into a part that takes at least this share of the longest bar.
LABEL_SHARE = 0.06
MOST_BARS = 60


def draw_parts(rows: pd.DataFrame, kinds: Sequence[str]) -> Figure:
    """Draw the words of each article by kind, the longest page first.

    Parameters
    ----------
    rows : DataFrame
        Columns article, kind, words.
    kinds : sequence of str
        In the order of the parts.
    """
    table = rows.pivot_table(index="article", columns="kind", values="words", aggfunc="sum", fill_value=0)
    totals = table.sum(axis=1)
    order = sorted(table.index, key=lambda a: (-totals[a], a))[:MOST_BARS][::-1]
    longest = float(totals.max())
    with mpl.rc_context(STYLE):
        drawing = figure(1.3 + row_height(len(order)) * len(order))
        axes = drawing.add_subplot()
        left = pd.Series(0.0, index=order)
        for kind in kinds:
            widths = table[kind].reindex(order).astype(float)
            axes.barh(range(len(order)), widths, left=left, color=COLOURS[kind], height=0.66, edgecolor=PAPER)
            for y, article in enumerate(order):
                if widths[article] >= LABEL_SHARE * longest:
                    colour = PAPER if kind in ("narrative", "correction") else INK
                    middle = left[article] + widths[article] / 2
                    axes.text(middle, y, f"{widths[article]:,.0f}", ha="center", va="center", size=8.5, color=colour)
            left += widths
        for y, article in enumerate(order):
            axes.annotate(f"{totals[article]:,.0f}", (totals[article], y), (5, 0), textcoords="offset points",
                          va="center", size=8.5, color=QUIET)  # fmt: skip
        axes.set_yticks(range(len(order)), labels(order, LONGEST_LABEL))
        axes.set_ylim(-0.6, len(order) - 0.4)
        axes.set_xlim(0, longest * 1.08)
        axes.set_xlabel("words")
        axes.grid(axis="x")
        patches = [Patch(color=COLOURS[kind], label=kind) for kind in kinds]
        drawing.legend(handles=patches, loc="outside upper left", ncols=len(kinds), frameon=False, handlelength=1,
                       columnspacing=1.2, handletextpad=0.5)  # fmt: skip
    return drawing
