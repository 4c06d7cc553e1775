import random
import time
from difflib import SequenceMatcher

import pytest

from analysis.features.reuse.tiles import Tile, tile_groups, tiles


def _random_words(seed, length, vocabulary):
    dice = random.Random(seed)
    return [f"w{dice.randrange(vocabulary)}" for _ in range(length)]


@pytest.mark.parametrize("seed", range(20))
def test_tiles_are_shared_runs_without_overlap(seed):
    a, b = _random_words(seed, 120, 8), _random_words(seed + 1000, 90, 8)
    found = tiles(a, b)
    assert found
    assert all(a[t.a : t.a + t.length] == b[t.b : t.b + t.length] for t in found)
    for begin in ("a", "b"):
        places = [place for t in found for place in range(getattr(t, begin), getattr(t, begin) + t.length)]
        assert len(places) == len(set(places))


@pytest.mark.parametrize("seed", range(20))
def test_the_longest_tile_is_the_longest_match_of_difflib(seed):
    a, b = _random_words(seed, 150, 12), _random_words(seed + 500, 150, 12)
    a[40:60] = b[70:90]
    longest = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    assert max(t.length for t in tiles(a, b)) == longest


def test_an_equal_text_is_one_tile():
    words = _random_words(1, 400, 50)
    assert tiles(words, list(words)) == [Tile(0, 0, 400)]


def test_an_edited_copy_is_one_group():
    a = [f"w{i}" for i in range(40)]
    b = [*a[:12], "new", *a[13:25], "two", "more", *a[25:]]
    (group,) = tile_groups(tiles(a, b))
    assert (group.range_a, group.range_b, group.words) == ((0, 40), (0, 42), 39)
    assert group.similarity == pytest.approx(2 * 39 / 82)


def test_a_short_run_does_not_join_over_a_gap_longer_than_itself():
    a = [*(f"w{i}" for i in range(20)), *(f"x{i}" for i in range(5)), "in", "the", "end"]
    b = [*(f"w{i}" for i in range(20)), *(f"y{i}" for i in range(5)), "in", "the", "end"]
    assert [g.words for g in tile_groups(tiles(a, b))] == [20, 3]


def test_runs_in_another_order_do_not_join():
    a = [f"w{i}" for i in range(20)]
    assert len(tile_groups(tiles(a, a[10:] + a[:10]))) == 2


def test_a_text_that_repeats_one_word_takes_no_quadratic_time():
    words = ["again"] * 50_000
    started = time.perf_counter()
    assert tiles(words, words) == [Tile(0, 0, 50_000)]
    assert time.perf_counter() - started < 5
