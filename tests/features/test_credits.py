"""Where a text names somebody as the source of what it tells."""

import pytest

from analysis.features.credits import BEFORE, REACH, credit

HERALD = "Herald"
CASES = {
    "A clerk told the Herald that it rained.": "told",
    "A clerk, telling Herald of the rain, wept.": "told",
    "According to the Herald it rained.": "according to",
    "It was first published by the Herald.": "published by",
    "The letter appeared recently in the Herald.": "published by",
    "It was not reported by the Herald.": "",
    "A clerk never told the Herald that it rained.": "",
    "No clerk slept. A cook told the Herald that it rained.": "told",
    "Nobody had it but one paper, saying no, the Herald reported.": "reports",
    "Photographs obtained exclusively by the Herald show rain.": "published by",
    "In an interview with Herald she wept.": "interview with",
    "He was interviewed by the Herald.": "interview with",
    "The agency wrote, citing the Herald, that it rained.": "citing",
    "Photo: courtesy of the Herald.": "citing",
    "Source: Herald.": "citing",
    "It rained, the Herald reported.": "reports",
    "It rained, the Herald has also reported.": "reports",
    "The Herald on Tuesday reported rain.": "reports",
    "The Herald first reported the rain.": "reports",
    "The Herald said that it rained.": "reports",
    "A clerk told\nthe Herald that it rained.": "told",
    "The clerk bought the Herald at noon.": "",
    "The Herald was founded in a wet year.": "",
    "He foretold the Herald a wet year.": "",
    "The clerk told his mother about the Herald.": "",
    "According to a clerk of the Herald it rained.": "",
    "Herald": "",
}


@pytest.mark.parametrize(("text", "cue"), CASES.items(), ids=CASES)
def test_the_words_next_to_a_name_give_the_credit(text, cue):
    start = text.index(HERALD)
    assert credit(text, start, start + len(HERALD)) == cue


@pytest.mark.parametrize("name", ["RFE/RL", "Göteborgs Tidning", "Нова"])
def test_the_name_itself_does_not_matter(name):
    text = f"A clerk told {name} that it rained."
    assert credit(text, text.index(name), text.index(name) + len(name)) == "told"


def test_a_cue_far_before_the_name_is_not_seen():
    text = f"He told {' ' * REACH}Herald."
    assert credit(text, text.index(HERALD), len(text) - 1) == ""


def test_every_cue_but_what_people_use_as_well_credits_an_outlet():
    assert set(CASES.values()) == {*BEFORE, "reports", ""}
