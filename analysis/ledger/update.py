"""Writing places that have moved into the ledger's files, layout and comments kept."""

import shutil
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit

from analysis.errors import SourceError
from analysis.ledger.check import Problem


def write_places(ledger: Path, found: Sequence[Problem]) -> dict[Path, int]:
    """Write the new places of `found` into the files of the ledger, each file all at once.

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
    for path, its in moved.items():
        _replace(path, _with_places(path, its))
    return {path: len(its) for path, its in moved.items()}


def _with_places(path: Path, moved: Sequence[Problem]) -> bytes:
    before = path.read_bytes().decode("utf-8-sig")
    document, expected = tomlkit.parse(before), tomllib.loads(before)
    for fields in (document, expected):
        for problem in moved:
            _set_place(fields, problem)
    after = tomlkit.dumps(document)
    if tomllib.loads(after) != expected:
        message = f"{path}: its layout is one that cannot be changed safely.\nChange the places by hand."
        raise SourceError(message)
    mark = b"\xef\xbb\xbf" if path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    return mark + after.encode("utf-8")


def _set_place(fields: Any, problem: Problem) -> None:
    for key in problem.at:
        fields = fields[key]
    for key, new in vars(problem.place).items():
        if fields[key] != new:
            fields[key] = new


def _replace(path: Path, content: bytes) -> None:
    """Put new content in a file's place, so that an interrupt leaves the old one whole."""
    path = path.resolve()  # a link stays a link
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as scratch:
        new = Path(scratch) / path.name
        new.write_bytes(content)
        shutil.copymode(path, new)
        new.replace(path)
