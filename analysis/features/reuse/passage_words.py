"""The few words that show how two sides of a passage agree and differ: never in the order of the text."""

import re
from collections.abc import Collection, Sequence

from analysis.corpus.article import Article
from analysis.corpus.spans import Span
from analysis.corpus.words import term
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.reuse_text import ReuseText, stem
from analysis.measures.lexicons import function_words

#: At most so many words of each sort are shown, the longest first: they tell most.
MOST_SHOWN = 7
#: Shorter words say nothing by themselves.
LEAST_LETTERS = 3


def passage_words(
    a: ReuseText, b: ReuseText, passage: Passage, hidden_a: Sequence[Span] = (), hidden_b: Sequence[Span] = ()
) -> dict[str, str]:
    """Return words that both sides have, and words that only one has, in the order of the alphabet.

    Parameters
    ----------
    a, b : ReuseText
    passage : Passage
    hidden_a, hidden_b : sequence of Span
        Names that are withheld; their words are left out.

    Returns
    -------
    dict of str to str
        `both`, `only_a`, `only_b`: words joined by commas; all empty for an identical passage.
    """
    if passage.kind == "identical":
        return {"both": "", "only_a": "", "only_b": ""}
    withheld = _withheld(a, hidden_a) | _withheld(b, hidden_b)
    in_a = _words(a, passage.first_a, passage.last_a, withheld)
    in_b = _words(b, passage.first_b, passage.last_b, withheld)
    return {
        "both": _shown([word for key, word in in_a.items() if key in in_b]),
        "only_a": _shown([word for key, word in in_a.items() if key not in in_b]),
        "only_b": _shown([word for key, word in in_b.items() if key not in in_a]),
    }


def note_words(article: Article) -> frozenset[str]:
    """Return the stems of matter in an article's correction notes; none where it has no note."""
    notes = [mark for mark in article.marks if mark.kind == "correction"]
    terms = {term(word.text) for note in notes for word in article.words(note)}
    return frozenset(stem(plain) for plain in terms if len(plain) >= LEAST_LETTERS and plain not in function_words())


def noted_words(text: ReuseText, first: int, last: int, noted: frozenset[str]) -> int:
    """Return how many of the words of an article's correction notes stand in a passage of it."""
    return len(noted & _words(text, first, last, ()).keys()) if noted else 0


def _withheld(text: ReuseText, hidden: Sequence[Span]) -> set[str]:
    """Return the words of withheld names: they are left out wherever they stand, also inside another word."""
    return {part for span in hidden for part in _parts(span.of(text.text)) if len(part) >= LEAST_LETTERS}


def _parts(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", words.casefold())


def _words(text: ReuseText, first: int, last: int, withheld: Collection[str]) -> dict[str, str]:
    """Return the words of matter by stem, each as it stands at its first place."""
    found: dict[str, str] = {}
    for place in range(first, last):
        start, end = text.places[place].tolist()
        plain = term(text.text[start:end])
        told = len(plain) >= LEAST_LETTERS and plain not in function_words()
        if told and not any(part in withheld for part in _parts(plain)):
            found.setdefault(stem(plain), text.text[start:end])
    return found


def _shown(words: Sequence[str]) -> str:
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:MOST_SHOWN]
    return ", ".join(sorted(longest, key=lambda word: (word.casefold(), word)))
