import re
import tomllib
from itertools import pairwise

import pytest

from analysis.corpus.furniture import head_pattern, paragraph_pattern, patterns, tail_pattern
from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.shapes import Shape, shapes
from analysis.resources import read_resource


def shape(line: str) -> Shape:
    return shapes(line, paragraphs(line))[0]


def test_no_pattern_holds_eight_words_in_a_row():
    for entry in tomllib.loads(read_resource("furniture.toml"))["pattern"]:
        for regex in entry["regexes"]:
            for run in re.findall(r"(?:[A-Za-z']+ ){7,}[A-Za-z']+", regex):
                pytest.fail(run)


def test_patterns_are_of_known_kinds_and_every_one_can_match_something():
    assert len(patterns()) > 30
    assert not any(pattern.regex.match("The ferry was late again.") for pattern in patterns())


def test_a_longer_paragraph_is_not_furniture():
    line = "Sign up for our newsletter"
    assert paragraph_pattern(shape(line), "anywhere").reason == "newsletter sign-up"
    assert paragraph_pattern(shape(line + " and so the story went on" * 12), "anywhere") is None


def test_a_place_keeps_its_patterns_to_itself():
    label = shape("Politics")
    assert paragraph_pattern(label, "start of the page").reason == "section label"
    assert paragraph_pattern(label, "anywhere") is None
    life = shape("Jane Doe covers ports for the Harbour Post. Follow her at @janedoe.")
    assert paragraph_pattern(life, "end of the page").reason == "author box"
    assert paragraph_pattern(life, "anywhere") is None


@pytest.mark.parametrize("lead", ["", "• ", "[", "▶ ", "» ", "("])
def test_bullets_and_brackets_may_stand_before_a_line_but_quotation_marks_may_not(lead):
    assert paragraph_pattern(shape(lead + "Read more: Ferry sinks"), "anywhere").reason == "related stories"
    assert paragraph_pattern(shape("“Read more: Ferry sinks,” he read."), "anywhere") is None


def test_the_head_and_the_tail_of_a_paragraph():
    line = "RIVERTON, March 3 (Reuters) - The bridge fell. (Reporting by Jane Doe; Editing by John Roe)"
    pattern, end = head_pattern(shape(line))
    assert (pattern.reason, line[:end]) == ("dateline", "RIVERTON, March 3 (Reuters) - ")
    pattern, start = tail_pattern(shape(line))
    assert (pattern.reason, line[start:]) == ("reporting credit", "(Reporting by Jane Doe; Editing by John Roe)")
    assert head_pattern(shape("The bridge fell.")) is None
    assert tail_pattern(shape("The bridge fell (again).")) is None


def test_labels_of_updates_are_marked_without_the_update():
    line = "UPDATE: 9 p.m. -- The bridge was closed."
    pattern, end = head_pattern(shape(line))
    assert (pattern.reason, line[end:]) == ("update label", "The bridge was closed.")


def test_the_lists_are_in_order_of_the_file():
    assert all(a != b for a, b in pairwise(patterns()))
