"""A pair's page holds its relation and why, its shares and its passages: in print, words that differ and no passage."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from analysis.book import pair_pages
from analysis.book.pair_list import pair_list
from analysis.book.pair_nodes import MARKED, RELATIONS, pair_page
from analysis.book.results import UnknownKeyError, read_results
from analysis.book.strip_nodes import strip_picture
from analysis.measures.reuse_relation import RELATIONS as MEASURED

REWORDED, EXCERPT = "harbour-herald--tribune-copyhub", "harbour-herald--harbour-herald-short"
QUOTING, INDEPENDENT = "harbour-herald--island-gazette", "harbour-herald-short--island-gazette"
HOSTILE = "<script>alert(1)</script> {fact}`files` **b** $x^2$ [a](javascript:1) {{ 7*7 }}"


def _page(results: Path, name: str, held: Sequence[dict[str, Any]] = ()) -> nodes.Element:
    page = nodes.container()
    page += pair_page(read_results(results), name, held)
    return page


def _table(page: nodes.Element, at: int) -> list[list[str]]:
    body = list(page.findall(nodes.tbody))[at]
    return [[" ".join(entry.astext().split()) for entry in row.children] for row in body.children]


def _held(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"id": "x", "label": "", "passages": [{"text": a}, {"text": b}]} for a, b in pairs]


def test_every_relation_is_explained() -> None:
    assert set(RELATIONS) == set(MEASURED)


def test_the_relation_is_said_with_its_meaning_its_confidence_and_what_decided_it(coded_results: Path) -> None:
    said = _page(coded_results, REWORDED).astext()
    assert f"Reworded. {RELATIONS['reworded']}" in said
    assert "Confidence 1: 100 % of the shorter text and 78 % of the longer stand in the other" in said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"direction": "a->b", "direction_confidence": "0.7", "reasons": "dates; credit"},
         "Inferred: The Coast Tribune was made from The Harbour Herald (confidence 0.70). Dates; credit."),
        ({"direction": "b->a", "direction_confidence": "1", "reasons": "stated"},
         "Stated: The Harbour Herald was made from The Coast Tribune (confidence 1). Stated."),
        ({"relation": "follows", "direction": "a->b", "direction_confidence": "0.85", "reasons": "dates"},
         "Inferred: The Coast Tribune follows The Harbour Herald (confidence 0.85). Dates."),
        ({"direction": "undetermined", "reasons": "a date"},
         "are asked for. What is known: a date."),
        ({"direction": "undetermined", "reasons": ""}, "one of them a date or a credit, are asked for.\n"),
    ],
)  # fmt: skip
def test_which_came_first_is_said_with_the_reasons(
    change_rows: Callable[..., Path], cells: dict[str, str], said: str
) -> None:
    assert said in _page(change_rows("text_reuse", "harbour-herald", **cells), REWORDED).astext()


def test_two_files_of_one_outlet_are_told_apart_where_one_comes_from_the_other(coded_results: Path) -> None:
    said = _page(coded_results, EXCERPT).astext()
    assert "Stated: harbour-herald-short was made from harbour-herald (confidence 1)." in said


@pytest.mark.parametrize("name", [QUOTING, INDEPENDENT])
def test_of_texts_without_a_common_origin_none_came_first(coded_results: Path, name: str) -> None:
    assert "came first" not in _page(coded_results, name).astext()


def test_shares_of_both_texts_stand_under_each_other(coded_results: Path) -> None:
    assert _table(_page(coded_results, REWORDED), 0) == [
        ["harbour-herald", "The Harbour Herald", "47 %", "78 %", "22 %"],
        ["tribune-copyhub", "The Coast Tribune, as carried by copyhub.example", "68 %", "100 %", "0 %"],
    ]


def test_an_undefined_share_is_not_nought(change_rows: Callable[..., Path]) -> None:
    results = change_rows("text_reuse", "harbour-herald", containment_a="", aligned_a="")
    assert _table(_page(results, REWORDED), 0)[0][2:] == ["n/a", "n/a", "n/a"]


def test_the_picture_has_a_band_for_each_passage(coded_results: Path) -> None:
    (picture,) = _page(coded_results, EXCERPT).findall(strip_picture)
    assert picture["names"] == ["harbour-herald", "harbour-herald-short"]
    assert picture["bands"] == [(163, 765, 13, 615, "identical")]


def test_the_published_edition_shows_words_that_differ_and_no_passage(coded_results: Path) -> None:
    page = _page(coded_results, REWORDED)
    first = _table(page, 1)[0]
    assert first[0].startswith("only here: job, leaving, link, morning, walked, workers ¶ 4, sentence 4, 163–329")
    assert "in both: ferry, first, islands, mainland, Monday, regular, storms" in first[1]
    assert first[1].startswith("reworded 18 words in both, likeness 0.62")
    assert first[2].endswith("¶ 4, sentence 6, 211–375")
    assert "This edition shows no passages" in page.astext()
    assert not [node for node in page.findall(nodes.paragraph) if "passage" in node["classes"]]


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("identical", [[], []]),
        ("edited", [["left"], ["stayed"]]),
        ("quotation", [["left"], ["stayed"]]),
        ("reworded", [["ferry"], ["ferry"]]),
        ("following", [["ferry"], ["ferry"]]),
    ],
)
def test_the_working_edition_shows_passages_with_their_words_marked(
    change_rows: Callable[..., Path], kind: str, marked: list[list[str]]
) -> None:
    results = change_rows("passages", "harbour-herald", kind=kind)
    page = _page(results, EXCERPT, _held(("The ferry left", "The ferry stayed")))
    shown = [node for node in page.findall(nodes.paragraph) if "passage" in node["classes"]]
    assert [node.astext() for node in shown] == ["The ferry left", "The ferry stayed"]
    assert [[word.astext() for word in node.findall(nodes.emphasis)] for node in shown] == marked
    assert "This edition shows no passages" not in page.astext()


def test_each_passage_stands_in_its_own_row(coded_results: Path) -> None:
    texts = [(f"left {n}", f"right {n}") for n in range(13)]
    rows = _table(_page(coded_results, REWORDED, _held(*texts)), 1)
    assert [(row[0].split(" ¶")[0], row[2].split(" ¶")[0]) for row in rows] == texts


def test_markup_in_names_reasons_and_passages_stays_text(change_rows: Callable[..., Path]) -> None:
    change_rows("articles", "tribune-copyhub", outlet=HOSTILE, carrier=HOSTILE)
    change_rows("passages", "harbour-herald", only_a=HOSTILE, only_b=HOSTILE, both=HOSTILE)
    results = change_rows("text_reuse", "harbour-herald", evidence=HOSTILE, reasons=HOSTILE)
    page = _page(results, REWORDED, _held((HOSTILE, HOSTILE)))
    for start in (HOSTILE, f"only here: {HOSTILE}", f"in both: {HOSTILE}", f"Confidence 1: {HOSTILE}"):
        assert any(node.astext().startswith(start) for node in page.findall(nodes.paragraph))
    assert not list(page.findall(nodes.raw))
    assert not [link for link in page.findall(nodes.reference) if "javascript" in link["refuri"]]


@pytest.mark.parametrize("name", ["harbour-herald--nobody", "tribune-copyhub--harbour-herald", ""])
def test_an_unknown_pair_is_an_error(coded_results: Path, name: str) -> None:
    with pytest.raises(UnknownKeyError, match=r"there is no pair .* in text_reuse\.csv"):
        _page(coded_results, name)


def test_the_pairs_before_and_after_are_linked(coded_results: Path) -> None:
    def ways(name: str) -> list[str]:
        return [link["refuri"] for link in _page(coded_results, name).findall(nodes.reference)]

    assert ways(EXCERPT) == ["../reuse.html", f"{REWORDED}.html"]
    assert ways(REWORDED) == ["../reuse.html", f"{EXCERPT}.html", "harbour-herald-short--tribune-copyhub.html"]
    assert ways(INDEPENDENT) == ["../reuse.html", f"{QUOTING}.html"]


def test_the_list_has_a_row_for_each_pair_with_its_shares_and_what_came_first(coded_results: Path) -> None:
    listed = nodes.container()
    listed += pair_list(read_results(coded_results), "reuse")
    rows = _table(listed, 0)
    assert rows[0] == ["harbour-herald and harbour-herald-short", "excerpt", "39 %", "100 %", "harbour-herald"]
    assert rows[1][4] == "undetermined"
    assert rows[3] == ["harbour-herald and island-gazette", "shared quotations only", "0 %", "0 %", ""]
    assert rows[4][1] == "independent"
    assert "Pairs that share something (5)" in listed.astext()
    assert "more pairs" not in listed.astext()
    assert [link["refuri"] for link in listed.findall(nodes.reference)][-1] == "results/text_reuse.csv"


def test_pairs_without_a_page_are_counted(coded_results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pair_pages, "MOST_PAGES", 2)
    listed = nodes.container()
    listed += pair_list(read_results(coded_results), "reuse")
    assert "Pairs that share something (5)" in listed.astext()
    assert "3 more pairs are in the CSV only." in listed.astext()
    assert len(_table(listed, 0)) == 2


def test_where_nothing_is_shared_it_is_said(coded_results: Path) -> None:
    results = read_results(coded_results)
    del results.tables["text_reuse"]
    (said,) = pair_list(results, "reuse")
    assert said.astext() == "No two articles share anything."


@pytest.mark.parametrize("kind", [kind for kind, said in MARKED.items() if said])
def test_the_working_edition_says_which_words_are_marked(change_rows: Callable[..., Path], kind: str) -> None:
    results = change_rows("passages", "harbour-herald", kind=kind)
    assert MARKED[kind] in _page(results, EXCERPT, _held(("The ferry left", "The ferry stayed"))).astext()
