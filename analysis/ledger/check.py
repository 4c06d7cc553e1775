"""Holding a ledger against the texts: whether its places stand, and whether its words are the coder's."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields

from analysis.corpus.words import Word, words
from analysis.ledger.consistency import item_faults, value_faults
from analysis.ledger.model import Coding, Item, Ledger, Place, Value
from analysis.ledger.read import CODEBOOK_FILE, DECOYS_FILE
from analysis.ledger.relocate import agreement, occurrences, relocate
from analysis.ledger.reviews import REVIEWS_FILE
from analysis.ledger.wording import LONGEST_RUN, Runs, copied_from, runs_by_article
from analysis.sources.people import People

LONGEST_VALUE_WORDS = 12
#: A run this long is known again by itself, where it stands only once; a shorter one needs its context.
SURE_WORDS = 4


@dataclass(frozen=True)
class Problem:
    """What is wrong with an entry of the ledger, or what could not be checked.

    Attributes
    ----------
    file : str
        Within the ledger's folder; "" where a note is of all of them.
    entry, what, remedy : str
    place : Place or None
        Where a place that has moved stands now.
    at : tuple of str and int
        The keys that lead to that place in the file.
    checked : bool
        False where a text is not at hand: a note, and no fault.
    """

    file: str
    entry: str
    what: str
    remedy: str
    place: Place | None = None
    at: tuple[str | int, ...] = ()
    checked: bool = True


@dataclass(frozen=True)
class Locator:
    """A place with the entry and the keys under which its file holds it."""

    file: str
    entry: str
    at: tuple[str | int, ...]
    article: str
    place: Place


def problems(
    ledger: Ledger,
    texts: Mapping[str, str],
    people: People | None = None,
    *,
    candidates: Collection[str] | None = None,
    lengths: Mapping[str, int] | None = None,
) -> list[Problem]:
    """Everything that is wrong with a ledger, and what could not be checked.

    Parameters
    ----------
    ledger : Ledger
    texts : dict of str to str
        Article id → text, for the articles whose text is at hand.
    people : People or None
        Who is private: no place consists of a private person's name.
    candidates : collection of str, optional
        The ids of the machine's candidates; without them, reviews of candidates are not looked at.
    lengths : dict of str to int, optional
        Article id → characters of its text, for articles whose text is not at hand.
    """
    copied = runs_by_article(texts)
    return [
        *_unread(ledger, texts),
        *_misplaced(ledger, texts, people),
        *_beyond(ledger, {} if lengths is None else {a: n for a, n in lengths.items() if a not in texts}),
        *_coders(ledger),
        *(p for coding in (ledger.coding, *ledger.others) for item in coding.items for p in _item(coding, item)),
        *(p for file, entry, field, said in _sentences(ledger) for p in _wording(file, entry, field, said, copied)),
        *_reviews(ledger, candidates),
    ]


def locators(ledger: Ledger) -> Iterator[Locator]:
    """Every place of a ledger: of its items, its decoys, and other coders' items."""
    for coding in (ledger.coding, *ledger.others):
        for index, item in enumerate(coding.items):
            for number, value in enumerate(item.values):
                at = ("item", index, "value", number, "at")
                yield Locator(coding.file, _entry(item, number), at, value.article, value.place)
    for index, decoy in enumerate(ledger.decoys):
        for number, (article, place) in enumerate(decoy.places):
            at = ("decoy", index, "place", number, "at")
            yield Locator(DECOYS_FILE, f"decoy {decoy.id}, place {number + 1}", at, article, place)


def _entry(item: Item, number: int) -> str:
    return f"item {item.id}, value {number + 1}"


def _unread(ledger: Ledger, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A note for each article without a text, of all files together."""
    missing: dict[str, int] = {}
    for locator in locators(ledger):
        if locator.article not in texts:
            missing[locator.article] = missing.get(locator.article, 0) + 1
    for article, number in sorted(missing.items()):
        places = "1 place is" if number == 1 else f"{number} places are"
        what = f"{places} not checked, for its text is not at hand"
        yield Problem("", article, what, "Name the folder that holds it with --texts.", checked=False)


def _misplaced(ledger: Ledger, texts: Mapping[str, str], people: People | None) -> list[Problem]:
    """Return what is wrong with the places in the texts at hand: not where the ledger says, or a private name."""
    read = {article: words(text) for article, text in texts.items()}
    held = [(locator, texts[locator.article]) for locator in locators(ledger) if locator.article in texts]
    found = [_moved(locator, read[locator.article]) or _name(locator, text, people) for locator, text in held]
    return [problem for problem in found if problem is not None]


def _beyond(ledger: Ledger, lengths: Mapping[str, int]) -> Iterator[Problem]:
    """Say which places end after their article, as far as its features tell how long it is."""
    for locator in locators(ledger):
        if locator.place.end > lengths.get(locator.article, locator.place.end):
            length = lengths[locator.article]
            what = f"the place ends at {locator.place.end}, but {locator.article} has {length} characters"
            yield Problem(locator.file, locator.entry, what, "Mend the place.")


def _name(locator: Locator, text: str, people: People | None) -> Problem | None:
    """Say that a place consists of a private person's name."""
    if people is None or people.role(text[locator.place.start : locator.place.end]) is None:
        return None
    what = (
        f"the place from {locator.place.start} to {locator.place.end} of {locator.article} is a private person's name"
    )
    return Problem(locator.file, locator.entry, what, "Mark what is said about the person instead.")


def _moved(locator: Locator, text: list[Word]) -> Problem | None:
    """Say that a place does not stand where it is recorded, and where it stands if that is known."""
    place, found = locator.place, relocate(text, locator.place)
    recorded = f"{place.start} to {place.end} of {locator.article}"
    again = "Read the text again and mend the place, or take the entry out."
    if found is None:
        number = len(occurrences(text, place))
        where = f"they stand in {number} others, equally well" if number else "nor anywhere else in it"
        what = f"the recorded words do not stand from {recorded}, {where}"
        return Problem(locator.file, locator.entry, what, again)
    if (found.start, found.end) == (place.start, place.end):
        return None
    what = f"the recorded words do not stand from {recorded}, but from {found.start} to {found.end}"
    alone = place.words >= SURE_WORDS and len(occurrences(text, place)) == 1
    if agreement(found, place) or alone:
        remedy = "Run `variorum ledger check --update` to write the new place."
        return Problem(locator.file, locator.entry, what, remedy, found, locator.at)
    return Problem(locator.file, locator.entry, f"{what}, among other words", again)


def _item(coding: Coding, item: Item) -> Iterator[Problem]:
    yield from (Problem(coding.file, f"item {item.id}", *fault) for fault in item_faults(item))
    for number, value in enumerate(item.values):
        yield from _value(coding.file, _entry(item, number), value)


def _value(file: str, entry: str, value: Value) -> Iterator[Problem]:
    yield from (Problem(file, entry, *fault) for fault in value_faults(value))
    number = len(words(value.value))
    if number > LONGEST_VALUE_WORDS:
        what = f"`value` has {number} words, expected at most {LONGEST_VALUE_WORDS}"
        yield Problem(file, entry, what, "Say it in fewer words.")


def _coders(ledger: Ledger) -> Iterator[Problem]:
    """Agreement is between two coders."""
    own = (ledger.coding.coder.casefold(), ledger.coding.coder_kind)
    for coding in ledger.others:
        if (coding.coder.casefold(), coding.coder_kind) == own:
            what = f"its coder is {coding.coder!r}, who coded {ledger.coding.file} as well"
            yield Problem(coding.file, "coder", what, "Agreement needs another coder: mend the name, or take it out.")


def _sentences(ledger: Ledger) -> Iterator[tuple[str, str, str, str]]:
    """File, entry, field and text of everything that coders and reviewers wrote."""
    for coding in (ledger.coding, *ledger.others):
        yield coding.file, "coder", "name", coding.coder
        yield coding.file, "coder", "note", coding.note
        for item in coding.items:
            yield from ((coding.file, f"item {item.id}", *said) for said in _texts(item))
            for number, value in enumerate(item.values):
                yield from ((coding.file, _entry(item, number), *said) for said in _texts(value))
    for decoy in ledger.decoys:
        yield DECOYS_FILE, f"decoy {decoy.id}", "why_not", decoy.why_not
    for section, defined in ledger.codebook.items():
        for word, definition in defined.items():
            yield from ((CODEBOOK_FILE, f"{section} {word}", *said) for said in (("key", word), *definition.items()))
    for number, review in enumerate(ledger.reviews, 1):
        yield REVIEWS_FILE, f"review {number}", "reason", review.reason


def _texts(entry: Item | Value) -> Iterator[tuple[str, str]]:
    for field in fields(entry):
        said = getattr(entry, field.name)
        if isinstance(said, str):
            yield field.name, said


def _wording(file: str, entry: str, field: str, said: str, texts: Runs) -> Iterator[Problem]:
    for article in copied_from(said, texts):
        what = f"`{field}` holds {LONGEST_RUN + 1} or more words in a row of the text of {article}"
        yield Problem(file, entry, what, "Say it in other words.")


def _reviews(ledger: Ledger, candidates: Collection[str] | None) -> Iterator[Problem]:
    known = {"human": {item.id for item in ledger.coding.items}, "machine": candidates}
    for number, review in enumerate(ledger.reviews, 1):
        subjects = known[review.origin]
        if subjects is not None and review.subject not in subjects:
            kind = "an item of the ledger" if review.origin == "human" else "a candidate of the machine"
            what = f"`subject` is {review.subject!r}, expected {kind}"
            yield Problem(REVIEWS_FILE, f"review {number}", what, "Mend the id, or delete the line.")
