"""The matrix as tables: accounts as columns, or, where there are many, values with the accounts that give them."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from analysis.book.results import UnknownKeyError, read_results
from analysis.book.statement_nodes import ALL_REJECTED, MOST_COLUMNS, MOST_NAMED, NO_LEDGER, statement_tables

COLUMN = {"carrier": "", "foreign": "false", "first_day": ""}
ROW = {
    "row": 1, "item": "Q01", "kind": "may both be right", "subject": "The boats: number", "severity": 2,
    "status": "confirmed",
    "within": "false", "start": 5, "value": "40", "said_by": "", "outlet_of_copy": "", "repeated": "false", "group": 0,
}  # fmt: skip
Tables = Callable[..., list[nodes.Element]]


@pytest.fixture
def tables(change_rows: Callable[..., Path]) -> Tables:
    """Return a function that shows rows, given as changes of one, over so many accounts."""
    folder = change_rows("ledger_items", "")

    def show(accounts: int, *rows: dict[str, Any], foreign: str = "") -> list[nodes.Element]:
        names = [f"a{n:02}" for n in range(accounts)]
        columns = [
            {"position": n, "column": name, "label": name.upper(), **COLUMN, "foreign": str(name == foreign).lower()}
            for n, name in enumerate(names, 1)
        ]
        _write(folder / "account_columns.csv", columns)
        _write(folder / "statement_matrix.csv", [{**ROW, "column": "a00", **row} for row in rows])
        return statement_tables(read_results(folder), "disagree")

    return show


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys() if rows else ROW.keys())
        writer.writeheader()
        writer.writerows(rows)


def _cells(table: nodes.Element) -> list[list[str]]:
    (body,) = table.findall(nodes.tbody)
    return [[" ".join(entry.astext().split()) for entry in row.children] for row in body.children]


def test_there_is_a_table_for_each_kind_and_a_row_for_each_item(coded_results: Path) -> None:
    found = statement_tables(read_results(coded_results), "disagree")
    assert found[0]["ids"] == ["kind-stands-after-a-correction"]
    assert [len(_cells(table)) for table in found] == [1] * 5
    links = [link["refuri"] for table in found for link in table.findall(nodes.reference)]
    assert links == [f"items/{id_}.html" for id_ in ("C01", "D01", "Q01", "T01", "Q02")]


def test_a_cell_holds_the_values_of_its_account_with_their_marks(coded_results: Path) -> None:
    correction, _, strength, time, _ = statement_tables(read_results(coded_results), "disagree")
    heads = [entry.astext().split("\n\n") for entry in next(iter(strength.findall(nodes.thead))).children[0].children]
    assert heads[1:] == [
        ["Kvällsposten", "▨ via Evening Review"], ["The Harbour Herald and 1 more"], ["Island Gazette"],
    ]  # fmt: skip
    assert _cells(strength)[0][1:] == [
        "·",
        "about 200 on strike some 200 on strike (The Coast Tribune)",
        "350 or more on the pay roll",
    ]
    assert _cells(time)[0][3] == "no end in sight the harbour"
    assert [node.astext() for node in time.findall(nodes.emphasis)] == ["the harbour"]
    assert _cells(correction)[0][2].startswith("they were sacked, in an earlier version (The Coast Tribune)")
    assert _cells(correction)[0][0].endswith("●●●")


def test_a_difference_inside_one_text_says_so(tables: Tables) -> None:
    assert _cells(tables(2, {"within": "true"})[0])[0][0].endswith("●●○ inside one text")


def test_a_value_that_only_a_copy_has_names_the_copys_outlet(tables: Tables) -> None:
    assert _cells(tables(2, {"outlet_of_copy": "Reprint"})[0]) == [["The boats: number ●●○", "40 (Reprint)", "·"]]


def test_up_to_eight_accounts_are_columns_and_more_are_named_after_each_value(tables: Tables) -> None:
    assert len(_cells(tables(MOST_COLUMNS, {})[0])[0]) == MOST_COLUMNS + 1
    (table,) = tables(MOST_COLUMNS + 1, {}, {"column": "a01"}, {"column": "a02", "value": "300", "group": 1})
    assert "by-value" in table["classes"]
    assert _cells(table) == [["The boats: number ●●○", "40: A00, A01 300: A02 · 6 of 9 accounts say nothing about it"]]


def test_values_keep_their_marks_outlets_and_sources_among_many_accounts(tables: Tables) -> None:
    rows = [
        {"repeated": "true"},
        {"column": "a01", "outlet_of_copy": "Reprint"},
        {"column": "a02", "said_by": "the mayor"},
        {"column": "a03"},
    ]
    ((_, said),) = _cells(tables(9, *rows, foreign="a03")[0])
    assert said.startswith("40: A00 ‡, Reprint, A02 (the mayor), A03 ▨ ·")


def test_an_account_with_two_places_of_one_value_is_named_once(tables: Tables) -> None:
    ((_, said),) = _cells(tables(9, {}, {"start": 90, "value": "40"})[0])
    assert said == "40: A00 · 8 of 9 accounts say nothing about it"


def test_sixty_accounts_are_cut_and_it_is_said_how_many_more_there_are(tables: Tables) -> None:
    ((_, said),) = _cells(tables(60, *({"column": f"a{n:02}"} for n in range(58)))[0])
    assert f" and {58 - MOST_NAMED} more" in said
    assert said.endswith("· 2 of 60 accounts say nothing about it")


def test_rows_are_in_the_matrixs_order_by_number_and_not_by_letter(tables: Tables) -> None:
    (table,) = tables(2, *({"row": n, "item": f"Q{n}", "subject": f"S{n}"} for n in (10, 9, 2)))
    assert [row[0].split()[0] for row in _cells(table)] == ["S2", "S9", "S10"]


def test_without_a_statement_the_reason_is_said(harbour_results: Path, tables: Tables) -> None:
    (why,) = statement_tables(read_results(harbour_results), "disagree")
    assert why.astext() == NO_LEDGER
    assert tables(2)[0].astext() == ALL_REJECTED


def test_results_without_the_matrix_are_named(coded_results: Path) -> None:
    results = read_results(coded_results)
    del results.tables["statement_matrix"]
    with pytest.raises(UnknownKeyError, match="statement_matrix"):
        statement_tables(results, "disagree")
