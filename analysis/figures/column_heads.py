"""Heads of columns, one per account: its label and a bar, hatched where the wording is not its outlet's own."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.figures.outlets import HATCH, OutletStyle
from analysis.figures.sheet import POINTS, line_height, text_width, wrap_text
from analysis.figures.style import INK, PAPER, labels

#: Narrower columns have vertical labels.
UPRIGHT = 0.7
#: Sizes to try until no word must break; the last one is taken anyway.
SIZES, LARGEST_VERTICAL = (8.0, 7.5, 7.0, 6.5), 7.5
LINES, MOST_LETTERS, FEWEST_LETTERS = 5, 80, 8
#: Inches: of an ordinary vertical label at most, of the bar, and around them.
LONGEST, BAR, GAP = 1.75, 0.08, 0.05
#: Width of an ordinary letter, in sizes of the type.
LETTER = 0.6
#: Of an account without a style.
COLOUR = "#52606d"


@dataclass(frozen=True)
class Heads:
    """Columns with their places in inches from the left."""

    names: list[str]
    texts: list[list[str]]
    left: float
    cell: float
    size: float
    styles: list[OutletStyle]

    @property
    def vertical(self) -> bool:
        """Whether the labels are turned."""
        return self.cell < UPRIGHT

    @property
    def height(self) -> float:
        """Inches that the heads take."""
        if self.vertical:
            text = max((text_width(lines[0], self.size) for lines in self.texts), default=0.0)
        else:
            text = line_height(self.size) * max((len(lines) for lines in self.texts), default=0)
        return text + BAR + 3 * GAP

    def middle(self, name: str) -> float:
        """Middle of a column."""
        return self.left + (self.names.index(name) + 0.5) * self.cell


def column_heads(
    columns: pd.DataFrame, left: float, cell: float, styles: Mapping[str, OutletStyle] | None = None
) -> Heads:
    """Break the labels of columns to their width.

    Parameters
    ----------
    columns : DataFrame
        Columns column, label, foreign; in the order drawn.
    left, cell : float
        Left edge of the first column and width of each, in inches.
    styles : dict of str to OutletStyle, optional
        By column; without one the bar is grey.
    """
    names = [str(name) for name in columns["column"]]
    plain = [" ".join(str(label).split()) or "–" for label in columns["label"]]
    bars = [_style(row.column, bool(row.foreign), styles) for row in columns.itertuples(index=False)]
    if cell < UPRIGHT:
        size = min(LARGEST_VERTICAL, 62 * cell)
        texts = [[name] for name in labels(plain, int(LONGEST * POINTS / size / LETTER))]
        return Heads(names, texts, left, cell, size, bars)
    room, texts = cell - GAP, []
    words = [word for label in plain for word in label.split()]
    size = next((s for s in SIZES if all(text_width(w, s, bold=True) <= room for w in words)), SIZES[-1])
    # Labels are cut in the middle where they begin alike: shorter ones, until none is cut at its end.
    for letters in range(MOST_LETTERS, FEWEST_LETTERS - 1, -4):
        texts = [wrap_text(label, room, size, bold=True) for label in labels(plain, letters)]
        if max((len(lines) for lines in texts), default=0) <= LINES:
            break
    return Heads(names, texts, left, cell, size, bars)


def _style(name: str, foreign: bool, styles: Mapping[str, OutletStyle] | None) -> OutletStyle:
    colour = styles[name].colour if styles and name in styles else COLOUR
    return OutletStyle(colour, foreign)


def draw_heads(axes: Axes, heads: Heads, edge: float, *, below: bool = False) -> None:
    """Draw the heads so that their bars stand at an edge of the table, `edge` inches from the top.

    Parameters
    ----------
    axes : Axes
        Of a sheet.
    heads : Heads
    edge : float
        Where the table begins, or ends.
    below : bool
        Whether to draw them at the foot of the table, bars first.
    """
    bar = edge + GAP if below else edge - GAP - BAR
    start = bar + BAR + GAP if below else bar - GAP
    gap = min(0.03, heads.cell / 6)
    for place, (lines, style) in enumerate(zip(heads.texts, heads.styles, strict=True)):
        x, step = heads.left + place * heads.cell, line_height(heads.size)
        draw_bar(axes, (x + gap / 2, bar, heads.cell - gap, BAR), style)
        if heads.vertical:
            axes.text(x + heads.cell / 2, start, lines[0], rotation=90, ha="center", va="top" if below else "bottom",
                      size=heads.size)  # fmt: skip
            continue
        top = start if below else start - step * len(lines)
        for down, line in enumerate(lines):
            axes.text(x + gap / 2, top + (down + 0.5) * step, line, va="center_baseline", size=heads.size,
                      weight="bold", color=INK)  # fmt: skip


def draw_bar(axes: Axes, place: tuple[float, float, float, float], style: OutletStyle) -> None:
    """Draw a bar of an outlet: left, top, width and height in inches."""
    x, y, width, height = place
    face = PAPER if style.foreign else style.colour
    hatch = 2 * HATCH if style.foreign else None
    axes.add_patch(Rectangle((x, y), width, height, facecolor=face, edgecolor=style.colour, hatch=hatch, linewidth=0.6))
