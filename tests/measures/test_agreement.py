"""Krippendorff's alpha against published examples and its definition; items matched one to one."""

import math
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.measures.agreement import (
    LEVELS,
    TextSpan,
    alpha_interval,
    alpha_undefined,
    krippendorff_alpha,
    matched_units,
    merged,
    overlap,
)

#: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A, B, and C with D.
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = [list("aabbdcccedda"), list("babbbccceddd")]
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(
    ("values", "level", "published"),
    [
        (BINARY, "nominal", 0.095),
        (NOMINAL, "nominal", 0.692),
        (FOUR_OBSERVERS, "nominal", 0.743),
        (FOUR_OBSERVERS, "ordinal", 0.815),
        (FOUR_OBSERVERS, "interval", 0.849),
    ],
)
def test_it_is_the_published_value(values, level, published):
    assert round(krippendorff_alpha(values, level=level), 3) == published


def by_coincidences(values, level):
    """α by its definition: a table of coincidences, a table of differences, two sums."""
    pairs = [
        {"c": c, "k": k, "times": 1 / (len(present) - 1)}
        for unit in zip(*values, strict=True)
        for present in [[v for v in unit if v is not None]]
        for c, k in permutations(present, 2)
    ]
    observed = pd.DataFrame(pairs).pivot_table(index="c", columns="k", values="times", aggfunc="sum", fill_value=0.0)
    observed = observed.reindex(index=observed.columns, fill_value=0.0)
    totals = observed.sum()
    expected = (np.outer(totals, totals) - np.diag(totals)) / (totals.sum() - 1)
    difference = np.array([[_difference(c, k, totals, level) for k in totals.index] for c in totals.index])
    return 1 - (observed.to_numpy() * difference).sum() / (expected * difference).sum()


def _difference(c, k, totals, level):
    if level == "nominal":
        return float(c != k)
    if level == "interval":
        return float(c - k) ** 2
    low, high = sorted((c, k))
    return float(totals.loc[low:high].sum() - (totals[c] + totals[k]) / 2) ** 2


VALUES = st.lists(
    st.lists(st.one_of(st.none(), st.integers(-2, 3)), min_size=3, max_size=3), min_size=1, max_size=12
).map(lambda units: [list(coder) for coder in zip(*units, strict=True)])


@pytest.mark.parametrize("level", LEVELS)
@given(values=VALUES)
def test_it_is_one_minus_observed_by_expected_coincidences(level, values):
    assume(not alpha_undefined(values))
    assert krippendorff_alpha(values, level=level) == pytest.approx(by_coincidences(values, level), abs=1e-9)


@pytest.mark.parametrize("level", LEVELS)
@given(values=VALUES, order=st.randoms(use_true_random=False))
def test_the_order_of_coders_and_of_units_is_nothing(level, values, order):
    before = krippendorff_alpha(values, level=level)
    coders = order.sample(values, len(values))
    units = order.sample(list(zip(*coders, strict=True)), len(values[0]))
    after = krippendorff_alpha(list(zip(*units, strict=True)), level=level)
    assert after == pytest.approx(before, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("level", LEVELS)
@given(values=VALUES)
def test_units_that_one_coder_coded_add_nothing(level, values):
    more = [[*values[0], 9], [*values[1], None], [*values[2], None]]
    before = krippendorff_alpha(values, level=level)
    assert krippendorff_alpha(more, level=level) == pytest.approx(before, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("level", LEVELS)
@given(unit=st.lists(st.integers(-2, 3), min_size=2, max_size=9).filter(lambda v: len(set(v)) > 1))
def test_perfect_agreement_is_one(level, unit):
    assert krippendorff_alpha([unit, unit, [None] * len(unit)], level=level) == 1.0


@pytest.mark.parametrize("level", LEVELS)
@given(values=VALUES)
def test_the_same_units_twice_leave_observed_disagreement_and_lower_the_correction_for_few(level, values):
    """Doubling keeps both disagreements but for n − 1 in the expected one."""
    assume(not alpha_undefined(values))
    n = sum(len(u) for unit in zip(*values, strict=True) if len(u := [v for v in unit if v is not None]) > 1)
    once = krippendorff_alpha(values, level=level)
    twice = krippendorff_alpha([coder * 2 for coder in values], level=level)
    assert (1 - twice) * (n - 1) * 2 == pytest.approx((1 - once) * (2 * n - 1), abs=1e-9)


@given(values=VALUES, times=st.integers(1, 50), plus=st.integers(-1000, 1000))
def test_interval_values_may_be_stretched_and_shifted_and_ordinal_ones_bent(values, times, plus):
    moved = [[v if v is None else v * times + plus for v in coder] for coder in values]
    before = krippendorff_alpha(values, level="interval")
    assert krippendorff_alpha(moved, level="interval") == pytest.approx(before, abs=1e-6, nan_ok=True)
    bent = [[v if v is None else math.exp(v) for v in coder] for coder in values]
    assert krippendorff_alpha(bent, level="ordinal") == krippendorff_alpha(values, level="ordinal") or alpha_undefined(
        values
    )


def test_missing_values_are_none_nan_or_na():
    filled = [[v if v is not None else missing for v in coder] for coder in FOUR_OBSERVERS for missing in [np.nan]]
    assert krippendorff_alpha(np.array(filled, dtype=float)) == krippendorff_alpha(FOUR_OBSERVERS)
    frame = pd.DataFrame(FOUR_OBSERVERS).astype("Int64")
    assert krippendorff_alpha(frame, level="ordinal") == krippendorff_alpha(FOUR_OBSERVERS, level="ordinal")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([[], []], "no unit has values of two coders"),
        ([["a", None], [None, "b"]], "no unit has values of two coders"),
        ([["a", "b", "a"]], "no unit has values of two coders"),
        ([["a", "a", "b"], ["a", "a", None]], "all values that can be compared are the same"),
    ],
)
def test_undefined_is_nan_with_a_reason_and_no_interval(values, reason):
    assert math.isnan(krippendorff_alpha(values))
    assert alpha_undefined(values) == reason
    assert np.isnan(alpha_interval(values)).all()


@pytest.mark.parametrize(
    ("values", "level", "complaint"),
    [
        (["a", "b"], "nominal", "values have 1 dimension"),
        ([[1, 2], [1, 2]], "ratio", "level is 'ratio', expected one of nominal, ordinal, interval"),
        ([["a"], ["b"]], "interval", "could not convert"),
        ([[1, math.inf], [1, 2]], "interval", "expected a finite number"),
    ],
)
def test_what_is_no_reliability_data_is_refused(values, level, complaint):
    with pytest.raises(ValueError, match=complaint):
        krippendorff_alpha(values, level=level)


@pytest.mark.parametrize("level", LEVELS)
def test_the_interval_holds_the_value_and_is_the_same_for_the_same_seed(level):
    low, high = alpha_interval(FOUR_OBSERVERS, level=level, replicates=300)
    assert low < krippendorff_alpha(FOUR_OBSERVERS, level=level) < high <= 1
    assert alpha_interval(FOUR_OBSERVERS, level=level, replicates=300) == (low, high)
    assert alpha_interval(FOUR_OBSERVERS, level=level, replicates=300, seed=1) != (low, high)


def test_the_interval_covers_the_value_of_the_population_about_as_often_as_it_says():
    generator = np.random.default_rng(7)
    truth = 0.64  # two coders who each know 8 of 10 units and guess the others among equally frequent values
    hits = 0
    for repeat in range(150):
        unit = generator.integers(0, 3, size=80)
        coders = [np.where(generator.random(80) < 0.8, unit, generator.integers(0, 3, size=80)) for _ in range(2)]
        low, high = alpha_interval(np.array(coders), replicates=200, seed=repeat)
        hits += low <= truth <= high
    assert 0.89 <= hits / 150 <= 0.99


def test_few_units_and_replicates_without_variation_have_no_interval():
    assert np.isnan(alpha_interval([[1, 2, 1, 2], [1, 2, 2, 2]])).all()
    assert np.isnan(alpha_interval([[1] * 9 + [2], [1] * 10])).all()


def item(*runs, article="a"):
    return [TextSpan(article, start, end) for start, end in runs]


def test_overlap_is_the_shared_part_of_all_characters_of_both():
    assert overlap(item((0, 10)), item((0, 10))) == 1.0
    assert overlap(item((0, 10), (5, 20)), item((10, 30))) == pytest.approx(10 / 30)
    assert overlap(item((0, 10)), item((0, 10), article="b")) == 0.0
    assert overlap(item((0, 10)) + item((0, 10), article="b"), item((0, 10))) == 0.5
    assert math.isnan(overlap(item((3, 3)), []))
    assert merged(item((5, 9), (0, 5)) + item((9, 12), article="b")) == item((0, 9)) + item((9, 12), article="b")


def test_the_best_pair_is_made_first_and_each_item_once():
    matched = matched_units([item((0, 10)), item((0, 8))], [item((0, 8))])
    assert matched.pairs == ((1, 0, 1.0),)
    assert (matched.only_a, matched.only_b) == ((0,), ())
    assert (matched.f1, matched.mean_overlap) == (pytest.approx(2 / 3), 1.0)


def test_among_equal_overlaps_the_spans_decide_and_not_the_order_of_the_items():
    one, two, three, four, five = ((start, start + 10) for start in range(0, 100, 20))
    a, b = [item(one, two), item(three, five)], [item(one, three), item(two, four)]
    matched = [matched_units(x, y) for x in permutations(a) for y in permutations(b)]
    assert {m.mean_overlap for m in matched} == {1 / 3}
    assert len({m.f1 for m in matched}) == 1


def test_pairs_below_the_least_overlap_are_none():
    a, b = [item((0, 100))], [item((0, 10))]
    assert matched_units(a, b, least_overlap=0.1).f1 == 1.0
    assert matched_units(a, b, least_overlap=0.11).pairs == ()
    with pytest.raises(ValueError, match="least_overlap is 0"):
        matched_units(a, b, least_overlap=0)


def test_no_items_are_undefined_and_no_pair_has_no_overlap():
    nothing = matched_units([], [])
    assert math.isnan(nothing.f1)
    assert math.isnan(nothing.mean_overlap)
    assert matched_units([item((0, 5))], []).f1 == 0.0
    assert matched_units([item((3, 3))], [item((3, 3))]).f1 == 0.0


SPANS = st.tuples(st.sampled_from("ab"), st.integers(0, 12), st.integers(0, 6)).map(
    lambda s: TextSpan(s[0], s[1], s[1] + s[2])
)
ITEMS = st.lists(st.lists(SPANS, max_size=3), max_size=6)


@given(ITEMS, ITEMS)
def test_pairs_are_one_to_one_and_their_number_is_in_f1(a, b):
    matched = matched_units(a, b)
    assert sorted([i for i, _, _ in matched.pairs] + list(matched.only_a)) == list(range(len(a)))
    assert sorted([j for _, j, _ in matched.pairs] + list(matched.only_b)) == list(range(len(b)))
    assert all(share == overlap(a[i], b[j]) >= 0.1 for i, j, share in matched.pairs)
    assert not a + b or matched.f1 == 2 * len(matched.pairs) / len(a + b)
    assert not [(i, j) for i in matched.only_a for j in matched.only_b if overlap(a[i], b[j]) >= 0.1]


@given(ITEMS, ITEMS, st.randoms(use_true_random=False))
def test_the_order_of_items_and_of_coders_changes_no_figure(a, b, order):
    one = matched_units(a, b)
    two = matched_units(order.sample(b, len(b)), order.sample(a, len(a)))
    assert two.f1 == pytest.approx(one.f1, nan_ok=True)
    assert two.mean_overlap == pytest.approx(one.mean_overlap, nan_ok=True)


@given(ITEMS)
def test_a_coder_agrees_with_herself(items):
    items = [spans for spans in items if merged(spans)]
    matched = matched_units(items, items)
    assert not items or (matched.f1, matched.mean_overlap) == (1.0, 1.0)
