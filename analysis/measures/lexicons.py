"""The generic word lists in the shapes in which names are read with them."""

import csv
from functools import cache
from io import StringIO

from analysis.resources import read_resource, word_list

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR = MONTHS | WEEKDAYS | frozenset("christmas easter thanksgiving ramadan halloween eve new year".split())

#: Nouns that make the name which they end or begin that of an organisation.
ORGANISATION_NOUNS = frozenset(
    "academy administration agency airlines alliance army assembly association authority bank battalion board brigade "
    "bureau cabinet center centre chamber church club coalition college command commission committee community company "
    "conference congress corporation corps council court department division embassy federation fleet force forces "
    "foundation front fund group guard hospital house inc institute institution international journal kingdom league "
    "legion legislature library magazine ministry mission movement museum navy network news observatory office "
    "organization organisation parliament partnership party patrol police post press project regiment republic school "
    "senate service services society squad squadron state states station studies supreme team times treasury tribune "
    "tribunal trust union unit united university watch".split()
)


@cache
def function_words() -> frozenset[str]:
    """Return the words of the closed classes, case folded."""
    return frozenset(word_list("function_words.txt"))


@cache
def reporting_verbs() -> frozenset[str]:
    """Return every form of the verbs that attribute speech, case folded."""
    return frozenset(form for line in word_list("reporting_verbs.txt") for form in line.split())


@cache
def titles() -> frozenset[str]:
    """Return titles, ranks and offices, case folded, without full stops."""
    return frozenset(word_list("titles_and_ranks.txt"))


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives and nouns of nationality of one word, case folded.

    Abbreviations that are a country's name as well (U.S.) are left out.
    """
    rows = csv.DictReader(StringIO(read_resource("countries.csv")))
    forms = (form for row in rows for form in (row["adjectives"] + "|" + row["people"]).split("|"))
    return frozenset(form.casefold() for form in forms if form and "." not in form and not form.isupper())


@cache
def country_names() -> frozenset[str]:
    """Return the names of countries, territories and regions, case folded."""
    rows = csv.DictReader(StringIO(read_resource("countries.csv")))
    return frozenset(n.casefold() for row in rows for n in (row["name"], *row["other_names"].split("|")) if n)


@cache
def exonyms() -> dict[tuple[str, str], str]:
    """Return pairs of names of one place or body, case folded and in order, with what sets them apart."""
    rows = csv.DictReader(StringIO(read_resource("exonyms.csv")))
    pairs = ((sorted((row["form_a"].casefold(), row["form_b"].casefold())), row["note"]) for row in rows)
    return {(a, b): note for (a, b), note in pairs}


@cache
def place_names() -> frozenset[str]:
    """Return the place names of one word that the lists hold and that are no common English word."""
    listed = country_names() | {form for pair in exonyms() for form in pair}
    return frozenset(n for n in listed if n.isalpha() and n not in COMMON_WORDS)


#: Names of places in the lists that begin sentences as common words.
COMMON_WORDS = frozenset("acre barrow canton chad gorky hue jersey jordan georgia turkey us car roc".split())
