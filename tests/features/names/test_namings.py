"""Who is named without a title, surname or age is still heard."""

import pytest

from analysis.corpus.article import read_article
from analysis.features.names.namings import names_of, namings


def seeming(text):
    return [naming.form for naming in namings(read_article("a", text)) if naming.seems_person]


@pytest.mark.parametrize(
    "text",
    [
        "The oldest of the crew, whom all greet with the nickname Wren, mends the nets.",
        "One of them goes by the call sign Wren and lives on the island.",
        "“We did not sleep for three nights,” recalls, after a long while, Wren.",
    ],
)
def test_a_name_that_somebody_goes_by_or_that_speaks_seems_a_person(text):
    assert seeming(text) == ["Wren"]


@pytest.mark.parametrize(
    "text",
    [
        "The nets were mended near Wren on Monday.",
        "“We did not sleep for three nights,” said an old man of Wren.",
        "“They laughed when Wren and the cook came in,” said the keeper.",
        "They spoke of a town called Kyiv.",
        "",
    ],
)
def test_a_name_in_a_quotation_after_a_preposition_or_of_a_listed_place_does_not(text):
    assert seeming(text) == []


def test_a_credited_photographer_seems_a_person_and_the_agency_does_not(harbour):
    text = (harbour.folder / "texts" / "harbour-herald.txt").read_text("utf-8")
    assert seeming(text) == ["Mira Tolland"]


def test_names_are_found_as_mentions_or_capitalised_runs_and_not_as_common_words():
    names = names_of([read_article("a", "Ada Holm met him. Wren slept. A reed grew by van Dusen Street.")])
    assert names.has("ada  holm")
    assert names.has("Wren slept")
    assert not names.has("reed")
    assert not names.has("Ada Wren")
    assert not names.has("—")
    assert "reed" in names.lower


def test_the_nearest_name_is_proposed():
    names = names_of([read_article("a", "The mayor, Ada Holm, met Tomas Brandt.")])
    assert names.nearest("Thomas Brand") == "Tomas Brandt"
    assert names_of([]).nearest("Ada") == ""
