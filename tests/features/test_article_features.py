"""The features of one article: rows that add up, and nothing from which the text could be read."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.article import read_article
from analysis.corpus.words import term
from analysis.features.article_features import DIVERSITY, article_features, is_english, number_words
from analysis.features.names.withheld import PLACEHOLDER, article_names
from analysis.features.tables import ARTICLE_TABLES
from analysis.sources.people import People, salted_hash
from analysis.tables import build

PAGE = (
    "Ferries stay in port\n\n"
    "The crews met Jonas Reed on Monday, said the harbour office. “We will perhaps wait for three days,” he said. "
    "Two of 40 ships left.\n\n"
    "“Nobody said anything to us about it.”\n\n"
    "Leave a comment"
)


def features(text, *, language="en", people=None):
    article = read_article("a", text)
    rows = article_features(article, article_names(article, people), language=language, sha256="0" * 64)
    return {name: build(rows[name], table) for name, table in ARTICLE_TABLES.items()}


def test_every_article_table_is_made_with_its_declared_columns():
    found = features(PAGE)
    assert set(found) == set(ARTICLE_TABLES)
    assert all(len(frame) for frame in found.values())


def test_narrative_and_marked_words_make_up_the_page():
    found = features(PAGE)
    (row,) = found["articles"].to_dict("records")
    assert row["narrative_words"] + found["marks"]["words"].sum() == row["words"]
    by_kind = found["sentences"].groupby("kind")["words"].sum()
    assert by_kind["narrative"] == row["narrative_words"]
    assert by_kind.drop("narrative").to_dict() == found["marks"].groupby("kind")["words"].sum().to_dict()


def test_terms_are_the_narratives_words_told_apart_by_who_speaks():
    found = features(PAGE)
    terms, (row,) = found["terms"], found["articles"].to_dict("records")
    assert terms["count"].sum() == row["narrative_words"]
    assert terms.loc[terms["part"] == "quoted", "count"].sum() == row["quoted_words"]
    said = terms[terms["term"] == "said"].set_index("part")["count"]
    assert said.to_dict() == {"narrator": 2, "quoted": 1}
    assert not set(terms["term"]) & {"leave", "comment", "stay"}


def test_sentences_are_the_narrators_the_quoted_or_mixed():
    sentences = features(PAGE)["sentences"]
    narrative = sentences[sentences["kind"] == "narrative"]
    assert list(narrative["part"]) == ["narrator", "mixed", "narrator", "quoted"]
    assert set(sentences.loc[sentences["kind"] != "narrative", "part"]) == {""}


def test_numbers_hedges_and_reporting_verbs_are_counted_where_they_stand():
    sentences = features(PAGE)["sentences"]
    narrative = sentences[sentences["kind"] == "narrative"]
    assert list(narrative["numbers"]) == [0, 1, 2, 0]
    assert narrative["hedges"].iloc[1] == 1
    assert list(narrative["reporting_verbs"])[::3] == [1, 0], "quoted speech reports nothing for the narrator"


def test_one_is_mostly_no_number():
    assert "two" in number_words()
    assert "one" not in number_words()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-GB", "Порт был пуст.", True),
        ("de", "the cat and the dog", False),
        ("", "It was the best of times and the worst of times.", True),
        ("", "Der Hafen war am Montag leer und die Fischer sprachen.", False),
    ],
)
def test_a_recorded_language_decides_else_the_share_of_function_words(language, text, expected):
    assert is_english(language, read_article("a", text).words()) is expected


def test_a_text_that_is_not_english_has_no_english_components():
    found = features(PAGE, language="de")
    assert not found["articles"]["english"].any()
    assert found["sentences"][["syllables", "hedges", "numbers"]].isna().all(axis=None)
    assert found["sentences"]["words"].sum() == features(PAGE)["sentences"]["words"].sum()


def test_addresses_are_no_terms():
    found = features("They wrote to jonas.reed@example.org, https://example.org/reed or www.reed.example, then left.")
    assert set(found["terms"]["term"]) == {"they", "wrote", "to", "or", "then", "left"}


def test_a_private_person_is_counted_and_not_named():
    private = People("s", frozenset(), frozenset({"monday"}), {salted_hash("s", "Jonas Reed"): "a teacher"})
    found = features(PAGE, people=private)
    assert found["articles"]["private_mentions"].item() == 1
    terms = dict(zip(found["terms"]["term"], found["terms"]["count"], strict=True))
    assert terms[PLACEHOLDER] == 2
    assert not {"jonas", "reed"} & terms.keys()
    assert not found["names"]["form"].str.contains("Jonas|Reed").any()
    assert "Jonas Reed" in set(features(PAGE)["names"]["form"])


@pytest.mark.parametrize(
    ("ending", "cut_off"),
    [
        ("The crews left.", False),
        ("“Who left?”", False),
        ("“We left,” he said", True),
        ("The crews left and", True),
        ("The crews left...", True),
        ("The crews left…", True),
        ("The crews left.\n\nLeave a comment", False),
        ("", False),
    ],
)
def test_a_text_that_stops_in_the_middle_of_a_sentence_is_cut_off(ending, cut_off):
    text = f"The harbour was empty on Monday. {ending}" if ending else ""
    assert features(text)["articles"]["cut_off"].tolist() == [cut_off]


def test_a_name_has_the_credit_that_the_words_next_to_it_give():
    names = features("The mayor told the Herald that Jonas Reed slept. Later Jonas Reed said so in Alder.")["names"]
    found = list(names.sort_values("start")[["form", "credit"]].itertuples(index=False, name=None))
    assert found == [("Herald", "told"), ("Jonas Reed", ""), ("Jonas Reed", "reports"), ("Alder", "")]


def test_a_measure_that_needs_more_words_is_undefined_not_nought():
    diversity = features(PAGE)["lexical_diversity"].set_index(["part", "measure"])
    assert diversity.loc[("all", "mattr_100"), ["value", "low", "high"]].isna().all()
    assert diversity.loc[("all", "ttr"), "value"] == pytest.approx(_type_token_ratio(PAGE))


def _type_token_ratio(text):
    article = read_article("a", text)
    terms = Counter(term(word.text) for word in article.words() if article.kind(word.start) == "narrative")
    return len(terms) / terms.total()


def test_intervals_hold_the_value_and_the_type_token_ratio_has_none(harbour):
    table = harbour.inputs.features["lexical_diversity"].dropna(subset=["value"])
    assert set(table["measure"]) == set(DIVERSITY)
    with_interval = table.dropna(subset=["low", "high"])
    assert set(with_interval["measure"]) == set(DIVERSITY) - {"ttr"}
    assert (with_interval["low"] <= with_interval["value"]).all()
    assert (with_interval["value"] <= with_interval["high"]).all()
    assert np.isnan(table.loc[table["measure"] == "ttr", "low"]).all()


def test_every_place_of_a_feature_is_in_the_text_it_names(harbour):
    places = harbour.inputs.features
    for record in harbour.inputs.records:
        text = (harbour.folder / "texts" / f"{record.id}.txt").read_bytes().decode("utf-8")
        names = places["names"][places["names"]["article"] == record.id]
        for row in names.itertuples():
            assert row.form in " ".join(text[row.start : row.end].split())
        for table in ("marks", "sentences", "quotations"):
            own = places[table][places[table]["article"] == record.id]
            assert (own["start"] < own["end"]).all()
            assert (own["end"] <= len(text)).all()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“We will wait for an answer,” said Ada Holm. “And then?”",
                "The crews met again. They left at 5.30 p.m.",
                "Leave a comment",
                "By Peter Lunde",
                "Ferries stay in port",
                "",
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_counts_add_up_on_any_page(paragraphs):
    found = features("\n\n".join(paragraphs))
    (row,) = found["articles"].to_dict("records")
    assert found["marks"]["words"].sum() + row["narrative_words"] == row["words"]
    assert found["terms"]["count"].sum() == row["narrative_words"]
    assert found["sentences"]["words"].sum() == row["words"]
    assert found["sentences"]["quoted_words"].sum() == row["quoted_words"]
    assert (found["quotations"]["words"].sum() if len(found["quotations"]) else 0) == row["quoted_words"]
