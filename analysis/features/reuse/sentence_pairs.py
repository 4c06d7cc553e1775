"""How alike the sentences of two articles are: by their content words, and by the order of all their words.

Content words are weighted by how few sentences of the *pair* hold them, so that an unrelated article changes nothing.
A spun copy shares few content words, but keeps the words between them: the longest common subsequence sees those.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from analysis.features.reuse.matching import Flags
from analysis.features.reuse.reuse_text import ReuseText
from analysis.features.reuse.sentence_alignment import Matrix, worth

#: A sentence of fewer words says too little to be compared.
LEAST_WORDS = 5
#: Two sentences of which one has less than this share of the other's words are not one sentence reworded.
LEAST_LENGTH_RATIO = 0.4
#: Longer "sentences" are lists or pages without full stops; the order of their words is not compared.
MOST_WORDS = 200
#: Two sentences with no more of their words in one order are as alike as any two: for the skeleton alone, and where
#: content words count beside it.
CHANCE_SKELETON = 0.3
CHANCE_WORD_ORDER = 0.25
#: From this likeness on two sentences can stand beside one another.
LEAST_LIKENESS = 0.2
#: Longer texts are books: their sentences are not compared.
MOST_SENTENCES = 1500
#: Articles whose sentences are kept for the next pair.
KEPT = 512
#: The hash under which words that carry grammar stand.
GRAMMAR = frozenset({0})


class Likeness(NamedTuple):
    """How alike every two sentences of two articles are: by content words, and by words in common order."""

    content: Matrix
    order: Matrix

    @property
    def skeleton_worth(self) -> Matrix:
        """What each pair is worth by the order of its words alone."""
        return worth(self.order, CHANCE_SKELETON)

    @property
    def worth(self) -> Matrix:
        """What each pair is worth by its content words and by the order of all its words."""
        return worth(self.content + np.maximum(self.order - CHANCE_WORD_ORDER, 0), LEAST_LIKENESS)


@dataclass(frozen=True)
class Sentence:
    """A sentence as the alignment sees it: its words' range, the words compared, their stems, the quoted share."""

    first: int
    last: int
    terms: tuple[int, ...]
    stems: frozenset[int]
    quoted_share: float


def sentences(text: ReuseText, *, with_quotations: bool, free: Flags | None = None) -> list[Sentence]:
    """Return the sentences of an article that have words to compare, in order.

    Parameters
    ----------
    text : ReuseText
    with_quotations : bool
        Whether quoted words are compared. Two reporters at one press conference share them honestly.
    free : array of bool, optional
        The words that count, where not all do.
    """
    if free is None:
        return _whole(text, with_quotations)
    return _sentences(text, free if with_quotations else free & ~text.quoted)


@lru_cache(maxsize=KEPT)
def _whole(text: ReuseText, with_quotations: bool) -> list[Sentence]:
    return _sentences(text, np.ones(len(text), dtype=np.bool_) if with_quotations else ~text.quoted)


def _sentences(text: ReuseText, told: Flags) -> list[Sentence]:
    places = np.flatnonzero(told)
    if not len(places):
        return []
    starts = np.flatnonzero(np.diff(text.sentences[places], prepend=-1))
    terms, stems = text.terms[places].tolist(), text.codes["stem"][places].tolist()
    firsts = np.searchsorted(text.sentences, text.sentences[places[starts]], side="left").tolist()
    lasts = np.searchsorted(text.sentences, text.sentences[places[starts]], side="right").tolist()
    quoted = np.r_[0, np.cumsum(text.quoted)].tolist()
    found = []
    for start, end, first, last in zip(
        starts.tolist(), [*starts[1:].tolist(), len(places)], firsts, lasts, strict=True
    ):
        if end - start >= LEAST_WORDS:
            own = frozenset(stems[start:end]) - GRAMMAR
            share = (quoted[last] - quoted[first]) / (last - first)
            found.append(Sentence(first, last, tuple(terms[start:end]), own, share))
    return found


def likeness(a: Sequence[Sentence], b: Sequence[Sentence]) -> Likeness:
    """Compare every sentence of one article with every sentence of the other."""
    return Likeness(content_similarity(a, b, pair_weights(a, b)), word_order_similarity(a, b))


def pair_weights(a: Sequence[Sentence], b: Sequence[Sentence]) -> dict[int, float]:
    """Return the weight of every stem, ``log((S + 1) / (s + 0.5))`` for one in s of the pair's S sentences."""
    spread = Counter(chain.from_iterable(sentence.stems for sentence in (*a, *b)))
    total = len(a) + len(b) + 1
    by_count = {count: max(0.0, math.log(total / (count + 0.5))) for count in set(spread.values())}
    return {stem: by_count[count] for stem, count in spread.items()}


def content_similarity(a: Sequence[Sentence], b: Sequence[Sentence], weights: Mapping[int, float]) -> Matrix:
    """Return the cosine of every two sentences: the weight they share over the geometric mean of both weights."""
    columns = dict(zip(weights, range(len(weights)), strict=True))
    weight = np.fromiter(weights.values(), dtype=np.float64, count=len(weights))
    in_a, in_b = _incidence(a, columns), _incidence(b, columns)
    mass = np.sqrt(np.outer(in_a @ weight, in_b @ weight))
    shared = (in_a * weight) @ in_b.T
    return np.divide(shared, mass, out=np.zeros_like(shared), where=mass > 0).round(9)


def _incidence(side: Sequence[Sentence], columns: Mapping[int, int]) -> Matrix:
    found = np.zeros((len(side), len(columns)))
    rows = np.repeat(np.arange(len(side)), [len(sentence.stems) for sentence in side])
    found[rows, [columns[stem] for sentence in side for stem in sentence.stems]] = 1
    return found


def word_order_similarity(a: Sequence[Sentence], b: Sequence[Sentence]) -> Matrix:
    """Return `word_order` of every two sentences."""
    if not a or not b:
        return np.zeros((len(a), len(b)))
    common = cdist([s.terms for s in a], [s.terms for s in b], scorer=LCSseq.similarity, dtype=np.float64)
    size_a = np.array([len(s.terms) for s in a])[:, None]
    size_b = np.array([len(s.terms) for s in b])
    short, long = np.minimum(size_a, size_b), np.maximum(size_a, size_b)
    return np.where((short >= LEAST_LENGTH_RATIO * long) & (long <= MOST_WORDS), 2 * common / (short + long), 0.0)


def word_order(a: Sentence, b: Sentence) -> float:
    """Return twice the words in common order over the words of both, 0–1.

    Zero where the two differ too much in length to be one sentence in two wordings.
    """
    return float(word_order_similarity([a], [b])[0, 0])


def joined(a: Sentence, b: Sentence) -> Sentence:
    """Return two neighbouring sentences as one, for one sentence that became two."""
    first, second = sorted((a, b), key=lambda sentence: sentence.first)
    words = [first.last - first.first, second.last - second.first]
    quoted = (first.quoted_share * words[0] + second.quoted_share * words[1]) / sum(words)
    return Sentence(first.first, second.last, first.terms + second.terms, first.stems | second.stems, quoted)
