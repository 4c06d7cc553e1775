"""What pages show of the results besides tables and figures: findings, passages, versions, the dictionary."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docutils import nodes

from analysis.book.figure_nodes import has_picture, miniature
from analysis.book.nodes import link, text
from analysis.book.results import Results, TableRows, read_rows
from analysis.book.table_nodes import View, column_label, table_nodes

NO_FINDING = "No sentence about this is shown: none of its conditions is met by these texts."
NO_PASSAGES = "The published edition holds no passages: the texts are their publishers'."
DICTIONARY = {
    "column": {"type": "string", "unit": "", "meaning": ""},
    "type": {"type": "string", "unit": "", "meaning": ""},
    "meaning": {"type": "string", "unit": "", "meaning": ""},
}


def finding_list(findings: Sequence[Mapping[str, Any]]) -> nodes.Node:
    """Return the sentences of findings as a list, or say that there is none."""
    if not findings:
        return text(NO_FINDING, classes=["empty-findings"])
    items = [nodes.list_item("", text(f["sentence"]), ids=[f["id"]]) for f in findings]
    return nodes.bullet_list("", *items, classes=["findings"])


def finding_cards(
    results: Results,
    findings: Sequence[Mapping[str, Any]],
    *,
    page_uri: Callable[[str], str],
    page_title: Callable[[str], str],
) -> nodes.Node:
    """Return findings as cards: a sentence, a miniature of its figure, a link to its page."""
    if not findings:
        return text(NO_FINDING, classes=["empty-findings"])
    cards = nodes.container(classes=["finding-cards"])
    for finding in findings:
        card = nodes.container(classes=["finding-card"], ids=[finding["id"]])
        figure = finding.get("figure") or ""
        card += text(finding["sentence"], classes=["finding-sentence"])
        if has_picture(results, figure):
            card += miniature(results, figure)
        there = bool(figure) and results.figure(figure)["page"] == finding["page"]
        uri = page_uri(finding["page"]) + (f"#{figure}" if there else "")
        card += nodes.paragraph("", "", link(page_title(finding["page"]), uri), classes=["finding-page"])
        cards += card
    return cards


def passages(evidence: Mapping[str, Any] | None, table: str) -> list[nodes.Node]:
    """Return the passages behind a table's rows, or why there are none.

    Parameters
    ----------
    evidence : mapping or None
        Table → list of items with `id`, `label` and `passages` (`article`, `start`, `end`,
        `text`); None in the published edition.
    table : str
    """
    if evidence is None:
        return [text(NO_PASSAGES, classes=["no-passages"])]
    boxes: list[nodes.Node] = []
    for item in evidence.get(table, []):
        box = nodes.container(classes=["evidence"])
        box += text(f"{item['id']}: {item['label']}", classes=["evidence-label"])
        for passage in item["passages"]:
            box += nodes.block_quote(
                "",
                text(passage["text"]),
                text(f"{passage['article']}, {passage['start']}–{passage['end']}", nodes.attribution()),
            )
        boxes.append(box)
    return boxes or [text("We found none.", classes=["no-passages"])]


def article_list(items: Sequence[Mapping[str, Any]]) -> nodes.Node:
    """Return the articles as a list: outlet, title, date, carrier, and the address as a link if it is one.

    Parameters
    ----------
    items : sequence of mapping
        CSL-JSON items.
    """
    entries = nodes.bullet_list("", classes=["article-list"])
    for item in items:
        line = nodes.paragraph()
        line += nodes.strong("", item["container-title"])
        parts = [f"“{item['title']}”"] if "title" in item else []
        dates = item.get("issued", {}).get("date-parts", [])
        days = ["-".join(f"{part:02}" for part in day) for day in dates]
        parts += [(" to ".join(days) + (", about" if item["issued"].get("circa") else ""))] if days else []
        parts += [f"published by {item['publisher']}"] if "publisher" in item else []
        line += nodes.Text(f" ({item['id']}): " + ", ".join(parts) + (". " if parts else "no more is recorded. "))
        address = item.get("URL", "")
        if address.startswith(("https://", "http://")):
            line += nodes.reference("", "", nodes.Text("This copy"), refuri=address, internal=False)
        entries += nodes.list_item("", line)
    return entries


def data_dictionary(results: Results) -> list[nodes.Node]:
    """Return a section for each table: what it holds, what each column means, where the CSV is."""
    sections: list[nodes.Node] = []
    for name in sorted(results.tables, key=lambda name: (results.tables[name]["study"], name)):
        table = results.tables[name]
        section = nodes.section("", ids=[nodes.make_id(f"table-{name}")], names=[f"table-{name}"])
        section += nodes.title("", f"{name}.csv")
        count = len(read_rows(results.folder / f"{name}.csv").rows)
        line = nodes.paragraph("", "", nodes.Text(f"{table['title']}. Study: {table['study']}. Rows: {count:,}. "))
        line += link(f"{name}.csv", f"results/{name}.csv", download=True)
        section += line
        rows = tuple(
            (column_name, column["type"], column["meaning"] + (f" ({column['unit']})" if column["unit"] else ""))
            for column_name, column in table["columns"].items()
        )
        section += table_nodes(
            TableRows(tuple(DICTIONARY), rows),
            DICTIONARY,
            view=View(rows=0),
            caption=f"Columns of {name}.csv",
            name=name,
        )
        sections.append(section)
    return sections


def facts_table(results: Results) -> list[nodes.Node]:
    """Return every fact with its key, its value and its meaning."""
    columns = dict.fromkeys(("key", "value", "meaning"), DICTIONARY["meaning"])
    rows = tuple((key, fact["text"], fact["meaning"]) for key, fact in sorted(results.facts.items()))
    return table_nodes(TableRows(tuple(columns), rows), columns, view=View(rows=0), caption="Facts", name="facts.json")


def manifest_tables(manifest: Mapping[str, Any]) -> list[nodes.Node]:
    """Return a table for every part of the manifest: inputs, outputs, versions."""
    columns = {"name": DICTIONARY["meaning"], "value": DICTIONARY["meaning"]}
    tables: list[nodes.Node] = []
    plain = {key: value for key, value in manifest.items() if not isinstance(value, Mapping | list)}
    parts = {key: value for key, value in manifest.items() if isinstance(value, Mapping | list)}
    for title, part in [*(([("edition", plain)]) if plain else []), *parts.items()]:
        rows = tuple(_flat(part))
        tables += table_nodes(
            TableRows(("name", "value"), rows),
            columns,
            view=View(rows=0),
            caption=column_label(title, ""),
            name="manifest.json",
        )
    return tables


def _flat(part: Any, name: str = "") -> list[tuple[str, str]]:
    if isinstance(part, Mapping):
        inner = [(f"{name} {key}".strip(), value) for key, value in part.items()]
    elif isinstance(part, list):
        inner = [(f"{name} {index}".strip(), value) for index, value in enumerate(part, start=1)]
    else:
        return [(name, "n/a" if part is None else str(part))]
    return [row for key, value in inner for row in _flat(value, key)]
