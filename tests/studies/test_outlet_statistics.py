"""Statistics of articles and outlets: copies count once, undefined is empty with its reason."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.measures.diversity_intervals import MINIMUM_WORDS
from analysis.measures.text_statistics import NOT_ENGLISH, UNITS, pooled
from analysis.results import analyse as everything
from analysis.studies import outlet_statistics, provenance, robustness, text_reuse
from analysis.studies.contract import as_study
from benchmarks import generated

#: The statistics, and what they need.
STUDIES = tuple(as_study(module) for module in (text_reuse, provenance, outlet_statistics, robustness))
KEY = ["level", "outlet", "article", "part", "measure"]
UNIQUE = "Never before had ferries, boats or rafts crossed such wide waters under clear skies"
GERMAN = "Der Hafen war am Montag leer. Die Fischer sprachen lange darüber. Niemand wusste etwas."


@pytest.fixture
def table(harbour):
    return harbour.report.results["outlet_statistics"]


@pytest.fixture(scope="module")
def articles():
    """Fifteen generated articles on three topics, article → text."""
    return {article.id: article.text() for article in generated.Language(7).articles(15, per_topic=5)}


def analyse(inputs):
    return everything.analyse(inputs, STUDIES)


def statistics(inputs):
    return analyse(inputs).results["outlet_statistics"]


def bare(table):
    """Rows of which the value or an end of the interval is missing without a reason."""
    return table[table[["value", "low", "high"]].isna().any(axis=1) & (table["reason"] == "")]


def value(table, measure, *, part="all", **where):
    rows = table[(table["measure"] == measure) & (table["part"] == part)]
    for column, wanted in where.items():
        rows = rows[rows[column] == wanted]
    return rows["value"].item()


def test_an_outlet_counts_its_copies_once(table):
    outlet = value(table, "words", level="outlet", outlet="The Harbour Herald")
    assert outlet == value(table, "words", level="article", article="harbour-herald") == 290
    assert value(table, "words", level="article", article="harbour-herald-short") == 112


def test_the_narrators_and_the_quoted_words_are_all_words(table):
    articles = table.query("level == 'article' and measure == 'words'").pivot_table("value", "article", "part", "sum")
    assert (articles["narrator"] + articles["quoted"] == articles["all"]).all()


@pytest.mark.parametrize("part", ["all", "narrator", "quoted"])
def test_measures_are_the_obvious_sums_of_the_parts_whole_sentences(harbour, table, part):
    sentences = harbour.inputs.features["sentences"]
    own = sentences[(sentences["article"] == "harbour-herald") & (sentences["kind"] == "narrative")]
    own = own if part == "all" else own[own["part"] == part]
    expected = {
        "sentences": len(own),
        "words_per_sentence": own["words"].mean(),
        "hedges_per_1000_words": 1000 * own["hedges"].sum() / own["words"].sum(),
        "modals_per_1000_words": 1000 * own["modals"].sum() / own["words"].sum(),
        "syllables_per_word": own["syllables"].sum() / own["words"].sum(),
    }
    for measure, wanted in expected.items():
        found = value(table, measure, part=part, level="article", article="harbour-herald")
        assert found == pytest.approx(wanted, rel=1e-5), measure


def test_every_article_and_outlet_has_every_measure_of_every_part(table):
    expected = {
        part: {"words", "types", "sentences", *UNITS, *MINIMUM_WORDS, "words_per_quotation"}
        for part in ("all", "quoted")
    }
    expected["quoted"] = expected["quoted"] - {"quoted_share"}
    expected["narrator"] = expected["quoted"] - {"words_per_quotation"}
    rows = table.groupby(["level", "outlet", "article", "part"])["measure"].agg(set)
    assert len(rows) == 3 * (5 + 4)
    for (*_, part), measures in rows.items():
        assert measures == expected[part]
    assert not table.duplicated(KEY).any()


def test_types_are_the_different_words_of_the_part(harbour, table):
    terms = harbour.inputs.features["terms"]
    for article, own in terms.groupby("article"):
        assert value(table, "types", article=article) == own["term"].nunique()
        for part, words in own.groupby("part"):
            assert value(table, "types", part=part, article=article) == words["term"].nunique()
            counted = value(table, "types", part=part, article=article) / value(
                table, "words", part=part, article=article
            )
            assert value(table, "ttr", part=part, article=article) == pytest.approx(counted, rel=1e-5)


def test_diversity_is_that_of_the_features(harbour, table):
    stored = harbour.inputs.features["lexical_diversity"].set_index(["article", "part", "measure"])
    rows = table[(table["level"] == "article") & table["measure"].isin(list(MINIMUM_WORDS))]
    rows = rows.set_index(["article", "part", "measure"])
    columns = ["value", "low", "high", "n"]
    assert len(rows) == len(stored)
    pd.testing.assert_frame_equal(rows[columns].sort_index(), stored[columns].sort_index())


def test_what_is_undefined_is_empty_with_the_reason_and_never_nought(table, published):
    assert table["value"].isna().any()
    for found in (table, published.report.results["outlet_statistics"]):
        assert not len(bare(found))
    undefined = table[table["value"].isna()]
    assert undefined[["low", "high"]].isna().all(axis=None)
    assert set(table.loc[table["measure"] == "smog", "reason"]) <= {
        "fewer than 30 sentences",
        "no whole sentence of this part",
    }


def test_intervals_hold_their_value(table):
    with_interval = table.dropna(subset=["low", "high"])
    assert len(with_interval) > 100
    assert (with_interval["low"] <= with_interval["value"] + 1e-9).all()
    assert (with_interval["value"] <= with_interval["high"] + 1e-9).all()


@pytest.mark.parametrize("count", [1, 2, 5])
def test_no_value_or_interval_is_missing_without_a_reason(inputs_of, articles, count):
    found = statistics(inputs_of(dict(list(articles.items())[:count])))
    assert found["value"].notna().any()
    assert not len(bare(found))
    assert found.groupby("level")["outlet"].nunique().to_dict() == {"article": count, "outlet": count}


def test_no_value_or_interval_of_two_hundred_articles_is_missing_without_a_reason(inputs_of, monkeypatch):
    """Slow: of different lengths, on ten topics, of forty outlets, some foreign and some in another language."""
    texts, fields = {}, {}
    for number, words in enumerate((20, 60, 110, 160)):
        monkeypatch.setattr(generated, "ARTICLE_WORDS", words)
        for article in generated.Language(number).articles(50):
            id_ = f"{article.id}-{number}"
            texts[id_], at = article.text(), len(texts)
            fields[id_] = {"outlet": f"Outlet {at % 40:02}", "event": f"{number}-{article.topic}"}
            fields[id_] |= {"language": "de"} if at % 17 == 3 else {"wording": "translated"} if at % 13 == 5 else {}
    found = statistics(inputs_of(texts, fields))
    assert found.groupby("level")["article"].nunique().to_dict() == {"article": 200, "outlet": 1}
    assert found["outlet"].nunique() == 40
    assert found["value"].isna().any()
    assert not len(bare(found)), bare(found)[[*KEY, "value", "low", "high"]].head()
    known = found.dropna(subset=["low", "high"])
    assert (known["low"] <= known["value"] * (1 + 1e-5) + 1e-9).all()
    assert (known["value"] <= known["high"] * (1 + 1e-5) + 1e-9).all()


CASES = {
    "nothing but furniture": "Leave a comment",
    "one word": "Nothing.",
    "one sentence": "The crews left on Monday.",
    "four sentences": "The crews left. They slept. It rained. Nobody cared.",
    "all words unique": f"{UNIQUE}.",
    "a hundred unique words": " ".join(f"{a}{b}." for a in "bdfgklmnprst" for b in UNIQUE.casefold().split()[:9]),
    "one word a hundred times": "Boats. " * 110,
    "quotations only": "“We will wait for an answer, and then for another.” “Nobody has told us anything.”",
    "another language": GERMAN,
    "another script": "Порт был пуст в понедельник. Рыбаки говорили.",
}


@pytest.fixture(scope="module")
def cases(inputs_of):
    """Return the statistics of all cases at once, each an event of its own, by what is recorded as their language."""
    ids = [case.replace(" ", "-") for case in CASES]
    texts = dict(zip(ids, CASES.values(), strict=True))
    return {
        language: statistics(
            inputs_of(
                texts,
                {
                    id_: {"outlet": case, "event": id_, "language": language}
                    for id_, case in zip(ids, CASES, strict=True)
                },
            )
        )
        for language in ("en", "")
    }


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["en", ""])
def test_what_a_text_does_not_allow_is_undefined_with_the_reason(cases, case, language):
    own = cases[language].query("outlet == @case")
    assert own["value"].isna().any()
    assert not len(bare(own))
    rows = own[(own["measure"] == "flesch_kincaid_grade") & (own["part"] == "all")]
    if language or case.startswith("another"):
        assert (rows["reason"] == NOT_ENGLISH).all() == (not language)


@pytest.mark.parametrize(
    ("case", "measure", "reason"),
    [
        ("nothing but furniture", "flesch_kincaid_grade", "no whole sentence of this part"),
        ("nothing but furniture", "words_per_quotation", "no direct quotation"),
        ("nothing but furniture", "ttr", "fewer than 1 words"),
        ("one word", "maas", "fewer than 2 words"),
        ("one sentence", "smog", "fewer than 30 sentences"),
        ("one sentence", "hdd", "fewer than 42 words"),
        ("one sentence", "mtld", "fewer than 100 words"),
        ("all words unique", "mtld", "fewer than 100 words"),
        ("a hundred unique words", "mtld", "no word is repeated"),
    ],
)
def test_the_reason_of_an_undefined_value_says_what_is_lacking(cases, case, measure, reason):
    rows = cases["en"].query("outlet == @case and measure == @measure and part == 'all'")
    assert rows["value"].isna().all()
    assert set(rows["reason"]) == {reason}


@pytest.mark.parametrize(
    ("case", "measure", "reason"),
    [
        ("one sentence", "words_per_sentence", "no interval: fewer than 5 sentences"),
        ("four sentences", "words_per_sentence", "no interval: fewer than 5 sentences"),
        ("quotations only", "words_per_quotation", "no interval: fewer than 5 quotations"),
        ("a hundred unique words", "mattr_50", "no interval: too short to leave out a tenth, or it never varies"),
        ("one word a hundred times", "mtld", "no interval: too short to leave out a tenth, or it never varies"),
    ],
)
def test_the_reason_of_a_missing_interval_says_why_there_is_none(cases, case, measure, reason):
    rows = cases["en"].query("outlet == @case and measure == @measure and part == 'all'")
    assert rows["value"].notna().all()
    assert rows[["low", "high"]].isna().all(axis=None)
    assert set(rows["reason"]) == {reason}


def test_several_short_articles_of_an_outlet_lack_words_not_repetitions(inputs_of):
    for times in (6, 18):  # together 48 words, and 144
        texts = {name: f"The {name} crews left. " * times for name in ("red", "blue")}
        found = statistics(inputs_of(texts, {name: {"outlet": "A"} for name in texts}))
        row = found.query("level == 'outlet' and measure == 'mtld' and part == 'all'").iloc[0]
        assert (row["n"], np.isnan(row["value"])) == (8 * times, True)
        assert row["reason"] == "fewer than 100 words in every article"


def test_several_articles_of_an_outlet_are_pooled(inputs_of, articles):
    names = list(articles)[:3]
    inputs = inputs_of({name: articles[name] for name in names}, {name: {"outlet": "A"} for name in names})
    found = statistics(inputs)
    for part in ("all", "narrator", "quoted"):
        own = found[found["part"] == part].set_index(["level", "measure"])
        whole, each = own.loc["outlet"], own.loc["article"]
        for measure in ("words", "sentences"):
            assert whole.loc[measure, "value"] == each.loc[measure, "value"].sum()
        assert whole.loc["types", "value"] < each.loc["types", "value"].sum()
        for measure in ("mattr_50", "hdd", "mtld"):
            rows = each.loc[[measure], ["value", "low", "high", "n"]].dropna()
            if len(rows) < 2:
                continue
            expected = pooled(list(rows.itertuples(index=False, name=None)))
            np.testing.assert_allclose(
                whole.loc[measure, ["value", "low", "high"]].to_numpy(float), expected, rtol=1e-4
            )
            assert whole.loc[measure, "reason"].startswith(f"mean over {len(rows)} of 3 articles, weighted by words")
    sums = found[(found["part"] == "all") & found["measure"].isin(["words", "sentences"])].pivot_table(
        "value", "level", "measure", "sum"
    )
    length = value(found, "words_per_sentence", level="outlet")
    assert length == pytest.approx(sums.loc["outlet", "words"] / sums.loc["outlet", "sentences"], rel=1e-5)


def test_an_outlet_with_one_article_has_that_articles_numbers(table):
    columns = ["part", "measure", "value", "low", "high", "n", "unit", "wording", "reason"]
    gazette = table[table["outlet"] == "Island Gazette"].groupby("level")
    one, other = (gazette.get_group(level)[columns].reset_index(drop=True) for level in ("article", "outlet"))
    pd.testing.assert_frame_equal(one, other)


def test_an_unrelated_article_changes_no_row_of_the_others(inputs_of, articles):
    names = list(articles)
    without = statistics(inputs_of({name: articles[name] for name in names[:4]}))
    other = {"unrelated": {"event": "another", "outlet": "Other"}}
    with_it = statistics(
        inputs_of({**{name: articles[name] for name in names[:4]}, "unrelated": articles[names[9]]}, other)
    )
    pd.testing.assert_frame_equal(with_it[with_it["outlet"] != "Other"].reset_index(drop=True), without)


def test_the_order_of_articles_and_their_ids_change_nothing_else(inputs_of, articles):
    names = list(articles)[:4]
    outlets = dict(zip(names, ("B", "A", "B", "C"), strict=True))
    once = statistics(inputs_of({n: articles[n] for n in names}, {n: {"outlet": outlets[n]} for n in names}))
    new = dict(zip(names, ("zulu", "mike", "alpha", "hotel"), strict=True))
    fields = {new[n]: {"outlet": outlets[n]} for n in names}
    again = statistics(inputs_of({new[n]: articles[n] for n in reversed(names)}, fields))
    again = again.replace({"article": {id_: name for name, id_ in new.items()}}).sort_values(KEY)
    pd.testing.assert_frame_equal(again.reset_index(drop=True), once.sort_values(KEY).reset_index(drop=True), rtol=1e-5)


def test_english_measures_say_that_a_text_is_not_english(inputs_of):
    found = statistics(inputs_of({"a": GERMAN}, {"a": {"language": ""}}))
    rows = found.query("level == 'article' and part == 'all'").set_index("measure")
    for measure in (
        "flesch_kincaid_grade",
        "hedges_per_1000_words",
        "syllables_per_word",
        "attributions_per_1000_words",
    ):
        assert rows.loc[measure, "reason"] == NOT_ENGLISH
        assert np.isnan(rows.loc[measure, "value"])
    assert rows.loc["words_per_sentence", "value"] == pytest.approx(14 / 3, rel=1e-5)
    assert rows.loc["ttr", "value"] > 0


def test_foreign_wording_is_not_ranked(harbour):
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert "The Harbour Herald" in said["sentence-length"]
    assert "Kvällsposten" not in said["sentence-length"]
    assert "Coast Tribune" not in said["sentence-length"]
    facts = harbour.report.facts
    assert (facts["outlets_comparable_language"].value, facts["outlets_foreign_wording"].value) == (2, 2)


def test_one_outlet_alone_is_not_compared(analysed_texts):
    report = analysed_texts({"One": "The sea was calm. Nobody left the harbour on that day."}).report
    said = {finding.id: finding.sentence for finding in report.findings}
    assert said["sentence-length"] == said["quoted-share"] == ""
    assert said["language-differences"].startswith("No difference in language can be looked for")


def test_the_alt_texts_say_the_numbers_drawn(harbour):
    figure = next(f for f in harbour.report.figures if f.id == "fig-quoted-share")
    for row in figure.numbers.itertuples():
        assert f"{row.outlet} {100 * row.value:.0f} %" in figure.alt
    figure = next(f for f in harbour.report.figures if f.id == "fig-statistics")
    for row in figure.numbers.query("measure == 'words_per_sentence'").itertuples():
        assert re.search(rf"{row.outlet} {row.value:.3g}\b", figure.alt)
