"""One passage that two articles have in common, as ranges of their countable words."""

from collections.abc import Iterable
from typing import NamedTuple

#: What a passage is, from the closest to the loosest.
KINDS = {
    "identical": "the same words and marks",
    "edited": "the same words in the same order but for small changes",
    "reworded": "words replaced, order kept",
    "following": "the same matter in nearly the same order, in other words",
    "quotation": "quoted on both sides",
}


class Passage(NamedTuple):
    """Words ``first_a`` to ``last_a`` (exclusive) of one article beside those of another."""

    first_a: int
    last_a: int
    first_b: int
    last_b: int
    words: int
    similarity: float
    kind: str


def turned(x: Passage) -> Passage:
    """Return a passage as seen from the other article."""
    return x._replace(first_a=x.first_b, last_a=x.last_b, first_b=x.first_a, last_b=x.last_a)


def overlapping(passage: Passage, others: Iterable[Passage]) -> bool:
    """Whether a passage shares a word with any of the others on either side."""
    return any(
        (passage.first_a < other.last_a and other.first_a < passage.last_a)
        or (passage.first_b < other.last_b and other.first_b < passage.last_b)
        for other in others
    )
