"""What the search for reused text reads of an article: its countable words, in order, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.corpus.words import term, words
from analysis.resources import word_list

#: Words are compared by their first letters, so that sabotage meets sabotaging in any language that
#: inflects at the end ("truncation stemming"; five letters are the usual length).
STEM_LETTERS = 5


class ReuseWord(NamedTuple):
    """A countable word: the form that is compared, its place, its sentence, and whether it is quoted."""

    term: str
    start: int
    end: int
    sentence: int
    quoted: bool


@dataclass(frozen=True)
class ReuseText:
    """An article's countable words and the raw text that their offsets point into.

    Headings, captions, furniture, notes, bylines and passages printed twice are not among
    `words`, so that offsets may jump from one word to the next.
    """

    article: str
    words: tuple[ReuseWord, ...]
    text: str

    def capitalised(self, word: ReuseWord) -> bool:
        """Whether the word stands with a capital in the text."""
        return self.text[word.start].isupper()


def reuse_text(
    article: str,
    text: str,
    *,
    sentences: Sequence[Span],
    quotations: Sequence[Span] = (),
    left_out: Sequence[Span] = (),
) -> ReuseText:
    """Return the countable words of an article.

    Parameters
    ----------
    article : str
        The article's id.
    text : str
        The raw text.
    sentences : sequence of Span
        In order and without overlap; words outside every sentence are not countable.
    quotations, left_out : sequence of Span
        What is quoted; what is not narrative. In any order.

    Returns
    -------
    ReuseText

    Examples
    --------
    >>> found = reuse_text("a", "Rain fell. “It pours,” she said.", sentences=[Span(0, 10), Span(11, 32)],
    ...                    quotations=[Span(11, 22)])
    >>> [(w.term, w.sentence, w.quoted) for w in found.words][1:4]
    [('fell', 0, False), ('it', 1, True), ('pours', 1, True)]
    """
    quoted, dropped = _Cover(quotations), _Cover(left_out)
    found = [
        ReuseWord(term(word.text), word.start, word.end, index, quoted.holds(word.start))
        for index, sentence in enumerate(sentences)
        for word in words(text, sentence.start, sentence.end)
        if not dropped.holds(word.start)
    ]
    return ReuseText(article=article, words=tuple(found), text=text)


class _Cover:
    """Answers whether a place lies inside any span, for places asked in rising order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._next = 0
        self._reached = 0

    def holds(self, place: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].start <= place:
            self._reached = max(self._reached, self._spans[self._next].end)
            self._next += 1
        return place < self._reached


def stem(word: str) -> str:
    """Return the first letters of a word, under which its inflected forms meet.

    >>> stem("sabotaging") == stem("sabotage")
    True
    """
    return word[:STEM_LETTERS]


@cache
def function_words() -> frozenset[str]:
    """Return the English words that carry grammar rather than matter; for other languages none are known."""
    return frozenset(word_list("function_words.txt"))
