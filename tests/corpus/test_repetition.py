import pytest

from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.repetition import repetitions
from analysis.corpus.shapes import shapes

A = "The ferry was late again on Monday, and the people had given up asking why."
B = "A woman with a red umbrella said that she had waited since the early morning."
C = "In the end it came without its lights, an hour after dark, and nobody cheered."
SHOP = "Subscribe now"


def found(lines: list[str]) -> dict[int, str]:
    text = "\n\n".join(lines)
    page = shapes(text, paragraphs(text))
    return repetitions(page, [line == SHOP for line in lines])


def test_the_later_copy_is_repeated():
    assert found([A, B, C, A, B]) == dict.fromkeys([3, 4], "printed twice")


def test_the_earlier_copy_is_repeated_where_furniture_breaks_it_off():
    assert found([A, B, SHOP, A, B, C]) == dict.fromkeys([0, 1], "printed twice")


def test_short_lines_count_only_inside_a_repeated_run():
    assert found([A, "He left.", B, C, A, "He left.", B]) == dict.fromkeys([4, 5, 6], "printed twice")
    assert found([A, "He left.", B, "He left.", C]) == {}


def test_copies_are_equal_but_for_case_punctuation_and_kinds_of_marks():
    assert found([A, B, A.upper().replace(",", " –")]) == {2: "printed twice"}


def test_furniture_inside_one_copy_does_not_hide_the_run():
    assert found([A, B, C, A, SHOP, B]) == dict.fromkeys([3, 5], "printed twice")


@pytest.mark.parametrize("signed", ["", " — Jane Doe", " – Jane Doe, pilot"])
def test_a_pulled_quotation_is_found_before_and_after_its_place(signed):
    told = "“I have never once slept through a storm in my life,” he says, and laughs."
    pulled = "“I have never once slept through a storm in my life”" + signed
    assert found([A, told, pulled, B]) == {2: "pulled from the text"}
    assert found([A, pulled, told, B]) == {1: "pulled from the text"}


def test_a_teaser_that_breaks_off_is_repeated():
    assert found(["The ferry was late again on Monday, and the people…", A, B]) == {0: "pulled from the text"}


def test_three_copies_leave_one():
    assert found([A, B, A, C, A]) == dict.fromkeys([2, 4], "printed twice")


def test_a_reworded_paragraph_is_not_repeated():
    assert found([A, A.replace("again", "once more"), B]) == {}
