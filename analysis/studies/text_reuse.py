"""Who took what from whom: pairs, direction, and the accounts that count once everywhere."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from analysis.measures.one_origin import ONE_ORIGIN, ONE_ORIGIN_CREDITED, Evidence
from analysis.measures.reuse_relation import reuse_relations
from analysis.sources.records import Record
from analysis.studies.accounts import SAME_LINEAGE, accounts, derivations, one_account
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables, absent
from analysis.studies.direction import UNDETERMINED, Direction, direction, outlets_credited
from analysis.studies.lineage_directions import with_copies, without_siblings
from analysis.studies.places import Places
from analysis.studies.reuse_figures import PAGE, matrix_figure, strips_figure
from analysis.studies.reuse_findings import copies, followers, origins
from analysis.studies.reuse_tables import TABLES
from analysis.studies.segments import segments
from analysis.studies.shared_quotations import with_quotations
from analysis.studies.wording import number

__all__ = ["TABLES", "TITLE", "facts", "figures", "findings", "tables"]
TITLE = "Who took what from whom?"
#: Words that a correction note and a shared passage must have in common: the note speaks of the passage.
NOTED_WORDS = 3


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:  # noqa: ARG001
    """Give every pair a relation and a direction or none, and group the articles into accounts and lineages."""
    articles = inputs.features["articles"].set_index("article")
    words = articles["narrative_words"].to_dict()
    found, variants, quotations = (inputs.features[x] for x in ("passages", "quotation_variants", "quotations"))
    pairs = _pairs(inputs, with_quotations(found, variants, quotations, ()), words)
    accepted = {(p["article_a"], p["article_b"]) for p in pairs if p["relation"] in SAME_LINEAGE}
    passages = with_quotations(shown_passages(found, accepted), variants, quotations, accepted)
    aligned = _aligned_words(passages)
    account_rows = accounts(inputs.records, pairs, words)
    lineage = {row["article"]: row["lineage"] for row in account_rows}
    pairs = [_with_lineage(pair, lineage) for pair in pairs]
    return {
        "text_reuse": [{**pair, **_aligned(pair, aligned, words)} for pair in pairs],
        "passages": _placed(passages, Places(inputs.features["sentences"])),
        "accounts": account_rows,
        "segments": segments(
            {**inputs.features, "passages": passages}, {row["article"]: row["account"] for row in account_rows}
        ),
        "derivations": list(derivations(inputs.records, pairs)),
    }


def _pairs(inputs: Inputs, passages: pd.DataFrame, words: dict[str, int]) -> list[dict[str, Any]]:
    """The relation of every pair that shares something, and for those of one lineage the direction."""
    records = {record.id: record for record in inputs.records}
    credited = outlets_credited(inputs.records, inputs.features["names"])
    evidence = _evidence(inputs, records, credited)
    cut_off = dict.fromkeys(inputs.features["articles"].query("cut_off")["article"], True)
    corrected = _corrected(inputs.features["passages"])
    rows = []
    for pair in reuse_relations(passages, evidence, words).to_dict("records"):
        a, b = pair["article_a"], pair["article_b"]
        way = Direction(UNDETERMINED, 0.0, "")
        if pair["relation"] in SAME_LINEAGE:
            shown = evidence.get((a, b), Evidence())
            known = {"cut_off": cut_off, "corrected": dict.fromkeys(corrected.get((a, b), ()), True)}
            via = "" if shown.by_itself or pair["relation"] != "follows" else shown.via
            way = direction(records[a], records[b], {**pair, "via": via}, credited, known)
        rows.append({**pair, **way._asdict()})
    vias = {pair: found.via for pair, found in evidence.items() if found.via}
    return with_copies(without_siblings(rows, records, credited), vias)


def _with_lineage(pair: dict[str, Any], lineage: Mapping[str, str]) -> dict[str, Any]:
    """Say of two that share nothing by themselves that both share with others: pieces of one story, say."""
    a, b = pair["article_a"], pair["article_b"]
    if pair["relation"] in SAME_LINEAGE or lineage[a] != lineage[b]:
        return pair
    return {**pair, "evidence": f"{pair['evidence']}; both are of the lineage of {lineage[a]}"}


def _corrected(passages: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """For each pair the articles whose own correction note speaks of what a shared passage tells."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in passages[passages["kind"] != "quotation"].itertuples():
        for article, noted in ((row.article_a, row.noted_a), (row.article_b, row.noted_b)):
            if noted >= NOTED_WORDS:
                found.setdefault((str(row.article_a), str(row.article_b)), set()).add(str(article))
    return found


def _evidence(
    inputs: Inputs, records: Mapping[str, Record], credited: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], Evidence]:
    """What speaks for one origin of each pair: what was measured, and whether a text or a record names the other."""
    found = {}
    for row in inputs.features["reuse_evidence"].to_dict("records"):
        a, b = records[row["article_a"]], records[row["article_b"]]
        named = (a.id, b.outlet) in credited or (b.id, a.outlet) in credited
        stated = a.id in b.derived_from or b.id in a.derived_from
        found[a.id, b.id] = Evidence(
            row["probability"], row["details"], row["in_order"], via=row["via"], credited=named, stated=stated
        )
    return found


def shown_passages(passages: pd.DataFrame, lineage: Collection[tuple[str, str]]) -> pd.DataFrame:
    """Leave out sentences beside sentences of pairs that turned out to be of different origin."""
    in_lineage = [pair in lineage for pair in zip(passages["article_a"], passages["article_b"], strict=True)]
    return passages[~passages["kind"].isin(["reworded", "following"]) | pd.Series(in_lineage, index=passages.index)]


def _placed(passages: pd.DataFrame, places: Places) -> list[dict[str, Any]]:
    """Say in which paragraph and sentence either side of a passage begins."""
    rows = []
    for row in passages.drop(columns=["words_a", "words_b", "sentences", "noted_a", "noted_b"]).to_dict("records"):
        for side in "ab":
            found = places.of(row[f"article_{side}"], row[f"start_{side}"])
            row |= {f"paragraph_{side}": found.paragraph, f"sentence_{side}": found.sentence}
        rows.append(row)
    return rows


def _aligned_words(passages: pd.DataFrame) -> dict[tuple[str, str], tuple[int, int]]:
    """Words of each side of each pair in passages of any kind but quotations."""
    sums = passages[passages["kind"] != "quotation"].groupby(["article_a", "article_b"])[["words_a", "words_b"]].sum()
    return {
        (a, b): (int(row.words_a), int(row.words_b)) for (a, b), row in zip(sums.index, sums.itertuples(), strict=True)
    }


def _aligned(
    pair: dict[str, Any], aligned: dict[tuple[str, str], tuple[int, int]], words: dict[str, int]
) -> dict[str, float]:
    """Share of each side's words that is aligned with the other side."""
    a, b = pair["article_a"], pair["article_b"]
    own = aligned.get((a, b), (0, 0))
    return {
        "aligned_a": min(1.0, own[0] / words[a]) if words[a] else float("nan"),
        "aligned_b": min(1.0, own[1] / words[b]) if words[b] else float("nan"),
    }


def facts(results: Results) -> dict[str, Fact]:
    """How many accounts and lineages there are, how many pairs share what."""
    accounts, pairs = results["accounts"], results["text_reuse"]
    files = len(accounts)
    counts = {relation: int((pairs["relation"] == relation).sum()) for relation in SAME_LINEAGE}
    compared = files * (files - 1) // 2
    return {
        "accounts": _count(
            accounts["account"].nunique(), "accounts: articles that are copies of each other count once"
        ),
        "lineages": _count(accounts["lineage"].nunique(), "groups of accounts of one origin"),
        "pairs_compared": _count(compared, "pairs of articles; those without a common fingerprint are not aligned"),
        "pairs_same_account": _count(len(one_account(pairs)), "pairs that are one account"),
        "pairs_follow": _count(counts["follows"], "pairs of which one follows the other, or both a third"),
        "pairs_quotations_only": _count(
            int((pairs["relation"] == "shared quotations only").sum()), "pairs that share quotations only"
        ),
        "passages": _count(len(results["passages"]), "aligned passages"),
        "one_origin": Fact(ONE_ORIGIN, f"{ONE_ORIGIN}", "probability from which two texts count as of one origin"),
        "one_origin_credited": Fact(
            ONE_ORIGIN_CREDITED, f"{ONE_ORIGIN_CREDITED}", "the same where one credits the other’s outlet"
        ),
        "copies_not_counted": _count(int((~accounts["counted"]).sum()), "copies that count with another article"),
    }


def _count(value: int, meaning: str) -> Fact:
    return Fact(int(value), number(int(value)), meaning)


def findings(results: Results) -> list[Finding]:
    """Copies, followers, and how many origins there are."""
    return [copies(results), followers(results), origins(results)]


def figures(results: Results) -> list[Figure]:
    """Which share of each article stands in each other, and where."""
    if len(results["accounts"]) < 2:
        why = "With one article there is nothing to compare."
        return [absent(id_, PAGE, why) for id_ in ("fig-passage-strips", "fig-reuse-matrix")]
    return [strips_figure(results), matrix_figure(results)]
