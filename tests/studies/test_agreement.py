"""Coders against each other: rejected items count for none, and what is undefined says why."""

import math

import pytest

from analysis.ledger.model import Coding, Ledger
from analysis.studies.agreement import FIELDS, agreement_rows


def coding(*items, by="Edda", kind="person", file="ledger.toml"):
    return Coding(by, kind, 1, items, file=file)


def rows(first, *others):
    return {(row["other"], row["measure"]): row for row in agreement_rows(Ledger(first, others=others))}


def measure(found, name):
    (row,) = [row for (_, measure), row in found.items() if measure.startswith(name)]
    return row


@pytest.fixture
def pair(item, value):
    return item("A", value("one", "40", 0), value("two", "300", 10)), item("B", value("one", "9", 50), type="date")


def test_without_another_coder_there_is_nothing_to_compare(pair):
    assert rows(coding(*pair)) == {}


def test_each_other_coder_has_a_row_for_units_overlap_and_every_field(pair):
    found = rows(coding(*pair), coding(*pair, by="Bo", kind="assistant"))
    assert {other for other, _ in found} == {"Bo (assistant) with Edda (person)"}
    assert len(found) == 2 + len(FIELDS)
    assert measure(found, "units")["value"] == measure(found, "mean overlap")["value"] == 1
    assert measure(found, "alpha of type")["value"] == 1
    assert measure(found, "alpha of severity")["reason"] == "all values that can be compared are the same"


def test_a_rejected_item_is_none(pair, item, value):
    rejected = item("C", value("two", "x", 90), status="rejected")
    found = rows(coding(*pair), coding(*pair, rejected, by="Bo"))
    assert (measure(found, "units")["value"], measure(found, "units")["n"]) == (1, 4)


def test_items_that_only_one_found_lower_the_agreement_on_units(pair, item, value):
    found = rows(coding(*pair), coding(pair[0], item("C", value("two", "x", 90)), by="Bo"))
    assert measure(found, "units")["value"] == 0.5


@pytest.mark.parametrize("items", [(), None])
def test_what_is_undefined_is_nan_with_a_reason(pair, item, value, items):
    other = coding(item("C", value("three", "x")), by="Bo") if items is None else coding(by="Bo")
    found = rows(coding(*pair), other)
    assert measure(found, "units")["value"] == 0
    for row in [measure(found, "mean"), *(measure(found, f"alpha of {field}") for field in FIELDS)]:
        assert math.isnan(row["value"])
        assert row["reason"] == "no item was found by both"
    nobody = rows(coding(), coding(by="Bo"))
    assert math.isnan(measure(nobody, "units")["value"])
    assert measure(nobody, "units")["reason"] == "neither coder has an item"


def test_two_codings_by_one_coder_are_told_apart(pair):
    again = [coding(*pair, by="Bo", file=f"coders/{name}.toml") for name in ("first", "second")]
    found = rows(coding(*pair), *again, coding(*pair, by="Cai"))
    assert {other for other, _ in found} == {
        "Bo (person), coders/first.toml with Edda (person)",
        "Bo (person), coders/second.toml with Edda (person)",
        "Cai (person) with Edda (person)",
    }
