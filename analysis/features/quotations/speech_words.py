"""The words of a sentence, and the lists by which its verbs of speech and their subjects are told."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.measures.lexicons import calendar
from analysis.resources import read_resource, word_list

#: What a quotation is replaced by, in its own length, before its sentence is read.
BLANK = "\ue000"
TOKEN = re.compile(rf"{BLANK}+|[^\W_]+(?:[&/'’ʼ.-][^\W_]+)*|(?<=[sS])[’'](?=\s)|[,:;]|[–—]|--| - |[?!]")
#: A pronoun with the verb drawn into it: he's.
CONTRACTION = re.compile(r"([^\W\d_]+)[’'ʼ](?:s|d|ll|ve|re)", re.IGNORECASE)
#: A party and a state after a name, with the comma before it: Lund, R-Ohio.
PARTY = re.compile(r"[DRI]-[A-Z]")
DASHES = ("–", "—", "--", "-")
BRACKETED = re.compile(r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]")


class Token(NamedTuple):
    """A word or a mark of a sentence, with its place in the article."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word in lower case."""
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and no mark and no quotation."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    def within(self, *kinds: str) -> bool:
        """Whether it stands in one of the lists."""
        folded = self.folded
        return any(folded in cue_words(kind) for kind in kinds)


@cache
def cue_words(kind: str) -> frozenset[str]:
    """Return one of the lists of ``speech_words.toml``.

    >>> "whom" in cue_words("relatives")
    True
    """
    return frozenset(tomllib.loads(read_resource("speech_words.toml"))[kind])


@cache
def speech_verbs() -> frozenset[str]:
    """Return the verb forms that bring in a quotation, case folded."""
    lines = (line.split() for line in word_list("reporting_verbs.txt"))
    forms = (form for line in lines if line[0] not in cue_words("weak_verbs") for form in line)
    return frozenset(forms) | cue_words("more_verbs")


@cache
def unturned_verbs() -> frozenset[str]:
    """Return the forms of verbs that never stand before their subject."""
    lines = (line.split() for line in word_list("reporting_verbs.txt"))
    forms = (form for line in lines if line[0] in cue_words("unturned_verbs") for form in line)
    return frozenset(forms) | {"went", "put", "labeled", "labelled", "thanked", "compared", "likened", "dubbed"}


@cache
def outside_phrases() -> frozenset[str]:
    """Return the words that belong to no noun phrase."""
    kinds = ("prepositions", "joiners", "relatives", "pronouns", "other_pronouns", "be", "between")
    return frozenset(word for kind in kinds for word in cue_words(kind)) | calendar()


def blanked(text: str, quoted: Sequence[Span]) -> str:
    """Return the text with its quotations and its brackets blanked, every place where it was.

    >>> blanked("“No,” said Ada (44).", [Span(0, 5)]).replace(BLANK, "_")
    '_____ said Ada     .'
    """
    parts, at = [], 0
    for span in quoted:
        parts += [text[at : span.start], BLANK * (span.end - span.start)]
        at = span.end
    parts.append(text[at:])
    return BRACKETED.sub(lambda match: " " * len(match[0]), "".join(parts))


def tokens(frame: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a run; dashes are commas, full stops, quotation marks and parties are left out.

    >>> [token.text for token in tokens("Mr. Lund – a “baker” – left.", 0, 28)]
    ['Mr', 'Lund', ',', 'a', 'baker', ',', 'left']
    """
    found: list[Token] = []
    for match in TOKEN.finditer(frame, start, end):
        word = "," if match[0].strip() in DASHES else match[0]
        contracted = CONTRACTION.fullmatch(word)
        if PARTY.match(word):
            if found and found[-1].text == ",":
                found.pop()
        elif contracted and contracted[1].casefold() in cue_words("pronouns"):
            found.append(Token(contracted[1], match.start(), match.start() + len(contracted[1])))
        else:
            found.append(Token(word, match.start(), match.end()))
    return found
