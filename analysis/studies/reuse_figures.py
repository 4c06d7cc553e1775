"""The pictures of text reuse: which share of each article stands in each other, and where."""

import pandas as pd

from analysis.figures.matrix import draw_matrix, matrix_articles
from analysis.figures.outlets import outlet_styles
from analysis.figures.strips import draw_strips
from analysis.studies.accounts import SAME_LINEAGE, one_account
from analysis.studies.contract import Figure, Results
from analysis.studies.wording import counted, drawn, list_of, quantity, sentence_case, spoken

PAGE = "reuse"
MOST_STRIPS = 20


def matrix_figure(results: Results) -> Figure:
    """Draw which share of each article stands in each other."""
    pairs = results["text_reuse"]
    both = [
        {"article": a, "stands_in": b, "share": share, "relation": p.relation}
        for p in pairs.itertuples()
        for a, b, share in ((p.article_a, p.article_b, p.aligned_a), (p.article_b, p.article_a, p.aligned_b))
    ]
    numbers = pd.DataFrame(both, columns=["article", "stands_in", "share", "relation"])
    articles = _strip_order(results)
    shown = matrix_articles(numbers, articles)
    caption = (
        "Share of the row’s narrative words that stand in passages also found in the column’s article, in the same "
        "or in other words; “follows” is found by the order of sentences, of which few words need be shared. "
        "Quotations alone, headings, captions and page furniture do not count. A dot: nothing was found. No number "
        "says who took from whom." + drawn(len(shown), len(articles), "file", which="those that share text")
    )
    said = [
        f"{row.article} in {row.stands_in}: {100 * row.share:.0f} %, {row.relation}"
        for row in numbers.sort_values(["share", "article", "stands_in"], ascending=[False, True, True]).itertuples()
    ]
    alt = "Shares of words found in other articles. " + (spoken(said, most=16) if said else "No pair shares text.")
    n = f"{quantity(len(articles), 'file')}, {quantity(len(articles) * (len(articles) - 1) // 2, 'pair')}"
    return Figure(
        "fig-reuse-matrix", PAGE, _matrix_title(pairs), caption, alt, n, numbers, lambda: draw_matrix(numbers, shown)
    )


def _matrix_title(pairs: pd.DataFrame) -> str:
    copies = len(one_account(pairs))
    follow = int(pairs["relation"].isin(SAME_LINEAGE).sum()) - copies
    if copies or follow:
        return (
            f"{sentence_case(counted(copies, 'pair'))} of files {'is' if copies == 1 else 'are'} one account; "
            f"{counted(follow, 'pair')} {'has' if follow == 1 else 'have'} material of one origin in common"
        )
    some = f"; {counted(len(pairs), 'pair')} share{'s' if len(pairs) == 1 else ''} quotations or single passages"
    return "No two files are one text, and none follows another" + (some if len(pairs) else "")


def strips_figure(results: Results) -> Figure:
    """Draw every file as a bar with ribbons between the passages that neighbours share."""
    numbers = results["segments"]
    order = _strip_order(results)[:MOST_STRIPS]
    shown = numbers[numbers["article"].isin(order)]
    words = numbers.assign(length=shown["end"] - shown["start"]).pivot_table(
        index="article", columns="segment", values="length", aggfunc="sum", fill_value=0
    )
    body = words.drop(columns="set aside", errors="ignore").sum(axis=1)
    shared = (words["same material"] / body if "same material" in words else body * 0).fillna(0.0)
    caption = (
        "Each bar is a file from its first to its last character. Ribbons join passages of neighbouring bars: the same "
        "material in the same or other words. A ribbon does not say who took from whom. Quotations that stand in "
        "several accounts are marked apart: two reporters can hear the same words."
        + drawn(len(order), len(results["accounts"]), "file", which="those that share text first")
    )
    said = [
        f"{article}: " + list_of([f"{name} {share:.0f} %" for name, share in row.items() if share >= 0.5])
        for article, row in (100 * words.div(words.sum(axis=1), axis=0)).loc[sorted(order)].iterrows()
    ]
    n = f"{quantity(len(results['accounts']), 'file')}, {quantity(len(results['passages']), 'passage')}"
    styles = outlet_styles(results["accounts"])
    outlets = dict(zip(results["accounts"]["article"], results["accounts"]["outlet"], strict=True))
    return Figure(
        "fig-passage-strips", PAGE, _strips_title(shared, results["accounts"]), caption, spoken(said), n,
        shown.reset_index(drop=True),
        lambda: draw_strips(shown, results["passages"], order, {a: styles[outlets[a]] for a in order}),
    )  # fmt: skip


def _strips_title(shared: pd.Series, accounts: pd.DataFrame) -> str:
    if len(set(accounts["account"])) == 1:
        return "All files are one account"
    most = shared.drop(accounts.loc[accounts["article"] != accounts["account"], "article"], errors="ignore").idxmax()
    if not shared[most]:
        return "No account tells another’s material in the same order or words"
    return f"{100 * shared[most]:.0f} % of {most} tells the same material as another account"


def _strip_order(results: Results) -> list[str]:
    """Files of one lineage under each other, copies beside the text they count with; shared text first."""
    passages = results["passages"]
    sharing = set(passages["article_a"]) | set(passages["article_b"])
    accounts = results["accounts"]
    lineage_shares = {lineage: bool(set(group["article"]) & sharing) for lineage, group in accounts.groupby("lineage")}
    sizes = accounts.groupby("lineage").size()
    ordered = sorted(
        accounts.itertuples(),
        key=lambda r: (-sizes[r.lineage], not lineage_shares[r.lineage], r.lineage, r.account, r.counted, r.article),
    )
    return [row.article for row in ordered]
