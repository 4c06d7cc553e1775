"""Mentions of names: where an article writes the name of a person, place or organisation.

No dictionary of names and no model: runs of capitalised words, cut where a title stands before a name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.features.names.capitalised_runs import Token, capitalised_runs, is_capitalised, opens_nickname
from analysis.features.names.name_contexts import is_acronym, own_context, shared_contexts
from analysis.measures.lexicons import calendar, demonyms, function_words, name_words, place_names, titles

LONGEST_TITLE = 4


class NameMention(NamedTuple):
    """A name as it stands at one place.

    `form` is the name with white space collapsed, without titles, leading articles and the
    possessive; ``text[start:end]`` is the run it was read from. `context` is "person", "place",
    "organisation", or "" where nothing near it says.
    """

    form: str
    start: int
    end: int
    sentence: int
    context: str


def name_mentions(text: str, sentences: Sequence[Span]) -> list[NameMention]:
    """Return the names in an article in the order of their places.

    A capitalised word at the start of a sentence counts only when the same word is capitalised in
    mid-sentence elsewhere in the article, or when a second capitalised word follows it. Months,
    weekdays and nationalities alone are not names. Names inside quotations count.

    Parameters
    ----------
    text : str
        The article's raw text.
    sentences : sequence of Span
        Its sentences, headings included; text outside them is not read.

    Returns
    -------
    list of NameMention
        Offsets in code points of `text`.

    Examples
    --------
    >>> text = "Aides of Mayor Ada de Vries left Delft. Vries stayed."
    >>> [(m.form, m.context) for m in name_mentions(text, [Span(0, 39), Span(40, 53)])]
    [('Ada de Vries', 'person'), ('Delft', ''), ('Vries', 'person')]
    """
    mentions: list[NameMention] = []
    for index, run in capitalised_runs(text, sentences):
        for name, titled in _without_titles(run):
            part = _trimmed(name)
            if part:
                form = " ".join(_written(text, part).split())
                start, end = part[0].start, part[-1].end
                mentions.append(NameMention(form, start, end, index, own_context(text, form, start, end, titled)))
    return shared_contexts(_surnames_kept(mentions))


def _without_titles(run: Sequence[Token]) -> Iterator[tuple[list[Token], bool]]:
    """Yield the names in a run, cut where a title stands before a name, and whether a title stood there."""
    piece: list[Token] = []
    titled, at = False, 0
    while at < len(run):
        length = _title_length(run, at)
        rest = run[at + length :]
        cuts = (
            length
            and rest
            and is_capitalised(rest[0].text)
            and rest[0].text.casefold() not in name_words("organisation_nouns")
        )
        if cuts and not (piece and run[at].text.casefold() in name_words("titles_also_surnames")):
            yield piece, titled
            piece, titled, at = [], run[at + length - 1].text.casefold() not in name_words("labels"), at + length
        else:
            piece.append(run[at])
            at += 1
    yield piece, titled


def _title_length(run: Sequence[Token], at: int) -> int:
    for length in range(min(LONGEST_TITLE, len(run) - at), 0, -1):
        if " ".join(t.text.casefold().rstrip(".") for t in run[at : at + length]) in titles():
            return length
    return 0


def _trimmed(name: list[Token]) -> list[Token]:
    """Take off articles, weekdays and a leading nationality; nothing is left of what is no name."""
    folded = [t.text.casefold() for t in name]
    start, end = 0, len(name)
    while start < end and (folded[start] in function_words() or folded[start] in name_words("weekdays")):
        start += 1
    while end > start and (folded[end - 1] in name_words("weekdays") or not is_capitalised(name[end - 1].text)):
        end -= 1
    while end - start > 1 and folded[start] in demonyms() and folded[end - 1] not in name_words("organisation_nouns"):
        start += 1
    if end - start > 1 and opens_nickname(name[end - 1]) and folded[start] in name_words("organisation_nouns"):
        start += 1
    part = name[start:end]
    bare = [w.rstrip(".") for w in folded[start:end]]
    alone = " ".join(bare)
    letters = sum(c.isalpha() for c in alone)
    empty = all(w in demonyms() and w not in place_names() for w in bare) or all(
        w in calendar() or w in name_words("before_dates") for w in bare
    )
    return [] if empty or letters < 2 or any(c.isdigit() for c in alone) else part


def _written(text: str, part: Sequence[Token]) -> str:
    """Return the run as it stands, with the closing mark of a nickname that ends it."""
    written = text[part[0].start : part[-1].end]
    opened = len(part) > 1 and opens_nickname(part[-1])
    return written + {"“": "”", "‘": "’"}.get(part[-1].gap.strip(), part[-1].gap.strip()) if opened else written


def _surnames_kept(mentions: Sequence[NameMention]) -> list[NameMention]:
    """Leave out a lone title or month, unless it is the last word of a longer name in the article."""
    surnames = {m.form.split()[-1].casefold() for m in mentions if " " in m.form}
    return [
        m
        for m in mentions
        if m.form.casefold() in surnames
        or not (m.form.casefold() in calendar() or (m.form.casefold() in titles() and not is_acronym(m.form)))
    ]
