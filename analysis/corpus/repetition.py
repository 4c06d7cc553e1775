"""Passages that one page prints twice: a teaser and the whole, a pulled quotation, a page saved twice."""

import re
from collections.abc import Sequence

from analysis.corpus.shapes import Shape

#: A paragraph must have this many words before its repetition tells anything.
REPEATED_WORDS = 8
#: Longest paragraph that may be a pulled quotation; bounds the time on hostile text.
PULLED_WORDS = 200
#: Runs of letters and digits: all that a comparison of two copies looks at.
WORD = re.compile(r"[^\W_]+")
#: Who said it, after a pulled quotation.
ATTRIBUTION = re.compile(r"['\".] ?-+ ?[^\"]{1,80}$")


def repetitions(page: Sequence[Shape], furniture: Sequence[bool]) -> dict[int, str]:
    """Find the paragraphs of a page that repeat others of the same page.

    A run of paragraphs that stands twice is repeated once: its earlier copy where furniture follows it
    directly (the page broke off there and began anew), otherwise its later copy. A paragraph that stands
    word for word inside another is a pulled quotation or a cut-off beginning, wherever it stands.

    Parameters
    ----------
    page : sequence of Shape
        All paragraphs.
    furniture : sequence of bool
        For every paragraph whether it is page furniture: such lines are left out of every comparison.

    Returns
    -------
    dict of int to str
        Paragraph number to reason: "printed twice" or "pulled from the text".

    Notes
    -----
    Time is linear in the length of the page: paragraphs meet by their hash, and beginnings by the hash of
    their first `REPEATED_WORDS` words.
    """
    told = [i for i, is_furniture in enumerate(furniture) if not is_furniture]
    terms = {i: WORD.findall(page[i].plain.casefold()) for i in told}
    found = _twice(told, terms, furniture)
    rest = [i for i in told if i not in found]
    return found | _pulled(page, rest, terms)


def _twice(told: list[int], terms: dict[int, list[str]], furniture: Sequence[bool]) -> dict[int, str]:
    """Return the copies of runs that stand twice; `told` numbers the paragraphs without the furniture."""
    keys = [" ".join(terms[i]) for i in told]
    first: dict[str, int] = {}
    found: dict[int, str] = {}
    later = 0
    while later < len(told):
        earlier = first.setdefault(keys[later], later)
        if earlier == later or len(terms[told[later]]) < REPEATED_WORDS:
            later += 1
            continue
        length = 1
        while (
            later + length < len(told) and earlier + length < later and keys[earlier + length] == keys[later + length]
        ):
            length += 1
        lead = _lead(keys, earlier, later)
        after = told[earlier + length - 1] + 1
        broke_off = after < len(furniture) and furniture[after]
        start = (earlier if broke_off else later) - lead
        found |= dict.fromkeys((told[k] for k in range(start, start + lead + length)), "printed twice")
        later += length
    return found


def _lead(keys: list[str], earlier: int, later: int) -> int:
    """Count the equal short paragraphs directly before two equal ones, such as a subheading."""
    lead = 0
    while earlier - lead > 0 and later - lead - 1 > earlier and keys[earlier - lead - 1] == keys[later - lead - 1]:
        lead += 1
    return lead


def _pulled(page: Sequence[Shape], told: list[int], terms: dict[int, list[str]]) -> dict[int, str]:
    """Return the paragraphs whose words stand, in order and without a gap, inside a longer paragraph."""
    needles: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
    for i in told:
        needle = terms[i]
        if signed := ATTRIBUTION.search(page[i].plain):
            needle = WORD.findall(page[i].plain[: signed.start() + 1].casefold())
        if REPEATED_WORDS <= len(needle) <= PULLED_WORDS:
            needles.setdefault(tuple(needle[:REPEATED_WORDS]), []).append((i, needle))
    first_words = {head[0] for head in needles}
    found: dict[int, str] = {}
    for i in told:
        hay = terms[i]
        for at in range(len(hay) - REPEATED_WORDS + 1):
            if hay[at] not in first_words:
                continue
            for k, needle in needles.get(tuple(hay[at : at + REPEATED_WORDS]), ()):
                if k != i and len(needle) < len(hay) and hay[at : at + len(needle)] == needle:
                    found[k] = "pulled from the text"
    return found
