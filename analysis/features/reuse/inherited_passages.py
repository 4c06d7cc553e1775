"""What two articles have in common by way of a third.

A teaser of three paragraphs is too short to show by itself that its matter follows another article's order, and a
spun copy and a summary of one story share few words. But where both have passages in common with the same article,
and these are the same sentences there, they are of one origin with one another as well.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from analysis.features.reuse.passage import Passage, overlapping, turned

#: Passages that two articles must share by way of a third.
LEAST_PASSAGES = 3
#: What a pair has in common whatever a third article says.
FIRM = ("identical", "edited", "quotation")
#: Two ranges of words of the third article are the same passage from this share of the longer on.
LEAST_OVERLAP = 0.5

Pairs = Mapping[tuple[str, str], Sequence[Passage]]


class Inherited(NamedTuple):
    """Passages of a pair that both share with the article `via`."""

    via: str
    passages: list[Passage]


def inherited_passages(
    found: Pairs, linked: Collection[tuple[str, str]], shown: Collection[tuple[str, str]] = ()
) -> dict[tuple[str, str], Inherited]:
    """Return the passages that articles share by way of a third, for pairs that show no common origin themselves.

    Parameters
    ----------
    found : mapping of (str, str) to sequence of Passage
        The passages of each compared pair, smaller id first.
    linked : collection of (str, str)
        The pairs that are of one origin beyond reasonable doubt: by way of these others are.
    shown : collection of (str, str)
        Other pairs that show one origin by themselves, and need no third.

    Returns
    -------
    dict of (str, str) to Inherited
        By way of the article that yields the most passages, words and likeness; the first by id among equals.
    """
    partners: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in sorted(linked):
        partners[a].append(b)
        partners[b].append(a)
    best: dict[tuple[str, str], Inherited] = {}
    for via in sorted(partners):
        for pair in combinations(sorted(partners[via]), 2):
            if pair in linked or pair in shown:
                continue
            firm = [x for x in found.get(pair, ()) if x.kind in FIRM]
            passages = _composed(_seen_from(pair[0], via, found), _seen_from(via, pair[1], found), firm)
            if len(passages) >= LEAST_PASSAGES and (
                pair not in best or _weight(passages) > _weight(best[pair].passages)
            ):
                best[pair] = Inherited(via, passages)
    return best


def _weight(passages: Sequence[Passage]) -> tuple[int, int, float]:
    """Return what makes one way better than another: passages, words, likeness."""
    return len(passages), sum(x.words for x in passages), round(math.fsum(x.similarity for x in passages), 9)


def _seen_from(article: str, other: str, found: Pairs) -> list[Passage]:
    """Return the passages of a pair that are no quotations, with `article` as their first side."""
    shared = [x for x in found.get((min(article, other), max(article, other)), ()) if x.kind != "quotation"]
    return shared if article < other else [turned(x) for x in shared]


def _composed(there: Sequence[Passage], onward: Sequence[Passage], own: Sequence[Passage]) -> list[Passage]:
    """Chain passages of a and the third article with passages of the third and b; none overlaps what is firm."""
    kept: list[Passage] = []
    for first in there:
        for second in onward:
            for passage in _chained(first, second):
                if not overlapping(passage, [*own, *kept]):
                    kept.append(passage)
    return sorted(kept)


def _chained(first: Passage, second: Passage) -> Iterator[Passage]:
    """Yield the passage that two make, when they meet in the same words of the article between."""
    common = min(first.last_b, second.last_a) - max(first.first_b, second.first_a)
    if common <= 0:
        return
    if first.kind == "identical" and common == second.last_a - second.first_a:
        shift = first.first_a - first.first_b
        yield second._replace(first_a=second.first_a + shift, last_a=second.last_a + shift)
    elif second.kind == "identical" and common == first.last_b - first.first_b:
        shift = second.first_b - second.first_a
        yield first._replace(first_b=first.first_b + shift, last_b=first.last_b + shift)
    elif common >= LEAST_OVERLAP * max(first.last_b - first.first_b, second.last_a - second.first_a):
        similarity = round(first.similarity * second.similarity, 9)
        words = min(first.words, second.words)
        yield Passage(first.first_a, first.last_a, second.first_b, second.last_b, words, similarity, "following")
