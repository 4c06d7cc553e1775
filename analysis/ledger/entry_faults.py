"""What is wrong with an entry of a file that its schema allows, each in a line with the remedy."""

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from analysis.ledger.complaints import shown

#: Bounds of a quantity, apart from 0.
SMALLEST, LARGEST = 1e-9, 1e15


def repeated_ids(entries: list[dict[str, Any]], kind: str) -> Iterator[str]:
    """Say which entries of a kind have an id that an earlier one has."""
    seen: dict[str, int] = {}
    for index, entry in enumerate(entries):
        first = seen.setdefault(entry["id"].casefold(), index)
        if first != index:
            yield (
                f"{kind} {index + 1}: `id` is {shown(entry['id'])}, expected one of its own: {kind} {first + 1} "
                f"has {shown(entries[first]['id'])}, and case does not count. Change one of them."
            )


def missing_reason(item: Mapping[str, Any]) -> Iterator[str]:
    """Say where a decision lacks its reason."""
    if item["status"] != "candidate" and not item.get("reason", "").strip():
        yield (
            f"item {item['id']}: `status` is {item['status']!r} and `reason` is empty, expected the reason. "
            "Add it, or make the status 'candidate'."
        )


def repeated_values(item: Mapping[str, Any]) -> Iterator[str]:
    """Say which values of an item are there twice."""
    seen: set[tuple[str, int, str]] = set()
    for number, value in enumerate(item["value"], start=1):
        key = (value["article"], value["at"]["start"], value["value"])
        if key in seen:
            yield f"item {item['id']}, value {number}: an earlier value of the item is the same. Take one of them out."
        seen.add(key)


def malformed_value(value: Mapping[str, Any], articles: Collection[str]) -> Iterator[str]:
    """Say what is wrong with a value: its articles, its place, its bounds."""
    yield from unknown_article(value, "article", articles)
    if value.get("repeats"):
        yield from unknown_article(value, "repeats", articles)
    yield from reversed_place(value["at"])
    bounds = {key: _finite(value[key]) for key in ("low", "high") if key in value}
    for key, bound in bounds.items():
        if bound is None:
            found = shown(value[key])
            yield f"`{key}` is {found}, expected a number up to {LARGEST:.0e}. Change it, or leave it out: it is open."
    low, high = bounds.get("low"), bounds.get("high")
    if low is None or high is None:
        return
    if low > high:
        yield f"`low` is {shown(value['low'])}, expected at most `high`, {shown(value['high'])}. Mend one of them."
    elif low == high and (value.get("low_open") or value.get("high_open")):
        yield (
            f"`low` and `high` are both {shown(value['low'])} and one of them is excluded, expected a number in "
            "between. Mend the bounds."
        )


def unknown_article(fields: Mapping[str, Any], key: str, articles: Collection[str]) -> Iterator[str]:
    """Say where a field names no article of the sources."""
    if fields[key] not in articles:
        known = ", ".join(articles) or "there is none"
        yield f"`{key}` is {shown(fields[key])}, expected an article of the sources: {known}. Mend the id."


def reversed_place(at: Mapping[str, Any]) -> Iterator[str]:
    """Say where a place ends before it begins."""
    if at["end"] <= at["start"]:
        yield f"`at.end` is {at['end']}, expected more than `at.start`, {at['start']}. Mend the place."


def _finite(number: float) -> float | None:
    """Return a bound as a number that can be drawn, None where it is none."""
    try:
        drawable = math.isfinite(number) and (number == 0 or SMALLEST <= abs(number) <= LARGEST)
        return float(number) if drawable else None
    except OverflowError:
        return None
