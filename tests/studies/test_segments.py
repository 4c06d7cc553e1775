"""Every stretch of an article has one name, from its first character to its last."""

from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.segments import SEGMENTS, segments

LENGTH = 40
KINDS = ("identical", "edited", "reworded", "following", "quotation")
RUN = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(lambda r: (r[0], min(r[0] + r[1], LENGTH)))
PASSAGE = st.tuples(st.sampled_from(["ab", "ac", "bc"]), RUN, RUN, st.sampled_from(KINDS))
ACCOUNT = {"a": "a", "b": "a", "c": "c"}


def features(marks=(), quotations=(), passages=()):
    return {
        "articles": pd.DataFrame({"article": list("abc"), "characters": LENGTH}),
        "marks": pd.DataFrame(marks, columns=["article", "start", "end"]),
        "quotations": pd.DataFrame(quotations, columns=["article", "start", "end"]),
        "passages": pd.DataFrame(
            [(ids[0], *run_a, ids[1], *run_b, kind) for ids, run_a, run_b, kind in passages],
            columns=["article_a", "start_a", "end_a", "article_b", "start_b", "end_b", "kind"],
        ),
    }


def named(article, **made):
    return [
        (row["start"], row["end"], row["segment"])
        for row in segments(features(**made), ACCOUNT)
        if row["article"] == article
    ]


def test_an_article_that_shares_nothing_is_its_own():
    assert named("a") == [(0, LENGTH, "own")]


def test_a_passage_is_a_copy_within_an_account_and_same_material_beyond():
    passages = [("ab", (0, 10), (5, 15), "identical"), ("ac", (20, 30), (0, 9), "following")]
    assert named("a", passages=passages) == [
        (0, 10, "copy"), (10, 20, "own"), (20, 30, "same material"), (30, 40, "own"),
    ]  # fmt: skip
    assert named("b", passages=passages) == [(0, 5, "own"), (5, 15, "copy"), (15, 40, "own")]
    assert named("c", passages=passages) == [(0, 9, "same material"), (9, 40, "own")]


def test_quotations_are_shared_or_not():
    made = {"quotations": [("a", 0, 10), ("a", 20, 30)], "passages": [("ac", (20, 30), (0, 9), "quotation")]}
    assert named("a", **made)[::2] == [(0, 10, "others quoted"), (20, 30, "same quotation")]


def test_what_was_set_aside_is_nothing_else():
    made = {"marks": [("a", 5, 15)], "passages": [("ac", (0, 30), (0, 30), "reworded")]}
    assert named("a", **made) == [
        (0, 5, "same material"), (5, 15, "set aside"), (15, 30, "same material"), (30, 40, "own"),
    ]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from("abc"), RUN), max_size=4),
    st.lists(st.tuples(st.sampled_from("abc"), RUN), max_size=4),
    st.lists(PASSAGE, max_size=5),
)
def test_stretches_cover_each_article_without_gaps_and_neighbours_differ(marks, quotations, passages):
    made = {
        "marks": [(article, *run) for article, run in marks],
        "quotations": [(article, *run) for article, run in quotations],
        "passages": passages,
    }
    for article in "abc":
        found = named(article, **made)
        assert (found[0][0], found[-1][1]) == (0, LENGTH)
        for before, after in pairwise(found):
            assert before[1] == after[0]
            assert before[2] != after[2]
        place = {at: segment for start, end, segment in found for at in range(start, end)}
        assert place == {at: _expected(article, at, **made) for at in range(LENGTH)}


def _expected(article, at, *, marks, quotations, passages):
    """The obvious equivalent: look at every run for every character."""
    names = {"own"}
    names |= {"set aside" for owner, start, end in marks if owner == article and start <= at < end}
    names |= {"others quoted" for owner, start, end in quotations if owner == article and start <= at < end}
    for ids, run_a, run_b, kind in passages:
        for owner, other, (start, end) in ((ids[0], ids[1], run_a), (ids[1], ids[0], run_b)):
            if owner == article and start <= at < end:
                same = ACCOUNT[owner] == ACCOUNT[other]
                names.add("copy" if same else "same quotation" if kind == "quotation" else "same material")
    return min(names, key=list(SEGMENTS).index)
