"""How the texts differ in length, sentences, readability, vocabulary and quotation."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.figures.intervals import Panel
from analysis.measures import bootstrap
from analysis.measures.diversity_intervals import MINIMUM_WORDS
from analysis.measures.text_statistics import (
    Measured,
    counts,
    pooled,
    quotation_length,
    sentence_measures,
    undefined,
)  # fmt: skip
from analysis.studies.article_counts import ArticleCounts, article_counts
from analysis.studies.comparable import foreign_wording, once
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.statistics_figures import PANELS, interval_figure, share_title, statistics_title
from analysis.studies.statistics_findings import quoted_share, sentence_length, survivors
from analysis.studies.wording import number
from analysis.tables import Column, Table

TITLE = "How do they differ in language?"
PARTS = ("all", "narrator", "quoted")
NO_TYPES = np.zeros(0, dtype=np.int64)
DIVERSITY_UNITS = {"maas": "a²", "mtld": "words"}


TABLES = {
    "outlet_statistics": Table(
        "Statistics of each article and outlet",
        ("level", "outlet", "article", "part", "measure"),
        {
            "level": Column("string", "", "article, or outlet (its articles pooled, copies counted once)"),
            "article": Column("string", "", "article id; empty at level outlet"),
            "outlet": Column("string", "", "whose report it is"),
            "part": Column("string", "", "all, narrator or quoted; per-sentence measures take whole sentences only"),
            "measure": Column("string", "", "the measure's name"),
            "value": Column("float", "", "the measure; empty where it is undefined"),
            "low": Column("float", "", "lower end of the 95 % bootstrap interval: stability within the article"),
            "high": Column("float", "", "upper end of the interval"),
            "n": Column("Int64", "", "sentences, words or quotations that the measure rests on"),
            "unit": Column("string", "", "unit of the value"),
            "wording": Column("string", "", "own, edited, translated, reworded or unknown: whose English it is"),
            "reason": Column("string", "", "why the value or its interval is missing; what a warning is about"),
        },
    )
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Measure every article, and every outlet with its copies counted once."""
    counted = article_counts(inputs.features)
    wording = {record.id: record.wording for record in inputs.records}
    first: dict[tuple[str, ...], range] = {}  # the rows of some articles
    measured: list[tuple[str, Measured]] = []
    whole: list[tuple[str, str, str, str]] = []
    rows: list[range] = []
    for level, article, outlet, members in units(earlier["accounts"]):
        if members not in first:  # an outlet with one article has that article's numbers
            begin = len(measured)
            measured += _measured([counted[member] for member in members])
            first[members] = range(begin, len(measured))
        whose = " and ".join(sorted({wording[member] for member in members}))
        whole.append((level, article, outlet, whose))
        rows.append(first[members])
    columns = zip(*((part, *row) for part, row in measured), strict=True)
    values = pd.DataFrame(dict(zip(("part", *Measured._fields), columns, strict=True)))
    of_units = pd.DataFrame(whole, columns=["level", "article", "outlet", "wording"])
    of_units = of_units.iloc[np.repeat(np.arange(len(whole)), [len(own) for own in rows])].reset_index(drop=True)
    values = values.iloc[np.concatenate(rows)].reset_index(drop=True)
    return {"outlet_statistics": pd.concat([of_units, values], axis=1)[list(TABLES["outlet_statistics"].columns)]}


def units(accounts: pd.DataFrame) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield level, article, outlet and articles of each thing measured: every article, then every outlet."""
    counted: dict[str, list[str]] = {}
    for article, outlet, counts_once in accounts[["article", "outlet", "counted"]].itertuples(index=False, name=None):
        yield "article", article, outlet, (article,)
        if counts_once:
            counted.setdefault(outlet, []).append(article)
    for outlet, articles in sorted(counted.items()):
        yield "outlet", "", outlet, tuple(sorted(articles))


def _measured(members: Sequence[ArticleCounts]) -> Iterator[tuple[str, Measured]]:
    """Every measure of every part of a few articles taken together."""
    sums = np.concatenate([member.sums for member in members])
    parts = np.concatenate([member.part for member in members])
    english = all(member.english for member in members)
    for part in PARTS:
        own = sums if part == "all" else sums[parts == part]
        types = len(np.unique(np.concatenate([member.types.get(part, NO_TYPES) for member in members])))
        measured = counts(sums, part, whole=len(own), types=types)
        measured += sentence_measures(own, english=english, part=part)
        measured += [_diversity(members, part, measure) for measure in MINIMUM_WORDS]
        if part != "narrator":
            measured.append(quotation_length(np.concatenate([member.quotations for member in members])))
        yield from ((part, row) for row in measured)


def _diversity(members: Sequence[ArticleCounts], part: str, measure: str) -> Measured:
    """The article's own value; over several articles their mean weighted by words."""
    unit, least = DIVERSITY_UNITS.get(measure, "share"), MINIMUM_WORDS[measure]
    own = [member.diversity[part, measure] for member in members if (part, measure) in member.diversity]
    n = sum(words for *_, words in own)
    defined = [row for row in own if not np.isnan(row[0])]
    if not defined:
        short = all(words < least for *_, words in own)
        few = f"fewer than {least} words" if short else "no word is repeated"
        return undefined(measure, n, unit, few + (" in every article" if len(own) > 1 else ""))
    value, low, high = pooled(defined) if len(defined) > 1 else defined[0][:3]
    reasons = [f"mean over {len(defined)} of {len(own)} articles, weighted by words"] if len(own) > 1 else []
    if measure == "ttr":
        reasons.append("falls with length: not to be compared")
    if np.isnan(low):
        reasons.append("no interval: too short to leave out a tenth, or it never varies")
    return Measured(measure, value, low, high, n, unit, "; ".join(reasons))


def facts(results: Results) -> dict[str, Fact]:
    """How many outlets can be compared in language, and the resampling's parameters."""
    table = results["outlet_statistics"]
    outlets = table[(table["level"] == "outlet") & (table["part"] == "all")]
    words = outlets[outlets["measure"] == "words"]
    foreign = int(foreign_wording(words).sum())
    shares = outlets.loc[outlets["measure"] == "quoted_share", "value"].dropna()
    own = len(words) - foreign
    return {
        "outlets_comparable_language": Fact(
            own, number(own), "outlets whose text is not known to be in foreign wording"
        ),
        "outlets_foreign_wording": Fact(foreign, number(foreign), "outlets whose text is translated or reworded"),
        "bootstrap_replicates": Fact(bootstrap.REPLICATES, number(bootstrap.REPLICATES), "bootstrap replicates"),
        "bootstrap_seed": Fact(bootstrap.SEED, str(bootstrap.SEED), "seed of the bootstrap"),
        "quoted_share_lowest": _percent(shares.min() if len(shares) else np.nan, "lowest quoted share of an outlet"),
        "quoted_share_highest": _percent(shares.max() if len(shares) else np.nan, "highest quoted share of an outlet"),
    }


def _percent(value: float, meaning: str) -> Fact:
    if np.isnan(value):
        return Fact(None, "n/a", meaning)
    return Fact(float(value), f"{100 * value:.0f} %", meaning)


def findings(results: Results) -> list[Finding]:
    """Which differences survive; the widest one in sentence length; and the quoted shares."""
    return [survivors(results), sentence_length(results), quoted_share(results)]


def figures(results: Results) -> list[Figure]:
    """Interval dots of the main measures, narrator's sentences only; and the quoted shares."""
    table = results["outlet_statistics"]
    outlets = table[(table["level"] == "outlet")]
    narrator = outlets[(outlets["part"] == "narrator") & outlets["measure"].isin(list(PANELS))]
    share = outlets[(outlets["part"] == "all") & (outlets["measure"] == "quoted_share")]
    return [
        interval_figure(
            "fig-statistics",
            statistics_title(results),
            narrator,
            [Panel(measure, label) for measure, label in PANELS.items()],
            results,
        ),
        interval_figure(
            "fig-quoted-share",
            share_title(once(share, results["accounts"])),
            share,
            [Panel("quoted_share", "share of words in direct quotation", percent=True)],
            results,
        ),
    ]
