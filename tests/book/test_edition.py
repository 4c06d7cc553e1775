"""Every page can say which edition it belongs to and what is undecided in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from analysis import __version__
from analysis.book.edition import Edition
from analysis.book.results import UnknownKeyError, read_results

PUBLISHED = Edition(commentary=Path("none"), evidence=None, epoch=1_700_000_000)
WORKING = replace(PUBLISHED, evidence=Path("evidence.json"))


def test_an_edition_knows_its_version_and_date() -> None:
    assert [PUBLISHED.named(key) for key in ("version", "date", "year", "kind")] == [
        __version__,
        "2023-11-14",
        "2023",
        "published",
    ]
    assert replace(PUBLISHED, epoch=None).named("date") == "undated"
    assert replace(PUBLISHED, epoch=0).named("date") == "1970-01-01"


def test_an_unknown_value_is_named_with_the_nearest_one() -> None:
    with pytest.raises(UnknownKeyError, match="there is no value 'versoin' in the edition; the nearest is 'version'"):
        PUBLISHED.named("versoin")


def test_a_working_edition_and_undecided_names_are_said_on_every_page(fake_results: Path) -> None:
    undecided = read_results(fake_results)
    decided = replace(undecided, facts={**undecided.facts, "people_decided": {"text": "yes", "value": True}})
    assert WORKING.banners(undecided) == [
        "Working edition, not for publication.",
        "It is still undecided which persons may be named.",
    ]
    assert PUBLISHED.banners(decided) == []
    assert len(PUBLISHED.notices(decided)) == 1
