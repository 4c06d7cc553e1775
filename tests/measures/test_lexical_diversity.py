"""Lexical diversity against the obvious loop over windows and samples."""

from collections import Counter
from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.lexical_diversity import (
    encode,
    hdd,
    maas,
    mattr,
    mattr_of_windows,
    previous_occurrence,
    ttr,
    types,
)

texts = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=80)


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


@given(st.lists(st.sampled_from("abcdefghijklmnop"), min_size=1, max_size=60), st.integers(1, 60))
def test_hdd_adds_up_each_types_chance_to_be_drawn(tokens, sample):
    found = hdd(encode(tokens), sample=sample)[0]
    if len(tokens) < sample:
        assert np.isnan(found)
        return
    whole = comb(len(tokens), sample)
    chances = [1 - comb(len(tokens) - count, sample) / whole for count in Counter(tokens).values()]
    assert found == pytest.approx(sum(chances) / sample)


def test_hdd_of_unique_words_is_exactly_one():
    assert hdd(encode([str(i) for i in range(97)]))[0] == pytest.approx(1, abs=1e-12)


@given(texts)
def test_types_are_the_different_words(tokens):
    assert types(encode(tokens))[0] == len(set(tokens))
    assert ttr(encode(tokens))[0] == pytest.approx(len(set(tokens)) / len(tokens))


@given(texts)
def test_a_words_place_before_is_where_it_stood_last(tokens):
    expected = [max((j for j in range(i) if tokens[j] == word), default=-1) for i, word in enumerate(tokens)]
    assert previous_occurrence(encode(tokens))[0].tolist() == expected


def test_places_before_are_the_same_with_more_types_than_two_bytes_hold():
    many = np.concatenate([np.arange(70_000), [69_999, 3]])[None, :]
    assert previous_occurrence(many)[0, -3:].tolist() == [-1, 69_999, 3]


@given(texts)
def test_codes_number_the_types_by_their_first_occurrence(tokens):
    (codes,) = encode(tokens).tolist()
    order = list(dict.fromkeys(tokens))
    assert [order[code] for code in codes] == tokens


@given(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=60))
def test_maas_compares_the_logarithms_of_tokens_and_types(tokens):
    expected = (np.log(len(tokens)) - np.log(len(set(tokens)))) / np.log(len(tokens)) ** 2
    assert maas(encode(tokens))[0] == pytest.approx(expected, abs=1e-12)


def test_maas_is_the_smaller_the_more_varied_a_text_and_nought_where_all_words_are_unique():
    assert maas(encode(list("abcdefgh")))[0] == 0
    assert maas(encode(list("abcdabcd")))[0] < maas(encode(list("aaaaaaab")))[0]


@given(texts, st.lists(st.integers(1, 90), max_size=4))
def test_several_windows_have_together_what_each_has_alone(tokens, windows):
    codes = encode(tokens)
    together = mattr_of_windows(previous_occurrence(codes), windows)
    for found, window in zip(together, windows, strict=True):
        np.testing.assert_equal(found, mattr(codes, window=window))


def test_rows_are_measured_each_by_itself():
    rows = np.vstack([encode(list("abcabcabd")), encode(list("aaaaaaaab"))])
    for measure in (ttr, maas, lambda c: mattr(c, window=4), lambda c: hdd(c, sample=5)):
        both = measure(rows)
        assert both[0] == pytest.approx(measure(rows[:1])[0])
        assert both[1] == pytest.approx(measure(rows[1:])[0])


@pytest.mark.parametrize(
    ("measure", "least"),
    [(ttr, 1), (maas, 2), (lambda c: mattr(c, window=50), 50), (hdd, 42)],
    ids=["ttr", "maas", "mattr", "hdd"],
)
def test_a_text_too_short_is_undefined_and_a_word_more_is_not(measure, least):
    tokens = ["a", "b"] * 50
    assert np.isnan(measure(encode(tokens[: least - 1]))[0])
    assert np.isfinite(measure(encode(tokens[:least]))[0])


@pytest.mark.parametrize("measure", [lambda c: mattr(c, window=0), lambda c: hdd(c, sample=0)])
def test_a_window_or_sample_of_no_words_is_undefined(measure):
    assert np.isnan(measure(encode(list("abc")))[0])
