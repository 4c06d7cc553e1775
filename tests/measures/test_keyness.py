"""Keyness against worked examples and scipy."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from analysis.measures.keyness import (
    benjamini_hochberg,
    dispersion_dp,
    g2,
    log_odds_z,
    log_ratio,
    log_ratio_margin,
    p_value,
)

COUNTS = np.array([10.0, 0.0, 3.0, 50.0])
ELSEWHERE = np.array([2.0, 7.0, 12.0, 200.0])


@pytest.mark.parametrize(("count", "elsewhere"), list(zip(COUNTS, ELSEWHERE, strict=True)))
def test_g2_is_scipys_likelihood_ratio(count, elsewhere):
    table = np.array([[count, elsewhere], [700 - count, 2800 - elsewhere]])
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    found = g2(np.array([count]), 700, np.array([elsewhere]), 2800)
    assert abs(found[0]) == pytest.approx(expected.statistic, abs=1e-9)
    assert p_value(found)[0] == pytest.approx(expected.pvalue, abs=1e-12)
    assert np.sign(found[0]) in (0, np.sign(count / 700 - elsewhere / 2800))


def test_log_ratio_is_binary_and_half_an_occurrence_stands_for_none():
    found = log_ratio(np.array([8.0, 4.0]), 1000, np.array([2.0, 0.0]), 1000)
    assert found.tolist() == [2.0, 3.0]
    assert log_ratio_margin(np.array([4.0]), np.array([4.0]))[0] == pytest.approx(1.959964 * 0.5**0.5 / np.log(2))


def test_log_odds_by_hand():
    # Monroe et al. eqs. 16 and 22 with counts 3 of 10 against 1 of 10 and pseudo-counts 1 of 2.
    prior = np.array([1.0, 1.0])
    found = log_odds_z(np.array([3.0, 7.0]), 10, np.array([1.0, 9.0]), 10, prior=prior)
    expected = (np.log(4 / 8) - np.log(2 / 10)) / np.sqrt(1 / 4 + 1 / 2)
    assert found[0] == pytest.approx(expected)


def test_the_same_text_on_both_sides_has_no_key_term():
    same = log_odds_z(COUNTS, 700, COUNTS, 700, prior=np.ones(4))
    assert same == pytest.approx(np.zeros(4))


@pytest.mark.parametrize("measure", [g2, log_ratio, lambda *a: log_odds_z(*a, prior=np.ones(4))])
def test_without_words_or_reference_it_is_undefined(measure):
    assert np.isnan(measure(COUNTS, 700, np.zeros(4), 0)).all()
    assert np.isnan(measure(np.zeros(4), 0, ELSEWHERE, 2800)).all()


def test_false_discovery_rate_leaves_out_what_was_not_tested():
    q = benjamini_hochberg(np.array([0.04, np.nan, 0.01, 0.03]))
    assert q[[0, 2, 3]] == pytest.approx([0.04, 0.03, 0.04])
    assert np.isnan(q[1])


def test_dispersion_is_zero_for_an_even_spread_and_grows_with_concentration():
    sizes = np.array([100.0, 300.0])
    even, one_part = dispersion_dp(np.array([[1.0, 3.0], [4.0, 0.0]]), sizes)
    assert even == pytest.approx(0)
    assert one_part == pytest.approx(0.75)
