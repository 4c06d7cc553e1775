"""A sheet measured in inches, and text that keeps to its place on it."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font

from analysis.figures.style import STYLE, WIDTH, bare, figure

#: Points per inch; line height and a margin for kerning, in sizes of the type.
POINTS, LEADING, KERNING = 72.0, 1.24, 1.03
#: Width of the box that stands for a letter the typeface lacks, in sizes of the type.
BOX = 1.12
#: No label needs more of a text than this; the rest of a very long one is not measured.
LONGEST_TEXT = 600
ELLIPSIS = "…"


def sheet(height: float) -> tuple[Figure, Axes]:
    """Return a figure and empty axes that fill it: one unit is one inch, the origin is at the top left.

    Made for drawings in which every place follows from measured text; call it inside a context of `STYLE`.
    """
    drawing = figure(height)
    drawing.set_layout_engine("none")
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    bare(axes)
    return drawing, axes


@cache
def _typeface(bold: bool) -> FT2Font:
    """A copy of the typeface of our own: measuring must not change the one that is drawn with."""
    face = FontProperties(family=STYLE["font.family"], weight="bold" if bold else "normal")
    font = FT2Font(findfont(face))
    font.set_size(100, POINTS)
    return font


@cache
def _advance(letter: str, bold: bool) -> float:
    font = _typeface(bold)
    place = font.get_char_index(ord(letter))
    return font.load_glyph(place).linearHoriAdvance / 65536 / 100 if place else BOX


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text in inches, the sum of its letters' widths.

    >>> text_width("mm", 9) > text_width("ii", 9)
    True
    """
    return KERNING * sum(_advance(letter, bold) for letter in text) * size / POINTS


def line_height(size: float) -> float:
    """Height of a line of text in inches.

    >>> line_height(10) > 10 / 72
    True
    """
    return LEADING * size / POINTS


def cut_text(text: str, inches: float, size: float, *, bold: bool = False) -> str:
    """Cut a line that is wider than its place.

    >>> cut_text("a word", 3, 9), cut_text("a very long line of words", 0.8, 9)
    ('a word', 'a very lon…')
    """
    text = " ".join(text[:LONGEST_TEXT].split())
    if text_width(text, size, bold=bold) <= inches:
        return text
    kept, room = "", inches - text_width(ELLIPSIS, size, bold=bold)
    for letter in text:
        room -= text_width(letter, size, bold=bold)
        if room < 0:
            break
        kept += letter
    return kept.rstrip() + ELLIPSIS


def cut_labels(texts: Sequence[str], inches: float, size: float, *, bold: bool = False) -> list[str]:
    """Cut lines that are wider than their place, in the middle where their beginnings are the same.

    >>> cut_labels(["The Daily Chronicle North", "The Daily Chronicle South", "Echo"], 1.2, 9)
    ['The Da…North', 'The Da…South', 'Echo']
    """
    cut = {text: cut_text(text, inches, size, bold=bold) for text in texts}
    alike = Counter(cut.values())
    return [cut[t] if alike[cut[t]] == 1 else _cut_in_the_middle(t, inches, size, bold) for t in texts]


def _cut_in_the_middle(text: str, inches: float, size: float, bold: bool) -> str:
    text = " ".join(text[:LONGEST_TEXT].split())
    head, tail = (cut_text(part, inches / 2, size, bold=bold) for part in (text, text[::-1]))
    return head.removesuffix(ELLIPSIS).rstrip() + tail[::-1]


def wrap_text(text: str, inches: float, size: float, most: float = math.inf, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit: between words, inside a word that is wider than a line.

    Parameters
    ----------
    text : str
        Of any script; white space becomes single spaces.
    inches : float
        Width of the place.
    size : float
        Of the type, in points.
    most : float
        Lines that find room; the last one says by "…" that there was more.
    bold : bool
        Whether the type is bold, and so wider.

    Returns
    -------
    list of str
        No lines for an empty text.

    Examples
    --------
    >>> wrap_text("about two hundred people", 0.9, 9)
    ['about two', 'hundred', 'people']
    >>> wrap_text("about two hundred people", 0.9, 9, 2)
    ['about two', 'hundred…']
    """
    lines: list[str] = []
    line = ""
    for word in text[:LONGEST_TEXT].split():
        joined = f"{line} {word}" if line else word
        if text_width(joined, size, bold=bold) <= inches:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, inches, size, bold)
        lines += full
    if line:
        lines.append(line)
    if len(lines) > most:
        kept = int(most)
        lines = [*lines[: kept - 1], _with_ellipsis(lines[kept - 1], inches, size, bold)]
    return lines


def _broken(word: str, inches: float, size: float, bold: bool) -> list[str]:
    parts, part, used = [], "", 0.0
    for letter in word:
        wide = text_width(letter, size, bold=bold)
        if part and used + wide > inches:
            parts.append(part)
            part, used = "", 0.0
        part, used = part + letter, used + wide
    return [*parts, part]


def _with_ellipsis(line: str, inches: float, size: float, bold: bool) -> str:
    while line and text_width(line + ELLIPSIS, size, bold=bold) > inches:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
