"""Sentences: where one ends, by rules about full stops, abbreviations and quotation marks."""

import re
from collections.abc import Iterator, Sequence

from analysis.corpus.paragraphs import INVISIBLE
from analysis.corpus.sentence_ends import LOWER_NAME, Place, ends_sentence
from analysis.corpus.spans import Span

#: Marks that may end a sentence; spaced dots (. . .) and a stop with dots after it (. ...) are one mark.
MARK = re.compile(r"[.!?…‽؟۔।。！？]+(?:[ \u00a0](?:\.(?![\w.])|\.{2,}(?!\d)|…))*")
#: What still belongs to the sentence after its mark: closing quotation marks and brackets, opening marks
#: that stand where only a closing one can, after a space too, and numbers of notes.
CLOSING = re.compile(
    r"""(?:["”’»›)\]}'″]|[“‘„](?=\s|\Z)|[«‹](?=[\s.,]|\Z))*(?:\[\d{1,3}\])*"""
    r"""(?:[ \u00a0]{1,2}(?:[”“’»›]+(?=\s|\Z)|"\Z))?"""
)
BLANK = re.compile(rf"[\s{INVISIBLE}]*")
#: What may stand before the first word of a sentence: opening marks, dashes of dialogue, bullets.
OPENING = re.compile(r"""["“”„‟«»‹›‘’'(\[{¿¡•·*–—―\- \u00a0]{0,12}""")
BRACKET = re.compile(r"[()\[\]]")
BYLINE = re.compile(r"by\s+[^\W\d_a-z]")
#: Code points read on either side of a mark: more than any rule needs, and little enough for linear time.
REACH = 100
#: A paragraph broken in mid-sentence is at least this many words long; shorter lines are headings or items.
BROKEN_WORDS = 8
#: Brackets longer than this were probably never closed, and hold nothing together.
LONGEST_ASIDE = 500


def sentences(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Return the sentences of a text in order, each with its closing marks.

    A sentence lies in one paragraph, unless the paragraph was broken in mid-sentence: it has no closing mark
    and the next one starts in lower case. Quotations of several sentences are split. A quotation that ends in ?
    or ! with its speaker after it is one sentence (“Really!” Jones said.); one that ends in a full stop only
    when nothing but speaker and verb follow. A heading is a sentence, and an aside in brackets is never split.

    Parameters
    ----------
    text : str
        The raw text.
    paragraphs : sequence of Span
        Its paragraphs, in order.

    Returns
    -------
    list of Span
        Non-empty, disjoint and in order; together they cover every visible character of the paragraphs.

    Examples
    --------
    >>> text = "Gen. J. K. Low left at 5 p.m. Monday. “Why?” she asked. “We knew.They did not.”"
    >>> [s.of(text) for s in sentences(text, [Span(0, len(text))])]
    ['Gen. J. K. Low left at 5 p.m. Monday.', '“Why?” she asked.', '“We knew.', 'They did not.”']
    """
    return [span for run in _runs(text, paragraphs) for span in _split(text, run)]


def _runs(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs, those broken in mid-sentence joined with what follows them."""
    run: Span | None = None
    for paragraph in paragraphs:
        if run is None:
            run = paragraph
        elif _broken(Span(max(run.start, run.end - REACH), run.end).of(text), paragraph.of(text)[:REACH]):
            run = Span(run.start, paragraph.end)
        else:
            yield run
            run = paragraph
    if run is not None:
        yield run


def _broken(before: str, after: str) -> bool:
    """Whether a paragraph goes on in the next: no mark ends it, and no name, byline or list item follows."""
    return (
        after[:1].islower()
        and not BYLINE.match(after)
        and not LOWER_NAME.match(after)
        and (before[-1:].isalnum() or before[-1:] in ",-–—’'")
        and len(before.split()) >= BROKEN_WORDS
    )


def _split(text: str, run: Span) -> Iterator[Span]:
    asides = _asides(text, run)
    start = run.start
    for mark in MARK.finditer(text, run.start, run.end):
        closing = CLOSING.match(text, mark.end(), run.end)
        assert closing is not None  # it may be empty
        end = closing.end()
        blank = BLANK.match(text, end, run.end)
        following = blank.end() if blank else end
        if following >= run.end:
            break
        while asides and asides[-1].end <= mark.start():
            asides.pop()
        if asides and asides[-1].start < mark.start() and end < asides[-1].end and not _opens(text, start, asides[-1]):
            continue
        right = text[following : min(run.end, following + REACH)]
        opening = OPENING.match(right)
        place = Place(
            left=text[max(start, mark.start() - REACH) : mark.start()],
            mark=mark[0],
            closing=closing[0],
            spaced=following > end,
            opening=opening[0] if opening else "",
            right=right[opening.end() if opening else 0 :],
        )
        if ends_sentence(place):
            yield Span(start, end)
            start = following
    yield Span(start, run.end)


def _asides(text: str, run: Span) -> list[Span]:
    """Return the outermost bracketed passages, last first."""
    found: list[Span] = []
    opened: list[int] = []
    for match in BRACKET.finditer(text, run.start, run.end):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            aside = Span(opened.pop(), match.end())
            if aside.end - aside.start <= LONGEST_ASIDE:
                while found and found[-1].start > aside.start:
                    found.pop()
                found.append(aside)
    return found[::-1]


def _opens(text: str, start: int, aside: Span) -> bool:
    """Whether the aside stands at the beginning of its sentence, and so may hold sentences of its own."""
    match = OPENING.match(text, start)
    return match is not None and aside.start < match.end()
