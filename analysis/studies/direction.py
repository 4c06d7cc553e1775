"""Which of two related articles came first: by stated derivation, or by two reasons of different kinds."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.sources.people import normal_form
from analysis.sources.records import Record

RELATED = ("identical", "excerpt", "republished", "reworded", "follows")
#: Confidence with two reasons of different kinds; a stated derivation has 1.
TWO_KINDS = 0.7
UNDETERMINED = "undetermined"


class Direction(NamedTuple):
    """Which way the text went, how sure that is, and why."""

    direction: str
    direction_confidence: float
    reasons: str


def outlets_named(records: tuple[Record, ...], names: pd.DataFrame) -> pd.DataFrame:
    """Keep the mentions that name an outlet of the corpus: all that a credit needs."""
    outlets = {normal_form(record.outlet) for record in records}
    forms = outlets | {outlet.removeprefix("the ") for outlet in outlets}
    credit = {form: normal_form(form) in forms for form in names["form"].unique()}
    return names[names["form"].map(credit).astype(bool)]


def direction(a: Record, b: Record, pair: Mapping[str, Any], names: pd.DataFrame) -> Direction:
    """Weigh what records, dates, credit and truncation say; a date alone decides nothing.

    Parameters
    ----------
    a, b : Record
    pair : mapping
        With `relation`, `containment_a`, `containment_b`.
    names : DataFrame
        The mentions of names, for a credit to the other outlet.

    Returns
    -------
    Direction
        "a->b" says that b comes from a.
    """
    if pair["relation"] not in RELATED:
        return Direction(UNDETERMINED, 0.0, "")
    if b.id in a.derived_from or a.id in b.derived_from:
        way, copy = ("b->a", a) if b.id in a.derived_from else ("a->b", b)
        return Direction(way, 1.0, f"stated: {copy.id} derives from the other")
    reasons = [*_dates(a, b), *_credit(a, b, names), *_truncation(pair)]
    for way in ("a->b", "b->a"):
        kinds = {kind: reason for kind, towards, reason in reasons if towards == way}
        opposed = any(towards != way for _, towards, _ in reasons)
        if len(kinds) >= 2 and not opposed and kinds.keys() & {"date", "credit"}:
            return Direction(way, TWO_KINDS, "; ".join(kinds.values()))
    return Direction(UNDETERMINED, 0.0, "; ".join(reason for _, _, reason in reasons))


def _dates(a: Record, b: Record) -> list[tuple[str, str, str]]:
    if not (a.date and b.date):
        return []
    if a.date.last < b.date.first:
        return [("date", "a->b", f"{a.id} was published before {b.id}")]
    if b.date.last < a.date.first:
        return [("date", "b->a", f"{b.id} was published before {a.id}")]
    return []


def _credit(a: Record, b: Record, names: pd.DataFrame) -> list[tuple[str, str, str]]:
    """A text that names the other's outlet, and is not itself that outlet's, credits it."""
    found = []
    for text, origin, way in ((a, b, "b->a"), (b, a, "a->b")):
        forms = {normal_form(form) for form in names.loc[names["article"] == text.id, "form"]}
        outlet = normal_form(origin.outlet)
        if origin.outlet != text.outlet and forms & {outlet, outlet.removeprefix("the ")}:
            found.append(("credit", way, f"{text.id} names {origin.outlet}"))
    return found


def _truncation(pair: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    if pair["relation"] != "excerpt":
        return []
    way = "b->a" if pair["containment_a"] > pair["containment_b"] else "a->b"
    return [("truncation", way, "the shorter is a piece of the longer")]
