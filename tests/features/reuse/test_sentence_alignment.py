"""The best chain of sentences, and how much better it is than in reversed order."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.features.reuse.sentence_alignment import NO_PAIR, SKIP_COST, best_chain, order_gains, worth

SMALL = st.tuples(st.integers(1, 4), st.integers(1, 4))
LIKE = st.sampled_from([NO_PAIR, NO_PAIR, 0.01, 0.1, 0.15, 0.3, 0.75])


def matrices(shape):
    return arrays(np.float64, shape, elements=LIKE)


VALUES = SMALL.flatmap(matrices)
LARGE = st.tuples(st.integers(5, 20), st.integers(5, 20)).flatmap(matrices)


def score(value, pairs):
    """Return what a chain is worth: its pairs, less what is passed over between the first and the last."""
    if not pairs:
        return 0.0
    rows, columns = (max(x) - min(x) + 1 - len(pairs) for x in zip(*pairs, strict=True))
    return sum(value[pair] for pair in pairs) - SKIP_COST * (rows + columns)


def chains(value):
    rows, columns = map(range, value.shape)
    for size in range(1, min(value.shape) + 1):
        for i in combinations(rows, size):
            for j in combinations(columns, size):
                yield tuple(zip(i, j, strict=True))


@given(VALUES)
def test_no_chain_is_worth_more_than_the_best(value):
    most = max(0.0, *(score(value, pairs) for pairs in chains(value)))
    assert score(value, best_chain(value)) == pytest.approx(most)


@given(LARGE)
def test_a_chain_rises_on_both_sides_through_pairs_that_are_alike(value):
    found = best_chain(value)
    for (i, j), (k, m) in pairwise(found):
        assert i < k
        assert j < m
    assert all(value[pair] > 0 for pair in found)


@given(LARGE)
def test_swapping_the_articles_changes_no_score_and_no_gain(value):
    assert score(value, best_chain(value)) == pytest.approx(score(value.T, best_chain(value.T)))
    assert order_gains(value) == pytest.approx(order_gains(value.T))


@given(VALUES)
def test_a_gain_is_what_the_best_chain_is_worth_beyond_that_of_the_reversed_article(value):
    turned = value[:, ::-1]
    expected = max(0.0, score(value, best_chain(value)) - score(turned, best_chain(turned)))
    assert order_gains(value) == pytest.approx([expected])
    assert order_gains(value, value[:, ::-1])[0] == pytest.approx(expected)


def diagonal(size, *, turned=False):
    value = np.where(np.eye(size, dtype=bool), 0.5, NO_PAIR)
    return value[:, ::-1] if turned else value


@pytest.mark.parametrize(
    ("value", "gain"),
    [
        (diagonal(8), 8 * 0.5 - 0.5),
        (diagonal(8, turned=True), 0),
        (np.full((6, 6), 0.5), 0),
        (np.full((6, 6), NO_PAIR), 0),
        (np.zeros((0, 5)), 0),
    ],
    ids=["in order", "in reversed order", "all alike", "nothing alike", "no sentences"],
)
def test_only_matter_told_in_one_order_gains(value, gain):
    assert order_gains(value) == pytest.approx([gain])


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (2, 2)])
def test_where_nothing_is_alike_the_chain_is_empty(shape):
    assert best_chain(np.full(shape, NO_PAIR)) == []


def test_a_chain_passes_over_sentences_that_one_side_added():
    value = np.full((4, 6), NO_PAIR)
    value[[0, 1, 2, 3], [0, 1, 4, 5]] = 0.5
    assert best_chain(value) == [(0, 0), (1, 1), (2, 4), (3, 5)]


def test_sentences_are_worth_by_how_much_they_are_more_alike_than_chance():
    found = worth(np.array([0.0, 0.2, 0.3, 1.0]), 0.2)
    assert found == pytest.approx([NO_PAIR, NO_PAIR, 0.1, 0.8])
