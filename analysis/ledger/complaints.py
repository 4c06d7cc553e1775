"""What is wrong with an entry, in a line: the entry, the field, what was expected and found, and the remedy."""

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.ledger.schema import ENTRY_ID, WHOLE
from analysis.sources.records import PRINTABLE, VISIBLE

#: Characters of a value that a message shows.
LONGEST_SHOWN = 60
#: Lists whose entries have an id, and lists whose entries are only counted.
NAMED, COUNTED = ("item", "decoy"), ("value", "place")
EXPECTED = {
    "array": "a list",
    "object": "a table",
    "string": "a string in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def complaints(fields: Any, validator: Any) -> list[str]:
    """Hold fields against a schema; every problem is one line, in the order of the file's entries."""
    errors = sorted(validator.iter_errors(fields), key=lambda e: (_order(e.absolute_path), e.message))
    lines = []
    for error in errors:
        entry, field = entry_and_field(fields, list(error.absolute_path))
        lines += [f"{entry}: {line}" if entry else line for line in _explained(error, field)]
    return list(dict.fromkeys(lines))


def entry_and_field(fields: Any, path: Sequence[str | int]) -> tuple[str, str]:
    """Split a path into the entry's name, as messages have it, and the field within that entry.

    >>> entry_and_field({"item": [{"id": "Q01"}]}, ["item", 0, "value", 1, "at", "end"])
    ('item Q01, value 2', 'at.end')
    """
    names: list[str] = []
    rest = list(path)
    while len(rest) > 1 and rest[0] in (*NAMED, *COUNTED) and isinstance(rest[1], int):
        fields = fields[rest[0]][rest[1]] if isinstance(fields, dict) and rest[0] in fields else None
        names.append(entry_name(str(rest[0]), rest[1], fields))
        rest = rest[2:]
    return ", ".join(names), ".".join(map(str, rest))


def entry_name(kind: str, index: int, fields: Any) -> str:
    """Name an entry by its id, or by its number from 1 where it has none that can be read."""
    id_ = fields.get("id") if kind in NAMED and isinstance(fields, dict) else None
    return f"{kind} {id_}" if readable(id_) else f"{kind} {index + 1}"


def readable(id_: object) -> bool:
    """Whether something is an id by which an entry can be named."""
    return isinstance(id_, str) and len(id_) <= LONGEST_SHOWN and re.match(ENTRY_ID, id_) is not None


def shown(value: object) -> str:
    """Write a value as it was found, long ones cut."""
    try:
        text = repr(value)
    except RecursionError:
        return "nested too deeply"
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def nearest(word: object, known: Sequence[str]) -> str:
    """Propose the known word that reads most like one that was found; nothing where none can."""
    near = difflib.get_close_matches(str(word)[:LONGEST_SHOWN], known, n=1, cutoff=0.0)
    return f"; the nearest known one is `{near[0]}`" if near and isinstance(word, str) else ""


def _order(path: Sequence[str | int]) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (0, part) for part in path]


def _explained(error: Any, field: str) -> Iterator[str]:
    name, value, found = f"`{field}`" if field else "this entry", error.validator_value, shown(error.instance)
    prefix = f"{field}." if field else ""
    match error.validator:
        case "additionalProperties":
            known = sorted(error.schema["properties"])
            for key in sorted(set(error.instance) - set(known)):
                yield f"unknown key `{prefix}{shown(key)[1:-1]}`{nearest(key, known)}. Rename or remove it."
        case "required":
            for key in value:
                if key not in error.instance:
                    yield f"the required key `{prefix}{key}` is missing. Add it."
        case "enum":
            yield f"{name} is {found}, expected one of {', '.join(value)}{nearest(error.instance, value)}. Change it."
        case "type":
            yield f"{name} is {found}, expected {EXPECTED[value]}. Change it."
        case "minimum":
            yield f"{name} is {found}, expected {value} or more. Change it."
        case "maximum":
            yield f"{name} is {found}, expected {value} or less. Change it."
        case "minItems":
            number = len(error.instance)
            yield f"{name} has {number or 'no'} {_entries(number)}, expected {value} or more. Add what is missing."
        case "format":
            yield f"{name}: {error.cause}. Change it."
        case "pattern" if value == VISIBLE:
            yield f"{name} is empty. Fill it in."
        case "pattern" if value in (PRINTABLE, WHOLE):
            yield f"{name} is {found}, expected text without control characters. Change it."
        case "pattern" if error.instance.strip():  # an empty one is said by VISIBLE, or here as an empty id
            yield f"{name} is {found}, expected {error.schema['description']}. Change it."
        case "pattern" if "allOf" not in error.schema:
            yield f"{name} is empty. Fill it in."


def _entries(number: int) -> str:
    return "entry" if number == 1 else "entries"
