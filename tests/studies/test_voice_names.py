"""One voice per person who is named; whoever is not named stays within one account."""

import pandas as pd
import pytest

from analysis.studies.voice_names import described, voice_labels

OUTLETS = {"a": "Alpha", "b": "Beta", "c": "Gamma"}


def labels(*said, spellings=None, outlets=OUTLETS):
    """Label quotations given as article, speaker and whether the name is withheld."""
    rows = [{"article": s[0], "speaker": s[1], "speaker_rule": "named", "withheld": len(s) > 2} for s in said]
    frame = pd.DataFrame(rows, columns=["article", "speaker", "speaker_rule", "withheld"])
    return list(voice_labels(frame.astype({"withheld": bool}), spellings or {}, outlets))


def test_a_name_is_one_voice_in_all_articles():
    assert labels(("a", "Ada Lund"), ("b", "Ada Lund"), ("b", "ADA LUND"), ("a", "Bo Berg")) == [
        "Ada Lund", "Ada Lund", "Ada Lund", "Bo Berg",
    ]  # fmt: skip


def test_a_surname_joins_the_only_full_name_that_ends_in_it():
    assert labels(("a", "Ada Lund"), ("b", "Lund"), ("b", "Lundh")) == ["Ada Lund", "Ada Lund", "Lundh"]


def test_a_surname_of_two_joins_neither():
    assert labels(("a", "Ada Lund"), ("b", "Bo Lund"), ("c", "Lund")) == ["Ada Lund", "Bo Lund", "Lund"]


def test_two_who_speak_as_one_are_a_voice_of_their_own():
    said = ("a", "Bo Ek and Ada Lund"), ("b", "Bo Ek and Ada Lund"), ("c", "Lund"), ("c", "Ada Lund")
    assert labels(*said) == ["Bo Ek and Ada Lund"] * 2 + ["Ada Lund"] * 2


def test_a_given_name_alone_joins_nobody():
    assert labels(("a", "Ada Lund"), ("b", "Ada")) == ["Ada Lund", "Ada"]


def test_an_initial_inside_a_name_makes_no_other_voice():
    said = ("a", "Ada K. Lund"), ("b", "Ada Lund"), ("b", "Lund"), ("c", "Ada Lund")
    assert labels(*said) == ["Ada Lund"] * 4
    assert labels(("a", "A. Lund"), ("b", "Ada Lund")) == ["A. Lund", "Ada Lund"]
    two = ["Ada K. Lund", "Ada B. Lund", "Ada Lund"]
    assert labels(*zip("abc", two, strict=True)) == two


def test_spellings_of_one_name_are_one_voice_under_the_more_frequent_one():
    spellings = {"lund": "lund", "loond": "lund"}
    said = ("a", "Ada Lund"), ("b", "Ada Loond"), ("c", "Ada Lund"), ("c", "Loond")
    assert labels(*said, spellings=spellings) == ["Ada Lund"] * 4
    assert len(set(labels(*said))) == 2


def test_a_private_person_is_never_joined_over_articles():
    assert labels(("a", "a neighbour", "x"), ("b", "a neighbour", "x")) == ["a neighbour, Alpha", "a neighbour, Beta"]
    assert labels(("a", "Neighbour", "x"), ("b", "Neighbour")) == ["Neighbour, Alpha", "Neighbour"]


@pytest.mark.parametrize(
    "speaker",
    ["the mayor", "a U.S. official", "an AARP spokeswoman", "the Arizona Republican", "The Coast Guard",
     "Treasury officials", "residents of Port Alder", "an émigré", "a protégé", "the café’s owner", "officials"],
)  # fmt: skip
def test_a_described_speaker_is_never_joined_over_articles(speaker):
    assert labels(("a", speaker), ("b", speaker)) == [f"{speaker}, Alpha", f"{speaker}, Beta"]


@pytest.mark.parametrize("name", ["Ada Lund", "Charles de Vries", "de Vries", "Ali al-Lund", "Ольга", "McLund", "李娜"])
def test_a_name_is_no_description(name):
    assert not described(name)
    assert labels(("a", name), ("b", name)) == [name, name]


def test_nobody_has_no_label():
    assert labels(("a", ""), ("b", "Ada Lund")) == ["", "Ada Lund"]
    assert labels() == []


def test_the_order_of_quotations_does_not_matter():
    said = [("a", "Lund"), ("b", "Ada Lund"), ("c", "A. Lund"), ("c", "the mayor"), ("a", "Bo Berg"), ("b", "Berg")]
    assert labels(*said[::-1]) == labels(*said)[::-1]


@pytest.mark.parametrize("speaker", ["’", "—", "(private person)", "42", "  ", "a" * 10_000])
def test_odd_speakers_have_a_label(speaker):
    (label,) = labels(("a", speaker))
    assert label
