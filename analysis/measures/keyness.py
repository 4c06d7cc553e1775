"""Keyness: how much more often a term stands in one text than in the others."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy
from scipy.stats import chi2

Array = NDArray[np.float64]
PRIOR_WORDS = 500.0
RATE_WORDS = 1000


def log_odds_z(count: Array, total: float, count_elsewhere: Array, total_elsewhere: float, *, prior: Array) -> Array:
    """z-score of the log-odds ratio with an informative Dirichlet prior.

    Positive: more frequent here. Rare terms are drawn towards zero by the prior, so that
    the list is led neither by function words nor by words used once.

    Parameters
    ----------
    count, count_elsewhere : array of float, shape (terms,)
        Occurrences here and in the reference.
    total, total_elsewhere : float
        All words here and in the reference.
    prior : array of float, shape (terms,)
        Pseudo-counts, more than zero.

    Returns
    -------
    array of float, shape (terms,)
        Standard deviations; all NaN without a reference, without words, or with a single type.

    References
    ----------
    Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' words. Political Analysis 16, eqs. 16 and 22.
    """
    if not total or not total_elsewhere:
        return np.full(len(count), np.nan)
    whole = prior.sum()
    here, there = count + prior, count_elsewhere + prior
    if len(count) < 2:  # with a single type its odds are infinite on both sides
        return np.full(len(count), np.nan)
    odds_here = np.log(here / (total + whole - here))
    odds_there = np.log(there / (total_elsewhere + whole - there))
    return (odds_here - odds_there) / np.sqrt(1 / here + 1 / there)


def g2(count: Array, total: float, count_elsewhere: Array, total_elsewhere: float) -> Array:
    """Log-likelihood ratio of the four-cell table, signed: negative where the term is rarer here.

    Returns
    -------
    array of float, shape (terms,)
        Chi-squared with one degree of freedom in absolute value; NaN without a reference.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19.
    """
    if not total or not total_elsewhere:
        return np.full(len(count), np.nan)
    whole = total + total_elsewhere
    both = count + count_elsewhere
    cells = (
        (count, both * total / whole),
        (count_elsewhere, both * total_elsewhere / whole),
        (total - count, (whole - both) * total / whole),
        (total_elsewhere - count_elsewhere, (whole - both) * total_elsewhere / whole),
    )
    statistic = 2 * sum(xlogy(seen, seen) - xlogy(seen, expected) for seen, expected in cells)
    sign = np.where(count / total >= count_elsewhere / total_elsewhere, 1.0, -1.0)
    return sign * np.maximum(statistic, 0.0)


def log_ratio(count: Array, total: float, count_elsewhere: Array, total_elsewhere: float) -> Array:
    """Binary logarithm of the ratio of relative frequencies; half an occurrence stands for none.

    One is twice as often, two is four times.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction.
    """
    if not total or not total_elsewhere:
        return np.full(len(count), np.nan)
    here = np.where(count > 0, count, 0.5) / total
    there = np.where(count_elsewhere > 0, count_elsewhere, 0.5) / total_elsewhere
    return np.log2(here / there)


def log_ratio_margin(count: Array, count_elsewhere: Array) -> Array:
    """Half the width of the 95 % interval of `log_ratio`, from the Poisson variance of the two counts.

    References
    ----------
    Evert, S. (2022). Measuring keyness. Digital Humanities 2022.
    """
    here, there = np.where(count > 0, count, 0.5), np.where(count_elsewhere > 0, count_elsewhere, 0.5)
    return 1.959964 * np.sqrt(1 / here + 1 / there) / np.log(2)


def benjamini_hochberg(p: Array) -> Array:
    """False discovery rate at which each of the tests would be called; NaN tests are left out.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.02, 0.5])).round(3).tolist()
    [0.03, 0.03, 0.5]
    """
    q = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q


def p_value(statistic: Array) -> Array:
    """Chance of a G² at least as large, by chi-squared with one degree of freedom."""
    return chi2.sf(np.abs(statistic), df=1)


def dispersion_dp(counts: NDArray[np.float64], sizes: Array) -> Array:
    """Gries' deviation of proportions: 0 spread as the parts' sizes, towards 1 all in one part.

    Parameters
    ----------
    counts : array of float, shape (terms, parts)
    sizes : array of float, shape (parts,)
        Words in each part.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. IJCL 13.
    """
    totals = counts.sum(axis=1, keepdims=True)
    seen = np.divide(counts, totals, out=np.full(counts.shape, np.nan), where=totals > 0)
    return np.abs(seen - sizes / sizes.sum()).sum(axis=1) / 2
