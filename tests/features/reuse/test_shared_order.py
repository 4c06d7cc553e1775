"""Details that two articles tell, and in one order."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.features.reuse.shared_order import (
    LEAST_WORDS,
    MOST_PLACES,
    SharedOrder,
    details,
    longest_increasing,
    shared_order,
)

NOUNS = ["anchor", "bakery", "curtain", "drawer", "engine", "ferry", "gravel", "herring", "iceberg", "jetty", "kettle"]


def order_of(make_text, a, b):
    return shared_order(details(make_text("a", a)), details(make_text("b", b)))


@given(st.lists(st.integers(0, 9), max_size=9))
def test_the_longest_increasing_is_that_of_all_subsequences(places):
    rising = [
        size
        for size in range(len(places) + 1)
        for chosen in combinations(places, size)
        if all(x < y for x, y in pairwise(chosen))
    ]
    assert longest_increasing(places) == max(rising)


@given(st.permutations(NOUNS))
def test_the_order_in_common_is_the_same_from_either_side(make_text, nouns):
    there, back = " ".join(NOUNS), " ".join(nouns)
    found = order_of(make_text, there, back)
    assert found == order_of(make_text, back, there)
    assert found.details == len(NOUNS)
    assert found.in_order == longest_increasing([nouns.index(noun) for noun in NOUNS])


def test_an_article_tells_all_its_details_in_its_own_order(stories):
    for text in stories.values():
        found = shared_order(details(text), details(text))
        assert found.in_order == found.details > 10
        assert found.order_ratio == pytest.approx(found.details**0.5)


def test_a_retelling_keeps_the_order_that_another_report_does_not(stories):
    source, retold, other = (details(stories[name]) for name in ("original", "retold", "independent"))
    follows, differs = shared_order(source, retold), shared_order(source, other)
    assert follows.order_ratio > 2 * differs.order_ratio
    assert follows.density > 2 * differs.density


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bakery sold herring.", 3),
        ("They were not there, nor had it been so.", 0),
        ("The bakery sold “rotten old herring”.", 2),
        ("The bakery sold herring. " * MOST_PLACES, 3 * MOST_PLACES),
        ("The bakery sold herring. " * (MOST_PLACES + 1), 0),
        ("The bakery: bakeries.", 2),
        ("", 0),
    ],
    ids=["matter", "grammar", "quoted", "twice", "thrice", "inflected", "nothing"],
)
def test_details_are_what_the_narrator_says_once_or_twice(make_text, text, count):
    assert len(details(make_text("a", text)).places) == count


def test_words_that_do_not_count_are_left_out(make_text):
    text = make_text("a", "The bakery sold herring. The bakery burned.")
    free = np.array([True, False, *[True] * 5])
    found = details(text, free)
    assert found.words == 6
    assert found.places.tolist() == [2, 3, 5, 6]


def test_a_detail_told_twice_on_one_side_counts_once(make_text):
    assert order_of(make_text, "Herring sold.", "Herring, herring.").details == 1


def test_density_is_per_hundred_words_of_the_shorter_and_a_very_short_one_counts_as_longer(make_text):
    long = " ".join(f"{noun} {noun}x" for noun in NOUNS) + " and so it was then" * 10
    found = order_of(make_text, " ".join(NOUNS) + " and so" * 10, long)
    assert found.density == pytest.approx(100 * found.details / (len(NOUNS) + 20))
    assert order_of(make_text, "Herring.", "Herring.").density == pytest.approx(100 / LEAST_WORDS)


def test_nothing_shared_has_no_order():
    assert SharedOrder().order_ratio == 0
