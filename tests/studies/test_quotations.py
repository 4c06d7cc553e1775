"""Voices: copies counted once, parts of one quotation joined, and no sentence where too many speakers are unknown."""

import pandas as pd
import pytest

from analysis.studies.quotations import _places, _whole

SAID = {"sentence": 0, "form": "speech", "speaker": "Ada Lund", "withheld": False, "speaker_rule": "named"}


def part(article, start, end, words, *, continues=False, **fields):
    return {
        "article": article, "start": start, "end": end, "words": words, "continues": continues,
        "paragraph": start // 100, "resolved": True, **SAID, **fields,
    }  # fmt: skip


def joined(*parts):
    rows = _whole(pd.DataFrame(parts))
    return list(rows[["article", "start", "end", "words"]].itertuples(index=False, name=None))


def test_paragraphs_that_go_on_are_one_quotation():
    parts = [part("a", 0, 50, 9), part("a", 100, 150, 8, continues=True), part("a", 200, 250, 7, continues=True)]
    assert joined(*parts, part("a", 300, 350, 6)) == [("a", 0, 250, 24), ("a", 300, 350, 6)]
    first = _whole(pd.DataFrame(parts)).iloc[0]
    assert first["paragraph"] == 0


def test_the_order_of_rows_does_not_matter():
    parts = [part("b", 0, 5, 1), part("a", 0, 50, 9), part("a", 100, 150, 8, continues=True)]
    assert joined(*parts) == joined(*parts[::-1]) == [("a", 0, 150, 17), ("b", 0, 5, 1)]


def test_nothing_goes_on_over_articles():
    assert joined(part("a", 0, 50, 9), part("b", 0, 50, 8, continues=True)) == [("a", 0, 50, 9), ("b", 0, 50, 8)]


def test_a_term_is_no_quotation_and_nothing_goes_on_from_it():
    for goes_on in (False, True):
        term = part("a", 60, 70, 2, form="term", speaker="", continues=goes_on)
        assert joined(part("a", 0, 50, 9), term) == [("a", 0, 50, 9)]
        assert joined(part("a", 0, 50, 9), term, part("a", 100, 150, 8, continues=True)) == [
            ("a", 0, 50, 9), ("a", 100, 150, 8),
        ]  # fmt: skip


def test_an_outlets_second_account_is_named_after_whoever_is_not():
    accounts = pd.DataFrame(
        [("a", "Alpha", "a"), ("a2", "Alpha", "a2"), ("b", "Beta", "b"), ("b-short", "Beta", "b")],
        columns=["article", "outlet", "account"],
    ).set_index("article")
    assert _places(accounts) == {"a": "Alpha (a)", "a2": "Alpha (a2)", "b": "Beta", "b-short": "Beta"}


STORY = (
    "The boats burned on Monday. “We wait for the mayor,” said Ada Lund. Nobody came to the pier that evening, and "
    "the ferries stayed out. “Nobody told us,” said a U.S. official. The crews went home at nine."
)
OTHER = (
    "Snow fell on the northern towns. “Roads are closed until further notice,” said Ada Lund. Schools opened late. "
    "“Stay at home,” said a U.S. official. Trains ran on time in the south."
)


@pytest.fixture(scope="module")
def shared(analysed_texts):
    return analysed_texts({"One": STORY, "Reprint": STORY, "Two": OTHER}).report


def test_copies_count_once(shared):
    quoted, voices = shared.results["quotations"], shared.results["voices"]
    assert set(quoted.loc[quoted["counted"], "article"]) == {"one", "two"}, "not a reprint under another name either"
    lund = voices[voices["voice"] == "Ada Lund"]
    assert len(lund) == lund["accounts"].max() == 2, "in three articles of two accounts"
    assert shared.facts["quotations"].value == quoted["counted"].sum() == 4
    assert shared.facts["quoted_words"].value == quoted.loc[quoted["counted"], "words"].sum()


def test_the_picture_counts_a_copys_words_once(shared):
    (picture,) = [figure for figure in shared.figures if figure.id == "fig-voices"]
    words = picture.numbers.query("speaker == 'Ada Lund'").set_index("column")["words"].to_dict()
    assert words == {"one": 5, "two": 6}


def test_described_speakers_are_voices_of_one_account(shared):
    voices = shared.results["voices"]
    described = voices[~voices["named"].astype(bool)]
    assert set(described["voice"]) == {"a U.S. official, One", "a U.S. official, Two"}
    assert set(described["accounts"]) == {1}
    assert shared.facts["voices_shared"].value == 1


def test_an_unresolved_speaker_has_no_voice(coded, shared, published):
    for report in (coded.report, shared, published.report):
        quoted, voices = report.results["quotations"], report.results["voices"]
        known = quoted[quoted["resolved"].astype(bool)]
        unknown = set(quoted["voice"]) - set(known["voice"])
        assert not unknown & set(voices["voice"])
        assert not quoted.loc[~quoted["resolved"].astype(bool), "named"].any()
        assert len(unknown) <= 1
        counted = known[known["counted"].astype(bool)]
        assert voices["words"].sum() == counted["words"].sum()
        assert voices["quotations"].sum() == len(counted)


def test_confidence_is_that_of_the_rule(coded):
    quoted = coded.report.results["quotations"]
    assert quoted.groupby("speaker_rule")["confidence"].nunique().max() == 1
    assert (quoted["confidence_low"] < quoted["confidence"]).all()
