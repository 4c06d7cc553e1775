"""Rows of quotations: whoever may not be named appears by role, and nobody else does."""

import pytest

from analysis.corpus.article import read_article
from analysis.features.names.withheld import PLACEHOLDER, article_names
from analysis.features.quotations.quoted import quotation_rows, withheld_role
from analysis.sources.people import People, normal_form, salted_hash

TEXT = (
    "The boats burned on Monday. “We wait for you,” said Ada Lund. “Nobody came to us,” Bo Berg said. "
    "Lund went home. “That was all,” Lund said later."
)


def people(public=("Bo Berg",), private=(("Ada Lund", "a neighbour"),)):
    hashes = {salted_hash("s", form): role for form, role in private}
    return People("s", frozenset(map(normal_form, public)), frozenset(), hashes)


def rows(text, decisions=None):
    article = read_article("a", text)
    return list(quotation_rows(article, article_names(article, decisions)))


def said(text, decisions=None):
    return [(row["speaker"], row["withheld"]) for row in rows(text, decisions)]


def test_without_a_people_file_nobody_is_withheld():
    assert said(TEXT) == [("Ada Lund", False), ("Bo Berg", False), ("Ada Lund", False)]


def test_a_private_speaker_appears_by_role_also_under_the_surname():
    decisions = people(private=(("Ada Lund", "a neighbour"), ("Lund", "a neighbour")))
    assert said(TEXT, decisions) == [("a neighbour", True), ("Bo Berg", False), ("a neighbour", True)]


def test_no_part_of_a_row_holds_a_withheld_name():
    for decisions in (people(), people(private=()), people(public=())):
        text = str(rows(TEXT, decisions))
        assert "Lund" not in text
        assert "Ada" not in text


def test_a_person_nobody_has_decided_about_is_withheld():
    assert said(TEXT, people(public=("Bo Berg",), private=()))[0] == (PLACEHOLDER, True)


def test_a_row_has_the_place_and_the_words_of_its_quotation():
    (first, second, third) = rows(TEXT)
    assert [TEXT[row["start"] : row["end"]].strip("“”") for row in (first, second, third)] == [
        "We wait for you,", "Nobody came to us,", "That was all,",
    ]  # fmt: skip
    assert [row["words"] for row in (first, second, third)] == [4, 4, 3]
    assert [row["sentence"] for row in (first, second, third)] == [1, 2, 4]
    assert first["resolved"]
    assert first["speaker_rule"] == "named"


@pytest.mark.parametrize(
    ("speaker", "forms", "role"),
    [
        ("Ada Lund", {"ada lund"}, "a neighbour"),
        ("Mrs. Ada Lund", {"ada lund"}, "a neighbour"),
        ("ADA LUND’s", {"ada lund"}, "a neighbour"),
        ("Ada Lundgren", {"ada lund"}, ""),
        ("Ada Lund", {"ada"}, PLACEHOLDER),
        ("Ada Lund", {"ada", "ada lund"}, "a neighbour"),
        ("Ada Lund", set(), ""),
        ("Ada Lund", {""}, ""),
        ("", {"ada lund"}, ""),
        ("the sister of Ada Lund", {"ada lund"}, "a neighbour"),
        ("Bo Berg", {"berg"}, ""),
    ],
)
def test_whoever_holds_a_withheld_name_has_its_role(speaker, forms, role):
    assert withheld_role(speaker, forms, people()) == role


def test_a_description_with_a_number_may_give_an_age():
    assert withheld_role("a 43-year-old fisherman", set(), people()) == PLACEHOLDER
    assert withheld_role("a fisherman", set(), people()) == ""
    assert withheld_role("a 43-year-old fisherman", set(), None) == ""


@pytest.mark.parametrize("text", ["", "Nothing.", "“", "“We wait,”", "„Wir warten“, sagte sie.", "“” said Ada Lund."])
def test_odd_texts_have_rows_for_their_quotations_only(text):
    for decisions in (None, people()):
        for row in rows(text, decisions):
            assert 0 <= row["start"] < row["end"] <= len(text)
