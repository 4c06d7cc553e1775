"""Which articles are compared: by fingerprints of the two, whatever else the corpus holds."""

import random
from itertools import combinations

import numpy as np
import pytest

from analysis.features.reuse import reuse_join
from analysis.features.reuse.reuse_join import (
    LEAST_PAIRS,
    LEAST_RUNS,
    MOST_SENTENCES,
    PAIRS_BY_CHANCE,
    RUN_WORDS,
    WINDOW,
    Fingerprints,
    candidate_pairs,
    fingerprints,
)

SENTENCE = "Bakers mended seven copper kettles beneath frozen orchards yesterday."


def pairs_of(texts):
    return candidate_pairs({name: fingerprints(text) for name, text in texts.items()})


def random_prints(seed, articles=12):
    dice = random.Random(seed)
    spread = [value * 2**52 for value in range(1, 4000, 130)]

    def drawn():
        return np.array(sorted(dice.sample(spread, dice.randrange(12))), dtype=np.uint64)

    return {f"a{number:02}": Fingerprints(drawn(), drawn(), b"") for number in range(articles)}


def test_a_rewrite_meets_its_source_and_the_unrelated_meets_nothing(stories):
    found = pairs_of(stories)
    assert ("original", "retold") in found
    assert not any("unrelated" in pair for pair in found)


@pytest.mark.parametrize("seed", range(10))
def test_candidates_are_the_pairs_that_share_enough(seed):
    prints = random_prints(seed)
    expected = []
    for a, b in combinations(sorted(prints), 2):
        runs = np.intersect1d(prints[a].runs, prints[b].runs).size
        words = np.intersect1d(prints[a].pairs, prints[b].pairs).size
        by_chance = PAIRS_BY_CHANCE * np.sqrt(prints[a].pairs.size * prints[b].pairs.size)
        if runs >= LEAST_RUNS or words >= LEAST_PAIRS + by_chance:
            expected.append((a, b))
    assert expected
    assert candidate_pairs(prints) == expected


@pytest.mark.parametrize(("name", "value"), [("BLOCK", 3), ("PARTS", 1), ("PARTS", 5)])
def test_how_much_is_done_at_once_changes_no_pair(monkeypatch, name, value):
    usual = candidate_pairs(random_prints(3))
    monkeypatch.setattr(reuse_join, name, value)
    assert candidate_pairs(random_prints(3)) == usual


def test_an_unrelated_article_changes_no_pair(stories):
    without = {name: text for name, text in stories.items() if name != "unrelated"}
    assert pairs_of(stories) == pairs_of(without)


def test_the_order_of_articles_does_not_matter(stories):
    assert pairs_of(dict(reversed(stories.items()))) == pairs_of(stories)


def test_an_article_meets_its_copy(stories, story_texts, make_text):
    assert pairs_of({"a": stories["unrelated"], "b": make_text("b", story_texts["unrelated"])}) == [("a", "b")]


@pytest.mark.parametrize("offset", range(8))
def test_any_shared_run_of_the_guaranteed_length_is_found(make_text, offset):
    shared = [f"lantern{i}" for i in range(RUN_WORDS + WINDOW - 1)]
    left = make_text("a", " ".join([f"birch{i}" for i in range(offset)] + shared + ["willow"] * 3))
    right = make_text("b", " ".join(["poplar"] * 5 + shared + [f"cedar{i}" for i in range(offset)]))
    assert np.intersect1d(fingerprints(left).runs, fingerprints(right).runs).size


def test_word_pairs_meet_in_either_order(make_text):
    left = fingerprints(make_text("a", "Bakers mended seven copper kettles.")).pairs
    right = fingerprints(make_text("b", "Kettles copper, seven of them, bakers mended.")).pairs
    shared = np.intersect1d(left, right)
    assert len(shared) >= 0.8 * len(left) > 0


def test_words_of_many_sentences_make_no_pairs(make_text):
    often = "Harbour ferries. " * (MOST_SENTENCES + 1)
    assert fingerprints(make_text("a", often)).pairs.size == 0
    assert fingerprints(make_text("a", "Harbour ferries.")).pairs.size == 1


def test_words_of_different_sentences_make_no_pairs(make_text):
    assert fingerprints(make_text("a", "Kettles. Orchards.")).pairs.size == 0


def test_hashes_are_the_same_in_every_run(make_text):
    found = fingerprints(make_text("a", SENTENCE))
    assert [int(h) for h in found.runs] == [3107189820746794047, 6459508887911562174]


def test_texts_too_short_for_a_run_meet_only_if_they_are_the_same(make_text):
    short = {name: make_text(name, text) for name, text in {"a": "Rain.", "b": "Rain.", "c": "Snow.", "d": ""}.items()}
    assert not fingerprints(short["a"]).runs.size
    assert pairs_of(short) == [("a", "b")]
    assert candidate_pairs({}) == []
