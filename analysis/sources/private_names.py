"""No file that people write into the sources names a person whom `people.toml` withholds."""

from collections.abc import Iterator
from pathlib import Path

from analysis.errors import SourceError
from analysis.sources.people import FILE, People

#: What is written by hand, and published: records, commentary, and what coders and reviewers say.
WRITTEN = ("*.toml", "commentary/*.md", "ledger/*.toml", "ledger/*.jsonl", "ledger/coders/*.toml")
#: A message names no more lines.
MOST_LINES = 20


def refuse_private_names(folder: Path, people: People) -> None:
    """Stop where a line of a record, a commentary or the ledger names a private person.

    Raises
    ------
    SourceError
        With file, line and the role to write instead; never with the name.
    """
    found = [line for path in _written(folder) for line in _naming_lines(path, people)]
    if found:
        more = [f"And {len(found) - MOST_LINES} more lines."] if len(found) > MOST_LINES else []
        remedy = (
            "Write the role instead. If it names something else, say so: variorum people --not-person, followed by "
            "the whole name."
        )
        raise SourceError("\n".join([*found[:MOST_LINES], *more, remedy]))


def _written(folder: Path) -> Iterator[Path]:
    for pattern in WRITTEN:
        yield from (p for p in sorted(folder.glob(pattern)) if p.is_file() and p.relative_to(folder) != Path(FILE))


def _naming_lines(path: Path, people: People) -> Iterator[str]:
    for number, line in enumerate(path.read_bytes().decode("utf-8", errors="replace").splitlines(), 1):
        role = None if line.startswith("at = {") else people.role_in(line)
        if role is not None:
            yield f"{path}, line {number}: this names a person who is private, expected {role!r}."
