"""Passages of two articles that tell one matter in other words: sentences beside sentences, in order."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from analysis.features.reuse.matching import Flags
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.reuse_text import ReuseText
from analysis.features.reuse.sentence_alignment import NO_PAIR, best_chain
from analysis.features.reuse.sentence_pairs import (
    MOST_SENTENCES,
    Sentence,
    joined,
    likeness,
    pair_weights,
    sentences,
    word_order,
)

#: Two sentences are one in two wordings when this share of their words stands in the same order.
REWORDED_ORDER = 0.4
#: A neighbour that nothing stands beside joins a pair when both together are so much more alike.
LEAST_JOIN = 0.03
#: A sentence quoted to a larger part than this, beside one that is so too, is a shared quotation.
MOST_QUOTED = 0.5


def aligned_sentences(
    a: ReuseText, b: ReuseText, *, with_quotations: bool, free: tuple[Flags | None, Flags | None] = (None, None)
) -> list[Passage]:
    """Return the sentences of two articles of one origin that stand beside one another.

    Parameters
    ----------
    a, b : ReuseText
    with_quotations : bool
        Whether quoted words count: in a reworded copy they are reworded too, a rewrite shares them with every report.
    free : (array of bool or None, array of bool or None)
        The words of either side that are left to be aligned, where not all are.

    Returns
    -------
    list of Passage
        Of kind reworded or following, in the order of both articles. One sentence may stand beside two.
    """
    left, right = (
        sentences(side, with_quotations=with_quotations, free=own) for side, own in zip((a, b), free, strict=True)
    )
    if not left or not right or max(len(left), len(right)) > MOST_SENTENCES:
        return []
    value = likeness(left, right).worth
    if not with_quotations:
        value[np.ix_(_quoted(left), _quoted(right))] = NO_PAIR
    weights = pair_weights(left, right)
    pairs = _with_neighbours(best_chain(value), left, right, weights)
    return [_passage(x, y, a, b, weights) for x, y in pairs]


def _quoted(side: Sequence[Sentence]) -> list[int]:
    return [place for place, sentence in enumerate(side) if sentence.quoted_share > MOST_QUOTED]


def _with_neighbours(
    pairs: Sequence[tuple[int, int]], left: Sequence[Sentence], right: Sequence[Sentence], weights: Mapping[int, float]
) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield each pair, with the free neighbour that makes it more alike: one sentence became two, or two one."""
    taken_left, taken_right = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        wider = [(joined(left[i], left[k]), right[j], taken_left, k) for k in (i - 1, i + 1)
                 if 0 <= k < len(left) and k not in taken_left]  # fmt: skip
        wider += [(left[i], joined(right[j], right[k]), taken_right, k) for k in (j - 1, j + 1)
                  if 0 <= k < len(right) and k not in taken_right]  # fmt: skip
        x, y, taken, k = max(wider, key=lambda w: _cosine(w[0], w[1], weights), default=(left[i], right[j], set(), -1))
        if k >= 0 and _cosine(x, y, weights) >= _cosine(left[i], right[j], weights) + LEAST_JOIN:
            taken.add(k)
            yield x, y
        else:
            yield left[i], right[j]


def _cosine(x: Sentence, y: Sentence, weights: Mapping[int, float]) -> float:
    mass = math.fsum(weights[s] for s in x.stems) * math.fsum(weights[s] for s in y.stems)
    return math.fsum(weights[s] for s in x.stems & y.stems) / math.sqrt(mass) if mass else 0.0


def _passage(x: Sentence, y: Sentence, a: ReuseText, b: ReuseText, weights: Mapping[int, float]) -> Passage:
    """Return two sentences as a passage: reworded where enough of their words stand in one order, else following."""
    shared = Counter(a.terms[x.first : x.last].tolist()) & Counter(b.terms[y.first : y.last].tolist())
    order = word_order(x, y)
    kind, similarity = ("reworded", order) if order >= REWORDED_ORDER else ("following", _cosine(x, y, weights))
    return Passage(x.first, x.last, y.first, y.last, shared.total(), round(similarity, 9), kind)
