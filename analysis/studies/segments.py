"""What each stretch of an article is: its own, someone's words, or also told by another."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

#: Where several apply, the first one names the stretch.
SEGMENTS = {
    "set aside": "page furniture, captions, headings, notes and repetitions",
    "same material": "stands, in the same or other words, in another account",
    "copy": "stands in another article of the same account",
    "same quotation": "a quotation that another account has too",
    "others quoted": "a quotation that only this account has",
    "own": "none of these",
}


def segments(features: Mapping[str, pd.DataFrame], account: Mapping[str, str]) -> list[dict[str, Any]]:
    """Cut every article into stretches of one kind, in order and without gaps.

    Parameters
    ----------
    features : dict of str to DataFrame
        The tables articles, marks, passages and quotations.
    account : dict of str to str
        Article → the account it belongs to.
    """
    runs = pd.concat([_marks(features), _passages(features["passages"], account), _quotations(features)])
    by_article = dict(tuple(runs.groupby("article")))
    none = runs.iloc[:0]
    return [
        {"article": row.article, "start": start, "end": end, "segment": segment}
        for row in features["articles"].itertuples()
        for start, end, segment in _cut(int(row.characters), by_article.get(row.article, none))
    ]


def _marks(features: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return features["marks"][["article", "start", "end"]].assign(segment="set aside")


def _quotations(features: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return features["quotations"][["article", "start", "end"]].assign(segment="others quoted")


def _passages(passages: pd.DataFrame, account: Mapping[str, str]) -> pd.DataFrame:
    """Both sides of every passage, named by its kind and by whether the other side is another account."""
    sides = []
    for own, other in (("a", "b"), ("b", "a")):
        side = pd.DataFrame(
            {
                "article": passages[f"article_{own}"],
                "start": passages[f"start_{own}"],
                "end": passages[f"end_{own}"],
            }
        )
        same = passages[f"article_{own}"].map(account) == passages[f"article_{other}"].map(account)
        quoted = passages["kind"] == "quotation"
        side["segment"] = [
            "copy" if is_same else "same quotation" if is_quoted else "same material"
            for is_same, is_quoted in zip(same, quoted, strict=True)
        ]
        sides.append(side)
    return pd.concat(sides)


def _cut(length: int, runs: pd.DataFrame) -> list[tuple[int, int, str]]:
    """Name each stretch between two boundaries by the first kind that covers it; join equal neighbours."""
    order = list(SEGMENTS)
    edges = sorted({0, length, *runs["start"].astype(int), *runs["end"].astype(int)})
    opening = sorted(zip(runs["start"].astype(int), runs["end"].astype(int), runs["segment"], strict=True))
    cut: list[tuple[int, int, str]] = []
    active: list[tuple[int, str]] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(opening) and opening[at][0] <= start:
            active.append(opening[at][1:])
            at += 1
        active = [(stop, name) for stop, name in active if stop > start]
        segment = min((name for _, name in active), key=order.index, default="own")
        if cut and cut[-1][2] == segment:
            cut[-1] = (cut[-1][0], end, segment)
        else:
            cut.append((start, end, segment))
    return cut
