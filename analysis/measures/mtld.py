"""MTLD: how long a text goes on before its words repeat too much."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.measures.lexical_diversity import Codes, Values, previous_occurrence

MTLD_THRESHOLD = 0.72
#: Below about 100 words MTLD's value says more about the length than about the text (Koizumi 2012).
MTLD_MINIMUM = 100
#: The threshold is compared as a whole number of these, so that rounding decides nothing.
PRECISION = 10_000


def mtld(codes: Codes, *, threshold: float = MTLD_THRESHOLD, minimum: int = MTLD_MINIMUM) -> Values:
    """Mean length in words of runs that keep a type-token ratio above a threshold.

    The mean of the forward and the backward pass; the last, unfinished run counts in
    proportion to how far its ratio has fallen.

    Parameters
    ----------
    codes : array of int, shape (texts, tokens)
    threshold : float
        Ratio at which a run is full.
    minimum : int
        Tokens below which the measure is undefined.

    Returns
    -------
    array of float, shape (texts,)
        Words; NaN for fewer than `minimum` tokens, or when no run ever fills or falls (all types unique).

    References
    ----------
    McCarthy, P. M. & Jarvis, S. (2010). MTLD, vocd-D, and HD-D. Behavior Research Methods 42.
    """
    if codes.shape[1] < max(minimum, 1):
        return np.full(codes.shape[0], np.nan)
    return mtld_of_each([previous_occurrence(codes)], threshold=threshold)[0]


def mtld_of_each(texts: Sequence[Codes], *, threshold: float = MTLD_THRESHOLD) -> list[Values]:
    """Return `mtld` of several arrays of different lengths: much faster together than one after the other.

    Parameters
    ----------
    texts : sequence of array of int, shape (rows, tokens)
        Where each word's type stood before, from `previous_occurrence`.
    threshold : float

    Returns
    -------
    list of array of float, shape (rows,)
        Without a rule for how few words are too few; NaN where no run ever fills or falls.
    """
    passes = _mtld_passes([way for previous in texts for way in (previous, _read_backwards(previous))], threshold)
    return [(passes[i] + passes[i + 1]) / 2 for i in range(0, len(passes), 2)]


def _read_backwards(previous: Codes) -> Codes:
    """Return where each word's type stood before it, when the text is read from its end."""
    rows, tokens = previous.shape
    following = np.full((rows, tokens), tokens)
    row, position = np.nonzero(previous >= 0)
    following[row, previous[row, position]] = position
    return tokens - 1 - following[:, ::-1]


def _mtld_passes(texts: Sequence[Codes], threshold: float) -> list[Values]:
    """Walk all texts at once, word by word, the longest first."""
    if not texts:
        return []
    rows = np.repeat(np.arange(len(texts)), [len(previous) for previous in texts])
    tokens = np.array([previous.shape[1] for previous in texts])[rows]
    order = np.argsort(-tokens, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    columns = np.full((int(tokens.max()), len(tokens)), -1, dtype=np.int32)
    ends = np.cumsum([len(previous) for previous in texts])
    for end, previous in zip(ends.tolist(), texts, strict=True):
        columns[: previous.shape[1], place[end - len(previous) : end]] = previous.T
    factors = _factors(columns, tokens[order], round(threshold * PRECISION))[place]
    lengths = np.divide(tokens, factors, out=np.full(len(tokens), np.nan), where=factors > 0)
    return np.split(lengths, ends[:-1])


def _factors(previous: NDArray[np.int32], tokens: Codes, threshold: int) -> Values:
    """Count each text's full runs and the share of the last one; texts are columns, the longest first."""
    lanes = len(tokens)
    start, new, runs = (np.zeros(lanes, dtype=np.int64) for _ in range(3))
    lasting = np.searchsorted(-tokens, -np.arange(1, len(previous) + 1), side="right")
    for position, active in enumerate(lasting.tolist()):
        begun, seen = start[:active], new[:active]
        seen += previous[position, :active] < begun
        full = seen * PRECISION <= (position + 1 - begun) * threshold
        runs[:active] += full
        seen[full] = 0
        begun[full] = position + 1
    length = tokens - start
    ratio = np.divide(new, length, out=np.ones(lanes), where=length > 0)
    return np.asarray(runs + (1 - ratio) / (1 - threshold / PRECISION))
