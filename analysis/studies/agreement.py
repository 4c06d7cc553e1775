"""How far two coders of the same articles agree: on what is an item, and on how it is coded."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from analysis.ledger.model import Coding, Ledger
from analysis.measures.agreement import (
    Level,
    TextSpan,
    alpha_interval,
    alpha_undefined,
    krippendorff_alpha,
    matched_units,
)

UNITS = "units found by both (F1)"
#: Field of an item → the level at which its values are compared.
FIELDS: dict[str, Level] = {
    "type": "nominal",
    "kind": "nominal",
    "relation": "nominal",
    "within": "nominal",
    "misleads": "nominal",
    "reputation": "nominal",
    "checkable": "nominal",
    "severity": "ordinal",
}


def agreement_rows(ledger: Ledger) -> list[dict[str, Any]]:
    """Return, for each other coder, agreement on units and Krippendorff's alpha of every field.

    Alpha is computed over the items that both coders found; a rejected item is none.
    """
    names = [f"{other.coder} ({other.coder_kind})" for other in ledger.others]
    told_apart = [
        f"{name}, {other.file}" if names.count(name) > 1 else name
        for name, other in zip(names, ledger.others, strict=True)
    ]
    first = ledger.coding
    return [
        row
        for name, other in zip(told_apart, ledger.others, strict=True)
        for row in _pair(first, other, f"{name} with {first.coder} ({first.coder_kind})")
    ]


def _pair(first: Coding, second: Coding, name: str) -> Iterable[dict[str, Any]]:
    a, b = ([item for item in coding.items if item.status != "rejected"] for coding in (first, second))
    spans = [
        [[TextSpan(value.article, value.place.start, value.place.end) for value in item.values] for item in own]
        for own in (a, b)
    ]
    met = matched_units(*spans)
    undefined = "" if a or b else "neither coder has an item"
    yield _row(name, UNITS, met.f1, len(a) + len(b), undefined)
    none = "" if met.pairs else "no item was found by both"
    yield _row(name, "mean overlap of these units", met.mean_overlap, len(met.pairs), none)
    for field, level in FIELDS.items():
        values = [[getattr(a[i], field) for i, _, _ in met.pairs], [getattr(b[j], field) for _, j, _ in met.pairs]]
        alpha = krippendorff_alpha(values, level=level) if met.pairs else np.nan
        low, high = alpha_interval(values, level=level) if met.pairs else (np.nan, np.nan)
        reason = none or alpha_undefined(values)
        yield _row(name, f"alpha of {field} ({level})", alpha, len(met.pairs), reason, low, high)


def _row(
    other: str, measure: str, value: float, n: int, reason: str, low: float = np.nan, high: float = np.nan
) -> dict[str, Any]:
    return {"other": other, "measure": measure, "value": value, "low": low, "high": high, "n": n, "reason": reason}
