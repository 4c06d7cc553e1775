"""Whether two articles tell the same details in the same order: the evidence that outlives rewording.

Two reporters at one event use the same names, numbers and nouns; what they do not share is the order in which
one of them brings them up, nor so many of them in so few words. So the words are counted that either article uses
but once or twice, and that stand in the same order in both.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.features.reuse.matching import Flags, Integers, Sorted, equal_places
from analysis.features.reuse.reuse_text import ReuseText

#: A word that stands more often than this in an article is its topic rather than a detail.
MOST_PLACES = 2
#: An article with fewer words of its narrator counts as having this many, so that two words in common are no sign.
LEAST_WORDS = 20
#: Articles whose details are kept for the next pair.
KEPT = 4096


@dataclass(frozen=True, eq=False)
class Details:
    """The stems that a narrator uses at most `MOST_PLACES` times, their places, and how many words there are."""

    stems: Sorted
    places: Integers
    words: int


@dataclass(frozen=True)
class SharedOrder:
    """What two articles' details have in common: how many, how many in one order, how densely."""

    details: int = 0
    in_order: int = 0
    density: float = 0.0

    @property
    def order_ratio(self) -> float:
        """Details in one order, over the square root of all: about 2 when the order is chance, more when it is not."""
        return self.in_order / math.sqrt(self.details) if self.details else 0.0


def details(text: ReuseText, free: Flags | None = None) -> Details:
    """Return the details of an article: stems that stand once or twice outside quotations.

    Parameters
    ----------
    text : ReuseText
    free : array of bool, optional
        The words that count, where not all do.
    """
    return _whole(text) if free is None else _details(text, free)


@lru_cache(maxsize=KEPT)
def _whole(text: ReuseText) -> Details:
    return _details(text, np.ones(len(text), dtype=np.bool_))


def _details(text: ReuseText, free: Flags) -> Details:
    narrator = ~text.quoted & free
    told = narrator & (text.codes["stem"] != 0)
    stems = text.codes["stem"][told]
    _, which, often = np.unique(stems, return_inverse=True, return_counts=True)
    few = often[which] <= MOST_PLACES
    return Details(Sorted.of(stems[few]), np.flatnonzero(told)[few], int(narrator.sum()))


def shared_order(a: Details, b: Details) -> SharedOrder:
    """Return how many details two articles share, and the longest run of them in one order.

    Parameters
    ----------
    a, b : Details
        Of either article; nothing else in a corpus has a say.

    Returns
    -------
    SharedOrder
        `density` is in details per hundred words of the shorter article.

    References
    ----------
    The longest increasing subsequence of n places in random order has about 2√n members (Vershik & Kerov 1977;
    Logan & Shepp 1977).
    """
    i, j = equal_places(a.stems, b.stems, most_combinations=1)
    in_a, in_b = a.places[i], b.places[j]
    in_b = in_b[np.lexsort((in_b, in_a))]
    shorter = max(LEAST_WORDS, min(a.words, b.words))
    return SharedOrder(len(in_b), longest_increasing(in_b.tolist()), round(100 * len(in_b) / shorter, 9))


def longest_increasing(places: list[int]) -> int:
    """Return the length of the longest strictly increasing subsequence (Schensted 1961).

    >>> longest_increasing([3, 1, 2, 5, 4])
    3
    """
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
