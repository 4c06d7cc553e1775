"""Whose voices are heard: a row per speaker, a column per account, dots as large as the words quoted."""

from collections.abc import Mapping

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Rectangle

from analysis.figures.column_heads import GAP, LETTER, Heads, column_heads, draw_heads
from analysis.figures.outlets import OutletStyle
from analysis.figures.sheet import POINTS, cut_text, line_height, sheet, text_width, wrap_text
from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, WIDTH, labels

MOST_SPEAKERS, MOST_COLUMNS = 40, 60
#: Inches: room for speakers, a column and a row at most, all columns together, the largest and the smallest dot.
SPEAKERS, WIDEST, ALL_COLUMNS = 2.75, 1.7, 5.15
ROW, LARGEST, SMALLEST = 0.4, 0.36, 0.022
#: Inches: narrower columns have no room for numbers, and still narrower ones none for dots.
NUMBERED, DOTTED = 0.4, 0.22
#: Inches between a dot and its number.
BESIDE = 0.03
SIZE, NOTE_SIZE, NUMBER_SIZE = 8.0, 6.8, 7.0
MARGIN = 0.08


def draw_voices(rows: pd.DataFrame, columns: pd.DataFrame, styles: Mapping[str, OutletStyle] | None = None) -> Figure:
    """Draw who is quoted where, those whom most accounts quote on top.

    Parameters
    ----------
    rows : DataFrame
        Columns speaker, column, words (quoted) and quotations; a pair without a row, or with no words, is empty.
    columns : DataFrame
        Columns column, label, foreign; in the order drawn.
    styles : dict of str to OutletStyle, optional
        By column. Dots of foreign wording are hollow: their words are a translator's or carrier's.
    """
    columns = columns.head(MOST_COLUMNS)
    rows = rows[rows["column"].isin(list(columns["column"])) & (rows["words"] > 0)]
    totals = speakers_in_order(rows).head(MOST_SPEAKERS)
    cell = min(WIDEST, ALL_COLUMNS / max(len(columns), 1))
    with mpl.rc_context(STYLE):
        heads = column_heads(columns, SPEAKERS, cell, styles)
        notes = wrap_text(_note(rows, heads), WIDTH - 2 * GAP, NOTE_SIZE)
        foot = line_height(NOTE_SIZE) * len(notes) + 2 * GAP
        drawing, axes = sheet(2 * MARGIN + heads.height + ROW * len(totals) + foot)
        top = MARGIN + heads.height
        draw_heads(axes, heads, top)
        letters = int((SPEAKERS - 3 * GAP) * POINTS / SIZE / LETTER)
        names = dict(zip(totals.index, labels(list(totals.index), letters), strict=True))
        places = {speaker: top + (place + 0.5) * ROW for place, speaker in enumerate(totals.index)}
        for speaker, y in places.items():
            _draw_speaker(axes, names[speaker], totals.loc[speaker], y, len(heads.names))
        words = rows.groupby(["speaker", "column"], sort=True)["words"].sum()
        largest = float(words.max()) if len(words) else 1.0
        for (speaker, column), count in words.items():
            if speaker in places:
                style = heads.styles[heads.names.index(column)]
                at = (heads.middle(column), places[speaker])
                if cell < DOTTED:
                    _draw_bar(axes, at, count / largest, style, cell)
                else:
                    _draw_dot(axes, at, int(count), count / largest, style, cell)
        for place, line in enumerate(notes):
            y = top + ROW * len(totals) + 2 * GAP + (place + 0.5) * line_height(NOTE_SIZE)
            axes.text(GAP, y, line, va="center_baseline", size=NOTE_SIZE, color=QUIET)
    return drawing


def speakers_in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Return speakers with the accounts they reach, words and quotations; most accounts first, then most words.

    >>> rows = pd.DataFrame({"speaker": ["A", "B", "B"], "column": ["x", "x", "y"], "words": [90, 5, 5],
    ...                      "quotations": 1})
    >>> list(speakers_in_order(rows).index)
    ['B', 'A']
    """
    totals = rows.groupby("speaker").agg(
        accounts=("column", "nunique"), words=("words", "sum"), quotations=("quotations", "sum")
    )
    return totals.reset_index().sort_values(
        ["accounts", "words", "speaker"], ascending=[False, False, True]
    ).set_index("speaker")  # fmt: skip


def _note(rows: pd.DataFrame, heads: Heads) -> str:
    mark = "a bar" if heads.cell < DOTTED else "a dot and the number" if heads.cell >= NUMBERED else "a dot"
    note = f"Area of {mark}: words of this speaker that the account quotes directly."
    foreign = [name for name, style in zip(heads.names, heads.styles, strict=True) if style.foreign]
    if rows["column"].isin(foreign).any():
        note += " Hollow, under a hatched head: a translator’s or carrier’s wording."
    return note


def _draw_speaker(axes: Axes, speaker: str, total: pd.Series, y: float, columns: int) -> None:
    """The name, under it what is quoted in all."""
    reached, words, quotations = int(total["accounts"]), int(total["words"]), int(total["quotations"])
    note = f"in {reached} of {columns} account{_s(columns)}: {words:,} word{_s(words)}, "
    note += f"{quotations:,} quotation{_s(quotations)}"
    room = SPEAKERS - 3 * GAP
    axes.text(GAP, y - 0.075, cut_text(speaker, room, SIZE), va="center_baseline", size=SIZE, color=INK)
    axes.text(GAP, y + 0.075, cut_text(note, room, NOTE_SIZE), va="center_baseline", size=NOTE_SIZE, color=QUIET)
    axes.plot([GAP, WIDTH - GAP], [y + ROW / 2, y + ROW / 2], color=RULE, linewidth=0.5, zorder=0)


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _draw_bar(axes: Axes, at: tuple[float, float], share: float, style: OutletStyle, cell: float) -> None:
    """In a narrow column a bar shows more differences than a dot; its area, too, follows the words."""
    width, height, foot = 0.72 * cell, max(share * LARGEST, SMALLEST), at[1] + LARGEST / 2
    place = (at[0] - width / 2, foot - height)
    axes.add_patch(Rectangle(place, width, height, facecolor=style.face, edgecolor=style.colour, linewidth=0.6))


def _draw_dot(axes: Axes, at: tuple[float, float], words: int, share: float, style: OutletStyle, cell: float) -> None:
    """A dot with its number inside, else on its right; dot and number move to the left where that needs room."""
    across = max(share**0.5 * min(LARGEST, 0.95 * cell), SMALLEST)
    number = f"{words:,}" if cell >= NUMBERED else ""
    wide, x = text_width(number, NUMBER_SIZE), at[0]
    inside = wide < 0.85 * across or across + BESIDE + wide > cell
    if number and not inside:
        x -= max(0.0, across / 2 + BESIDE + wide - cell / 2)
    line = 1.2 if across > 3 * SMALLEST else 0.6
    axes.add_patch(Ellipse((x, at[1]), across, across, facecolor=style.face, edgecolor=style.colour, linewidth=line))
    if number and inside:
        size, colour = min(NUMBER_SIZE, NUMBER_SIZE * 0.85 * across / wide), style.colour if style.foreign else PAPER
        axes.text(x, at[1], number, ha="center", va="center_baseline", size=size, color=colour)
    elif number:
        axes.text(x + across / 2 + BESIDE, at[1], number, va="center_baseline", size=NUMBER_SIZE, color=style.colour)
