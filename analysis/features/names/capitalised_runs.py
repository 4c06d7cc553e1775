"""Runs of capitalised words, read against the rest of their article.

English capitalises names, so a name is a run of capitalised words. Where the capital says nothing (at
the start of a sentence or a quotation, in a heading) the same article's other sentences decide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.corpus.spans import Span
from analysis.corpus.words import words
from analysis.measures.lexicons import function_words, name_words, place_names, reporting_verbs, titles
from analysis.measures.transliteration import skeleton, spelling_similarity

#: Words that join the parts of an organisation's name, after a noun such as "Ministry".
JOINTS = ("of", "of the", "for", "for the")
PRONOUN = re.compile(r"I(?:[’'ʼ](?:m|ve|d|ll))?")
#: A heading is a line without closing punctuation in which at least this share of the words is capitalised.
HEADING_SHARE = 0.6
HEADING_WORDS = 3
#: From this length and likeness on, a word at the start of a sentence is a misspelling of a known name.
SLIP_LETTERS, SLIP_SIMILARITY = 6, 0.95

ARTICLE_AND_NAME = re.compile(r"(?:al|ad|an|as|ash|at|el|d|l|o)[-'’][A-ZÀ-Þ]")
ENDS_NAME = re.compile(r"[’'ʼ]s$|-[a-z]{3,}$")
PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z]")
OPENS_QUOTE = re.compile(r"\s+[\"“‘']")
NICKNAME_CLOSES = re.compile(r"[,.]?[\"”’']")
DATELINE = re.compile(r"[^.!?\n]{0,60}?\s?(?:[–—]|--?)\s")
SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")
STARTS_AFRESH = re.compile(r"[\"“‘:;•*\n]|[–—]\s|--|[.!?]\s")


class Token(NamedTuple):
    """A word without its possessive or the tail that makes it an adjective (Moscow-backed).

    `ends` says that one was taken off: no name goes on after it. `gap` is what stands between the word
    before and this one; `first` says that a capital tells nothing here, because a sentence or a quotation
    begins.
    """

    text: str
    start: int
    end: int
    gap: str
    first: bool
    ends: bool


def capitalised_runs(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, list[Token]]]:
    """Yield the runs of capitalised words that are names or hold names, with the index of their sentence.

    A capitalised word at the start of a sentence counts only when the same word is capitalised in
    mid-sentence elsewhere, or when a second capitalised word follows it. In a heading, where every word
    may be capitalised, only words that other sentences capitalise count.

    >>> text = "Dense fog hid Bergen. Yesterday Lund left."
    >>> [[token.text for token in run] for _, run in capitalised_runs(text, [Span(0, 21), Span(22, 42)])]
    [['Bergen'], ['Yesterday', 'Lund']]
    """
    read = [_tokens(text, sentence) for sentence in sentences]
    headings = [_is_heading(sentence.of(text), tokens) for sentence, tokens in zip(sentences, read, strict=True)]
    known, lower = _evidence(tokens for tokens, heading in zip(read, headings, strict=True) if not heading)
    for index, (tokens, heading) in enumerate(zip(read, headings, strict=True)):
        usable = [_usable(token.text, known if heading else None) for token in tokens]
        for run in _runs(text, tokens, usable):
            kept = run if heading else _truecased(text, run, known, lower)
            if kept:
                yield index, kept


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital, or with an article that is part of it (al-Assad, d'Estaing)."""
    return word[0].isupper() or bool(ARTICLE_AND_NAME.match(word))


def opens_nickname(token: Token) -> bool:
    """Whether a quotation mark stands before the word."""
    return bool(OPENS_QUOTE.fullmatch(token.gap))


def _usable(word: str, known: frozenset[str] | None) -> bool:
    if PRONOUN.fullmatch(word) or PARTY_AND_STATE.match(word):
        return False
    return is_capitalised(word) if known is None else word.casefold() in known


def _tokens(text: str, sentence: Span) -> list[Token]:
    tokens: list[Token] = []
    reached = sentence.start
    for word in words(text, sentence.start, sentence.end):
        ending = ENDS_NAME.search(word.text)
        gap = text[reached : word.start]
        fresh = bool(STARTS_AFRESH.search(gap)) and not (tokens and _is_initial(tokens[-1]))
        first = not tokens or fresh
        end = word.start + ending.start() if ending else word.end
        tokens.append(Token(text[word.start : end], word.start, end, gap, first, bool(ending)))
        reached = word.end
    return tokens


def _is_initial(token: Token) -> bool:
    """Whether a full stop after the token abbreviates it."""
    bare = token.text.casefold().rstrip(".")
    return (len(bare) == 1 and token.text[0].isupper()) or bare in name_words("abbreviations") or bare in titles()


def _is_heading(sentence: str, tokens: Sequence[Token]) -> bool:
    letters = [t for t in tokens if t.text[0].isalpha()]
    if len(letters) < HEADING_WORDS or (SENTENCE_END.search(sentence) and not sentence.isupper()):
        return sentence.isupper() and len(letters) >= HEADING_WORDS
    return sum(t.text[0].isupper() for t in letters) >= HEADING_SHARE * len(letters)


def _evidence(read: Iterable[Sequence[Token]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that the article capitalises in mid-sentence (case folded), and those it does not."""
    known: set[str] = set()
    lower: set[str] = set()
    for token in (t for tokens in read for t in tokens):
        if not is_capitalised(token.text):
            lower.add(token.text)
        elif not token.first:
            known.add(token.text.casefold())
    return frozenset(known - function_words()) | place_names(), frozenset(lower)


def _runs(text: str, tokens: Sequence[Token], usable: Sequence[bool]) -> Iterator[list[Token]]:
    """Yield the longest runs of capitalised words, with the small words that join them."""
    run: list[Token] = []
    at = 0
    while at < len(tokens):
        step = _joint(tokens, usable, at, run) if run and not usable[at] else 0
        if step:
            run.extend(tokens[at : at + step])
            at += step
        elif usable[at] and (not run or _continues(text, run, tokens[at])):
            run.append(tokens[at])
            at += 1
        else:
            if run:
                yield run
            run = [tokens[at]] if usable[at] else []
            at += 1
    if run:
        yield run


def _joint(tokens: Sequence[Token], usable: Sequence[bool], at: int, run: Sequence[Token]) -> int:
    """Count the small words from `at` that join the run to a capitalised word after them; 0 if they do not."""
    for count in (1, 2):
        after = at + count
        if after >= len(tokens) or not usable[after] or any(t.gap.strip() for t in tokens[at : after + 1]):
            continue
        small = [t.text for t in tokens[at:after]]
        joined = " ".join(small)
        title = f"{run[-1].text} {joined} {tokens[after].text}".casefold()
        organisation = joined in JOINTS and run[-1].text.casefold() in name_words("organisation_nouns")
        if not run[-1].ends and (name_words("particles").issuperset(small) or organisation or title in titles()):
            return count
    return 0


def _continues(text: str, run: Sequence[Token], token: Token) -> bool:
    """Whether a capitalised word goes on with the name before it."""
    before, gap = run[-1], token.gap
    if before.ends:
        return False
    if not gap.strip() or gap.strip() == "&":
        return True
    if gap.strip() == ".":
        return _is_initial(before)
    if opens_nickname(token):  # a nickname: one quoted word that closes at once
        return bool(NICKNAME_CLOSES.match(text, token.end)) and not before.first
    return bool(re.fullmatch(r"[\"”’']\s+", gap)) and opens_nickname(before) and len(run) > 1


def _like_known(word: str, known: frozenset[str]) -> bool:
    """Whether a word is a known name but for its spelling: a slip is worth finding where it begins a sentence too."""
    if word in function_words() or word in reporting_verbs() or len(word) < SLIP_LETTERS:
        return False
    bones = skeleton(word)
    return any(
        other[0] == word[0] and skeleton(other) == bones and spelling_similarity(word, other) >= SLIP_SIMILARITY
        for other in known
    )


def _truecased(text: str, run: list[Token], known: frozenset[str], lower: frozenset[str]) -> list[Token]:
    """Drop the words from the run's start that are capitalised only because a sentence begins there."""
    while run and run[0].first:
        first, folded = run[0].text, run[0].text.casefold()
        if (
            folded in known
            or (folded not in lower and _like_known(folded, known))
            or (first.isupper() and len(first) > 2 and DATELINE.match(text, run[0].end))
        ):
            break
        common = folded in function_words() or folded in lower or folded in reporting_verbs()
        if len(run) == 1 or common or folded.endswith(("ly", "ing")):
            run = [run[1]._replace(first=False), *run[2:]] if len(run) > 1 and is_capitalised(run[1].text) else []
        else:
            break
    return run
