"""How two articles are related, judged from the passages they have in common and the evidence of one origin."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.measures.one_origin import Evidence

#: From the closest to the loosest. A pair that shares nothing is not listed.
RELATIONS = {
    "identical": "the same text",
    "excerpt": "a piece of one stands word for word, or nearly, in the other, or is all of it",
    "republished": "half or more of one stands in the other, with small changes",
    "reworded": "one stands in the other, or both in a third, with words replaced throughout and their order kept",
    "follows": "one tells the other's matter in its order, or both a third's; or many pieces were copied",
    "shared quotations only": "nothing in common but what both quote",
    "independent": "nothing, or a sentence, in common beyond quotations",
}

#: Kinds of passage whose words were copied, and kinds whose words stand in the other article.
COPIED = ("identical", "edited")
#: Relations of articles that are not of one origin.
APART = ("shared quotations only", "independent")
TAKEN = (*COPIED, "reworded")
#: Share of both articles that must be covered for one text; similarity of copied words that are the same.
IDENTICAL_SHARE = 0.97
IDENTICAL_SIMILARITY = 0.9999
#: Similarity of a piece that is one word for word, or nearly.
PIECE_SIMILARITY = 0.98
#: Share of the shorter that makes it a piece of the longer; of half of the longer or more it is a copy, if a cut one.
EXCERPT_SHARE = 0.9
EXCERPT_OF_LONGER = 0.5
#: Share of either article from which it is the other's copy, and similarity from which a copy was only edited.
COPY_SHARE = 0.5
EDITED_SIMILARITY = 0.85
#: Two copies that were cut at different places have less in common; what they have is reworded, not retold.
CUT_COPY_WORDS = 60
CUT_COPY_SHARE = 0.65
#: A piece that was copied has at least this many words, in at most this many passages; more passages are a rewrite
#: that kept words.
PIECE_WORDS = 24
#: One sentence is shared by chance, or from an agency's background; so long a one is not.
SENTENCE_WORDS = 60
MOST_PIECES = 3
#: Share and words of what was copied in more passages than that, from which one article follows the other.
PARTLY_COPIED_SHARE = 0.2
PARTLY_COPIED_WORDS = 100


@dataclass(frozen=True)
class ReuseRelation:
    """What two articles share and what that makes them.

    shared_words
        Words that both sides share in identical, edited and reworded passages.
    containment_a, containment_b
        Shared words over the words of either article, 0–1; quotations alone do not count.
    similarity
        Dice's coefficient: shared words over the mean length of the two articles, 0–1.
    relation, relation_confidence, evidence
        One of `RELATIONS`; how sure, 0–1; and what decided it, in words.
    """

    shared_words: int
    containment_a: float
    containment_b: float
    similarity: float
    relation: str
    relation_confidence: float
    evidence: str


def reuse_relation(passages: pd.DataFrame, evidence: Evidence, *, words_a: int, words_b: int) -> ReuseRelation:
    """Return how two articles are related.

    Parameters
    ----------
    passages : DataFrame
        What the two have in common, without overlaps: columns start_a, start_b, words, words_a, words_b,
        similarity, kind, sentences as the feature table `passages` has them.
    evidence : Evidence
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
    ...        "similarity": 1.0, "kind": "identical", "sentences": 3}
    >>> found = reuse_relation(pd.DataFrame([row]), Evidence(), words_a=50, words_b=400)
    >>> found.relation, found.containment_a, found.containment_b
    ('excerpt', 1.0, 0.125)
    """
    taken = passages[passages["kind"].isin(TAKEN)]
    copied = passages[passages["kind"].isin(COPIED)].sort_values(["start_a", "start_b"])
    aligned = passages[passages["kind"] != "quotation"]
    covered = _covered(taken, words_a, words_b)
    seen = _Seen(
        of_shorter=covered[0] if words_a <= words_b else covered[1],
        of_longer=covered[1] if words_a <= words_b else covered[0],
        alike=_share(float((taken["words_a"] * taken["similarity"]).sum()), int(taken["words_a"].sum())),
        in_order=bool(copied["start_b"].is_monotonic_increasing),
        taken_words=int(taken["words_a"].sum()),
        taken_of_aligned=_share(int(taken["words_a"].sum()), int(aligned["words_a"].sum())),
        copied_words=int(copied["words"].sum()),
        pieces=len(copied),
        sentences=int(copied["sentences"].sum()),
        quotations=int((passages["kind"] == "quotation").sum()),
    )
    relation, confidence, why = _relation(seen, evidence)
    if relation in APART:
        # Sentences were set beside one another to see; of two origins they are no reuse.
        taken = copied
    shared = int(taken["words"].sum())
    return ReuseRelation(
        shared_words=shared,
        containment_a=_share(shared, words_a),
        containment_b=_share(shared, words_b),
        similarity=_share(2 * shared, words_a + words_b),
        relation=relation,
        relation_confidence=round(confidence, 3),
        evidence=why,
    )


def reuse_relations(
    passages: pd.DataFrame, evidence: Mapping[tuple[str, str], Evidence], words: Mapping[str, int]
) -> pd.DataFrame:
    """Return the relation of every pair that has a passage in common.

    Parameters
    ----------
    passages : DataFrame
        The feature table `passages`, article_a < article_b.
    evidence : mapping of (str, str) to Evidence
    words : mapping of str to int
        Countable words by article.

    Returns
    -------
    DataFrame
        article_a, article_b and the fields of `ReuseRelation`, sorted by pair.
    """
    rows = []
    for (a, b), shared in passages.groupby(["article_a", "article_b"], sort=True):
        found = reuse_relation(shared, evidence.get((a, b), Evidence()), words_a=words[a], words_b=words[b])
        rows.append({"article_a": a, "article_b": b, **vars(found)})
    return pd.DataFrame(rows, columns=["article_a", "article_b", *ReuseRelation.__dataclass_fields__])


class _Seen(NamedTuple):
    """What decides: shares of either article in passages, their likeness and order, and pieces copied."""

    of_shorter: float
    of_longer: float
    taken_words: int
    taken_of_aligned: float
    alike: float
    in_order: bool
    copied_words: int
    pieces: int
    sentences: int
    quotations: int


def _covered(passages: pd.DataFrame, words_a: int, words_b: int) -> tuple[float, float]:
    """Return the share of either article that lies in passages, shared word or not."""
    return _share(int(passages["words_a"].sum()), words_a), _share(int(passages["words_b"].sum()), words_b)


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else math.nan


def _relation(seen: _Seen, evidence: Evidence) -> tuple[str, float, str]:
    """Return the closest relation whose condition holds, the confidence in it, and what decided."""
    most = max(seen.of_shorter, seen.of_longer)
    nearly = seen.alike >= PIECE_SIMILARITY and seen.in_order
    stands = f"{_percent(seen.of_shorter)} of the shorter text and {_percent(seen.of_longer)} of the longer"
    same = seen.alike >= IDENTICAL_SIMILARITY and seen.in_order
    if min(seen.of_shorter, seen.of_longer) >= IDENTICAL_SHARE and same:
        return "identical", 1.0, f"{stands} are the same words"
    if seen.of_shorter >= EXCERPT_SHARE and seen.of_longer < EXCERPT_OF_LONGER and nearly:
        return (
            "excerpt",
            _beyond(seen.of_shorter, EXCERPT_SHARE),
            f"{stands} stand in the other word for word, or nearly",
        )
    if most >= COPY_SHARE:
        relation = "republished" if seen.alike >= EDITED_SIMILARITY else "reworded"
        kept = f"{stands} stand in the other, {_percent(seen.alike)} of their words in the same order"
        return relation, _beyond(most, COPY_SHARE), kept
    if evidence.by_itself and seen.taken_words >= CUT_COPY_WORDS and seen.taken_of_aligned >= CUT_COPY_SHARE:
        kept = f"{stands} stand in the other, reworded, and little of what both have was told in other words"
        return "reworded", evidence.confidence, kept
    if evidence.one_origin:
        return "follows", evidence.confidence, evidence.said
    long_enough = seen.copied_words >= PIECE_WORDS and (seen.sentences > 1 or seen.copied_words >= SENTENCE_WORDS)
    if long_enough and seen.pieces <= MOST_PIECES:
        return "excerpt", _beyond(seen.copied_words, PIECE_WORDS, 4 * PIECE_WORDS), _pieces(seen)
    if most >= PARTLY_COPIED_SHARE and seen.copied_words >= PARTLY_COPIED_WORDS:
        return "follows", _beyond(most, PARTLY_COPIED_SHARE), _pieces(seen)
    against = 1 - evidence.probability
    if seen.quotations and not seen.copied_words:
        return "shared quotations only", against, f"{_counted(seen.quotations, 'passage')} quoted in both"
    some = _pieces(seen) if seen.copied_words else "too little in one order to show one origin"
    return "independent", against, some


def _pieces(seen: _Seen) -> str:
    return f"{_counted(seen.copied_words, 'word')} copied in {_counted(seen.pieces, 'piece')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _beyond(value: float, limit: float, most: float = 1.0) -> float:
    """Return 0.75 at the limit, 1 at the most there can be, in a straight line between."""
    return min(1.0, 0.75 + 0.25 * (value - limit) / (most - limit))
