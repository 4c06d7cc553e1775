"""Whether a mark ends its sentence: the rules for stops, abbreviations, quotations and names."""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from analysis.resources import read_resource

#: Marks of scripts that put no space between sentences.
SPACELESS = "。！？"
QUOTES = "\"”’»›'“‘„«‹″"
FIRST_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
#: Lower-case beginnings of names (de Blasio, al-Masri) and names with an inner capital (iPhone).
LOWER_NAME = re.compile(
    r"(?:de|du|da|di|la|le|van|von|der|den|ten|ter|bin|ibn|al|el|abu)\s[^\W\d_]|[a-z]{1,2}[-’']?[A-Z]"
)
#: A sentence that begins without a space before it (left.They).
GLUED = re.compile(r"""["“‘(\[]*(?:[^\W\d_a-z](?=[’'a-z])[^\W\d_]*|I\b|A\b(?=\s))""")
#: Who speaks, between a quotation and its verb: one to five words of a name, with titles and initials.
NAME = r"(?:(?:[A-Z][\w’'-]*|[A-Z][a-z]{0,3}\.|of|de|van|al|the)\s){1,5}"
#: A subject after the verb makes the clause a sentence of its own: Jones said he …
SUBJECT = r"(?!\s(?:I|he|she|it|they|we|you|that|the|there|his|her|its|their|a|an|no)\b)"
#: Letters with full stops, the last one off: U.S, p.m, J.K
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
#: What numbers the items of a list, when it stands alone before a stop.
ENUMERATOR = re.compile(r"\d{1,3}|[^\W\d_]|[ivxIVX]{1,4}")
#: Lists of the resource whose words are written with a full stop.
ABBREVIATIONS = ("before_names", "before_anything", "before_numbers", "before_either", "places", "closing")


class Place(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    left: str
    mark: str
    closing: str
    spaced: bool
    opening: str
    right: str

    @property
    def token(self) -> str:
        """The word before the mark: GEN as Gen in a line of capitals, of ex-Gov the last part."""
        if not self.left or self.left[-1].isspace():
            return ""
        token = re.split(r"[-–—/]", self.left.split()[-1].lstrip(QUOTES + "([{"))[-1]
        following = FIRST_WORD.match(self.right)
        capitals = token.isupper() and following is not None and len(following[0]) > 1 and following[0].isupper()
        return token.capitalize() if capitals and token.isalpha() and len(token) > 1 else token

    @property
    def quoted(self) -> bool:
        """Whether a quotation ends here, and not a possessive (the U.S.’ allies)."""
        if self.closing in ("'", "’") and DOTTED.fullmatch(self.token):
            return False
        return any(character in QUOTES for character in self.closing)

    @property
    def opens(self) -> bool:
        """Whether the next word is one that opens sentences (The, But) and not a name or an initial."""
        word = FIRST_WORD.match(self.right)
        if word is None or (len(word[0]) == 1 and self.right[1:2] == "."):
            return False
        return word[0].replace("’", "'").capitalize() in _words("openers")


def ends_sentence(place: Place) -> bool:
    """Whether a mark ends its sentence."""
    first = place.right[:1]
    if place.mark[-1] in SPACELESS:
        return True
    if not place.left.strip(QUOTES + "([{ ") or not (place.opening + place.right).strip() or first in (",", ";", ":"):
        return False
    if not place.spaced and not _glued(place):
        return False
    if first.islower() and not _starts_small(place):
        return False
    if place.token + place.mark in _words("names_with_marks"):
        return place.opens
    if place.mark != ".":
        return _ends_strongly(place)
    return _ends_at_stop(place)


def _glued(place: Place) -> bool:
    """Whether a sentence follows without a space, rather than a decimal, an abbreviation or an address."""
    follows = GLUED.match(place.opening + place.right)
    around = "".join(place.left.split()[-1:] + place.right.split()[:1])
    if follows is None or (not place.quoted and len(place.token) < 2) or {"/", "@"} & set(around):
        return False
    word = FIRST_WORD.match(place.right)
    return not _abbreviated(place.token) and (word is None or word[0].lower() not in _words("domains"))


def _starts_small(place: Place) -> bool:
    """Whether a lower-case word begins a sentence: part of a name, or careless writing after a plain word."""
    if place.closing or place.opening or place.mark != "." or _abbreviated(place.token):
        return False
    return bool(LOWER_NAME.match(place.right)) or (
        place.token.isalpha() and place.token.islower() and len(place.token) > 3
    )


def _ends_strongly(place: Place) -> bool:
    """Whether ?, ! or dots end the sentence, before a word that does not begin in lower case."""
    if {"?", "!", "‽", "؟"} & set(place.mark):
        if place.left.endswith("("):  # a doubt in brackets (?)
            return False
        return not _speaks(place, SUBJECT)
    left_out = place.left[-1:].isspace() and place.mark[:2] not in (
        ". ",
        ".\u00a0",
    )  # words left out ... in a quotation
    return place.opens and not re.match(r"I\b", place.right) if left_out else True


def _speaks(place: Place, tail: str) -> bool:
    """Whether a clause that names the speaker follows a quotation, and after its verb what `tail` matches."""
    return place.quoted and not place.opens and re.match(NAME + _verbs() + tail, place.right) is not None


def _ends_at_stop(place: Place) -> bool:
    """Whether a full stop ends the sentence, before a word that does not begin in lower case."""
    token, words = place.token, _words
    if token == "I" and re.search(r"[a-z,]\sI\Z", place.left):
        return True
    if not place.closing and place.left.strip(QUOTES + "([{ ") == token and ENUMERATOR.fullmatch(token):
        return False
    if not _abbreviated(token):
        return not _speaks(place, r"(?=\.|\Z)")
    if token in words("before_anything") or place.closing.startswith(")") or any(c in place.opening for c in "–—―-"):
        return False
    if token in words("before_numbers"):
        return not place.right[:1].isdigit() or place.quoted
    if token in words("before_names") and token not in words("before_either"):
        return False
    if place.quoted or place.opens:
        return True
    if token in words("closing"):
        follows = FIRST_WORD.match(place.right)
        return follows is None or follows[0] not in words("after_hours")
    apposed = place.left[: -len(token)].rstrip().endswith(",")
    return apposed and (token in words("places") or DOTTED.fullmatch(token) is not None)


def _abbreviated(token: str) -> bool:
    """Whether a full stop after the word may belong to it: an abbreviation, an initial, letters with stops."""
    if len(token) == 1:
        return token.isupper() or token in _words("before_numbers") | _words("before_anything")
    return bool(DOTTED.fullmatch(token)) or any(token in _words(kind) for kind in ABBREVIATIONS)


@cache
def _words(kind: str) -> frozenset[str]:
    """Return one list of the resource."""
    return frozenset(tomllib.loads(read_resource("abbreviations.toml"))[kind].split())


@cache
def _verbs() -> str:
    return rf"(?:{'|'.join(sorted(_words('reporting')))})\b"
