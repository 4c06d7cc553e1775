"""The pictures of terms: all accounts in one view, each account's leading terms, rates here and elsewhere."""

import numpy as np
import pandas as pd

from analysis.figures.forest import draw_forest
from analysis.figures.outlets import outlet_styles
from analysis.figures.rates import MOST_LABELS, draw_rates
from analysis.figures.style import lacks_letters
from analysis.figures.term_overview import MOST_ROWS, draw_term_overview
from analysis.measures.lexicons import function_words
from analysis.studies.contract import Figure, Results, absent
from analysis.studies.term_keyness import DISTINCTIVE, FALSE_DISCOVERY_RATE, MINIMUM_COUNT, TOO_FEW
from analysis.studies.wording import counted, drawn, list_of, quantity, sentence_case, spoken

PAGE = "language"
#: Terms drawn per article: the distinctive ones, filled up with the next by log-odds, in grey.
TERMS_DRAWN = 8
MOST_PANELS = 12
#: Once or twice.
RARE = 2
NO_OTHERS = "With fewer than two accounts there is nothing to compare a term’s frequency with."
BOXES = " Letters that the typeface lacks are boxes."
HOLLOW = " Hollow: the wording is not the outlet’s."


def _compared(results: Results) -> pd.DataFrame:
    table = results["distinctive_terms"]
    return table[table["log_ratio"].notna()]


def _n(results: Results) -> str:
    accounts = results["accounts"]["account"].nunique()
    return f"{quantity(len(results['distinctive_terms']), 'term')} in {quantity(accounts, 'account')}"


def _clearest_first(rows: pd.DataFrame) -> list[str]:
    """Articles by their clearest term."""
    ordered = rows.assign(settled=rows["verdict"] != DISTINCTIVE).sort_values(
        ["settled", "log_odds_z", "article"], ascending=[True, False, True]
    )
    return list(ordered["article"].unique())


def overview_figure(results: Results) -> Figure:
    """Every account a row, its terms by how many times as often it uses them."""
    id_, table = "fig-term-overview", _compared(results)
    if not len(table):
        return absent(id_, PAGE, NO_OTHERS)
    rows = table[table["verdict"] != TOO_FEW]
    articles = _clearest_first(table)
    shown = rows[rows["article"].isin(articles[:MOST_ROWS])]
    numbers = shown[_columns("log_ratio", "log_ratio_low", "lrc", "q", "verdict")].reset_index(drop=True)
    silent = sorted(set(articles[:MOST_ROWS]) - set(shown["article"]))
    outlets = dict(zip(table["article"], table["outlet"], strict=True))
    lost = pd.DataFrame({"article": silent, "outlet": [outlets[article] for article in silent]})
    distinctive = numbers[numbers["verdict"] == DISTINCTIVE]
    having = distinctive["article"].nunique()
    title = (
        f"{sentence_case(counted(having, 'text'))} of {len(articles)} {'has' if having == 1 else 'have'} "
        f"a term that sets {'it' if having == 1 else 'them'} apart"
    )
    caption = (
        f"Each row is one account’s text, each dot a term that it uses {MINIMUM_COUNT} or more times, by how many "
        "times as often it stands here as in the other accounts (log scale). Coloured and named: distinctive. Grey: "
        "as often as chance allows." + HOLLOW
        + drawn(min(len(articles), MOST_ROWS), len(articles), "account", which="those with the clearest terms")
    )  # fmt: skip
    said = [
        f"{article}: {list_of(list(own.sort_values(['log_odds_z', 'term'], ascending=[False, True])['term'][:3]))}"
        for article, own in table[table["verdict"] == DISTINCTIVE].groupby("article")
    ]
    styles = outlet_styles(results["accounts"])
    alt = "Distinctive terms. " + spoken(said) if said else "No text has a distinctive term."
    return Figure(
        id_, PAGE, title, caption, alt, _n(results), numbers,
        lambda: draw_term_overview(pd.concat([numbers, lost.reindex(columns=numbers.columns)]), styles),
    )  # fmt: skip


def _columns(*others: str) -> list[str]:
    return ["article", "outlet", "term", "count", "count_elsewhere", "document_frequency", "accounts", *others]


def forest_figure(results: Results) -> Figure:
    """Log ratios with intervals of each article's leading terms."""
    id_, table = "fig-distinctive-terms", _compared(results)
    if not len(table):
        return absent(id_, PAGE, NO_OTHERS)
    rows = table[table["log_odds_z"] > 0]
    grammar = rows["term"].isin(function_words())
    rows = rows[~grammar | (rows["verdict"] == DISTINCTIVE)]
    ordered = rows.assign(settled=rows["verdict"] != DISTINCTIVE).sort_values(
        ["settled", "log_odds_z", "term"], ascending=[True, False, True]
    )
    leading = ordered.groupby("article").head(TERMS_DRAWN)
    if not len(leading):
        why = "We found no word, function words aside, that stands more often in one account than in the others."
        return absent(id_, PAGE, why)
    articles = sorted(_clearest_first(leading)[:MOST_PANELS])
    numbers = leading.loc[
        leading["article"].isin(articles),
        _columns("log_odds_z", "log_ratio", "log_ratio_low", "log_ratio_high", "lrc", "q", "tf_idf", "verdict"),
    ].reset_index(drop=True)
    distinctive, share = int((table["verdict"] == DISTINCTIVE).sum()), (table["verdict"] == TOO_FEW).mean()
    title = f"{sentence_case(counted(distinctive, 'term'))} can be called distinctive" + (
        f"; {100 * share:.0f} % of all stand too rarely to say" if share else ""
    )
    caption = (
        "How many times as often a term stands in the text as in the other accounts (log scale), with 95 % intervals. "
        f"Coloured: more often than chance, at a false discovery rate of {100 * FALSE_DISCOVERY_RATE:.0f} % over all "
        f"terms tested. Grey: fewer than {MINIMUM_COUNT} uses, or no more than chance allows where so many terms are "
        "looked at, even if a single interval leaves out 1×. Chosen by log-odds; function words are drawn only if "
        "distinctive. Spellings of one name are merged." + HOLLOW
        + (BOXES if lacks_letters(numbers["term"]) else "")
        + drawn(len(articles), leading["article"].nunique(), "article", which="those with the clearest terms")
    )  # fmt: skip
    said = [
        f"{article}: "
        + list_of([f"{r.term} ({r.count} here, {r.count_elsewhere} elsewhere)" for r in own.itertuples(index=False)])
        for article, own in numbers[["article", "term", "count", "count_elsewhere"]].groupby("article")
    ]
    styles = outlet_styles(results["accounts"])
    return Figure(id_, PAGE, title, caption, spoken(said), _n(results), numbers, lambda: draw_forest(numbers, styles))


def rates_figure(results: Results) -> Figure:
    """Each article's rate of each term against that of the other accounts."""
    id_, table = "fig-term-rates", _compared(results)
    if not len(table):
        return absent(id_, PAGE, NO_OTHERS)
    every = _clearest_first(table)
    articles = sorted(every[:MOST_PANELS])
    numbers = table.loc[
        table["article"].isin(articles), _columns("rate_per_1000", "rate_elsewhere", "verdict")
    ].reset_index(drop=True)
    nowhere = float((numbers["count_elsewhere"] == 0).mean())
    rare = (numbers.loc[numbers["count_elsewhere"] == 0, "count"] <= RARE).to_numpy(dtype=bool)
    title = f"{100 * nowhere:.0f} % of the texts’ terms stand in no other account" + (
        ", most of them once or twice" if 2 * rare.sum() > len(rare) else ""
    )
    caption = (
        "Every term of a text: how often it stands there and how often in the other accounts, per 1,000 words (log "
        "scales). On the line: equally often. Terms with the same two rates are one dot, the larger the more there "
        f"are; up to {MOST_LABELS} extremes are named where there is room." + HOLLOW
        + drawn(len(articles), len(every), "account", which="those with the clearest terms")
    )  # fmt: skip
    said = []
    for article, own in numbers.groupby("article"):
        ratio = np.log2(own["rate_per_1000"] / own["rate_elsewhere"].where(own["rate_elsewhere"] > 0))
        least = own.loc[ratio.idxmin()] if ratio.notna().any() else None
        alone = int((own["count_elsewhere"] == 0).sum())
        rare = f"; most under-used: {least['term']}" if least is not None and ratio.min() < 0 else ""
        said.append(f"{article}: {quantity(len(own), 'term')}, {alone} in no other account{rare}")
    styles = outlet_styles(results["accounts"])
    return Figure(id_, PAGE, title, caption, spoken(said), _n(results), numbers, lambda: draw_rates(numbers, styles))
