"""What is not the article: counted, listed, and measured with and without."""

import pandas as pd
import pytest


@pytest.fixture
def results(harbour):
    return harbour.report.results


def test_kinds_add_up_to_the_page(harbour, results):
    totals = results["set_aside"].groupby("article")["words"].sum()
    expected = harbour.inputs.features["articles"].set_index("article")["words"]
    assert totals.to_dict() == expected.to_dict()
    shares = results["set_aside"].groupby("article")["share"].sum()
    assert shares.to_dict() == pytest.approx(dict.fromkeys(shares.index, 1.0), abs=1e-5)


def test_spans_add_up_to_their_kinds(results):
    kinds = results["set_aside"].query("kind != 'narrative'").set_index(["article", "kind"])["words"]
    spans = results["set_aside_spans"].groupby(["article", "kind"])["words"].sum()
    pd.testing.assert_series_equal(kinds.sort_index(), spans.sort_index(), check_dtype=False, check_index_type=False)


def test_measures_of_the_whole_page_count_everything_on_it(harbour, results):
    words = results["with_and_without"].query("measure == 'words'").set_index("article")
    features = harbour.inputs.features["articles"].set_index("article")
    assert words["narrative"].to_dict() == features["narrative_words"].to_dict()
    assert words["whole_page"].to_dict() == features["words"].to_dict()


def test_facts_add_up(harbour):
    facts = {key: fact.value for key, fact in harbour.report.facts.items()}
    assert facts["words_total"] == facts["words_narrative"] + facts["words_set_aside"]
    assert facts["words_set_aside"] > 0


def test_the_finding_names_the_page_of_which_least_is_the_article(harbour):
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert said["most-set-aside"].startswith("Of the 244 words on the page tribune-copyhub, 199 are the article")
    assert "correction 20" in said["most-set-aside"]
    assert "tribune-copyhub (The Coast Tribune) carries a note that corrects" in said["corrections"]


def test_a_page_of_which_nothing_is_set_aside_is_said_to_be_so(analysed_texts):
    report = analysed_texts({"One": "The sea was calm. Nobody left the harbour on that day."}).report
    said = {finding.id: finding.sentence for finding in report.findings}
    assert said["most-set-aside"] == said["corrections"] == ""
    figure = next(f for f in report.figures if f.id == "fig-set-aside")
    assert figure.title == "Nothing had to be set aside: every word is the article’s"


def test_a_text_in_another_language_has_no_english_grade(analysed_texts):
    report = analysed_texts({"One": "Der Hafen war am Montag leer. Die Fischer sprachen lange darüber."}).report
    measured = report.results["with_and_without"].set_index("measure")
    assert measured.loc["flesch_kincaid_grade", ["narrative", "whole_page"]].isna().all()
    assert measured.loc["words_per_sentence", "narrative"] > 0


def test_the_figure_speaks_of_every_page(harbour):
    figure = next(f for f in harbour.report.figures if f.id == "fig-set-aside")
    assert "tribune-copyhub: 199 of 244 words" in figure.alt
    assert set(figure.numbers["article"]) == {record.id for record in harbour.inputs.records}
