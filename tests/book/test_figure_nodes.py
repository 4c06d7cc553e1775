"""A figure comes with its words, its files and its numbers, and fails loudly without its picture."""

import shutil
from pathlib import Path

import pytest
from docutils import nodes

from analysis.book.figure_nodes import figure_card, miniature
from analysis.book.nodes import details, file_link
from analysis.book.results import Results, read_results

KEY = "fig-reuse-matrix"


@pytest.fixture
def results(fake_results: Path, tmp_path: Path) -> Results:
    shutil.copytree(fake_results, tmp_path / "results")
    return read_results(tmp_path / "results")


def test_a_card_has_anchor_alt_text_files_and_numbers(results: Results) -> None:
    card = figure_card(results, KEY)
    (image,) = card.findall(nodes.image)
    assert card["ids"] == [KEY]
    assert image["alt"] == results.figure(KEY)["alt"]
    assert [link.astext() for link in card.findall(file_link)] == ["SVG", "PNG", "PDF", "CSV", f"{KEY}.csv"]
    (box,) = card.findall(details)
    assert "tribune-copyhub" in box.astext()


def test_only_files_that_exist_are_offered(results: Results) -> None:
    for ending in ("pdf", "csv"):
        (results.folder / "figures" / f"{KEY}.{ending}").unlink()
    card = figure_card(results, KEY)
    assert [link.astext() for link in card.findall(file_link)] == ["SVG", "PNG"]
    assert not list(card.findall(details))


def test_a_picture_that_was_not_drawn_is_an_error_with_the_remedy(results: Results) -> None:
    (results.folder / "figures" / f"{KEY}.svg").unlink()
    with pytest.raises(FileNotFoundError, match=r"fig-reuse-matrix\.svg has not been drawn; run `variorum build`"):
        figure_card(results, KEY)


def test_a_figure_that_cannot_be_drawn_says_why_and_keeps_its_anchor(results: Results) -> None:
    results.figures[KEY]["missing"] = "one article cannot be compared"  # type: ignore[index]
    card = figure_card(results, KEY)
    assert card["ids"] == [KEY]
    assert card.astext().endswith("Not drawn: one article cannot be compared")
    assert not list(card.findall(nodes.image))


def test_a_miniature_repeats_no_alt_text(results: Results) -> None:
    assert miniature(results, KEY)["alt"] == ""
