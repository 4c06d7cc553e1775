"""No file that people write into the sources names a person whom `people.toml` withholds."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.errors import SourceError
from analysis.sources.people import FILE, People

#: What is written by hand, and published: records, commentary, and what coders and reviewers say.
FOLDERS = {
    ".": (".toml",),
    "commentary": (".md",),
    "ledger": (".toml", ".jsonl", ".md"),
    "ledger/coders": (".toml", ".md"),
}
#: The hashes of a place name nobody.
PLACE = re.compile(r"^at = \{[^}\n]*\}", re.MULTILINE)
NO_COMMENT = re.compile(r"^(?![ \t]*#).*", re.MULTILINE)
#: A message names no more places.
MOST_PLACES = 20


def refuse_private_names(folder: Path, people: People) -> None:
    """Stop where a record, a commentary, the ledger, or what `people.toml` says of others names a private person.

    Raises
    ------
    SourceError
        With file, line and the role to write instead; never with the name.
    """
    found = [place for path in _written(folder) for place in _places(path, people)]
    if found:
        more = [f"And {len(found) - MOST_PLACES} more places."] if len(found) > MOST_PLACES else []
        remedy = (
            "Write the role instead. If it names something else, say so: variorum people --not-person, followed by "
            "the whole name."
        )
        raise SourceError("\n".join([*found[:MOST_PLACES], *more, remedy]))


def _written(folder: Path) -> Iterator[Path]:
    for name, endings in FOLDERS.items():
        place = folder / name
        files = sorted(place.iterdir()) if place.is_dir() else []
        yield from (path for path in files if path.name.lower().endswith(endings) and path.is_file())


def _places(path: Path, people: People) -> Iterator[str]:
    """Say on which lines of a file somebody is named, then whether only its strings, once read, name somebody."""
    content = path.read_bytes().decode("utf-8", errors="replace")
    if people.role_in(path.stem) is not None:
        yield f"{path.parent}: a file's name names a person who is private, expected another."
    # Of the people file only what is written beside the decisions: those are made in clear.
    text = NO_COMMENT.sub("", content) if path.name == FILE else PLACE.sub("", content)
    lines = [
        f"{path}, line {number}: this names a person who is private, expected {role!r}."
        for number, line in enumerate(text.splitlines(), 1)
        if (role := people.role_in(line)) is not None
    ]
    if not lines:  # a name may lie across lines, or behind escapes
        said = (
            role for part in (text, *_strings(_fields(path, content))) if (role := people.role_in(part)) is not None
        )
        lines = [f"{path}: this names a person who is private, expected {role!r}." for role in said][:1]
    yield from lines


def _fields(path: Path, text: str) -> Any:
    """Return what a file holds once its escapes are read; nothing where it is malformed, which is told elsewhere."""
    try:
        if path.suffix.lower() == ".jsonl":
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        fields = tomllib.loads(text) if path.suffix.lower() == ".toml" else {}
    except (ValueError, RecursionError):
        return {}
    if path.name != FILE:
        return fields
    entries = [*fields.get("public", []), *fields.get("private", [])]  # names and forms in clear are decided
    return [entry.get(key, "") for entry in entries if isinstance(entry, dict) for key in ("role", "reason")]


def _strings(value: Any) -> Iterator[str]:
    ahead = [value]
    while ahead:
        inner = ahead.pop()
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, dict):
            ahead += [*inner.keys(), *inner.values()]
        elif isinstance(inner, list):
            ahead += inner
