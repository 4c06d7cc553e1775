"""Statistics of articles and outlets: copies count once, undefined is empty with its reason."""

import re

import pytest


@pytest.fixture
def table(harbour):
    return harbour.report.results["outlet_statistics"]


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


def test_measures_are_the_obvious_sums_of_the_features(harbour, table):
    sentences = harbour.inputs.features["sentences"]
    own = sentences[(sentences["article"] == "island-gazette") & (sentences["kind"] == "narrative")]
    expected = own["words"].sum() / len(own)
    assert value(table, "words_per_sentence", level="article", article="island-gazette") == pytest.approx(
        expected, rel=1e-5
    )
    per_thousand = 1000 * own["hedges"].sum() / own["words"].sum()
    found = value(table, "hedges_per_1000_words", level="article", article="island-gazette")
    assert found == pytest.approx(per_thousand, rel=1e-5)


def test_what_is_undefined_is_empty_with_the_reason_and_never_nought(table):
    undefined = table[table["value"].isna()]
    assert len(undefined)
    assert (undefined["reason"] != "").all()
    without = table[table["low"].isna() & ~table["measure"].isin(["words", "sentences"])]
    assert (without["reason"] != "").all()
    assert set(table.loc[table["measure"] == "smog", "reason"]) <= {
        "fewer than 30 sentences",
        "no whole sentence of this part",
    }


def test_intervals_hold_their_value(table):
    with_interval = table.dropna(subset=["low", "high"])
    assert len(with_interval) > 100
    assert (with_interval["low"] <= with_interval["value"] + 1e-9).all()
    assert (with_interval["value"] <= with_interval["high"] + 1e-9).all()


def test_english_measures_say_that_a_text_is_not_english(analysed_texts):
    found = analysed_texts(
        {"One": "Der Hafen war am Montag leer. Die Fischer sprachen lange darüber. Niemand wusste etwas."}
    ).report.results["outlet_statistics"]
    rows = found.query("level == 'article' and part == 'all'").set_index("measure")
    for measure in ("flesch_kincaid_grade", "hedges_per_1000_words", "syllables_per_word"):
        assert rows.loc[measure, "reason"].startswith("English-only measure")
    assert rows.loc["words_per_sentence", "value"] > 0


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


def test_the_alt_texts_say_the_numbers_drawn(harbour):
    figure = next(f for f in harbour.report.figures if f.id == "fig-quoted-share")
    for row in figure.numbers.itertuples():
        assert f"{row.outlet} {100 * row.value:.0f} %" in figure.alt
    figure = next(f for f in harbour.report.figures if f.id == "fig-statistics")
    for row in figure.numbers.query("measure == 'words_per_sentence'").itertuples():
        assert re.search(rf"{row.outlet} {row.value:.3g}\b", figure.alt)
