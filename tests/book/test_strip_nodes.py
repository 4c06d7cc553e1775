"""The picture of a pair: every passage at its place in both texts, and names that stay text."""

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from docutils.writers.html5_polyglot import HTMLTranslator, Writer

from analysis.book.strip_nodes import BAR, BOTTOM, TOP, WIDTH, Band, pair_strip, visit_strip

BANDS = [Band(0, 100, 50, 100, "identical"), Band(150, 200, 0, 50, "following")]


class _Translator(HTMLTranslator):
    def visit_strip_picture(self, node: nodes.Element) -> None:
        visit_strip(self, node)


def _drawn(
    *, names: tuple[str, str] = ("herald", "tribune"), lengths: tuple[int, int] = (200, 100), bands: list[Band] = BANDS
) -> BeautifulSoup:
    document = new_document("test", get_default_settings(Writer))
    document += pair_strip(names, lengths, bands)
    translator = _Translator(document)
    document.walkabout(translator)
    return BeautifulSoup("".join(translator.body), "html.parser")


def _boxes(svg: BeautifulSoup, css: str) -> list[tuple[float, ...]]:
    return [tuple(float(box[key]) for key in ("x", "y", "width", "height")) for box in svg.select(f"rect.{css}")]


def test_both_texts_are_bars_on_one_scale() -> None:
    assert _boxes(_drawn(), "bar") == [(0, TOP, WIDTH, BAR), (0, BOTTOM, WIDTH / 2, BAR)]


def test_each_passage_stands_at_its_place_in_both_texts() -> None:
    scale = WIDTH / 200
    svg = _drawn()
    assert _boxes(svg, "identical") == [(0, TOP, 100 * scale, BAR), (50 * scale, BOTTOM, 50 * scale, BAR)]
    assert _boxes(svg, "following") == [(150 * scale, TOP, 50 * scale, BAR), (0, BOTTOM, 50 * scale, BAR)]
    assert [path["class"] for path in svg.select("path")] == [["band", "identical"], ["band", "following"]]


def test_a_band_goes_from_the_foot_of_one_bar_to_the_head_of_the_other() -> None:
    path = _drawn(bands=BANDS[1:]).select_one("path")["d"]
    scale = WIDTH / 200
    for corner in (f"M{150 * scale:.1f},{TOP + BAR}", f"0.0,{BOTTOM} L{50 * scale:.1f},{BOTTOM}", f"{TOP + BAR} Z"):
        assert corner in path


def test_a_passage_of_a_letter_can_still_be_seen() -> None:
    boxes = _boxes(_drawn(lengths=(10**6, 10**6), bands=[Band(5, 6, 7, 8, "quotation")]), "quotation")
    assert [box[2] for box in boxes] == [1, 1]


@pytest.mark.parametrize("lengths", [(0, 0), (1, 0)])
def test_empty_texts_are_drawn(lengths: tuple[int, int]) -> None:
    assert len(_boxes(_drawn(lengths=lengths, bands=[]), "bar")) == 2


def test_the_picture_says_what_it_shows_and_names_both_texts() -> None:
    svg = _drawn()
    assert svg.svg["role"] == "img"
    assert svg.svg["aria-label"].startswith("Passages (2) that herald and tribune share")
    assert [text.text for text in svg.select("text")] == ["herald", "tribune"]
    assert [text["y"] for text in svg.select("text")] == [str(TOP - 8), str(BOTTOM + BAR + 16)]


def test_markup_in_a_name_or_a_kind_stays_text() -> None:
    hostile = "<script>x</script> \"q' & onload=x"
    svg = _drawn(names=(hostile, "b"), bands=[Band(0, 1, 0, 1, hostile)])
    assert [text.text for text in svg.select("text")] == [hostile, "b"]
    assert hostile in svg.svg["aria-label"]
    assert not svg.select("script")
    assert {name for tag in svg.find_all(True) for name in tag.attrs} == {
        "aria-label", "class", "d", "height", "role", "viewbox", "width", "x", "y",
    }  # fmt: skip


def test_no_two_elements_have_one_id() -> None:
    assert not _drawn().select("[id]")
