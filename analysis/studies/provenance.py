"""Who wrote what, who carried it, when, and how that is known: the records, as tables and pictures."""

from typing import Any

import pandas as pd

from analysis.sources.records import Record
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables, absent
from analysis.studies.provenance_figures import (
    MOST_LISTED,
    NO_CARRIER,
    PAGE,
    anything_known,
    carried_files,
    provenance_figure,
    timeline_figure,
)
from analysis.studies.wording import counted, list_of, number, sentence_case
from analysis.tables import Column, Table

TITLE = "Who wrote what?"

TABLES = {
    "articles": Table(
        "Articles and their provenance",
        ("article",),
        {
            "article": Column("string", "", "article id"),
            "outlet": Column("string", "", "whose report it is"),
            "carrier": Column("string", "", "who published this copy, when that is someone else"),
            "wording": Column("string", "", "own, edited, translated, reworded or unknown: whose English it is"),
            "authors": Column("string", "", "authors, separated by semicolons"),
            "language": Column("string", "", "language of this copy"),
            "published": Column("string", "", "first publication by the outlet, as recorded; empty if unknown"),
            "first_day": Column("string", "", "earliest day that the date allows"),
            "last_day": Column("string", "", "latest day that the date allows"),
            "published_basis": Column("string", "", "how the date is known"),
            "checked": Column("string", "", "when this copy was last looked at; empty if not recorded"),
            "words": Column("Int64", "words", "words of the whole text"),
            "sha256": Column("string", "", "SHA-256 of the text's bytes"),
            "rights": Column("string", "", "who holds the rights"),
            "notes": Column("string", "", "what else the record says"),
        },
    ),
    "naming": Table(
        "Who may be named",
        ("article",),
        {
            "article": Column("string", "", "article id"),
            "decided": Column("boolean", "", "whether a people file says who may be named"),
            "private_mentions": Column("Int64", "mentions", "mentions of persons who are not named here"),
        },
    ),
    "hands": Table(
        "Hands through which each copy went",
        ("article", "position"),
        {
            "article": Column("string", "", "article id"),
            "position": Column("Int64", "", "order on the way, from 1"),
            "hand": Column("string", "", "who touched it"),
        },
    ),
    "witnesses": Table(
        "Other copies consulted",
        ("article", "position"),
        {
            "article": Column("string", "", "article id"),
            "position": Column("Int64", "", "order in the record, from 1"),
            "url": Column("string", "", "address of the other copy"),
            "date": Column("string", "", "its date; empty if unknown"),
            "says": Column("string", "", "the few words in question; empty where it is not a matter of words"),
            "decides": Column("string", "", "what it decides"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:  # noqa: ARG001
    """List the records' facts."""
    articles = inputs.features["articles"].set_index("article")
    return {
        "articles": [_row(record, articles.loc[record.id]) for record in inputs.records],
        "naming": [
            {
                "article": record.id,
                "decided": inputs.people is not None,
                "private_mentions": articles.loc[record.id, "private_mentions"],
            }
            for record in inputs.records
        ],
        "hands": [
            {"article": record.id, "position": position, "hand": hand}
            for record in inputs.records
            for position, hand in enumerate(_hands(record), start=1)
        ],
        "witnesses": [
            {"article": record.id, "position": i, "url": w.url, "date": w.date, "says": w.says, "decides": w.on}
            for record in inputs.records
            for i, w in enumerate(record.witnesses, start=1)
        ],
    }


def _row(record: Record, article: pd.Series) -> dict[str, Any]:
    interval = record.date
    return {
        "article": record.id,
        "authors": "; ".join(record.authors),
        "first_day": interval.first.isoformat() if interval else "",
        "last_day": interval.last.isoformat() if interval else "",
        "words": article["words"],
        "sha256": article["sha256"],
        **{
            key: getattr(record, key)
            for key in ("outlet", "carrier", "wording", "language", "published", "published_basis")
        },
        **{key: getattr(record, key) for key in ("checked", "rights", "notes")},
    }


def _hands(record: Record) -> list[str]:
    """Return the recorded hands; without any, the outlet and, if there is one, the carrier."""
    return list(record.hands) or [record.outlet, *([record.carrier] if record.carrier else [])]


def facts(results: Results) -> dict[str, Fact]:
    """How many files, outlets and carriers, and how many are dated."""
    table = results["articles"]
    carried = len(carried_files(table))
    foreign = int(results["accounts"]["foreign"].sum())
    undated = int((table["published"] == "").sum())
    unchecked = int((table["checked"] == "").sum())
    outlets = int(table["outlet"].nunique())
    decided = bool(results["naming"]["decided"].all())
    private = int(results["naming"]["private_mentions"].sum())
    return {
        "people_decided": Fact(decided, "yes" if decided else "no", "whether it is decided who may be named"),
        "private_mentions": Fact(private, number(private), "mentions of persons who are not named here"),
        "files": Fact(len(table), number(len(table)), "files, one article each"),
        "outlets": Fact(outlets, number(outlets), "outlets"),
        "through_others": Fact(carried, number(carried), "files that someone other than their outlet published"),
        "wording_foreign": Fact(foreign, number(foreign), "files whose wording is translated or reworded"),
        "wording_unknown": _count(table, "unknown", "files of which it is not known whose words they are"),
        "wording_edited": _count(table, "edited", "files in their outlet's wording, edited by someone else"),
        "wording_own": _count(table, "own", "files in their outlet's own wording, as far as is known"),
        "undated": Fact(undated, number(undated), "files whose date is unknown"),
        "unchecked": Fact(unchecked, number(unchecked), "files with no record of when the copy was last looked at"),
    }


def _count(articles: pd.DataFrame, wording: str, meaning: str) -> Fact:
    value = int((articles["wording"] == wording).sum())
    return Fact(value, number(value), meaning)


def findings(results: Results) -> list[Finding]:
    """How many accounts the files carry, and whose words they are not."""
    table, accounts = results["articles"], int(results["accounts"]["account"].nunique())
    carried = carried_files(table)
    through = f"{counted(len(carried), 'file')} reached us through someone other than the outlet"
    if not len(carried):
        through = NO_CARRIER
    sentence = (
        f"{sentence_case(counted(len(table), 'file'))} {'carries' if len(table) == 1 else 'carry'} "
        f"{counted(accounts, 'account')}; {through}."
    )
    foreign = table[table["wording"].isin(["translated", "reworded"])].drop_duplicates("outlet")
    named = list_of(
        [
            f"{row.outlet} ({row.wording}{f', by way of {row.carrier}' if row.carrier else ''})"
            for row in foreign.itertuples()
        ]
    )
    if len(foreign) > MOST_LISTED:
        named = counted(len(foreign), "outlet")
    words = f"The English of {named} is not the outlet’s own, so that its wording is not compared." if named else ""
    return [
        Finding("files-and-accounts", PAGE, sentence, "every file has an outlet", figure="fig-provenance"),
        Finding("foreign-wording", PAGE, words, "a record says translated or reworded", figure="fig-provenance"),
    ]


def figures(results: Results) -> list[Figure]:
    """The way of each file from writer to copy, and the dates as intervals."""
    dated = results["articles"][results["articles"]["published"] != ""]
    undated = absent("fig-time-line", PAGE, "No record gives a date of publication, so there is no time line.")
    unknown = absent("fig-provenance", PAGE, "Nothing is known of who wrote or carried the files but their names.")
    return [
        provenance_figure(results) if anything_known(results) else unknown,
        timeline_figure(results, dated) if len(dated) else undated,
    ]
