import random

import pytest

from analysis.features.reuse.sentence_alignment import Chain, best_chain
from analysis.features.reuse.sentence_beads import Bead, beads, sentence_words


def _chain(a, b):
    words_a, words_b = sentence_words(a), sentence_words(b)
    return best_chain(beads(words_a, words_b), sentences_b=len(words_b))


def test_a_retelling_in_order_follows(stories):
    chain = _chain(stories["original"], stories["retold"])
    assert chain.follows
    assert len(chain.beads) >= 12


def test_following_does_not_depend_on_which_article_comes_first(stories):
    there, back = (_chain(stories[x], stories[y]) for x, y in (("original", "retold"), ("retold", "original")))
    assert there.margin == pytest.approx(back.margin)


@pytest.mark.parametrize("other", ["independent", "unrelated"])
def test_another_report_does_not_follow(stories, other):
    assert not _chain(stories["original"], stories[other]).follows


def test_the_same_matter_in_reversed_order_does_not_follow(stories, story_texts, make_text):
    sentences = [s.rstrip(".") for s in story_texts["retold"].replace("\n\n", " ").split(". ")]
    assert _chain(stories["original"], make_text("b", ". ".join(sentences) + ".")).follows
    assert not _chain(stories["original"], make_text("b", ". ".join(reversed(sentences)) + ".")).follows


def test_a_chain_rises_on_both_sides_without_overlap():
    dice = random.Random(5)
    found = [Bead(dice.randrange(30), dice.randrange(30), 1, dice.randint(1, 2), dice.random()) for _ in range(200)]
    chain = best_chain([x for x in found if x.similarity >= 0.2], sentences_b=31)
    assert len(chain.beads) > 5
    for x, y in zip(chain.beads, chain.beads[1:], strict=False):
        assert x.a + x.width_a <= y.a
        assert x.b + x.width_b <= y.b


def test_openings_alone_are_no_evidence():
    chain = best_chain([Bead(0, 0, 1, 1, 1.0), Bead(1, 1, 1, 1, 1.0)], sentences_b=20)
    assert (chain.score, len(chain.beads)) == (0.0, 2)


def test_no_beads_make_an_empty_chain():
    assert best_chain([], sentences_b=0).beads == ()


@pytest.mark.parametrize(
    ("count", "score", "reversed_score", "follows"),
    [(6, 1.4, 0.4, True), (4, 1.4, 0.4, False), (6, 0.9, 0.2, False), (6, 2.4, 1.4, False)],
    ids=["long and orderly", "few beads", "small margin", "nearly as good backwards"],
)
def test_a_chain_must_be_long_and_far_better_than_its_reverse(count, score, reversed_score, follows):
    chain = Chain(tuple(Bead(i, i, 1, 1, 0.4) for i in range(count)), score, reversed_score)
    assert chain.follows is follows
