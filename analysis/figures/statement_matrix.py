"""Who says what: a row per subject, a column per account, the values in the cells."""

from collections.abc import Mapping
from itertools import groupby

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures.column_heads import COLOUR, GAP, Heads, column_heads, draw_bar, draw_heads
from analysis.figures.outlets import OutletStyle
from analysis.figures.sheet import line_height, sheet, text_width
from analysis.figures.statement_rows import REPEATED, SILENT, LetteredRow, PrintedRow, lettered_row, printed_row
from analysis.figures.style import INK, QUIET, RULE, STYLE, WIDTH

#: With more columns than this, cells hold letters.
MOST_PRINTED = 8
MOST_ROWS, MOST_COLUMNS = 30, 60
#: The five words for how accounts relate, with what they mean to a reader.
MEANINGS = {
    "cannot both be right": "about the same thing at the same time, and one excludes the other",
    "may both be right": "the accounts differ, and neither excludes the other",
    "changed in rewriting": "rewording or translating alone could have made the difference",
    "changed over time": "time explains the difference",
    "stands after a correction": "one account still holds what another has corrected",
}
BAND, BAND_SIZE, GLOSS_SIZE = 0.25, 8.5, 7.5
BAND_FACE = "#eef1f4"
#: Inches: of a printed column at most, of lettered columns one and all together, below the last row.
WIDEST_PRINTED, WIDEST_LETTERED, ALL_LETTERED = 2.9, 0.3, 5.2
MARGIN = 0.08
#: A taller sheet repeats its heads at the foot.
TALL = 8.0
KEY_SIZE = 6.8


def draw_statements(
    rows: pd.DataFrame, columns: pd.DataFrame, styles: Mapping[str, OutletStyle] | None = None
) -> Figure:
    """Draw values with their hedges; of more than eight accounts, letters that stand for the values.

    Parameters
    ----------
    rows : DataFrame
        Columns item, kind, subject, column, value, said_by (empty for the narrator), repeated and group (which
        distinct value of its item this is, from 0); in the order drawn, items of one kind together. An account
        without a row on an item is silent; with several it says several things.
    columns : DataFrame
        Columns column, label, foreign; in the order drawn.
    styles : dict of str to OutletStyle, optional
        By column, for the bars under the heads.
    """
    columns = columns.head(MOST_COLUMNS)
    rows = rows[rows["column"].isin(list(columns["column"]))]
    rows = rows[rows["item"].isin(list(dict.fromkeys(rows["item"]))[:MOST_ROWS])]
    with mpl.rc_context(STYLE):
        heads = _heads(columns, styles)
        drawn = [(own["kind"].iloc[0], _row(own, heads)) for _, own in rows.groupby("item", sort=False)]
        bands = [(kind, [row for _, row in group]) for kind, group in groupby(drawn, key=lambda pair: pair[0])]
        key = _key(rows, heads)
        body = sum(BAND + sum(row.height for row in group) for _, group in bands)
        again = heads.height if body > TALL else 0.0
        foot = sum(line_height(KEY_SIZE) for _ in key) + 2 * GAP
        drawing, axes = sheet(MARGIN + heads.height + body + again + foot + MARGIN)
        top = MARGIN + heads.height
        draw_heads(axes, heads, top)
        for kind, group in bands:
            _draw_band(axes, kind, top)
            top += BAND
            for row in group:
                row.draw(axes, top, heads)
                top += row.height
                axes.plot([0, WIDTH], [top - 0.015, top - 0.015], color=RULE, linewidth=0.5, zorder=0)
        if again:
            draw_heads(axes, heads, top, below=True)
        _draw_key(axes, key, top + again + 2 * GAP)
    return drawing


def _heads(columns: pd.DataFrame, styles: Mapping[str, OutletStyle] | None) -> Heads:
    count = max(len(columns), 1)
    if count > MOST_PRINTED:
        cell = min(WIDEST_LETTERED, ALL_LETTERED / count)
    else:
        subject = 1.9 if count <= 3 else 1.6 if count <= 5 else 1.2
        cell = min(WIDEST_PRINTED, (WIDTH - subject) / count)
    return column_heads(columns, WIDTH - GAP - count * cell, cell, styles)


def _row(rows: pd.DataFrame, heads: Heads) -> PrintedRow | LetteredRow:
    if len(heads.names) > MOST_PRINTED:
        return lettered_row(rows, heads)
    return printed_row(rows, heads, 8.0 if len(heads.names) <= 4 else 7.5 if len(heads.names) <= 6 else 7.0)


def _draw_band(axes: Axes, kind: str, top: float) -> None:
    """A heading in plain words: the kind, and what it means where that is known and finds room."""
    axes.add_patch(Rectangle((0, top), WIDTH, BAND - 0.04, facecolor=BAND_FACE, edgecolor="none"))
    middle = top + (BAND - 0.04) / 2
    axes.text(GAP, middle, kind, va="center_baseline", size=BAND_SIZE, weight="bold", color=INK)
    if kind in MEANINGS:
        left = GAP + text_width(kind, BAND_SIZE, bold=True) + 0.12
        axes.text(left, middle, MEANINGS[kind], va="center_baseline", size=GLOSS_SIZE, color=QUIET)


def _key(rows: pd.DataFrame, heads: Heads) -> list[list[str]]:
    """What the marks mean, of those that occur, in lines of parts."""
    lettered = len(heads.names) > MOST_PRINTED
    parts = ["same letter: same value" if lettered else "same tint: same value"]
    if len(rows) < rows["item"].nunique() * len(heads.names):
        parts.append(f"{SILENT} says nothing")
    if rows["repeated"].any():
        parts.append(f"{REPEATED} repeated from another account")
    if any(style.foreign for style in heads.styles):
        parts.append("hatched: a translator’s or carrier’s wording")
    if (rows["said_by"] != "").any():
        parts.append("in brackets: on whose word" if lettered else "in italics: on whose word")
    lines: list[list[str]] = [[]]
    for part in parts:
        if lines[-1] and sum(_part_width(one) for one in [*lines[-1], part]) > WIDTH - 2 * GAP:
            lines.append([])
        lines[-1].append(part)
    return lines


def _part_width(part: str) -> float:
    return text_width(part, KEY_SIZE) + 0.14 + (0.28 if part.startswith("hatched") else 0.0)


def _draw_key(axes: Axes, key: list[list[str]], top: float) -> None:
    for place, parts in enumerate(key):
        x, y = GAP, top + (place + 0.5) * line_height(KEY_SIZE)
        for part in parts:
            wide = _part_width(part)
            if part.startswith("hatched"):
                draw_bar(axes, (x, y - 0.04, 0.22, 0.08), OutletStyle(COLOUR, foreign=True))
                x, wide = x + 0.28, wide - 0.28
            axes.text(x, y, part, va="center_baseline", size=KEY_SIZE, color=QUIET)
            x += wide
