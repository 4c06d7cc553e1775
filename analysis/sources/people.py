"""Who may be named. Whoever is not marked public appears by role, everywhere."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema

from analysis.corpus.words import term, words
from analysis.sources.records import check, read_toml

FILE = "people.toml"
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["salt"],
    "properties": {
        "salt": _TEXT,
        "not_persons": _TEXTS,
        "public": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "reason"],
                "properties": {"name": _TEXT, "forms": _TEXTS, "reason": _TEXT},
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
                    "hashes": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
                },
            },
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


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
        """Return the role of a private person's form, None for any other."""
        return self.private.get(salted_hash(self.salt, form))

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


def salted_hash(salt: str, form: str) -> str:
    """SHA-256 of the salt, a colon and the normal form, in hexadecimal."""
    return hashlib.sha256(f"{salt}:{normal_form(form)}".encode()).hexdigest()


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
    public = [form for person in fields.get("public", []) for form in (person["name"], *person.get("forms", []))]
    return People(
        salt=fields["salt"],
        public=frozenset(map(normal_form, public)),
        not_persons=frozenset(map(normal_form, fields.get("not_persons", []))),
        private={h: person["role"] for person in fields.get("private", []) for h in person["hashes"]},
    )
