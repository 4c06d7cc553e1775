"""The relation of two articles: the closest whose condition holds, and what decided."""

import math

import pandas as pd
import pytest

from analysis.measures.one_origin import ONE_ORIGIN_CREDITED, Evidence
from analysis.measures.reuse_relation import (
    MOST_PIECES,
    PIECE_WORDS,
    RELATIONS,
    ReuseRelation,
    reuse_relation,
    reuse_relations,
)

FIELDS = ["start_a", "start_b", "words", "words_a", "words_b", "similarity", "kind"]
#: A sentence has so many words here.
SENTENCE = 15
NONE = Evidence()
SURE = Evidence(0.97, 40, 30)
UNSURE = Evidence(ONE_ORIGIN_CREDITED + 0.05, 20, 12)
CREDITED = Evidence(UNSURE.probability, 20, 12, credited=True)
VIA = Evidence(0.02, via="third")


def passages(*rows):
    table = pd.DataFrame(rows, columns=FIELDS)
    return table.assign(sentences=(table["words"] // SENTENCE).clip(lower=1))


def pieces(count, words, kind="identical", similarity=1.0):
    return [(900 * n, 800 * n, words, words, words, similarity, kind) for n in range(count)]


FOLLOWING = pieces(8, 20, "following", 0.4)
CASES = {
    "the same text": (pieces(1, 300), NONE, 300, 300, "identical"),
    "the same text but for a caption": (pieces(1, 298), NONE, 300, 298, "identical"),
    "a teaser": ([(0, 900, 80, 80, 80, 1.0, "identical")], NONE, 80, 400, "excerpt"),
    "a teaser of two pieces": (pieces(2, 40), NONE, 80, 400, "excerpt"),
    "one long sentence": ([(0, 0, 28, 28, 28, 1.0, "identical")], NONE, 400, 500, "independent"),
    "a few words changed": ([(0, 0, 297, 300, 300, 0.99, "edited")], NONE, 300, 300, "republished"),
    "a teaser of more than half": (pieces(1, 300), NONE, 300, 400, "republished"),
    "pieces in another order": (
        [(0, 900, 40, 40, 40, 1.0, "identical"), (200, 0, 40, 40, 40, 1.0, "identical")], NONE, 80, 400, "republished",
    ),
    "small edits": ([(0, 0, 280, 300, 300, 0.93, "edited")], NONE, 300, 310, "republished"),
    "the same words with other marks": ([(0, 0, 300, 300, 300, 1.0, "edited")], NONE, 300, 300, "identical"),
    "words replaced": ([(0, 0, 180, 300, 300, 0.6, "reworded")], NONE, 300, 310, "reworded"),
    "copies cut at different places": (pieces(4, 20, "reworded", 0.6), SURE, 300, 310, "reworded"),
    "some sentences reworded, more retold": (
        [*pieces(4, 20, "reworded", 0.6), *pieces(8, 20, "following", 0.4)], SURE, 600, 610, "follows",
    ),
    "a few reworded sentences": (pieces(2, 20, "reworded", 0.6), SURE, 300, 310, "follows"),
    "half of the longer": (pieces(1, 300), NONE, 500, 580, "republished"),
    "matter in order": (FOLLOWING, SURE, 400, 500, "follows"),
    "a copied sentence and matter in order": ([*FOLLOWING, *pieces(1, 20)], SURE, 400, 500, "follows"),
    "a credited outlet": (FOLLOWING, CREDITED, 400, 500, "follows"),
    "a doubtful order": (FOLLOWING, UNSURE, 400, 500, "independent"),
    "a third article": (FOLLOWING, VIA, 400, 500, "follows"),
    "one origin and quotations alone": (pieces(1, 60, "quotation"), SURE, 400, 500, "follows"),
    "a piece inside a long text": (pieces(1, 2 * PIECE_WORDS), NONE, 400, 500, "excerpt"),
    "a few pieces": (pieces(MOST_PIECES, PIECE_WORDS), NONE, 400, 500, "excerpt"),
    "many pieces": (pieces(2 * MOST_PIECES, 25), NONE, 400, 500, "follows"),
    "many pieces of a book": (pieces(2 * MOST_PIECES, 25), NONE, 4000, 5000, "independent"),
    "many short pieces": (pieces(2 * MOST_PIECES, 12), NONE, 300, 500, "independent"),
    "a copied sentence": (pieces(1, PIECE_WORDS // 2), NONE, 400, 500, "independent"),
    "one speech": (pieces(1, 60, "quotation"), NONE, 100, 100, "shared quotations only"),
    "a speech and a copied sentence": (
        [*pieces(1, 60, "quotation"), (90, 90, 14, 14, 14, 1.0, "edited")], NONE, 400, 500, "independent",
    ),
    "nothing": ([], NONE, 400, 500, "independent"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "evidence", "words_a", "words_b", "relation"), CASES.values(), ids=CASES)
def test_a_relation_is_the_closest_whose_condition_holds(rows, evidence, words_a, words_b, relation):
    found = reuse_relation(passages(*rows), evidence, words_a=words_a, words_b=words_b)
    assert found.relation == relation
    assert found.evidence
    assert 0.5 <= found.relation_confidence <= 1


@pytest.mark.parametrize(("rows", "evidence", "words_a", "words_b", "relation"), CASES.values(), ids=CASES)
def test_a_relation_does_not_depend_on_which_article_comes_first(rows, evidence, words_a, words_b, relation):
    there = reuse_relation(passages(*rows), evidence, words_a=words_a, words_b=words_b)
    turned = [(b, a, words, in_b, in_a, *rest) for a, b, words, in_a, in_b, *rest in rows]
    found = reuse_relation(passages(*turned), evidence, words_a=words_b, words_b=words_a)
    assert found.relation == relation
    assert (found.evidence, found.relation_confidence) == (there.evidence, there.relation_confidence)
    assert (found.containment_a, found.containment_b) == (there.containment_b, there.containment_a)


def test_every_relation_has_a_case():
    assert {relation for *_, relation in CASES.values()} == set(RELATIONS)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("a teaser", "100 % of the shorter text and 20 % of the longer stand in the other"),
        ("words replaced", "60 % of their words in the same order"),
        ("matter in order", "40 details that both give once or twice, 30 stand in one order (about 13 would by"),
        ("a credited outlet", "one names the other’s outlet as its source"),
        ("a third article", "both share passages with third"),
        ("many pieces", "150 words copied in 6 pieces"),
        ("one speech", "1 passage quoted in both"),
    ],
)  # fmt: skip
def test_a_relation_says_what_decided(case, said):
    rows, evidence, words_a, words_b, _ = CASES[case]
    assert said in reuse_relation(passages(*rows), evidence, words_a=words_a, words_b=words_b).evidence


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [(NONE, False), (SURE, True), (UNSURE, False), (CREDITED, True), (VIA, True), (Evidence(credited=True), False)],
    ids=["none", "sure", "unsure", "credited", "by way of a third", "a credit alone"],
)
def test_one_origin_is_shown_by_order_by_credit_or_by_way_of_a_third(evidence, shown):
    assert evidence.one_origin is shown


@pytest.mark.parametrize(("less", "more"), [(30, 60), (60, 90)])
def test_the_more_is_copied_the_surer_the_relation(less, more):
    found = [reuse_relation(passages(*pieces(1, n)), NONE, words_a=400, words_b=500) for n in (less, more)]
    assert found[0].relation == found[1].relation == "excerpt"
    assert found[0].relation_confidence < found[1].relation_confidence


def test_containment_is_the_share_of_either_article_that_stands_in_the_other():
    rows = [
        (0, 0, 38, 40, 42, 0.93, "edited"), (100, 90, 12, 20, 18, 0.6, "reworded"),
        (200, 200, 9, 30, 30, 0.4, "following"), (300, 300, 50, 50, 50, 1.0, "quotation"),
    ]  # fmt: skip
    found = reuse_relation(passages(*rows), SURE, words_a=400, words_b=200)
    assert found.containment_a == pytest.approx(50 / 400)
    assert found.containment_b == pytest.approx(50 / 200)
    assert found.shared_words == 50
    assert found.similarity == pytest.approx(2 * 50 / 600)


def test_shares_of_an_article_without_words_are_undefined():
    found = reuse_relation(passages(), NONE, words_a=0, words_b=10)
    assert math.isnan(found.containment_a)
    assert found.containment_b == 0
    assert found.relation == "independent"


def test_the_table_lists_pairs_that_share_something_sorted_each_with_its_evidence():
    rows = passages(*pieces(1, 80), *pieces(1, 60, "quotation"), *pieces(1, 20, "following", 0.4))
    rows["article_a"], rows["article_b"] = ["b", "a", "a"], ["c", "c", "b"]
    table = reuse_relations(rows, {("a", "b"): SURE}, {"a": 300, "b": 80, "c": 400})
    assert list(table.columns) == ["article_a", "article_b", *ReuseRelation.__dataclass_fields__]
    assert list(table["article_a"] + table["article_b"]) == ["ab", "ac", "bc"]
    assert list(table["relation"]) == ["follows", "shared quotations only", "excerpt"]


def test_no_passages_make_an_empty_table():
    empty = pd.DataFrame(columns=["article_a", "article_b", *FIELDS])
    assert reuse_relations(empty, {}, {}).empty
