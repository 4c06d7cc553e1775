"""The persons that articles name: mentions of names grouped by the forms that one person's name takes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.corpus.words import words
from analysis.features.names.name_contexts import ORGANISATION, PERSON, PLACE
from analysis.features.names.name_forms import name_ends
from analysis.features.names.namings import Naming
from analysis.measures.lexicons import short_forms
from analysis.sources.people import normal_form
from analysis.sources.people_file import NOT_A_PERSON, PRIVATE, PUBLIC, Decision


@dataclass(frozen=True)
class Person:
    """A person, or one of the names that may be one.

    Attributes
    ----------
    name : str
        The fullest form, as it is mostly written.
    forms : tuple of str
        The other forms that the articles write, the longest and then the most frequent first.
    counts : dict of str to int
        Article id → mentions.
    decision : Decision or None
    """

    name: str
    forms: tuple[str, ...]
    counts: Mapping[str, int]
    decision: Decision | None


@dataclass
class _Form:
    """What all mentions of one normal form come to."""

    spellings: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    contexts: Counter[str] = field(default_factory=Counter)
    seems_person: bool = False

    @property
    def spelling(self) -> str:
        return min(self.spellings, key=lambda s: (-self.spellings[s], s))

    @property
    def is_person(self) -> bool:
        return self.seems_person or self.contexts[PERSON] > 0

    @property
    def is_other(self) -> bool:
        return not self.is_person and self.contexts[PLACE] + self.contexts[ORGANISATION] > 0


def persons(
    found: Iterable[Naming], decide: Callable[[str], Decision | None], *, every_name: bool = False
) -> list[Person]:
    """Group mentions into persons: a full name with its surname, and with the given name where one person has it.

    Forms about which different things were decided stay apart, whatever their words.

    Parameters
    ----------
    found : iterable of Naming
    decide : callable
        Form → the decision about it, None where there is none.
    every_name : bool
        Whether names that read as no person's are returned, too.

    Returns
    -------
    list of Person
        Undecided ones first; in the most articles, then the most often named first.

    Examples
    --------
    >>> found = [Naming("a", "Ada Holm", "person"), Naming("a", "Holm", ""), Naming("b", "Ada", "")]
    >>> [(person.name, person.forms, dict(person.counts)) for person in persons(found, lambda form: None)]
    [('Ada Holm', ('Ada', 'Holm'), {'a': 2, 'b': 1})]
    """
    forms: defaultdict[str, _Form] = defaultdict(_Form)
    for naming in found:
        form = forms[normal_form(naming.form)]
        form.spellings[naming.form] += 1
        form.counts[naming.article] += 1
        form.contexts[naming.context] += 1
        form.seems_person |= naming.seems_person
    forms.pop("", None)
    decided = {key: decide(form.spelling) for key, form in sorted(forms.items())}
    groups: defaultdict[_Group, list[str]] = defaultdict(list)
    for key, group in _grouped(forms, decided).items():
        groups[group].append(key)
    made = [
        _person([forms[key] for key in keys], next((d for d in map(decided.get, keys) if d), None))
        for group, keys in groups.items()
        if every_name or group.kind in (PUBLIC, PRIVATE) or any(forms[key].is_person for key in keys)
    ]
    return sorted(made, key=_rank)


class _Group(NamedTuple):
    """What the forms of a person share: a kind of decision and its entry, or "" and the ends of the full name."""

    kind: str
    name: str


def _grouped(forms: Mapping[str, _Form], decided: Mapping[str, Decision | None]) -> dict[str, _Group]:
    """Give every form its group. An undecided form joins a public name, as it is printed with it, no private one."""
    ends = {key: name_ends(form.spelling) for key, form in forms.items()}
    groups = {key: _group(key, decision) for key, decision in decided.items() if decision}
    public = {ends[key][:2]: group for key, group in groups.items() if group.kind == PUBLIC and ends[key].given}
    givens: defaultdict[str, set[str]] = defaultdict(set)
    for given, surname, _ in ends.values():
        givens[surname].add(given)
    for key in sorted(forms.keys() - groups.keys()):
        given, surname, _ = ends[key]
        if given:
            same = min(g for g in givens[surname] if g == given or (g, given) in short_forms())
            groups[key] = public.get((given, surname), _Group("", f"{same} {surname}"))
    by_surname: defaultdict[str, set[_Group]] = defaultdict(set)
    by_given: defaultdict[str, set[_Group]] = defaultdict(set)
    for key, group in groups.items():
        if ends[key].given and (group.kind in (PUBLIC, PRIVATE) or forms[key].is_person):
            by_given[ends[key].given].add(group)
            for word in (ends[key].surname, *ends[key].nicknames):
                by_surname[word].add(group)
    for key in sorted(forms.keys() - groups.keys()):
        owners = by_surname[ends[key].surname] or by_given[ends[key].surname]
        joins = len(owners) == 1 and not forms[key].is_other and min(owners).kind in ("", PUBLIC)
        groups[key] = min(owners) if joins else _Group("", key)
    return groups


def _group(key: str, decision: Decision) -> _Group:
    return _Group(decision.kind, key if decision.kind == NOT_A_PERSON else str(decision.entry))


def _person(forms: Sequence[_Form], decision: Decision | None) -> Person:
    """Describe a group; a public person has the name that the decision gives, whatever the articles write."""
    ranked = sorted(forms, key=lambda f: (-len(words(f.spelling)), -f.counts.total(), f.spelling))
    spellings = [form.spelling for form in ranked]
    name = decision.shown if decision and decision.kind == PUBLIC else spellings[0]
    counts: Counter[str] = sum((form.counts for form in forms), Counter())
    others = tuple(spelling for spelling in spellings if normal_form(spelling) != normal_form(name))
    return Person(name, others, dict(sorted(counts.items())), decision)


def _rank(person: Person) -> tuple[int, int, int, str]:
    kinds = (None, PRIVATE, PUBLIC, NOT_A_PERSON)
    kind = person.decision.kind if person.decision else None
    return kinds.index(kind), -len(person.counts), -sum(person.counts.values()), person.name
