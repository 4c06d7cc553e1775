"""A page for each pair of articles that share something, at an address that stays: `pairs/<a>--<b>.html`."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from analysis.book.item_pages import safe_title
from analysis.book.results import Results, read_rows

FOLDER = "pairs"
#: More pairs than these have no page of their own; the closest come first.
MOST_PAGES = 400
#: From the closest relation to the loosest.
ORDER = ("identical", "excerpt", "republished", "reworded", "follows", "shared quotations only", "independent")
PAGE = """---
orphan: true
---

# {a} and {b}

```{{reuse-pair}} {name}
```
"""


def pair_name(a: str, b: str) -> str:
    """Return the name of a pair; two hyphens cannot stand in an article's id.

    >>> pair_name("herald-one", "tribune")
    'herald-one--tribune'
    """
    return f"{a}--{b}"


def pairs(results: Results) -> list[Mapping[str, str]]:
    """Return the pairs that have a page: the closest relation first, then those that share most."""
    if "text_reuse" not in results.tables:
        return []
    table = read_rows(results.folder / "text_reuse.csv")
    rows: list[Mapping[str, str]] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    rows.sort(key=lambda row: (ORDER.index(row["relation"]), -_share(row), row["article_a"], row["article_b"]))
    return rows[:MOST_PAGES]


def write_pair_pages(results: Results, pages: Path) -> None:
    """Write a page for each pair into the folder of pages; it only names the pair that its directive shows."""
    shown = pairs(results)
    if not shown:
        return
    table = read_rows(results.folder / "accounts.csv")
    article, outlet = table.columns.index("article"), table.columns.index("outlet")
    outlets = {row[article]: row[outlet] for row in table.rows}
    outlet_pairs = Counter((outlets[row["article_a"]], outlets[row["article_b"]]) for row in shown)
    for row in shown:
        (pages / FOLDER).mkdir(exist_ok=True)
        name = pair_name(row["article_a"], row["article_b"])
        a, b = outlets[row["article_a"]], outlets[row["article_b"]]
        called = (
            [safe_title(a) or row["article_a"], safe_title(b) or row["article_b"]]
            if a != b
            else [row["article_a"], row["article_b"]]
        )
        if a != b and outlet_pairs[a, b] + outlet_pairs[b, a] > 1:
            called = [f"{called[0]} ({row['article_a']})", f"{called[1]} ({row['article_b']})"]
        page = PAGE.format(a=called[0], b=called[1], name=name)
        (pages / FOLDER / f"{name}.md").write_text(page, encoding="utf-8")


def pair_uri(a: str, b: str, docname: str) -> str:
    """Return the address of a pair's page as seen from another page.

    >>> pair_uri("a", "b", "reuse"), pair_uri("a", "b", "pairs/c--d")
    ('pairs/a--b.html', 'a--b.html')
    """
    page = f"{pair_name(a, b)}.html"
    return page if docname.startswith(f"{FOLDER}/") else f"{FOLDER}/{page}"


def _share(row: Mapping[str, str]) -> float:
    return max(float(row[key] or 0) for key in ("aligned_a", "aligned_b"))
