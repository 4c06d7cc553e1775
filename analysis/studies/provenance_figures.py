"""The pictures of provenance: the way of each file from writer to copy, and the dates as intervals."""

from datetime import date

import pandas as pd

from analysis.figures.lanes import MOST_LANES, Chain, draw_chains
from analysis.figures.origin_groups import Group, draw_groups
from analysis.figures.outlets import outlet_styles
from analysis.figures.timeline import MOST_ROWS, draw_timeline
from analysis.studies.accounts import SAME_LINEAGE
from analysis.studies.contract import Figure, Results
from analysis.studies.wording import counted, drawn, list_of, number, quantity, sentence_case, spoken

PAGE = "who-wrote-what"
NO_CARRIER = "no record names a carrier other than the outlet"
#: Undated files and outlets in foreign wording are listed up to this many, then counted.
MOST_LISTED = 6
#: Of more links than these the picture says the relation only; the line shows whether it is stated.
MOST_LONG_LABELS = 6
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
    table = results["articles"]
    chains, links = _chains(hands, table), _links(results)
    carried = len(carried_files(table))
    of = counted(len(table), "file").split()[0]
    title = f"{sentence_case(counted(carried, 'file'))} of {of} came to us through other hands than the outlet’s"
    if not carried:
        title = sentence_case(NO_CARRIER)
    caption = (
        "From the writer on the left to the file on the right; files on one ground have one origin. Solid lines are "
        "stated by a record; dashed lines between files are inferred from shared text, with an arrow only where the "
        "direction is known. Hatched: the wording is a translator’s or a rewriter’s."
        + drawn(min(len(chains), MOST_LANES), len(chains), "file", which="those of one origin first")
    )
    said = [f"{chain.article}: {' to '.join(chain.hands)}" for chain in chains]
    alt = "Way of each file. " + spoken(said)
    numbers = hands[["article", "outlet", "account", "lineage", "position", "hand"]]
    n = f"{quantity(len(table), 'file')}, {quantity(table['outlet'].nunique(), 'outlet')}"
    if len(chains) > MOST_LANES:
        groups, alone = _groups(results)
        caption = (
            "Files by origin: a square is a file, the dark one that by which the origin is named. What files have in "
            "common is inferred from shared text, or stated by a record. The way of each file is in the table."
        )
        title = f"{quantity(len(table), 'file')} of {quantity(len(groups) + alone, 'origin')}"
        alt = "Files by origin. " + spoken([f"{g.label}: {1 + sum(g.counts.values())} files" for g in groups])
        return Figure("fig-provenance", PAGE, title, caption, alt, n, numbers, lambda: draw_groups(groups, alone))
    return Figure("fig-provenance", PAGE, title, caption, alt, n, numbers, lambda: draw_chains(chains, links, styles))


def _groups(results: Results) -> tuple[list[Group], int]:
    """The lineages of several files, the largest first, and how many files stand alone."""
    accounts, pairs = results["accounts"], results["text_reuse"]
    closest: dict[str, str] = {}
    for relation in reversed(SAME_LINEAGE):
        for side in ("article_a", "article_b"):
            closest |= dict.fromkeys(pairs.loc[pairs["relation"] == relation, side], relation)
    groups = []
    for lineage, members in accounts.groupby("lineage"):
        if len(members) > 1:
            others = members.loc[members["article"] != lineage, "article"].map(lambda x: closest.get(x, "follows"))
            label = members.loc[members["article"] == lineage, "outlet"].iloc[0]
            groups.append(Group(str(label), others.value_counts().to_dict()))
    groups.sort(key=lambda group: (-sum(group.counts.values()), group.label))
    return groups, len(accounts) - sum(1 + sum(group.counts.values()) for group in groups)


def _chains(hands: pd.DataFrame, articles: pd.DataFrame) -> list[Chain]:
    """The files from top to bottom: the largest lineage first, within it the earliest account, copies below it."""
    articles = articles.set_index("article")
    sizes = hands.drop_duplicates("article")["lineage"].value_counts()
    found = []
    for article, group in hands.groupby("article"):
        first = group.iloc[0]
        day = articles.loc[first["account"], "first_day"] or "9999"
        wording = articles.loc[article, "wording"]
        chain = Chain(
            str(article), list(group["hand"]), first["outlet"], first["lineage"], wording if first["foreign"] else ""
        )
        order = (-sizes[chain.lineage], chain.lineage, day, first["account"], article != first["account"], article)
        found.append((order, chain))
    return [chain for _, chain in sorted(found, key=lambda entry: entry[0])]


def _links(results: Results) -> pd.DataFrame:
    """What comes from what; a copy is linked to its account only, which is linked to others."""
    links, accounts = results["derivations"], results["accounts"].set_index("article")["account"]
    of_copy = links["article"].map(accounts), links["origin"].map(accounts)
    inside = of_copy[0] == of_copy[1]
    between = (of_copy[0] == links["article"]) & (of_copy[1] == links["origin"])
    shown = links[inside | between].reset_index(drop=True)
    how = shown["stated"].map({True: ", stated", False: ", inferred"}) if len(shown) <= MOST_LONG_LABELS else ""
    return shown.assign(label=shown["relation"].where(shown["relation"] != "", "derived") + how)


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
