"""What articles' statistics are made of: each article's own rows, whatever the order of the features."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.text_statistics import COMPONENTS
from analysis.studies.article_counts import article_counts

QUOTING = "“We will wait for an answer,” said Ada Holm. The crews left. “Nobody told us anything at all.”"
SILENT = "The ferries stayed in port. Nobody left."


@pytest.fixture(scope="module")
def features(inputs_of):
    return inputs_of(
        {"c": QUOTING, "b": SILENT, "a": QUOTING + " They slept.", "z": "", "y": "Leave a comment"}
    ).features


def test_each_article_has_the_rows_that_are_its_own(features):
    found = article_counts(features)
    assert set(found) == set(features["articles"]["article"])
    for article, counted in found.items():
        own = {name: table[table["article"] == article] for name, table in features.items() if "article" in table}
        told = own["sentences"][own["sentences"]["kind"] == "narrative"]
        np.testing.assert_array_equal(counted.sums, told[list(COMPONENTS)].to_numpy(float))
        assert list(counted.part) == list(told["part"])
        assert list(counted.quotations) == list(own["quotations"]["words"])
        assert counted.english == own["articles"]["english"].item()
        diversity = own["lexical_diversity"].set_index(["part", "measure"])
        assert set(counted.diversity) == set(diversity.index)
        for key, row in counted.diversity.items():
            np.testing.assert_array_equal(row, diversity.loc[key, ["value", "low", "high", "n"]].to_numpy(float))


def test_types_are_told_apart_by_part_and_a_word_of_both_is_one_type(features):
    terms = features["terms"]
    for article, counted in article_counts(features).items():
        own = terms[terms["article"] == article]
        for part in ("all", "narrator", "quoted"):
            expected = own if part == "all" else own[own["part"] == part]
            assert len(set(counted.types.get(part, ()))) == expected["term"].nunique()


def test_the_same_term_of_two_articles_is_the_same_type(features):
    found = article_counts(features)
    assert set(found["c"].types["all"]) <= set(found["a"].types["all"])
    shared = set(features["terms"].query("article == 'a'")["term"]) & set(
        features["terms"].query("article == 'b'")["term"]
    )
    assert len(set(found["a"].types["all"]) & set(found["b"].types["all"])) == len(shared) > 0


def test_the_order_of_the_features_rows_changes_no_articles_sums(features):
    shuffled = {name: table.sample(frac=1, random_state=3) for name, table in features.items()}
    once, again = article_counts(features), article_counts(shuffled)
    for article, counted in once.items():
        np.testing.assert_array_equal(np.sort(counted.sums, axis=0), np.sort(again[article].sums, axis=0))
        assert sorted(counted.quotations) == sorted(again[article].quotations)
        assert counted.diversity.keys() == again[article].diversity.keys()


def test_an_article_without_narrative_has_empty_counts(features):
    found = article_counts(features)
    for article in ("z", "y"):
        assert found[article].sums.shape == (0, len(COMPONENTS))
        assert len(found[article].part) == len(found[article].quotations) == 0


@pytest.mark.parametrize("texts", [{"b": SILENT}, {"z": ""}, {"b": SILENT, "a": SILENT + " They slept."}])
def test_a_corpus_without_quotations_or_without_words_is_counted(inputs_of, texts):
    found = article_counts(inputs_of(texts).features)
    assert set(found) == set(texts)
    assert sum(len(counted.quotations) for counted in found.values()) == 0


def test_what_is_not_counted_in_another_language_is_nought_there(inputs_of):
    (counted,) = article_counts(inputs_of({"a": SILENT}, {"a": {"language": "de"}}).features).values()
    sums = pd.DataFrame(counted.sums, columns=list(COMPONENTS)).sum()
    assert sums["words"] == 7
    assert sums.drop("words").sum() == 0
    assert not counted.english
