import pytest

from analysis.corpus.headings import heading_like, headings
from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.shapes import shapes

LEAD = "The ferry was late again on Monday, and the people on the quay had given up asking why."
MORE = "In the end it came without its lights, an hour after dark, and nobody on the quay cheered."


def like(line: str) -> bool:
    return heading_like(shapes(line, paragraphs(line))[0])


def found(lines: list[str], opening: int) -> dict[int, str]:
    text = "\n\n".join(lines)
    page = shapes(text, paragraphs(text))
    return headings(page, [True] * len(page), opening)


@pytest.mark.parametrize(
    "line",
    [
        "A long way back", "‘One for all’", "“We tried”", "What Happens Next?", "Ferry sinks: nine saved", "LAST BOAT",
        "Nine Women, Nine Letters and One Very Old Boat Without Its Lights on a Hill", "1. The harbour",
    ],
)  # fmt: skip
def test_titles_look_like_headings(line):
    assert like(line)


@pytest.mark.parametrize(
    "line",
    [
        "He came back.", "what happens now", "What happens now?", "- a list item", "• Boats", "He came to the",
        "He came back, and", "They wanted:", "“We tried", "“We tried,” she said", "See https://example.org now",
        "He went on from there to the hill above the town and sat down at noon to wait", "2022", "Boats,",
    ],
)  # fmt: skip
def test_sentences_items_and_broken_lines_do_not(line):
    assert not like(line)


def test_the_first_line_is_the_headline_and_later_ones_are_subheadings():
    assert found(["Ferry late", LEAD, "Lights out", MORE], 1) == {0: "headline", 2: "subheading"}


def test_a_line_that_heads_nothing_is_no_heading():
    assert found([LEAD, MORE, "The end"], 0) == {}


def test_a_line_that_goes_on_in_lower_case_is_no_heading():
    assert found([LEAD, "The captain and John", "whose boat it was had left before the storm came in."], 0) == {}


def test_lines_after_a_colon_or_many_in_a_row_are_a_list():
    assert found([LEAD[:-1] + ":", "New lifeboats", MORE], 0) == {}
    assert found([LEAD, "New lifeboats", "Lower fares", "A night ferry", MORE], 0) == {}


def test_transcripts_keep_their_short_lines():
    turns = [
        "ROE: Were you afraid of the sea?",
        "DOE: Not of the sea, only of the harbour.",
        "ROE: And now",
        "DOE: " + MORE,
    ]
    assert found([LEAD, *turns], 0) == {}


def test_a_page_without_closing_punctuation_has_no_headings():
    lines = ["Ferry late", LEAD[:-1], "Lights out", MORE[:-1], LEAD[:-1] + " again"]
    assert found(lines, 1) == {}
