"""Who may be named. Whoever is not marked public appears by role, everywhere."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema

from analysis.corpus.words import term, words
from analysis.errors import SourceError
from analysis.sources.records import PRINTABLE, VISIBLE, check, read_toml

FILE = "people.toml"
#: Longer runs of words are not held against the forms of a name.
LONGEST_NAME_WORDS = 4
HYPHENS = re.compile(r"[-‐‑]")
#: Words as an address or a file name has them: wendell-pryce_2.html has wendell, pryce, 2 and html.
PARTS = re.compile(r"[^\W_]+")
_TEXT = {"type": "string", "allOf": [{"pattern": VISIBLE}, {"pattern": PRINTABLE}]}
_NAME = {"type": "string", "allOf": [{"pattern": VISIBLE}, {"pattern": PRINTABLE}, {"format": "variorum-name"}]}
_NAMES = {"type": "array", "items": _NAME}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["salt"],
    "properties": {
        "salt": _TEXT,
        "not_persons": _NAMES,
        "public": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "reason"],
                "properties": {"name": _NAME, "forms": _NAMES, "reason": _TEXT},
            },
        },
        "private": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["role", "hashes"],
                "properties": {
                    "role": _TEXT,
                    "reason": _TEXT,
                    "hashes": {
                        "type": "array",
                        "items": {"type": "string", "pattern": r"^[0-9a-f]{64}\Z"},
                    },
                },
            },
        },
    },
}
FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("variorum-name", raises=ValueError)
def _is_name(value: object) -> bool:
    if isinstance(value, str) and value.strip() and not words(value):
        message = f"{value!r} has no word"
        raise ValueError(message)
    return True


VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=FORMATS)


@dataclass(frozen=True)
class People:
    """The decisions of `people.toml`.

    Attributes
    ----------
    salt : str
        Goes before a form when it is hashed.
    public : frozenset of str
        Normalised forms of the persons who may be named.
    not_persons : frozenset of str
        Normalised names that look like persons and are not (units, towns).
    private : dict of str to str
        Salted hash of a normalised form → the role by which that person appears.
    """

    salt: str
    public: frozenset[str]
    not_persons: frozenset[str]
    private: dict[str, str]

    def role(self, form: str) -> str | None:
        """Return the role of a private person's form, None for any other.

        A word is read in its parts and without the -s of a plural, too: the Pryces, Pryce-led.
        """
        return self._role(normal_form(form))

    def role_in(self, text: str) -> str | None:
        """Return the role of a private person whom a text names, None if it names none.

        A form counts where it begins with a capital, for some are ordinary words; one of several words counts in
        addresses as well, which write it small. Within a longer name that may be printed it does not count.
        """
        text = visible(text).replace("%20", " ")
        found = [word.text for word in words(text)]
        role = self._first_role([term(word) for word in found], lambda start, _: not found[start][0].islower())
        chunks = (PARTS.findall(chunk.casefold()) for chunk in text.split())
        addressed = (self._first_role(parts, lambda start, end: end - start > 1) for parts in chunks if len(parts) > 1)
        return role or next((role for role in addressed if role is not None), None)

    def _first_role(self, folded: Sequence[str], counts: Callable[[int, int], bool]) -> str | None:
        """Return the role behind the first run that counts and lies in no longer name that may be printed."""
        reach = [0] * len(folded)  # where the longest such name that begins at a word ends
        for start, end, form in runs(folded):
            if end - start > 1 and (form in self.public or form in self.not_persons):
                reach[start] = end
        for start, end, form in runs(folded):
            shown = any(reach[first] >= end for first in range(max(0, start - LONGEST_NAME_WORDS), start + 1))
            if not shown and counts(start, end) and (role := self._role(form)) is not None:
                return role
        return None

    def _role(self, form: str) -> str | None:
        listed = form in self.public or form in self.not_persons  # then nothing is guessed
        found = (self.private.get(_digest(self.salt, reading)) for reading in ((form,) if listed else readings(form)))
        return next((role for role in found if role is not None), None)

    def digest(self) -> str:
        """Identify the decisions, whatever the file's layout and comments."""
        content = [self.salt, sorted(self.public), sorted(self.not_persons), sorted(self.private.items())]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def normal_form(form: str) -> str:
    """Return a name as it is compared and hashed: its words case folded, single spaces.

    >>> normal_form("Jane  O’Neil’s")
    "jane o'neil"
    """
    return " ".join(term(word.text) for word in words(form))


def visible(text: str) -> str:
    """Return a text without characters that are not seen, such as soft hyphens, which would hide a word."""
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def runs(found: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Every run of a few words, where it is, joined by single spaces."""
    for start in range(len(found)):
        for end in range(start + 1, min(start + LONGEST_NAME_WORDS, len(found)) + 1):
            yield start, end, " ".join(found[start:end])


def readings(form: str) -> Iterator[str]:
    """The normal forms that a run of words may be: itself, and for one word its parts and its singular."""
    yield form
    if form and " " not in form:
        parts = HYPHENS.split(form)
        yield from (*parts, " ".join(parts)) if len(parts) > 1 else ()
        yield from (part.removesuffix("s") for part in parts if part.endswith("s"))


def salted_hash(salt: str, form: str) -> str:
    """SHA-256 of the salt, a colon and the normal form, in hexadecimal."""
    return _digest(salt, normal_form(form))


def _digest(salt: str, normal: str) -> str:
    return hashlib.sha256(f"{salt}:{normal}".encode()).hexdigest()


def read_people(folder: Path) -> People | None:
    """Read `people.toml`; None where the folder has none.

    Raises
    ------
    SourceError
        If the file is malformed; the message names the key and the remedy.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return None
    fields = read_toml(path)
    check(fields, VALIDATOR, path)
    _check_decisions(fields, path)
    public = _in_clear(fields)
    return People(
        salt=fields["salt"],
        public=frozenset(map(normal_form, public)),
        not_persons=frozenset(map(normal_form, fields.get("not_persons", []))),
        private={h: person["role"] for person in fields.get("private", []) for h in person["hashes"]},
    )


def _in_clear(fields: Mapping[str, Any]) -> list[str]:
    return [form for person in fields.get("public", []) for form in (person["name"], *person.get("forms", []))]


def _check_decisions(fields: Mapping[str, Any], path: Path) -> None:
    """Refuse two decisions about one name. A form of one word may be of a public and of a private person."""
    roles: dict[str, str] = {}
    for person in fields.get("private", []):
        for digest in person["hashes"]:
            if roles.setdefault(digest, person["role"]) != person["role"]:
                message = (
                    f"{path}: the hash {digest[:12]}… has two roles, {roles[digest]!r} and {person['role']!r}.\n"
                    "Take it out of one of the entries."
                )
                raise SourceError(message)
    for form in (*_in_clear(fields), *fields.get("not_persons", [])):
        role = roles.get(salted_hash(fields["salt"], form))
        if role is not None and " " in normal_form(form):
            message = f"{path}: {form!r} is listed in clear, and private as {role!r}.\nTake it out of one of the lists."
            raise SourceError(message)
