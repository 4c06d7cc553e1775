"""The words of a sentence, and the lists by which its attributions and their sources are told."""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.corpus.words import Word
from analysis.features.quotations.speech_words import cue_words, outside_phrases
from analysis.measures.lexicons import name_words, titles
from analysis.resources import read_resource, word_list

#: What stands between two words of one phrase: a space, a plural possessive, a hyphen.
WITHIN = frozenset({" ", "\u00a0", "  ", "’ ", "' ", "-", "/", " & ", "&"})
QUOTES = frozenset('“”"‘«»„')
#: What parts an apposition from its noun.
PARTING = frozenset(",;:()[]–—") | QUOTES
#: Pronouns, also with a verb drawn into them: he, he'd.
PRONOUNS = frozenset(
    pronoun + drawn for pronoun in cue_words("pronouns") for drawn in ("", "'s", "'d", "'ll", "'ve", "'re")
)
#: What stands before the subject of a question: "nor did he say".
ASKED = frozenset({"did", "does", "do"})
#: Words that open the clause of what was said.
CLAUSES = frozenset({"that", "he", "she", "they", "it", "there", "how", "why", "whether"})


class Run(NamedTuple):
    """The words of an article, and the sentence that is read: the words from `low` to before `high`."""

    text: str
    words: Sequence[Word]
    folded: Sequence[str]
    low: int = 0
    high: int = 0

    def of(self, sentence: Span) -> "Run":
        """Return the run of a later sentence."""
        low = bisect_left(self.words, sentence.start, lo=self.high, key=attrgetter("start"))
        return self._replace(low=low, high=bisect_left(self.words, sentence.end, lo=low, key=attrgetter("start")))

    def gap(self, at: int) -> str:
        """What stands between a word and the word before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def joined(self, at: int) -> bool:
        """Whether nothing parts a word from the word before it; the full stop of "Mr." does not."""
        gap = self.gap(at)
        if gap in WITHIN:
            return True
        before = self.folded[at - 1]
        return gap in (". ", ".") and (len(before) == 1 or before in titles() or before in name_words("abbreviations"))

    def parted(self, at: int, marks: frozenset[str]) -> bool:
        """Whether one of some marks stands between a word and the word before it."""
        return not marks.isdisjoint(self.gap(at))

    def after(self, at: int) -> str:
        """The word after a word, "" at the end of the sentence."""
        return self.folded[at + 1] if at + 1 < self.high else ""

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital."""
        return self.words[at].text[0].isupper()


class Cue(NamedTuple):
    """The verb that a form belongs to, and where it attributes."""

    verb: str
    rule: str


@cache
def attribution_words(kind: str) -> frozenset[str]:
    """Return one of the lists of ``attribution_words.toml``.

    >>> "officials" in attribution_words("people"), "dozens" in attribution_words("people")
    (False, True)
    """
    return frozenset(tomllib.loads(read_resource("attribution_words.toml"))[kind])


@cache
def outside_sources() -> frozenset[str]:
    """Return the words that belong to no noun phrase; "new" of New Year's Day does."""
    return outside_phrases() - {"new", "year", "day", "eve"}


@cache
def cues() -> dict[str, Cue]:
    """Return the forms of the verbs that attribute, each with its verb and the list that says where; and "according".

    >>> cues()["told"], "thanked" in cues()
    (Cue(verb='tell', rule='transitive'), False)
    """
    found = {"according": Cue("according", "")}
    for line in word_list("reporting_verbs.txt"):
        verb, *_ = forms = line.split()
        found |= dict.fromkeys(forms, Cue(verb, _rule(verb)))
    bases = sorted(attribution_words("clausal") | attribution_words("transitive") | attribution_words("silent"))
    for form in cue_words("more_verbs") - found.keys():
        verb = next((base for base in bases if form.startswith(base.rstrip("e"))), "")
        found[form] = Cue(verb, _rule(verb))
    return {form: cue for form, cue in found.items() if cue.rule != "silent"}


def _rule(verb: str) -> str:
    for rule in ("findings", "clausal", "transitive", "silent"):
        if verb in attribution_words(rule):
            return rule
    if verb == "point":
        return "particle"
    return "silent" if not verb or verb in cue_words("weak_verbs") else "plain"
