"""Quotations on invented cases, on the five articles, and on whatever Hypothesis writes."""

import csv
import hashlib
import json
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.quotations import CLOSURES, quotations

DATA = Path(__file__).parent.parent / "data"
CASES = json.loads((DATA / "quotation_cases.json").read_text(encoding="utf-8"))
MARKED = st.text("aB.,:!? \n\"'“”„«»‘’`‘s6—(", max_size=60)


def found(case: dict[str, Any]) -> list[list[str]]:
    text = case["text"].replace("¶", "\n\n")
    return [[q.of(text), q.closure] for q in quotations(text, paragraphs(text))]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["label"])
def test_finds_the_quotations_of(case: dict[str, Any]) -> None:
    assert found(case) == case["quotations"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["label"])
@pytest.mark.xfail(strict=True, reason="known failure")
def test_does_not_yet_find_the_quotations_of(case: dict[str, Any]) -> None:
    assert found(case) == case["quotations"]


@given(MARKED)
@settings(deadline=None)
def test_quotations_are_disjoint_in_order_and_inside_one_paragraph(text: str) -> None:
    spans = paragraphs(text)
    result = quotations(text, spans)
    assert all(before.end <= after.start for before, after in pairwise(result))
    for quotation in result:
        assert quotation.start < quotation.end
        assert quotation.closure in CLOSURES
        assert any(span.contains(quotation) for span in spans)


@given(MARKED)
@settings(deadline=None)
def test_a_later_paragraph_changes_nothing_before_it(text: str) -> None:
    whole = text + "\n\nNobody came."
    assert quotations(whole, paragraphs(whole)) == quotations(text, paragraphs(text))


@pytest.mark.parametrize("piece", ['"a ', "“a, ", "'a ", "‘as’ a ", '"', "« ", "“a. “b” "])
def test_a_line_of_nothing_but_marks_takes_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    begun = time.perf_counter()
    quotations(text, paragraphs(text))
    assert time.perf_counter() - begun < 30  # a quadratic scan would take many minutes


def test_finds_exactly_the_quotations_adjudicated_in_the_five_articles(real_texts: Path) -> None:
    expected: dict[str, list[tuple[int, int, str]]] = {}
    with (DATA / "quotation_spans.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            sha256 = row["text"].split("/")[0]
            expected.setdefault(sha256, []).append((int(row["start"]), int(row["end"]), row["closure"]))
    seen = {}
    for path in sorted(real_texts.glob("*.txt")):
        raw = path.read_bytes()
        text = raw.decode("utf-8")
        seen[hashlib.sha256(raw).hexdigest()[:16]] = [
            (q.start, q.end, q.closure) for q in quotations(text, paragraphs(text))
        ]
    assert {sha256: seen.get(sha256) for sha256 in expected} == expected
