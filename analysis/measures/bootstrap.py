"""Bootstrap intervals: how stable a figure is under resampling of the text itself.

They describe the stability of a figure within its article; they are no inference about an outlet.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

REPLICATES = 1000
SEED = 20220224
LEVEL = 0.95
BLOCK_WORDS = 50
#: Fewer units than this cannot be resampled to any purpose.
MINIMUM_UNITS = 5


def weights(units: int, *, replicates: int = REPLICATES, seed: int = SEED) -> NDArray[np.int64]:
    """How often each unit is drawn in each replicate.

    Parameters
    ----------
    units : int
        Sentences, drawn with replacement.
    replicates, seed : int

    Returns
    -------
    array of int, shape (replicates, units)
        Each row sums to `units`.

    References
    ----------
    Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap, ch. 13.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    return generator.multinomial(units, np.full(units, 1 / units), size=replicates)


def block_resamples(
    codes: NDArray[np.int64], *, block: int = BLOCK_WORDS, replicates: int = REPLICATES, seed: int = SEED
) -> NDArray[np.int64]:
    """Texts of the same length made of random contiguous blocks: for measures that depend on order.

    Parameters
    ----------
    codes : array of int, shape (1, tokens)
    block : int
        Words per block; the text is read as a circle.
    replicates, seed : int

    Returns
    -------
    array of int, shape (replicates, tokens)

    References
    ----------
    Politis, D. N. & Romano, J. P. (1992). A circular block-resampling procedure for stationary data.
    """
    tokens = codes.shape[1]
    generator = np.random.Generator(np.random.PCG64(seed))
    starts = generator.integers(0, tokens, size=(replicates, -(-tokens // block)))
    places = (starts[:, :, None] + np.arange(block)).reshape(replicates, -1)[:, :tokens] % tokens
    return codes[0][places]


def interval(values: NDArray[np.float64], *, level: float = LEVEL) -> tuple[float, float]:
    """Percentile interval of the replicates; NaN where more than one replicate in twenty is undefined."""
    known = values[~np.isnan(values)]
    if len(known) < 0.95 * len(values) or not len(known):
        return np.nan, np.nan
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def ratio_interval(
    numerator: NDArray[np.float64],
    denominator: NDArray[np.float64],
    formula: Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]] = np.divide,
    *,
    replicates: int = REPLICATES,
    seed: int = SEED,
) -> tuple[float, float]:
    """Interval of a function of two sums over units, such as words per sentence."""
    if len(numerator) < MINIMUM_UNITS:
        return np.nan, np.nan
    drawn = weights(len(numerator), replicates=replicates, seed=seed)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = formula(drawn @ numerator, drawn @ denominator)
    return interval(np.where(np.isfinite(values), values, np.nan))
