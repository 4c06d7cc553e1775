"""The decisions of `people.toml` one by one, and the edit that adds, changes or moves one in the file's text."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import AoT, Comment, SingleKey, Table

from analysis.corpus.words import term, words
from analysis.sources.people import normal_form, readings, runs, salted_hash

PUBLIC, PRIVATE, NOT_A_PERSON = "public", "private", "not a person"
HEAD = (
    "Who may be named, and why. Whoever is not marked public appears by role, as do persons nobody has decided about.",
    'Private persons stand here as salted SHA-256 of the case-folded form: SHA-256("<salt>:<form>").',
    "The salt only keeps hashes of different projects apart; whoever guesses a name can confirm the guess.",
)


class Decision(NamedTuple):
    """What was decided about a form: its kind, which entry of the file says so, and what the entry says.

    `shown` is a public person's name, a private person's role, or the name that is no person's.
    """

    kind: str
    entry: int
    shown: str
    reason: str


@dataclass(frozen=True)
class Decisions:
    """The decisions by normal form and, for private persons, by salted hash."""

    salt: str
    by_form: dict[str, Decision]
    by_hash: dict[str, Decision]

    def of(self, form: str) -> Decision | None:
        """Return the decision about a form as the extraction applies it, None where there is none.

        A private form of one word stays private where a public person has it too; a longer one does not.
        """
        whole = normal_form(form)
        named, exact = self.by_form.get(whole), self.by_hash.get(salted_hash(self.salt, whole))
        if named or exact:
            return named or exact if " " in whole else exact or named
        read = (self.by_hash.get(salted_hash(self.salt, reading)) for reading in readings(whole))
        return next((decision for decision in read if decision), None)


def decisions(text: str) -> Decisions:
    """Read the decisions of a well-formed `people.toml`; an empty text has none."""
    fields = tomllib.loads(text)
    by_form = {
        normal_form(name): Decision(NOT_A_PERSON, number, name, "")
        for number, name in enumerate(fields.get("not_persons", []))
    }
    for number, entry in enumerate(fields.get("public", [])):
        decision = Decision(PUBLIC, number, entry["name"], entry["reason"])
        by_form |= {normal_form(form): decision for form in (entry["name"], *entry.get("forms", []))}
    by_hash = {
        digest: Decision(PRIVATE, number, entry["role"], entry.get("reason", ""))
        for number, entry in enumerate(fields.get("private", []))
        for digest in entry["hashes"]
    }
    return Decisions(fields.get("salt", ""), by_form, by_hash)


def new_file(salt: str) -> str:
    """Return a file without decisions."""
    document = tomlkit.document()
    for line in HEAD:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document.add("salt", salt)
    return tomlkit.dumps(document)


def with_public(text: str, name: str, forms: Sequence[str], *, reason: str) -> str:
    """Return the file's text with a person who may be named, taken out of every other list.

    Forms of one entry that is taken over (a public person decided anew) stay with the name.
    """
    text, old_forms, _ = _without(text, name, forms)
    others = _distinct([*forms, *old_forms], but=name)
    return _added(text, PUBLIC, {"name": name, **({"forms": others} if others else {}), "reason": reason})


def with_private(text: str, name: str, forms: Sequence[str], *, role: str, reason: str) -> str:
    """Return the file's text with a person who appears by role, in hashes, taken out of every other list."""
    text, old_forms, old_hashes = _without(text, name, forms)
    salt = tomllib.loads(text)["salt"]
    hashes = [salted_hash(salt, form) for form in _distinct([name, *forms, *old_forms])]
    hashes += [digest for digest in old_hashes if digest not in hashes]
    return _added(text, PRIVATE, {"role": role, "reason": reason, "hashes": hashes})


def with_not_person(text: str, name: str, forms: Sequence[str]) -> str:
    """Return the file's text with names that are no person's, taken out of every other list."""
    text, _, _ = _without(text, name, forms)
    document = tomlkit.parse(text)
    if "not_persons" not in document:
        document.body.insert(_place(document, "salt") + 1, (SingleKey("not_persons"), tomlkit.item([])))
        document = tomlkit.parse(tomlkit.dumps(document))
    names: Any = document["not_persons"]
    names.extend(_distinct([name, *forms]))
    return tomlkit.dumps(document)


def public_forms(text: str, name: str) -> list[str]:
    """Return the forms of the public entry that has this name, the name first; none where there is no such entry."""
    entries = tomllib.loads(text).get("public", [])
    return [
        form
        for entry in entries
        if normal_form(entry["name"]) == normal_form(name)
        for form in (entry["name"], *entry.get("forms", []))
    ]


def in_clear(text: str, decided: Decisions, own: Iterable[str] = ()) -> list[int]:
    """Return the lines, counted from 1, on which a private person is named, but not within a longer name that may be.

    Parameters
    ----------
    text : str
    decided : Decisions
        Their private forms count where they are capitalised, as some are ordinary words.
    own : iterable of str
        Forms that count in lower case, too.
    """
    strict = {normal_form(form) for form in own}
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        found = [word.text for word in words(line)]
        decisions_on = [
            (start, end, form, found[start][0].islower(), decided.of(form))
            for start, end, form in runs([term(word) for word in found])
        ]
        shown = [(a, b) for a, b, *_, made in decisions_on if b - a > 1 and made and made.kind != PRIVATE]
        if any(
            (form in strict or (not lower and made and made.kind == PRIVATE))
            and not any(first <= start and end <= last for first, last in shown)
            for start, end, form, lower, made in decisions_on
        ):
            lines.append(number)
    return lines


def _distinct(forms: Iterable[str], *, but: str = "") -> list[str]:
    """Keep the first spelling of every form, in the order given."""
    first: dict[str, str] = {}
    for form in forms:
        first.setdefault(normal_form(form), form)
    return [form for key, form in first.items() if key != normal_form(but)]


def _without(text: str, name: str, forms: Sequence[str]) -> tuple[str, list[str], list[str]]:
    """Take a person out of every list; return the text, and the forms and hashes of the entries that went whole.

    An entry goes whole where its name is one of the forms; from any other entry only the forms go.
    """
    text = text if text.endswith("\n") else text + "\n"
    fields = tomllib.loads(text)
    gone = {normal_form(form) for form in (name, *forms)}
    digests = [salted_hash(fields["salt"], form) for form in (name, *forms)]
    old_forms: list[str] = []
    for number, entry in reversed(list(enumerate(fields.get(PUBLIC, [])))):
        if normal_form(entry["name"]) in gone:
            old_forms = [entry["name"], *entry.get("forms", []), *old_forms]
            text = _dropped(text, PUBLIC, number)
    old_hashes: list[str] = []
    for number, entry in reversed(list(enumerate(fields.get(PRIVATE, [])))):
        if _is_of(entry["hashes"], digests, name):
            old_hashes = [*entry["hashes"], *old_hashes]
            text = _dropped(text, PRIVATE, number)
    document: Any = tomlkit.parse(text)
    lists = [entry.get("forms", []) for entry in document.get(PUBLIC, [])] + [document.get("not_persons", [])]
    for names in lists:
        _take(names, lambda form: normal_form(form) in gone)
    for entry in document.get(PRIVATE, []):
        _take(entry["hashes"], lambda digest: digest in digests)
    return tomlkit.dumps(document), old_forms, old_hashes


def _is_of(hashes: Sequence[str], digests: Sequence[str], name: str) -> bool:
    """Whether a private entry is that of the person: a lone given name may be that of somebody else."""
    whole = digests[0] in hashes and (hashes[0] == digests[0] or len(words(name)) > 1)
    return whole or (bool(hashes) and set(hashes) <= set(digests))


def _take(values: Any, wanted: Callable[[str], bool]) -> None:
    for at in reversed(range(len(values))):
        if wanted(values[at]):
            del values[at]


def _dropped(text: str, kind: str, number: int) -> str:
    """Return the text without an entry; the comments between it and the next one stay where they are."""
    document: Any = tomlkit.parse(text)
    if isinstance(document[kind], AoT):
        after = _trailing(document[kind][number])
        first = next((i for i, (_, item) in enumerate(after) if isinstance(item, Comment)), len(after))
        body = document[kind][number - 1].value.body if number else document.body
        at = len(body) if number else _place(document, kind)
        gap = [(None, tomlkit.nl())] if after[first:] and at and isinstance(body[at - 1][1], Comment) else []
        body[at:at] = [*gap, *after[first:]]
        document = tomlkit.parse(tomlkit.dumps(document))
    del document[kind][number]
    if not document[kind]:
        del document[kind]
    return tomlkit.dumps(document)


def _place(document: tomlkit.TOMLDocument, name: str) -> int:
    return next(i for i, (key, _) in enumerate(document.body) if key is not None and key.key == name)


def _trailing(table: Table) -> list[Any]:
    """Return the blank lines and comments after the last key of an entry."""
    body = table.value.body
    last = max(i for i, (key, _) in enumerate(body) if key is not None)
    return body[last + 1 :]


def _added(text: str, kind: str, fields: dict[str, Any]) -> str:
    """Put an entry at the end of its list, set off by blank lines."""
    document = tomlkit.parse(text)
    entries: Any = document.get(kind)
    if entries is not None and not isinstance(entries, AoT):
        entries.append(fields)  # a list of inline tables
        return tomlkit.dumps(document)
    table = tomlkit.table()
    for key, value in fields.items():
        table.add(key, value)
    if not entries:
        section = tomlkit.document()
        section.append(kind, tomlkit.aot())
        section[kind].append(table)
        return text.rstrip("\n") + "\n\n" + tomlkit.dumps(section).lstrip("\n")
    last = entries[-1]
    after = _trailing(last)
    del last.value.body[len(last.value.body) - len(after) :]
    last.add(tomlkit.nl())
    table.value.body.extend(after)
    entries.append(table)
    return tomlkit.dumps(document)
