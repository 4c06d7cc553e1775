"""Mentions of names: where an article writes the name of a person, place or organisation.

No dictionary of names and no model: English capitalises names, so a name is a run of capitalised
words, read against the rest of the same article where the capital says nothing (at the start of a
sentence, in a heading).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.corpus.words import words
from analysis.features.name_contexts import is_acronym, own_context, shared_contexts
from analysis.measures.lexicons import (
    CALENDAR,
    ORGANISATION_NOUNS,
    WEEKDAYS,
    demonyms,
    function_words,
    place_names,
    reporting_verbs,
    titles,
)

#: Lower-case words that join two parts of a person's or a place's name.
PARTICLES = frozenset(
    "al af av bin bint ibn da das de del della den der di do dos du el la las le los ter und van von y zu zum".split()
)
#: Words that join the parts of an organisation's name, after a noun such as "Ministry".
JOINTS = ("of", "of the", "for", "for the")
ABBREVIATIONS = frozenset("st ste ft mt jr sr dr mr mrs ms prof rev hon".split())
#: Titles that are surnames as well: they end a run of their own only at its start ("Martin Luther King Jr.").
ALSO_SURNAMES = frozenset(
    "king prince duke earl baron count bishop pope marshal major judge justice page sage dean dame lord don "
    "father brother sister mother chase private chair coach agent doctor late then citizen".split()
)
PRONOUN = "I"
#: Words that stand before a day or a month.
BEFORE_DATES = frozenset("last next early late mid black good".split())
#: A heading is a line without closing punctuation in which at least this share of the words is capitalised.
HEADING_SHARE = 0.6
HEADING_WORDS = 3
LONGEST_TITLE = 4

ARTICLE_AND_NAME = re.compile(r"(?:al|ad|an|as|ash|at|el|d|l|o)[-'’][A-ZÀ-Þ]")
OPENS_QUOTE = re.compile(r"\s+[\"“‘']")
NICKNAME_CLOSES = re.compile(r"[,.]?[\"”’']")
DATELINE = re.compile(r"[^.!?\n]{0,60}?\s?(?:[–—]|--?)\s")
SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")


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


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    gap: str  # what stands between the token before and this one
    first: bool  # a capital here says nothing: start of a sentence or a quotation
    possessive: bool


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
    read = [_tokens(text, sentence) for sentence in sentences]
    headings = [_is_heading(sentence.of(text), tokens) for sentence, tokens in zip(sentences, read, strict=True)]
    known, lower = _evidence(tokens for tokens, heading in zip(read, headings, strict=True) if not heading)
    mentions: list[NameMention] = []
    for index, (tokens, heading) in enumerate(zip(read, headings, strict=True)):
        usable = [t.text.casefold() in known if heading else _is_capitalised(t.text) for t in tokens]
        for run in _runs(text, tokens, usable):
            whole = run if heading else _truecased(text, run, known, lower)
            for name, titled in _without_titles(whole):
                part = _trimmed(name)
                if part:
                    form = " ".join(_written(text, part).split())
                    start, end = part[0].start, part[-1].end
                    mentions.append(NameMention(form, start, end, index, own_context(text, form, start, end, titled)))
    return shared_contexts(_surnames_kept(mentions))


def _tokens(text: str, sentence: Span) -> list[_Token]:
    tokens: list[_Token] = []
    reached = sentence.start
    for word in words(text, sentence.start, sentence.end):
        possessive = word.text.endswith(("’s", "'s", "ʼs"))
        gap = text[reached : word.start]
        first = not tokens or bool(re.search(r"[\"“‘:;•*\n]|[–—]\s|--|[.!?]\s", gap)) and not _is_initial(tokens[-1])
        end = word.end - 2 if possessive else word.end
        tokens.append(_Token(text[word.start : end], word.start, end, gap, first, possessive))
        reached = word.end
    return tokens


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or bool(ARTICLE_AND_NAME.match(word))


def _is_initial(token: _Token) -> bool:
    """Whether a full stop after the token abbreviates it."""
    bare = token.text.casefold().rstrip(".")
    return (len(bare) == 1 and token.text[0].isupper()) or bare in ABBREVIATIONS or bare in titles()


def _is_heading(sentence: str, tokens: Sequence[_Token]) -> bool:
    letters = [t for t in tokens if t.text[0].isalpha()]
    if len(letters) < HEADING_WORDS or (SENTENCE_END.search(sentence) and not sentence.isupper()):
        return sentence.isupper() and len(letters) >= HEADING_WORDS
    return sum(t.text[0].isupper() for t in letters) >= HEADING_SHARE * len(letters)


def _evidence(read: Iterable[Sequence[_Token]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words (case folded) that the article capitalises in mid-sentence, and those it writes in lower case."""
    known: set[str] = set()
    lower: set[str] = set()
    for token in (t for tokens in read for t in tokens):
        if not _is_capitalised(token.text):
            lower.add(token.text)
        elif not token.first:
            known.add(token.text.casefold())
    return frozenset(known - function_words()) | place_names(), frozenset(lower)


def _runs(text: str, tokens: Sequence[_Token], usable: Sequence[bool]) -> Iterator[list[_Token]]:
    """Yield the longest runs of capitalised words, with the small words that join them."""
    run: list[_Token] = []
    at = 0
    while at < len(tokens):
        step = _joint(tokens, usable, at, run) if run and not usable[at] else 0
        if step:
            run.extend(tokens[at : at + step])
            at += step
        elif usable[at] and (not run and tokens[at].text != PRONOUN or run and _continues(text, run, tokens[at])):
            run.append(tokens[at])
            at += 1
        else:
            if run:
                yield run
            run = [tokens[at]] if usable[at] and tokens[at].text != PRONOUN else []
            at += 1
    if run:
        yield run


def _joint(tokens: Sequence[_Token], usable: Sequence[bool], at: int, run: Sequence[_Token]) -> int:
    """Count the small words from `at` that join the run to a capitalised word after them; 0 if they do not."""
    for count in (1, 2):
        after = at + count
        if after >= len(tokens) or not usable[after] or any(t.gap.strip() for t in tokens[at : after + 1]):
            continue
        small = [t.text for t in tokens[at:after]]
        joined = " ".join(small)
        title = f"{run[-1].text} {joined} {tokens[after].text}".casefold()
        organisation = joined in JOINTS and run[-1].text.casefold() in ORGANISATION_NOUNS
        if not run[-1].possessive and (PARTICLES.issuperset(small) or organisation or title in titles()):
            return count
    return 0


def _continues(text: str, run: Sequence[_Token], token: _Token) -> bool:
    """Whether a capitalised word goes on with the name before it."""
    before, gap = run[-1], token.gap
    if before.possessive or token.text == PRONOUN:
        return False
    if not gap.strip() or gap.strip() == "&":
        return True
    if gap.strip() == ".":
        return _is_initial(before)
    if OPENS_QUOTE.fullmatch(gap):  # a nickname: one quoted word that closes at once
        return bool(NICKNAME_CLOSES.match(text, token.end)) and not before.first
    return bool(re.fullmatch(r"[\"”’']\s+", gap)) and bool(OPENS_QUOTE.fullmatch(before.gap)) and len(run) > 1


def _truecased(text: str, run: list[_Token], known: frozenset[str], lower: frozenset[str]) -> list[_Token]:
    """Drop the words from the run's start that are capitalised only because a sentence begins there."""
    while run and run[0].first:
        first, folded = run[0].text, run[0].text.casefold()
        if folded in known or (first.isupper() and len(first) > 2 and DATELINE.match(text, run[0].end)):
            break
        common = folded in function_words() or folded in lower or folded in reporting_verbs()
        if len(run) == 1 or common or folded.endswith(("ly", "ing")):
            run = [run[1]._replace(first=False), *run[2:]] if len(run) > 1 and _is_capitalised(run[1].text) else []
        else:
            break
    return run


def _without_titles(run: Sequence[_Token]) -> Iterator[tuple[list[_Token], bool]]:
    """Yield the names in a run, cut where a title stands before a name, and whether a title stood there."""
    piece: list[_Token] = []
    titled, at = False, 0
    while at < len(run):
        length = _title_length(run, at)
        rest = run[at + length :]
        cuts = length and rest and _is_capitalised(rest[0].text) and rest[0].text.casefold() not in ORGANISATION_NOUNS
        if cuts and not (piece and run[at].text.casefold() in ALSO_SURNAMES):
            yield piece, titled
            piece, titled, at = [], True, at + length
        else:
            piece.append(run[at])
            at += 1
    yield piece, titled


def _title_length(run: Sequence[_Token], at: int) -> int:
    for length in range(min(LONGEST_TITLE, len(run) - at), 0, -1):
        if " ".join(t.text.casefold().rstrip(".") for t in run[at : at + length]) in titles():
            return length
    return 0


def _trimmed(name: list[_Token]) -> list[_Token]:
    """Take off articles, weekdays and a leading nationality; nothing is left of what is no name."""
    folded = [t.text.casefold() for t in name]
    start, end = 0, len(name)
    while start < end and (folded[start] in function_words() or folded[start] in WEEKDAYS):
        start += 1
    while end > start and (folded[end - 1] in WEEKDAYS or not _is_capitalised(name[end - 1].text)):
        end -= 1
    while end - start > 1 and folded[start] in demonyms() and folded[end - 1] not in ORGANISATION_NOUNS:
        start += 1
    if end - start > 1 and OPENS_QUOTE.fullmatch(name[end - 1].gap) and folded[start] in ORGANISATION_NOUNS:
        start += 1
    part = name[start:end]
    bare = [w.rstrip(".") for w in folded[start:end]]
    alone = " ".join(bare)
    letters = sum(c.isalpha() for c in alone)
    empty = all(w in demonyms() and w not in place_names() for w in bare) or all(
        w in CALENDAR or w in BEFORE_DATES for w in bare
    )
    return [] if empty or letters < 2 or any(c.isdigit() for c in alone) else part


def _written(text: str, part: Sequence[_Token]) -> str:
    """Return the run as it stands, with the closing mark of a nickname that ends it."""
    written = text[part[0].start : part[-1].end]
    opened = len(part) > 1 and OPENS_QUOTE.fullmatch(part[-1].gap)
    return written + {"“": "”", "‘": "’"}.get(part[-1].gap.strip(), part[-1].gap.strip()) if opened else written


def _surnames_kept(mentions: Sequence[NameMention]) -> list[NameMention]:
    """Leave out a lone title or month, unless it is the last word of a longer name in the article."""
    surnames = {m.form.split()[-1].casefold() for m in mentions if " " in m.form}
    return [
        m
        for m in mentions
        if m.form.casefold() in surnames
        or not (m.form.casefold() in CALENDAR or (m.form.casefold() in titles() and not is_acronym(m.form)))
    ]
