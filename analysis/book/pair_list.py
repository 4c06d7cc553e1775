"""All pairs of articles that share something as document nodes: a table with the way to each pair's page."""

from collections.abc import Sequence

from docutils import nodes

from analysis.book.nodes import link, table_caption, text
from analysis.book.pair_pages import pair_uri, pairs
from analysis.book.results import Results
from analysis.book.statement_nodes import Row, table_rows


def pair_list(results: Results, docname: str) -> list[nodes.Node]:
    """Return every pair that shares something as a table, with the way to its page."""
    listed = pairs(results)
    if not listed:
        return [text("No two articles share anything.", classes=["empty-table"])]
    heads = ("pair", "relation", "of the first", "of the second", "origin, stated or inferred")
    rows = [
        [
            nodes.paragraph("", "", link(f"{a} and {b}", pair_uri(a, b, docname))),
            text(row["relation"]),
            *(text(percent(float(row[f"aligned_{side}"] or "nan"))) for side in "ab"),
            text({"a->b": a, "b->a": b}.get(row["direction"], row["direction"] if of_one_origin(row) else "")),
        ]
        for row in listed
        for a, b in [(row["article_a"], row["article_b"])]
    ]
    total = len(table_rows(results, "text_reuse"))
    left = f" {total - len(rows):,} more pairs are in the CSV only." if total > len(rows) else ""
    note = f"“Of the first”: share of its narrative words in passages that the second has, too.{left} "
    line = text(note, classes=["table-note"])
    line += link("text_reuse.csv", "results/text_reuse.csv", download=True)
    return [plain_table(f"Pairs that share something ({total:,})", heads, rows, classes=["pairs"]), line]


def of_one_origin(pair: Row) -> bool:
    """Whether the two articles of a pair have one origin."""
    return pair["relation"] not in ("shared quotations only", "independent")


def percent(share: float) -> str:
    """Write a share in percent, "n/a" where it is undefined."""
    return f"{100 * share:.0f} %" if share == share else "n/a"


def plain_table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[nodes.Node]], *, classes: Sequence[str] = ()
) -> nodes.table:
    """Return a table of cells that are nodes already."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in heads), cols=len(heads))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", text(head)) for head in heads)))
    group += nodes.tbody("", *(nodes.row("", *(nodes.entry("", cell) for cell in row)) for row in rows))
    return nodes.table("", text(caption, table_caption()), group, classes=["results-table", *classes])
