"""What speaks for one origin of two articles where nothing was copied, and the probability that it makes."""

import math
from itertools import combinations

import numpy as np
import pytest

from analysis.features.reuse import lineage_evidence as module
from analysis.features.reuse.lineage_evidence import NOTHING, lineage_evidence

STORIES = ("original", "retold", "independent", "unrelated")


def evidence(a, b):
    return lineage_evidence(a, b, None, None)


def reversed_sentences(text):
    return ". ".join(reversed([s.rstrip(".") for s in text.replace("\n\n", " ").split(". ")])) + "."


def test_a_retelling_is_of_one_origin_and_other_reports_are_not(stories):
    assert evidence(stories["original"], stories["retold"]).probability > 0.99
    for a, b in combinations(STORIES, 2):
        if (a, b) != ("original", "retold"):
            assert evidence(stories[a], stories[b]).probability < 0.3


@pytest.mark.parametrize(("a", "b"), list(combinations(STORIES, 2)))
def test_evidence_is_the_same_from_either_side(stories, a, b):
    assert evidence(stories[a], stories[b]) == evidence(stories[b], stories[a])


@pytest.mark.parametrize("other", STORIES[1:])
def test_the_probability_is_what_the_measures_amount_to(stories, other):
    found = evidence(stories["original"], stories[other])
    log_odds = (
        module.INTERCEPT
        + module.PER_ORDER_RATIO * found.order.order_ratio
        + module.PER_DENSITY * found.order.density
        + module.PER_SKELETON_GAIN * found.skeleton_gain
        + module.PER_LIKENESS_GAIN * found.likeness_gain
    )
    assert found.probability == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-6)


def test_the_same_matter_in_reversed_order_is_no_evidence(stories, story_texts, make_text):
    found = evidence(stories["original"], make_text("b", reversed_sentences(story_texts["retold"])))
    assert (found.skeleton_gain, found.likeness_gain) == (0, 0)
    assert found.probability < evidence(stories["original"], stories["retold"]).probability / 2


def test_a_spun_copy_gains_by_the_words_between_the_words(make_text):
    told = (
        "The pilot of the boat had told the crew that it was not safe to land there. "
        "In the end they went back to the port and lay there for most of the night. "
        "Some of the men were ill by then, and none of them had had anything to eat."
    )
    spun = (
        "The pilot of the vessel had informed the crew that it was not secure to land there. "
        "In the end they sailed back to the port and stayed there for most of the night. "
        "Some of the sailors were ill by then, and none of them had had anything to drink."
    )
    found = evidence(make_text("a", told), make_text("b", spun))
    assert found.skeleton_gain > 0.3
    assert found.skeleton_gain > evidence(make_text("a", told), make_text("b", reversed_sentences(spun))).skeleton_gain


def test_sentences_are_not_compared_where_no_detail_is_shared(make_text):
    a = make_text("a", "Nobody of us would have had anything to do with it.")
    found = evidence(a, make_text("b", a.text))
    assert found == NOTHING.__class__(found.order, 0.0, 0.0, found.probability)
    assert found.probability < 0.01


def test_what_is_quoted_is_no_evidence(stories, make_text, story_texts):
    def quoted(name):
        return "\n\n".join(f"“{p}”" for p in story_texts[name].split("\n\n"))

    found = evidence(make_text("a", quoted("original")), make_text("b", quoted("retold")))
    assert found.order.details == found.likeness_gain == 0
    assert found.probability < 0.01


def test_words_that_do_not_count_are_no_evidence(stories):
    a, b = stories["original"], stories["retold"]
    none = np.zeros(len(a), dtype=bool)
    found = lineage_evidence(a, b, none, np.ones(len(b), dtype=bool))
    assert (found.order.details, found.probability < 0.01) == (0, True)
    every = lineage_evidence(a, b, np.ones(len(a), dtype=bool), np.ones(len(b), dtype=bool))
    assert every == evidence(a, b)


def test_sentences_of_books_are_not_compared(stories, monkeypatch):
    monkeypatch.setattr(module, "MOST_SENTENCES", 3)
    found = evidence(stories["original"], stories["retold"])
    assert (found.skeleton_gain, found.likeness_gain) == (0, 0)
    assert found.order == evidence(stories["retold"], stories["original"]).order


@pytest.mark.parametrize("text", ["", "Rain."])
def test_a_text_without_matter_is_of_no_origin(make_text, stories, text):
    assert evidence(make_text("a", text), stories["original"]).probability < 0.01
