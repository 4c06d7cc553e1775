"""Paragraphs: where one ends, in text that was typed, scraped or wrapped at a fixed width."""

import re
from itertools import pairwise

from analysis.corpus.spans import Span

#: Characters without ink that `str.strip` leaves: zero-width space and joiners, directional marks,
#: word joiner, byte order mark, soft hyphen.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
#: A line of the file, with whatever ends it. U+2028 and U+0085 end lines; U+2029 and form feed, see BREAKS.
LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(\r\n|[\r\n\x0b\x0c\x85\u2028\u2029])?")
#: Line ends that end a paragraph too, as a blank line does.
BREAKS = ("\u2029", "\x0c")
#: Where a column of hard-wrapped text may end, in characters.
NARROWEST, WIDEST = 50, 110
#: Share of the breaks inside a block that must fall in mid-sentence for it to be hard-wrapped.
MID_SENTENCE = 0.5
SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]']*$")


def paragraphs(text: str) -> list[Span]:
    r"""Return the paragraphs of a text, in order and without the white space around them.

    Blank lines part blocks. A block of several lines is one paragraph if it was wrapped at a fixed width
    and as many paragraphs as it has lines otherwise, because that is how pages are saved: a line is a
    paragraph, a heading or an item of a list.

    Parameters
    ----------
    text : str
        The raw text; every kind of line end is understood.

    Returns
    -------
    list of Span
        Non-empty, disjoint and in order; every visible character lies in one.

    Examples
    --------
    >>> [p.of("Alarm\r\n\r\n  It rang.\u00a0\nNobody came.\n") for p in paragraphs(
    ...     "Alarm\r\n\r\n  It rang.\u00a0\nNobody came.\n")]
    ['Alarm', 'It rang.', 'Nobody came.']
    """
    found: list[Span] = []
    for block in _blocks(text):
        if _hard_wrapped([line.of(text) for line in block]):
            found.append(Span(block[0].start, block[-1].end))
        else:
            found.extend(block)
    return found


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``text[start:end]`` without white space and invisible characters at its ends; None if nothing is left.

    >>> trimmed(" a b ", 0, 5)
    Span(start=1, end=4)
    """
    while start < end and _inkless(text[start]):
        start += 1
    while end > start and _inkless(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _inkless(character: str) -> bool:
    return character.isspace() or character in INVISIBLE


def _blocks(text: str) -> list[list[Span]]:
    """Return runs of lines that have ink, each line trimmed."""
    blocks: list[list[Span]] = [[]]
    for match in LINE.finditer(text):
        line = trimmed(text, match.start(), match.end())
        if line is not None:
            blocks[-1].append(line)
        if line is None or match[1] in BREAKS:
            blocks.append([])
    return [block for block in blocks if block]


def _hard_wrapped(lines: list[str]) -> bool:
    """Whether lines are pieces of one paragraph that was filled up to a fixed width.

    Filling is greedy: a line ends where the next word would have passed the margin. So in wrapped text no
    line could have taken the first word of the next, which hardly ever holds of lists, verse or paragraphs.
    """
    if len(lines) < 2:
        return False
    margin = max(map(len, lines))
    if not NARROWEST <= margin <= WIDEST:
        return False
    breaks = list(pairwise(lines))
    if any(len(line) + 1 + len(after.split(None, 1)[0]) <= margin for line, after in breaks):
        return False
    open_ended = sum(not SENTENCE_END.search(line) for line, _ in breaks)
    goes_on = any(after[0].islower() for _, after in breaks)
    return goes_on and open_ended >= MID_SENTENCE * len(breaks)
