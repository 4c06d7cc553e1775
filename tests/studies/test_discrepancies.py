"""Candidates of the machine, with stable ids, places, and measured confidence."""

import numpy as np
import pytest

from analysis.studies import vocabulary
from analysis.studies.discrepancies import LONGEST_SPAN, _slug

STORY = "The crews trust {}. On Monday {} spoke for the crews. “We wait,” said {}, who has led them since March."


@pytest.fixture(scope="module")
def spelled(analysed_texts):
    return analysed_texts(
        {
            "Herald": STORY.format("Oksana Tymoshchenko", "Tymoshchenko", "Tymoshchenko"),
            "Tribune": STORY.format("Oksana Timoschenko", "Timoschenko", "Timoschenko"),
        }
    )


def test_values_are_of_the_vocabulary(harbour, published, spelled):
    for corpus in (harbour, published, spelled):
        table = corpus.report.results["discrepancies"]
        assert len(table)
        for column, words in (
            ("type", vocabulary.TYPES),
            ("kind", vocabulary.KINDS),
            ("relation", vocabulary.RELATIONS),
            ("origin", vocabulary.ORIGINS),
            ("status", vocabulary.STATUSES),
        ):
            assert set(table[column]) <= set(words), column
        assert set(table["origin"]) == {"machine"}, "a coder's items are never merged with the machine's"
        assert set(table["status"]) == {"candidate"}


def test_every_candidate_has_members_on_both_sides_within_the_text(published, spelled):
    for corpus in (published, spelled):
        tables = corpus.report.results
        lengths = dict(corpus.inputs.features["articles"][["article", "characters"]].to_numpy())
        members = tables["discrepancy_members"]
        assert set(members["id"]) == set(tables["discrepancies"]["id"])
        assert (members.groupby("id")["value"].nunique() == 2).all()
        for row in members.itertuples():
            assert 0 <= row.start < row.end <= lengths[row.article]
            assert row.end - row.start <= LONGEST_SPAN


def test_an_id_is_made_of_what_differs_and_not_of_its_place(spelled):
    assert "name-timoschenko-tymoshchenko" in set(spelled.report.results["discrepancies"]["id"])


def test_a_form_in_another_script_has_an_id_too():
    assert _slug("Tomas Brandt") == "tomas-brandt"
    assert _slug("Ольга") != _slug("Анна")
    assert len(_slug("Ольга")) == len(_slug("Wiśnia")) == 8


def test_confidence_is_what_was_measured_or_empty(spelled, published):
    for corpus in (spelled, published):
        table = corpus.report.results["discrepancies"]
        unmeasured = table["confidence_n"] == 0
        assert table.loc[unmeasured, "confidence"].isna().all()
        measured = table[~unmeasured]
        assert (measured["confidence_low"] <= measured["confidence"]).all()
        assert measured["confidence"].between(0, 1).all()


def test_a_copy_is_no_independent_member(published):
    accounts = published.report.results["accounts"].set_index("article")["counted"]
    members = published.report.results["discrepancy_members"]
    assert (members["independent"].to_numpy() == accounts[members["article"]].to_numpy()).all()


def test_a_spelling_of_foreign_wording_alone_may_be_the_rewriters(harbour):
    (row,) = harbour.report.results["discrepancies"].query("id == 'name-alder-allder'").to_dict("records")
    assert row["kind"] == "changed in rewriting"
    assert np.isnan(row["confidence"])
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert said["name-variants"] == "", "an unmeasured candidate is listed and not said"
    assert said["changed-in-rewriting"].startswith("One candidate of 1 ")


def test_the_finding_says_that_nobody_reviewed_it(published):
    (finding,) = [f for f in published.report.findings if f.id == "name-variants"]
    assert "No coder has reviewed them." in finding.sentence


def test_facts_count_the_table(published):
    facts, table = published.report.facts, published.report.results["discrepancies"]
    assert facts["discrepancies_candidates"].value == len(table)
    assert facts["discrepancies_confirmed"].value == 0
