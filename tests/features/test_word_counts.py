"""Counts of one word are textstat's own."""

import warnings

import pytest

from analysis.features.word_counts import word_counts


@pytest.mark.parametrize("word", ["harbour", "considerable", "ferries", "government", "the", "Interrupted"])
def test_a_plain_word_has_textstats_counts(word):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat

        syllables, letters = textstat.syllable_count(word), textstat.letter_count(word)
        difficult = textstat.is_difficult_word(word.lower(), 0)
    counted = word_counts(word)
    assert (counted.syllables, counted.letters, counted.difficult) == (syllables, letters, difficult)
    assert counted.polysyllable == (syllables >= 3)
    assert counted.complex == (difficult and syllables >= 3)


def test_a_hyphenated_word_adds_up_its_parts():
    parts = word_counts("half"), word_counts("ruinous")
    whole = word_counts("half-ruinous")
    assert whole.syllables == sum(part.syllables for part in parts)
    assert whole.difficult == any(part.difficult for part in parts)
    assert whole.letters == len("halfruinous")


def test_marks_and_digits_are_no_letters():
    assert (word_counts("1,204").characters, word_counts("1,204").letters) == (4, 0)
    assert word_counts("don’t") == word_counts("don't")
