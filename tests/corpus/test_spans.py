"""Runs of text: half open, and counted once where they overlap."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.spans import Span, covered

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends)))


def test_runs_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert not Span(3, 5).overlaps(Span(0, 3))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 4).contains(Span(0, 4))
    assert not Span(0, 4).contains(Span(3, 5))
    assert Span(4, 7).of("One two") == "two"


@given(SPANS, st.lists(SPANS))
def test_covered_counts_each_place_once(span, spans):
    places = {place for other in spans for place in range(other.start, other.end)}
    assert covered(span, spans) == len(places & set(range(span.start, span.end)))
