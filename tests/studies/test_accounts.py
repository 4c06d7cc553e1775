"""Copies are one account, followers one lineage, and within an outlet the longest article counts."""

import itertools

import pandas as pd
import pytest

from analysis.sources.records import Record
from analysis.studies.accounts import (
    SAME_ACCOUNT,
    SAME_LINEAGE,
    accounts,
    derivations,
    retellings,
    same_account,
    without_round_ups,
)

WORDS = {"a": 300, "b": 200, "c": 100, "d": 50}


def records(**outlets):
    return tuple(Record(id=id_, outlet=outlet) for id_, outlet in outlets.items())


def pair(a, b, relation, direction="undetermined", shares=(0.4, 1.0)):
    contained = dict(zip(("containment_a", "containment_b"), shares, strict=True))
    return {"article_a": a, "article_b": b, "relation": relation, "direction": direction, **contained}


def column(rows, name):
    return {row["article"]: row[name] for row in rows}


FOUR = records(a="One", b="One", c="Two", d="Three")


@pytest.mark.parametrize("relation", SAME_ACCOUNT)
def test_copies_of_one_outlet_count_once_as_the_longest(relation):
    rows = accounts(FOUR, [pair("a", "b", relation)], WORDS)
    assert column(rows, "account") == {"a": "a", "b": "a", "c": "c", "d": "d"}
    assert column(rows, "counted") == {"a": True, "b": False, "c": True, "d": True}


def test_a_copy_under_another_outlets_name_counts_for_that_outlet():
    rows = accounts(FOUR, [pair("a", "c", "republished")], WORDS)
    assert column(rows, "account")["c"] == "a"
    assert column(rows, "counted")["c"]


def test_followers_share_a_lineage_and_stay_accounts_of_their_own():
    rows = accounts(FOUR, [pair("a", "c", "follows")], WORDS)
    assert column(rows, "account")["c"] == "c"
    assert column(rows, "lineage")["c"] == column(rows, "lineage")["a"] == "a"


@pytest.mark.parametrize(
    ("shares", "one_account"), [((0.3, 1.0), True), ((1.0, 0.3), True), ((0.05, 0.1), False), ((0.1, 0.05), False)]
)
def test_a_teaser_is_its_wholes_account_and_a_piece_inside_a_longer_text_only_of_its_lineage(shares, one_account):
    rows = accounts(FOUR, [pair("a", "b", "excerpt", shares=shares)], WORDS)
    assert column(rows, "account")["b"] == ("a" if one_account else "b")
    assert column(rows, "lineage")["b"] == "a"
    assert column(rows, "counted")["b"] is not one_account
    assert same_account(pair("a", "b", "excerpt", shares=shares)) is one_account


@pytest.mark.parametrize("relation", [*SAME_LINEAGE, "independent"])
def test_only_copies_are_one_account(relation):
    assert same_account(pair("a", "b", relation)) is (relation in SAME_ACCOUNT)


@pytest.mark.parametrize(
    ("outlets", "one_account"), [(("One", "One"), True), (("One", "Two"), False)], ids=["same outlet", "another outlet"]
)
def test_what_a_record_derives_from_its_own_outlet_is_its_account_even_where_nothing_is_shared(outlets, one_account):
    a, b = outlets
    own = (Record(id="a", outlet=a), Record(id="b", outlet=b, derived_from=("a",)))
    rows = accounts(own, [], WORDS)
    assert column(rows, "account") == {"a": "a", "b": "a" if one_account else "b"}
    assert column(rows, "lineage") == {"a": "a", "b": "a"}
    assert column(rows, "counted") == {"a": True, "b": not one_account}


def test_the_wording_that_is_somebody_elses_is_told():
    own = (Record(id="a", outlet="One", wording="translated"), Record(id="b", outlet="Two", wording="edited"))
    assert column(accounts(own, [], WORDS), "foreign") == {"a": True, "b": False}


@pytest.mark.parametrize("relation", ["independent", "shared quotations only"])
def test_other_relations_join_nothing(relation):
    rows = accounts(FOUR, [pair("a", "c", relation)], WORDS)
    assert column(rows, "account") == column(rows, "lineage") == {id_: id_ for id_ in WORDS}


@pytest.mark.parametrize("order", list(itertools.permutations([("a", "b"), ("c", "d"), ("b", "c")])))
def test_joining_is_transitive_in_any_order(order):
    rows = accounts(FOUR, [pair(*ids, "identical") for ids in order], WORDS)
    assert set(column(rows, "account").values()) == {"a"}


def test_a_tie_in_length_goes_to_the_first_id():
    rows = accounts(FOUR, [pair("a", "b", "identical")], dict.fromkeys(WORDS, 10))
    assert column(rows, "account")["b"] == "a"
    assert column(rows, "counted") == {"a": True, "b": False, "c": True, "d": True}


def test_a_stated_origin_stands_even_where_nothing_shared_was_found():
    own = (Record(id="a", outlet="One", derived_from=("b",)), Record(id="b", outlet="Two"))
    (row,) = derivations(own, [])
    assert row == {"article": "a", "origin": "b", "relation": "", "stated": True, "directed": True}


def test_a_pair_that_a_record_states_is_not_listed_twice():
    own = (Record(id="a", outlet="One", derived_from=("b",)), Record(id="b", outlet="Two"))
    (row,) = derivations(own, [pair("a", "b", "reworded", "a->b")])
    assert (row["article"], row["origin"], row["relation"], row["stated"]) == ("a", "b", "reworded", True)


@pytest.mark.parametrize(
    ("way", "copy", "directed"), [("a->b", "b", True), ("b->a", "a", True), ("undetermined", "b", False)]
)
def test_an_inferred_pair_has_the_direction_that_was_found(way, copy, directed):
    (row,) = derivations(FOUR, [pair("a", "b", "follows", way)])
    assert (row["article"], row["directed"], row["stated"]) == (copy, directed, False)


def test_pairs_of_no_lineage_are_no_derivations():
    assert not list(derivations(FOUR, [pair("a", "b", "independent"), pair("a", "c", "shared quotations only")]))
    assert set(SAME_ACCOUNT) < set(SAME_LINEAGE)


def test_texts_that_tell_half_of_one_another_are_retellings():
    rows = [("a", "b", "follows", 0.5, 0.2), ("a", "c", "follows", 0.4, 0.4), ("b", "c", "independent", 0.9, 0.9)]
    pairs = pd.DataFrame(rows, columns=["article_a", "article_b", "relation", "aligned_a", "aligned_b"])
    assert retellings(pairs) == {"a": {"b"}, "b": {"a"}}


def holding(piece, share=0.4):
    return {"article_a": piece, "article_b": "z", "relation": "excerpt", "containment_a": 1.0, "containment_b": share}


@pytest.mark.parametrize(
    ("dates", "inside", "links"),
    [
        ({}, [], [("a", "z")]),
        ({"z": "2020-01-01", "a": "2020-01-03", "b": "2020-01-03"}, [], [("a", "z"), ("b", "z")]),
        ({"z": "2020-01-05", "a": "2020-01-03", "b": "2020-01-03"}, [], [("a", "z")]),
        ({}, [("a", "b")], [("a", "z"), ("b", "z"), ("a", "b")]),
    ],
    ids=["nobody knows which came first", "the whole came first", "a round-up", "pieces that share text"],
)
def test_a_round_up_of_unrelated_pieces_is_no_one_account(dates, inside, links):
    known = {id_: Record(id=id_, outlet=id_, published=dates.get(id_, "")) for id_ in "abz"}
    pairs = [holding("a"), holding("b", 0.3)]
    pairs += [{**holding(x), "article_b": y, "containment_b": 1.0} for x, y in inside]
    assert without_round_ups(pairs, known) == links


def test_of_two_as_long_the_one_that_is_not_known_to_be_a_copy_leads():
    copy, original = Record("acopy", "Copier", derived_from=("zorig",)), Record("zorig", "Original")
    rows = accounts((copy, original), [pair("acopy", "zorig", "identical")], {"acopy": 200, "zorig": 200})
    assert column(rows, "account") == {"acopy": "zorig", "zorig": "zorig"}
    unknown = (Record("acopy", "Copier"), original)
    rows = accounts(unknown, [pair("acopy", "zorig", "identical")], {"acopy": 200, "zorig": 200})
    assert column(rows, "account") == {"acopy": "acopy", "zorig": "acopy"}, "else the alphabet decides"
