"""Shared quotations are passages: runs of equal words and reworded sentences, joined, apart from what was copied."""

import pandas as pd
import pytest

from analysis.studies.shared_quotations import LEAST_SCORE, LEAST_SCORE_OF_LINEAGE, with_quotations

PLACES = ["article_a", "start_a", "end_a", "article_b", "start_b", "end_b"]
PASSAGE = [
    *PLACES,
    "words",
    "words_a",
    "words_b",
    "similarity",
    "kind",
    "both",
    "only_a",
    "only_b",
    "sentences",
    "noted_a",
    "noted_b",
]
VARIANT = [*PLACES, "words_a", "words_b", "score", "alignment", "only_a", "only_b"]
NONE = pd.DataFrame({"article": [], "start": [], "end": []})
LINEAGE = {("a", "b")}


def passages(*rows):
    typed = {
        "words": int,
        "words_a": int,
        "words_b": int,
        "sentences": int,
        "noted_a": int,
        "noted_b": int,
        "similarity": float,
    }
    return pd.DataFrame([("a", *r[:2], "b", *r[2:4], *r[4:]) for r in rows], columns=PASSAGE).astype(typed)


def variants(*rows):
    return pd.DataFrame([("a", *r[:2], "b", *r[2:4], *r[4:]) for r in rows], columns=VARIANT)


def places(found):
    return [tuple(row) for row in found[["start_a", "end_a", "start_b", "end_b", "kind"]].itertuples(index=False)]


QUOTED = (100, 140, 300, 340, 8, 8, 8, 1.0, "quotation", "", "", "", 1, 0, 0)
COPIED = (100, 140, 300, 340, 8, 8, 8, 1.0, "identical", "", "", "", 1, 0, 0)


def test_a_sentence_in_other_words_becomes_a_passage():
    found = with_quotations(passages(), variants((10, 50, 20, 70, 8, 9, 0.9, "=6 ~2/3", "hill", "mount")), NONE, ())
    (row,) = found.to_dict("records")
    assert places(found) == [(10, 50, 20, 70, "quotation")]
    assert (row["words"], row["similarity"], row["only_a"], row["only_b"]) == (6, 12 / 17, "hill", "mount")


@pytest.mark.parametrize(
    ("score", "lineage", "kept"),
    [
        (LEAST_SCORE, (), True),
        (LEAST_SCORE - 0.01, (), False),
        (LEAST_SCORE_OF_LINEAGE, LINEAGE, True),
        (LEAST_SCORE_OF_LINEAGE - 0.01, LINEAGE, False),
    ],
)
def test_less_likeness_suffices_within_one_lineage(score, lineage, kept):
    found = with_quotations(passages(), variants((10, 50, 20, 70, 8, 9, score, "=6", "", "")), NONE, lineage)
    assert len(found) == kept


def test_neighbours_on_both_sides_are_one_quotation_and_others_are_not():
    near = (142, 160, 342, 365, 3, 4, 1.0, "=3", "", "then")
    far = (170, 190, 500, 520, 4, 4, 1.0, "=4", "", "")
    found = with_quotations(passages(QUOTED), variants(near, far), NONE, ())
    assert places(found) == [(100, 160, 300, 365, "quotation"), (170, 190, 500, 520, "quotation")]
    assert found["words"].tolist() == [11, 4]
    assert found["only_b"].tolist() == ["then", ""]


def test_words_that_two_tables_know_count_once():
    found = with_quotations(passages(QUOTED), variants((100, 140, 300, 340, 8, 8, 1.0, "=8", "", "")), NONE, ())
    assert found[["words", "words_a", "words_b", "similarity"]].to_numpy().tolist() == [[8, 8, 8, 1.0]]


def test_what_was_copied_is_no_quotation_besides():
    found = with_quotations(passages(COPIED), variants((110, 130, 310, 330, 4, 4, 1.0, "=4", "", "")), NONE, ())
    assert places(found) == [(100, 140, 300, 340, "identical")]


@pytest.mark.parametrize(("lineage", "expected"), [(LINEAGE, (91, 179, 291, 359)), ((), (100, 140, 300, 340))])
def test_articles_of_one_lineage_that_share_most_of_a_quotation_share_it_all(lineage, expected):
    quotations = pd.DataFrame([("a", 90, 180), ("b", 290, 360)], columns=["article", "start", "end"])
    wide = passages((*QUOTED[:1], 150, *QUOTED[2:]))
    found = with_quotations(wide, variants(), quotations, lineage)
    assert places(found)[0][:4] == (expected if lineage else (100, 150, 300, 340))


def test_a_quotation_does_not_reach_into_another_passage():
    quotations = pd.DataFrame([("a", 90, 180), ("b", 290, 360)], columns=["article", "start", "end"])
    beside = (160, 175, 500, 530, 3, 3, 3, 0.4, "following", "", "", "", 1, 0, 0)
    found = with_quotations(passages((*QUOTED[:1], 150, *QUOTED[2:]), beside), variants(), quotations, LINEAGE)
    assert places(found)[0][:4] == (100, 150, 300, 340)
