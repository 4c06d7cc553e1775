"""Rows of the matrix of statements: values printed into cells, or letters in cells and the values beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.figures.column_heads import GAP, Heads, draw_bar
from analysis.figures.sheet import cut_text, line_height, text_width, wrap_text
from analysis.figures.style import INK, QUIET

#: One per distinct value of a row; a ninth begins again, told apart by its text or letter.
TINTS = ("#d3e2f0", "#fbd9b5", "#d2ead2", "#e6d5ec", "#f4e8a9", "#c8e6e6", "#f5cdcd", "#dfd9cf")
SILENT, REPEATED = "·", "‡"
SUBJECT = 8.0
SUBJECT_LINES, VALUE_LINES, SAID_LINES, KEY_LINES = 4, 3, 2, 8
#: Inches between text and the edge of its cell, between cells, of the bar of foreign wording, of a letter's tint and
#: behind it.
PAD, BETWEEN, EDGE, CHIP, AFTER = 0.06, 0.03, 0.055, 0.13, 0.05
KEY_SIZE = 7.2
#: Points by which the line on whose word is smaller.
SMALLER = 0.6


class Statement(NamedTuple):
    """What one account says on a subject: the lines to print, on whose word, and which of the row's values it is."""

    lines: list[str]
    said: list[str]
    group: int
    repeated: bool


@dataclass(frozen=True)
class PrintedRow:
    """A row that prints each account's value."""

    subject: list[str]
    cells: dict[str, list[Statement]]
    size: float

    @property
    def height(self) -> float:
        """Inches."""
        stacks = [sum(self._height(one) for one in stack) for stack in self.cells.values()]
        return max([line_height(SUBJECT) * len(self.subject), *stacks, line_height(self.size)]) + 2 * PAD + BETWEEN

    def _height(self, statement: Statement) -> float:
        return line_height(self.size) * len(statement.lines) + line_height(self.size - SMALLER) * len(statement.said)

    def draw(self, axes: Axes, top: float, heads: Heads) -> None:
        """Draw the row downwards from `top`."""
        _lines(axes, self.subject, (GAP, top + PAD), SUBJECT)
        for name, style in zip(heads.names, heads.styles, strict=True):
            x, cell = heads.middle(name) - heads.cell / 2, heads.cell - BETWEEN
            stack, bottom = self.cells.get(name, []), top + self.height - BETWEEN
            if not stack:
                axes.text(heads.middle(name), (top + bottom) / 2, SILENT, ha="center", va="center", color=QUIET)
                continue
            # What an account says twice differently shares its cell, in proportion to the lines.
            lines = sum(self._height(one) for one in stack)
            for y, height, one in _shares(top, bottom, [self._height(one) / lines for one in stack]):
                _tint(axes, (x + BETWEEN / 2, y, cell, height), stack[one].group)
                start = y + (height - self._height(stack[one])) / 2
                left = x + BETWEEN / 2 + PAD + (EDGE if style.foreign else 0)
                _lines(axes, stack[one].lines, (left, start), self.size)
                start += line_height(self.size) * len(stack[one].lines)
                _lines(axes, stack[one].said, (left, start), self.size - SMALLER, colour=QUIET, slant="italic")
            if style.foreign:
                draw_bar(axes, (x + BETWEEN / 2, top, EDGE, bottom - top), style)


def printed_row(rows: pd.DataFrame, heads: Heads, size: float) -> PrintedRow:
    """Break one item's values to the width of the columns."""
    cells: dict[str, list[Statement]] = {}
    for row in rows[rows["column"].isin(heads.names)].itertuples(index=False):
        foreign = heads.styles[heads.names.index(row.column)].foreign
        room = heads.cell - BETWEEN - 2 * PAD - (EDGE if foreign else 0)
        value = f"{row.value}{' ' + REPEATED if row.repeated else ''}"
        lines = wrap_text(value, room, size, VALUE_LINES) or ["–"]
        if row.repeated and not lines[-1].endswith(REPEATED):
            lines[-1] = cut_text(lines[-1], room - text_width(f" {REPEATED}", size), size) + f" {REPEATED}"
        said = wrap_text(str(row.said_by), room, size - SMALLER, SAID_LINES)
        cells.setdefault(row.column, []).append(Statement(lines, said, int(row.group), bool(row.repeated)))
    subject = wrap_text(str(rows["subject"].iloc[0]), heads.left - 2 * GAP, SUBJECT, SUBJECT_LINES)
    return PrintedRow(subject, cells, size)


class Entry(NamedTuple):
    """A value written beside the letters: where it stands in inches from the row's corner, letter and tint first."""

    x: float
    line: int
    group: int
    lines: list[str]


@dataclass(frozen=True)
class LetteredRow:
    """A row whose cells hold letters; its values are written under the subject."""

    subject: list[str]
    entries: list[Entry]
    cells: dict[str, list[Statement]]
    size: float

    @property
    def height(self) -> float:
        """Inches."""
        below = max((entry.line + len(entry.lines) for entry in self.entries), default=0)
        text = line_height(SUBJECT) * len(self.subject) + line_height(KEY_SIZE) * below
        most = max((len(stack) for stack in self.cells.values()), default=1)
        letters = line_height(self.size) * max(2 if one.repeated else 1 for s in self.cells.values() for one in s)
        return max(text, letters * most) + PAD + 2 * BETWEEN

    def draw(self, axes: Axes, top: float, heads: Heads) -> None:
        """Draw the row downwards from `top`."""
        _lines(axes, self.subject, (GAP, top + BETWEEN), SUBJECT)
        start = top + BETWEEN + line_height(SUBJECT) * len(self.subject)
        for entry in self.entries:
            y = start + entry.line * line_height(KEY_SIZE)
            letters = letters_of(entry.group) if entry.group >= 0 else ""
            if letters:
                chip = _chip(letters) - AFTER
                _tint(axes, (entry.x, y + 0.005, chip, line_height(KEY_SIZE) - 0.015), entry.group)
                axes.text(entry.x + chip / 2, y + line_height(KEY_SIZE) / 2, letters, ha="center",
                          va="center_baseline", size=KEY_SIZE - 0.7, color=INK)  # fmt: skip
            _lines(axes, entry.lines, (entry.x + _chip(letters), y), KEY_SIZE, colour=INK if letters else QUIET)
        bottom, gap = top + self.height - BETWEEN, min(BETWEEN, heads.cell / 8)
        for name in heads.names:
            x, stack = heads.middle(name) - heads.cell / 2, self.cells.get(name, [])
            if not stack:
                axes.text(heads.middle(name), (top + bottom) / 2, SILENT, ha="center", va="center", color=QUIET)
                continue
            for y, height, one in _shares(top, bottom, [1 / len(stack)] * len(stack)):
                _tint(axes, (x + gap / 2, y, heads.cell - gap, height), stack[one].group)
                letters = letters_of(stack[one].group) + (f"\n{REPEATED}" if stack[one].repeated else "")
                axes.text(heads.middle(name), y + height / 2, letters, ha="center", va="center", size=self.size,
                          color=INK, linespacing=0.95)  # fmt: skip


def lettered_row(rows: pd.DataFrame, heads: Heads) -> LetteredRow:
    """Write out one item's values, each once, behind the letter that stands in the cells."""
    rows = rows[rows["column"].isin(heads.names)]
    cells: dict[str, list[Statement]] = {}
    texts: dict[int, str] = {}
    for group, same in rows.groupby("group"):
        # A letter stands for all who give the value: on whose word is said only where they agree.
        said = same["said_by"].iloc[0] if len(set(same["said_by"])) == 1 else ""
        texts[int(group)] = f"{same['value'].iloc[0]} ({said})" if said else same["value"].iloc[0]
    for row in rows.itertuples(index=False):
        stack = cells.setdefault(row.column, [])
        if int(row.group) not in [one.group for one in stack]:
            stack.append(Statement([], [], int(row.group), bool(row.repeated)))
    room = heads.left - 4 * GAP
    subject = wrap_text(str(rows["subject"].iloc[0]), room, SUBJECT, 2)
    return LetteredRow(subject, _entries(texts, room), cells, heads.size)


def _entries(texts: dict[int, str], room: float) -> list[Entry]:
    """Set values one behind the other, in a new line where the rest of the line is too short."""
    entries: list[Entry] = []
    x, line = GAP, 0
    for done, (group, text) in enumerate(texts.items()):
        chip = _chip(letters_of(group))
        wide = chip + text_width(text, KEY_SIZE)
        if x > GAP and x + wide > GAP + room:
            x, line = GAP, line + 1
        if line >= KEY_LINES - 1 and done < len(texts) - 1:
            entries.append(Entry(GAP, line, -1, [f"and {len(texts) - done} more values"]))
            break
        lines = wrap_text(text, room - chip, KEY_SIZE, 2) or ["–"]
        entries.append(Entry(x, line, group, lines))
        x, line = (x + wide + 0.1, line) if len(lines) == 1 else (GAP, line + len(lines))
    return entries


def _chip(letters: str) -> float:
    """Width of a tinted letter with the space behind it."""
    return max(CHIP, text_width(letters, KEY_SIZE) + 0.03) + AFTER if letters else 0.0


def letters_of(group: int) -> str:
    """Return the letters of a value: a to z, then aa, ab and so on.

    >>> letters_of(0), letters_of(25), letters_of(26)
    ('a', 'z', 'aa')
    """
    most = len(ascii_lowercase)
    return (letters_of(group // most - 1) if group >= most else "") + ascii_lowercase[group % most]


def _shares(top: float, bottom: float, shares: Sequence[float]) -> list[tuple[float, float, int]]:
    """Divide a cell from top to bottom: top, height and place of each part."""
    parts, y = [], top
    for place, share in enumerate(shares):
        height = share * (bottom - top)
        parts.append((y, height - (BETWEEN / 2 if place < len(shares) - 1 else 0), place))
        y += height
    return parts


def _tint(axes: Axes, place: tuple[float, float, float, float], group: int) -> None:
    x, y, width, height = place
    axes.add_patch(Rectangle((x, y), width, height, facecolor=TINTS[group % len(TINTS)], edgecolor="none"))


def _lines(
    axes: Axes, lines: Sequence[str], at: tuple[float, float], size: float, *, colour: str = INK, slant: str = "normal"
) -> None:
    for place, line in enumerate(lines):
        y = at[1] + (place + 0.5) * line_height(size)
        axes.text(at[0], y, line, va="center_baseline", size=size, color=colour, style=slant)
