"""Whom a pronoun beside a quotation means, and when that stays a guess."""

import pytest


def test_a_pronoun_means_the_only_one_near(read, last):
    ((one),) = read("Mayor Ada Lund looked at the quay. “Nobody will come back,” she said.")[1]
    assert (one.speaker, one.rule, one.resolved) == ("Ada Lund", "pronoun", True)
    assert last("It rained. “We lost a man,” the group wrote. “We shall miss him,” they added.") == (
        "the group",
        "pronoun",
    )


def test_a_pronoun_that_can_mean_two_stays_a_guess(read):
    ((one),) = read("Mr. Ola Lund looked at Mr. Jan Berg. “Nobody will come back,” he said.")[1]
    assert (one.speaker, one.rule, one.resolved) == ("Ola Lund", "pronoun, several", False)


def test_a_pronoun_never_means_a_party(last):
    text = "It rained. Democrats said that the quay was empty. “Nobody will come back,” {} said."
    assert last(text.format("she"))[0] == ""
    assert last(text.format("they"))[0].casefold() == "democrats"


@pytest.mark.parametrize("word", ["whether", "if", "why", "how"])
def test_who_is_asked_about_does_not_speak(last, word):
    text = f"Ada Lund resigned. Asked {word} Berg should go, she said: “We will not wait.”"
    assert last(text) == ("Ada Lund", "pronoun")


def test_a_title_tells_whom_a_pronoun_means(last):
    text = "Ada Berg came. Mr. Berg looked at the quay. “Nobody will come back,” he said."
    assert last(text)[0] == "Berg"


def test_he_is_never_a_newspaper(last):
    text = "Mr. Ola Berg came. The Delft Herald reported that the quay was empty. “Nobody will come back,” he said."
    assert last(text)[0] == "Ola Berg"


def test_a_pronoun_can_mean_who_is_described_first(last):
    text = "It rained. His neighbour, Ines Costa, saw the quay. “Nobody will come back,” she said."
    assert last(text) == ("Ines Costa", "pronoun")


def test_the_only_one_of_that_sex_is_a_guess(read):
    ((one),) = read("Mrs. Ada Lund ruled against Mr. Jan Berg. “Nobody will come back,” he said.")[1]
    assert (one.speaker, one.rule, one.resolved) == ("Jan Berg", "pronoun, several", False)


def test_a_pronoun_does_not_mean_a_person_of_the_other_sex(last):
    text = "Mrs. Ada Lund looked at Mr. Jan Berg. “Nobody will come back,” {} said."
    assert last(text.format("she")) == ("Ada Lund", "pronoun")
    assert last(text.format("he"))[0] != "Ada Lund"


def test_what_goes_on_from_a_guess_stays_a_guess(read):
    text = "Mr. Ola Lund looked at Mr. Jan Berg. “Nobody will come,” he said. “We shall see.”"
    assert [one.resolved for one in read(text)[1]] == [False, False]
