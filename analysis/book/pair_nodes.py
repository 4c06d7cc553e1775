"""One pair of articles as document nodes: how they are related and why, how much they share, passage beside passage."""

from collections.abc import Mapping, Sequence
from typing import Any

from docutils import nodes

from analysis.book.marked_words import marked
from analysis.book.nodes import link, text
from analysis.book.pair_list import of_one_origin, percent, plain_table
from analysis.book.pair_pages import pair_name, pair_uri, pairs
from analysis.book.results import Results, known
from analysis.book.statement_nodes import Row, table_rows
from analysis.book.strip_nodes import Band, pair_strip

RELATIONS = {
    "identical": "The two are the same text.",
    "excerpt": "A piece of one stands word for word, or nearly, in the other.",
    "republished": "Half or more of one stands in the other, with small changes.",
    "reworded": "One stands in the other, or both in a third, with words replaced and their order kept.",
    "follows": "One tells the other’s matter in its order, or both a third’s.",
    "shared quotations only": "They have nothing in common but what both quote; neither need have read the other.",
    "independent": "They have nothing, or a sentence, in common beyond quotations.",
}
#: Confidence of a direction from which it is a record that says so.
STATED = 0.95
#: How the words of a passage are marked, and what the reader is told.
MARKED = {
    "edited": "marked: words that only this side has",
    "reworded": "marked: words that both sides have",
    "following": "marked: words that both sides have",
    "quotation": "marked: words that only this side has",
    "identical": "",
}


def pair_page(results: Results, name: str, held: Sequence[Mapping[str, Any]]) -> list[nodes.Node]:
    """Return everything that the results hold about a pair.

    Parameters
    ----------
    results : Results
    name : str
        As `analysis.book.pair_pages.pair_name` makes it.
    held : sequence of mapping
        The passages with their text, in the order of the table; empty in the published edition.

    Raises
    ------
    analysis.book.results.UnknownKeyError
        If there is no such pair.
    """
    listed = pairs(results)
    names = [pair_name(row["article_a"], row["article_b"]) for row in listed]
    pair = listed[names.index(known(name, names, what="pair", where="text_reuse.csv"))]
    articles = {row["article"]: row for row in table_rows(results, "articles")}
    both = [articles[pair["article_a"]], articles[pair["article_b"]]]
    passages = [
        row
        for row in table_rows(results, "passages")
        if (row["article_a"], row["article_b"]) == (pair["article_a"], pair["article_b"])
    ]
    return [
        nodes.paragraph("", "", link("Who took what from whom?", "../reuse.html"), classes=["item-up"]),
        *_relation(pair, both),
        _shares(pair, both),
        _strip(both, passages, results),
        *_passages(both, passages, held),
        _ways(listed, names.index(name)),
    ]


def _relation(pair: Row, both: Sequence[Row]) -> list[nodes.Node]:
    line = nodes.paragraph(classes=["item-summary"])
    line += nodes.strong("", f"{pair['relation'][:1].upper()}{pair['relation'][1:]}")
    line += nodes.Text(f". {RELATIONS[pair['relation']]}")
    sure = f"Confidence {confidence(pair['relation_confidence'])}: {pair['evidence']}."
    return [line, text(sure, classes=["explanation"]), *_direction(pair, both)]


def _direction(pair: Row, both: Sequence[Row]) -> list[nodes.Node]:
    if not of_one_origin(pair):
        return []
    if pair["direction"] == "undetermined":
        reasons = f" What is known: {pair['reasons']}." if pair["reasons"] else ""
        why = "Two reasons of different kinds, one of them a date or a credit, are asked for."
        return [text(f"Which came first is undetermined. {why}{reasons}", classes=["explanation"])]
    outlets = [article["outlet"] for article in both]
    called = outlets if outlets[0] != outlets[1] else [article["article"] for article in both]
    origin, later = called if pair["direction"] == "a->b" else called[::-1]
    sure = float(pair["direction_confidence"])
    verb = "follows" if pair["relation"] == "follows" else "was made from"
    known = "Stated" if sure >= STATED else "Inferred"
    said = f"{known}: {later} {verb} {origin} (confidence {confidence(pair['direction_confidence'])})"
    return [text(f"{said}. {_capital(pair['reasons'].removeprefix('stated: '))}.", classes=["explanation"])]


def confidence(value: str) -> str:
    """Write a confidence with two digits; only certainty is 1.

    >>> confidence("0.997"), confidence("1")
    ('0.99', '1')
    """
    return "1" if float(value) == 1 else f"{min(float(value), 0.99):.2f}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _shares(pair: Row, both: Sequence[Row]) -> nodes.table:
    heads = ("text", "of whom", "copied or reworded", "in passages that both have", "its own")
    rows = []
    for side, article in zip("ab", both, strict=True):
        aligned = float(pair[f"aligned_{side}"] or "nan")
        carried = article["carrier"] and article["carrier"] != article["outlet"]
        whose = article["outlet"] + (f", as carried by {article['carrier']}" if carried else "")
        shares = (float(pair[f"containment_{side}"] or "nan"), aligned, 1 - aligned)
        rows.append([article["article"], whose, *(percent(share) for share in shares)])
    cells = [[text(cell) for cell in row] for row in rows]
    return plain_table("How much of each text the other has, in narrative words", heads, cells, classes=["shares"])


def _strip(both: Sequence[Row], passages: Sequence[Row], results: Results) -> nodes.Node:
    ends = {row["article"]: int(row["end"]) for row in table_rows(results, "segments")}
    bands = [
        Band(int(row["start_a"]), int(row["end_a"]), int(row["start_b"]), int(row["end_b"]), row["kind"])
        for row in passages
    ]
    names = both[0]["article"], both[1]["article"]
    return pair_strip(names, (ends.get(names[0], 1), ends.get(names[1], 1)), bands)


def _passages(both: Sequence[Row], passages: Sequence[Row], held: Sequence[Mapping[str, Any]]) -> list[nodes.Node]:
    heads = (both[0]["article"], "how", both[1]["article"])
    rows = []
    for place, row in enumerate(passages):
        texts = [p["text"] for p in held[place]["passages"]] if place < len(held) else ["", ""]
        rows.append(
            [
                _side(row, "a", texts[0], texts[1]),
                _kind(row, shown=place < len(held)),
                _side(row, "b", texts[1], texts[0]),
            ]
        )
    note = "Places: paragraph and sentence from 1, then code points of the raw text." + (
        "" if held else " This edition shows no passages: it names up to seven words that differ, by the alphabet."
    )
    shown = plain_table(f"The passages, side by side ({len(rows)})", heads, rows, classes=["passages"])
    return [shown, text(note, classes=["table-note"])]


def _side(row: Row, side: str, own: str, other: str) -> nodes.Node:
    cell = nodes.container()
    if own:
        cell += marked(own, other, shared=row["kind"] in ("reworded", "following"), plain=row["kind"] == "identical")
    elif row[f"only_{side}"]:
        cell += text(f"only here: {row[f'only_{side}']}", classes=["only"])
    sentence = f"¶ {int(row[f'paragraph_{side}']) + 1}, sentence {int(row[f'sentence_{side}']) + 1}, " if row[
        f"sentence_{side}"
    ] else ""  # fmt: skip
    cell += text(f"{sentence}{row[f'start_{side}']}–{row[f'end_{side}']}", classes=["place"])
    return cell


def _kind(row: Row, *, shown: bool) -> nodes.Node:
    cell = nodes.container()
    cell += text(row["kind"], classes=["kind", row["kind"]])
    cell += text(f"{row['words']} words in both, likeness {float(row['similarity']):.2f}", classes=["place"])
    if shown and MARKED[row["kind"]]:
        cell += text(MARKED[row["kind"]], classes=["only"])
    elif row["both"]:
        cell += text(f"in both: {row['both']}", classes=["only"])
    return cell


def _ways(listed: Sequence[Row], at: int) -> nodes.Node:
    """The pairs before and after, the closest first."""
    ways = nodes.paragraph(classes=["item-ways"])
    for arrow, other in (("←", at - 1), ("→", at + 1)):
        if 0 <= other < len(listed):
            a, b = listed[other]["article_a"], listed[other]["article_b"]
            ways += nodes.Text(" " if len(ways) else "")
            ways += link(f"{arrow} {a} and {b}", pair_uri(a, b, "pairs/"))
    return ways
