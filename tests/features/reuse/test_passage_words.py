"""Words that show how two sides agree and differ: few, by the alphabet, without grammar and without withheld names."""

import pytest

from analysis.corpus.spans import Span
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.passage_words import MOST_SHOWN, passage_words

LEFT = "The old harbour master Jonas Reed measured the northern channel."
RIGHT = "A young pilot called Jonas Reed was measuring the southern channels."


@pytest.fixture
def pair(make_text):
    return make_text("a", LEFT), make_text("b", RIGHT)


def shown(pair, kind="reworded", **hidden):
    a, b = pair
    return passage_words(a, b, Passage(0, len(a), 0, len(b), 5, 0.5, kind), **hidden)


def test_words_are_sorted_and_meet_in_their_inflected_forms(pair):
    assert shown(pair) == {
        "both": "channel, Jonas, measured, Reed",
        "only_a": "harbour, master, northern, old",
        "only_b": "called, pilot, southern, young",
    }


def test_an_identical_passage_shows_no_words(pair):
    assert set(shown(pair, "identical").values()) == {""}


def test_withheld_names_are_left_out(pair):
    place_a, place_b = LEFT.index("Jonas"), RIGHT.index("Jonas")
    found = shown(pair, hidden_a=[Span(place_a, place_a + 10)], hidden_b=[Span(place_b, place_b + 10)])
    assert "Jonas" not in str(found)
    assert "Reed" not in str(found)


def test_of_many_words_the_longest_are_shown(make_text):
    long = ["lighthouse", "harbourmaster", "breakwater", "sandbanks", "fishermen", "passengers", "trawlermen"]
    many, other = make_text("a", " ".join(["Cod", *long, "eel"]) + "."), make_text("b", "Quiet.")
    found = passage_words(many, other, Passage(0, len(many), 0, len(other), 0, 0.1, "following"))
    assert found["only_a"].split(", ") == sorted(long)[:MOST_SHOWN]
