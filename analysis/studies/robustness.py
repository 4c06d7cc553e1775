"""Which differences in language survive: every comparison under every choice that an analyst could have made."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import norm

from analysis.measures.bootstrap import LEVEL
from analysis.studies.choices import CHOICES, HEADLINE, MEASURES, MOST_PAIRED, values_under_choices
from analysis.studies.comparable import comparable
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.robustness_figure import robustness_figure
from analysis.studies.wording import number
from analysis.tables import Column, Table

TITLE = "Which differences survive?"

TABLES = {
    "comparisons": Table(
        "Comparisons of two outlets' texts in one measure",
        ("measure", "outlet_a", "outlet_b"),
        {
            "measure": Column("string", "", "the measure; narrator's words only"),
            "outlet_a": Column("string", "", "the outlet whose text has the higher value"),
            "outlet_b": Column("string", "", "the other outlet"),
            "value_a": Column("float", "", "value of outlet_a's text"),
            "value_b": Column("float", "", "value of outlet_b's text"),
            "difference": Column("float", "", "value_a less value_b"),
            "low": Column("float", "", "lower end of the difference's interval, 95 % over all pairs of the measure"),
            "high": Column("float", "", "upper end of that interval"),
            "pairs": Column("Int64", "pairs", "pairs of outlets over which the interval holds (Bonferroni)"),
            "holding": Column("Int64", "analyses", "analyses in which outlet_a's value is the higher, too"),
            "analyses": Column("Int64", "analyses", "analyses in which both values are defined"),
            "survives": Column("boolean", "", "the interval excludes 0 and the order holds in every analysis"),
            "reason": Column("string", "", "why it does not survive, or cannot be said"),
        },
    ),
    "robustness": Table(
        "Every comparison under every choice",
        ("measure", "outlet_a", "outlet_b", *CHOICES),
        {
            "measure": Column("string", "", "the measure"),
            "outlet_a": Column("string", "", "the outlet whose text has the higher value in the main analysis"),
            "outlet_b": Column("string", "", "the other outlet"),
            **{
                choice: Column("string", "", f"{meaning}: {', '.join(options)}; empty where it does not apply")
                for choice, (meaning, options) in CHOICES.items()
            },
            "main": Column("boolean", "", "whether these are the choices of the main analysis"),
            "value_a": Column("float", "", "value of outlet_a's text under these choices"),
            "value_b": Column("float", "", "value of outlet_b's text under these choices"),
            "holds": Column("boolean", "", "outlet_a's value is the higher; empty where one is undefined"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Compare outlets in each measure, as the main analysis has it and under all other choices."""
    outlets = comparable(earlier)
    statistics = earlier["outlet_statistics"]
    statistics = statistics[(statistics["level"] == "outlet") & (statistics["part"] == "narrator")]
    main = {
        measure: statistics[statistics["measure"] == name].set_index("outlet").reindex(outlets)
        for measure, name in MEASURES.items()
    }
    every = max(int(own["value"].notna().sum()) for own in main.values()) <= MOST_PAIRED
    pairs = {measure: _pairs(own["value"], every=every) for measure, own in main.items()}
    compared = sorted({outlet for own in pairs.values() for pair in own for outlet in pair})
    values = values_under_choices(inputs.features, earlier["accounts"], compared)
    grid = [
        row for measure, own in pairs.items() for a, b in own for row in _under_choices(measure, a, b, values[measure])
    ]
    robustness = pd.DataFrame(grid, columns=list(TABLES["robustness"].columns))
    known = robustness.dropna(subset=["holds"]).groupby(["measure", "outlet_a", "outlet_b"])["holds"]
    holding, analyses = known.sum().to_dict(), known.size().to_dict()
    comparisons = [
        _comparison(measure, a, b, main[measure], holding.get((measure, a, b), 0), analyses.get((measure, a, b), 0))
        for measure, own in pairs.items()
        for a, b in own
    ]
    return {"comparisons": comparisons, "robustness": robustness}


def _pairs(values: pd.Series, *, every: bool) -> list[tuple[str, str]]:
    """Pairs of outlets to compare, the higher value first: every two, or the highest with the lowest."""
    known = values.dropna()
    ordered = sorted(known.index, key=lambda outlet: (-known[outlet], outlet))
    if every:
        return list(combinations(ordered, 2))
    return [(ordered[0], ordered[-1])] if len(ordered) > 1 else []


def _under_choices(measure: str, a: str, b: str, values: Mapping[tuple[str, ...], Mapping[str, float]]) -> Any:
    for options, own in values.items():
        first, second = own[a], own[b]
        holds = None if np.isnan(first) or np.isnan(second) else first > second
        main = all(option in ("", HEADLINE[choice]) for choice, option in zip(CHOICES, options, strict=True))
        yield (measure, a, b, *options, main, first, second, holds)


def _comparison(measure: str, a: str, b: str, rows: pd.DataFrame, holding: int, analyses: int) -> dict[str, Any]:
    """Set two values against one another; the interval of their difference from those of both (Zou & Donner 2008)."""
    first, second = rows.loc[a], rows.loc[b]
    defined = int(rows["value"].notna().sum())
    pairs = defined * (defined - 1) // 2
    difference = first["value"] - second["value"]
    # Widened so that all pairs' intervals hold at once, which also covers the choice of the widest pair.
    wider = norm.ppf(1 - (1 - LEVEL) / (2 * pairs)) / norm.ppf((1 + LEVEL) / 2)
    down = wider * np.hypot(first["value"] - first["low"], second["high"] - second["value"])
    up = wider * np.hypot(first["high"] - first["value"], second["value"] - second["low"])
    low, high = difference - down, difference + up
    reasons = []
    if np.isnan(low):
        reasons.append("a text has no interval: it is too short, or never varies")
    elif not low > 0:
        reasons.append("the difference’s interval holds 0")
    if holding < analyses:
        reasons.append(f"the order flips in {analyses - holding} of {analyses} analyses")
    return {
        "measure": measure, "outlet_a": a, "outlet_b": b, "value_a": first["value"], "value_b": second["value"],
        "difference": difference, "low": low, "high": high, "pairs": pairs, "holding": holding,
        "analyses": analyses, "survives": not reasons, "reason": "; ".join(reasons),
    }  # fmt: skip


def facts(results: Results) -> dict[str, Fact]:
    """How many comparisons there are, how many survive, and the number of analyses."""
    table = results["comparisons"]
    surviving = int(table["survives"].sum())
    most = int(table["analyses"].max()) if len(table) else 0
    return {
        "comparisons": Fact(len(table), number(len(table)), "comparisons of two outlets' texts in one measure"),
        "comparisons_surviving": Fact(surviving, number(surviving), "comparisons that survive"),
        "comparison_analyses": Fact(most, number(most), "analyses of one comparison at most"),
        "comparison_outlets": Fact(MOST_PAIRED, number(MOST_PAIRED), "outlets up to which every two are compared"),
    }


def findings(results: Results) -> list[Finding]:  # noqa: ARG001
    """None of its own: the page's first sentence (`statistics_findings`) says what survives."""
    return []


def figures(results: Results) -> list[Figure]:
    """A grid of comparisons and choices."""
    return [robustness_figure(results)]
