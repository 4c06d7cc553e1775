"""Lexical diversity: how varied a text's vocabulary is, in measures that bear different lengths.

Every function takes texts as rows of an integer array (one code per type, one row per text
or per bootstrap replicate), so that a thousand replicates cost little more than one text.
More is more varied in all of them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Codes = NDArray[np.int64]
Values = NDArray[np.float64]

MTLD_THRESHOLD = 0.72
#: Below about 100 words MTLD's value says more about the length than about the text (Koizumi 2012).
MTLD_MINIMUM = 100
HDD_SAMPLE = 42


def encode(terms: Sequence[str]) -> Codes:
    """Number the types of a text by their first occurrence; one row.

    >>> encode(["a", "b", "a"]).tolist()
    [[0, 1, 0]]
    """
    numbers: dict[str, int] = {}
    return np.array([[numbers.setdefault(t, len(numbers)) for t in terms]], dtype=np.int64)


def ttr(codes: Codes) -> Values:
    """Types per token, in (0, 1]; NaN for an empty text.

    Falls with length, so that texts of different lengths must not be compared by it.
    """
    rows, tokens = codes.shape
    if tokens == 0:
        return np.full(rows, np.nan)
    ordered = np.sort(codes, axis=1)
    return (1 + (np.diff(ordered, axis=1) != 0).sum(axis=1)) / tokens


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
    passes = np.stack([_mtld_pass(codes, threshold), _mtld_pass(codes[:, ::-1], threshold)])
    return passes.mean(axis=0)


def _mtld_pass(codes: Codes, threshold: float) -> Values:
    rows, tokens = codes.shape
    every = np.arange(rows)
    last_run = np.full((rows, int(codes.max()) + 1), -1)  # the run in which a type was last seen
    run = np.zeros(rows, dtype=np.int64)
    types = np.zeros(rows)
    length = np.zeros(rows)
    for position in range(tokens):
        now = codes[:, position]
        new = last_run[every, now] != run
        last_run[every, now] = run
        types += new
        length += 1
        full = types <= threshold * length
        run += full
        types[full] = 0
        length[full] = 0
    ratio = np.divide(types, length, out=np.ones(rows), where=length > 0)
    factors = run + (1 - ratio) / (1 - threshold)
    return np.divide(tokens, factors, out=np.full(rows, np.nan), where=factors > 0)


def mattr(codes: Codes, *, window: int = 50) -> Values:
    """Mean type-token ratio of all windows of a fixed length, in (0, 1].

    Parameters
    ----------
    codes : array of int, shape (texts, tokens)
    window : int
        Words per window.

    Returns
    -------
    array of float, shape (texts,)
        NaN for a text shorter than the window.

    References
    ----------
    Covington, M. A. & McFall, J. D. (2010). Cutting the Gordian knot: the moving-average type-token ratio.
    """
    rows, tokens = codes.shape
    if tokens < window or window < 1:
        return np.full(rows, np.nan)
    # A token is a new type of its window unless the same type stands less than a window before it:
    # the distance to that previous occurrence decides in how many windows it counts.
    previous = _previous_occurrence(codes)
    position = np.arange(tokens)
    first = np.maximum(position - window + 1, np.maximum(previous + 1, 0))
    last = np.minimum(position, tokens - window)
    windows = np.maximum(last - first + 1, 0).sum(axis=1)
    return windows / (window * (tokens - window + 1))


def _previous_occurrence(codes: Codes) -> Codes:
    order = np.argsort(codes, axis=1, kind="stable")
    ordered = np.take_along_axis(codes, order, axis=1)
    same = ordered[:, 1:] == ordered[:, :-1]
    before = np.full(codes.shape, -1)
    before[:, 1:] = np.where(same, order[:, :-1], -1)
    previous = np.empty(codes.shape, dtype=np.int64)
    np.put_along_axis(previous, order, before, axis=1)
    return previous


def hdd(codes: Codes, *, sample: int = HDD_SAMPLE) -> Values:
    """Expected type-token ratio of a random sample of the text's words, in (0, 1].

    Parameters
    ----------
    codes : array of int, shape (texts, tokens)
    sample : int
        Words drawn without replacement.

    Returns
    -------
    array of float, shape (texts,)
        NaN for a text shorter than the sample.

    References
    ----------
    McCarthy, P. M. & Jarvis, S. (2007). vocd: a theoretical and empirical evaluation. Language Testing 24.
    """
    rows, tokens = codes.shape
    if tokens < sample or sample < 1:
        return np.full(rows, np.nan)
    counts = np.zeros((rows, int(codes.max()) + 1))
    np.add.at(counts, (np.arange(rows)[:, None], codes), 1)
    # Chance that none of a type's occurrences is drawn: C(N - count, sample) / C(N, sample).
    left = tokens - counts
    possible = left >= sample
    logs = gammaln(left + 1) - gammaln(np.where(possible, left - sample, 0) + 1)
    whole = gammaln(tokens + 1) - gammaln(tokens - sample + 1)
    absent = np.where(possible, np.exp(logs - whole), 0.0)
    return (1 - absent).sum(axis=1) / sample
