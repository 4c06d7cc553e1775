"""Verbs of speech and noun phrases among the words of a sentence, told by lists and by their neighbours."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.features.quotations.speech_words import (
    BLANK,
    Token,
    cue_words,
    outside_phrases,
    speech_verbs,
    unturned_verbs,
)

#: A noun phrase has no more words than this.
LONGEST_PHRASE = 8
POSSESSIVE = re.compile(r"[’'ʼ]s$", re.IGNORECASE)
#: Determiners that can be a subject alone: "some said".
PRONOMINAL = frozenset({"one", "some", "several", "many", "most", "two", "three", "four", "five", "another"})
#: Verbs that are verbs of speech only before certain words: Lund went on, Lund put it bluntly.
IDIOMS = {"went": {"on"}, "put": {"it"}, "puts": {"it"}, "putting": {"it"}}
#: A plural possessive that the words of a sentence keep apart: the dockers’ letter.
PLURAL_POSSESSIVE = ("’", "'")
#: Words before "to say" that leave it unsaid, or make no infinitive.
UNSAID = frozenset({"according", "declined", "refused", "failed", "not", "response", "reply"})


class Subject(NamedTuple):
    """The words that say who speaks: tokens `first` to `last` are the noun phrase.

    What hangs on it by prepositions goes on to `end`: "a spokesman" for the port of Delft.
    """

    first: int
    last: int
    end: int


def is_verb(run: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb of speech there, rather than a noun of the same form."""
    word = run[at]
    if word.folded not in speech_verbs() or (word.is_capitalised and at > 0 and run[at - 1].text != ","):
        return False
    if word.folded in IDIOMS:
        return at + 1 < len(run) and run[at + 1].folded in IDIOMS[word.folded]
    if at == 0:
        return True
    before = run[at - 1]
    if at + 1 < len(run) and run[at + 1].folded == "by":
        return False
    claims = word.folded.endswith("s") and word.folded[:-1] in cue_words("also_nouns")
    if claims and at > 1 and run[at - 2].within("owners"):  # "his recent claims"
        return False
    if before.folded == "to":
        return at > 1 and run[at - 2].folded not in UNSAID
    if before.within("determiners") or before.text[0].isdigit() or POSSESSIVE.search(before.text):
        counts = word.within("also_nouns") or claims
        return (before.folded in PRONOMINAL and not counts) or (
            before.folded == "that" and not word.within("also_nouns")
        )
    if before.within("prepositions"):
        return before.folded == "as" or (word.folded.endswith("ing") and before.folded not in ("of", "at"))
    if word.within("also_nouns"):
        return before.folded.endswith("s") or before.within("pronouns", "other_pronouns", "between", "relatives")
    return True


def is_turned(run: Sequence[Token], at: int, *, whole: bool = False) -> bool:
    """Whether a verb of speech has its subject after it.

    It does between commas, “The plan, said Lund, is …”, and after a quotation: “No,” said Lund. At the end it does
    only where the words are a `whole` sentence: not in “Lund, who left, said Berg” before a quotation.
    """
    if at == 0 or run[at].folded.endswith("ing"):
        return False
    if run[at - 1].text[0] == BLANK:
        return run[at].folded not in unturned_verbs() and phrase_after(run, at + 1) is not None
    if run[at - 1].text != "," or not run[at].within("turned_verbs"):
        return False
    named = phrase_after(run, at + 1)
    return named is not None and (whole if named[1] + 1 == len(run) else run[named[1] + 1].text == ",")


def is_open(run: Sequence[Token], at: int) -> bool:
    """Whether a word can belong to a noun phrase."""
    word = run[at]
    return word.is_word and word.folded not in outside_phrases() and not (is_verb(run, at) and not word.is_capitalised)


def phrase_before(run: Sequence[Token], last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends at a word: its first and last word."""
    if last < 0:
        return None
    if run[last].within("pronouns", "other_pronouns"):
        return last, last
    if not is_open(run, last) or run[last].within("no_speakers"):
        return None
    if run[last].within("determiners") and run[last].folded not in PRONOMINAL:
        return None
    first = last
    while first > 0 and last - first < LONGEST_PHRASE and (is_open(run, first - 1) or _is_plural_owner(run, first - 1)):
        if run[first].within("determiners"):
            break
        first -= 1
    return first, last


def _is_plural_owner(run: Sequence[Token], at: int) -> bool:
    return run[at].text in PLURAL_POSSESSIVE and at > 0 and is_open(run, at - 1)


def tied_before(run: Sequence[Token], end: int) -> Subject | None:
    """Return the noun phrase that ends at a word with what hangs on it: "the mayor" for "the mayor of Delft"."""
    phrase = phrase_before(run, end)
    found = phrase
    while phrase and phrase[0] > 1 and run[phrase[0] - 1].within("ties"):
        opens = run[phrase[0]]
        if run[phrase[0] - 1].folded == "to" and not (opens.is_capitalised or opens.within("determiners")):
            break
        phrase = phrase_before(run, phrase[0] - 2)
        found = phrase or found
    return Subject(*found, end) if found else None


def phrase_after(run: Sequence[Token], first: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a word: "said the mayor of Delft" gives "the mayor"."""
    if first >= len(run) or not run[first].is_word:
        return None
    if run[first].within("pronouns", "other_pronouns"):
        return first, first
    last = first
    while last < len(run) and last - first < LONGEST_PHRASE and is_open(run, last):
        last += 1
    last -= 1
    return None if last < first or run[last].within("no_speakers", "determiners") else (first, last)
