"""The forms that a person's name takes, and which of them to withhold."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from analysis.corpus.words import term, words
from analysis.measures.lexicons import calendar, demonyms, function_words, name_words, place_names, titles
from analysis.sources.people import normal_form

#: What follows a surname without being one; a numeral after a single name is a ruler's.
SUFFIXES, NUMERALS = frozenset(("jr", "sr")), frozenset(("ii", "iii", "iv"))
NICKNAME = re.compile(r"[\"“‘']([^\W\d_][^\s\"”’']*)")
ORDINARY, SHARED = "an ordinary word, a title or a place", "a word of another name"


class NameEnds(NamedTuple):
    """The words by which a name is known alone, case folded; `given` is "" where there is none."""

    given: str
    surname: str
    nicknames: tuple[str, ...]


class PrivateForms(NamedTuple):
    """The forms of a private person to withhold, and those that were left out: form → why."""

    withheld: tuple[str, ...]
    left_out: Mapping[str, str]


def name_ends(form: str) -> NameEnds:
    """Return the given name, the surname and the nicknames in a form.

    >>> name_ends("Ada “Kit” de Vries Jr."), name_ends("de Vries").surname
    (NameEnds(given='ada', surname='vries', nicknames=('kit',)), 'vries')
    """
    folded = [term(part) for part in _parts(form)]
    nicknames = tuple(term(word) for word in NICKNAME.findall(form))
    return NameEnds(folded[0] if len(folded) > 1 else "", folded[-1] if folded else "", nicknames)


def private_forms(name: str, written: Iterable[str], *, lower: Container[str], shared: Container[str]) -> PrivateForms:
    """Say under which forms a private person is to be withheld.

    The name and every form that the articles write for it; besides, the full name without what stands between
    given name and surname, and each of the two alone, unless that word would hide something else.

    Parameters
    ----------
    name : str
    written : iterable of str
        The other forms in which the articles write it.
    lower : container of str
        Words that the articles write in lower case, too.
    shared : container of str
        Words of other names.

    Examples
    --------
    >>> private_forms("Jonas Reed", ["Jonas"], lower={"reed"}, shared=())
    PrivateForms(withheld=('Jonas Reed', 'Jonas'), left_out={'Reed': 'an ordinary word, a title or a place'})
    """
    kept: dict[str, str] = {}
    for form in (name, *written):
        kept.setdefault(normal_form(form), form)
    parts = _parts(name)
    derived = [" ".join(_bare(name))]
    if len(parts) > 1:
        derived += [f"{parts[0]} {parts[-1]}", parts[-1], parts[0], *NICKNAME.findall(name)]
    left_out: dict[str, str] = {}
    for form in derived:
        key = normal_form(form)
        if key in kept or len(key) < 2:
            continue
        reason = "" if " " in key else _objection(key, lower, shared)
        if reason:
            left_out[form] = reason
        else:
            kept[key] = form
    return PrivateForms(tuple(kept.values()), left_out)


def _objection(word: str, lower: Container[str], shared: Container[str]) -> str:
    if word in shared:
        return SHARED
    listed = function_words() | calendar() | titles() | place_names() | demonyms()
    return ORDINARY if word in lower or word in listed else ""


def _bare(form: str) -> list[str]:
    """Return the words of a name without what follows the surname."""
    parts = [word.text for word in words(form)]
    while len(parts) > 1 and (term(parts[-1]) in SUFFIXES or (len(parts) > 2 and term(parts[-1]) in NUMERALS)):
        parts.pop()
    return parts


def _parts(form: str) -> list[str]:
    """Return the words of a name from the given name, or from the surname without its particles, to the surname."""
    parts = _bare(form)
    while len(parts) > 1 and parts[0] in name_words("particles"):
        parts.pop(0)
    return parts
