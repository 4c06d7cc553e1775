"""Whether two articles have one origin, when it does not show in copied words: four measures and what they amount to.

Of order and density (`shared_order`), and of how much more alike sentences are in the order of both articles than in
reversed order, by the words between the words ("skeleton") and by these and the content words. Their weights were
fitted by logistic regression on articles about 40 events; `benchmarks/reuse_lineage.md` says how, and how well they
do on events that they were not fitted on.
"""

import math
from dataclasses import dataclass

from analysis.features.reuse.matching import Flags
from analysis.features.reuse.reuse_text import ReuseText
from analysis.features.reuse.sentence_alignment import order_gains
from analysis.features.reuse.sentence_pairs import MOST_SENTENCES, likeness, sentences
from analysis.features.reuse.shared_order import SharedOrder, details, shared_order

#: Log-odds of one origin: a constant, and per unit of each measure.
INTERCEPT = -7.82
PER_ORDER_RATIO = 1.717
PER_DENSITY = 0.152
PER_SKELETON_GAIN = 4.113
PER_LIKENESS_GAIN = 2.762
#: Below these log-odds by the first two measures alone the sentences are not compared: among the fitted pairs of
#: one origin none was.
LEAST_LOG_ODDS = -4.2


@dataclass(frozen=True)
class LineageEvidence:
    """The measures of a pair, and the probability of one origin that they amount to."""

    order: SharedOrder
    skeleton_gain: float
    likeness_gain: float
    probability: float


#: Of a pair that shares nothing by which it would be compared.
NOTHING = LineageEvidence(SharedOrder(), 0.0, 0.0, 0.0)


def lineage_evidence(a: ReuseText, b: ReuseText, free_a: Flags | None, free_b: Flags | None) -> LineageEvidence:
    """Weigh whether one article was made from the other, or both from a third.

    Parameters
    ----------
    a, b : ReuseText
        Two articles; nothing else in a corpus has a say. What is quoted is left out on both sides.
    free_a, free_b : array of bool, or None
        The words that count, where not all do: what was copied is evidence of its own.

    Returns
    -------
    LineageEvidence
    """
    order = shared_order(details(a, free_a), details(b, free_b))
    log_odds = INTERCEPT + PER_ORDER_RATIO * order.order_ratio + PER_DENSITY * order.density
    skeleton = alike = 0.0
    if log_odds >= LEAST_LOG_ODDS:
        left, right = sentences(a, with_quotations=False, free=free_a), sentences(b, with_quotations=False, free=free_b)
        if max(len(left), len(right)) <= MOST_SENTENCES:
            found = likeness(left, right)
            skeleton, alike = order_gains(found.skeleton_worth, found.worth)
    log_odds += PER_SKELETON_GAIN * skeleton + PER_LIKENESS_GAIN * alike
    return LineageEvidence(order, skeleton, alike, round(1 / (1 + math.exp(-log_odds)), 6))
