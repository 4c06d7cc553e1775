"""Which words set each account's text apart from the others."""

from typing import Any

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.features.names.withheld import PLACEHOLDER
from analysis.figures.forest import draw_forest
from analysis.figures.outlets import outlet_styles
from analysis.figures.style import lacks_letters
from analysis.measures import keyness
from analysis.resources import word_list
from analysis.studies.accounts import retellings
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables, absent
from analysis.studies.wording import counted, drawn, list_of, number, quantity, sentence_case, spoken
from analysis.tables import Column, Table

TITLE = "Which terms set each account apart?"
PAGE = "language"
#: Fewer occurrences than this are too few to call a term distinctive, whatever the test says.
MINIMUM_COUNT = 6
FALSE_DISCOVERY_RATE = 0.05
VERDICTS = ("distinctive", "common", "too few to say")
#: Terms drawn per article: the distinctive ones, filled up with the next by log-odds, in grey.
TERMS_DRAWN = 8
MOST_PANELS = 12

TABLES = {
    "distinctive_terms": Table(
        "Terms of each article against the other accounts",
        ("article", "term"),
        {
            "article": Column("string", "", "article id: the longest of its account; copies have no rows"),
            "outlet": Column("string", "", "whose report it is"),
            "term": Column("string", "", "case-folded word; spellings of one name are merged"),
            "count": Column("Int64", "occurrences", "occurrences in the article's narrative"),
            "rate_per_1000": Column("float", "per 1,000 words", "relative frequency"),
            "document_frequency": Column("Int64", "accounts", "accounts in which the term stands"),
            "tf_idf": Column("float", "", "scikit-learn's TF-IDF, smoothed, rows of length 1; documents are accounts"),
            "count_elsewhere": Column("Int64", "occurrences", "occurrences in the other accounts"),
            "rate_elsewhere": Column("float", "per 1,000 words", "relative frequency in the other accounts"),
            "log_odds_z": Column("float", "standard deviations", "log-odds with an informative Dirichlet prior"),
            "log_ratio": Column("float", "binary logarithm", "of the ratio of relative frequencies"),
            "log_ratio_low": Column("float", "binary logarithm", "lower end of its 95 % interval"),
            "log_ratio_high": Column("float", "binary logarithm", "upper end of its 95 % interval"),
            "g2": Column("float", "", "signed log-likelihood ratio"),
            "q": Column("float", "", "false discovery rate over all terms of the article (Benjamini-Hochberg)"),
            "dp": Column("float", "", "Gries' deviation of proportions over the accounts; 0 is evenly spread"),
            "verdict": Column("string", "", list_of(VERDICTS, last="or")),
            "wording": Column("string", "", "whose English it is"),
        },
    )
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Count every term of each account, by its longest article, and hold it against the other accounts.

    Accounts that retell most of one another are left out of one another's reference.
    """
    accounts = earlier["accounts"]
    outlets = accounts[accounts["article"] == accounts["account"]].set_index("article")["outlet"]
    counts = _counts(inputs.features["terms"], earlier["spellings"], list(outlets.index))
    columns = list(TABLES["distinctive_terms"].columns)
    if counts.empty:
        return {"distinctive_terms": pd.DataFrame(columns=columns)}
    weighed = pd.DataFrame(
        TfidfTransformer().fit_transform(counts.T.to_numpy()).toarray().T, index=counts.index, columns=counts.columns
    )
    corpus, retold = _corpus(counts), retellings(earlier["text_reuse"])
    frames = []
    for article in counts.columns:
        # A term is not common because a retelling of the same text has it as well.
        left_out = sorted(retold.get(article, set()) & set(counts.columns))
        reference = corpus.assign(count=corpus["count"] - counts[left_out].sum(axis=1))
        frame = _against_others(counts[article], reference)
        frame["tf_idf"] = weighed[article][frame.index]
        frame["article"], frame["outlet"] = article, outlets[article]
        frame["wording"] = inputs.record(str(article)).wording
        frames.append(frame.rename_axis("term").reset_index())
    return {"distinctive_terms": pd.concat(frames)[columns]}


def _counts(terms: pd.DataFrame, spellings: pd.DataFrame, articles: list[str]) -> pd.DataFrame:
    """Counts of terms (rows) in articles (columns), spellings of one name merged."""
    canonical = dict(zip(spellings["term"], spellings["canonical"], strict=True))
    own = terms[terms["article"].isin(articles)]
    merged = own["term"].map(lambda term: canonical.get(term, term))
    table = own.assign(term=merged).pivot_table(
        index="term", columns="article", values="count", aggfunc="sum", fill_value=0
    )
    return table.reindex(columns=articles, fill_value=0).astype(float).sort_index()


def _corpus(by_account: pd.DataFrame) -> pd.DataFrame:
    """What holds for a term whichever article is looked at: its count, document frequency and dispersion."""
    counts = by_account.to_numpy()
    return pd.DataFrame(
        {
            "count": counts.sum(axis=1),
            "document_frequency": (counts > 0).sum(axis=1),
            "dp": keyness.dispersion_dp(counts, counts.sum(axis=0)),
        },
        index=by_account.index,
    )


def _against_others(own: pd.Series, corpus: pd.DataFrame) -> pd.DataFrame:
    """Compare one article's counts with those of all accounts but its own."""
    here, there = own.to_numpy(), (corpus["count"] - own).to_numpy()
    total, elsewhere = float(here.sum()), float(there.sum())
    pooled = corpus["count"].to_numpy()
    prior = keyness.PRIOR_WORDS * pooled / pooled.sum()
    statistic = keyness.g2(here, total, there, elsewhere)
    statistic[own.index == PLACEHOLDER] = np.nan
    ratio, margin = keyness.log_ratio(here, total, there, elsewhere), keyness.log_ratio_margin(here, there)
    frame = pd.DataFrame(
        {
            "count": here.astype(int),
            "rate_per_1000": keyness.RATE_WORDS * here / total if total else np.nan,
            "document_frequency": corpus["document_frequency"],
            "count_elsewhere": there.astype(int),
            "rate_elsewhere": keyness.RATE_WORDS * there / elsewhere if elsewhere else np.nan,
            "log_odds_z": keyness.log_odds_z(here, total, there, elsewhere, prior=prior),
            "log_ratio": ratio,
            "log_ratio_low": ratio - margin,
            "log_ratio_high": ratio + margin,
            "g2": statistic,
            "q": keyness.benjamini_hochberg(keyness.p_value(statistic)),
            "dp": corpus["dp"],
        },
        index=own.index,
    )
    frame["verdict"] = np.select(
        [(frame["count"] < MINIMUM_COUNT) | (elsewhere == 0), (frame["q"] < FALSE_DISCOVERY_RATE) & (frame["g2"] > 0)],
        ["too few to say", "distinctive"],
        default="common",
    )
    return frame[(frame["count"] > 0) & (frame.index != PLACEHOLDER)]


def facts(results: Results) -> dict[str, Fact]:
    """How many terms were tested and how many are distinctive; the parameters."""
    table = results["distinctive_terms"]
    verdicts = table["verdict"].value_counts()
    accounts = results["accounts"]["account"].nunique()
    values = sorted({round(float(np.log((1 + accounts) / (1 + df)) + 1), 3) for df in range(1, accounts + 1)})
    few = int(verdicts.get("too few to say", 0))
    return {
        "terms_tested": Fact(len(table), number(len(table)), "terms tested, over all articles"),
        "terms_distinctive": Fact(
            int(verdicts.get("distinctive", 0)), number(int(verdicts.get("distinctive", 0))), "distinctive terms"
        ),
        "terms_too_few": Fact(few, number(few), "terms that stand too rarely to say"),
        "terms_minimum_count": Fact(MINIMUM_COUNT, str(MINIMUM_COUNT), "occurrences a distinctive term needs"),
        "idf_values": Fact(
            len(values), list_of([f"{value:.3f}" for value in values]) or "n/a", "values idf can take in this corpus"
        ),
        "terms_prior_words": Fact(keyness.PRIOR_WORDS, f"{keyness.PRIOR_WORDS:.0f}", "words of the Dirichlet prior"),
    }


def findings(results: Results) -> list[Finding]:
    """What can be called distinctive at this size."""
    table = results["distinctive_terms"]
    sentence = ""
    if results["accounts"]["account"].nunique() >= 2 and len(table):
        share = (table["verdict"] == "too few to say").mean()
        distinctive = table[table["verdict"] == "distinctive"]
        sentence = (
            f"{100 * share:.0f} % of the {number(len(table))} terms stand too rarely in these texts to say anything; "
            f"{counted(len(distinctive), 'term')} {'is' if len(distinctive) == 1 else 'are'} distinctive of one text."
        )
    condition = "at least two accounts with terms"
    return [Finding("distinctive-terms", PAGE, sentence, condition, figure="fig-distinctive-terms", weight=11)]


def figures(results: Results) -> list[Figure]:
    """Log ratios with intervals of each article's leading terms."""
    table = results["distinctive_terms"]
    if results["accounts"]["account"].nunique() < 2 or not len(table):
        why = "With fewer than two accounts there is nothing to compare a term’s frequency with."
        return [absent("fig-distinctive-terms", PAGE, why)]
    common = frozenset(word_list("function_words.txt"))
    rows = table[(table["log_odds_z"] > 0)]
    rows = rows[~rows["term"].isin(common) | (rows["verdict"] == "distinctive")]
    rows = rows.assign(few=rows["verdict"] == "too few to say", settled=rows["verdict"] != "distinctive")
    ordered = rows.sort_values(["settled", "log_odds_z", "term"], ascending=[True, False, True])
    leading = ordered.groupby("article").head(TERMS_DRAWN)
    if not len(leading):
        why = "We found no word, function words aside, that stands more often in one account than in the others."
        return [absent("fig-distinctive-terms", PAGE, why)]
    most = leading.sort_values(["settled", "log_odds_z", "article"], ascending=[True, False, True])["article"]
    articles = sorted(most.unique()[:MOST_PANELS])
    columns = ["article", "outlet", "term", "count", "count_elsewhere", "document_frequency", "log_odds_z"]
    numbers = leading.loc[
        leading["article"].isin(articles),
        [*columns, "log_ratio", "log_ratio_low", "log_ratio_high", "tf_idf", "verdict"],
    ].reset_index(drop=True)
    distinctive = int((table["verdict"] == "distinctive").sum())
    share = (table["verdict"] == "too few to say").mean()
    title = f"{sentence_case(counted(distinctive, 'term'))} can be called distinctive" + (
        f"; {100 * share:.0f} % of all stand too rarely to say" if share else ""
    )
    caption = (
        "How many times as often a term stands in the text as in the other accounts (log scale), with 95 % intervals. "
        f"Grey: fewer than {MINIMUM_COUNT} uses, too few to say. Coloured: more often than chance at a false discovery "
        f"rate of {100 * FALSE_DISCOVERY_RATE:.0f} % over all terms. Chosen by log-odds; function words are drawn only "
        "if distinctive. Spellings of one name are merged. Hollow: the wording is not the outlet’s."
        + (" Letters that the typeface lacks are boxes." if lacks_letters(numbers["term"]) else "")
        + drawn(len(articles), leading["article"].nunique(), "article", which="those with the clearest terms")
    )
    said = [
        f"{article}: "
        + list_of(
            [f"{row.term} ({row.count} here, {row.count_elsewhere} elsewhere)" for row in own.itertuples(index=False)]
        )
        for article, own in numbers[["article", "term", "count", "count_elsewhere"]].groupby("article")
    ]
    styles = outlet_styles(results["accounts"])
    n = f"{quantity(len(table), 'term')} in {quantity(results['accounts']['account'].nunique(), 'account')}"
    return [
        Figure(
            "fig-distinctive-terms", PAGE, title, caption, spoken(said), n, numbers,
            lambda: draw_forest(numbers, styles),
        )
    ]  # fmt: skip
