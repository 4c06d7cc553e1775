"""Resampling: reproducible, of the right size, and covering what it should."""

import numpy as np
import pytest

from analysis.measures.bootstrap import block_resamples, interval, ratio_interval, weights


def test_every_replicate_draws_as_many_units_as_there_are():
    drawn = weights(17, replicates=50)
    assert drawn.shape == (50, 17)
    assert (drawn.sum(axis=1) == 17).all()
    assert (drawn == weights(17, replicates=50)).all()
    assert (drawn != weights(17, replicates=50, seed=1)).any()


def test_blocks_keep_neighbours_together():
    codes = np.arange(100)[None, :]
    steps = np.diff(block_resamples(codes, block=10, replicates=20), axis=1) % 100
    within = np.delete(steps, np.arange(9, 99, 10), axis=1)
    assert (within == 1).all()


def test_the_interval_of_a_mean_covers_it_about_as_often_as_it_says():
    generator = np.random.default_rng(3)
    hits = 0
    for repeat in range(200):
        lengths = generator.gamma(4.0, 5.0, size=60)
        low, high = ratio_interval(lengths, np.ones(60), replicates=300, seed=repeat)
        hits += low <= 20.0 <= high
    assert 0.89 <= hits / 200 <= 0.99


def test_too_few_units_have_no_interval():
    assert np.isnan(ratio_interval(np.ones(4), np.ones(4))).all()


def test_mostly_undefined_replicates_have_no_interval():
    assert np.isnan(interval(np.array([1.0] * 10 + [np.nan] * 10))).all()
    assert interval(np.linspace(0, 1, 101)) == pytest.approx((0.025, 0.975))
