"""When the evidence of one origin suffices, how sure it is, and what is said of it."""

import pytest

from analysis.measures.one_origin import (
    CREDITED_CONFIDENCE,
    ONE_ORIGIN,
    ONE_ORIGIN_CREDITED,
    VIA_CONFIDENCE,
    Evidence,
)

LIKELY, DOUBTFUL = ONE_ORIGIN + 0.1, ONE_ORIGIN_CREDITED + 0.05
CASES = {
    "likely": (Evidence(LIKELY, 40, 30), True, True, LIKELY, "30 stand in one order (about 13 would by chance)"),
    "doubtful": (Evidence(DOUBTFUL, 20, 12), False, False, None, ""),
    "doubtful and credited": (
        Evidence(DOUBTFUL, 20, 12, credited=True), True, True, CREDITED_CONFIDENCE, "one names the other’s outlet",
    ),
    "doubtful and stated": (
        Evidence(DOUBTFUL, 20, 12, stated=True), True, True, CREDITED_CONFIDENCE, "a record derives one from the other",
    ),
    "credited alone": (Evidence(0.02, 4, 3, credited=True), False, False, None, ""),
    "by way of a third": (Evidence(0.02, via="third"), False, True, VIA_CONFIDENCE, "both share passages with third"),
    "likely, and by way of a third": (Evidence(LIKELY, 40, 30, via="third"), True, True, LIKELY, "of 40 details"),
}  # fmt: skip


@pytest.mark.parametrize(("evidence", "by_itself", "one_origin", "confidence", "said"), CASES.values(), ids=CASES)
def test_what_suffices_and_how_sure_it_is(evidence, by_itself, one_origin, confidence, said):
    assert (evidence.by_itself, evidence.one_origin) == (by_itself, one_origin)
    if one_origin:
        assert evidence.confidence == confidence
        assert said in evidence.said


def test_a_credit_is_not_called_a_record_nor_a_record_a_credit():
    stated, credited = Evidence(DOUBTFUL, 20, 12, stated=True), Evidence(DOUBTFUL, 20, 12, credited=True)
    assert "source" not in stated.said
    assert "record" not in credited.said
