"""Who took what from whom, on the invented corpus."""

import pytest

from analysis.studies.segments import SEGMENTS


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
    assert row["relation"] in {"follows", "reworded"}
    assert row["direction"] == "undetermined"


def test_pairs_that_share_nothing_are_not_listed(results):
    listed = set(results["text_reuse"]["article_a"]) | set(results["text_reuse"]["article_b"])
    assert not listed & {"island-gazette", "kvallsposten-evening"}


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
    assert (facts["accounts"], facts["lineages"]) == (4, 3)
    assert facts["pairs_compared"] == 10
    assert facts["pairs_same_account"] == 1
    assert facts["passages"] == len(results["passages"])
    assert facts["copies_not_counted"] == 1


def test_the_findings_say_which_copies_and_followers_there_are(harbour):
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert "harbour-herald-short is an excerpt of harbour-herald (100 % of its words stand there)" in said["copies"]
    assert "The Coast Tribune" in said["followers"]
    assert "one follows the other, or both a third" in said["followers"]
    assert "five files" in said["origins"]
    assert "four accounts" in said["origins"]


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
