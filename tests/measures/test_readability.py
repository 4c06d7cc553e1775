"""The formulas against textstat's own results, on sentences where its counts and ours agree."""

import warnings

import numpy as np
import pytest

from analysis.corpus.words import words
from analysis.features.word_counts import word_counts
from analysis.measures.readability import MEASURES

#: No hyphens, numbers, abbreviations or short sentences, on which textstat counts otherwise.
SENTENCES = [
    "The old harbour was quiet on the morning after the storm.",
    "Fishermen repaired their nets and talked about the government.",
    "Nobody remembered when the communication with the islands had been interrupted.",
    "A considerable number of families decided to remain in the village.",
    "Children carried water from the river because the pipes were broken.",
]
NAMES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "dale_chall": "dale_chall_readability_score",
}


def components(sentences):
    counted = np.array([word_counts(w.text) for s in sentences for w in words(s)], dtype=float).sum(axis=0)
    keys = ("characters", "letters", "syllables", "polysyllables", "complex_words", "difficult_words")
    n = sum(len(words(s)) for s in sentences)
    return dict(zip(keys, counted, strict=True)) | {"words": np.array(n), "sentences": np.array(len(sentences))}


def textstats_own(measure, text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat

        textstat.set_rounding(False)
        return getattr(textstat, measure)(text)


@pytest.mark.parametrize("measure", sorted(NAMES))
def test_each_measure_is_textstats(measure):
    sentences = SENTENCES * 6  # SMOG needs thirty
    expected = textstats_own(NAMES[measure], " ".join(sentences))
    assert float(MEASURES[measure](components(sentences))) == pytest.approx(expected, abs=1e-9)


def test_coleman_liau_has_the_published_constant_where_textstat_rounds_it():
    c = components(SENTENCES)
    rounded = textstats_own("coleman_liau_index", " ".join(SENTENCES))
    letters_per_100_words = 100 * c["letters"] / c["words"]
    published = rounded + (0.0588 - 0.058) * letters_per_100_words
    assert float(MEASURES["coleman_liau"](c)) == pytest.approx(float(published), abs=1e-9)


def test_automated_readability_index_leaves_out_punctuation_which_textstat_counts():
    c = components(SENTENCES)
    with_stops = textstats_own("automated_readability_index", " ".join(SENTENCES))
    without = with_stops - 4.71 * len(SENTENCES) / c["words"]
    assert float(MEASURES["automated_readability_index"](c)) == pytest.approx(float(without), abs=1e-9)


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_no_words_give_no_grade(measure):
    empty = {key: np.array(0.0) for key in components(SENTENCES)}
    assert np.isnan(MEASURES[measure](empty))


def test_smog_is_undefined_under_thirty_sentences():
    assert np.isnan(MEASURES["smog"](components(SENTENCES)))
    assert not np.isnan(MEASURES["smog"](components(SENTENCES * 6)))
