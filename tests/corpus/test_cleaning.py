"""What is marked on a page, and above all what is not."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.corpus.cleaning import marks
from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.spans import KINDS, Mark, covered
from analysis.corpus.words import words

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "furniture_cases.toml").read_text("utf-8"))
LINES = [(group["kind"], text) for group in CASES["lines"] for text in group["texts"]]
BEFORE = (
    "The ferry was late again on Monday, and the people on the quay had given up asking why.",
    "A woman with a red umbrella said that she had waited since the early morning without a word.",
)
AFTER = (
    "In the end it came without its lights, an hour after dark, and nobody cheered.",
    "The captain walked down the ramp and told them that there would be no other boat that week.",
)


def labels(lines: list[str]) -> list[list[Mark]]:
    """Return the marks on every line of a page whose lines are parted by blank lines."""
    text = "\n\n".join(lines)
    spans = paragraphs(text)
    assert [span.of(text) for span in spans] == lines
    found = marks(text, spans)
    return [[mark for mark in found if mark.overlaps(span)] for span in spans]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_known_line_is_marked_inside_a_page(kind, line):
    found = labels([*BEFORE, line, *AFTER])
    assert [mark.kind for mark in found[2]] == [kind]
    assert not any(found[:2] + found[3:])


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_known_line_is_marked_at_the_end_of_a_page(kind, line):
    found = labels([*BEFORE, *AFTER, line])
    assert [mark.kind for mark in found[4]] == [kind]
    assert not any(found[:4])


@pytest.mark.parametrize("line", CASES["narrative"]["texts"])
@pytest.mark.parametrize("place", [2, 4])
def test_narrative_is_never_marked(line, place):
    page = [*BEFORE, *AFTER]
    page.insert(place, line)
    assert not any(labels(page))


@pytest.mark.parametrize("page", CASES["page"], ids=[page["name"] for page in CASES["page"]])
def test_every_line_of_a_page_is_told_apart(page):
    found = labels([text for _, text in page["lines"]])
    for (kind, text), here in zip(page["lines"], found, strict=True):
        whole = [mark.kind for mark in here if mark.end - mark.start == len(text)]
        if kind == "narrative":
            assert not whole, text
        elif kind == "other":
            assert whole, text
        else:
            assert whole == [kind], text


def test_marks_are_sorted_disjoint_and_of_known_kinds():
    for page in CASES["page"]:
        text = "\n\n".join(line for _, line in page["lines"])
        found = marks(text, paragraphs(text))
        assert found == sorted(found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert {mark.kind for mark in found} <= set(KINDS)
        assert all(mark.reason and mark.start < mark.end for mark in found)


def test_a_page_without_paragraphs_has_no_marks():
    assert marks("", []) == []
    assert marks(" \n\n ", []) == []


def test_every_paragraph_of_five_real_articles_is_told_apart(real_texts):
    """The five pages were read line by line: narrative words, and how many marks of each kind."""
    expected = {
        "000": (821, {"byline": 1, "heading": 1, "caption": 3, "repeated": 3, "furniture": 14}),
        "001": (1063, {"heading": 1, "furniture": 4, "correction": 1, "byline": 1}),
        "002": (356, {"caption": 1}),
        "003": (925, {"byline": 2, "heading": 2, "note": 1}),
        "004": (1653, {"furniture": 1, "heading": 4, "caption": 1, "note": 1}),
    }
    for path in sorted(real_texts.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found = marks(text, paragraphs(text))
        narrative, kinds = expected[path.name[:3]]
        aside = [w for w in words(text) if covered(Mark(w.start, w.end, "", ""), found)]
        assert len(words(text)) - len(aside) == narrative
        counts: dict[str, int] = {}
        for mark in found:
            counts[mark.kind] = counts.get(mark.kind, 0) + 1
        assert counts == kinds
