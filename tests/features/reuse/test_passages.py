from itertools import combinations

import pandas as pd
import pytest

from analysis.features.reuse.passages import COLUMNS, pair_passages, passages
from analysis.features.reuse.reuse_text import ReuseText
from analysis.measures.reuse_relation import reuse_relations


@pytest.fixture(scope="module")
def corpus(stories, story_texts, make_text):
    """Return the stories with a teaser of one, cut off in the middle and printed with a caption."""
    opening = "\n\n".join(story_texts["original"].split("\n\n")[:3])
    return [*stories.values(), make_text("teaser", opening)]


def test_rows_have_the_declared_columns_and_are_sorted(corpus):
    found = passages(corpus)
    assert list(found.columns) == list(COLUMNS)
    assert (found["article_a"] < found["article_b"]).all()
    pd.testing.assert_frame_equal(found, found.sort_values(["article_a", "article_b", "start_a"], ignore_index=True))


def test_a_teaser_is_one_identical_passage_that_runs_over_all_of_it(corpus, story_texts):
    found = passages(corpus).query("article_a == 'original' and article_b == 'teaser'")
    teaser = next(text for text in corpus if text.article == "teaser")
    (row,) = found.itertuples()
    assert (row.kind, row.words, row.similarity) == ("identical", len(teaser.words), 1.0)
    assert story_texts["original"][row.start_a : row.end_a] == teaser.text[row.start_b : row.end_b]


def test_a_teaser_follows_what_its_whole_follows(corpus):
    found = passages(corpus).query("article_a == 'retold' and article_b == 'teaser'")
    assert set(found["kind"]) == {"following"}


def test_an_unrelated_article_changes_no_row_and_order_does_not_matter(corpus):
    without = [text for text in corpus if text.article != "unrelated"]
    pd.testing.assert_frame_equal(passages(corpus), passages(without))
    pd.testing.assert_frame_equal(passages(corpus), passages(corpus[::-1]))


def test_no_passage_of_a_pair_overlaps_another(corpus):
    for a, b in combinations(corpus, 2):
        for x, y in combinations(pair_passages(a, b), 2):
            assert x.last_a <= y.first_a or y.last_a <= x.first_a
            assert x.last_b <= y.first_b or y.last_b <= x.first_b


def test_nothing_shared_is_an_empty_table(stories):
    assert passages([stories["independent"], stories["unrelated"]]).empty
    assert passages([ReuseText("a", (), ""), ReuseText("b", (), "")]).empty


def test_the_five_articles_are_related_as_a_reader_finds(real_texts, make_text):
    paths = {path.name[:3]: path for path in sorted(real_texts.glob("*.txt"))}
    texts = [make_text(name, path.read_bytes().decode("utf-8")) for name, path in paths.items()]
    found = passages(texts)
    table = reuse_relations(found, {text.article: len(text.words) for text in texts})
    relations = dict(zip(zip(table["article_a"], table["article_b"], strict=True), table["relation"], strict=True))
    assert relations == {("000", "001"): "follows", ("000", "002"): "excerpt", ("001", "002"): "follows"}
    (row,) = found.query("article_a == '000' and article_b == '002'").itertuples()
    whole, teaser = (text.text for text in texts if text.article in ("000", "002"))
    assert row.kind == "identical"
    assert " ".join(whole[row.start_a : row.end_a].split()) == " ".join(teaser[row.start_b : row.end_b].split())
    assert len(teaser[row.start_b : row.end_b]) >= len(teaser.strip()) - 1
