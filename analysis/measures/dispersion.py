"""Dispersion: how evenly a term is spread over the parts of a corpus."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


def dispersion_dp(counts: NDArray[np.float64] | sparse.sparray, sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Gries' deviation of proportions: 0 spread as the parts' sizes, towards 1 all in one part.

    Parameters
    ----------
    counts : array of float or sparse array, shape (terms, parts)
    sizes : array of float, shape (parts,)
        Words in each part.

    Returns
    -------
    array of float, shape (terms,)
        NaN for a term that stands nowhere.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. IJCL 13.

    Examples
    --------
    >>> dispersion_dp(np.array([[1.0, 3.0], [4.0, 0.0]]), np.array([100.0, 300.0])).tolist()
    [0.0, 0.75]
    """
    cells = sparse.coo_array(counts)
    cells.eliminate_zeros()
    totals, shares = np.asarray(cells.sum(axis=1)), sizes / max(sizes.sum(), 1)
    seen, due = cells.data / totals[cells.row], shares[cells.col]
    # Parts in which the term does not stand miss all of their share.
    absent = 1 - np.bincount(cells.row, weights=due, minlength=len(totals))
    apart = np.bincount(cells.row, weights=np.abs(seen - due), minlength=len(totals))
    return np.where(totals > 0, np.maximum(apart + absent, 0) / 2, np.nan)
