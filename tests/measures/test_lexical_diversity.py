"""Lexical diversity against the obvious loop over windows, runs and samples."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.lexical_diversity import encode, hdd, mattr, mtld, ttr

texts = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=80)


def mtld_by_hand(tokens, threshold=0.72):
    def one_pass(words):
        factors, seen, length = 0.0, set(), 0
        for word in words:
            seen.add(word)
            length += 1
            if len(seen) <= threshold * length:
                factors, seen, length = factors + 1, set(), 0
        if length:
            factors += (1 - len(seen) / length) / (1 - threshold)
        return len(words) / factors if factors else np.nan

    return (one_pass(tokens) + one_pass(tokens[::-1])) / 2


@given(texts)
def test_mtld_is_the_mean_of_both_passes(tokens):
    np.testing.assert_allclose(mtld(encode(tokens), minimum=1)[0], mtld_by_hand(tokens), equal_nan=True)


@given(texts, st.integers(1, 20))
def test_mattr_is_the_mean_over_all_windows(tokens, window):
    found = mattr(encode(tokens), window=window)[0]
    if len(tokens) < window:
        assert np.isnan(found)
    else:
        windows = [tokens[i : i + window] for i in range(len(tokens) - window + 1)]
        assert found == pytest.approx(np.mean([len(set(w)) / window for w in windows]))


def test_hdd_is_the_mean_over_all_samples():
    tokens = list("aabacbdca")
    every = [len(set(sample)) / 4 for sample in combinations(tokens, 4)]
    assert hdd(encode(tokens), sample=4)[0] == pytest.approx(np.mean(every))


def test_ttr_counts_types():
    assert ttr(encode(list("aabc")))[0] == pytest.approx(0.75)


def test_rows_are_measured_each_by_itself():
    rows = np.vstack([encode(list("abcabcabd")), encode(list("aaaaaaaab"))])
    for measure in (ttr, lambda c: mattr(c, window=4), lambda c: mtld(c, minimum=1), lambda c: hdd(c, sample=5)):
        both = measure(rows)
        assert both[0] == pytest.approx(measure(rows[:1])[0])
        assert both[1] == pytest.approx(measure(rows[1:])[0])


@pytest.mark.parametrize("measure", [mtld, lambda c: mattr(c, window=50), hdd])
def test_a_text_too_short_is_undefined(measure):
    assert np.isnan(measure(encode(["a", "b"]))[0])


def test_an_empty_text_is_undefined():
    empty = encode([])
    assert np.isnan(ttr(empty)[0])
    assert np.isnan(mtld(empty)[0])


def test_mtld_of_all_unique_words_is_undefined_not_infinite():
    assert np.isnan(mtld(encode([str(i) for i in range(150)]))[0])
