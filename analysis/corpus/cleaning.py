"""Everything on a saved page that is not the article's narrative, marked with a reason and never deleted."""

from collections.abc import Sequence

from analysis.corpus.datelines import dateline, words_in_capitals
from analysis.corpus.furniture import Pattern, head_pattern, paragraph_pattern, tail_pattern
from analysis.corpus.headings import heading_like, headings
from analysis.corpus.page_end import page_end
from analysis.corpus.repetition import repetitions
from analysis.corpus.shapes import Shape, shapes
from analysis.corpus.spans import Mark, Span

#: A line this short that links to other stories is only the title of a list of links.
TITLE_WORDS = 5
#: At most this many short lines between two lines of furniture belong to them.
LINES_BETWEEN = 3
SHORT_LINE_WORDS = 8


def marks(text: str, paragraphs: Sequence[Span]) -> list[Mark]:
    r"""Mark what is not narrative: furniture, headings, bylines, captions, notes, corrections, repetitions.

    Rules are general: patterns from `resources/furniture.toml`, the shape of a line, its place on the page, and
    repetition. Where they are unsure a paragraph stays unmarked, because narrative that is set aside is
    lost to every count, while a line of furniture hardly moves one.

    Parameters
    ----------
    text : str
        The raw text.
    paragraphs : sequence of Span
        Its paragraphs, in order (`analysis.corpus.paragraphs.paragraphs`).

    Returns
    -------
    list of Mark
        Sorted and disjoint. A mark covers a paragraph, or the dateline, label or credit at one's ends.

    Examples
    --------
    >>> page = "Bridge falls\n\nRIVERTON - The bridge fell on Monday night.\n\nLeave a Reply"
    >>> spans = [Span(0, 12), Span(14, 57), Span(59, 72)]
    >>> [(m.of(page), m.kind, m.reason) for m in marks(page, spans)]  # doctest: +NORMALIZE_WHITESPACE
    [('Bridge falls', 'heading', 'headline'),
     ('RIVERTON - ', 'byline', 'dateline'),
     ('Leave a Reply', 'furniture', 'comment form')]
    """
    page = shapes(text, paragraphs)
    whole = _whole_paragraphs(page)
    found = [Mark(page[i].span.start, page[i].span.end, kind, reason) for i, (kind, reason) in whole.items()]
    capitals = words_in_capitals(shape.plain for shape in page)
    first = True
    for i, shape in enumerate(page):
        if i not in whole:
            found += _ends(shape, capitals, first=first)
            first = first and not shape.prose
    return sorted(found)


def _whole_paragraphs(page: Sequence[Shape]) -> dict[int, tuple[str, str]]:
    """Return kind and reason of every paragraph that is marked as a whole."""
    patterns = [paragraph_pattern(shape, "anywhere") for shape in page]
    opening = _opening(page, patterns)
    for i in range(opening):
        patterns[i] = patterns[i] or paragraph_pattern(page[i], "start of the page")
    found: dict[int, tuple[str, str]] = {}
    _add(found, "repeated", repetitions(page, [_is_furniture(p) for p in patterns]), patterns)
    for i, (kind, reason) in _titled(page, patterns).items():
        found.setdefault(i, (kind, reason))
    _add(found, "furniture", page_end(page, patterns, [i in found for i in range(len(page))]), patterns)
    found |= {i: (p.kind, p.reason) for i, p in enumerate(patterns) if p}
    free = [i not in found for i in range(len(page))]
    _add(found, "heading", headings(page, free, opening), patterns)
    _add(found, "furniture", _between(page, found, opening), patterns)
    return found


def _add(
    found: dict[int, tuple[str, str]], kind: str, reasons: dict[int, str], patterns: Sequence[Pattern | None]
) -> None:
    """Add paragraphs of one kind where neither an earlier rule nor a pattern has spoken."""
    for i, reason in sorted(reasons.items()):
        if patterns[i] is None:
            found.setdefault(i, (kind, reason))


def _opening(page: Sequence[Shape], patterns: Sequence[Pattern | None]) -> int:
    """Return how many paragraphs stand before the first prose that no pattern knows."""
    return next((i for i, shape in enumerate(page) if patterns[i] is None and shape.prose), len(page))


def _is_furniture(pattern: Pattern | None) -> bool:
    return pattern is not None and pattern.kind == "furniture"


def _titled(page: Sequence[Shape], patterns: Sequence[Pattern | None]) -> dict[int, tuple[str, str]]:
    """Return what stands under a title line: the text of a note, the links of a list of stories."""
    found: dict[int, tuple[str, str]] = {}
    for i, pattern in enumerate(patterns):
        after = i + 1
        if pattern is None:
            continue
        if pattern.after == "next paragraph":
            if after < len(page) and patterns[after] is None and page[after].prose:
                found[after] = (pattern.kind, pattern.reason)
        elif pattern.reason == "related stories" and page[i].words <= TITLE_WORDS:
            while after < len(page) and patterns[after] is None and heading_like(page[after]):
                found[after] = (pattern.kind, pattern.reason)
                after += 1
    return found


def _between(page: Sequence[Shape], found: dict[int, tuple[str, str]], opening: int) -> dict[int, str]:
    """Return the few short lines that stand directly between two lines of furniture inside the page."""
    between: dict[int, str] = {}
    run: list[int] = []
    inside = False
    for i in range(opening, len(page)):
        if found.get(i, ("", ""))[0] == "furniture":
            if inside and len(run) <= LINES_BETWEEN:
                between |= dict.fromkeys(run, "between furniture lines")
            inside, run = True, []
        elif i in found or page[i].prose or page[i].words > SHORT_LINE_WORDS or page[i].plain.startswith('"'):
            inside, run = False, []
        else:
            run.append(i)
    return between


def _ends(shape: Shape, capitals: frozenset[str], *, first: bool) -> list[Mark]:
    """Return the marks at the head and the tail of a paragraph that is narrative otherwise."""
    found = []
    start, end = shape.span.start, shape.span.end
    head = 0
    if named := head_pattern(shape):
        pattern, head = named
        found.append(Mark(start, start + head, pattern.kind, pattern.reason))
    elif head := dateline(shape.plain, capitals, first=first):
        found.append(Mark(start, start + head, "byline", "dateline"))
    if (named := tail_pattern(shape)) and named[1] > head:
        pattern, tail = named
        found.append(Mark(start + tail, end, pattern.kind, pattern.reason))
    return found
