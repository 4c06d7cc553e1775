"""An article's words with all that is known of their places: the ground of every count."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from analysis.corpus.article import NARRATIVE, Article
from analysis.corpus.spans import Span
from analysis.corpus.words import ADDRESS, Word, term
from analysis.measures.lexical_diversity import encode

#: No address without one of these.
ADDRESS_SIGNS = ("@", "://", "www.")
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class LocatedWords:
    """The words of an article in order; every array has one entry a word.

    `kinds` numbers the kinds of `kind_names`; `sentence` is the sentence's number; `named` marks words of names,
    `hidden` those that may not be printed, `address` those inside an address of a page or of mail, `follows` those
    with nothing but a space between them and the word before.
    """

    words: Sequence[Word]
    starts: Places
    ends: Places
    sentence: Places
    kinds: Places
    kind_names: tuple[str, ...]
    quoted: Flags
    named: Flags
    hidden: Flags
    address: Flags
    follows: Flags

    @cached_property
    def terms(self) -> list[str]:
        """The form under which each word is counted."""
        return [term(word.text) for word in self.words]

    @cached_property
    def codes(self) -> Places:
        """A number for each term, in the order in which they first stand."""
        return encode(self.terms)[0]

    def of_kind(self, *kinds: str) -> Flags:
        """Mark the words that stand under marks of these kinds."""
        return np.array([kind in kinds for kind in self.kind_names])[self.kinds]

    @cached_property
    def narrative(self) -> Flags:
        """Mark the words that were not set aside."""
        return self.of_kind(NARRATIVE)


def located_words(article: Article, *, names: Sequence[Span] = (), hidden: Sequence[Span] = ()) -> LocatedWords:
    """Locate every word of an article.

    Parameters
    ----------
    article : Article
    names, hidden : sequence of Span
        Where names stand, and which runs may not be printed; in order of place.

    Examples
    --------
    >>> from analysis.corpus.article import read_article
    >>> found = located_words(read_article("a", "We left. “We will come again,” he said."))
    >>> found.sentence.tolist(), int(found.quoted.sum())
    ([0, 0, 1, 1, 1, 1, 1, 1], 4)
    """
    words = article.words()
    places = np.array([word[1:] for word in words], dtype=np.int64).reshape(-1, 2)
    starts, ends = places[:, 0].copy(), places[:, 1].copy()
    mark = _span_at(starts, article.marks)
    kinds = (NARRATIVE, *dict.fromkeys(mark.kind for mark in article.marks))
    kind_of_mark = np.array([0, *(kinds.index(mark.kind) for mark in article.marks)], dtype=np.int64)
    addressed = any(sign in article.text for sign in ADDRESS_SIGNS)
    addresses = [Span(*match.span()) for match in ADDRESS.finditer(article.text)] if addressed else []
    return LocatedWords(
        words=words,
        starts=starts,
        ends=ends,
        sentence=_span_at(starts, article.sentences),
        kinds=kind_of_mark[mark + 1],
        kind_names=kinds,
        quoted=_span_at(starts, article.quotations) >= 0,
        named=_overlapping(starts, ends, names),
        hidden=_overlapping(starts, ends, hidden),
        address=_span_at(starts, addresses) >= 0,
        follows=_follows(article.text, starts, ends),
    )


def _follows(text: str, starts: Places, ends: Places) -> Flags:
    near = np.zeros(len(starts), dtype=bool)
    near[1:] = starts[1:] == ends[:-1] + 1
    near[near] = [text[start - 1].isspace() for start in starts[near].tolist()]
    return near


def _span_at(places: Places, spans: Sequence[Span]) -> Places:
    """The number of the span, in order and disjoint, in which each place lies; -1 for none."""
    if not spans:
        return np.full(len(places), -1)
    begins = np.array([span.start for span in spans])
    stops = np.array([span.end for span in spans])
    number = np.searchsorted(begins, places, side="right") - 1
    return np.where((number >= 0) & (places < stops[number]), number, -1)


def _overlapping(starts: Places, ends: Places, spans: Sequence[Span]) -> Flags:
    """Mark the words of which a part lies in any of the spans, which may overlap."""
    marked = np.zeros(len(starts) + 1, dtype=np.int64)
    first = np.searchsorted(ends, [span.start for span in spans], side="right")
    last = np.searchsorted(starts, [span.end for span in spans], side="left")
    np.add.at(marked, first, 1)
    np.add.at(marked, np.maximum(first, last), -1)
    return np.asarray(np.cumsum(marked)[:-1] > 0)
