"""Who wrote what, who carried it, when, and how that is known: the records, as tables and pictures."""

from datetime import date
from typing import Any

import pandas as pd

from analysis.figures.lanes import MOST_LANES, Chain, draw_chains
from analysis.figures.outlets import outlet_styles
from analysis.figures.timeline import MOST_ROWS, draw_timeline
from analysis.sources.records import Record
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables, absent
from analysis.studies.wording import counted, drawn, list_of, number, quantity, sentence_case, spoken
from analysis.tables import Column, Table

TITLE = "Who wrote what?"
PAGE = "who-wrote-what"
NO_CARRIER = "no record names a carrier other than the outlet"
#: Undated files and outlets in foreign wording are listed up to this many, then counted.
MOST_LISTED = 6
#: Spans of time are given in days up to the first number, in months up to the second, then in years.
DAYS, MONTHS = 62, 24

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
    carried = int((table["carrier"] != "").sum())
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
        "wording_own": Fact(
            int((table["wording"] == "own").sum()),
            number(int((table["wording"] == "own").sum())),
            "files in their outlet's own wording, as far as is known",
        ),
        "undated": Fact(undated, number(undated), "files whose date is unknown"),
        "unchecked": Fact(unchecked, number(unchecked), "files with no record of when the copy was last looked at"),
    }


def findings(results: Results) -> list[Finding]:
    """How many accounts the files carry, and whose words they are not."""
    table, accounts = results["articles"], int(results["accounts"]["account"].nunique())
    carried = table[table["carrier"] != ""]
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
        _provenance_figure(results) if _anything_known(results) else unknown,
        _timeline_figure(results, dated) if len(dated) else undated,
    ]


def _anything_known(results: Results) -> bool:
    """Whether a record names a hand, or shared text joins two files; a file name alone is no way to draw."""
    hands = results["hands"]
    return bool(len(results["derivations"]) or (hands["hand"] != hands["article"]).any())


def _provenance_figure(results: Results) -> Figure:
    hands = results["hands"].merge(results["accounts"], on="article")
    styles = outlet_styles(results["accounts"])
    chains = [
        Chain(str(article), list(group["hand"]), str(group["outlet"].iloc[0]), str(group["account"].iloc[0]))
        for article, group in hands.groupby("article")
    ]
    links = results["derivations"]
    table = results["articles"]
    carried = int((table["carrier"] != "").sum())
    of = counted(len(table), "file").split()[0]
    title = f"{sentence_case(counted(carried, 'file'))} of {of} came to us through other hands than the outlet’s"
    if not carried:
        title = sentence_case(NO_CARRIER)
    caption = (
        "From the writer on the left to the file on the right. Solid lines are stated by a record or by the copy; "
        "dashed lines between files are inferred from shared text, with an arrow only where the direction is known. "
        "Hatched: the wording is a translator’s or a rewriter’s."
        + drawn(min(len(chains), MOST_LANES), len(chains), "file", which="accounts in the order of the alphabet")
    )
    said = [f"{chain.article}: {' to '.join(chain.hands)}" for chain in chains]
    alt = "Way of each file. " + spoken(said)
    numbers = hands[["article", "outlet", "account", "position", "hand"]]
    n = f"{quantity(len(table), 'file')}, {quantity(table['outlet'].nunique(), 'outlet')}"
    return Figure("fig-provenance", PAGE, title, caption, alt, n, numbers, lambda: draw_chains(chains, links, styles))


def _timeline_figure(results: Results, dated: pd.DataFrame) -> Figure:
    numbers = dated[["article", "outlet", "published", "first_day", "last_day", "published_basis"]].reset_index(
        drop=True
    )
    undated = sorted(set(results["articles"]["article"]) - set(dated["article"]))
    said = [
        f"{row.article} {row.first_day}" + (f" to {row.last_day}" if row.last_day != row.first_day else "")
        for row in numbers.sort_values(["first_day", "article"]).itertuples()
    ]
    caption = (
        "First publication by the outlet. A bar spans the days that the evidence allows; a known day is a dot."
        + (f" Undated and not drawn: {_listed(undated)}." if undated else "")
        + drawn(min(len(numbers), MOST_ROWS), len(numbers), "dated file", which="the earliest")
    )
    styles = outlet_styles(results["accounts"])
    alt = "Dates of first publication: " + spoken(said, most=20)
    n = f"dated: {number(len(numbers))} of {quantity(len(results['articles']), 'file')}"
    title = _timeline_title(numbers)
    return Figure("fig-time-line", PAGE, title, caption, alt, n, numbers, lambda: draw_timeline(numbers, styles))


def _listed(articles: list[str]) -> str:
    return list_of(articles) if len(articles) <= MOST_LISTED else quantity(len(articles), "file")


def _timeline_title(dated: pd.DataFrame) -> str:
    """Say how long the time is within which the dated files appeared, in the unit a reader would choose."""
    first, last = min(dated["first_day"]), max(dated["last_day"])
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    months, years = round(days / 30.44), round(days / 365.25)
    span = f"{days} days" if days <= DAYS else f"about {months} months" if months <= MONTHS else f"about {years} years"
    when = f"on {first}" if days == 1 else f"between {first} and {last}"
    if len(dated) == 1:
        return f"The one dated file appeared {when}"
    return f"The dated files all appeared {when}" if days == 1 else f"The dated files appeared within {span}"
