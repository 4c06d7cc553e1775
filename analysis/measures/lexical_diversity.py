"""Lexical diversity: how varied a text's vocabulary is, in measures that bear different lengths.

Every function takes texts as rows of an integer array, one code per type. More is more varied in all of them but
`maas`, which is smaller the more varied a text is.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Codes = NDArray[np.int64]
Values = NDArray[np.float64]

HDD_SAMPLE = 42


def encode(terms: Sequence[str]) -> Codes:
    """Number the types of a text by their first occurrence; one row.

    >>> encode(["a", "b", "a"]).tolist()
    [[0, 1, 0]]
    """
    numbers: dict[str, int] = {}
    return np.array([[numbers.setdefault(t, len(numbers)) for t in terms]], dtype=np.int64)


def types(codes: Codes) -> Values:
    """Count the different codes of each row."""
    return types_of(previous_occurrence(codes))


def types_of(previous: Codes) -> Values:
    """Count the types of texts given by where each word stood before: those words that stood nowhere."""
    return (previous < 0).sum(axis=1).astype(float)


def ttr(codes: Codes) -> Values:
    """Types per token, in (0, 1]; NaN for an empty text.

    Falls with length, so that texts of different lengths must not be compared by it.

    References
    ----------
    Templin, M. C. (1957). Certain Language Skills in Children. University of Minnesota Press.
    """
    return ttr_of(types(codes), codes.shape[1])


def ttr_of(types: Values, tokens: int) -> Values:
    """Return `ttr` from the number of types."""
    return types / tokens if tokens else np.full(len(types), np.nan)


def maas(codes: Codes) -> Values:
    """Maas' a²: (ln tokens − ln types) / (ln tokens)²; 0 where all words are unique, NaN under two tokens.

    The smaller, the more varied: the only one here that runs that way. It bears different lengths better than the
    type-token ratio, and worse than MTLD, MATTR and HD-D.

    References
    ----------
    Maas, H. D. (1972). Über den Zusammenhang zwischen Wortschatzumfang und Länge eines Textes. Zeitschrift für
    Literaturwissenschaft und Linguistik 2(8).
    """
    return maas_of(types(codes), codes.shape[1])


def maas_of(types: Values, tokens: int) -> Values:
    """Return `maas` from the number of types."""
    if tokens < 2:
        return np.full(len(types), np.nan)
    return (np.log(tokens) - np.log(types)) / np.log(tokens) ** 2


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
    return mattr_of_windows(previous_occurrence(codes), (window,))[0]


def mattr_of_windows(previous: Codes, windows: Sequence[int]) -> list[Values]:
    """Return `mattr` for several windows, from the place where each word stood before (see `previous_occurrence`)."""
    rows, tokens = previous.shape
    position = np.arange(tokens)
    found = []
    for window in windows:
        if tokens < window or window < 1:
            found.append(np.full(rows, np.nan))
            continue
        # A token is a new type of its window unless the same type stands less than a window before it:
        # the distance to that previous occurrence decides in how many windows it counts.
        first = np.maximum(position - window + 1, previous + 1)
        last = np.minimum(position, tokens - window)
        new = np.maximum(last - np.maximum(first, 0) + 1, 0).sum(axis=1)
        found.append(new / (window * (tokens - window + 1)))
    return found


def previous_occurrence(codes: Codes) -> Codes:
    """Return the position at which each word's type stood last before it; -1 where it is new.

    >>> previous_occurrence(encode(["a", "b", "a", "a"])).tolist()
    [[-1, -1, 0, 2]]
    """
    rows, tokens = codes.shape
    if not tokens:
        return codes.copy()
    small = codes.astype(np.uint16) if codes.max() < 2**16 else codes  # sorted by radix, in linear time
    order = np.argsort(small, axis=1, kind="stable")
    order += tokens * np.arange(rows)[:, None]
    flat, places = codes.ravel(), order.ravel()
    same = np.zeros(rows * tokens, dtype=bool)
    same[1:] = flat[places[1:]] == flat[places[:-1]]
    same[::tokens] = False  # a row's first
    previous = np.full(rows * tokens, -1)
    followers = np.flatnonzero(same)
    previous[places[followers]] = places[followers - 1] % tokens
    return previous.reshape(rows, tokens)


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
    width = int(codes.max()) + 1
    counts = np.bincount((codes + width * np.arange(rows)[:, None]).ravel(), minlength=rows * width)
    # Chance that none of a type's occurrences is drawn: C(N - count, sample) / C(N, sample).
    left = tokens - np.arange(int(counts.max()) + 1)
    possible = left >= sample
    logs = gammaln(left + 1) - gammaln(np.where(possible, left - sample, 0) + 1)
    whole = gammaln(tokens + 1) - gammaln(tokens - sample + 1)
    drawn = 1 - np.where(possible, np.exp(logs - whole), 0.0)
    drawn[1:2] = sample / tokens  # exactly
    drawn[0] = 0.0  # a type that is not there
    return np.asarray(drawn[counts].reshape(rows, width).sum(axis=1) / sample)
