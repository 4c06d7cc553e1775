"""Sentences of two articles that tell the same matter in the same order, in whatever words.

The best chain of beads in the order of both articles is found as Smith & Waterman (1981) find a local
alignment. Two reporters at one event also tell similar things; what they do not share is the order in
which one of them tells it. So a chain counts by its margin over the best chain against the reversed article.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.features.reuse.sentence_beads import LEAST_SIMILARITY, Bead

#: What a bead is worth when it is barely similar enough.
BEAD_BONUS = 0.05
#: A sentence passed over costs this; a chain does not reach over more sentences than LONGEST_STEP.
SKIP_COST = 0.01
LONGEST_STEP = 12
#: Every report of an event opens with the event: beads between two openings are no evidence.
OPENING_SENTENCES = 2
#: A chain is one article following another from this margin, this ratio of scores and this many beads on.
#: On the 120 pairs of BASIL's events 00 to 39 (one event, three outlets) no margin without copying exceeded 0.6.
LEAST_MARGIN = 0.75
LEAST_RATIO = 2.0
LEAST_BEADS = 5


@dataclass(frozen=True)
class Chain:
    """Beads in the order of both articles.

    `score` sums what the beads are worth less the sentences passed over; `reversed_score` is the best score
    that the same articles reach when one is read backwards.
    """

    beads: tuple[Bead, ...] = ()
    score: float = 0.0
    reversed_score: float = 0.0

    @property
    def margin(self) -> float:
        """How much more the order of both articles explains than the reversed order does."""
        return self.score - self.reversed_score

    @property
    def follows(self) -> bool:
        """Whether the chain is too long and too orderly for two independent reports."""
        return (
            len(self.beads) >= LEAST_BEADS
            and self.margin >= LEAST_MARGIN
            and self.score >= LEAST_RATIO * self.reversed_score
        )


def best_chain(beads: Sequence[Bead], *, sentences_b: int) -> Chain:
    """Return the best chain of beads, and how far it is better than in reversed order.

    Parameters
    ----------
    beads : sequence of Bead
        Similar sentences of either article.
    sentences_b : int
        Sentences of the second article, which is the one that is reversed.

    Returns
    -------
    Chain
        Empty when there are no beads. Its beads include the openings; its scores do not.

    References
    ----------
    Smith, T. F., & Waterman, M. S. (1981). Identification of common molecular subsequences.
    """
    evidence = [x for x in beads if x.a >= OPENING_SENTENCES or x.b >= OPENING_SENTENCES]
    backwards = [x._replace(b=sentences_b - x.b - x.width_b) for x in evidence]
    chain, _ = _chain(beads)
    return Chain(beads=tuple(chain), score=_chain(evidence)[1], reversed_score=_chain(backwards)[1])


def _chain(found: Sequence[Bead]) -> tuple[list[Bead], float]:
    """Return the best chain through beads and its score: dynamic programming over near predecessors."""
    ordered = sorted(found)
    ending: dict[tuple[int, int], list[int]] = defaultdict(list)
    score: list[float] = []
    before: list[int | None] = []
    for place, bead in enumerate(ordered):
        best, previous = 0.0, None
        for i in range(bead.a, bead.a - LONGEST_STEP - 1, -1):
            for j in range(bead.b, bead.b - LONGEST_STEP - 1, -1):
                for other in ending.get((i, j), ()):
                    reached = score[other] - SKIP_COST * (bead.a - i + bead.b - j)
                    if reached > best:
                        best, previous = reached, other
        score.append(best + bead.similarity - LEAST_SIMILARITY + BEAD_BONUS)
        before.append(previous)
        ending[bead.a + bead.width_a, bead.b + bead.width_b].append(place)
    if not ordered:
        return [], 0.0
    last: int | None = max(range(len(ordered)), key=lambda place: (score[place], -place))
    total = score[last] if last is not None else 0.0
    chain: list[Bead] = []
    while last is not None:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1], round(total, 9)
