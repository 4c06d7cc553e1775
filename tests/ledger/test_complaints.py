"""Messages name an entry by its id where that can be read, else by its number."""

import pytest

from analysis.ledger.complaints import entry_and_field, nearest, shown


@pytest.mark.parametrize(
    ("fields", "path", "expected"),
    [
        ({"item": [{}, {"id": "Q02"}]}, ["item", 1], ("item Q02", "")),
        ({"item": [{}, {"id": "Q 2"}]}, ["item", 1, "kind"], ("item 2", "kind")),
        ({"item": [{"id": 3}]}, ["item", 0, "id"], ("item 1", "id")),
        ({"item": [7]}, ["item", 0], ("item 1", "")),
        ({"item": [{"id": "Q1", "value": [5]}]}, ["item", 0, "value", 0], ("item Q1, value 1", "")),
        ({"decoy": [{"id": "X1"}]}, ["decoy", 0, "place", 4, "at", "end"], ("decoy X1, place 5", "at.end")),
        ({"item": 3}, ["item"], ("", "item")),
        ({}, ["coder", "name"], ("", "coder.name")),
        ({"item": [{"id": "x" * 61}]}, ["item", 0], ("item 1", "")),
    ],
)
def test_a_path_is_told_as_entry_and_field(fields, path, expected):
    assert entry_and_field(fields, path) == expected


def test_the_nearest_word_is_proposed_for_words_alone():
    assert nearest("confirmd", ["candidate", "confirmed"]) == "; the nearest known one is `confirmed`"
    assert nearest(3, ["candidate", "confirmed"]) == ""
    assert nearest("x" * 10**6, ["candidate"]) == "; the nearest known one is `candidate`"


def test_long_values_are_cut():
    assert len(shown("x" * 1000)) == 61


def test_what_is_nested_too_deeply_is_said_to_be():
    nested: list = []
    for _ in range(100_000):
        nested = [nested]
    assert shown(nested) == "nested too deeply"
