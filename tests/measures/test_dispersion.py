"""Gries' deviation of proportions against the obvious loop over parts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import sparse

from analysis.measures.dispersion import dispersion_dp

corpora = st.integers(1, 6).flatmap(
    lambda parts: st.tuples(
        arrays(float, st.tuples(st.integers(0, 5), st.just(parts)), elements=st.integers(0, 9).map(float)),
        arrays(float, parts, elements=st.integers(1, 900).map(float)),
    )
)


def by_hand(counts, sizes):
    if not sum(counts):
        return np.nan
    return sum(abs(c / sum(counts) - s / sum(sizes)) for c, s in zip(counts, sizes, strict=True)) / 2


@given(corpora)
def test_it_is_half_the_sum_of_what_the_parts_differ_from_their_due(corpus):
    counts, sizes = corpus
    expected = [by_hand(row.tolist(), sizes.tolist()) for row in counts]
    np.testing.assert_allclose(dispersion_dp(counts, sizes), expected, atol=1e-12)


@given(corpora)
def test_sparse_counts_have_what_the_same_dense_ones_have(corpus):
    counts, sizes = corpus
    for form in (sparse.csr_array, sparse.csc_array, sparse.coo_array):
        np.testing.assert_array_equal(dispersion_dp(form(counts), sizes), dispersion_dp(counts, sizes))


@given(corpora)
def test_it_lies_between_nought_and_one_and_is_undefined_only_for_a_term_that_stands_nowhere(corpus):
    counts, sizes = corpus
    found = dispersion_dp(counts, sizes)
    assert (np.isnan(found) == (counts.sum(axis=1) == 0)).all()
    known = found[~np.isnan(found)]
    assert ((known >= 0) & (known < 1)).all()


def test_an_even_spread_is_nought_and_concentration_in_the_smallest_part_the_most():
    sizes = np.array([100.0, 300.0, 600.0])
    even, smallest, largest = dispersion_dp(np.array([[1.0, 3, 6], [10, 0, 0], [0, 0, 10]]), sizes)
    assert even == pytest.approx(0, abs=1e-12)
    assert smallest == pytest.approx(0.9)
    assert largest == pytest.approx(0.4)


def test_the_order_of_the_parts_and_an_empty_cell_that_is_stored_change_nothing():
    sizes = np.array([100.0, 300.0])
    stored = sparse.coo_array((np.array([4.0, 0.0]), (np.array([0, 0]), np.array([0, 1]))), shape=(1, 2))
    assert dispersion_dp(stored, sizes) == dispersion_dp(np.array([[4.0, 0.0]]), sizes)
    assert dispersion_dp(np.array([[0.0, 4.0]]), sizes[::-1]) == dispersion_dp(np.array([[4.0, 0.0]]), sizes)
