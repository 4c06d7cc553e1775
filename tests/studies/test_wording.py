"""Numbers and lists in English."""

import pytest

from analysis.studies.wording import NUMERALS, counted, list_of, number, sentence_case


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "no files"), (1, "one file"), (2, "two files"), (10, "ten files"), (11, "11 files"), (1204, "1,204 files")],
)
def test_small_counts_are_words_large_ones_figures(value, expected):
    assert counted(value, "file") == expected


def test_an_irregular_plural_can_be_given():
    assert counted(2, "story", "stories") == "two stories"
    assert counted(1, "story", "stories") == "one story"


def test_every_numeral_is_its_place():
    assert (NUMERALS.index("one"), NUMERALS.index("ten"), len(NUMERALS)) == (1, 10, 11)
    assert number(1000) == "1,000"


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence_does(items, expected):
    assert list_of(items) == expected


def test_the_last_word_of_a_list_can_be_another():
    assert list_of(["a", "b"], last="or") == "a or b"


def test_a_sentence_begins_with_a_capital_and_the_rest_stays():
    assert sentence_case("the RFE/RL copy") == "The RFE/RL copy"
    assert sentence_case("") == ""
