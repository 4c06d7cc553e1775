"""Directions that depend on more than two articles: siblings have none, copies share that of their account."""

import pytest

from analysis.sources.records import Record
from analysis.studies.direction import CARRIED, TWO_KINDS, UNDETERMINED
from analysis.studies.lineage_directions import with_copies, without_siblings


def article(id_, outlet, **fields):
    return Record(id=id_, outlet=outlet, **fields)


def pair(relation="republished", a=0.5, b=0.6, via=""):
    return {"relation": relation, "containment_a": a, "containment_b": b, "via": via}


HERALD = article("a", "The Harbour Herald", published="2019-02-05")
TRIBUNE = article("b", "Tribune", published="2019-02-09")


def known(a, b, way="a->b", sure=TWO_KINDS, reasons="", relation="follows"):
    return {"article_a": a, "article_b": b, "relation": relation, "direction": way, "direction_confidence": sure,
            "reasons": reasons}  # fmt: skip


TRIANGLE = [known("a", "c", UNDETERMINED, 0.0), known("b", "c", UNDETERMINED, 0.0)]
SIBLINGS = {
    "a third of both": (known("a", "b"), TRIANGLE, "2019-02-01", False),
    "no third": (known("a", "b"), [], "2019-02-01", True),
    "a third of one only": (known("a", "b"), TRIANGLE[:1], "2019-02-01", True),
    "of no lineage": (known("a", "b"), [{**row, "relation": "independent"} for row in TRIANGLE], "2019-02-01", True),
    "a later third": (known("a", "b"), TRIANGLE, "2019-03-01", True),
    "a third from the origin": (known("a", "b"), [known("a", "c"), TRIANGLE[1]], "2019-02-01", True),
    "stated": (known("a", "b", sure=CARRIED), TRIANGLE, "2019-02-01", True),
}


@pytest.mark.parametrize(("pair_", "others", "published", "stands"), SIBLINGS.values(), ids=SIBLINGS)
def test_two_that_may_both_come_from_a_third_have_no_inferred_direction(pair_, others, published, stands):
    records = {"a": HERALD, "b": TRIBUNE, "c": article("c", "Gazette", published=published)}
    found = without_siblings([pair_, *others], records, {})[0]
    expected = {"direction": UNDETERMINED, "direction_confidence": 0.0, "reasons": "b and a may both come from c"}
    assert found == (pair_ if stands else {**pair_, **expected})


def test_what_a_text_credits_stands_though_a_third_has_it_too():
    records = {"a": HERALD, "b": TRIBUNE, "c": article("c", "Gazette")}
    pair_ = known("a", "b")
    assert without_siblings([pair_, *TRIANGLE], records, {("b", HERALD.outlet): "told"})[0] == pair_


@pytest.mark.parametrize(("way", "expected"), [("a->b", "a->b"), ("b->a", UNDETERMINED), (UNDETERMINED, UNDETERMINED)])
def test_a_copy_comes_from_what_its_account_comes_from(way, expected):
    copies, onward = {**known("b", "c", relation="republished"), **pair()}, known("a", "c", way)
    found, *rest = with_copies([known("a", "b", UNDETERMINED, 0.0), copies, onward], {("a", "b"): "c"})
    assert found["direction"] == expected
    assert rest == [copies, onward]


def test_a_direction_that_is_known_is_not_replaced():
    stated = known("a", "b", "a->b", 1.0)
    copies = {**known("b", "c", relation="republished"), **pair()}
    assert with_copies([stated, copies, known("a", "c", "b->a")], {("a", "b"): "c"})[0] == stated
