"""Statistics from counted sentences: the obvious sums, with intervals or the reason why not."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import bootstrap
from analysis.measures.text_statistics import COMPONENTS, RATIOS, counts, diversity, quotation_length, sentence_measures


def sentences(n, **columns):
    """Return n sentences, ten words each, every third one quoted, every fourth mixed."""
    parts = ["quoted" if i % 3 == 2 else "mixed" if i % 4 == 3 else "narrator" for i in range(n)]
    frame = pd.DataFrame({"part": parts, **dict.fromkeys(COMPONENTS, 2), "words": [8 + i % 5 for i in range(n)]})
    frame["quoted_words"] = [
        w if p == "quoted" else 3 * (p == "mixed") for p, w in zip(parts, frame["words"], strict=True)
    ]
    return frame.assign(**columns)


def by_name(rows):
    return {row["measure"]: row for row in rows}


def test_words_are_counted_by_word_and_sentences_only_whole():
    frame = sentences(24)
    found = {part: by_name(counts(frame, part)) for part in ("all", "narrator", "quoted")}
    assert found["all"]["words"]["value"] == frame["words"].sum()
    assert found["narrator"]["words"]["value"] + found["quoted"]["words"]["value"] == frame["words"].sum()
    assert found["quoted"]["sentences"]["value"] == (frame["part"] == "quoted").sum()
    assert found["all"]["sentences"]["value"] == 24


@pytest.mark.parametrize("measure", sorted(RATIOS))
def test_a_ratio_is_the_sum_over_the_sum(measure):
    frame = sentences(24)
    numerator, denominator, factor, unit = RATIOS[measure]
    below = 24 if denominator == "sentences" else frame[denominator].sum()
    row = by_name(sentence_measures(frame, "all", english=True))[measure]
    assert row["value"] == pytest.approx(factor * frame[numerator].sum() / below)
    assert row["low"] <= row["value"] <= row["high"]
    assert (row["unit"], row["n"], row["reason"]) == (unit, 24, "")


def test_a_parts_measures_rest_on_its_whole_sentences_only():
    frame = sentences(24)
    own = frame[frame["part"] == "narrator"]
    row = by_name(sentence_measures(frame, "narrator", english=True))["words_per_sentence"]
    assert row["value"] == pytest.approx(own["words"].mean())
    assert row["n"] == len(own)


def test_the_quoted_share_is_one_of_the_whole_text():
    assert "quoted_share" in by_name(sentence_measures(sentences(9), "all", english=True))
    assert "quoted_share" not in by_name(sentence_measures(sentences(9), "narrator", english=True))


def test_few_sentences_have_a_value_and_no_interval():
    few = bootstrap.MINIMUM_UNITS - 1
    row = by_name(sentence_measures(sentences(few), "all", english=True))["words_per_sentence"]
    assert row["value"] > 0
    assert np.isnan(row["low"])
    assert row["reason"] == f"no interval: fewer than {bootstrap.MINIMUM_UNITS} sentences"


def test_no_sentence_is_undefined_with_the_reason():
    for row in sentence_measures(sentences(0), "all", english=True):
        assert np.isnan(row["value"])
        assert row["reason"] == "no whole sentence of this part"


def test_a_text_that_is_not_english_has_the_other_measures_only():
    rows = by_name(sentence_measures(sentences(24), "all", english=False))
    assert rows["words_per_sentence"]["value"] > 0
    assert rows["quoted_share"]["value"] > 0
    for measure in ("flesch_reading_ease", "hedges_per_1000_words", "letters_per_word"):
        assert np.isnan(rows[measure]["value"])
        assert rows[measure]["reason"].startswith("English-only measure")


def test_intervals_repeat():
    first, second = (list(sentence_measures(sentences(24), "all", english=True)) for _ in range(2))
    assert str(first) == str(second)


def features(*rows):
    return pd.DataFrame(rows, columns=["article", "part", "measure", "value", "low", "high", "n"])


def test_one_articles_diversity_is_its_own():
    row = by_name(diversity(features(("a", "all", "mtld", 80.0, 70.0, 90.0, 300)), ["a"], "all"))["mtld"]
    assert (row["value"], row["low"], row["high"], row["n"], row["reason"]) == (80, 70, 90, 300, "")


def test_several_articles_have_the_mean_weighted_by_words():
    table = features(
        ("a", "all", "hdd", 0.8, 0, 1, 300), ("b", "all", "hdd", 0.6, 0, 1, 100), ("c", "all", "hdd", 0, 0, 1, 9)
    )
    row = by_name(diversity(table, ["a", "b"], "all"))["hdd"]
    assert row["value"] == pytest.approx(0.75)
    assert np.isnan(row["low"])
    assert row["reason"] == "mean over 2 of 2 articles, weighted by words; no interval over several articles"


def test_an_article_too_short_for_a_measure_does_not_count_in_the_mean():
    table = features(("a", "all", "hdd", 0.8, 0, 1, 300), ("b", "all", "hdd", np.nan, np.nan, np.nan, 20))
    row = by_name(diversity(table, ["a", "b"], "all"))["hdd"]
    assert row["value"] == pytest.approx(0.8)
    assert row["reason"].startswith("mean over 1 of 2 articles")


def test_too_few_words_are_said():
    table = features(("a", "all", "hdd", np.nan, np.nan, np.nan, 20))
    row = by_name(diversity(table, ["a"], "all"))["hdd"]
    assert (np.isnan(row["value"]), row["reason"]) == (True, "fewer than 42 words")


def test_quotations_have_a_mean_length_or_there_are_none():
    table = pd.DataFrame({"article": ["a"] * 30 + ["b"], "words": [*range(5, 35), 1000]})
    (row,) = quotation_length(table, ["a"])
    assert (row["value"], row["n"]) == (19.5, 30)
    assert row["low"] < 19.5 < row["high"]
    (few,) = quotation_length(table, ["b"])
    assert few["reason"].startswith("no interval: fewer than")
    (none,) = quotation_length(table, ["c"])
    assert (np.isnan(none["value"]), none["n"], none["reason"]) == (True, 0, "no direct quotation")
