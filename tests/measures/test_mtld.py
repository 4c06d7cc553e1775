"""MTLD against the obvious walk through a text, one word after the other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.lexical_diversity import encode, previous_occurrence
from analysis.measures.mtld import MTLD_MINIMUM, mtld, mtld_of_each

texts = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=80)


def mtld_by_hand(tokens, threshold=0.72):
    def one_pass(words):
        factors, seen, length = 0.0, set(), 0
        for word in words:
            seen.add(word)
            length += 1
            if round(len(seen) - threshold * length, 9) <= 0:
                factors, seen, length = factors + 1, set(), 0
        if length:
            factors += (1 - len(seen) / length) / (1 - threshold)
        return len(words) / factors if factors else np.nan

    return (one_pass(tokens) + one_pass(tokens[::-1])) / 2


@given(texts, st.sampled_from([0.5, 0.66, 0.7, 0.72, 0.75, 0.9]))
def test_mtld_is_the_mean_of_both_passes(tokens, threshold):
    found = mtld(encode(tokens), threshold=threshold, minimum=1)[0]
    np.testing.assert_allclose(found, mtld_by_hand(tokens, threshold), equal_nan=True)


@given(texts)
def test_a_text_read_backwards_has_the_same_mtld(tokens):
    forwards, backwards = (mtld(encode(words), minimum=1)[0] for words in (tokens, tokens[::-1]))
    np.testing.assert_allclose(forwards, backwards, equal_nan=True)


@given(st.lists(texts, max_size=6))
def test_texts_of_different_lengths_have_together_what_each_has_alone(several):
    together = mtld_of_each([previous_occurrence(encode(tokens)) for tokens in several])
    assert len(together) == len(several)
    for found, tokens in zip(together, several, strict=True):
        np.testing.assert_equal(found, mtld(encode(tokens), minimum=1))


def test_rows_of_one_length_are_measured_each_by_itself():
    rows = np.vstack([encode(list("abcabcabd")), encode(list("aaaaaaaab"))])
    assert mtld(rows, minimum=1).tolist() == [mtld(row[None, :], minimum=1)[0] for row in rows]


@pytest.mark.parametrize(("words", "defined"), [(MTLD_MINIMUM - 1, False), (MTLD_MINIMUM, True)])
def test_below_a_hundred_words_it_is_undefined(words, defined):
    assert MTLD_MINIMUM == 100
    assert np.isfinite(mtld(encode(list("abcde" * 20)[:words]))[0]) == defined


def test_all_unique_words_are_undefined_not_infinite():
    assert np.isnan(mtld(encode([str(i) for i in range(150)]))[0])


def test_one_repeated_word_makes_it_finite():
    tokens = [str(i) for i in range(150)]
    tokens[80] = tokens[70]
    assert 150 < mtld(encode(tokens))[0] < np.inf


def test_a_run_is_full_when_its_ratio_reaches_the_threshold():
    # 18 types in 25 words are exactly 0.72, read from either end: not a word more, whatever floats make of it.
    run = [str(code) for code in [*range(18), *range(7)]]
    assert mtld(encode(run * 4), minimum=1)[0] == 25
    assert mtld(encode(run * 4), threshold=0.7199, minimum=1)[0] > 25


def test_an_empty_text_is_undefined():
    assert np.isnan(mtld(encode([]))[0])
    assert np.isnan(mtld(encode([]), minimum=0)[0])
    assert mtld_of_each([]) == []
