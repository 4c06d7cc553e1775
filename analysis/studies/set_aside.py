"""What on each page is not the article, and what would change if it were counted."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.corpus.spans import KINDS
from analysis.figures.bars import MOST_BARS, draw_parts
from analysis.measures.readability import flesch_kincaid_grade
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables
from analysis.studies.wording import drawn, list_of, number, quantity, spoken
from analysis.tables import Column, Table

TITLE = "What was set aside?"
PAGE = "set-aside"
NARRATIVE = "narrative"
ORDER = (NARRATIVE, "repeated", "furniture", "caption", "note", "correction", "heading", "byline")

TABLES = {
    "set_aside": Table(
        "Words of each page by kind",
        ("article", "kind"),
        {
            "article": Column("string", "", "article id"),
            "outlet": Column("string", "", "whose report it is"),
            "kind": Column("string", "", "narrative, or why the words were set aside"),
            "words": Column("Int64", "words", "words of that kind"),
            "share": Column("float", "share", "share of the page's words, 0–1"),
        },
    ),
    "set_aside_spans": Table(
        "Every span that was set aside",
        ("article", "start"),
        {
            "article": Column("string", "", "article id"),
            "start": Column("Int64", "code points", "where the span begins in the raw text"),
            "end": Column("Int64", "code points", "where it ends (exclusive)"),
            "kind": Column("string", "", "heading, byline, caption, furniture, note, correction or repeated"),
            "reason": Column("string", "", "the rule that set it aside"),
            "words": Column("Int64", "words", "words of the span"),
        },
    ),
    "with_and_without": Table(
        "Key measures of the narrative and of the whole page",
        ("article", "measure"),
        {
            "article": Column("string", "", "article id"),
            "measure": Column("string", "", "words, words per sentence or Flesch-Kincaid grade"),
            "narrative": Column("float", "", "without what was set aside"),
            "whole_page": Column("float", "", "with everything on the page"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:
    """Add up the words of each kind, and measure each page with and without what was set aside."""
    outlets = dict(zip(earlier["accounts"]["article"], earlier["accounts"]["outlet"], strict=True))
    rows: list[dict[str, Any]] = []
    measured: list[dict[str, Any]] = []
    marks = inputs.features["marks"]
    for article in inputs.features["articles"].itertuples():
        own = marks[marks["article"] == article.article]
        words = {NARRATIVE: int(article.narrative_words), **own.groupby("kind")["words"].sum().astype(int)}
        rows += [
            {
                "article": article.article,
                "outlet": outlets[article.article],
                "kind": kind,
                "words": count,
                "share": count / int(article.words),
            }
            for kind, count in words.items()
        ]
        sentences = inputs.features["sentences"]
        measured += _with_and_without(article.article, sentences[sentences["article"] == article.article])
    return {
        "set_aside": rows,
        "set_aside_spans": marks.drop(columns="paragraph"),
        "with_and_without": measured,
    }


def _with_and_without(article: str, sentences: pd.DataFrame) -> list[dict[str, Any]]:
    narrative, whole = _measures(sentences[sentences["kind"] == NARRATIVE]), _measures(sentences)
    return [
        {"article": article, "measure": name, "narrative": narrative[name], "whole_page": whole[name]} for name in whole
    ]


def _measures(sentences: pd.DataFrame) -> dict[str, float]:
    words, n = float(sentences["words"].sum()), len(sentences)
    syllables = sentences["syllables"].astype("Float64").to_numpy(dtype=float, na_value=np.nan).sum()
    components = {key: np.array(v) for key, v in (("words", words), ("sentences", float(n)), ("syllables", syllables))}
    return {
        "words": words,
        "words_per_sentence": words / n if n else np.nan,
        "flesch_kincaid_grade": float(flesch_kincaid_grade(components)),
    }


def facts(results: Results) -> dict[str, Fact]:
    """Words in all and of the narrative."""
    table = results["set_aside"]
    total = int(table["words"].sum())
    narrative = int(table.loc[table["kind"] == NARRATIVE, "words"].sum())
    return {
        "words_total": Fact(total, number(total), "words in all files"),
        "words_narrative": Fact(narrative, number(narrative), "words of narrative in all files"),
        "words_set_aside": Fact(total - narrative, number(total - narrative), "words set aside in all files"),
    }


def findings(results: Results) -> list[Finding]:
    """The page with the largest share set aside; correction notes found."""
    return [_most_set_aside(results), _corrections(results)]


def _most_set_aside(results: Results) -> Finding:
    narrative = results["set_aside"]
    narrative = narrative[narrative["kind"] == NARRATIVE]
    sentence = ""
    least = narrative.loc[narrative["share"].idxmin()] if len(narrative) else None
    if least is not None and least["share"] < 1:
        page = results["set_aside"][results["set_aside"]["article"] == least["article"]]
        whole = int(page["words"].sum())
        rest = page[page["kind"] != NARRATIVE].sort_values(["words", "kind"], ascending=[False, True])
        kinds = list_of([f"{row.kind} {number(row.words)}" for row in rest.itertuples()])
        sentence = (
            f"Of the {number(whole)} words on the page {least['article']}, {number(int(least['words']))} are the "
            f"article; the rest is not counted ({kinds})."
        )
    return Finding("most-set-aside", PAGE, sentence, "at least one word was set aside", figure="fig-set-aside")


def _corrections(results: Results) -> Finding:
    spans = results["set_aside_spans"]
    articles = sorted(set(spans.loc[spans["kind"] == "correction", "article"]))
    outlets = dict(zip(results["accounts"]["article"], results["accounts"]["outlet"], strict=True))
    sentence = ""
    if articles:
        named = list_of([a if a == outlets[a] else f"{a} ({outlets[a]})" for a in articles])
        texts = "text" if len(articles) == 1 else "texts"
        verb = "carries a note that corrects" if len(articles) == 1 else "carry notes that correct"
        sentence = f"The {texts} {named} {verb} earlier statements of the article; other accounts may still hold them."
    return Finding("corrections", PAGE, sentence, "a correction note was found", figure="fig-set-aside", weight=12)


def figures(results: Results) -> list[Figure]:
    """One bar per file."""
    table = results["set_aside"]
    numbers = table[["article", "outlet", "kind", "words", "share"]].reset_index(drop=True)
    present = set(numbers["kind"])
    meanings = [f"{kind}: {meaning}" for kind, meaning in KINDS.items() if kind in present]
    totals = numbers.groupby("article")["words"].sum()
    narrative = numbers[numbers["kind"] == NARRATIVE].set_index("article")["words"]
    said = [f"{article}: {number(narrative[article])} of {number(totals[article])} words" for article in totals.index]
    least = (narrative / totals).idxmin()
    title = f"Of the {number(totals[least])} words on {least}, {number(narrative[least])} are the article"
    if (narrative == totals).all():
        title = "Nothing had to be set aside: every word is the article’s"
    caption = (
        "Words of each file by kind. Only the narrative is counted in the other pages. Nothing is deleted: each span "
        "that was set aside is listed with its place and the rule that marked it."
        + (f" {'; '.join(meanings)}." if meanings else "")
        + drawn(min(len(totals), MOST_BARS), len(totals), "file", which="the longest")
    )
    alt = "Words of the article proper out of all words on the page. " + spoken(said)
    kinds = [kind for kind in ORDER if kind in present]
    n = f"{quantity(len(totals), 'file')}, {quantity(int(totals.sum()), 'word')}"
    return [Figure("fig-set-aside", PAGE, title, caption, alt, n, numbers, lambda: draw_parts(numbers, kinds))]
