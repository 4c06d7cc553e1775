"""A person whom nobody has made public is not named."""

import pytest

from analysis.corpus.article import read_article
from analysis.corpus.words import words
from analysis.features.names.names import NameMention
from analysis.features.names.withheld import article_names, withheld
from analysis.sources.people import People, salted_hash

SALT = "salt"
TEXT = "Ada Holm met Jonas, a teacher, and Holm thanked Jonas Reed near Skerry. A reed grew. Port Alder slept."


def people(*, public=("ada holm",), private=("jonas reed", "jonas"), not_persons=()):
    return People(
        SALT, frozenset(public), frozenset(not_persons), {salted_hash(SALT, form): "a teacher" for form in private}
    )


def mention(form, context):
    start = TEXT.index(form)
    return NameMention(form, start, start + len(form), 0, context)


def hidden(decided, named=()):
    return [span.of(TEXT) for span in withheld(words(TEXT), named, decided)]


def test_without_a_people_file_nothing_is_withheld():
    assert hidden(None, [mention("Jonas", "person")]) == []


def test_private_forms_are_withheld_wherever_they_stand_the_longest_first():
    assert hidden(people()) == ["Jonas", "Jonas Reed"]


def test_a_common_word_is_no_name():
    assert "reed" not in hidden(people(private=("reed",)))


def test_a_public_name_that_holds_a_private_form_stays():
    assert hidden(people(public=("ada holm",), private=("ada",))) == []


def test_a_public_form_of_one_word_does_not_uncover_a_private_one():
    assert hidden(people(public=("jonas",), private=("jonas",))) == ["Jonas"] * 2


def test_a_person_about_whom_nobody_decided_is_withheld():
    decided = people(private=())
    assert hidden(decided, [mention("Jonas", "person")]) == ["Jonas", "Jonas"]
    assert hidden(decided, [mention("Ada Holm", "person")]) == []


@pytest.mark.parametrize("context", ["place", "organisation", ""])
def test_a_name_that_reads_as_no_persons_stays(context):
    assert hidden(people(private=()), [mention("Skerry", context)]) == []


def test_a_name_that_is_once_a_place_stays():
    both = [mention("Port Alder", "person"), mention("Port Alder", "place")]
    assert hidden(people(private=()), both) == []
    assert hidden(people(private=()), both[:1]) == ["Port Alder"]


def test_a_name_listed_as_no_persons_stays():
    assert hidden(people(private=(), not_persons=("port alder",)), [mention("Port Alder", "person")]) == []


def test_a_second_form_of_a_public_surname_stays():
    assert hidden(people(private=()), [mention("Holm", "person")]) == []


def test_a_name_that_shares_a_surname_with_a_public_person_is_withheld():
    text = "Mayor Ada Holm spoke. “No,” said Tom Holm, a docker, 44. Ada agreed."
    names = article_names(read_article("a", text), people(public=("ada holm", "holm")))
    assert [span.of(text) for span in names.hidden] == ["Tom Holm"]


@pytest.mark.parametrize("word", ["Reeds", "Reed-led", "Jonas-Reed", "REED’S"])
def test_a_private_name_is_withheld_in_its_parts_and_plurals(word):
    text = f"They saw {word} there."
    spans = withheld(words(text), [], people(private=("reed", "jonas reed")))
    assert [span.of(text) for span in spans] == [word]


def test_no_half_of_an_undecided_name_is_left_standing():
    text = "Tomas Brandt left. Mr. Brandt said no. Tomas wept. Tomas Street is long."
    found = [
        NameMention("Tomas Brandt", 0, 12, 0, ""),
        NameMention("Brandt", 23, 29, 1, "person"),
        NameMention("Tomas", 39, 44, 2, ""),
        NameMention("Tomas Street", 51, 63, 3, "place"),
    ]
    assert [text[m.start : m.end] for m in found] == [m.form for m in found]
    spans = withheld(words(text), found, people(private=()))
    assert [span.of(text) for span in spans] == ["Tomas Brandt", "Brandt", "Tomas", "Tomas"]
