"""Eight words of a text in a row are the text's; seven are a name for it."""

import pytest

from analysis.ledger.wording import copied_from, runs_by_article

TEXTS = {
    "b": "The ferries stayed in port on Monday, and nobody was told about it.",
    "a": "A short text.",
}


@pytest.mark.parametrize(
    ("said", "articles"),
    [
        ("The ferries stayed in port on Monday.", ()),
        ("The ferries stayed in port on Monday and", ("b",)),
        ("The fer\u00adries stayed in port on Mon\u200bday and", ("b",)),
        ("It says: THE FERRIES\nstayed – in port; on Monday, 4 and … then.", ("b",)),
        ("Nobody was told; the ferries stayed in port on Tuesday and Monday.", ()),
        ("https://example.org/the-ferries-stayed-in-port-on-monday-and: another wording", ()),
        ("", ()),
    ],
)
def test_a_run_is_known_whatever_its_case_points_and_numbers(said, articles):
    assert copied_from(said, runs_by_article(TEXTS)) == articles
