"""Who speaks by the words beside a quotation, in the turns of phrase that news uses."""

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It rained. “We lost a good man today,” the group wrote.", "the group"),
        ("It rained. “We lost a good man today,” said a police spokesman.", "a police spokesman"),
        ("It rained. “We lost a good man today,” a spokesman for the port said.", "a spokesman for the port"),
        ("It rained. “We lost a good man today,” the statement read.", "the statement"),
        ("It rained. “We lost a good man today,” read the statement.", "the statement"),
        ("It rained. Two of the dockers said “we lost a good man today.”", "Two of the dockers"),
    ],
)
def test_a_described_speaker_keeps_at_most_six_words(last, text, speaker):
    assert last(text)[0].casefold() == speaker.casefold()
    assert last(text)[1] == "described"


@pytest.mark.parametrize(
    "text",
    [
        "It rained. “We will not wait for them,” said Ada Lund and Ola Berg in a letter.",
        "It rained. “We will not wait for them,” Ada Lund and Ola Berg wrote.",
        "In a letter, Ada Lund and Ola Berg said: “We will not wait for them.”",
        "It rained. Mayor Ada Lund and Ola Berg wrote, “We will not wait for them.”",
        "In Delft, Ada Lund and Ola Berg said: “We will not wait for them.”",
        "However, Ada Lund and Ola Berg said: “We will not wait for them.”",
    ],
)
def test_two_can_speak_as_one(last, text):
    assert last(text) == ("Ada Lund and Ola Berg", "named")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund met Bo Ek and Ola Berg said “we will not wait for them.”",
        "It rained on Ada Lund, and Ola Berg said “we will not wait for them.”",
        "“We will not wait for them,” said Ola Berg and Ada Lund agreed.",
        "“We will not wait for them,” said Ola Berg and the crowd cheered.",
    ],
)
def test_two_clauses_are_not_two_speakers(last, text):
    assert last(text) == ("Ola Berg", "named")


def test_three_can_speak_as_one(last):
    assert (
        last("In a letter, Ada Lund, Bo Ek and Ola Berg said: “We will not wait.”")[0] == "Ada Lund, Bo Ek and Ola Berg"
    )


@pytest.mark.parametrize(
    "text",
    [
        "It rained. “We cannot wait,” said Ada Lund, “and we will not.”",
        "It rained. “We cannot wait,” said Ada Lund, the mayor of Delft, “and we will not.”",
        "It rained. “We cannot wait,” said Ada Lund, the mayor, adding that “we will not.”",
        "It rained, said Ada Lund. “We will not wait for them.”",
        "It rained. “Will they wait for us?” Ada Lund asked the crowd. Nobody came.",
        "It rained. Ada Lund put it bluntly: “We will not wait for them.”",
        "As Ada Lund once put it, “we will not wait for them.”",
        "The plan was “dead and gone for good,” in the words of Ada Lund.",
        "In the words of Ada Lund, “we will not wait for them.”",
        "Ada Lund, Republican of Ohio, a founder of the group, asked if she left, said, “We will not wait.”",
        "The Herald quoted Ada Lund as saying: “We will not wait.”",
        "Ada Lund resigned. Asked whether Berg should go too, she said: “We will not wait.”",
        "The minister, Ada Lund, resigned on Monday. “We will not wait,” she told the house.",
        "Hydrologist Ada Lund had warned of it. “It will break,” Lund said.",
        "“Never again,” said Ada Lund.",
    ],
)
def test_turns_of_phrase_that_news_often_uses(last, text):
    assert last(text)[0] == "Ada Lund"


def test_what_a_plural_owner_writes_is_the_owners(last):
    assert last("It rained. “We will not wait,” the dockers’ letter said.")[0] == "the dockers"
    assert last("It rained. The committee’s letter concluded, “We will not wait.”")[0] == "the committee"


def test_numbers_of_promises_are_no_speakers(found):
    text = "Ada Lund made three promises:\n\n• “No new taxes this year.”"
    assert "three" not in {speaker for speaker, _ in found(text)}


def test_who_is_told_or_asked_does_not_speak(last):
    assert last("It rained. “We will not wait,” Lund told Ola Berg of the Herald.") == ("Lund", "named")
    assert last("Ada Lund came. Ola Berg asked Ada Lund: “Will you wait for us?”") == ("Ola Berg", "named")


@pytest.mark.parametrize("word", ["In", "Asked", "While", "Yesterday"])
def test_a_capital_that_opens_the_sentence_is_no_name(last, word):
    assert last(f"Ada Lund came. {word} said “we will not wait for them.”")[0] != word


def test_a_bidding_tells_no_speaker_of_the_question_before(found):
    assert found("“Who will pay for this?” Ada Lund asked the crowd to vote.")[0][0] == ""
