"""Directions that depend on more than two articles: siblings that come from one origin, and copies of one account."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import permutations
from typing import Any

from analysis.sources.records import Record
from analysis.studies.accounts import SAME_LINEAGE, same_account
from analysis.studies.direction import CARRIED, UNDETERMINED
from analysis.studies.wording import list_of


def without_siblings(
    pairs: list[dict[str, Any]], records: Mapping[str, Record], credited: Mapping[tuple[str, str], str]
) -> list[dict[str, Any]]:
    """Take back inferred directions between two texts that may both come from a third: they may be siblings.

    The third is of one lineage with both, is not known to come from either, is no copy of the supposed origin by its
    own outlet, and is not later than it.
    What a record says stands, and a credit, unless the third is the credited outlet's as well.

    Parameters
    ----------
    pairs : list of dict
        With article_a, article_b, relation, direction, direction_confidence, reasons.
    records : mapping of str to Record
        By article id.
    credited : mapping
        As `analysis.studies.direction.outlets_credited` returns it.
    """
    origins: defaultdict[str, set[str]] = defaultdict(set)
    related: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        a, b = pair["article_a"], pair["article_b"]
        if pair["relation"] in SAME_LINEAGE:
            related[a].add(b)
            related[b].add(a)
        if pair["direction"] != UNDETERMINED:
            origins[b if pair["direction"] == "a->b" else a].add(a if pair["direction"] == "a->b" else b)
    copies = {
        key
        for p in pairs
        if same_account(p) and records[p["article_a"]].outlet == records[p["article_b"]].outlet
        for key in permutations((p["article_a"], p["article_b"]))
    }
    found = []
    for pair in pairs:
        a, b = pair["article_a"], pair["article_b"]
        origin, text = (a, b) if pair["direction"] == "a->b" else (b, a)
        third = {
            other
            for other in related[a] & related[b]
            if not origins[other] & {a, b}
            and not records[origin].appeared_before(records[other])
            and (other, origin) not in copies
        }
        outlet = records[origin].outlet
        meant = (text, outlet) in credited and all(records[other].outlet != outlet for other in third)
        surely = pair["direction_confidence"] >= CARRIED or meant
        if pair["direction"] != UNDETERMINED and third and not surely:
            why = f"{text} and {origin} may both come from {list_of(sorted(third))}"
            pair = {**pair, "direction": UNDETERMINED, "direction_confidence": 0.0, "reasons": why}
        found.append(pair)
    return found


def with_copies(pairs: list[dict[str, Any]], vias: Mapping[tuple[str, str], str]) -> list[dict[str, Any]]:
    """Let a text come from what the article comes from whose copy it is, and by way of which the two are related.

    Parameters
    ----------
    pairs : list of dict
        With article_a, article_b, relation, containment_a, containment_b, direction, direction_confidence, reasons.
    vias : mapping of (str, str) to str
        Pair → the third article by way of which the two are related.
    """
    known = {frozenset((pair["article_a"], pair["article_b"])): pair for pair in pairs}
    found = []
    for pair in pairs:
        a, b = pair["article_a"], pair["article_b"]
        via = vias.get((a, b), "")
        for copy, other in ((a, b), (b, a)):
            account, onward = known.get(frozenset((copy, via))), known.get(frozenset((via, other)))
            if pair["direction"] == UNDETERMINED and account and same_account(account) and onward:
                comes = onward["direction"] == ("a->b" if onward["article_a"] == other else "b->a")
                why = f"{copy} and {via} are one account; {onward['reasons']}"
                way, confidence = "b->a" if copy == a else "a->b", onward["direction_confidence"]
                if comes:
                    pair = {**pair, "direction": way, "direction_confidence": confidence, "reasons": why}
        found.append(pair)
    return found
