"""Shares with their uncertainty."""

import math


def wilson_lower(right: int, n: int, *, z: float = 1.959964) -> float:
    """Lower bound of Wilson's 95 % interval of a share; NaN for no trials.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.

    Examples
    --------
    >>> round(wilson_lower(9, 9), 2)
    0.7
    """
    if n == 0:
        return math.nan
    share = right / n
    centre = share + z * z / (2 * n)
    margin = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, (centre - margin) / (1 + z * z / n))  # rounding alone would make it less than 0
