"""A place is known again by its words, then by the words beside it, then by its distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.words import words
from analysis.ledger.places import place_of
from analysis.ledger.relocate import occurrences, relocate

TEXT = (
    "The ferries stayed in port on Monday.\n\n“Nobody was told,” the harbour master said. "
    "About 200 people waited.\n\nThe master’s boat left at noon, and about 200 people cheered."
)


def recorded(text, phrase, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return place_of(words(text), start, start + len(phrase))


def found(text, place):
    again = relocate(words(text), place)
    return again and text[again.start : again.end]


@pytest.mark.parametrize("phrase", ["“Nobody was told,”", "Monday.", "The", "cheered."])
def test_a_place_that_stands_is_given_back_as_it_was_recorded(phrase):
    place = recorded(TEXT, phrase)
    assert relocate(words(TEXT), place) == place


@pytest.mark.parametrize(
    "saved_anew",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("“", '"').replace("”", '"').replace("’", "'"),
        "A paragraph was put before.\n\n" + TEXT,
        TEXT.replace("on Monday", "for the whole of that Monday"),
        TEXT.upper(),
    ],
)
@pytest.mark.parametrize("phrase", ["master’s boat left", "people cheered", "told,” the harbour"])
def test_a_place_is_found_in_a_text_that_was_saved_anew_or_changed_elsewhere(saved_anew, phrase):
    def plain(text):
        return text.casefold().replace('"', "").replace("“", "").replace("”", "").replace("’", "'")

    assert plain(found(saved_anew, recorded(TEXT, phrase))) == plain(phrase)


def test_of_a_repeated_phrase_the_one_among_its_words_is_found():
    grown = TEXT.replace("Nobody", "Almost nobody at all in the town ever") + " About 200 people waited, too."
    again = relocate(words(grown), recorded(TEXT, "about 200 people"))
    assert again.start == grown.index("about 200 people cheered")


def test_where_the_words_beside_agree_equally_the_nearest_is_found():
    text = "One boat. " + "x " * 30 + "One boat. " + "x " * 30 + "One boat."
    place = recorded("y " * 20 + "One boat. z", "One boat")
    assert relocate(words(text), place).start == 70


def test_of_two_that_are_equally_near_none_is_chosen():
    text = "Boats " + "x " * 47 + "Boats"
    place = place_of(words("y " * 25 + "Boats z"), 50, 55)
    assert [run.start for run in occurrences(words(text), place)] == [0, 100]
    assert relocate(words(text), place) is None


@pytest.mark.parametrize("text", ["", "…", "Boats", TEXT.replace("port", "harbour")])
def test_words_that_are_gone_are_not_found(text):
    assert relocate(words(text), recorded(TEXT, "stayed in port")) is None


def test_a_place_that_stands_among_changed_words_keeps_its_recorded_bounds():
    place = recorded(TEXT, "“Nobody was told,”")
    edited = TEXT.replace("harbour master", "mayor")
    again = relocate(words(edited), place)
    assert (again.start, again.end) == (place.start, place.end)
    assert (again.before, again.after == place.after) == (place.before, False)


@given(st.lists(st.sampled_from(["boat", "crew", "200", "port"]), max_size=12), st.data())
def test_whatever_stands_before_and_after_a_place_with_words_of_its_own_is_found(before, data):
    after = data.draw(st.lists(st.sampled_from(["boat", "crew", "200"]), max_size=12))
    text = " ".join([*before, "three", "ferries", *after])
    start = text.index("three")
    assert found(text, recorded(TEXT + " Three ferries sank.", "Three ferries")) == text[start : start + 13]
