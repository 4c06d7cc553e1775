"""Where the accounts disagree: what coders found, and candidates of machine detectors with measured confidence."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis import vocabulary
from analysis.ledger.model import STATUS_OF, Item, Ledger
from analysis.measures.confidence import measured_confidence
from analysis.studies.candidates import Candidate, decoy_hit, linked_item
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.name_candidates import name_candidates
from analysis.studies.quotation_candidates import quotation_candidates
from analysis.studies.wording import counted, list_of, number, sentence_case
from analysis.tables import Column, Table

TITLE = "Where do they disagree?"
PAGE = "candidates"
#: Candidates below this confidence are listed, and not said in a sentence.
SAID_FROM = 0.7
#: Each takes the inputs and the tables so far, and gives its candidates.
DETECTORS = (name_candidates, quotation_candidates)

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
            "detector": Column("string", "", "the detector that found it; empty for a coder's item"),
            "confidence": Column("float", "", "measured precision of the detector in this band; empty if unmeasured"),
            "confidence_n": Column("Int64", "", "judged candidates that the confidence rests on"),
            "confidence_low": Column("float", "", "lower end of Wilson's 95 % interval of the confidence"),
            "severity": Column("Int64", "", "of the ledger's item, 0 to 3; empty for a candidate without one"),
            "ledger_id": Column("string", "", "the ledger's item: itself, or the one that means the same"),
            "decoy_id": Column("string", "", "the ledger's decoy that a candidate takes for a difference"),
            "explanation": Column("string", "", "what differs, in a sentence"),
        },
    ),
    "discrepancy_members": Table(
        "The places that a discrepancy rests on",
        ("id", "article", "start", "value"),
        {
            "id": Column("string", "", "the discrepancy"),
            "origin": Column("string", "", list_of(vocabulary.ORIGINS, last="or")),
            "article": Column("string", "", "article id"),
            "value": Column("string", "", "what the article says there, in its words or a coder's"),
            "low": Column("float", "", "lower bound of a quantity"),
            "high": Column("float", "", "upper bound of a quantity"),
            "unit": Column("string", "", "its unit"),
            "independent": Column(
                "boolean", "", "false for a copy, and where another article counts for the statement"
            ),
            "source": Column("string", "", "the article that counts for the statement: itself, or whose passage it is"),
            "paragraph": Column("Int64", "", "paragraph, from 0"),
            "sentence": Column("Int64", "", "sentence, from 0"),
            "start": Column("Int64", "code points", "where the span begins in the raw text"),
            "end": Column("Int64", "code points", "where it ends (exclusive)"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Put the detectors' candidates beside the coder's items; a link says that they mean the same."""
    candidates = [candidate for detector in DETECTORS for candidate in detector(inputs, earlier)]
    items = _standing(inputs.ledger, earlier["ledger_items"])
    rows = [_candidate_row(candidate, items, inputs.ledger) for candidate in candidates]
    members = [
        {"id": candidate.id, "origin": "machine", **row} for candidate in candidates for row in candidate.members
    ]
    values = earlier["ledger_values"].to_dict("records")
    return {
        "discrepancies": rows + [_item_row(item) for item in earlier["ledger_items"].to_dict("records")],
        "discrepancy_members": members + [_value_row(value) for value in values],
    }


def _standing(ledger: Ledger | None, rows: pd.DataFrame) -> list[Item]:
    """The items that were not rejected: to mean a rejected one is no success."""
    standing = set(rows.loc[rows["status"] != "rejected", "id"])
    return [item for item in ledger.coding.items if item.id in standing] if ledger else []


def _candidate_row(candidate: Candidate, items: Sequence[Item], ledger: Ledger | None) -> dict[str, Any]:
    precision = measured_confidence(candidate.detector, candidate.score)
    review = ledger.last_review(candidate.id, "machine") if ledger else None
    item = linked_item(candidate, items)
    severities = {i.id: i.severity for i in items}
    fields = ("id", "type", "kind", "within", "relation", "detector", "explanation")
    return {
        **{key: getattr(candidate, key) for key in fields},
        "origin": "machine",
        "status": STATUS_OF[review.decision] if review else "candidate",
        "confidence": precision.value,
        "confidence_n": precision.n,
        "confidence_low": precision.low,
        "severity": severities.get(item),
        "ledger_id": item,
        "decoy_id": decoy_hit(candidate, ledger.decoys) if ledger else "",
    }


def _item_row(item: Mapping[str, Any]) -> dict[str, Any]:
    fields = ("id", "type", "kind", "within", "relation", "status", "severity", "explanation")
    return {
        **{key: item[key] for key in fields},
        "origin": "human",
        "detector": "",
        "confidence": np.nan,
        "confidence_n": None,
        "confidence_low": np.nan,
        "ledger_id": item["id"],
        "decoy_id": "",
    }


def _value_row(value: Mapping[str, Any]) -> dict[str, Any]:
    row = {key: value[key] for key in TABLES["discrepancy_members"].columns if key != "origin"}
    return {**row, "origin": "human"}


def _machine(results: Results) -> pd.DataFrame:
    table = results["discrepancies"]
    return table[table["origin"] == "machine"]


def facts(results: Results) -> dict[str, Fact]:
    """How many candidates there are, how sure the surest are, and how many a reviewer has decided about."""
    table = _machine(results)
    counts = {
        "discrepancies_candidates": (len(table), "candidates that the machine found"),
        "discrepancies_sure": (
            int((table["confidence"] >= SAID_FROM).sum()),
            f"candidates of measured confidence {SAID_FROM} or more",
        ),
        "discrepancies_confirmed": (
            int((table["status"] == "confirmed").sum()),
            "candidates that a reviewer has confirmed",
        ),
        "discrepancies_linked": (
            int((table["ledger_id"] != "").sum()),
            "candidates that an item of the ledger means, too",
        ),
    }
    return {key: Fact(value, number(value), meaning) for key, (value, meaning) in counts.items()}


def findings(results: Results) -> list[Finding]:
    """Names that the accounts spell differently, and what rewording alone could have made."""
    table = _machine(results)
    table = table[table["status"] != "rejected"]
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
            f"({list_of(spelled)}{more}){inside}. {_measured(names)}"
        )
    rewritten = table[table["kind"] == "changed in rewriting"]
    changed = (
        f"{sentence_case(counted(len(rewritten), 'candidate'))} of {number(len(table))} could have been made by "
        f"rewording or translating alone and {'says' if len(rewritten) == 1 else 'say'} nothing about the outlets."
        if len(rewritten)
        else ""
    )
    return [
        Finding("name-variants", PAGE, sentence, f"a pair of confidence {SAID_FROM} or more", "fig-name-variants", 10),
        Finding("changed-in-rewriting", PAGE, changed, "a candidate that rewording alone could have made"),
    ]


def _measured(candidates: pd.DataFrame) -> str:
    """Say on how little or how much the confidence of the surest candidates rests."""
    best = candidates.sort_values(["confidence", "id"], ascending=[False, True]).iloc[0]
    n, right = int(best["confidence_n"]), round(best["confidence"] * best["confidence_n"])
    return f"Elsewhere {right} of {n} such pairs were right."


def figures(results: Results) -> list[Figure]:  # noqa: ARG001
    """None of its own: spellings, wordings and statements are drawn by the studies of names, quotations and ledger."""
    return []
