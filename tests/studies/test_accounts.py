"""Copies are one account, followers one lineage, and within an outlet the longest article counts."""

import itertools

import pytest

from analysis.sources.records import Record
from analysis.studies.accounts import SAME_ACCOUNT, SAME_LINEAGE, accounts, derivations

WORDS = {"a": 300, "b": 200, "c": 100, "d": 50}


def records(**outlets):
    return tuple(Record(id=id_, outlet=outlet) for id_, outlet in outlets.items())


def pair(a, b, relation, direction="undetermined"):
    return {"article_a": a, "article_b": b, "relation": relation, "direction": direction}


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
