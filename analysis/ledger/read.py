"""Reading the ledger: its coding, decoys, codebook and reviews, and the codings of others."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from analysis.errors import SourceError
from analysis.ledger.complaints import complaints, entry_and_field, nearest, shown
from analysis.ledger.entry_faults import (
    malformed_value,
    missing_reason,
    repeated_ids,
    repeated_values,
    reversed_place,
    unknown_article,
)
from analysis.ledger.model import FORMAT, Coding, Decoy, Item, Ledger, Place, Value
from analysis.ledger.reviews import REVIEWS_FILE, read_reviews
from analysis.ledger.schema import CODEBOOK, CODING, DECOYS
from analysis.sources.records import read_toml

FOLDER, CODERS_FOLDER = "ledger", "coders"
LEDGER_FILE, DECOYS_FILE, CODEBOOK_FILE = "ledger.toml", "decoys.toml", "codebook.toml"
FILES = (LEDGER_FILE, DECOYS_FILE, CODEBOOK_FILE, REVIEWS_FILE)
#: The coding of a ledger that holds only decoys, reviews or the like.
NO_CODING = Coding(coder="", coder_kind="", round=0, items=())


def read_ledger(folder: Path, articles: Collection[str]) -> Ledger | None:
    """Read the ledger of a sources folder.

    Parameters
    ----------
    folder : Path
        The sources, with the ledger in ``ledger/``.
    articles : collection of str
        The ids of the sources' articles: no entry may name another.

    Returns
    -------
    Ledger or None
        None where there is no ledger, or an empty folder. Without `ledger.toml`, its coding has
        no items and the coder "".

    Raises
    ------
    SourceError
        If a file is malformed. Each line of the message names file, entry, field, what was
        expected and found, and the remedy.
    """
    place = folder / FOLDER
    if not place.exists() and not place.is_symlink():
        return None
    _check_folder(place, "the files of the ledger")
    _check_names(place)
    coders = place / CODERS_FOLDER
    others = _coder_files(coders) if coders.exists() or coders.is_symlink() else []
    if not others and not any(_there(place / name) for name in FILES):
        return None
    ids = sorted(articles)
    return Ledger(
        coding=read_coding(place / LEDGER_FILE, ids) if _there(place / LEDGER_FILE) else NO_CODING,
        decoys=read_decoys(place / DECOYS_FILE, ids) if _there(place / DECOYS_FILE) else (),
        reviews=read_reviews(place / REVIEWS_FILE) if _there(place / REVIEWS_FILE) else (),
        others=tuple(read_coding(path, ids, file=f"{CODERS_FOLDER}/{path.name}") for path in others),
        codebook=read_codebook(place / CODEBOOK_FILE) if _there(place / CODEBOOK_FILE) else {},
    )


def read_coding(path: Path, articles: Collection[str], *, file: str = LEDGER_FILE) -> Coding:
    """Read one coder's items; `file` is its name within the ledger."""
    fields = _checked(path, CODING)
    items = fields.get("item", [])
    lines = [*repeated_ids(items, "item"), *(line for i in items for line in (*missing_reason(i), *repeated_values(i)))]
    for index, item in enumerate(items):
        for number, value in enumerate(item["value"]):
            entry, _ = entry_and_field(fields, ["item", index, "value", number])
            lines += [f"{entry}: {line}" for line in malformed_value(value, articles)]
    _refuse(path, lines)
    coder = fields["coder"]
    return Coding(coder["name"], coder["kind"], coder["round"], tuple(map(_item, items)), coder.get("note", ""), file)


def read_decoys(path: Path, articles: Collection[str]) -> tuple[Decoy, ...]:
    """Read the places that look like a difference and are none."""
    fields = _checked(path, DECOYS)
    decoys = fields.get("decoy", [])
    lines = list(repeated_ids(decoys, "decoy"))
    for index, decoy in enumerate(decoys):
        for number, place in enumerate(decoy["place"]):
            entry, _ = entry_and_field(fields, ["decoy", index, "place", number])
            faults = [*unknown_article(place, "article", articles), *reversed_place(place["at"])]
            lines += [f"{entry}: {line}" for line in faults]
    _refuse(path, lines)
    return tuple(
        Decoy(d["id"], d["type"], d["why_not"], tuple((p["article"], Place(**p["at"])) for p in d["place"]))
        for d in decoys
    )


def read_codebook(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Read the definitions: section (rule, type, kind, answer, status) → word → definition and the like."""
    fields = _checked(path, CODEBOOK)
    del fields["format"]
    return fields


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _check_folder(place: Path, what: str) -> None:
    if not place.is_dir():
        message = f"{place}: expected a folder with {what}, found none.\nMake it a folder, or take it away."
        raise SourceError(message)


def _check_names(place: Path) -> None:
    """Refuse a file that would be passed over in silence because its name is misspelled."""
    for path in sorted(place.iterdir()):
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".md" and path.name not in FILES:
            message = (
                f"{path}: unknown file, expected {', '.join(FILES)}{nearest(path.name, FILES)}.\n"
                f"Rename or remove it; other coders' files stand in {place / CODERS_FOLDER}."
            )
            raise SourceError(message)


def _coder_files(folder: Path) -> list[Path]:
    _check_folder(folder, "a file for each coder")
    files = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.suffix != ".md")
    for path in files:
        if path.suffix != ".toml":
            message = f"{path}: expected a coder's file, <name>.toml.\nRename or remove it."
            raise SourceError(message)
    return files


def _checked(path: Path, validator: Any) -> dict[str, Any]:
    """Read a file and hold it against its schema; of another format, nothing else is said."""
    fields = read_toml(path)
    found = fields.get("format", FORMAT)
    if type(found) is not int or found != FORMAT:
        message = (
            f"{path}: `format` is {shown(found)}; this version reads format {FORMAT}.\n"
            f"Write the file in format {FORMAT}, or take a version that reads this one."
        )
        raise SourceError(message)
    _refuse(path, complaints(fields, validator))
    return fields


def _refuse(path: Path, lines: list[str]) -> None:
    if lines:
        raise SourceError("\n".join(f"{path}: {line}" for line in lines))


def _item(fields: Mapping[str, Any]) -> Item:
    values = tuple(map(_value, fields["value"]))
    return Item(**{key: field for key, field in fields.items() if key != "value"}, values=values)


def _value(fields: Mapping[str, Any]) -> Value:
    bounds = {key: float(fields[key]) for key in ("low", "high") if key in fields}
    known: dict[str, Any] = {key: field for key, field in fields.items() if key != "at"} | bounds
    return Value(**known, place=Place(**fields["at"]))
