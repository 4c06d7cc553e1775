"""Which of two related articles came first: stated by a record, or by two reasons of different kinds."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.sources.people import normal_form
from analysis.sources.records import Record
from analysis.studies.accounts import same_account

#: Confidence by reasons of two kinds, and of more; by what a record states, and by the carrier that it names.
TWO_KINDS, MORE_KINDS = 0.7, 0.85
STATED, CARRIED = 1.0, 0.95
UNDETERMINED = "undetermined"
#: Share of a text's words that makes all of it a piece of another, and difference of shares that makes it the shorter.
WHOLE, SHORTER = 0.9, 0.15
#: One of these kinds must be among the reasons: the others alone would be a guess without a date.
DECIDING = {"date", "credit"}


def called(a: Record, b: Record) -> tuple[str, str]:
    """Return how two articles are called beside one another: by their outlets, or by their ids where it is one."""
    return (a.outlet, b.outlet) if a.outlet != b.outlet else (a.id, b.id)


def _when(record: Record) -> str:
    """Write a record's date as a reader writes it."""
    written = record.published
    about = (
        f"about {written[:-1]}" if written.endswith("~") else f"on {written}" if len(written) == 10 else f"in {written}"
    )
    return "between {} and {}".format(*written.split("/")) if "/" in written else about


class Reason(NamedTuple):
    """What speaks for a direction: its kind, "a->b" or "b->a", and how it reads."""

    kind: str
    way: str
    reads: str


class Direction(NamedTuple):
    """Which way the text went, how sure that is, and why."""

    direction: str
    direction_confidence: float
    reasons: str


def outlets_credited(records: tuple[Record, ...], names: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return the outlets of the corpus that articles credit, with the cue of the first credit.

    Parameters
    ----------
    records : tuple of Record
    names : DataFrame
        The feature table of names: article, form, credit.

    Returns
    -------
    dict of (str, str) to str
        (article, outlet) → cue. An article's own outlet is not among them.
    """
    known: dict[str, str] = {}
    for record in records:
        plain = normal_form(record.outlet)
        known |= dict.fromkeys((plain, plain.removeprefix("the ")), record.outlet)
    own = {record.id: record.outlet for record in records}
    credited = names[names["credit"] != ""]
    found: dict[tuple[str, str], str] = {}
    for article, form, cue in zip(credited["article"], credited["form"], credited["credit"], strict=True):
        outlet = known.get(normal_form(form).removeprefix("the "))
        if outlet and outlet != own.get(article):
            found.setdefault((article, outlet), cue)
    return found


def direction(
    a: Record,
    b: Record,
    pair: Mapping[str, Any],
    credited: Mapping[tuple[str, str], str],
    features: Mapping[str, Mapping[str, bool]],
) -> Direction:
    """Weigh what records, dates, credit, truncation and corrections say; a date alone decides nothing.

    Parameters
    ----------
    a, b : Record
        Two articles of one lineage.
    pair : mapping
        With `relation`, `containment_a`, `containment_b` and `via`.
    credited : mapping
        As `outlets_credited` returns it.
    features : mapping of str to mapping of str to bool
        "cut_off" → article → whether it stops in the middle of a sentence; "corrected" → article → whether it carries a
        note that corrects what the pair shares.

    Returns
    -------
    Direction
        "a->b" says that b comes from a.
    """
    stated = _stated(a, b, pair)
    if stated:
        return stated
    reasons = [
        *_dates(a, b), *_credit(a, b, credited), *_wording(a, b), *_truncation(a, b, pair, features["cut_off"]),
        *_correction(a, b, features["corrected"]),
    ]  # fmt: skip
    said = "; ".join(reason.reads for reason in reasons)
    if pair["via"]:
        return Direction(UNDETERMINED, 0.0, f"both by way of {pair['via']}")
    ways = {reason.way for reason in reasons}
    kinds = {reason.kind for reason in reasons}
    if len(ways) == 1 and len(kinds) >= 2 and kinds & DECIDING:
        return Direction(ways.pop(), TWO_KINDS if len(kinds) == 2 else MORE_KINDS, said)
    return Direction(UNDETERMINED, 0.0, said)


def _stated(a: Record, b: Record, pair: Mapping[str, Any]) -> Direction | None:
    """Return what a record says: that one article derives from the other, or carries its outlet's report."""
    for copy, origin, way in ((a, b, "b->a"), (b, a, "a->b")):
        if origin.id in copy.derived_from:
            return Direction(way, STATED, f"stated: {copy.id} derives from {origin.id}")
    for copy, origin, way in ((a, b, "b->a"), (b, a, "a->b")):
        outlet = normal_form(copy.outlet)
        carried = normal_form(copy.carrier) not in ("", outlet) and normal_form(origin.carrier) in ("", outlet)
        if same_account(pair) and outlet == normal_form(origin.outlet) and carried and not copy.appeared_before(origin):
            return Direction(way, CARRIED, f"stated: {copy.id} is {copy.carrier}’s copy of {copy.outlet}’s report")
    return None


def _dates(a: Record, b: Record) -> list[Reason]:
    for first, second, way in ((a, b, "a->b"), (b, a, "b->a")):
        if first.appeared_before(second):
            earlier, later = called(first, second)
            dated = f"{earlier} published it {_when(first)}, {later} {_when(second)}"
            return [Reason("date", way, dated)]
    return []


def _credit(a: Record, b: Record, credited: Mapping[tuple[str, str], str]) -> list[Reason]:
    """A text that gives the other's outlet as a source, and is not itself that outlet's, credits it."""
    found = []
    for text, origin, way in ((a, b, "b->a"), (b, a, "a->b")):
        cue = credited.get((text.id, origin.outlet)) if text.outlet != origin.outlet else None
        if cue:
            found.append(Reason("credit", way, f"{text.outlet} credits {origin.outlet} (“{cue}”)"))
    return found


def _wording(a: Record, b: Record) -> list[Reason]:
    """A translation or a rewording was made from something; a text in its outlet's own wording was not."""
    found = []
    for made, own, way in ((a, b, "b->a"), (b, a, "a->b")):
        if made.wording in ("translated", "reworded") and own.wording == "own" and made.outlet == own.outlet:
            found.append(Reason("wording", way, f"{made.id} is {made.wording}, {own.id} in its outlet’s own wording"))
    return found


def _truncation(a: Record, b: Record, pair: Mapping[str, Any], cut_off: Mapping[str, bool]) -> list[Reason]:
    """A text that is a piece of a longer one, or leaves off where the longer goes on, was cut."""
    shares = pair["containment_a"], pair["containment_b"]
    short, way = (a, "b->a") if shares[0] > shares[1] else (b, "a->b")
    if pair["relation"] == "excerpt" and max(shares) >= WHOLE:
        return [Reason("truncation", way, f"{short.id} is a piece of the longer text")]
    long = b if short is a else a
    left_off = cut_off.get(short.id) and not cut_off.get(long.id) and max(shares) - min(shares) >= SHORTER
    if pair["relation"] in ("republished", "reworded") and left_off:
        return [Reason("truncation", way, f"{short.id} leaves off in the middle of a sentence")]
    return []


def _correction(a: Record, b: Record, corrected: Mapping[str, bool]) -> list[Reason]:
    """Who corrects a report stands behind it; who has the matter without the note took it from an earlier version."""
    for origin, text, way in ((a, b, "a->b"), (b, a, "b->a")):
        if corrected.get(origin.id) and not corrected.get(text.id):
            with_note, without = called(origin, text)
            return [Reason("correction", way, f"{with_note} carries a correction, {without} does not")]
    return []
