"""Which came first is said only where it is stated, or where two reasons of different kinds agree."""

import pandas as pd
import pytest

from analysis.sources.records import Record
from analysis.studies.direction import RELATED, TWO_KINDS, direction

NONE = pd.DataFrame({"article": [], "form": []}, dtype="str")
CREDIT = pd.DataFrame({"article": ["b", "b"], "form": ["Harbour Herald", "Port Alder"]})


def article(id_, outlet, **fields):
    return Record(id=id_, outlet=outlet, **fields)


def pair(relation="republished", a=0.5, b=0.9):
    return {"relation": relation, "containment_a": a, "containment_b": b}


HERALD = article("a", "The Harbour Herald", published="2019-02-05")
TRIBUNE = article("b", "Tribune", published="2019-02-09")


def test_a_stated_origin_settles_it_against_everything_else():
    copy = article("a", "One", published="2019-01-01", derived_from=("b",))
    found = direction(copy, article("b", "Two", published="2020"), pair("follows"), NONE)
    assert found == ("b->a", 1.0, "stated: a derives from the other")
    assert direction(article("a", "Two"), article("b", "One", derived_from=("a",)), pair(), NONE)[:2] == ("a->b", 1.0)


def test_a_date_alone_decides_nothing_and_is_said():
    found = direction(HERALD, TRIBUNE, pair(), NONE)
    assert found == ("undetermined", 0.0, "a was published before b")


def test_a_date_and_a_credit_agree():
    found = direction(HERALD, TRIBUNE, pair(), CREDIT)
    assert found.direction == "a->b"
    assert found.direction_confidence == TWO_KINDS
    assert found.reasons == "a was published before b; b names The Harbour Herald"


def test_the_two_sides_can_be_swapped():
    names = CREDIT.assign(article="a")
    swapped = direction(
        article("a", "Tribune", published="2019-02-09"),
        article("b", "The Harbour Herald", published="2019-02"),
        pair(),
        names,
    )
    assert swapped.direction == "undetermined", "a month that holds the day is no earlier date"
    swapped = direction(
        article("a", "Tribune", published="2019-02-09"),
        article("b", "The Harbour Herald", published="2019-01"),
        pair(),
        names,
    )
    assert swapped.direction == "b->a"


def test_reasons_that_oppose_each_other_leave_it_open():
    later = article("a", "The Harbour Herald", published="2019-03-01")
    found = direction(later, TRIBUNE, pair(), CREDIT)
    assert found.direction == "undetermined"
    assert found.reasons == "b was published before a; b names The Harbour Herald"


def test_a_truncated_copy_needs_one_reason_more():
    excerpt = pair("excerpt", a=0.2, b=1.0)
    undated = article("a", "Herald"), article("b", "Herald")
    assert direction(*undated, excerpt, NONE).direction == "undetermined"
    assert direction(HERALD, TRIBUNE, excerpt, NONE)[:2] == ("a->b", TWO_KINDS)
    assert direction(HERALD, TRIBUNE, pair("excerpt", a=1.0, b=0.2), NONE).direction == "undetermined"


def test_an_outlet_that_names_itself_credits_nobody():
    names = pd.DataFrame({"article": ["a", "b"], "form": ["Herald", "Herald"]})
    own = article("a", "Herald", published="2019-02-05"), article("b", "Herald", published="2019-02-09")
    assert direction(*own, pair(), names).direction == "undetermined"


@pytest.mark.parametrize("relation", ["independent", "shared quotations only"])
def test_pairs_that_are_not_related_have_no_direction(relation):
    assert direction(HERALD, TRIBUNE, pair(relation), CREDIT) == ("undetermined", 0.0, "")


@pytest.mark.parametrize("relation", RELATED)
def test_every_relation_of_one_lineage_may_have_one(relation):
    assert direction(HERALD, TRIBUNE, pair(relation), CREDIT).direction == "a->b"
