"""Who took what from whom, on the invented corpus."""

import pandas as pd
import pytest

from analysis.features.reuse.passage import KINDS
from analysis.studies.segments import SEGMENTS
from analysis.studies.text_reuse import shown_passages


@pytest.fixture
def results(harbour):
    return harbour.report.results


def test_the_cut_copy_is_an_excerpt_and_its_record_says_of_what(results):
    row = results["text_reuse"].set_index(["article_a", "article_b"]).loc[("harbour-herald", "harbour-herald-short")]
    assert (row["relation"], row["direction"], row["direction_confidence"]) == ("excerpt", "a->b", 1)
    assert row["containment_b"] == 1
    assert row["containment_a"] == pytest.approx(112 / 290, abs=1e-6)
    assert row["shared_words"] == 112


def test_the_reworded_copy_shares_an_origin_of_which_nobody_knows_the_direction(results):
    row = results["text_reuse"].set_index(["article_a", "article_b"]).loc[("harbour-herald", "tribune-copyhub")]
    assert row["relation"] == "reworded"
    assert row["direction"] == "undetermined"
    assert row["reasons"] == "", "its correction note speaks of nothing that the passages tell"
    accounts = results["accounts"].set_index("article")["account"]
    assert accounts["tribune-copyhub"] == accounts["harbour-herald"] == "harbour-herald"


def test_pairs_that_share_nothing_are_not_listed(results):
    listed = set(results["text_reuse"]["article_a"]) | set(results["text_reuse"]["article_b"])
    assert "kvallsposten-evening" not in listed


def test_reports_of_one_event_are_independent_and_no_sentences_of_theirs_are_shown(results):
    pairs, passages = results["text_reuse"], results["passages"]
    other = pairs[(pairs["article_a"] == "island-gazette") | (pairs["article_b"] == "island-gazette")]
    assert set(other["relation"]) <= {"independent", "shared quotations only"}
    assert set(other["direction"]) <= {"undetermined"}
    assert (other[["aligned_a", "aligned_b"]] == 0).all(axis=None)
    shown = passages[(passages["article_a"] == "island-gazette") | (passages["article_b"] == "island-gazette")]
    assert set(shown["kind"]) == {"quotation"}


def test_shares_lie_between_nought_and_one_and_pairs_stand_in_the_order_of_the_alphabet(harbour, published):
    for corpus in (harbour, published):
        table = corpus.report.results["text_reuse"]
        assert (table["article_a"] < table["article_b"]).all()
        for column in ("containment_a", "containment_b", "aligned_a", "aligned_b", "similarity", "relation_confidence"):
            assert table[column].between(0, 1).all(), column


def test_every_segment_lies_in_its_article_without_gaps(harbour):
    segments = harbour.report.results["segments"]
    assert set(segments["segment"]) <= set(SEGMENTS)
    lengths = dict(harbour.inputs.features["articles"][["article", "characters"]].to_numpy())
    for article, own in segments.groupby("article"):
        assert list(own["start"]) == [0, *own["end"].iloc[:-1]]
        assert own["end"].iloc[-1] == lengths[article]


def test_facts_count_what_the_tables_list(harbour, results):
    facts = {key: fact.value for key, fact in harbour.report.facts.items()}
    assert (facts["accounts"], facts["lineages"]) == (3, 3)
    assert facts["pairs_compared"] == 10
    assert (facts["pairs_same_account"], facts["pairs_follow"], facts["pairs_quotations_only"]) == (3, 0, 1)
    assert facts["passages"] == len(results["passages"])
    assert facts["copies_not_counted"] == 1


def test_the_findings_say_which_copies_and_followers_there_are(harbour):
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert (
        "harbour-herald-short is an excerpt of harbour-herald (100 % of its words stand there, too)" in said["copies"]
    )
    assert "tribune-copyhub is a reworded copy of, or the origin of, harbour-herald" in said["copies"]
    assert said["followers"] == ""
    assert "five files stand three accounts of three origins" in said["origins"]


def test_a_follower_is_said_to_follow_with_how_much_of_either_is_aligned(analysed_texts, story_texts):
    report = analysed_texts({"One": story_texts["original"], "Two": story_texts["retold"]}).report
    (row,) = report.results["text_reuse"].to_dict("records")
    assert (row["relation"], row["direction"]) == ("follows", "undetermined")
    assert min(row["aligned_a"], row["aligned_b"]) > 0.7
    assert (report.facts["accounts"].value, report.facts["lineages"].value) == (2, 1)
    said = {finding.id: finding.sentence for finding in report.findings}["followers"]
    assert f"{100 * row['aligned_a']:.0f} % of One’s words" in said
    assert "one follows the other, or both a third" in said


def test_sentences_beside_sentences_are_shown_only_for_pairs_of_one_lineage():
    rows = [("a", "b", kind) for kind in KINDS] + [("a", "c", kind) for kind in KINDS]
    passages = pd.DataFrame(rows, columns=["article_a", "article_b", "kind"])
    shown = shown_passages(passages, {("a", "b")})
    assert shown["kind"][shown["article_b"] == "b"].tolist() == list(KINDS)
    assert shown["kind"][shown["article_b"] == "c"].tolist() == ["identical", "edited", "quotation"]


def test_nothing_shared_is_no_sentence(analysed_texts):
    report = analysed_texts({"One": "The sea was calm.", "Two": "Nobody read the law."}).report
    said = {finding.id: finding.sentence for finding in report.findings}
    assert said["copies"] == said["followers"] == ""
    assert report.facts["pairs_same_account"].value == 0


def test_the_matrix_holds_both_directions_and_its_alt_text_the_same_numbers(harbour, results):
    figure = next(f for f in harbour.report.figures if f.id == "fig-reuse-matrix")
    assert len(figure.numbers) == 2 * len(results["text_reuse"])
    shares = figure.numbers.set_index(["article", "stands_in"])["share"]
    assert shares[("harbour-herald-short", "harbour-herald")] == 1
    for (article, other), share in shares.items():
        assert f"{article} in {other}: {100 * share:.0f} %" in figure.alt


def test_the_strips_speak_of_every_file_drawn(harbour):
    figure = next(f for f in harbour.report.figures if f.id == "fig-passage-strips")
    for record in harbour.inputs.records:
        assert f"{record.id}: " in figure.alt
    assert set(figure.numbers["article"]) == {record.id for record in harbour.inputs.records}
