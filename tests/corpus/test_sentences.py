"""Sentences on invented cases, on adjudicated boundaries, and on whatever Hypothesis writes."""

import csv
import hashlib
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.paragraphs import INVISIBLE, paragraphs
from analysis.corpus.sentences import sentences
from analysis.corpus.spans import Span

DATA = Path(__file__).parent.parent / "data"
CASES = json.loads((DATA / "sentence_cases.json").read_text(encoding="utf-8"))
#: Precision and recall on the five articles may not fall below these.
LEAST = 0.997


def marked(text: str) -> str:
    """Return the text of a case with | put where a sentence is found to end."""
    ends = [s.end for s in sentences(text, [Span(0, len(text))])]
    pieces = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return "|".join(pieces)


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, paragraphs(text))]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["label"])
def test_ends_sentences_where_they_end(case: dict[str, str]) -> None:
    assert marked(case["text"].replace("|", "")) == case["text"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["label"])
@pytest.mark.xfail(strict=True, reason="known failure")
def test_does_not_yet_end_sentences_where_they_end(case: dict[str, str]) -> None:
    assert marked(case["text"].replace("|", "")) == case["text"]


def test_a_sentence_broken_by_a_blank_line_covers_the_break() -> None:
    text = "The owners of the mill wanted to build a single\n\nbridge. Nobody came."
    assert split(text) == ["The owners of the mill wanted to build a single\n\nbridge.", "Nobody came."]


@pytest.mark.parametrize(
    "text",
    [
        "The owners of the mill wanted to build a single\n\nBridge of sighs",
        "The owners of the mill wanted to build a bridge.\n\nnobody came",
        "Home\n\nmills",
        "Owners of the old mill want to build a bridge\n\nby Ada Roth",
        "The owners of the old mill asked for three things:\n\nropes",
    ],
)
def test_paragraphs_that_are_whole_stay_apart(text: str) -> None:
    assert split(text) == text.split("\n\n")


@given(st.text("aBcU.S!?… \n\u00a0\u200b\"'“”’()[]—-1I", max_size=80))
@settings(deadline=None)
def test_sentences_are_disjoint_and_cover_all_ink(text: str) -> None:
    result = sentences(text, paragraphs(text))
    assert all(before.end <= after.start for before, after in pairwise(result))
    covered = {place for span in result for place in range(span.start, span.end)}
    assert all(
        place in covered or character.isspace() or character in INVISIBLE for place, character in enumerate(text)
    )
    assert all(not span.of(text)[0].isspace() and not span.of(text)[-1].isspace() for span in result)


@pytest.mark.parametrize("piece", ["A. ", "a.", "a “b. ", "(a. B) ", ". . ", "“Go?” Ada Roth of Hale ", "a.  \u00a0 "])
def test_a_line_of_nothing_but_traps_takes_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    begun = time.perf_counter()
    sentences(text, [Span(0, len(text))])
    assert time.perf_counter() - begun < 30  # a quadratic scan would take many minutes


def test_ends_sentences_where_a_reader_of_the_five_articles_did(real_texts: Path) -> None:
    texts = {hashlib.sha256(path.read_bytes()).hexdigest()[:16]: path for path in real_texts.glob("*.txt")}
    with (DATA / "sentence_boundaries.csv").open(encoding="utf-8", newline="") as lines:
        expected = {(row["text"].split("/")[0], int(row["end"])) for row in csv.DictReader(lines)}
    assert {sha256 for sha256, _ in expected} <= texts.keys()
    found = set()
    for sha256 in {sha256 for sha256, _ in expected}:
        text = texts[sha256].read_bytes().decode("utf-8")
        found |= {(sha256, s.end) for s in sentences(text, paragraphs(text))}
    right = len(found & expected)
    assert right / len(found) >= LEAST
    assert right / len(expected) >= LEAST
