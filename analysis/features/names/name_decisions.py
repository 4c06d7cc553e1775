"""A decision about a person, held against the names in the texts and made in the text of `people.toml`."""

from typing import NamedTuple

from analysis.errors import SourceError
from analysis.features.names.name_forms import private_forms
from analysis.features.names.namings import Names
from analysis.features.names.persons import Person, persons
from analysis.sources.people import normal_form
from analysis.sources.people_file import (
    PRIVATE,
    PUBLIC,
    Decisions,
    decisions,
    in_clear,
    public_forms,
    with_not_person,
    with_private,
    with_public,
)


class Asked(NamedTuple):
    """The decision that somebody asks for; `role` and `reason` are "" where the kind has none."""

    kind: str
    name: str
    forms: tuple[str, ...] = ()
    role: str = ""
    reason: str = ""


def made(asked: Asked, names: Names, text: str) -> tuple[str, list[str]]:
    """Return the text of the people file with the decision, and what it comes to, line by line.

    Parameters
    ----------
    asked : Asked
    names : Names
        What the texts write.
    text : str
        The well-formed file as it is.

    Raises
    ------
    SourceError
        If no text has the name, or the new file would name a private person.
    """
    decided = decisions(text)
    before = decided.of(asked.name)
    if before is None and not names.has(asked.name):
        nearest = names.nearest(asked.name)
        hint = f"; the nearest name is {nearest!r}" if nearest else ""
        message = f"no text at hand has the name {asked.name!r}{hint}.\nWrite the name as a text writes it."
        raise SourceError(message)
    listed = persons(names.namings, decided.of, every_name=True)
    person = next((p for p in listed if normal_form(p.name) == normal_form(asked.name)), None)
    said = [f"{asked.name} was {before.kind} before."] if before and before.kind != asked.kind else []
    said += _about_others(asked, listed, person, names)
    if asked.kind == PRIVATE:
        text, lines = _private(asked, names, text, person, [p for p in listed if p is not person])
    elif asked.kind == PUBLIC:
        forms = [*(person.forms if person else ()), *asked.forms]
        text = with_public(text, asked.name, forms, reason=asked.reason)
        lines = [f"{asked.name}: public, {asked.reason}. Forms: {', '.join(public_forms(text, asked.name))}."]
    else:
        text = with_not_person(text, asked.name, asked.forms)
        lines = [f"{', '.join((asked.name, *asked.forms))}: not a person."]
    leaking = in_clear(text, decisions(text))
    if leaking:
        message = (
            f"line {', '.join(map(str, leaking))} of the new file would name a private person, in a comment or in "
            "what an entry says.\nTake the name out there, then run again."
        )
        raise SourceError(message)
    return text, [*said, *lines]


def _about_others(asked: Asked, listed: list[Person], person: Person | None, names: Names) -> list[str]:
    """Say that a shorter form was decided alone, and which forms no text has."""
    said = []
    key = normal_form(asked.name)
    longer = [p.name for p in listed if p is not person and key in map(normal_form, p.forms)]
    if longer:
        said.append(f"Only the form {asked.name} was decided, apart from {longer[0]}.")
    unknown = [form for form in asked.forms if not names.has(form)]
    if unknown:
        said.append(f"No text at hand has the form {', '.join(unknown)}; it was recorded all the same.")
    return said


def _private(
    asked: Asked, names: Names, text: str, person: Person | None, others: list[Person]
) -> tuple[str, list[str]]:
    """Return the text with a private person, and which forms were hashed and which were not."""
    written = [*(person.forms if person else ()), *asked.forms, *public_forms(text, asked.name)]
    own = {normal_form(form) for form in (asked.name, *written)}
    other_forms = {normal_form(form) for p in others for form in (p.name, *p.forms)} - own
    alone = {word for form in own for word in form.split()}  # the surname by itself is no other name
    shared = {word for form in (other_forms - alone) | decisions(text).by_form.keys() - own for word in form.split()}
    forms = private_forms(asked.name, written, lower=names.lower, shared=shared)
    text = with_private(text, asked.name, forms.withheld[1:], role=asked.role, reason=asked.reason)
    decided: Decisions = decisions(text)
    for option, says in (("--role", asked.role), ("--reason", asked.reason)):
        if in_clear(says, decided, forms.withheld):
            message = f"{option} itself names a private person.\nWrite it without the name."
            raise SourceError(message)
    lines = [f"{asked.name}: private, {asked.role}; {asked.reason}. Hashed: {', '.join(forms.withheld)}."]
    lines += [f"Not hashed: {form}, {why}. Add --form {form} if it is to be." for form, why in forms.left_out.items()]
    return text, lines
