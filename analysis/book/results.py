"""The results a book shows, read once and looked up by key.

The book never computes: it prints what the studies wrote. A key it does not find is a
defect of a page, so the error names the nearest key that exists.
"""

import csv
import difflib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

TABLE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


class UnknownKeyError(LookupError):
    """A page names something that the results do not hold."""


class TableRows(NamedTuple):
    """A table as its CSV holds it: column names, and cells as text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Results:
    """Everything a folder of results holds, except the rows of its tables.

    Attributes
    ----------
    folder : Path
    tables : mapping
        Table → its study, title and columns, as `tables.json` declares them.
    facts : mapping
        Key → text, value and meaning.
    findings : tuple of mapping
        In the order in which they are shown.
    figures : mapping
        Figure id → page, title, caption, alt text, n and table, in the order of the file.
    bibliography : tuple of mapping
        The articles as CSL-JSON items.
    manifest : mapping
        Inputs, outputs and versions with their hashes.
    """

    folder: Path
    tables: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, Mapping[str, Any]]
    findings: tuple[Mapping[str, Any], ...]
    figures: Mapping[str, Mapping[str, Any]]
    bibliography: tuple[Mapping[str, Any], ...]
    manifest: Mapping[str, Any]

    def fact(self, key: str) -> Mapping[str, Any]:
        """Return a fact: the text that is printed, its value and its meaning."""
        return self.facts[known(key, self.facts, what="fact", where="facts.json")]

    def finding(self, key: str) -> Mapping[str, Any]:
        """Return a finding, shown or not."""
        findings = {finding["id"]: finding for finding in self.findings}
        return findings[known(key, findings, what="finding", where="findings.json")]

    def figure(self, key: str) -> Mapping[str, Any]:
        """Return a figure's declaration."""
        return self.figures[known(key, self.figures, what="figure", where="figures.json")]

    def table(self, key: str) -> Mapping[str, Any]:
        """Return a table's declaration."""
        return self.tables[known(key, self.tables, what="table", where="tables.json")]

    def shown(self, page: str | None = None) -> list[Mapping[str, Any]]:
        """Return the findings whose condition is met, of one page or of all."""
        return [f for f in self.findings if f["shown"] and page in (None, f["page"])]


def known(key: str, keys: Collection[str], *, what: str, where: str) -> str:
    """Return the key, or say which known one is nearest.

    Raises
    ------
    UnknownKeyError
        If the key is not among the keys.

    Examples
    --------
    >>> known("acounts", ["files", "accounts"], what="fact", where="facts.json")
    Traceback (most recent call last):
    ...
    analysis.book.results.UnknownKeyError: there is no fact 'acounts' in facts.json; the nearest is 'accounts'
    """
    if key in keys:
        return key
    nearest = difflib.get_close_matches(key, sorted(keys), n=1, cutoff=0)
    message = f"there is no {what} {key!r} in {where}; " + (
        f"the nearest is {nearest[0]!r}" if nearest else "it is empty"
    )
    raise UnknownKeyError(message)


def read_results(folder: Path) -> Results:
    """Read the JSON files of a folder of results.

    Raises
    ------
    OSError
        If one of the files is missing.
    ValueError
        If one of them is not JSON, or a table's name could not be a file's name.
    """
    read = {
        name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("tables", "facts", "findings", "figures", "bibliography", "manifest")
    }
    for name in [*read["tables"], *(figure["id"] for figure in read["figures"])]:
        if not TABLE_NAME.fullmatch(name):
            message = f"{folder}: {name!r} cannot name a table or a figure: use a-z, 0-9, hyphen and underscore"
            raise ValueError(message)
    return Results(
        folder=folder,
        tables=read["tables"],
        facts=read["facts"],
        findings=tuple(sorted(read["findings"], key=lambda finding: (finding["order"], finding["id"]))),
        figures={figure["id"]: figure for figure in read["figures"]},
        bibliography=tuple(read["bibliography"]),
        manifest=read["manifest"],
    )


def read_rows(path: Path) -> TableRows:
    """Read a CSV as text; "null" and "nan" stay words, an empty cell stays empty.

    A table is read once while it stays as it is: hundreds of pages show rows of the same.
    """
    state = path.stat()
    return _read_rows(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _read_rows(path: Path, _changed: int, _size: int) -> TableRows:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return TableRows(tuple(header), tuple(tuple(row) for row in rows))
