"""Findings, passages, the dictionary and the manifest as document nodes."""

from pathlib import Path

from docutils import nodes

from analysis.book.page_nodes import data_dictionary, facts_table, finding_list, manifest_tables, passages
from analysis.book.results import read_results


def test_no_finding_is_said_in_a_sentence() -> None:
    assert finding_list([]).astext() == (
        "No sentence about this is shown: none of its conditions is met by these texts."
    )


def test_the_published_edition_says_that_it_holds_no_passages() -> None:
    assert [node.astext() for node in passages(None, "passages")] == [
        "The published edition holds no passages: the texts are their publishers'."
    ]


def test_a_working_edition_shows_passages_with_their_place() -> None:
    item = {"id": "p-1", "label": "following", "passages": [{"article": "a", "start": 3, "end": 9, "text": "<i>x"}]}
    (box,) = passages({"passages": [item]}, "passages")
    assert box.astext().split("\n\n") == ["p-1: following", "<i>x", "a, 3–9"]
    assert [node.astext() for node in passages({}, "passages")] == ["We found none."]


def test_the_dictionary_has_a_section_for_every_table_and_a_row_for_every_column(fake_results: Path) -> None:
    results = read_results(fake_results)
    sections = data_dictionary(results)
    assert sorted(s["names"][0] for s in sections) == sorted(f"table-{name}" for name in results.tables)
    (reuse,) = (s for s in sections if s["names"] == ["table-text_reuse"])
    (body,) = reuse.findall(nodes.tbody)
    assert [row[0].astext() for row in body] == list(results.table("text_reuse")["columns"])


def test_every_fact_is_listed_with_its_meaning(fake_results: Path) -> None:
    results = read_results(fake_results)
    (body,) = facts_table(results)[0].findall(nodes.tbody)
    assert [row[0].astext() for row in body] == sorted(results.facts)


def test_a_manifest_of_any_shape_becomes_tables() -> None:
    tables = manifest_tables({"version": "1", "inputs": {"a": "x", "b": {"c": None}}, "list": [{"k": 1}]})
    rows = [[[cell.astext() for cell in row] for row in next(iter(t.findall(nodes.tbody)))] for t in tables]
    assert rows == [[["version", "1"]], [["a", "x"], ["b c", "n/a"]], [["1 k", "1"]]]
