"""Pairs of wordings as candidates: each pair that differs, and no pair that is the same."""

import re

import pandas as pd
import pytest

from analysis.studies.contract import Inputs
from analysis.studies.quotation_candidates import quotation_candidates

PAIR = {
    "change": "reworded", "score": 0.9, "voice": "Ada Lund", "alignment": "=3 ~1/1 =5",
    "article_a": "a", "start_a": 10, "end_a": 60, "words_a": 9, "only_a": "third",
    "article_b": "b", "start_b": 20, "end_b": 70, "words_b": 9, "only_b": "fourth",
    **{f"{key}_{side}": number for side in "ab" for number, key in enumerate(("paragraph", "sentence"), 1)},
}  # fmt: skip


@pytest.fixture
def found(reuse):
    """Return a function that lists the candidates of some pairs of wordings, given as changes of one."""

    def run(*pairs, outlets=("Alpha", "Beta"), **shared):
        wordings = {"quotation_wordings": pd.DataFrame([{**PAIR, **pair} for pair in pairs])}
        earlier = reuse(dict(zip("ab", outlets, strict=True)), **shared) | wordings
        return list(quotation_candidates(Inputs((), {}, None), earlier))

    return run


def test_the_same_words_are_no_difference(found):
    assert found({"change": "same"}) == []
    assert [c.relation for c in found({"change": "same"}, {"change": "cut"}, {})] == ["finer", "compatible"]


def test_a_candidate_names_both_places_and_both_wordings(found):
    (candidate,) = found({})
    assert re.fullmatch(r"quotation-a-b-[0-9a-f]{8}", candidate.id)
    assert [(m["article"], m["value"], m["start"], m["end"], m["paragraph"]) for m in candidate.members] == [
        ("a", "“third”", 10, 60, 1), ("b", "“fourth”", 20, 70, 1),
    ]  # fmt: skip
    assert [[tuple(run) for run in side] for side in candidate.sides] == [[("a", 10, 60)], [("b", 20, 70)]]
    assert candidate.explanation == "Alpha quotes Ada Lund with “third”, Beta has other words: “fourth”."


def test_an_id_says_what_differs_and_not_where(found):
    moved = {"start_a": 110, "end_a": 160}
    assert [c.id for c in found({})] == [c.id for c in found(moved)]
    assert [c.id for c in found({})] != [c.id for c in found({"only_a": "fourth"})]
    first, second = (c.id for c in found({}, moved))
    assert second == f"{first}-2"


def test_two_accounts_of_one_outlet_are_told_apart(found):
    (candidate,) = found({}, outlets=("Alpha", "Alpha"))
    assert candidate.explanation.startswith("Alpha (a) quotes Ada Lund with “third”, Alpha (b) has other words")


def test_a_wording_without_words_of_its_own_says_so(found):
    (candidate,) = found({"only_b": ""})
    assert candidate.members[1]["value"] == "without the other’s words"


@pytest.mark.parametrize(("words_a", "short", "long"), [(4, "Alpha", "Beta"), (12, "Beta", "Alpha")])
def test_the_shorter_side_of_a_cut_leaves_out_a_part(found, words_a, short, long):
    (candidate,) = found({"change": "cut", "words_a": words_a, "voice": ""})
    assert candidate.explanation == f"{short} and {long} quote; {short} leaves out a part."


@pytest.mark.parametrize("side", ["a", "b"])
def test_foreign_wording_on_either_side_may_be_the_rewriters(found, side):
    assert [c.kind for c in found({}, foreign=(side,))] == ["changed in rewriting"]
    assert [c.kind for c in found({})] == ["may both be right"]


def test_a_copys_side_is_not_independent(found):
    (candidate,) = found({}, accounts={"b": "a"})
    assert [m["independent"] for m in candidate.members] == [True, False]


@pytest.mark.parametrize(("relation", "counts"), [("follows", [True, False]), ("shared quotations only", [True, True])])
def test_words_heard_by_two_reporters_count_twice_unless_one_follows_the_other(found, relation, counts):
    heard = {"passages": [("a", 10, 60, "b", 20, 70, "quotation")], "pairs": {("a", "b"): (relation, "undetermined")}}
    (candidate,) = found({}, **heard)
    assert [m["independent"] for m in candidate.members] == counts
