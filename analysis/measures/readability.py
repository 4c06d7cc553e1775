"""Readability formulas over counted components, vectorised.

The components (words, sentences, syllables, …) are textstat's primitive counts over this project's own words and
sentence boundaries, which its own results check in the tests. Two formulas differ on purpose: Coleman-Liau has the
published constant 0.0588 (textstat rounds it to 0.058), and ARI counts letters and digits (textstat also punctuation).
Each takes a mapping of components to arrays of one shape and returns an array of that shape, NaN where a
denominator is zero.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Components = Mapping[str, Array]
#: SMOG was calibrated on samples of 30 sentences (McLaughlin 1969).
SMOG_SENTENCES = 30


def per(numerator: Array, denominator: Array) -> Array:
    """Quotient, NaN where the denominator is not more than zero."""
    return np.asarray(numerator / np.where(np.asarray(denominator) > 0, denominator, np.nan))


def flesch_reading_ease(c: Components) -> Array:
    """Flesch (1948): about 0 (hard) to 100 (easy)."""
    return 206.835 - 1.015 * per(c["words"], c["sentences"]) - 84.6 * per(c["syllables"], c["words"])


def flesch_kincaid_grade(c: Components) -> Array:
    """Kincaid et al. (1975): years of schooling; more is harder."""
    return 0.39 * per(c["words"], c["sentences"]) + 11.8 * per(c["syllables"], c["words"]) - 15.59


def gunning_fog(c: Components) -> Array:
    """Gunning (1952): years of schooling; complex words have three syllables and are not on textstat's easy list."""
    return 0.4 * (per(c["words"], c["sentences"]) + 100 * per(c["complex_words"], c["words"]))


def smog(c: Components) -> Array:
    """McLaughlin (1969): years of schooling; NaN for fewer than 30 sentences, for which it was not made."""
    grade = 1.043 * np.sqrt(30 * per(c["polysyllables"], c["sentences"])) + 3.1291
    return np.where(np.asarray(c["sentences"]) >= SMOG_SENTENCES, grade, np.nan)


def coleman_liau(c: Components) -> Array:
    """Coleman & Liau (1975): years of schooling, from letters and sentences per 100 words."""
    return 5.88 * per(c["letters"], c["words"]) - 29.6 * per(c["sentences"], c["words"]) - 15.8


def automated_readability_index(c: Components) -> Array:
    """Smith & Senter (1967): years of schooling, from characters per word."""
    return 4.71 * per(c["characters"], c["words"]) + 0.5 * per(c["words"], c["sentences"]) - 21.43


def dale_chall(c: Components) -> Array:
    """Dale & Chall (1948): difficult words are those not on the list of 3,000; names count as difficult."""
    share = 100 * per(c["difficult_words"], c["words"])
    return 0.1579 * share + 0.0496 * per(c["words"], c["sentences"]) + np.where(share > 5, 3.6365, 0.0)


MEASURES: dict[str, Callable[[Components], Array]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "gunning_fog": gunning_fog,
    "smog": smog,
    "coleman_liau": coleman_liau,
    "automated_readability_index": automated_readability_index,
    "dale_chall": dale_chall,
}
