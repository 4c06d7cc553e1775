"""Paragraphs of typed, scraped and hard-wrapped text."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.paragraphs import INVISIBLE, paragraphs, trimmed

WORDS = (
    "the old mill at the river was sold to a baker who wanted to grind his own flour there but found that its "
    "wheel had rotted away and that nobody in the valley could mend such a thing any more so he left it standing"
)


def split(text: str) -> list[str]:
    return [p.of(text) for p in paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_blank_lines_part_paragraphs_whatever_ends_a_line(end: str) -> None:
    assert split(f"Alarm{end}{end}It rang.{end} \t{end}Nobody came.{end}") == ["Alarm", "It rang.", "Nobody came."]


@pytest.mark.parametrize("mark", ["\u2029", "\x0c"])
def test_a_paragraph_separator_parts_hard_wrapped_lines(mark: str) -> None:
    first, second = textwrap.fill(WORDS, 70), textwrap.fill(WORDS, 70)
    assert split(first + mark + second) == [first, second]


def test_lines_of_a_block_are_paragraphs() -> None:
    assert split("REAL BREAD.\nREAL FLOUR.\n\nTry it") == ["REAL BREAD.", "REAL FLOUR.", "Try it"]


@pytest.mark.parametrize("width", [55, 72, 80, 100])
def test_hard_wrapped_lines_are_one_paragraph(width: int) -> None:
    text = textwrap.fill(WORDS.capitalize() + ". " + WORDS.capitalize() + ".", width)
    assert split(text) == [text]


def test_hard_wrapped_blocks_stay_apart() -> None:
    block = textwrap.fill(WORDS, 72)
    assert split(f"{block}\r\n\r\n{block}") == [block, block]


def test_two_wrapped_lines_are_one_paragraph() -> None:
    text = "The old mill at the river was sold to a baker who wanted to grind\nhis own flour there."
    assert split(text) == [text]


@pytest.mark.parametrize(
    "lines",
    [
        ["The old mill at the river was sold to a baker from the town.", "He wanted to grind his own flour there."],
        ["The old mill at the river was sold to a baker from the town", "The baker wanted to grind his own flour"],
        ["ropes and nails and soap and everything else that they had", "flour", "bread and butter, and cheese"],
        [WORDS, WORDS],
        ["old mill", "new mill"],
    ],
    ids=["sentences", "headlines", "items of a list", "long lines", "short lines"],
)
def test_lines_that_no_margin_explains_are_paragraphs(lines: list[str]) -> None:
    assert split("\n".join(lines)) == lines


def test_white_space_and_invisible_characters_are_trimmed() -> None:
    assert split("\ufeff\u00a0 Alarm\u200b \u00a0\n\n\u200b\u00a0\n\n\tIt rang.\u2060") == ["Alarm", "It rang."]


def test_text_without_ink_has_no_paragraphs() -> None:
    assert paragraphs("") == []
    assert paragraphs(" \n\u00a0\r\n\u200b") == []
    assert trimmed(" \u200b ", 0, 3) is None


@given(st.text("aB. \n\r\u00a0\u200b\u2028\u2029\x0c", max_size=80))
@settings(deadline=None)
def test_paragraphs_are_disjoint_trimmed_and_cover_all_ink(text: str) -> None:
    spans = paragraphs(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(trimmed(text, span.start, span.end) == span for span in spans)
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert all(place in covered or c.isspace() or c in INVISIBLE for place, c in enumerate(text))
