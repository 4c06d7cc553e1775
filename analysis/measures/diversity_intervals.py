"""Lexical diversity of many texts at once, each value with its interval."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.measures import bootstrap
from analysis.measures import lexical_diversity as diversity
from analysis.measures.lexical_diversity import Codes, Values
from analysis.measures.mtld import MTLD_MINIMUM, mtld_of_each

WINDOWS = (50, 100)
#: measure → fewest words for which it is defined.
MINIMUM_WORDS = {
    "ttr": 1,
    "maas": 2,
    **{f"mattr_{window}": window for window in WINDOWS},
    "hdd": diversity.HDD_SAMPLE,
    "mtld": MTLD_MINIMUM,
}
#: Measures that cannot be more than one.
SHARES = np.array([measure not in ("maas", "mtld") for measure in MINIMUM_WORDS])
#: Values whose replicates are drawn together: as many as a processor's cache holds.
AT_ONCE = 60
NOTHING = (np.nan, np.nan, np.nan)


class Diversity(NamedTuple):
    """A measure of a text; low and high are NaN where there is no interval."""

    measure: str
    value: float
    low: float
    high: float


def diversities(texts: Sequence[Codes], *, replicates: int = bootstrap.REPLICATES) -> list[list[Diversity]]:
    """Measure texts and the stability of each value; a text's result does not depend on the others.

    Parameters
    ----------
    texts : sequence of array of int, shape (1, tokens)
        From `lexical_diversity.encode`.
    replicates : int
        Of the block bootstrap (`bootstrap.block_intervals`).

    Returns
    -------
    list of list of Diversity
        For each text every measure of `MINIMUM_WORDS`; NaN for a text that is too short.

    Examples
    --------
    >>> [d.measure for d in diversities([diversity.encode(["a", "b", "a"])])[0] if d.value > 0]
    ['ttr', 'maas']
    """
    if not texts:
        return []
    values = np.concatenate([own[:, 0] for own in _values([*texts])])
    without = np.concatenate(_values([codes[0][_kept(codes.shape[1])] for codes in texts]))
    pieces = [slice(first, first + AT_ONCE) for first in range(0, len(values), AT_ONCE)]
    ends = [bootstrap.block_intervals(values[piece], without[piece], replicates=replicates) for piece in pieces]
    low, high = (np.concatenate(end) for end in zip(*ends, strict=True))
    high = np.where(np.tile(SHARES, len(texts)), np.minimum(high, 1.0), high)
    rows = np.stack([values, low, high], axis=1).reshape(len(texts), len(MINIMUM_WORDS), 3).tolist()
    return [
        [
            Diversity(measure, *(own if codes.shape[1] >= minimum else NOTHING))
            for (measure, minimum), own in zip(MINIMUM_WORDS.items(), measures, strict=True)
        ]
        for codes, measures in zip(texts, rows, strict=True)
    ]


def _kept(tokens: int) -> Codes:
    """The positions left without each block; none of a text that has fewer words than blocks."""
    if tokens < bootstrap.BLOCKS:
        return np.zeros((bootstrap.BLOCKS, 0), dtype=np.int64)
    return bootstrap.block_deletions(tokens)


def _values(texts: Sequence[Codes]) -> list[Values]:
    """Every measure of each text's rows, shape (measures, rows); MTLD of short ones, too."""
    before = [diversity.previous_occurrence(codes) for codes in texts]
    found = []
    for codes, previous, lengths in zip(texts, before, mtld_of_each(before), strict=True):
        types, tokens = diversity.types_of(previous), codes.shape[1]
        windows = diversity.mattr_of_windows(previous, WINDOWS)
        of_types = diversity.ttr_of(types, tokens), diversity.maas_of(types, tokens)
        found.append(np.stack([*of_types, *windows, diversity.hdd(codes), lengths]))
    return found


def diversity_values(texts: Sequence[Codes]) -> list[dict[str, float]]:
    """Return the measures of `diversities` without their intervals."""
    return [
        {
            measure: value if codes.shape[1] >= minimum else np.nan
            for (measure, minimum), value in zip(MINIMUM_WORDS.items(), own[:, 0].tolist(), strict=True)
        }
        for codes, own in zip(texts, _values(texts), strict=True)
    ]
