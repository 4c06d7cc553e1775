"""Which came first is said only where it is stated, or where two reasons of different kinds agree."""

import pandas as pd
import pytest

from analysis.sources.records import Record
from analysis.studies.accounts import SAME_LINEAGE
from analysis.studies.direction import (
    CARRIED,
    MORE_KINDS,
    STATED,
    TWO_KINDS,
    UNDETERMINED,
    direction,
    outlets_credited,
)

OPEN = {"cut_off": {}, "corrected": {}}
CREDIT = {("b", "The Harbour Herald"): "told"}


def article(id_, outlet, **fields):
    return Record(id=id_, outlet=outlet, **fields)


def pair(relation="republished", a=0.5, b=0.6, via=""):
    return {"relation": relation, "containment_a": a, "containment_b": b, "via": via}


HERALD = article("a", "The Harbour Herald", published="2019-02-05")
TRIBUNE = article("b", "Tribune", published="2019-02-09")
UNDATED = article("a", "The Harbour Herald"), article("b", "Tribune")
OWN = article("a", "Herald", wording="own", published="2019-02-05")
MADE = article("b", "Herald", wording="translated", published="2019-02-09")
CUT, CORRECTED = {"cut_off": {"b": True}, "corrected": {}}, {"cut_off": {}, "corrected": {"a": True}}
TEASER, COPY = pair("excerpt", a=0.2, b=1.0), pair("republished", a=0.4, b=0.95)

REASONS = {
    "date": (HERALD, TRIBUNE, pair(), {}, OPEN, "The Harbour Herald published it on 2019-02-05, Tribune on 2019-02-09"),
    "credit": (*UNDATED, pair(), CREDIT, OPEN, "Tribune credits The Harbour Herald (“told”)"),
    "wording": (
        article("a", "Herald", wording="own"), article("b", "Herald", wording="reworded"), pair(), {}, OPEN,
        "b is reworded, a in its outlet’s own wording",
    ),
    "a teaser": (*UNDATED, TEASER, {}, OPEN, "b is a piece of the longer text"),
    "a copy cut off": (*UNDATED, COPY, {}, CUT, "b leaves off in the middle of a sentence"),
    "correction": (*UNDATED, pair(), {}, CORRECTED, "The Harbour Herald carries a correction, Tribune does not"),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "related", "credited", "features", "said"), REASONS.values(), ids=REASONS)
def test_one_reason_alone_decides_nothing_and_is_said(a, b, related, credited, features, said):
    assert direction(a, b, related, credited, features) == (UNDETERMINED, 0.0, said)


def test_articles_of_one_outlet_are_called_by_their_ids():
    same = article("a", "Herald", published="2019-02"), article("b", "Herald", published="2019-04~")
    assert direction(*same, pair(), {}, OPEN).reasons == "a published it in 2019-02, b about 2019-04"


NO_REASON = {
    "a month that holds the day": (
        article("a", "One", published="2019-02"), article("b", "Two", published="2019-02-09"), pair(), {}, OPEN,
    ),
    "an outlet that credits itself": (article("a", "Herald"), article("b", "Herald"), pair(), {("b", "Herald"): "told"},
                                      OPEN),
    "wordings of two outlets": (
        article("a", "One", wording="own"), article("b", "Two", wording="reworded"), pair(), {}, OPEN,
    ),
    "a piece of both": (*UNDATED, pair("excerpt", a=0.1, b=0.2), {}, OPEN),
    "a whole copy cut off": (*UNDATED, pair("republished", a=0.95, b=0.96), {}, CUT),
    "the longer cut off": (*UNDATED, COPY, {}, {"cut_off": {"a": True}, "corrected": {}}),
    "corrections of both": (*UNDATED, pair(), {}, {"cut_off": {}, "corrected": {"a": True, "b": True}}),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "related", "credited", "features"), NO_REASON.values(), ids=NO_REASON)
def test_what_says_nothing_is_no_reason(a, b, related, credited, features):
    assert direction(a, b, related, credited, features) == (UNDETERMINED, 0.0, "")


AGREEING = {
    "date and credit": (HERALD, TRIBUNE, pair(), CREDIT, OPEN, TWO_KINDS),
    "date and wording": (OWN, MADE, pair(), {}, OPEN, TWO_KINDS),
    "date and a teaser": (HERALD, TRIBUNE, TEASER, {}, OPEN, TWO_KINDS),
    "credit and a copy cut off": (*UNDATED, COPY, CREDIT, CUT, TWO_KINDS),
    "date and correction": (HERALD, TRIBUNE, pair(), {}, CORRECTED, TWO_KINDS),
    "date, credit and correction": (HERALD, TRIBUNE, pair(), CREDIT, CORRECTED, MORE_KINDS),
}


@pytest.mark.parametrize(("a", "b", "related", "credited", "features", "sure"), AGREEING.values(), ids=AGREEING)
def test_reasons_of_two_kinds_that_agree_decide(a, b, related, credited, features, sure):
    found = direction(a, b, related, credited, features)
    assert found[:2] == ("a->b", sure)
    assert found.reasons.count("; ") == (1 if sure == TWO_KINDS else 2)
    turned = {**related, "containment_a": related["containment_b"], "containment_b": related["containment_a"]}
    assert direction(b, a, turned, credited, features)[:2] == ("b->a", sure)


@pytest.mark.parametrize("relation", SAME_LINEAGE)
def test_every_relation_of_one_lineage_may_have_a_direction(relation):
    assert direction(HERALD, TRIBUNE, pair(relation), CREDIT, OPEN).direction == "a->b"


def test_without_a_date_or_a_credit_reasons_are_a_guess():
    made = article("a", "Herald", wording="own"), article("b", "Herald", wording="translated")
    found = direction(*made, TEASER, {}, CORRECTED)
    assert found[:2] == (UNDETERMINED, 0.0)
    assert found.reasons.count("; ") == 2


@pytest.mark.parametrize(
    ("credited", "features"),
    [({("a", "Tribune"): "citing"}, OPEN), (CREDIT, {"cut_off": {}, "corrected": {"b": True}})],
)
def test_reasons_that_oppose_each_other_leave_it_open_and_are_said(credited, features):
    found = direction(HERALD, TRIBUNE, pair(), credited, features)
    assert found[:2] == (UNDETERMINED, 0.0)
    assert found.reasons.startswith("The Harbour Herald published it on 2019-02-05, Tribune on 2019-02-09; ")


def test_two_that_share_by_way_of_a_third_have_no_direction():
    found = direction(HERALD, TRIBUNE, pair("follows", via="c"), CREDIT, CORRECTED)
    assert found == (UNDETERMINED, 0.0, "both by way of c")


def test_a_stated_origin_settles_it_against_everything_else():
    copy = article("a", "The Harbour Herald", published="2019-01-01", derived_from=("b",))
    found = direction(copy, TRIBUNE, pair(via="c"), CREDIT, CORRECTED)
    assert found == ("b->a", STATED, "stated: a derives from b")
    assert direction(UNDATED[0], article("b", "One", derived_from=("a",)), pair(), {}, OPEN)[:2] == ("a->b", STATED)


CARRIER_COPY = article("a", "Herald", carrier="Copyhub", published="2019-01-01")


@pytest.mark.parametrize(
    ("other", "way", "sure"),
    [
        (article("b", "Herald", published="2019-01-01"), "b->a", CARRIED),
        (article("b", "Herald", published="2019-02-01"), UNDETERMINED, 0.0),
        (article("b", "HERALD", carrier="herald"), "b->a", CARRIED),
        (article("b", "Herald", carrier="Herald"), "b->a", CARRIED),
        (article("b", "Herald", carrier="Relay"), UNDETERMINED, 0.0),
        (article("b", "Tribune"), UNDETERMINED, 0.0),
    ],
    ids=[
        "own copy",
        "a report of a later day",
        "its own carrier in capitals",
        "its own carrier",
        "another carrier",
        "another outlet",
    ],
)
def test_a_carriers_copy_comes_from_the_outlets_own(other, way, sure):
    found = direction(CARRIER_COPY, other, pair(), {}, OPEN)
    assert found[:2] == (way, sure)
    if sure:
        assert found.reasons == "stated: a is Copyhub’s copy of Herald’s report"


def test_outlets_are_credited_by_name_with_or_without_the_article():
    records = (article("a", "The Harbour Herald"), article("b", "Tribune"), article("c", "Gazette"))
    rows = [
        ("b", "Harbour Herald", "told"), ("b", "The Harbour Herald", "citing"), ("c", "Tribune’s", "reports"),
        ("a", "Harbour Herald", "told"), ("a", "Tribune", ""), ("a", "Gazette", ""), ("b", "Port Alder", "told"),
    ]  # fmt: skip
    names = pd.DataFrame(rows, columns=["article", "form", "credit"])
    assert outlets_credited(records, names) == {("b", "The Harbour Herald"): "told", ("c", "Tribune"): "reports"}
    assert outlets_credited(records, names[:0]) == {}
