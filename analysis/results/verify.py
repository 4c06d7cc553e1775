"""Holding committed results against recomputed ones, and naming each difference."""

import json
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from analysis import tables as declared
from analysis.studies import STUDIES
from analysis.table_differences import differences


def verify(committed: Path, recomputed: Mapping[str, str]) -> list[str]:
    """Return a line for every difference between a results folder and recomputed result files.

    Parameters
    ----------
    committed : Path
        The folder; pictures are not compared, they are remade from the tables.
    recomputed : dict of str to str
        Result files by name.
    """
    tables = {f"{name}.csv": table for study in STUDIES for name, table in study.TABLES.items()}
    lines: list[str] = []
    there = {name: (committed / name).read_bytes() for name in recomputed if (committed / name).is_file()}
    changed = {name for name, text in recomputed.items() if there.get(name) != text.encode()}
    for name in sorted(changed):
        if name not in there:
            lines.append(f"{name}: missing")
            continue
        found, text = there[name].decode("utf-8", "replace"), recomputed[name]
        if name in tables:
            lines += [f"{name}: {line}" for line in _table_differences(found, text, tables[name])]
        elif name != "manifest.json":
            lines += [f"{name}: {line}" for line in _json_differences(found, text)]
        else:
            lines += [f"{name}: {line}" for line in _manifest_differences(found, text, changed)]
    known = set(recomputed) | {"figures"}
    lines += [f"{path.name}: not a result" for path in sorted(committed.iterdir()) if path.name not in known]
    return lines


def _table_differences(found: str, expected: str, table: declared.Table) -> Iterator[str]:
    new = declared.from_csv(expected, table)
    try:
        old = declared.from_csv(found, table)
    except ValueError as error:
        yield f"not the table it should be: {error}"
        return
    if len(old) != len(new):
        yield f"{len(old)} rows committed, {len(new)} recomputed"
    yield from differences(old, new, table)
    if len(old) == len(new) and declared.to_csv(old, table) == expected:
        yield "the bytes differ, the values do not"


def _json_differences(found: str, expected: str) -> Iterator[str]:
    try:
        old = _flat(json.loads(found))
    except json.JSONDecodeError as error:
        yield f"not JSON: {error}"
        return
    new = _flat(json.loads(expected))
    changed = [key for key in sorted(old.keys() | new.keys()) if old.get(key) != new.get(key)]
    for key in changed:
        yield f"{key}: {old.get(key, 'absent')!r} committed, {new.get(key, 'absent')!r} recomputed"
    if not changed:
        yield "the bytes differ, the values do not"


def _manifest_differences(found: str, expected: str, named: Set[str]) -> Iterator[str]:
    """Name what the hashes stand for; an output that differs is named with its values already."""
    for line in _json_differences(found, expected):
        if line.split(": ")[0].removeprefix("outputs.") not in named:
            yield line


def _flat(value: Any, prefix: str = "") -> dict[str, Any]:
    """Give every leaf of a JSON value its path; entries of a list go by their id where they have one."""
    if isinstance(value, dict):
        items = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list):
        items = [(str(p.get("id", i)) if isinstance(p, dict) else str(i), p) for i, p in enumerate(value)]
    else:
        return {prefix: value}
    leaves: dict[str, Any] = {}
    for key, part in items:
        leaves |= _flat(part, f"{prefix}.{key}" if prefix else key)
    return leaves
