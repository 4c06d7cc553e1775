"""Equal values of two series: what a double loop over both finds, or occurrence by occurrence."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.features.reuse.matching import Sorted, equal_places, gram_hashes, mixed

VALUES = st.lists(st.integers(0, 4), max_size=14)
MANY = 10_000


def series(values):
    return np.array(values, dtype=np.uint64)


def places(a, b, most=MANY):
    i, j = equal_places(Sorted.of(series(a)), Sorted.of(series(b)), most_combinations=most)
    return list(zip(i.tolist(), j.tolist(), strict=True))


@given(VALUES, VALUES)
def test_equal_places_are_those_of_a_double_loop(a, b):
    assert sorted(places(a, b)) == [(i, j) for i in range(len(a)) for j in range(len(b)) if a[i] == b[j]]


@given(VALUES, VALUES, st.integers(0, 9))
def test_values_repeated_too_often_are_matched_occurrence_by_occurrence(a, b, most):
    expected = []
    for value in set(a) & set(b):
        in_a, in_b = ([place for place, other in enumerate(side) if other == value] for side in (a, b))
        many = len(in_a) * len(in_b) > most
        expected += zip(in_a, in_b, strict=False) if many else [(i, j) for i in in_a for j in in_b]
    assert sorted(places(a, b, most)) == sorted(expected)


@given(VALUES, VALUES, st.integers(0, 9))
def test_swapping_the_two_series_swaps_the_places(a, b, most):
    assert sorted(places(a, b, most)) == sorted((i, j) for j, i in places(b, a, most))


@given(VALUES)
def test_sorted_values_come_with_the_places_where_they_stood(values):
    found = Sorted.of(series(values))
    assert found.values.tolist() == sorted(values)
    assert found.order.tolist() == sorted(range(len(values)), key=lambda place: values[place])


@given(VALUES, st.integers(1, 5))
def test_runs_have_equal_hashes_where_their_words_are_equal(values, words):
    runs = [tuple(values[place : place + words]) for place in range(len(values) - words + 1)]
    hashed = gram_hashes(series(values), words).tolist()
    assert len(hashed) == len(runs)
    assert len(set(hashed)) == len(set(runs)) == len(set(zip(runs, hashed, strict=True)))


@pytest.mark.parametrize("words", [1, 3])
def test_the_order_of_words_in_a_run_counts(words):
    there, back = gram_hashes(series([1, 2, 3]), words), gram_hashes(series([3, 2, 1]), words)
    assert (Counter(there.tolist()) == Counter(back.tolist())) is (words == 1)


def test_a_series_shorter_than_a_run_has_no_run():
    assert gram_hashes(series([1, 2]), 3).size == 0


def test_mixing_keeps_values_apart_and_spreads_them_evenly():
    found = mixed(np.arange(1, 4097, dtype=np.uint64))
    assert len(np.unique(found)) == 4096
    by_sixteenth = np.bincount((found >> np.uint64(60)).astype(np.int64), minlength=16)
    assert by_sixteenth.min() > 200
