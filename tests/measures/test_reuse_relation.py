import math

import pandas as pd
import pytest

from analysis.measures.reuse_relation import COLUMNS, RELATIONS, reuse_relation, reuse_relations

FIELDS = ["start_a", "start_b", "words", "words_a", "words_b", "similarity", "kind"]


def _passages(*rows):
    return pd.DataFrame(rows, columns=FIELDS)


CASES = {
    "the same text": ([(0, 0, 300, 300, 300, 1.0, "identical")], 300, 300, "identical"),
    "a teaser": ([(0, 900, 80, 80, 80, 1.0, "identical")], 80, 400, "excerpt"),
    "a teaser of two pieces": (
        [(0, 0, 40, 40, 40, 1.0, "identical"), (200, 900, 40, 40, 40, 1.0, "identical")], 80, 400, "excerpt",
    ),
    "pieces in another order": (
        [(0, 900, 40, 40, 40, 1.0, "identical"), (200, 0, 40, 40, 40, 1.0, "identical")], 80, 400, "republished",
    ),
    "small edits": ([(0, 0, 280, 300, 300, 0.93, "edited")], 300, 310, "republished"),
    "words replaced": ([(0, 0, 240, 300, 300, 0.8, "reworded")], 300, 310, "reworded"),
    "a long copied part": ([(0, 0, 120, 120, 120, 1.0, "identical")], 400, 500, "follows"),
    "a copied sentence": ([(0, 0, 20, 20, 20, 1.0, "identical")], 400, 500, "independent"),
    "matter in order": ([(i * 90, i * 80, 8, 20, 25, 0.4, "following") for i in range(8)], 400, 500, "follows"),
    "one speech": ([(0, 0, 60, 60, 60, 1.0, "quotation")], 100, 100, "shared quotations only"),
    "nothing": ([], 400, 500, "independent"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "words_a", "words_b", "relation"), CASES.values(), ids=CASES)
def test_a_relation_is_the_closest_whose_condition_holds(rows, words_a, words_b, relation):
    found = reuse_relation(_passages(*rows), words_a=words_a, words_b=words_b)
    assert found.relation == relation
    assert relation in RELATIONS
    assert 0.5 <= found.relation_confidence <= 1


@pytest.mark.parametrize(("rows", "words_a", "words_b", "relation"), CASES.values(), ids=CASES)
def test_a_relation_does_not_depend_on_which_article_comes_first(rows, words_a, words_b, relation):
    swapped = [(b, a, words, in_b, in_a, *rest) for a, b, words, in_a, in_b, *rest in rows]
    assert reuse_relation(_passages(*swapped), words_a=words_b, words_b=words_a).relation == relation


def test_containment_is_the_copied_share_of_either_article():
    rows = [(0, 0, 38, 40, 42, 0.93, "edited"), (300, 300, 50, 50, 50, 1.0, "quotation")]
    found = reuse_relation(_passages(*rows), words_a=400, words_b=200)
    assert found.containment_a == pytest.approx(40 / 400)
    assert found.containment_b == pytest.approx(42 / 200)
    assert found.shared_words == 38
    assert found.similarity == pytest.approx(2 * 38 / 600)


def test_shares_of_an_article_without_words_are_undefined():
    found = reuse_relation(_passages(), words_a=0, words_b=10)
    assert math.isnan(found.containment_a)
    assert found.containment_b == 0


def test_the_table_lists_pairs_that_share_something_sorted():
    rows = _passages((0, 0, 80, 80, 80, 1.0, "identical"), (0, 0, 60, 60, 60, 1.0, "quotation"))
    rows["article_a"], rows["article_b"] = ["b", "a"], ["c", "c"]
    table = reuse_relations(rows, {"a": 300, "b": 80, "c": 400})
    assert list(table.columns) == list(COLUMNS)
    assert list(table["article_a"]) == ["a", "b"]
    assert list(table["relation"]) == ["shared quotations only", "excerpt"]


def test_no_passages_make_an_empty_table():
    empty = pd.DataFrame(columns=["article_a", "article_b", *FIELDS])
    assert reuse_relations(empty, {}).empty
