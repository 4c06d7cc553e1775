"""The measured confidence of a detector: the share of its candidates that were right where nobody tuned it."""

import csv
import math
from functools import cache
from io import StringIO
from typing import NamedTuple

from analysis.measures.proportions import wilson_lower
from analysis.resources import read_resource


class Confidence(NamedTuple):
    """A measured precision, the judged candidates it rests on, and Wilson's lower bound."""

    value: float
    n: int
    low: float


def measured_confidence(detector: str, score: float) -> Confidence:
    """Return the precision measured for a detector in the band that holds a score.

    Parameters
    ----------
    detector : str
    score : float
        As the detector gave it.

    Returns
    -------
    Confidence
        NaN with n = 0 where nothing was measured.
    """
    for row in _bands():
        if row["detector"] == detector and float(row["score_from"]) <= score < float(row["score_to"]):
            right, n = int(row["right"]), int(row["n"])
            return Confidence(right / n if n else math.nan, n, wilson_lower(right, n))
    return Confidence(math.nan, 0, math.nan)


@cache
def _bands() -> tuple[dict[str, str], ...]:
    lines = [line for line in read_resource("measured_confidence.csv").splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(StringIO("\n".join(lines))))
