"""Each item that stands has a page under its id, and the page's source holds nothing that could be markup."""

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.book.item_pages import item_uri, items, write_item_pages
from analysis.book.results import read_results

IN_ORDER = ["C01", "D01", "Q01", "T01", "Q02"]


def _written(results: Path, pages: Path) -> dict[str, str]:
    pages.mkdir()
    write_item_pages(read_results(results), pages)
    return {p.relative_to(pages).as_posix(): p.read_text("utf-8") for p in sorted(pages.rglob("*")) if p.is_file()}


def test_items_are_in_the_order_of_the_matrix_and_a_rejected_one_is_none(coded_results: Path) -> None:
    assert [item["id"] for item in items(read_results(coded_results))] == IN_ORDER


def test_each_item_has_a_page_with_a_title_and_no_other_has_one(coded_results: Path, tmp_path: Path) -> None:
    pages = _written(coded_results, tmp_path / "pages")
    assert set(pages) == {f"items/{id_}.md" for id_ in IN_ORDER}
    assert "\n# The ferry crews – strength\n\n```{ledger-item} Q01\n```\n" in pages["items/Q01.md"]
    assert pages["items/Q01.md"].startswith("---\norphan: true\n---\n")


def test_without_a_ledger_there_is_no_page(harbour_results: Path, tmp_path: Path) -> None:
    assert _written(harbour_results, tmp_path / "pages") == {}


@pytest.mark.parametrize(
    "id_", ["../index", "..", "a/b", "a\\b", "a b", "Q01.md", "", "-", "Q--1", "Q01-", "`", "Q01\n", "{{ 7 }}", "a_b"]
)
def test_an_id_that_could_be_a_path_or_markup_is_refused(
    change_rows: Callable[..., Path], tmp_path: Path, id_: str
) -> None:
    for table, column in (("ledger_items", "id"), ("statement_matrix", "item")):
        results = change_rows(table, "Q01" if table == "ledger_items" else "3", **{column: id_})
    with pytest.raises(ValueError, match="cannot name the page of an item: use letters, digits and hyphens"):
        _written(results, tmp_path / "pages")
    assert not list(tmp_path.glob("*.md"))


@pytest.mark.parametrize("id_", ["Q-01", "7", "Ö1", "вопрос-1"])
def test_whatever_the_ledger_takes_as_an_id_names_a_page(
    change_rows: Callable[..., Path], tmp_path: Path, id_: str
) -> None:
    change_rows("ledger_items", "Q01", id=id_)
    assert f"items/{id_}.md" in _written(change_rows("statement_matrix", "3", item=id_), tmp_path / "pages")


@pytest.mark.parametrize(
    "words",
    ["<script>x</script>", "{{ 7*7 }} {% x %}", "`a` **b** _c_ $d$", "[a](b) ![a](b)", "```{include} /etc/passwd",
     "a\n# b", "{fact}`files`", "https://a.b", "a\\b ~ ^ | # > \" & ; =", "--- :::"],
)  # fmt: skip
def test_markup_in_a_title_is_left_out_of_the_pages_source(
    change_rows: Callable[..., Path], tmp_path: Path, words: str
) -> None:
    results = change_rows("ledger_items", "Q01", subject=f"the crews {words}", attribute=words)
    page = _written(results, tmp_path / "pages")["items/Q01.md"]
    (head,) = [line for line in page.splitlines() if line.startswith("# ")]
    assert head.startswith("# The crews")
    assert not set(head[2:]) & set('<>{}[]`*_$#\\~^|"&;=:!@\n')
    assert page.count("```") == 2


def test_a_link_is_relative_to_the_page_that_it_stands_on() -> None:
    assert item_uri("Q01", "disagree") == "items/Q01.html"
    assert item_uri("Q01", "items/Q02") == "Q01.html"
