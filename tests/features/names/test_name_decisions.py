"""A decision is held against the names in the texts before it is made."""

import pytest

from analysis.errors import SourceError
from analysis.features.names.name_decisions import Asked, made
from analysis.features.names.namings import Names, Naming
from analysis.sources.people_file import NOT_A_PERSON, PRIVATE, PUBLIC, decisions, new_file

NAMES = Names((Naming("a", "Ada Holm", "person"), Naming("a", "Holm", ""), Naming("b", "Ada Lund", "person")))
FILE = new_file("pepper")


def private(name, *forms, role="a sailor"):
    return Asked(PRIVATE, name, forms, role, "holds no office")


def test_a_given_name_that_two_persons_have_is_not_hashed():
    text, said = made(private("Ada Holm"), NAMES, FILE)
    assert said == [
        "Ada Holm: private, a sailor; holds no office. Hashed: Ada Holm, Holm.",
        "Not hashed: Ada, a word of another name. Add --form Ada if it is to be.",
    ]
    assert decisions(text).of("Ada") is None


def test_the_surname_alone_is_no_other_name():
    named = Names((Naming("a", "Ada Holm", ""), Naming("a", "Holm", ""), Naming("b", "Ada", "")))
    _, said = made(private("Ada Holm"), named, FILE)
    assert said == ["Ada Holm: private, a sailor; holds no office. Hashed: Ada Holm, Holm, Ada."]


def test_a_given_name_of_a_public_person_is_not_hashed_unless_asked_for():
    text, _ = made(Asked(PUBLIC, "Ada Lund", (), "", "mayor"), NAMES, FILE)
    assert decisions(made(private("Ada Holm"), NAMES, text)[0]).of("Ada") is None
    text, _ = made(private("Ada Holm", "Ada"), NAMES, text)
    assert decisions(text).of("Ada").kind == PRIVATE
    assert decisions(text).of("Ada Lund").kind == PUBLIC


def test_a_name_that_the_file_alone_has_can_be_decided_anew():
    text, _ = made(private("Ada Holm"), NAMES, FILE)
    text, said = made(Asked(NOT_A_PERSON, "Ada Holm"), Names(()), text)
    assert said == ["Ada Holm was private before.", "Ada Holm: not a person."]


def test_a_public_reason_that_names_a_private_person_is_refused():
    text, _ = made(private("Ada Holm"), NAMES, FILE)
    with pytest.raises(SourceError, match="of the new file would name a private person"):
        made(Asked(PUBLIC, "Ada Lund", (), "", "employs Holm"), NAMES, text)


def test_without_any_name_none_is_proposed():
    with pytest.raises(SourceError, match=r"^no text at hand has the name 'Ada'\.\nWrite the name"):
        made(private("Ada"), Names(()), FILE)
