"""Writing places that have moved into the ledger's files, layout and comments kept."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit

from analysis.errors import SourceError
from analysis.files import Change, change_files
from analysis.ledger.check import Problem


def write_places(ledger: Path, found: Sequence[Problem]) -> dict[Path, int]:
    """Write the new places of `found` into the files of the ledger, all at once.

    Parameters
    ----------
    ledger : Path
        The folder of the ledger.
    found : sequence of Problem
        Those without a new place are passed over.

    Returns
    -------
    dict of Path to int
        File → how many places were written.
    """
    moved: dict[Path, list[Problem]] = {}
    for problem in found:
        if problem.place is not None:
            moved.setdefault(ledger / problem.file, []).append(problem)
    change_files({path: _with_places(path, its) for path, its in moved.items()})
    return {path: len(its) for path, its in moved.items()}


def _with_places(path: Path, moved: Sequence[Problem]) -> Change:
    content = path.read_bytes()
    before = content.decode("utf-8-sig")
    document, expected = tomlkit.parse(before), tomllib.loads(before)
    for fields in (document, expected):
        for problem in moved:
            _set_place(fields, problem)
    after = tomlkit.dumps(document)
    if tomllib.loads(after) != expected:
        message = f"{path}: its layout is one that cannot be changed safely.\nChange the places by hand."
        raise SourceError(message)
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    return Change(content, mark + after.encode("utf-8"))


def _set_place(fields: Any, problem: Problem) -> None:
    for key in problem.at:
        fields = fields[key]
    for key, new in vars(problem.place).items():
        if fields[key] != new:
            fields[key] = new
