"""Datelines inside a paragraph: the place, agency and dash before a report's first sentence."""

import re
from collections.abc import Iterable

#: Capitals, at most five words, perhaps a region and a date after a comma, then a dash.
PLACE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\da-z.']*(?:[ /.'-]+[^\W\d_a-z][^\W\da-z.']*){0,4}\.?)"
    r"(?:, (?:[^\W\d_][\w.'-]*\.?)(?: [^\W\d_][\w.'-]*\.?){0,2}){0,2}"
    r"(?:,? \d{1,2}(?:, \d{4})?)?"
    r" ?-{1,3} ?(?=[\"'(\[]?[^\W_])"
)
#: A place in small letters needs its region after a comma or in brackets to be told from a narrator's aside.
MIXED = re.compile(
    r"(?P<place>[^\W\d_a-z][\w.'-]+(?: [^\W\d_a-z][\w.'-]+){0,2})"
    r"(?:, (?:[^\W\d_a-z][\w.'-]+(?: [^\W\d_a-z][\w.'-]+){0,2})| \([^\W\d_a-z][\w.'-]+\))"
    r" -{1,3} (?=[\"']?[^\W\d_a-z])"
)
#: A dateline ends within this many characters.
LONGEST = 80
#: Fewest capitals of a place, in the first prose paragraph and later.
FEWEST_CAPITALS, FEWEST_CAPITALS_LATER = 3, 4
CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}\b")
HEAD = re.compile(r"[^a-z]*")


def dateline(plain: str, abbreviations: frozenset[str], *, first: bool) -> int:
    """Return how many characters of a paragraph are its dateline, 0 where there is none.

    Capitals before a dash may be an abbreviation that opens a sentence ("NATO - …"): they are a place only
    if the page does not use them, so written, anywhere else. After the first prose paragraph only
    names of four capitals or more count, and mixed case never.

    Parameters
    ----------
    plain : str
        The paragraph with plain dashes and quotation marks (`Shape.plain`).
    abbreviations : frozenset of str
        The page's words in capitals (`words_in_capitals`).
    first : bool
        Whether this is the page's first prose paragraph.

    Examples
    --------
    >>> dateline("RIVERTON, Ohio - The bridge fell.", frozenset(), first=True)
    17
    >>> dateline("NATO - the alliance - met.", frozenset({"NATO"}), first=True)
    0
    """
    head = plain[:LONGEST]
    if match := PLACE.match(head):
        place = match["place"].rstrip(".")
        capitals = sum(c.isupper() for c in place)
        set_off = " -" in match[0] or "--" in match[0]
        if (
            place.isupper()
            and capitals >= (FEWEST_CAPITALS if first else FEWEST_CAPITALS_LATER)
            and set_off
            and not plain[match.end()].islower()
            and not abbreviations.issuperset(CAPITALS.findall(place))
        ):
            return match.end()
    if first and (match := MIXED.match(head)):
        return match.end()
    return 0


def words_in_capitals(paragraphs: Iterable[str]) -> frozenset[str]:
    """Return the words in capitals that stand inside ordinary sentences, such as abbreviations.

    >>> sorted(words_in_capitals(["GENEVA - The UN met.", "UN TALKS FAIL", "Talks at NATO failed."]))
    ['NATO', 'UN']
    """
    found: set[str] = set()
    for plain in paragraphs:
        if not plain.isupper():
            found.update(CAPITALS.findall(plain, HEAD.match(plain).end()))  # type: ignore[union-attr]
    return frozenset(found)
