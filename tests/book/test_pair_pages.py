"""Each pair that shares something has a page at an address that stays, and the closest pairs come first."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis.book import pair_pages
from analysis.book.pair_pages import ORDER, pair_name, pair_uri, pairs, write_pair_pages
from analysis.book.results import read_results
from analysis.measures.reuse_relation import RELATIONS

IN_ORDER = [
    "harbour-herald--harbour-herald-short",
    "harbour-herald--tribune-copyhub",
    "harbour-herald-short--tribune-copyhub",
    "harbour-herald--island-gazette",
    "harbour-herald-short--island-gazette",
]


def _names(results: Path) -> list[str]:
    return [pair_name(row["article_a"], row["article_b"]) for row in pairs(read_results(results))]


def _written(results: Path, pages: Path) -> dict[str, str]:
    pages.mkdir()
    write_pair_pages(read_results(results), pages)
    return {p.relative_to(pages).as_posix(): p.read_text("utf-8") for p in sorted(pages.rglob("*")) if p.is_file()}


def _head(page: str) -> str:
    (head,) = [line for line in page.splitlines() if line.startswith("# ")]
    return head


def test_every_relation_has_its_place_in_the_order() -> None:
    assert tuple(RELATIONS) == ORDER


def test_pairs_stand_from_the_closest_relation_to_the_loosest_then_by_what_they_share(coded_results: Path) -> None:
    assert _names(coded_results) == IN_ORDER


def test_of_one_relation_those_that_share_most_come_first_then_by_the_alphabet(
    change_rows: Callable[..., Path],
) -> None:
    change_rows("text_reuse", "harbour-herald", relation="follows", aligned_a="", aligned_b="0.5")
    results = change_rows("text_reuse", "harbour-herald-short", relation="follows", aligned_a="0.6", aligned_b="")
    assert _names(results) == [
        "harbour-herald-short--island-gazette",
        "harbour-herald-short--tribune-copyhub",
        "harbour-herald--harbour-herald-short",
        "harbour-herald--island-gazette",
        "harbour-herald--tribune-copyhub",
    ]


def test_each_pair_has_a_page_with_a_title_and_no_other_has_one(coded_results: Path, tmp_path: Path) -> None:
    pages = _written(coded_results, tmp_path / "pages")
    assert set(pages) == {f"pairs/{name}.md" for name in IN_ORDER}
    page = pages["pairs/harbour-herald--tribune-copyhub.md"]
    assert page.startswith("---\norphan: true\n---\n")
    assert "\n# The Harbour Herald (harbour-herald) and The Coast Tribune (tribune-copyhub)\n" in page
    assert "\n```{reuse-pair} harbour-herald--tribune-copyhub\n```\n" in page


def test_two_files_of_one_outlet_are_called_by_their_ids(coded_results: Path, tmp_path: Path) -> None:
    page = _written(coded_results, tmp_path / "pages")["pairs/harbour-herald--harbour-herald-short.md"]
    assert _head(page) == "# harbour-herald and harbour-herald-short"


@pytest.mark.parametrize(
    "words",
    ["<script>x</script>", "{{ 7*7 }} {% x %}", "`a` **b** _c_ $d$", "[a](b)", "```{include} /etc/passwd", "a\n# b",
     "{fact}`files`", "https://a.b", "--- :::"],
)  # fmt: skip
def test_markup_in_an_outlets_name_is_left_out_of_the_pages_source(
    change_rows: Callable[..., Path], tmp_path: Path, words: str
) -> None:
    results = change_rows("accounts", "tribune-copyhub", outlet=f"Tribune {words}")
    page = _written(results, tmp_path / "pages")["pairs/harbour-herald--tribune-copyhub.md"]
    assert _head(page).startswith("# The Harbour Herald (harbour-herald) and Tribune")
    assert not set(_head(page)[2:]) & set('<>{}[]`*_$#\\~^|"&;=:!@\n')
    assert page.count("```") == 2


def test_more_pairs_than_there_is_room_for_have_no_page(
    coded_results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair_pages, "MOST_PAGES", 2)
    assert set(_written(coded_results, tmp_path / "pages")) == {f"pairs/{name}.md" for name in IN_ORDER[:2]}


def test_where_no_two_share_anything_there_is_no_page(change_rows: Callable[..., Path], tmp_path: Path) -> None:
    path = change_rows("text_reuse", "") / "text_reuse.csv"
    path.write_text(path.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
    assert _written(path.parent, tmp_path / "pages") == {}


def test_results_without_the_table_have_no_pairs(coded_results: Path) -> None:
    results = read_results(coded_results)
    del results.tables["text_reuse"]
    assert pairs(results) == []


def test_a_link_is_relative_to_the_page_that_it_stands_on() -> None:
    assert pair_uri("a", "b", "reuse") == "pairs/a--b.html"
    assert pair_uri("a", "b", "pairs/c--d") == "a--b.html"


def test_every_pair_has_its_page_in_the_book_and_every_link_of_it_leads_somewhere(book: Path) -> None:
    pages = sorted((book / "pairs").glob("*.html"))
    assert [page.stem for page in pages] == sorted(IN_ORDER)
    broken = []
    for page in pages:
        for element in BeautifulSoup(page.read_text("utf-8"), "html.parser").select("a[href], img[src], link[href]"):
            uri = (element.get("href") or element.get("src")).partition("#")[0].split("?")[0]
            if uri and not re.match(r"[a-z]+:", uri) and not (page.parent / uri).resolve().exists():
                broken.append((page.name, uri))
    assert broken == []


def test_the_page_about_reuse_lists_every_pair_with_a_link_and_the_contents_list_none(book: Path) -> None:
    listed = BeautifulSoup((book / "reuse.html").read_text("utf-8"), "html.parser").select("table.pairs a[href]")
    assert [link["href"] for link in listed] == [f"pairs/{name}.html" for name in IN_ORDER]
    assert not BeautifulSoup((book / "index.html").read_text("utf-8"), "html.parser").select('nav a[href*="pairs/"]')
