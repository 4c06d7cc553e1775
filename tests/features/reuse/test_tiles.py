"""Shared runs of words, longest first and without overlap, and the groups that they make."""

import random
import time
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.features.reuse.matching import Sorted, gram_hashes
from analysis.features.reuse.reuse_text import SEED_WORDS
from analysis.features.reuse.tiles import MOST_GAP_WORDS, Tile, TileGroup, tile_groups, tiles

WORDS = st.lists(st.integers(0, 3), max_size=40)


def found_tiles(a, b):
    return tiles(*(Sorted.of(gram_hashes(np.array(side, dtype=np.uint64), SEED_WORDS)) for side in (a, b)))


def random_words(seed, length, vocabulary):
    dice = random.Random(seed)
    return [dice.randrange(vocabulary) for _ in range(length)]


def taken(found, side):
    return [place for tile in found for place in range(getattr(tile, side), getattr(tile, side) + tile.length)]


@given(WORDS, WORDS)
def test_tiles_are_shared_runs_without_overlap(a, b):
    found = found_tiles(a, b)
    assert found == sorted(found)
    assert all(a[t.a : t.a + t.length] == b[t.b : t.b + t.length] for t in found)
    assert all(t.length >= SEED_WORDS for t in found)
    for side in ("a", "b"):
        assert len(taken(found, side)) == len(set(taken(found, side)))


@pytest.mark.parametrize("seed", range(20))
def test_the_longest_tile_is_the_longest_match_of_difflib(seed):
    a, b = random_words(seed, 150, 12), random_words(seed + 500, 150, 12)
    a[40:60] = b[70:90]
    longest = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    assert longest >= 20
    assert max(t.length for t in found_tiles(a, b)) == longest


@pytest.mark.parametrize("seed", range(10))
def test_no_shared_run_is_left_where_no_word_of_it_is_taken(seed):
    a, b = random_words(seed, 90, 6), random_words(seed + 900, 90, 6)
    found = found_tiles(a, b)
    left_a, left_b = set(range(90)) - set(taken(found, "a")), set(range(90)) - set(taken(found, "b"))
    for i in range(90 - SEED_WORDS + 1):
        for j in range(90 - SEED_WORDS + 1):
            untaken = left_a.issuperset(range(i, i + SEED_WORDS)) and left_b.issuperset(range(j, j + SEED_WORDS))
            assert not (untaken and a[i : i + SEED_WORDS] == b[j : j + SEED_WORDS])


@pytest.mark.parametrize("length", [SEED_WORDS, 10, 400])
def test_an_equal_text_is_one_tile(length):
    words = random_words(1, length, 10_000)
    assert found_tiles(words, list(words)) == [Tile(0, 0, length)]


@pytest.mark.parametrize(("a", "b"), [([], []), ([1, 2], [1, 2]), ([1, 2, 3], []), ([1, 2, 3], [3, 2, 1])])
def test_texts_without_a_shared_run_have_no_tile(a, b):
    assert found_tiles(a, b) == []


def test_an_edited_copy_is_one_group():
    a = list(range(40))
    b = [*a[:12], 100, *a[13:25], 101, 102, *a[25:]]
    (group,) = tile_groups(found_tiles(a, b))
    assert (group.range_a, group.range_b, group.words) == ((0, 40), (0, 42), 39)
    assert group.similarity == pytest.approx(2 * 39 / 82)
    in_a, in_b = group.places
    assert [a[i] for i in in_a] == [b[j] for j in in_b] == [word for word in a if word != 12]


@pytest.mark.parametrize(
    ("tail", "gap", "joins"),
    [
        (3, 3, True),
        (3, 5, False),
        (20, MOST_GAP_WORDS, True),
        (20, MOST_GAP_WORDS + 1, False),
    ],
    ids=["short over short", "short over longer than itself", "long over the longest", "over more than that"],
)
def test_runs_join_over_gaps_that_are_small_for_them(tail, gap, joins):
    common, end = list(range(20)), list(range(50, 50 + tail))
    a = [*common, *range(100, 100 + gap), *end]
    b = [*common, *range(200, 200 + gap), *end]
    assert [g.words for g in tile_groups(found_tiles(a, b))] == ([20 + tail] if joins else [20, tail])


def test_runs_in_another_order_do_not_join():
    a = list(range(20))
    assert len(tile_groups(found_tiles(a, a[10:] + a[:10]))) == 2


@given(WORDS, WORDS)
def test_groups_hold_every_tile_once_and_rise_on_both_sides(a, b):
    found = found_tiles(a, b)
    groups = tile_groups(found)
    assert sorted(tile for group in groups for tile in group.tiles) == found
    for group in groups:
        for x, y in pairwise(group.tiles):
            assert x.a + x.length <= y.a
            assert x.b + x.length <= y.b
        assert 0 < group.similarity <= 1


def test_a_group_of_one_run_is_wholly_alike():
    assert TileGroup((Tile(4, 9, 7),)).similarity == 1


def test_a_text_that_repeats_one_word_takes_no_quadratic_time():
    words = [7] * 50_000
    started = time.perf_counter()
    assert found_tiles(words, words) == [Tile(0, 0, 50_000)]
    assert time.perf_counter() - started < 5
