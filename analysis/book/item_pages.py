"""A page for each item of the ledger, at an address that stays: `items/<id>.html`."""

import re
from collections.abc import Mapping
from pathlib import Path

from analysis.book.results import Results, read_rows

FOLDER = "items"
#: An id names a file: letters and digits of any script, and single hyphens between them.
ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: What a heading may hold: nothing that Markdown, HTML or a template could read as markup.
UNSAFE = re.compile(r"[^\w ,.'’“”()/–%-]|_")
PAGE = """---
orphan: true
---

# {title}

```{{ledger-item}} {id}
```
"""


def items(results: Results) -> list[Mapping[str, str]]:
    """Return the ledger's items that were not rejected, in the order of the matrix."""
    if "ledger_items" not in results.tables:
        return []
    table = read_rows(results.folder / "ledger_items.csv")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    matrix = read_rows(results.folder / "statement_matrix.csv")
    order = list(dict.fromkeys(row[matrix.columns.index("item")] for row in matrix.rows))
    return sorted((row for row in rows if row["status"] != "rejected"), key=lambda row: order.index(row["id"]))


def write_item_pages(results: Results, pages: Path) -> None:
    """Write a page for each item into the folder of pages; it only names the item that its directive shows.

    Raises
    ------
    ValueError
        If an item's id could not be the name of a file.
    """
    for item in items(results):
        if not ID.fullmatch(item["id"]):
            message = f"{item['id']!r} cannot name the page of an item: use letters, digits and hyphens"
            raise ValueError(message)
        (pages / FOLDER).mkdir(exist_ok=True)
        title = safe_title(f"{item['subject']} – {item['attribute']}")
        page = PAGE.format(title=title[:1].upper() + title[1:], id=item["id"])
        (pages / FOLDER / f"{item['id']}.md").write_text(page, encoding="utf-8")


def safe_title(words: str) -> str:
    """Return what of some words may stand in a heading."""
    return " ".join(UNSAFE.sub(" ", words).split())


def item_uri(id_: str, docname: str) -> str:
    """Return the address of an item's page as seen from another page.

    >>> item_uri("Q01", "disagree"), item_uri("Q01", "items/Q02")
    ('items/Q01.html', 'Q01.html')
    """
    return f"{id_}.html" if docname.startswith(f"{FOLDER}/") else f"{FOLDER}/{id_}.html"
