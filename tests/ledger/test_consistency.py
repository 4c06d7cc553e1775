"""What an item says of itself goes together, by the codebook's rules."""

from dataclasses import replace

import pytest

from analysis.ledger.consistency import item_faults, value_faults

COUNT = {"unit": "boats", "population": "in the harbour"}


def item_with(coded, *values, **fields):
    """Return the first item of the invented ledger with other fields, and values made of its first two."""
    item = coded.coding.items[0]
    first = (item.values[0], item.values[3])
    made = tuple(replace(first[n], **{"low": None, "high": None, **changes}) for n, changes in enumerate(values))
    return replace(item, values=made or item.values, **fields)


def whats(item):
    return [what for what, _ in item_faults(item)]


def test_the_invented_items_go_together(coded):
    assert [whats(item) for item in coded.coding.items] == [[]] * 6


@pytest.mark.parametrize(
    ("kind", "relation", "fault"),
    [
        ("cannot both be right", "disjoint", ""),
        ("cannot both be right", "compatible", "`kind` is 'cannot both be right' and `relation` is 'compatible', "),
        ("may both be right", "finer", ""),
        ("may both be right", "disjoint", "`kind` is 'may both be right' and `relation` is 'disjoint', "),
        ("changed over time", "disjoint", ""),
    ],
)
def test_a_kind_goes_with_its_relation(coded, kind, relation, fault):
    found = whats(item_with(coded, {}, {}, kind=kind, relation=relation))
    assert [what.startswith(fault) for what in found] == ([True] if fault else [])


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ({"high": 1380.0}, {"low": 1400.0}, True),
        ({"low": 1400.0}, {"high": 1380.0}, True),
        ({"high": 40.0}, {"low": 40.0}, False),
        ({"high": 40.0}, {"low": 40.0, "low_open": True}, True),
        ({"high": 1380.0, "population": "outside it"}, {"low": 1400.0}, False),
        ({"high": 1380.0, "as_of": "2022-04"}, {"low": 1400.0, "as_of": "2022-05"}, False),
        ({"high": 1380.0, "as_of": "2022-04"}, {"low": 1400.0, "as_of": "2022-04-03"}, True),
        ({"high": 1380.0, "as_of": ""}, {"low": 1400.0, "as_of": "2022-04-03"}, True),
        ({"low": 300.0, "low_open": True}, {"low": 1000.0}, False),
    ],
)
def test_bounds_that_exclude_each_other_are_disjoint(coded, first, second, wrong):
    item = item_with(coded, {**COUNT, "as_of": "", **first}, {**COUNT, "as_of": "", **second}, relation="compatible")
    assert [what.startswith("`relation` is 'compatible', but the bounds of") for what in whats(item)] == [True] * wrong
    assert whats(replace(item, relation="disjoint", kind="changed over time")) == []


def test_a_correction_says_which_value_stands(coded):
    stands = {"kind": "stands after a correction"}
    assert whats(item_with(coded, {}, {"stands": True}, **stands)) == []
    assert whats(item_with(coded, {}, {}, **stands)) == [
        "`kind` is 'stands after a correction', but no value has `stands = true`"
    ]
    assert whats(item_with(coded, {}, {"stands": True})) == [
        "a value has `stands = true`, but `kind` is 'may both be right'"
    ]


def test_a_difference_has_two_sides_and_a_place_is_short(coded):
    assert whats(item_with(coded, {})) == ["it has one value, expected two: a difference has two sides"]
    assert whats(item_with(coded, {}, within=True)) == []
    value = coded.coding.items[0].values[0]
    long = replace(value, place=replace(value.place, end=value.place.start + 121))
    assert [what for what, _ in value_faults(long)] == ["`at` covers 121 characters, expected at most 120"]
    assert list(value_faults(value)) == []


def test_no_article_has_a_value_from_itself_by_way_of_others(coded):
    round_ = item_with(coded, {"repeats": "island-gazette"}, {"repeats": "harbour-herald"})
    assert whats(round_) == ["by `repeats` harbour-herald has its value from itself, by way of others"]
    assert whats(item_with(coded, {"repeats": "island-gazette"}, {"repeats": "tribune-copyhub"})) == []
