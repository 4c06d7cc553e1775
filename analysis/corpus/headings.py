"""Headlines and subheadings, known by their shape and their place alone."""

import re
from collections.abc import Sequence

from analysis.corpus.shapes import INITIALS_LAST, Shape

#: Longest subheading and longest headline, in words and in characters (for scripts without word spaces).
HEADING_WORDS, HEADLINE_WORDS = 15, 25
#: Longest subheading that is written like a sentence, with small letters.
SENTENCE_CASE_WORDS = 12
HEADING_CHARACTERS, HEADLINE_CHARACTERS = 120, 200
#: More short lines than this in a row are a list or verse, not headings: inside a page, and at its top.
LINES_IN_A_ROW, LINES_AT_THE_TOP = 2, 7
#: A page whose long paragraphs mostly lack closing punctuation tells nothing by the lack of it.
LONG_CHARACTERS, CLOSED_SHARE = 60, 0.5
#: English words that no heading ends with: the sentence goes on after them.
UNFINISHED = re.compile(
    r"\b(?:an?|the|and|or|but|nor|of|to|with|by|from|for|at|into|onto|upon|than|as|that|which|who|whose|whom"
    r"|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|must|because|if|while|when"
    r"|their|its|his|her|our|your|my|this|these|those)$"
)
NOT_A_TITLE = re.compile(r"[-*•·▪■●◆▶►→@#/\\|+=~_]|\d+\)|https?:|www\.", re.IGNORECASE)
GOES_ON = re.compile(r"(?:[,;:(\[/-]|\.\.\.|…)['\"]?$")
ADDRESS = re.compile(r"https?://|www\.|\S@\S")
#: Speech and its reporting clause ('…," she said'): a sentence that lost its full stop.
SPEECH = re.compile(r"[,.?!]['\"] \w")
SPEAKER = re.compile(r"[^\W\d_][\w.'-]*(?: [\w.'-]+){0,3}: ?\S|[QA][.:] ?\S")


def heading_like(shape: Shape, *, words: int = HEADING_WORDS, characters: int = HEADING_CHARACTERS) -> bool:
    """Whether a paragraph, taken alone, could be a heading.

    It is short, has no closing punctuation (a title in capitals may ask or exclaim), does not start in lower
    case, is no list item, breaks off nowhere, and opens no quotation that it leaves open.

    >>> from analysis.corpus.shapes import shapes
    >>> from analysis.corpus.spans import Span
    >>> [heading_like(shapes(t, [Span(0, len(t))])[0]) for t in ("The long way back", "He came back.", "back again")]
    [True, False, False]
    """
    plain = shape.plain
    if not re.search(r"[^\W\d_]", plain) or shape.words > words or len(plain) > characters:
        return False
    if shape.starts_lower or NOT_A_TITLE.match(plain) or GOES_ON.search(plain) or ADDRESS.search(plain):
        return False
    if UNFINISHED.search(plain):
        return False
    if SPEECH.search(plain) or plain.count('"') % 2 or plain.count("(") != plain.count(")"):
        return False
    if not shape.closed:
        return shape.words <= SENTENCE_CASE_WORDS or words > HEADING_WORDS or shape.title_case
    asks = plain.rstrip("'\")]").endswith(("?", "!"))
    return shape.title_case and (asks or bool(INITIALS_LAST.search(plain)))


def headings(page: Sequence[Shape], free: Sequence[bool], opening: int) -> dict[int, str]:
    """Find the headings of a page.

    Parameters
    ----------
    page : sequence of Shape
        All paragraphs.
    free : sequence of bool
        For every paragraph whether no other rule has marked it.
    opening : int
        How many paragraphs stand before the first prose.

    Returns
    -------
    dict of int to str
        Paragraph number to "headline" (the first before any prose) or "subheading". Nothing where
        the page's long paragraphs mostly lack closing punctuation, and nothing after the last prose, because
        a heading heads something.
    """
    if not _punctuated(page):
        return {}
    found = _top(page, free, opening)
    speakers = sum(shape.closed and bool(SPEAKER.match(shape.plain)) for shape in page[opening:]) > 1
    last = max((i for i, shape in enumerate(page) if free[i] and shape.prose), default=-1)
    run: list[int] = []
    for i in range(opening, last + 1):
        if not free[i]:
            continue
        if heading_like(page[i]):
            run.append(i)
            continue
        if run and _heads(page, free, run, i, speakers=speakers):
            found |= dict.fromkeys(run, "subheading")
        run = []
    return found


def _punctuated(page: Sequence[Shape]) -> bool:
    """Whether sentences on this page end with punctuation, so that its absence says something."""
    told = [shape for shape in page if len(shape.plain) > LONG_CHARACTERS] or [s for s in page if s.prose]
    return bool(told) and sum(s.closed or s.plain.endswith(":") for s in told) >= CLOSED_SHARE * len(told)


def _top(page: Sequence[Shape], free: Sequence[bool], opening: int) -> dict[int, str]:
    """Return the headlines and standing lines before the first prose; the first is the headline."""
    titles = [
        i
        for i in range(opening)
        if free[i] and heading_like(page[i], words=HEADLINE_WORDS, characters=HEADLINE_CHARACTERS)
    ]
    if opening < len(page) and opening > 0 and page[opening].starts_lower and opening - 1 in titles:
        titles.remove(opening - 1)
    if len(titles) > LINES_AT_THE_TOP:
        titles = titles[:1]
    return {i: "subheading" if n else "headline" for n, i in enumerate(titles)}


def _heads(page: Sequence[Shape], free: Sequence[bool], run: list[int], after: int, *, speakers: bool) -> bool:
    """Whether a run of title-like lines heads the paragraph after it rather than belonging to the text around."""
    if len(run) > LINES_IN_A_ROW or page[after].starts_lower or not page[after].prose:
        return False
    if any(speakers and SPEAKER.match(page[i].plain) for i in run):
        return False
    spaced = any(shape.own_block for shape in page[1:])
    if spaced and not page[run[0]].own_block:
        return False
    before = next((i for i in range(run[0] - 1, -1, -1) if free[i]), None)
    return before is None or not _open(page[before])


def _open(shape: Shape) -> bool:
    """Whether a paragraph leads into what follows: it ends with a colon, or breaks off."""
    return shape.plain.rstrip("'\"").endswith(":") or (not shape.closed and not heading_like(shape))
