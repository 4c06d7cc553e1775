"""Accounts and lineages: which articles are one account, so that copies count once everywhere."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.sources.records import Record

#: Relations that join articles to one account; these and `follows` share a lineage.
SAME_ACCOUNT = ("identical", "excerpt", "republished", "reworded")
SAME_LINEAGE = (*SAME_ACCOUNT, "follows")
#: An excerpt is its whole's account when this share of one text stands in the other; a few sentences inside another
#: text make the two of one lineage, not one account.
SAME_ACCOUNT_SHARE = 0.5


def accounts(records: tuple[Record, ...], pairs: list[dict[str, Any]], words: dict[str, int]) -> list[dict[str, Any]]:
    """Join articles over the relations of one account and of one lineage, and over what records state.

    An article that its record derives from another of the same outlet is a copy of that outlet's report, however little
    of its wording is left. Within an outlet the longest article of an account is counted, its copies are not.

    Parameters
    ----------
    records : tuple of Record
    pairs : list of dict
        With article_a, article_b, relation, containment_a and containment_b.
    words : dict of str to int
        Narrative words by article.
    """
    ids = [record.id for record in records]
    copies = without_round_ups([p for p in pairs if same_account(p)], {record.id: record for record in records})
    related = [(p["article_a"], p["article_b"]) for p in pairs if p["relation"] in SAME_LINEAGE]
    stated = [(record.id, origin) for record in records for origin in record.derived_from]
    outlet = {record.id: record.outlet for record in records}
    # The longest first; of two as long the one that is not known to be a copy.
    order = {record.id: (-words[record.id], bool(record.derived_from), record.id) for record in records}
    account = _joined(ids, [*copies, *(link for link in stated if outlet[link[0]] == outlet[link[1]])], order)
    lineage = _joined(ids, [*copies, *related, *stated], order)
    longest: dict[tuple[str, str], str] = {}
    for record in sorted(records, key=lambda r: order[r.id]):
        longest.setdefault((record.outlet, account[record.id]), record.id)
    return [
        {
            "article": record.id,
            "outlet": record.outlet,
            "account": account[record.id],
            "lineage": lineage[record.id],
            "counted": longest[record.outlet, account[record.id]] == record.id,
            "foreign": record.foreign_wording,
        }
        for record in records
    ]


def without_round_ups(pairs: list[dict[str, Any]], records: Mapping[str, Record]) -> list[tuple[str, str]]:
    """Return which articles are one account, where a round-up of several does not make one account of them.

    An article that holds pieces which share nothing with one another is the origin of them all if it is known to be
    the earliest; else it is taken to be made of them, and is of one account only with what it holds most of.

    Parameters
    ----------
    pairs : list of dict
        Those that count as one account, with containment_a and containment_b.
    records : mapping of str to Record
    """
    held: dict[str, dict[str, float]] = {}
    links = [(pair["article_a"], pair["article_b"]) for pair in pairs]
    for pair in pairs:
        sides = ("a", "b") if pair["containment_a"] > pair["containment_b"] else ("b", "a")
        piece, whole = (pair[f"article_{side}"] for side in sides)
        share = pair[f"containment_{sides[1]}"]
        if share < SAME_ACCOUNT_SHARE:
            held.setdefault(whole, {})[piece] = share
    dropped: set[tuple[str, str]] = set()
    for whole, shares in held.items():
        inside = [link for link in links if set(link) <= shares.keys()]
        groups = list({min(g): g for g in _groups(list(shares), inside).values()}.values())
        if len(groups) > 1 and not all(records[whole].appeared_before(records[piece]) for piece in shares):
            most = max(groups, key=lambda group: (max(shares[piece] for piece in group), min(group)))
            dropped |= {(min(whole, piece), max(whole, piece)) for piece in shares.keys() - most}
    return [link for link in links if link not in dropped]


def same_account(pair: Mapping[str, Any]) -> bool:
    """Whether two articles count as one account; see `SAME_ACCOUNT_SHARE`."""
    if pair["relation"] == "excerpt":
        return bool(max(pair["containment_a"], pair["containment_b"]) >= SAME_ACCOUNT_SHARE)
    return pair["relation"] in SAME_ACCOUNT


def one_account(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs that count as one account."""
    return pairs[[same_account(pair) for pair in pairs.to_dict("records")]]


def retellings(pairs: pd.DataFrame) -> dict[str, set[str]]:
    """Return for each article those of its lineage that tell half or more of it, or half of which it tells."""
    found: dict[str, set[str]] = {}
    for pair in pairs[pairs["relation"].isin(SAME_LINEAGE)].itertuples():
        if max(pair.aligned_a, pair.aligned_b) >= SAME_ACCOUNT_SHARE:
            found.setdefault(str(pair.article_a), set()).add(str(pair.article_b))
            found.setdefault(str(pair.article_b), set()).add(str(pair.article_a))
    return found


def _joined(
    ids: list[str], links: Iterable[tuple[str, str]], order: Mapping[str, tuple[int, bool, str]]
) -> dict[str, str]:
    """Name every connected group by its first article."""
    return {id_: min(members, key=lambda m: order[m]) for id_, members in _groups(ids, links).items()}


def _groups(ids: list[str], links: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return for each article the connected group that it is of."""
    group = {id_: {id_} for id_ in ids}
    for a, b in links:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for member in group[b]:
                group[member] = group[a]
    return group


def derivations(records: tuple[Record, ...], pairs: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Stated origins, and pairs of one lineage; an undirected pair stands once, the first id as origin."""
    relation = {frozenset((p["article_a"], p["article_b"])): p["relation"] for p in pairs}
    stated = {(record.id, origin) for record in records for origin in record.derived_from}
    for copy, origin in sorted(stated):
        found = relation.get(frozenset((copy, origin)), "")
        yield {"article": copy, "origin": origin, "relation": found, "stated": True, "directed": True}
    for pair in pairs:
        a, b = pair["article_a"], pair["article_b"]
        if pair["relation"] not in SAME_LINEAGE or (a, b) in stated or (b, a) in stated:
            continue
        copy, origin = (a, b) if pair["direction"] == "b->a" else (b, a)
        directed = pair["direction"] != "undetermined"
        yield {"article": copy, "origin": origin, "relation": pair["relation"], "stated": False, "directed": directed}
