"""What a reviewer sees of the ledger's items and of the machine's candidates."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.corpus.words import words
from analysis.ledger.model import Item, Ledger, Value
from analysis.ledger.relocate import relocate
from analysis.ledger.review import Entry
from analysis.ledger.schema import ANSWERS
from analysis.terminal import passage

ELSEWHERE = "the recorded words are not in the text at hand: run `variorum ledger check`"


def item_entries(ledger: Ledger, texts: Mapping[str, str]) -> list[Entry]:
    """Return the items of the edition's coding, in its order, with the passages whose text is at hand."""
    return [_item(item, texts) for item in ledger.coding.items]


def candidate_entries(candidates: pd.DataFrame, members: pd.DataFrame, texts: Mapping[str, str]) -> list[Entry]:
    """Return what the machine found, the surest first, with the passages whose text is at hand.

    Parameters
    ----------
    candidates, members : DataFrame
        The tables `discrepancies` and `discrepancy_members`.
    texts : dict of str to str
    """
    found = candidates[candidates["origin"] == "machine"]
    found = found.sort_values(["confidence", "id"], ascending=[False, True], na_position="last")
    return [_candidate(row, members[members["id"] == row.id], texts) for row in found.itertuples()]


def _item(item: Item, texts: Mapping[str, str]) -> Entry:
    answers = ", ".join(name for name in ANSWERS if getattr(item, name)) or "none"
    lines = [
        item.explanation,
        f"relation {item.relation}; severity {item.severity} ({answers})" + ("; within one article" * item.within),
        f"coded as {item.status}" + (f": {item.reason}" if item.reason else ""),
        *(f"{name}: {said}" for name, said in (("witness", item.witness), ("reply", item.reply)) if said),
    ]
    for value in item.values:  # noqa: PD011 - no frame
        lines += [f"- {value.article}: {value.value}{_circumstances(value)}", *_passage(value, texts)]
    return Entry(
        item.id, "human", f"{item.id}: {item.subject}, {item.attribute} [{item.type}, {item.kind}]", tuple(lines)
    )


def _circumstances(value: Value) -> str:
    said = {
        "said by": value.said_by,
        "repeats": value.repeats,
        "as of": value.as_of,
        "range": _range(value),
        "of": value.population,
    }
    known = "; ".join(f"{name} {what}" for name, what in said.items() if what)
    return f" ({known})" if known else ""


def _range(value: Value) -> str:
    """Write the bounds of a quantity, open ones as round brackets.

    >>> from analysis.ledger.model import Place
    >>> _range(Value("a", "over 300", Place(0, 1, 1, "", "", ""), low=300, low_open=True, unit="persons"))
    '(300, …) persons'
    """
    if value.low is None and value.high is None:
        return ""
    low = "(…" if value.low is None else f"{'(' if value.low_open else '['}{value.low:.12g}"
    high = "…)" if value.high is None else f"{value.high:.12g}{')' if value.high_open else ']'}"
    return f"{low}, {high} {value.unit}".strip()


def _passage(value: Value, texts: Mapping[str, str]) -> list[str]:
    if value.article not in texts:
        return []
    text = texts[value.article]
    place = relocate(words(text), value.place)
    return [f"> {passage(text, place.start, place.end) if place else ELSEWHERE}"]


def _candidate(row: Any, members: pd.DataFrame, texts: Mapping[str, str]) -> Entry:
    measured = not pd.isna(row.confidence)
    sure = f"confidence {row.confidence:.2f} (n = {row.confidence_n})" if measured else "confidence not measured"
    lines = [row.explanation, sure]
    for member in members.itertuples():
        lines.append(f"- {member.article}: {member.value}")
        if member.article in texts and not pd.isna(member.start):
            lines.append(f"> {passage(texts[member.article], int(member.start), int(member.end))}")
    return Entry(row.id, "machine", f"{row.id} [{row.type}, {row.kind}]", tuple(lines))
