"""textstat's primitive counts of one word: the only module that calls textstat."""

import warnings
from functools import cache
from typing import NamedTuple

from analysis.corpus.words import APOSTROPHES


class WordCounts(NamedTuple):
    """Components of one word that the readability formulas add up."""

    characters: int
    letters: int
    syllables: int
    polysyllable: bool
    complex: bool
    difficult: bool


@cache
def word_counts(word: str) -> WordCounts:
    """Count one word's letters and syllables and look it up on the easy list.

    A hyphenated word has the syllables of its parts, is difficult if one of them is, and
    complex if all of it has three syllables and one part is not easy.

    Parameters
    ----------
    word : str
        In any case.

    References
    ----------
    textstat 0.7.8: syllables from the CMU dictionary, else Pyphen; easy words after Dale & Chall (1948).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat  # loads two dictionaries: only where a text is read

        parts = word.casefold().translate(APOSTROPHES).split("-")
        syllables = sum(textstat.syllable_count(part) for part in parts)
        difficult = any(textstat.is_difficult_word(part, 0) for part in parts)
    letters = sum(c.isalpha() for c in word)
    return WordCounts(
        characters=sum(c.isalnum() for c in word),
        letters=letters,
        syllables=syllables,
        polysyllable=syllables >= 3,
        complex=difficult and syllables >= 3,
        difficult=difficult,
    )
