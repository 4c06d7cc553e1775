"""Mentions of names: which capitals are names, where they begin and end, and what they name."""

import pytest

from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.sentences import sentences
from analysis.features.names.names import name_mentions


def mentions(text):
    return name_mentions(text, sentences(text, paragraphs(text)))


def forms(text):
    return [mention.form for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met President Ada Lund there.", ["Ada Lund"]),
        ("They met Lt. Gov. Ada Lund there.", ["Ada Lund"]),
        ("They met Secretary of State Ada Lund there.", ["Ada Lund"]),
        ("They met New Jersey Gov. Ada Lund there.", ["New Jersey", "Ada Lund"]),
        ("They met Danish President Ada Lund there.", ["Ada Lund"]),
        ("They met Omar al-Lund and Ursula von der Berg there.", ["Omar al-Lund", "Ursula von der Berg"]),
        ("They met Guy D. Berg there.", ["Guy D. Berg"]),
        ("They met Martin Luther King there.", ["Martin Luther King"]),
        ("They saw Pavel “Buran,” who waved.", ["Pavel “Buran”"]),
        ("They sued the Ministry of Justice there.", ["Ministry of Justice"]),
        ("They sued the Justice Department there.", ["Justice Department"]),
        ("They read The Northern Herald’s story.", ["Northern Herald"]),
        ("They met on Monday with the Danes in Danish, in May.", []),
        ("They left a Bergen-backed plan with the attorney general and the Attorney General.", ["Bergen"]),
        ("They heard Lund (R-Ohio) with an AK-47.", ["Lund"]),
        ("Then I told Lund I knew.", ["Lund"]),
        ("They said: “We saw Lund.”", ["Lund"]),
    ],
)
def test_forms_are_whole_names_without_titles_articles_and_possessives(text, expected):
    assert forms(text) == expected


def test_a_capital_at_the_start_of_a_sentence_counts_when_the_word_is_a_name_elsewhere():
    assert forms("Lund came. Rain fell. They met Lund.") == ["Lund", "Lund"]
    assert forms("Rain came. They met nobody.") == []


def test_two_capitals_at_the_start_count_unless_the_first_is_a_common_word():
    assert forms("Ada Lund came.") == ["Ada Lund"]
    assert forms("Yesterday the rain fell, and yesterday it stopped. Yesterday Ada Lund came.") == ["Ada Lund"]
    assert forms("While Ada Lund came, it rained.") == ["Ada Lund"]


def test_a_misspelt_name_counts_at_the_start_of_a_sentence_too():
    assert forms("They met Bakharau there. Baharau came.") == ["Bakharau", "Baharau"]


def test_a_heading_gives_only_names_that_the_sentences_hold():
    text = "Mayor Lund Meets Angry Crowds in Bergen\n\nThey said that Lund went to Bergen.\n"
    assert forms(text) == ["Lund", "Bergen", "Lund", "Bergen"]
    assert forms("READ OUR OTHER STORIES\n\nNothing else was said.\n") == []


def test_a_dateline_in_capitals_is_a_place():
    (dateline,) = mentions("BERGEN – The rain came back.")
    assert (dateline.form, dateline.context) == ("BERGEN", "place")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Mayor Lund there.", "person"),
        ("“No,” said Lund then.", "person"),
        ("They saw Lund, 44, there.", "person"),
        ("They saw Lund, who waved.", "person"),
        ("They stood near Lund, and waited.", "place"),
        ("They saw the Lund region there.", "place"),
        ("They read about the city of Lund there.", "place"),
        ("They read of events in the Lund case there.", ""),
        ("They saw Latvia there.", "place"),
        ("They saw the Lund Battalion there.", "organisation"),
        ("They saw NATO there.", "organisation"),
        ("They saw Lund there.", ""),
    ],
)
def test_context_comes_from_the_words_next_to_a_name(text, expected):
    assert [mention.context for mention in mentions(text)] == [expected]


def test_a_mention_without_cues_takes_the_context_of_the_same_name():
    text = "They met Mayor Ada Lund there. They saw Lund again."
    assert [(m.form, m.context) for m in mentions(text)] == [("Ada Lund", "person"), ("Lund", "person")]


def test_offsets_point_at_the_form_and_sentences_are_counted():
    text = "It rained.\n\nThey met Ada  Lund’s aides in Bergen. Lund left."
    found = mentions(text)
    assert [" ".join(text[m.start : m.end].split()) for m in found] == [m.form for m in found]
    assert [m.sentence for m in found] == [1, 1, 2]


def test_the_real_articles_give_names_and_no_titles_months_or_nationalities(real_texts):
    for path in sorted(real_texts.glob("*.txt")):
        found = set(forms(path.read_bytes().decode("utf-8")))
        assert {"Ukraine", "Belarus"} <= found
        assert not found & {"April", "President", "Belarusian", "Belarusians", "Russian", "The", "I", "Many"}
