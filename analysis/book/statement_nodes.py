"""The matrix of statements and accounts as document nodes: a table for each kind, a row for each statement."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from docutils import nodes

from analysis.book.item_pages import item_uri
from analysis.book.nodes import link, table_caption, text
from analysis.book.results import Results, read_rows

Row = Mapping[str, str]
NO_LEDGER = "Nobody has coded these articles: there is no ledger, and so no reviewed statement."
ALL_REJECTED = "Every item of the ledger was rejected in a review."
SILENT, REPEATED, FOREIGN = "·", "‡", "▨"
#: More accounts than these find no room as columns; then each value names its accounts.
MOST_COLUMNS = 8
MOST_NAMED = 6
GRAVITY = 3


def table_rows(results: Results, name: str) -> list[Row]:
    """Return the rows of a table of results as mappings."""
    results.table(name)
    table = read_rows(results.folder / f"{name}.csv")
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def statement_tables(results: Results, docname: str) -> list[nodes.Node]:
    """Return one table for each of the five words that has a statement, or say why there is none."""
    columns, rows = table_rows(results, "account_columns"), table_rows(results, "statement_matrix")
    if not rows:
        why = ALL_REJECTED if table_rows(results, "ledger_items") else NO_LEDGER
        return [text(why, classes=["empty-table"])]
    rows.sort(key=lambda row: int(row["row"]))
    tables: list[nodes.Node] = []
    for kind, of_kind in groupby(rows, key=lambda row: row["kind"]):
        statements = [list(group) for _, group in groupby(of_kind, key=lambda row: row["item"])]
        tables.append(_kind_table(kind, statements, columns, docname))
    return tables


def _kind_table(kind: str, statements: Sequence[list[Row]], columns: Sequence[Row], docname: str) -> nodes.table:
    wide = len(columns) > MOST_COLUMNS
    heads: list[nodes.entry] = [_entry(text("Statement"))]
    heads += [_entry(text("What the accounts say"))] if wide else [_column_head(column) for column in columns]
    body = nodes.tbody()
    for statement in statements:
        cells = [_values(statement, columns)] if wide else [_cell(statement, column) for column in columns]
        body += nodes.row("", _subject(statement[0], docname), *cells)
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in heads), cols=len(heads))
    group += nodes.thead("", nodes.row("", *heads))
    group += body
    caption = text(f"{kind[:1].upper()}{kind[1:]}", table_caption())
    caption += nodes.inline("", f" ({len(statements)})", classes=["count"])
    classes = ["results-table", "statements", *(["by-value"] if wide else [])]
    return nodes.table("", caption, group, classes=classes, ids=[nodes.make_id(f"kind-{kind}")])


def _entry(*content: nodes.Node, classes: Sequence[str] = ()) -> nodes.entry:
    return nodes.entry("", *content, classes=list(classes))


def _column_head(column: Row) -> nodes.entry:
    head = [text(column["label"])]
    if column["foreign"] == "true":
        via = f"{FOREIGN} via {column['carrier']}" if column["carrier"] else f"{FOREIGN} not its own words"
        head.append(text(via, classes=["carrier"]))
    return _entry(*head, classes=["foreign"] if column["foreign"] == "true" else [])


def _subject(row: Row, docname: str) -> nodes.entry:
    severity = int(row["severity"])
    dots = "●" * severity + "○" * (GRAVITY - severity)
    grave = nodes.abbreviation("", dots, explanation=f"severity {severity} of {GRAVITY}")
    line = nodes.paragraph("", "", grave, classes=["severity"])
    if row["within"] == "true":
        line += nodes.Text(" inside one text")
    if row["status"] == "candidate":
        line += nodes.Text(" not reviewed")
    name = nodes.paragraph("", "", link(row["subject"], item_uri(row["item"], docname)))
    return _entry(name, line, classes=["statement"])


def _cell(statement: Sequence[Row], column: Row) -> nodes.entry:
    own = [row for row in statement if row["column"] == column["column"]]
    if not own:
        return _entry(text(SILENT), classes=["silent"])
    classes = [f"value-{int(own[0]['group']) % 6}", *(["foreign"] if column["foreign"] == "true" else [])]
    return _entry(*(_value(row) for row in own), classes=classes)


def _value(row: Row) -> nodes.paragraph:
    line = text(row["value"] + (f" ({row['outlet_of_copy']})" if row["outlet_of_copy"] else ""))
    if row["repeated"] == "true":
        line += nodes.Text(f" {REPEATED}")
    if row["said_by"]:
        line += nodes.Text(" ")
        line += nodes.emphasis("", row["said_by"])
    return line


def _values(statement: Sequence[Row], columns: Sequence[Row]) -> nodes.entry:
    """Each value with the accounts that give it, those that only repeat it marked, and how many say nothing."""
    lines: list[nodes.Node] = []
    for group in sorted({int(row["group"]) for row in statement}):
        rows = [row for row in statement if int(row["group"]) == group]
        line = nodes.paragraph("", "", nodes.strong("", rows[0]["value"]), classes=[f"value-{group % 6}"])
        names = list(dict.fromkeys(_who(row, columns) for row in rows))
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        line += nodes.Text(f": {', '.join(names[:MOST_NAMED])}{more}")
        lines.append(line)
    silent = len(columns) - len({row["column"] for row in statement})
    lines.append(text(f"{SILENT} {silent} of {len(columns)} accounts say nothing about it", classes=["silent"]))
    return _entry(*lines)


def _who(row: Row, columns: Sequence[Row]) -> str:
    """Whose value it is, with the marks that it has in a table of columns: the copy's outlet where only that has it."""
    column = next(column for column in columns if column["column"] == row["column"])
    marks = [FOREIGN] if column["foreign"] == "true" else []
    marks += [REPEATED] if row["repeated"] == "true" else []
    marks += [f"({row['said_by']})"] if row["said_by"] else []
    return " ".join([row["outlet_of_copy"] or column["label"], *marks])
