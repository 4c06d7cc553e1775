"""Where the accounts disagree: candidates that machine detectors found, with their measured confidence."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures.confidence import measured_confidence
from analysis.studies import vocabulary
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.wording import counted, list_of, number, sentence_case
from analysis.tables import Column, Table

TITLE = "Where do they disagree?"
PAGE = "disagree"
#: Candidates below this confidence are listed, and not said in a sentence.
SAID_FROM = 0.7
LONGEST_SPAN = 120

TABLES = {
    "discrepancies": Table(
        "Discrepancies",
        ("id",),
        {
            "id": Column("string", "", "stable id"),
            "type": Column("string", "", "what differs: " + ", ".join(vocabulary.TYPES)),
            "kind": Column("string", "", "what it means: " + ", ".join(vocabulary.KINDS)),
            "within": Column("boolean", "", "whether both sides stand in one article"),
            "relation": Column("string", "", "of the two values: " + ", ".join(vocabulary.RELATIONS)),
            "origin": Column("string", "", list_of(vocabulary.ORIGINS, last="or")),
            "status": Column("string", "", list_of(vocabulary.STATUSES, last="or")),
            "detector": Column("string", "", "the detector that found it"),
            "confidence": Column("float", "", "measured precision of the detector in this band; empty if unmeasured"),
            "confidence_n": Column("Int64", "", "judged candidates that the confidence rests on"),
            "confidence_low": Column("float", "", "lower end of Wilson's 95 % interval of the confidence"),
            "ledger_id": Column("string", "", "the ledger's item that means the same; empty if there is none"),
            "explanation": Column("string", "", "what differs, in a sentence"),
        },
    ),
    "discrepancy_members": Table(
        "The places that a discrepancy rests on",
        ("id", "article", "start"),
        {
            "id": Column("string", "", "the discrepancy"),
            "article": Column("string", "", "article id"),
            "value": Column("string", "", "what the article says there, in its words or a coder's"),
            "low": Column("float", "", "lower bound of a quantity"),
            "high": Column("float", "", "upper bound of a quantity"),
            "unit": Column("string", "", "its unit"),
            "independent": Column(
                "boolean", "", "false for a copy within an account, of which the longest article counts"
            ),
            "paragraph": Column("Int64", "", "paragraph, from 0"),
            "sentence": Column("Int64", "", "sentence, from 0"),
            "start": Column("Int64", "code points", "where the span begins in the raw text"),
            "end": Column("Int64", "code points", "where it ends (exclusive)"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:  # noqa: ARG001
    """Turn the name variants into candidates, each with one member per article and spelling."""
    first = earlier["name_places"]
    accounts = earlier["accounts"].set_index("article")
    rows, members = [], []
    for variant in earlier["name_variants"].itertuples():
        found = first[first["form"].isin([variant.form_a, variant.form_b])]
        id_ = f"name-{_slug(variant.form_a)}-{_slug(variant.form_b)}"
        rows.append(_row(id_, variant, found, accounts))
        members += list(_members(id_, found, accounts))
    return {"discrepancies": rows, "discrepancy_members": members}


def _slug(form: str) -> str:
    """Latin letters and digits of a form; a short hash where there are none or others as well."""
    plain = "-".join(re.findall(r"[a-z0-9]+", form.casefold()))
    if re.fullmatch(r"[\sa-z0-9’'“”\".-]+", form.casefold()) and plain:
        return plain
    return hashlib.sha256(form.encode()).hexdigest()[:8]


def _row(id_: str, variant: Any, found: pd.DataFrame, accounts: pd.DataFrame) -> dict[str, Any]:
    precision = measured_confidence("name variants", variant.score)
    return {
        "id": id_,
        "type": "name",
        "kind": _kind(variant, found, accounts),
        "within": variant.within,
        "relation": "compatible",
        "origin": "machine",
        "status": "candidate",
        "detector": "name variants",
        "confidence": precision.value,
        "confidence_n": precision.n,
        "confidence_low": precision.low,
        "ledger_id": "",
        "explanation": _explanation(variant, found, accounts),
    }


def _kind(variant: Any, found: pd.DataFrame, accounts: pd.DataFrame) -> str:
    """Rewording alone could have made it where one spelling stands only in foreign wording."""
    for form in (variant.form_a, variant.form_b):
        articles = found.loc[found["form"] == form, "article"]
        if len(articles) and accounts.loc[articles, "foreign"].all():
            return "changed in rewriting"
    return "may both be right"


def _explanation(variant: Any, found: pd.DataFrame, accounts: pd.DataFrame) -> str:
    sides = []
    for form in (variant.form_a, variant.form_b):
        outlets = sorted(set(accounts.loc[found.loc[found["form"] == form, "article"], "outlet"]))
        more = f" and {len(outlets) - 3} more" if len(outlets) > 3 else ""
        sides.append(f"“{form}” ({(', ' if more else ' and ').join(outlets[:3])}{more})")
    where = ", both in one text" if variant.within else ""
    return f"{sides[0]} and {sides[1]} are read as spellings of one name{where} (rule: {variant.rule})."


def _members(id_: str, found: pd.DataFrame, accounts: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """The first mention of each spelling in each article; a copy's is not independent."""
    for mention in found.itertuples():
        yield {
            "id": id_,
            "article": mention.article,
            "value": mention.form,
            "low": np.nan,
            "high": np.nan,
            "unit": "",
            "independent": bool(accounts.loc[mention.article, "account"] == mention.article),
            "paragraph": mention.paragraph,
            "sentence": mention.sentence,
            "start": mention.start,
            "end": min(mention.end, mention.start + LONGEST_SPAN),
        }


def facts(results: Results) -> dict[str, Fact]:
    """How many candidates there are and how sure the surest are; whether people were decided about."""
    table = results["discrepancies"]
    sure = int((table["confidence"] >= SAID_FROM).sum())
    confirmed = int((table["status"] == "confirmed").sum())
    return {
        "discrepancies_candidates": Fact(len(table), number(len(table)), "candidates that the machine found"),
        "discrepancies_sure": Fact(sure, number(sure), f"candidates of measured confidence {SAID_FROM} or more"),
        "discrepancies_confirmed": Fact(confirmed, number(confirmed), "candidates that a coder has confirmed"),
    }


def findings(results: Results) -> list[Finding]:
    """Names that the accounts spell differently, and what rewording alone could have made."""
    table = results["discrepancies"]
    names = table[(table["type"] == "name") & (table["confidence"] >= SAID_FROM)]
    sentence = ""
    if len(names):
        members = results["discrepancy_members"]
        spelled = [
            " / ".join(dict.fromkeys(members.loc[members["id"] == id_, "value"]))
            for id_ in names.sort_values(["confidence", "id"], ascending=[False, True])["id"].head(2)
        ]
        within = int(names["within"].sum())
        inside = f", {counted(within, 'pair')} inside one text" if within else ""
        are, more = "is" if len(names) == 1 else "are", " …" if len(names) > 2 else ""
        sentence = (
            f"{sentence_case(counted(len(names), 'pair'))} of spellings {are} read as one name "
            f"({list_of(spelled)}{more}){inside}. {_measured(names)} No coder has reviewed them."
        )
    rewritten = table[table["kind"] == "changed in rewriting"]
    changed = (
        f"{sentence_case(counted(len(rewritten), 'candidate'))} of {number(len(table))} could have been made by "
        "rewording or translating alone and say nothing about the outlets."
        if len(rewritten)
        else ""
    )
    return [
        Finding("name-variants", PAGE, sentence, f"a pair of confidence {SAID_FROM} or more", "fig-name-variants", 3),
        Finding("changed-in-rewriting", PAGE, changed, "one spelling stands only in foreign wording"),
    ]


def _measured(candidates: pd.DataFrame) -> str:
    """Say on how little or how much the confidence of the surest candidates rests."""
    best = candidates.sort_values(["confidence", "id"], ascending=[False, True]).iloc[0]
    n, right = int(best["confidence_n"]), round(best["confidence"] * best["confidence_n"])
    return f"Elsewhere {right} of {n} such pairs were right."


def figures(results: Results) -> list[Figure]:  # noqa: ARG001
    """None of its own: the spellings are drawn by the study of names."""
    return []
