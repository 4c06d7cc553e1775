"""How two articles are related, judged from the passages they have in common."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

#: From the closest to the loosest. A pair that shares nothing is not listed.
RELATIONS = {
    "identical": "the same text",
    "excerpt": "the shorter is a piece of the longer, word for word",
    "republished": "half or more of one stands in the other, with small changes",
    "reworded": "half or more of one stands in the other, with words replaced",
    "follows": "one tells the other's matter in the other's order, or took a good part of its words",
    "shared quotations only": "nothing in common but what both quote",
    "independent": "nothing, or a sentence or two, in common beyond quotations",
}
COLUMNS = {
    "article_a": "the article whose id comes first",
    "article_b": "the other article",
    "shared_words": "words that both sides share in identical, edited and reworded passages",
    "containment_a": "share of article_a's words that stand in article_b, 0–1; quotations alone do not count",
    "containment_b": "share of article_b's words that stand in article_a, 0–1; quotations alone do not count",
    "similarity": "Dice's coefficient: shared words over the mean length of the two articles, 0–1",
    "relation": " | ".join(RELATIONS),
    "relation_confidence": "0–1: how far the figures lie beyond the limit that decided; not a probability",
}

#: Kinds of passage whose words count as taken over.
COPIED = ("identical", "edited", "reworded")
#: Share of the shorter (and for identical also of the longer) article that must be covered.
IDENTICAL_SHARE = 0.97
EXCERPT_SHARE = 0.9
REPUBLISHED_SHARE = 0.5
#: Less than that, but this much, is taken from the other without being its copy.
PARTLY_COPIED_SHARE = 0.2
PARTLY_COPIED_WORDS = 100
#: Similarity of the copied words from which they are the same words, and from which only edited.
IDENTICAL_SIMILARITY = 0.98
EDITED_SIMILARITY = 0.88
#: What passages alone can never settle: no relation short of a copy is surer than this.
MOST_CONFIDENCE = 0.9


@dataclass(frozen=True)
class ReuseRelation:
    """What two articles share and what that makes them; see `COLUMNS`."""

    shared_words: int
    containment_a: float
    containment_b: float
    similarity: float
    relation: str
    relation_confidence: float


def reuse_relation(passages: pd.DataFrame, *, words_a: int, words_b: int) -> ReuseRelation:
    """Return how two articles are related.

    Parameters
    ----------
    passages : DataFrame
        What the two have in common, without overlaps: columns start_a, start_b, words, words_a, words_b,
        similarity, kind as `analysis.features.reuse.passages` makes them.
    words_a, words_b : int
        Countable words of either article.

    Returns
    -------
    ReuseRelation
        Containments are NaN for an article without words.

    References
    ----------
    Broder, A. Z. (1997). On the resemblance and containment of documents.
    Clough, P., et al. (2002). METER: measuring text reuse.

    Examples
    --------
    >>> row = {"start_a": 0, "start_b": 900, "words": 50, "words_a": 50, "words_b": 50,
    ...        "similarity": 1.0, "kind": "identical"}
    >>> found = reuse_relation(pd.DataFrame([row]), words_a=50, words_b=400)
    >>> found.relation, found.containment_a, found.containment_b
    ('excerpt', 1.0, 0.125)
    """
    copied = passages[passages["kind"].isin(COPIED)].sort_values(["start_a", "start_b"])
    shared = int(copied["words"].sum())
    seen = _Seen(
        share_a=_share(int(copied["words_a"].sum()), words_a),
        share_b=_share(int(copied["words_b"].sum()), words_b),
        shared_words=shared,
        alike=_share(float((copied["words"] * copied["similarity"]).sum()), shared),
        in_order=bool(copied["start_b"].is_monotonic_increasing),
        following=int((passages["kind"] == "following").sum()),
        passages=len(passages),
    )
    relation, confidence = _relation(seen, a_is_shorter=words_a <= words_b)
    return ReuseRelation(
        shared_words=shared,
        containment_a=seen.share_a,
        containment_b=seen.share_b,
        similarity=_share(2 * shared, words_a + words_b),
        relation=relation,
        relation_confidence=round(confidence, 3),
    )


def reuse_relations(passages: pd.DataFrame, words: Mapping[str, int]) -> pd.DataFrame:
    """Return the relation of every pair that has a passage in common.

    Parameters
    ----------
    passages : DataFrame
        As `analysis.features.reuse.passages.passages` returns them, article_a < article_b.
    words : mapping of str to int
        Countable words by article.

    Returns
    -------
    DataFrame
        With `COLUMNS`, sorted by pair.
    """
    rows = []
    for (a, b), shared in passages.groupby(["article_a", "article_b"], sort=True):
        found = reuse_relation(shared, words_a=words[a], words_b=words[b])
        rows.append({"article_a": a, "article_b": b, **vars(found)})
    return pd.DataFrame(rows, columns=list(COLUMNS))


class _Seen(NamedTuple):
    """What decides: shares of either article copied, their likeness and order, and what else there is."""

    share_a: float
    share_b: float
    shared_words: int
    alike: float
    in_order: bool
    following: int
    passages: int


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else math.nan


def _relation(seen: _Seen, *, a_is_shorter: bool) -> tuple[str, float]:
    """Return the closest relation whose condition holds, and the confidence in it."""
    most, least = max(seen.share_a, seen.share_b), min(seen.share_a, seen.share_b)
    of_shorter, of_longer = (seen.share_a, seen.share_b) if a_is_shorter else (seen.share_b, seen.share_a)
    word_for_word = seen.alike >= IDENTICAL_SIMILARITY
    if least >= IDENTICAL_SHARE and word_for_word:
        return "identical", _beyond(least, IDENTICAL_SHARE)
    if of_shorter >= EXCERPT_SHARE > of_longer and word_for_word and seen.in_order:
        return "excerpt", _beyond(of_shorter, EXCERPT_SHARE)
    if most >= REPUBLISHED_SHARE:
        relation = "republished" if seen.alike >= EDITED_SIMILARITY else "reworded"
        return relation, _beyond(most, REPUBLISHED_SHARE)
    if seen.following:
        return "follows", min(MOST_CONFIDENCE, 0.5 + 0.03 * seen.following)
    if most >= PARTLY_COPIED_SHARE and seen.shared_words >= PARTLY_COPIED_WORDS:
        return "follows", _beyond(most, PARTLY_COPIED_SHARE)
    if seen.passages and not seen.shared_words:
        return "shared quotations only", MOST_CONFIDENCE
    distance = 1.0 if math.isnan(most) else max(0.0, 1 - most / PARTLY_COPIED_SHARE)
    return "independent", 0.5 + (MOST_CONFIDENCE - 0.5) * distance


def _beyond(value: float, limit: float) -> float:
    """Return 0.5 at the limit, 1 when everything is shared, in a straight line between."""
    return 0.5 + 0.5 * (value - limit) / (1 - limit)
