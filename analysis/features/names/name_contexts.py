"""What the words around a name say about what it names: a person, a place or an organisation."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from analysis.measures.lexicons import country_names, name_words, reporting_verbs, titles

PERSON, PLACE, ORGANISATION = "person", "place", "organisation"
#: Code points looked at on either side of a name.
WINDOW = 48

AGE_OR_WHO = re.compile(
    r",? (?:who|whom|whose|himself|herself)\b|, (?:aged )?\d{1,3}[,.)]|, an? \d{1,3}-year-old|"
    r",? \(\d\d\)| \((?:D|R|I)-"
)
PLACE_BEFORE = re.compile(
    r"\b(?:in|near|across|outside|throughout|within|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|suburbs?|streets|"
    r"city|town|village|region|province|state|port|capital|island|district) of|"
    r"(?:city|town|village|capital)(?: of)?,?)\s+(the\s+)?$"
)
#: "in the Donbas" is a place, "in the Lund case" is not.
ENDS_PHRASE = re.compile(r"\W*$|[,.;:!?]| (?:and|as|at|but|for|in|on|or|since|that|to|where|which|with)\b")
DATELINE = re.compile(r"(?:, [^.!?\n]{1,40}?)?\s?(?:[–—]|--?)\s")
PLACE_AFTER = re.compile(
    r"(?:[’'ʼ]s)? (?:region|province|city|suburbs?|airport|oblast|"
    r"district|border|peninsula|county|governorate|outskirts|streets)\b"
)
SAID_BEFORE = re.compile(r"\b(?:said|says|told|asked|added|tells|according to)\s+$")
POSSESSIVE = re.compile(r"[’'ʼ]s?\b")


def is_acronym(form: str) -> bool:
    """Whether a name is letters that stand for words (NATO, U.N.), rather than a shouted word."""
    bare = form.replace(".", "")
    return bare.isupper() and 2 <= len(bare) <= 5 and bare.isalpha()


@cache
def _lower_titles() -> frozenset[str]:
    lower = frozenset(t for t in titles() if " " not in t and len(t) > 3) - name_words("labels")
    return lower | name_words("occupations")


def own_context(text: str, form: str, start: int, end: int, titled: bool) -> str:
    """Return what the words next to one mention say it is, "" if they say nothing.

    >>> text = "A fire near Bergen killed one, said Ola Lund, 44."
    >>> own_context(text, "Bergen", 12, 18, False), own_context(text, "Ola Lund", 36, 44, False)
    ('place', 'person')
    """
    before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if form.casefold() in country_names():
        return PLACE
    if titled:
        return PERSON
    folded = form.casefold().split()
    if not name_words("organisation_nouns").isdisjoint((folded[0], folded[-1])):
        return ORGANISATION
    if AGE_OR_WHO.match(after) or _title_before(before):
        return PERSON
    if PLACE_AFTER.match(after) or _is_dateline(form, before, after):
        return PLACE
    stands_in = PLACE_BEFORE.search(before)
    if stands_in and not POSSESSIVE.match(after) and (not stands_in[1] or ENDS_PHRASE.match(after)):
        return PLACE
    if is_acronym(form):
        return ORGANISATION
    follows = re.match(r",? ([^\W\d_]+)", after)
    if SAID_BEFORE.search(before) or (follows and follows[1] in reporting_verbs()):
        return PERSON
    return ""


def _is_dateline(form: str, before: str, after: str) -> bool:
    return form.isupper() and (not before or before.endswith("\n")) and bool(DATELINE.match(after))


def _title_before(before: str) -> bool:
    word = re.search(r"([^\W\d_]+)\.?\s+[\"“]?$", before)
    return bool(word) and word[1].casefold() in _lower_titles()  # type: ignore[index]


M = TypeVar("M", bound=Any)


def shared_contexts(mentions: Sequence[M]) -> list[M]:
    """Give mentions without a context that of most mentions of the same name in the article.

    A name of one word takes that of the longer names which end in it (Vries, of Ada de Vries).
    """
    by_form: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.context:
            folded = mention.form.casefold()
            for key in {folded, folded.split()[-1]} if mention.context == PERSON else {folded}:
                by_form[key][mention.context] += 1
    return [m if m.context else m._replace(context=_most(by_form.get(m.form.casefold(), Counter()))) for m in mentions]


def _most(votes: Counter[str]) -> str:
    return min(votes, key=lambda c: (-votes[c], c)) if votes else ""
