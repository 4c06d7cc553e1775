"""The pictures of provenance: the way of each file from writer to copy, and the dates as intervals."""

from datetime import date

import pandas as pd

from analysis.figures.lanes import MOST_LANES, Chain, draw_chains
from analysis.figures.outlets import outlet_styles
from analysis.figures.timeline import MOST_ROWS, draw_timeline
from analysis.studies.contract import Figure, Results
from analysis.studies.wording import counted, drawn, list_of, number, quantity, sentence_case, spoken

PAGE = "who-wrote-what"
NO_CARRIER = "no record names a carrier other than the outlet"
#: Undated files and outlets in foreign wording are listed up to this many, then counted.
MOST_LISTED = 6
#: Spans of time are given in days up to the first number, in months up to the second, then in years.
DAYS, MONTHS = 62, 24


def carried_files(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the files that a record says someone other than their outlet published."""
    return articles[(articles["carrier"] != "") & (articles["carrier"] != articles["outlet"])]


def anything_known(results: Results) -> bool:
    """Whether a record names a hand, or shared text joins two files; a file name alone is no way to draw."""
    hands = results["hands"]
    return bool(len(results["derivations"]) or (hands["hand"] != hands["article"]).any())


def provenance_figure(results: Results) -> Figure:
    """Draw the way of each file from the writer to the copy that we hold."""
    hands = results["hands"].merge(results["accounts"], on="article")
    styles = outlet_styles(results["accounts"])
    chains = [
        Chain(str(article), list(group["hand"]), str(group["outlet"].iloc[0]), str(group["account"].iloc[0]))
        for article, group in hands.groupby("article")
    ]
    links = results["derivations"]
    table = results["articles"]
    carried = len(carried_files(table))
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


def timeline_figure(results: Results, dated: pd.DataFrame) -> Figure:
    """Draw the dates of first publication as intervals."""
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
