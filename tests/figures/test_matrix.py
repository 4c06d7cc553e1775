"""Shares as shaded cells: the row's words that stand in the column's article."""

import pandas as pd
import pytest

from analysis.figures.matrix import ALL_ARTICLES, MOST_ARTICLES, draw_matrix, matrix_articles

ROWS = pd.DataFrame(
    [("b", "a", 1.0, "excerpt"), ("a", "b", 0.4, "excerpt"), ("a", "c", 0.1, "follows"), ("c", "a", 0.2, "follows")],
    columns=["article", "stands_in", "share", "relation"],
)


@pytest.fixture
def cells():
    axes = draw_matrix(ROWS, ["a", "b", "c", "d"]).axes[0]
    return {
        tuple(round(v) for v in text.get_position()): text.get_text() for text in axes.texts if text.get_text() != "·"
    }


def test_a_share_stands_in_its_row_and_column_with_its_relation(cells):
    assert cells[(0, 1)].startswith("100 %")
    assert cells[(1, 0)].startswith("40 %")
    assert cells[(2, 0)] == "10 %\nfollows"
    assert len(cells) == len(ROWS)


def test_rows_and_columns_are_the_articles_in_the_order_given():
    axes = draw_matrix(ROWS, ["c", "a", "b"]).axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["c", "a", "b"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["c", "a", "b"]


def test_pairs_that_share_nothing_are_a_dot():
    axes = draw_matrix(ROWS, ["a", "b", "c", "d"]).axes[0]
    dots = {tuple(round(v) for v in text.get_position()) for text in axes.texts if text.get_text() == "·"}
    assert {(3, 0), (0, 3), (1, 2), (2, 1)} <= dots


def test_of_many_articles_those_that_share_most_are_drawn():
    few = [f"f{i:02}" for i in range(ALL_ARTICLES)]
    assert matrix_articles(ROWS, few) == few
    many = [*"abc", *(f"x{i:03}" for i in range(200))]
    assert matrix_articles(ROWS, many) == ["a", "b", "c"]
    all_share = pd.DataFrame({"article": many, "share": [0.5] * len(many)})
    assert len(matrix_articles(all_share, many)) == MOST_ARTICLES
    assert 0 < len(matrix_articles(ROWS.iloc[:0], many)) <= ALL_ARTICLES
