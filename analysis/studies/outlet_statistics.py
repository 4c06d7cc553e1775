"""How the texts differ in length, sentences, readability, vocabulary and quotation."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.figures.intervals import Panel
from analysis.measures import bootstrap
from analysis.measures.text_statistics import counts, diversity, quotation_length, sentence_measures
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.statistics_figures import HEADLINE, PAGE, PANELS, interval_figure, share_title, statistics_title
from analysis.studies.wording import list_of, number
from analysis.tables import Column, Table

TITLE = "How do they differ in language?"
PARTS = ("all", "narrator", "quoted")

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
            "low": Column("float", "", "lower end of the 95 % bootstrap interval within the article"),
            "high": Column("float", "", "upper end of the interval"),
            "n": Column("Int64", "", "sentences, words or quotations that the measure rests on"),
            "unit": Column("string", "", "unit of the value"),
            "wording": Column("string", "", "own, edited, translated, reworded or unknown: whose English it is"),
            "reason": Column("string", "", "why the value or its interval is missing"),
        },
    )
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Measure every article, and every outlet with its copies counted once."""
    features = inputs.features
    sentences = features["sentences"]
    narrative = dict(tuple(sentences[sentences["kind"] == "narrative"].groupby("article")))
    varied = dict(tuple(features["lexical_diversity"].groupby("article")))
    quoted = dict(tuple(features["quotations"].groupby("article")))
    english = dict(zip(features["articles"]["article"], features["articles"]["english"], strict=True))
    accounts = earlier["accounts"]
    rows: list[dict[str, Any]] = []
    units = [("article", a, o, [a]) for a, o in zip(accounts["article"], accounts["outlet"], strict=True)]
    counted = accounts[accounts["counted"]]
    units += [("outlet", "", outlet, sorted(group["article"])) for outlet, group in counted.groupby("outlet")]
    known: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for level, article, outlet, members in units:
        row = {"level": level, "article": article, "outlet": outlet, "wording": _wording(inputs, members)}
        if tuple(members) not in known:  # an outlet with one article has that article's numbers
            known[tuple(members)] = _measured(
                _rows_of(narrative, members, sentences),
                _rows_of(varied, members, features["lexical_diversity"]),
                _rows_of(quoted, members, features["quotations"]),
                members,
                english=all(english[m] for m in members),
            )
        rows += [{**row, **measured} for measured in known[tuple(members)]]
    return {"outlet_statistics": rows}


def _measured(
    sentences: pd.DataFrame, varied: pd.DataFrame, quoted: pd.DataFrame, members: list[str], *, english: bool
) -> list[dict[str, Any]]:
    """Every measure of every part of a few articles taken together."""
    measured: list[dict[str, Any]] = []
    for part in PARTS:
        rows = [
            *counts(sentences, part),
            *sentence_measures(sentences, part, english=english),
            *diversity(varied, members, part),
        ]
        if part != "narrator":
            rows += quotation_length(quoted, members)
        measured += [{"part": part, **row} for row in rows]
    return measured


def _rows_of(by_article: dict[str, pd.DataFrame], members: list[str], like: pd.DataFrame) -> pd.DataFrame:
    """The rows of a few articles, without a look at all the others."""
    found = [by_article[member] for member in members if member in by_article]
    return pd.concat(found) if len(found) > 1 else found[0] if found else like.iloc[:0]


def _wording(inputs: Inputs, members: list[str]) -> str:
    return " and ".join(sorted({inputs.record(member).wording for member in members}))


def _outlets(results: Results, measure: str, part: str) -> pd.DataFrame:
    table = results["outlet_statistics"]
    return table[(table["level"] == "outlet") & (table["measure"] == measure) & (table["part"] == part)]


def _own(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[~rows["wording"].str.contains("translated|reworded")]


def _once(rows: pd.DataFrame, results: Results) -> pd.DataFrame:
    """Leave out outlets that only print another outlet's account: a text is not compared with its copy."""
    accounts = results["accounts"]
    first = accounts.loc[accounts["article"] == accounts["account"], "outlet"]
    return rows[rows["outlet"].isin(first)]


def _comparable(rows: pd.DataFrame, results: Results) -> pd.DataFrame:
    """Outlets whose language can be compared: own wording, as far as known, and English, each account once."""
    grades = _outlets(results, "flesch_kincaid_grade", "all")
    foreign = grades.loc[grades["reason"].str.contains("English-only"), "outlet"]
    return _once(_own(rows[~rows["outlet"].isin(foreign)]), results)


def facts(results: Results) -> dict[str, Fact]:
    """How many outlets can be compared in language, and the resampling's parameters."""
    outlets = _outlets(results, "words", "all")
    shares = _outlets(results, "quoted_share", "all")["value"].dropna()
    return {
        "outlets_comparable_language": Fact(
            len(_own(outlets)), number(len(_own(outlets))), "outlets whose text is not known to be in foreign wording"
        ),
        "outlets_foreign_wording": Fact(
            len(outlets) - len(_own(outlets)),
            number(len(outlets) - len(_own(outlets))),
            "outlets whose text is translated or reworded",
        ),
        "bootstrap_replicates": Fact(
            bootstrap.REPLICATES, number(bootstrap.REPLICATES), "bootstrap replicates of sentence measures"
        ),
        "bootstrap_seed": Fact(bootstrap.SEED, str(bootstrap.SEED), "seed of the bootstrap"),
        "quoted_share_lowest": _percent(shares.min() if len(shares) else np.nan, "lowest quoted share of an outlet"),
        "quoted_share_highest": _percent(shares.max() if len(shares) else np.nan, "highest quoted share of an outlet"),
    }


def _percent(value: float, meaning: str) -> Fact:
    if np.isnan(value):
        return Fact(None, "n/a", meaning)
    return Fact(float(value), f"{100 * value:.0f} %", meaning)


def findings(results: Results) -> list[Finding]:
    """The widest difference in sentence length between outlets in their own wording, and the quoted shares."""
    return [_sentence_length(results), _quoted_share(results)]


def _sentence_length(results: Results) -> Finding:
    condition = "at least two English accounts not known to be in foreign wording, each with an interval"
    rows = _comparable(_outlets(results, HEADLINE, "narrator"), results).dropna(subset=["value", "low", "high"])
    sentence = ""
    if len(rows) >= 2:
        ordered = rows.sort_values(["value", "outlet"], ascending=[False, True])
        top, bottom = ordered.iloc[0], ordered.iloc[-1]
        apart = bottom["high"] < top["low"]
        sentence = (
            f"In these texts {top['outlet']}’s narrator uses {_with_interval(top)} words per sentence and "
            f"{bottom['outlet']}’s {_with_interval(bottom)}; the intervals "
            f"{'do not overlap' if apart else 'overlap, so the order may be chance'}."
        )
    return Finding("sentence-length", PAGE, sentence, condition, figure="fig-statistics", weight=9)


def _with_interval(row: pd.Series) -> str:
    return f"{row['value']:.1f} [{row['low']:.1f}–{row['high']:.1f}]"


def _quoted_share(results: Results) -> Finding:
    condition = "at least two accounts with narrative, and a direct quotation"
    rows = _once(_outlets(results, "quoted_share", "all"), results).dropna(subset=["value"])
    sentence = ""
    if len(rows) >= 2 and rows["value"].max() > 0:
        # In the order of the alphabet: wordings that are not the outlet's are not ranked.
        shares = [f"{row.outlet} {100 * row.value:.0f} %" for row in rows.sort_values("outlet").itertuples()]
        sentence = f"Share of each outlet’s words that stand in direct quotation: {list_of(shares)}."
        if len(shares) > 6:
            sentence = (
                f"Direct quotation takes up between {100 * rows['value'].min():.0f} % and "
                f"{100 * rows['value'].max():.0f} % of the {len(rows)} outlets’ words."
            )
    return Finding("quoted-share", PAGE, sentence, condition, figure="fig-quoted-share")


def figures(results: Results) -> list[Figure]:
    """Interval dots of the main measures, narrator's sentences only; and the quoted shares."""
    table = results["outlet_statistics"]
    outlets = table[(table["level"] == "outlet")]
    narrator = outlets[(outlets["part"] == "narrator") & outlets["measure"].isin(list(PANELS))]
    share = outlets[(outlets["part"] == "all") & (outlets["measure"] == "quoted_share")]
    return [
        interval_figure(
            "fig-statistics",
            statistics_title(_comparable(narrator, results)),
            narrator,
            [Panel(measure, label) for measure, label in PANELS.items()],
            results,
        ),
        interval_figure(
            "fig-quoted-share",
            share_title(_once(share, results)),
            share,
            [Panel("quoted_share", "share of words in direct quotation", percent=True)],
            results,
        ),
    ]
