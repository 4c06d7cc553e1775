"""A quotation in two wordings, one under the other: the same words as grey blocks, the others in print."""

import re
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures.column_heads import COLOUR, GAP, draw_bar
from analysis.figures.outlets import OutletStyle
from analysis.figures.sheet import cut_text, line_height, sheet, text_width, wrap_text
from analysis.figures.style import INK, QUIET, RULE, STYLE, WIDTH

MOST_PAIRS, LINES_OF_LABEL = 10, 2
SEGMENT = re.compile(r"([=~+-])(\d{1,6})(?:/(\d{1,6}))?")
HUNKS = " … "
BLOCK, TINT = "#cfd6dd", "#fbe0b8"
SIZE, LABEL_SIZE, HEAD_SIZE, NOTE_SIZE = 8.0, 7.5, 8.5, 6.8
#: Inches: left of the words, one grey word, between segments, a line of words, between lines of a pair, under a pair.
LEFT, WORD, BETWEEN, LINE, PAIR, UNDER = 1.95, 0.11, 0.05, 0.25, 0.1, 0.14
HEAD, HATCHED = 0.27, 0.07
#: No more grey words than this are drawn in one go; a longer stretch is hostile or not a quotation.
MOST_WORDS = 400


class Piece(NamedTuple):
    """A stretch of both wordings: `same` words of each, or what each has instead (None: nothing)."""

    same: int
    a: str | None
    b: str | None
    width: float


def draw_wordings(rows: pd.DataFrame) -> Figure:
    """Draw pairs of wordings, aligned.

    Parameters
    ----------
    rows : DataFrame
        Columns utterance, label (outlet, article), alignment, only (the differing words of this side, hunks separated
        by " … "), side ("a" or "b"), foreign, change; in the order drawn, two rows a pair. Of the alignment, "=4"
        are four words that both have, "~2/1" two words of a that stand as one in b, "-3" three that only a has, "+2"
        two that only b has.
    """
    pairs = _pairs(rows)[:MOST_PAIRS]
    with mpl.rc_context(STYLE):
        systems = [_systems(pieces_of(str(a.alignment), str(a.only), str(b.only))) for a, b in pairs]
        heads = [i == 0 or pairs[i - 1][0].utterance != a.utterance or bool(a.change) for i, (a, _) in enumerate(pairs)]
        notes = wrap_text(_note(pairs), WIDTH - 2 * GAP, NOTE_SIZE)
        body = sum(HEAD * head + _height(lines) for head, lines in zip(heads, systems, strict=True))
        drawing, axes = sheet(4 * GAP + body + line_height(NOTE_SIZE) * len(notes))
        top = GAP
        for (a, b), lines, head in zip(pairs, systems, heads, strict=True):
            if head:
                _draw_head(axes, str(a.utterance), str(a.change), top)
                top += HEAD
            for place, line in enumerate(lines):
                _draw_system(axes, line, (a, b) if place == 0 else None, top + place * (2 * LINE + PAIR))
            top += _height(lines)
        for place, note in enumerate(notes):
            y = top + GAP + (place + 0.5) * line_height(NOTE_SIZE)
            axes.text(GAP, y, note, va="center_baseline", size=NOTE_SIZE, color=QUIET)
    return drawing


class Wording(NamedTuple):
    """One row of the table."""

    utterance: str
    label: str
    alignment: str
    only: str
    side: str
    foreign: bool
    change: str


def _pairs(rows: pd.DataFrame) -> list[tuple[Wording, Wording]]:
    """The first wording of side a with the first of side b, the second with the second, by utterance."""
    wordings = [Wording(*row) for row in rows[list(Wording._fields)].itertuples(index=False)]
    pairs: list[tuple[Wording, Wording]] = []
    for utterance in dict.fromkeys(wording.utterance for wording in wordings):
        own = [wording for wording in wordings if wording.utterance == utterance]
        pairs += zip([w for w in own if w.side == "a"], [w for w in own if w.side == "b"], strict=False)
    return pairs


def pieces_of(alignment: str, only_a: str, only_b: str) -> list[Piece]:
    """Read an alignment and give each segment the words that it is about.

    Words that are not given are counted instead.

    >>> [(piece.same, piece.a, piece.b) for piece in pieces_of("=2 ~1/2 -1", "faith … too", "in bounds")]
    [(2, None, None), (0, 'faith', 'in bounds'), (0, 'too', None)]
    >>> [(piece.a, piece.b) for piece in pieces_of("~1/2", "", "")]
    [('(1 word)', '(2 words)')]
    """
    hunks = {"a": _hunks(only_a), "b": _hunks(only_b)}
    pieces = []
    for sign, first, second in SEGMENT.findall(alignment):
        if sign == "=":
            pieces.append(Piece(int(first), None, None, 0.0))
            continue
        counts = {"a": 0 if sign == "+" else int(first), "b": int(first) if sign == "+" else int(second or 0)}
        words: dict[str, str | None] = {"a": None, "b": None}
        for side, count in counts.items():
            if count:
                words[side] = hunks[side].pop(0) if hunks[side] else f"({count} word{'s' if count > 1 else ''})"
        pieces.append(Piece(0, words["a"], words["b"], 0.0))
    return pieces


def _hunks(only: str) -> list[str]:
    return [hunk.strip() for hunk in only.split(HUNKS) if hunk.strip()]


def _systems(pieces: list[Piece]) -> list[list[Piece]]:
    """Break an alignment into lines, as a score is broken into systems: both wordings at the same places."""
    room = WIDTH - LEFT - GAP
    lines: list[list[Piece]] = [[]]
    x = 0.0
    for piece in (part for whole in pieces for part in _parts(whole, room)):
        left = piece.same
        while left:
            fits = min(left, int((room - x) / WORD + 1e-9))
            if fits:
                lines[-1].append(Piece(fits, None, None, fits * WORD))
                x += fits * WORD + BETWEEN
                left -= fits
            if left:
                lines.append([])
                x = 0.0
        if piece.same:
            continue
        if x + piece.width > room and lines[-1]:
            lines.append([])
            x = 0.0
        lines[-1].append(piece)
        x += piece.width + BETWEEN
    return [line for line in lines if line] or [[]]


def _parts(piece: Piece, room: float) -> list[Piece]:
    """A piece that fits a line; words that are too many for one go on in the next."""
    if piece.same:
        return [piece._replace(same=min(piece.same, MOST_WORDS))]
    texts = [wrap_text(text or "", room - 2 * BETWEEN, SIZE) for text in (piece.a, piece.b)]
    parts = []
    for place in range(max(len(lines) for lines in texts)):
        a, b = (lines[place] if place < len(lines) else None for lines in texts)
        wide = max(text_width(text or "–", SIZE) for text in (a, b)) + 2 * BETWEEN
        parts.append(Piece(0, a, b, wide))
    return parts


def _height(lines: list[list[Piece]]) -> float:
    return len(lines) * (2 * LINE + PAIR) + UNDER


def _draw_head(axes: Axes, utterance: str, change: str, top: float) -> None:
    axes.plot([0, WIDTH], [top + 0.02, top + 0.02], color=RULE, linewidth=0.7)
    note = cut_text(change, WIDTH / 2, LABEL_SIZE)
    room = WIDTH - 4 * GAP - text_width(note, LABEL_SIZE)
    title, y = cut_text(utterance, room, HEAD_SIZE, bold=True), top + HEAD / 2 + 0.02
    axes.text(GAP, y, title, va="center_baseline", size=HEAD_SIZE, weight="bold", color=INK)
    axes.text(WIDTH - GAP, y, note, ha="right", va="center_baseline", size=LABEL_SIZE, color=QUIET)


def _draw_system(axes: Axes, line: list[Piece], pair: tuple[Wording, Wording] | None, top: float) -> None:
    for place in (0, 1):
        y = top + (place + 0.5) * LINE
        if pair:
            _draw_label(axes, pair[place], y)
        x = LEFT
        for piece in line:
            text = piece.b if place else piece.a
            if piece.same:
                _blocks(axes, x, y, piece.same)
            elif text is None:
                axes.text(x + piece.width / 2, y, "–", ha="center", va="center_baseline", size=SIZE, color=QUIET)
            else:
                wide, high = text_width(text, SIZE) + 2 * BETWEEN, LINE - 0.06
                axes.add_patch(Rectangle((x, y - high / 2), wide, high, facecolor=TINT, edgecolor="none"))
                axes.text(x + BETWEEN, y, text, va="center_baseline", size=SIZE, color=INK)
            x += piece.width + BETWEEN


def _blocks(axes: Axes, x: float, y: float, words: int) -> None:
    """One small block for each word."""
    for place in range(words):
        left = x + place * WORD
        axes.add_patch(Rectangle((left, y - 0.045), WORD - 0.02, 0.09, facecolor=BLOCK, edgecolor="none"))


def _draw_label(axes: Axes, wording: Wording, y: float) -> None:
    if wording.foreign:
        draw_bar(axes, (GAP, y - LINE / 2 + 0.02, HATCHED, LINE - 0.04), OutletStyle(COLOUR, foreign=True))
    left = GAP + HATCHED + GAP
    lines = wrap_text(wording.label, LEFT - left - GAP, LABEL_SIZE)
    size = LABEL_SIZE if len(lines) < 2 else NOTE_SIZE
    lines = wrap_text(wording.label, LEFT - left - GAP, size, LINES_OF_LABEL)
    for place, line in enumerate(lines):
        middle = y + (place - (len(lines) - 1) / 2) * line_height(size)
        axes.text(left, middle, line, va="center_baseline", size=size, color=INK)


def _note(pairs: list[tuple[Wording, Wording]]) -> str:
    note = "Each grey block is a word that both have; tinted: the words that differ; –: nothing in this wording."
    if any(wording.foreign for pair in pairs for wording in pair):
        note += " Hatched: a translator’s or carrier’s wording."
    return note
