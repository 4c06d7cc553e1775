"""Direct quotations: what stands between quotation marks, right marks or odd ones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from analysis.corpus.paragraphs import INVISIBLE
from analysis.corpus.spans import Span

#: Double marks, guillemets and what stands for them on a typewriter.
DOUBLE = re.compile(r"[\"“”„‟«»＂]|``|''")
#: Where single marks may open and close; an apostrophe is none (don’t, ’90s, ’em).
SINGLE_OPEN = re.compile(
    r"""(?<![^\s(\[{—–―/"“„«-])(?:‘|'(?!'))(?=[^\W_]|[“"«$(\[…])"""
    r"""(?!(?:\d\ds?|em|til|till|tis|twas|twere|cause|cos|n|bout|round|nother|neath|s|t)\b)""",
    re.IGNORECASE,
)
SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'’(\[{])[’'](?![^\W_]|')")
#: A possessive plural that looks like the end of a quotation: the fighters’ cause.
POSSESSIVE = re.compile(r"(?<=[sS])[’'](?=\s[^\W\d_])")
#: Inches and seconds: 6'2", 40°30'15".
MEASURE = re.compile(r"\d['’]\s?\d{1,2}(?:\.\d+)?\Z")
#: A measure in inches alone: a 48" pipe.
INCHES = re.compile(r"[\"＂]\s[a-z]")
OPENING_BRACKETS = "([{—–―-/‘'“„"
#: What closes one, odd marks among it.
CLOSING_MARKS = "”\"’'“»«‘＂`„"
#: What begins a quotation.
OPENING = re.compile(r"[\"“”„‟«»＂‘']|``")
#: A quotation may pass so many paragraphs that bear no mark, if a closing mark comes at last.
UNMARKED_PARAGRAPHS = 4
#: Pairs of marks as they ought to be.
PAIRS = {('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("«", "»"), ("»", "«"), ("»", "»")} | {
    ("‘", "’"), ("'", "'"), ("``", "''"), ("''", "''"), ("‟", "”"), ("＂", "＂")
}  # fmt: skip

CLOSURES = {
    "closed": "by the mark that belongs to its opening mark",
    "odd mark": "by another mark: an opening one used as closing, a straight one, the opening of the next quotation",
    "paragraph end": "never closed, or goes on in the next paragraph",
}


@dataclass(frozen=True, order=True)
class Quotation(Span):
    """A quotation with its marks; `closure` is one of `CLOSURES` and says how it ended."""

    closure: str


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return the outermost quotations of a text, in order: speech, titles and scare quotes alike.

    Marks are read by what stands beside them, so that a mark turned the wrong way still opens or closes.
    A quotation never passes the end of its paragraph: one of several paragraphs is one quotation in each.
    Single marks count where an opening and a closing one enclose words and no double ones are open.

    Parameters
    ----------
    text : str
        The raw text.
    paragraphs : sequence of Span
        Its paragraphs, in order.

    Returns
    -------
    list of Quotation
        Disjoint and in order.

    Examples
    --------
    >>> text = "The “old” mill’s owner said: 'I won't sell it.' “Never, he said. “Not to ‘friends’ either. “"
    >>> [(q.of(text), q.closure) for q in quotations(text, [Span(0, len(text))])]
    [('“old”', 'closed'), ("'I won't sell it.'", 'closed'), ('“Never, he said.', 'odd mark'), \
('“Not to ‘friends’ either. “', 'odd mark')]
    """
    found: list[Quotation] = []
    left_open = False
    unmarked: list[Span] = []  # paragraphs without a mark since a quotation was left open
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        inside = _in_paragraph(text, paragraph, left_open=left_open)
        if following and SINGLE_OPEN.match(text, following.start, following.end):
            inside += _open_single(text, paragraph, inside)
        if left_open and not inside and len(unmarked) < UNMARKED_PARAGRAPHS:
            unmarked.append(paragraph)
            continue
        if inside and inside[0].start == paragraph.start and not OPENING.match(text, paragraph.start):
            found.extend(Quotation(quoted.start, quoted.end, "paragraph end") for quoted in unmarked)
        unmarked.clear()
        found.extend(inside)
        left_open = bool(inside) and inside[-1].closure == "paragraph end"
    return found


def _open_single(text: str, paragraph: Span, inside: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotation in single marks that a paragraph leaves open, as the next one begins with such a mark."""
    after = max(paragraph.start, inside[-1].end if inside else paragraph.start)
    for opening in SINGLE_OPEN.finditer(text, after, paragraph.end):
        leads = opening.start() == paragraph.start or _punctuated(text, paragraph.start, opening.start())
        if leads and _punctuated(text, opening.end(), paragraph.end):
            return [Quotation(opening.start(), paragraph.end, "paragraph end")]
    return []


def _in_paragraph(text: str, paragraph: Span, *, left_open: bool) -> list[Quotation]:
    """Return a paragraph's quotations; when marks do not balance, read them again as following each other."""
    marks = list(DOUBLE.finditer(text, paragraph.start, paragraph.end))
    singles = _Singles(text, paragraph, marks)
    found = list(_scan(text, paragraph, marks, singles, left_open=left_open, nesting=True))
    if found and found[-1].closure == "paragraph end":
        last = found.pop()
        rest = Span(last.start, paragraph.end)
        marks = [mark for mark in marks if mark.start() >= rest.start]
        found.extend(_scan(text, rest, marks, singles, left_open=False, nesting=False))
    return found


def _scan(
    text: str,
    paragraph: Span,
    marks: Sequence[re.Match[str]],
    singles: "_Singles",
    *,
    left_open: bool,
    nesting: bool,
) -> Iterator[Quotation]:
    """Yield quotations from left to right.

    With `nesting`, an opening mark inside a quotation opens an inner one. Without, it ends the quotation if
    the words before it end in a punctuation mark, because then a closing mark was forgotten there.
    """
    opened: list[re.Match[str]] = []
    position = paragraph.start
    for mark in marks:
        if mark.start() < position:
            continue
        if not opened:
            for single in singles.between(position, mark.start()):
                yield single
                position = single.end
            if mark.start() < position:
                continue
        role = _role(text, paragraph, mark, opened[-1] if opened else None)
        if role == "open":
            if opened and not nesting and (forgotten := _punctuated(text, opened[0].start(), mark.start())):
                yield Quotation(opened[0].start(), forgotten, "odd mark")
                opened.clear()
            opened.append(mark)
        elif role == "close" and opened:
            if len(opened) == 1:
                pair = (opened[0][0], mark[0])
                yield Quotation(opened[0].start(), mark.end(), "closed" if pair in PAIRS else "odd mark")
            opened.pop()
            position = mark.end()
        elif role == "close" and left_open and position == paragraph.start:
            yield Quotation(paragraph.start, mark.end(), "closed")
            position = mark.end()
        left_open = False
    if opened:
        yield Quotation(opened[0].start(), paragraph.end, "paragraph end")
    else:
        yield from singles.between(position, paragraph.end)


def _punctuated(text: str, start: int, end: int) -> int | None:
    """Return where the words before an opening mark end, if they end in a punctuation mark; else None."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return end if text[end - 1] in ".!?…,:;" else None


def _role(text: str, paragraph: Span, mark: re.Match[str], last: re.Match[str] | None) -> str:
    """Return "open", "close" or "" for a double mark, from its neighbours and the mark that is open."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else ""
    apart = before.isspace() or before in INVISIBLE  # from what precedes
    trails = not after or after.isspace() or after in ".,;:!?)]}…" or after in INVISIBLE
    leads = (apart or before in OPENING_BRACKETS) and not trails
    straight = mark[0] in ('"', "＂", "''")
    if straight and before.isdigit():
        if MEASURE.search(text, max(paragraph.start, mark.start() - 10), mark.start()):
            return ""
        if last is None and INCHES.match(text, mark.start(), paragraph.end):
            return ""
    if last is None:
        if mark[0] == "«":
            return "open" if after else "close"
        if mark[0] in "”»":
            return "open" if leads else "close"
        if straight:
            return "open" if leads or after.isalnum() or (apart and after.isspace()) else "close"
        return "close" if (trails and not apart) or not after else "open"
    opened = last[0]
    if (opened in "«»") != (mark[0] in "«»"):
        return ""
    if last.end() == mark.start() and not trails:  # two opening marks; nothing is quoted between them
        return "open"
    if mark[0] in "”»" or (mark[0] == "«" and opened == "»") or (mark[0] == "“" and opened == "„"):
        return "close"
    if mark[0] in ("«", "„", "‟", "``"):
        return "open"
    return "open" if leads else "close"


class _Singles:
    """Quotations in single marks, found where they are asked for."""

    def __init__(self, text: str, paragraph: Span, doubles: Sequence[re.Match[str]]) -> None:
        self.text = text
        self.starts = [m.start() for m in SINGLE_OPEN.finditer(text, paragraph.start, paragraph.end)]
        self.ends = [m.start() for m in SINGLE_CLOSE.finditer(text, paragraph.start, paragraph.end)]
        self.doubles = [m.start() for m in doubles]

    def between(self, position: int, limit: int) -> Iterator[Quotation]:
        """Yield quotations that open at `position` or later and before `limit`."""
        for index in range(bisect_left(self.starts, position), bisect_left(self.starts, limit)):
            start = self.starts[index]
            if start < position:
                continue
            end = self._end(start)
            if end is not None:
                right = (self.text[start], self.text[end - 1]) in PAIRS
                yield Quotation(start, end, "closed" if right else "odd mark")
                position = end

    def _end(self, start: int) -> int | None:
        """Return where a quotation that opens at `start` ends: past its mark; None if no mark closes it."""
        first = bisect_right(self.ends, start)
        if first == len(self.ends):
            return None
        end = self.ends[first]
        if POSSESSIVE.match(self.text, end) and first + 1 < len(self.ends):
            later = self.ends[first + 1]
            if not POSSESSIVE.match(self.text, later) and bisect_left(self.starts, later) == bisect_right(
                self.starts, start
            ):
                end = later
        inside = bisect_left(self.doubles, end) - bisect_left(self.doubles, start)
        return end + 1 if inside % 2 == 0 else None
