"""How far the machine can be trusted: its candidates against the ledger, and coders against each other."""

from typing import Any

import numpy as np
import pandas as pd

from analysis import vocabulary
from analysis.measures.proportions import wilson_lower
from analysis.studies.agreement import UNITS, agreement_rows
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.validation_figure import PAGE, detection_figure
from analysis.studies.wording import counted, list_of, number
from analysis.tables import Column, Table

TITLE = "Can I trust this?"
#: The detectors and the type that each looks for.
DETECTS = {"name variants": "name", "quotation variants": "quotation"}
#: Below this alpha not even tentative conclusions are acceptable (Krippendorff 2019).
TENTATIVE = 0.667
#: Candidates from this confidence on count as found; `all` takes every one.
BANDS = {"all": 0.0, ".7 or more": 0.7}

TABLES = {
    "detection": Table(
        "Items of the ledger that the machine found and missed",
        ("item",),
        {
            "item": Column("string", "", "the ledger's item"),
            "type": Column("string", "", "what differs"),
            "kind": Column("string", "", "what it means"),
            "severity": Column("Int64", "", "number of yes among the three answers"),
            "state": Column("string", "", "found, missed, or not looked for: no detector is made for this type"),
            "candidate": Column("string", "", "the surest candidate that means the same"),
            "confidence": Column("float", "", "its confidence"),
        },
    ),
    "detection_recall": Table(
        "Share of the ledger's items that the machine found",
        ("group", "value"),
        {
            "group": Column("string", "", "type, severity or all"),
            "value": Column("string", "", "which type or severity"),
            "found": Column("Int64", "", "items that a candidate means, too"),
            "n": Column("Int64", "", "items that were not rejected"),
            "recall": Column("float", "", "found over n"),
            "recall_low": Column("float", "", "lower end of Wilson's 95 % interval"),
        },
    ),
    "detection_precision": Table(
        "Candidates against the ledger: development results",
        ("detector", "band"),
        {
            "detector": Column("string", "", "the detector"),
            "band": Column("string", "", "candidates of which confidence"),
            "candidates": Column("Int64", "", "how many there are"),
            "right": Column("Int64", "", "linked to an item of the ledger, or confirmed in a review"),
            "wrong": Column("Int64", "", "decoys, and those that a review rejected"),
            "unjudged": Column("Int64", "", "the rest: nobody has judged them"),
            "precision": Column("float", "", "right over right and wrong"),
            "precision_low": Column("float", "", "lower end of Wilson's 95 % interval"),
            "decoys_hit": Column("Int64", "", "decoys of this type that a candidate takes for a difference"),
            "decoys": Column("Int64", "", "decoys of this type in the ledger"),
        },
    ),
    "coder_agreement": Table(
        "Agreement of coders",
        ("other", "measure"),
        {
            "other": Column("string", "", "the other coder, and whether a person or an assistant"),
            "measure": Column("string", "", "units, mean overlap, or Krippendorff's alpha of a field"),
            "value": Column("float", "", "the measure; empty if undefined"),
            "low": Column("float", "", "lower end of the 95 % bootstrap interval over units"),
            "high": Column("float", "", "upper end"),
            "n": Column("Int64", "", "units that it rests on"),
            "reason": Column("string", "", "why it is undefined"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Score the detectors against the ledger, type by type, and the coders against each other."""
    items = earlier["ledger_items"].query("status != 'rejected'")
    machine = earlier["discrepancies"].query("origin == 'machine'")
    detection = pd.DataFrame(
        [_detected(item, machine) for item in items.to_dict("records")], columns=list(TABLES["detection"].columns)
    )
    ledger = inputs.ledger
    decoys = pd.Series([decoy.type for decoy in ledger.decoys] if ledger else [], dtype="str")
    return {
        "detection": detection,
        "detection_recall": list(_recall(detection)) if len(detection) else [],
        "detection_precision": [
            _precision(detector, band, machine, decoys) for detector in DETECTS for band in BANDS if ledger
        ],
        "coder_agreement": agreement_rows(ledger) if ledger and ledger.coding.items else [],
    }


def _detected(item: dict[str, Any], machine: pd.DataFrame) -> dict[str, Any]:
    same = machine[(machine["ledger_id"] == item["id"]) & (machine["status"] != "rejected")]
    same = same.sort_values(["confidence", "id"], ascending=[False, True])
    state = "found" if len(same) else "missed" if item["type"] in DETECTS.values() else "not looked for"
    return {
        "item": item["id"],
        **{key: item[key] for key in ("type", "kind", "severity")},
        "state": state,
        "candidate": same.iloc[0]["id"] if len(same) else "",
        "confidence": same.iloc[0]["confidence"] if len(same) else np.nan,
    }


def _recall(detection: pd.DataFrame) -> Any:
    groups = [("all", "all", detection)]
    groups += [("type", type_, detection[detection["type"] == type_]) for type_ in vocabulary.TYPES]
    groups += [("severity", str(s), detection[detection["severity"] == s]) for s in (3, 2, 1, 0)]
    for group, value, rows in groups:
        n, found = len(rows), int((rows["state"] == "found").sum())
        if n:
            yield {
                "group": group, "value": value, "found": found, "n": n,
                "recall": found / n, "recall_low": wilson_lower(found, n),
            }  # fmt: skip


def _precision(detector: str, band: str, machine: pd.DataFrame, decoys: pd.Series) -> dict[str, Any]:
    own = machine[(machine["detector"] == detector) & (machine["confidence"].fillna(0.0) >= BANDS[band])]
    # A reviewer's decision overrules what the ledger's items and decoys suggest.
    wrong = (own["status"] == "rejected") | ((own["decoy_id"] != "") & (own["status"] == "candidate"))
    right = ~wrong & ((own["ledger_id"] != "") | (own["status"] == "confirmed"))
    judged = int(right.sum() + wrong.sum())
    return {
        "detector": detector,
        "band": band,
        "candidates": len(own),
        "right": int(right.sum()),
        "wrong": int(wrong.sum()),
        "unjudged": len(own) - judged,
        "precision": int(right.sum()) / judged if judged else np.nan,
        "precision_low": wilson_lower(int(right.sum()), judged),
        "decoys_hit": int(own.loc[own["decoy_id"] != "", "decoy_id"].nunique()),
        "decoys": int((decoys == DETECTS[detector]).sum()),
    }


def facts(results: Results) -> dict[str, Fact]:
    """How many items the machine found, missed, and has no detector for."""
    states = results["detection"]["state"].value_counts()
    found, missed = int(states.get("found", 0)), int(states.get("missed", 0))
    none = int(states.get("not looked for", 0))
    precision = results["detection_precision"].query("band == 'all'")
    hit, decoys = int(precision["decoys_hit"].sum()), int(precision["decoys"].sum())
    counts = {
        "items_found": (found, "items of the ledger that a detector found"),
        "items_missed": (missed, "items that a detector looks for and missed"),
        "items_without_detector": (none, "items of a type that no detector looks for"),
        "decoys_hit": (hit, "decoys that a detector took for a difference"),
        "decoys_tried": (decoys, "decoys of the types that detectors look for"),
    }
    return {key: Fact(value, number(value), meaning) for key, (value, meaning) in counts.items()}


def findings(results: Results) -> list[Finding]:
    """How much of the ledger the machine found, and how far coders agree."""
    return [_machine(results), _coders(results)]


def _machine(results: Results) -> Finding:
    detection, sentence = results["detection"], ""
    if len(detection):
        states = detection["state"].value_counts()
        found, missed = int(states.get("found", 0)), int(states.get("missed", 0))
        none, fact = int(states.get("not looked for", 0)), facts(results)
        sentence = (
            f"Of {counted(len(detection), 'item')} that a coder found, the machine found {number(found)} and missed "
            f"{number(missed)} of the types it looks for; {number(none)} are of types that no detector looks for."
        )
        if fact["decoys_tried"].value:
            sentence += f" It took {fact['decoys_hit'].text} of {fact['decoys_tried'].text} decoys for a difference."
    return Finding("machine-against-ledger", PAGE, sentence, "the ledger has an item", "fig-detection")


def _coders(results: Results) -> Finding:
    """Say what two coders have in common, and on which fields they agree too little to rely on."""
    rows, sentence = results["coder_agreement"], ""
    if len(rows):
        pair = rows[rows["other"] == rows.iloc[0]["other"]].set_index("measure")
        alphas = pair[pair.index.str.startswith("alpha of ") & pair["value"].notna()]
        said = [(value, f"{_field(measure)} {value:.2f}") for measure, value in alphas["value"].items()]
        reliable = [words for value, words in said if value >= TENTATIVE]
        low = [words for value, words in said if value < TENTATIVE]
        common = number(int(alphas["n"].max()) if len(alphas) else 0)
        f1 = pair.loc[UNITS, "value"]
        sentence = f"Two coders, {pair.iloc[0]['other']}, found {common} items in common (F1 {f1:.2f})."
        sentence += f" On these they agree on {list_of(reliable)} (Krippendorff’s alpha)." if reliable else ""
        sentence += f" Too little to rely on: {list_of(low)}." if low else ""
    return Finding("coder-agreement", PAGE, sentence, "another coding of the same articles is there")


def _field(measure: str) -> str:
    return measure.removeprefix("alpha of ").split(" (")[0]


def figures(results: Results) -> list[Figure]:
    """One square per item of the ledger: found, missed, or looked for by no detector."""
    return [detection_figure(results)]
