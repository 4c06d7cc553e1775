"""Equal values of two arrays, found by sorting: the one primitive under the join, the runs and the sentences."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, eq=False)
class Sorted:
    """Values in rising order, and where each stood before."""

    values: Hashes
    order: Integers

    @classmethod
    def of(cls, values: Hashes) -> "Sorted":
        """Sort values; equal ones keep their order."""
        order = np.argsort(values, kind="stable")
        return cls(values[order], order)


def equal_places(a: Sorted, b: Sorted, *, most_combinations: int) -> tuple[Integers, Integers]:
    """Return the places (i, j) at which two series have the same value.

    Parameters
    ----------
    a, b : Sorted
    most_combinations : int
        A value that both sides repeat so often that more pairs would arise is matched occurrence by occurrence:
        the first with the first, and so on, so that repetition cannot make the work quadratic.

    Returns
    -------
    (array, array)
        Places in the series as they stood before sorting; in the order of the values.

    Examples
    --------
    >>> i, j = equal_places(Sorted.of(np.array([5, 7, 5])), Sorted.of(np.array([7, 5])), most_combinations=9)
    >>> list(zip(i.tolist(), j.tolist()))
    [(0, 1), (2, 1), (1, 0)]
    """
    shared, of_a, of_b = _shared_runs(a.values, b.values)
    first_a, count_a = of_a
    first_b, count_b = of_b
    many = count_a * count_b > most_combinations
    rows = np.where(many, np.minimum(count_a, count_b), count_a * count_b)
    which = np.repeat(np.arange(len(shared)), rows)
    step = np.arange(len(which)) - np.repeat(np.cumsum(rows) - rows, rows)
    width = np.where(many, 1, count_b)[which]
    step_a, step_b = step // width, np.where(many[which], step, step % width)
    return a.order[first_a[which] + step_a], b.order[first_b[which] + step_b]


def _shared_runs(a: Hashes, b: Hashes) -> tuple[Hashes, tuple[Integers, Integers], tuple[Integers, Integers]]:
    """Return the values in both sorted arrays, and for either side where their runs begin and how long they are."""
    distinct, first_a, count_a = np.unique(a, return_index=True, return_counts=True)
    first_b = np.searchsorted(b, distinct, side="left")
    count_b = np.searchsorted(b, distinct, side="right") - first_b
    both = count_b > 0
    return distinct[both], (first_a[both], count_a[both]), (first_b[both], count_b[both])


def mixed(values: Hashes) -> Hashes:
    """Spread hashes evenly (the finaliser of splitmix64), so that small ones are a fair sample."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def gram_hashes(terms: Hashes, words: int) -> Hashes:
    """Return a hash of every run of `words` words."""
    count = max(0, len(terms) - words + 1)
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(words):
        hashed = hashed * MULTIPLIER + terms[place : place + count]
    return mixed(hashed)
