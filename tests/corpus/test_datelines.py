import pytest

from analysis.corpus.datelines import dateline, words_in_capitals

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("RIVERTON - The bridge fell.", "RIVERTON - "),
        ("RIVERTON -- The bridge fell.", "RIVERTON -- "),
        ("PORT ELLEN, N.H. - The bridge fell.", "PORT ELLEN, N.H. - "),
        ("PORT ELLEN, Norland, March 3 - The bridge fell.", "PORT ELLEN, Norland, March 3 - "),
        ("ST. MARY - 300 people left.", "ST. MARY - "),
        ('RIVERTON - "It fell," she said.', "RIVERTON - "),
        ("Port Ellen, Norland - The bridge fell.", "Port Ellen, Norland - "),
        ("Port Ellen (Norland) - The bridge fell.", "Port Ellen (Norland) - "),
    ],
)
def test_a_place_before_a_dash_is_a_dateline(line, head):
    assert line[: dateline(line, NONE, first=True)] == head


@pytest.mark.parametrize(
    "line",
    [
        "The bridge - the old one - fell.", "Port Ellen - the old town - burned.", "RIVERTON fell.",
        "USA-based firms left.",
        "RIVERTON - the old town - burned.", "COVID-19 - The second wave came.", "UN - Norway talks failed.",
        "It fell - Then it rained.",
    ],
)  # fmt: skip
def test_an_aside_is_not(line):
    assert dateline(line, NONE, first=True) == 0


def test_an_abbreviation_that_the_page_uses_is_no_place():
    assert dateline("NATO - Norway included - met.", frozenset({"NATO"}), first=True) == 0


def test_later_paragraphs_need_capitals():
    assert dateline("Port Ellen, Norland - The bridge fell.", NONE, first=False) == 0
    assert dateline("RIVERTON - The bridge fell.", NONE, first=False) == 11


def test_headlines_in_capitals_say_nothing_about_abbreviations():
    assert words_in_capitals(["FERRY LOST NEAR RIVERTON", "RIVERTON - It sank.", "The BBC said so."]) == {"BBC"}
