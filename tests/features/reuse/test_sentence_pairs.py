"""How alike sentences are: by content words of the pair, and by the order of all their words."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.features.reuse.sentence_alignment import NO_PAIR
from analysis.features.reuse.sentence_pairs import (
    LEAST_LENGTH_RATIO,
    LEAST_WORDS,
    MOST_WORDS,
    Sentence,
    content_similarity,
    joined,
    likeness,
    pair_weights,
    sentences,
    word_order,
    word_order_similarity,
)

TERMS = st.lists(st.integers(1, 6), min_size=1, max_size=9)
SIDES = st.lists(TERMS, min_size=1, max_size=4)


def sentence(*terms, first=0, quoted=0.0):
    return Sentence(first, first + len(terms), tuple(terms), frozenset(terms), quoted)


def longest_common_subsequence(a, b):
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best[i + 1][j + 1] = best[i][j] + 1 if x == y else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


@given(TERMS, TERMS)
def test_word_order_is_the_common_subsequence_over_the_mean_length(a, b):
    expected = 2 * longest_common_subsequence(a, b) / (len(a) + len(b))
    if min(len(a), len(b)) < LEAST_LENGTH_RATIO * max(len(a), len(b)):
        expected = 0
    assert word_order(sentence(*a), sentence(*b)) == pytest.approx(expected)


@given(SIDES, SIDES)
def test_content_similarity_is_the_shared_weight_over_the_geometric_mean(a, b):
    left, right = ([sentence(*terms) for terms in side] for side in (a, b))
    weights = pair_weights(left, right)
    found = content_similarity(left, right, weights)
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            mass = sum(weights[s] for s in x.stems) * sum(weights[s] for s in y.stems)
            shared = sum(weights[s] for s in x.stems & y.stems)
            assert found[i, j] == pytest.approx(shared / math.sqrt(mass) if mass else 0, abs=1e-8)


@given(SIDES, SIDES)
def test_swapping_the_two_sides_turns_the_matrices(a, b):
    left, right = ([sentence(*terms) for terms in side] for side in (a, b))
    there, back = likeness(left, right), likeness(right, left)
    np.testing.assert_allclose(there.content, back.content.T, atol=1e-8)
    np.testing.assert_allclose(there.order, back.order.T)


def test_every_sentence_of_an_article_is_most_like_itself(stories):
    own = sentences(stories["original"], with_quotations=True)
    found = likeness(own, own)
    assert np.diag(found.content) == pytest.approx(1)
    assert np.diag(found.order) == pytest.approx(1)
    off = ~np.eye(len(own), dtype=bool)
    assert found.worth[off].max() < np.diag(found.worth).min()
    assert (found.skeleton_worth[off] == NO_PAIR).mean() > 0.8


def test_a_rare_word_weighs_more_than_a_common_one_whatever_else_the_corpus_holds():
    weights = pair_weights([sentence(1, 2), sentence(1, 3)], [sentence(1, 4)])
    assert weights[2] == weights[3] == weights[4] == pytest.approx(math.log(4 / 1.5))
    assert weights[1] == pytest.approx(math.log(4 / 3.5))


def test_a_spun_sentence_keeps_the_order_of_the_words_between(make_text):
    plain, spun, other = (
        sentences(make_text("a", text), with_quotations=True)[0]
        for text in (
            "The pilot of the boat had told the crew that it would not be safe to land.",
            "The helmsman of the vessel had informed the team that it would not be secure to dock.",
            "Nobody knows why so many of us came here when all of them were about to go.",
        )
    )
    assert word_order(plain, spun) > 0.6 > 0.4 > word_order(plain, other)


@pytest.mark.parametrize(
    ("a", "b", "compared"),
    [(10, 10, True), (10, 5, True), (20, 5, False), (MOST_WORDS, MOST_WORDS, True), (MOST_WORDS + 1,) * 2 + (False,)],
    ids=["equal", "half", "a quarter", "very long", "a list"],
)
def test_sentences_of_unlike_length_and_lists_have_no_order_in_common(a, b, compared):
    assert (word_order(sentence(*range(1, a + 1)), sentence(*range(1, b + 1))) > 0) is compared


@pytest.mark.parametrize(("a", "b"), [(0, 0), (0, 2), (2, 0)])
def test_an_article_without_sentences_is_like_nothing(a, b):
    sides = [[sentence(1, 2, 3, 4, 5)] * count for count in (a, b)]
    assert word_order_similarity(*sides).shape == likeness(*sides).content.shape == (a, b)


def test_sentences_say_where_they_stand_and_short_ones_are_left_out(make_text):
    text = make_text(
        "a", "Rain fell. Bakers mended seven copper kettles again. Who knew? Nobody slept that long night."
    )
    own = sentences(text, with_quotations=True)
    assert [(s.first, s.last) for s in own] == [(2, 8), (10, 15)]
    assert all(len(s.terms) >= LEAST_WORDS for s in own)
    assert 0 not in set().union(*(s.stems for s in own))


def test_quoted_words_are_compared_only_where_that_is_asked(make_text):
    text = make_text("a", "Late in the evening she told them: “Gravel drifted across the channel.”")
    (whole,) = sentences(text, with_quotations=True)
    (told,) = sentences(text, with_quotations=False)
    assert (len(whole.terms), len(told.terms)) == (12, 7)
    assert whole.quoted_share == told.quoted_share == pytest.approx(5 / 12)
    assert (whole.first, whole.last) == (told.first, told.last) == (0, 12)


def test_words_that_do_not_count_are_not_compared(make_text):
    text = make_text("a", "Bakers mended seven copper kettles again. Nobody slept during that long night.")
    free = np.array([False] * 6 + [True] * 6)
    assert [(s.first, s.last) for s in sentences(text, with_quotations=True, free=free)] == [(6, 12)]
    free[6] = False
    assert [s.terms for s in sentences(text, with_quotations=True, free=free)] == [tuple(text.terms[7:].tolist())]


def test_neighbours_are_joined_in_the_order_of_the_text():
    first, second = sentence(1, 2, 3, quoted=1.0), sentence(3, 4, 5, 6, 7, 8, 9, 10, 11, first=3)
    both = joined(second, first)
    assert both == joined(first, second)
    assert (both.first, both.last, both.terms) == (0, 12, (1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11))
    assert both.stems == first.stems | second.stems
    assert both.quoted_share == pytest.approx(0.25)
