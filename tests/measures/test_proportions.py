"""Wilson's lower bound against scipy."""

import math

import pytest
from scipy.stats import binomtest

from analysis.measures.proportions import wilson_lower


@pytest.mark.parametrize(("right", "n"), [(0, 5), (9, 9), (11, 14), (14, 35), (500, 1000)])
def test_it_is_scipys_wilson_bound(right, n):
    expected = binomtest(right, n).proportion_ci(method="wilson").low
    assert wilson_lower(right, n) == pytest.approx(expected, abs=1e-6)


def test_no_trials_have_no_bound():
    assert math.isnan(wilson_lower(0, 0))
