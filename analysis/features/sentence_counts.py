"""What is counted in each sentence of an article: words, syllables, numbers, hedges, attributions."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.corpus.article import NARRATIVE, Article
from analysis.corpus.words import term
from analysis.features.attributions.attributions import attributions
from analysis.features.located_words import LocatedWords
from analysis.features.word_counts import word_counts
from analysis.measures.lexicons import first_person, modal_verbs, reporting_verbs
from analysis.measures.text_statistics import COUNTED
from analysis.resources import read_resource, word_list

#: A sentence's end by the plainest rule: any full stop, question or exclamation mark with a space after it.
PLAIN_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|\Z)")
#: Where the text is not English.
UNCOUNTED = (None,) * len(COUNTED)
#: What is counted of each word as it stands, in this order.
OF_A_WORD = (
    "characters", "letters", "syllables", "polysyllables", "complex_words", "difficult_words",
    "numbers", "reporting_verbs", "modals", "first_person",
)  # fmt: skip


def sentence_rows(article: Article, words: LocatedWords, *, english: bool) -> Iterable[tuple[Any, ...]]:
    """Yield a row for each sentence, or for each kind of a sentence that a mark covers in part.

    In the order of the columns of its table; where the text is not English, only words and ends are counted.
    """
    if not len(words.words):
        return
    order = np.lexsort((words.starts, words.kinds, words.sentence))
    sentence, kind = words.sentence[order], words.kinds[order]
    begins = np.flatnonzero(np.r_[True, (np.diff(sentence) != 0) | (np.diff(kind) != 0)])
    ends = np.r_[begins[1:], len(order)]
    sums = np.add.reduceat(_counted(article, words, english=english)[order], begins, axis=0).tolist()
    plain = np.bincount(_plain_ends(article), minlength=len(article.sentences)).tolist()
    numbers = sentence[begins].tolist()
    begun = np.searchsorted([paragraph.start for paragraph in article.paragraphs], _starts(article), side="right") - 1
    paragraphs = begun[numbers].tolist()
    places = zip(words.starts[order[begins]].tolist(), words.ends[order[ends - 1]].tolist(), strict=True)
    columns = zip(paragraphs, numbers, places, kind[begins].tolist(), (ends - begins).tolist(), sums, strict=True)
    for paragraph, number, place, kind_number, length, (quoted, *components) in columns:
        name = words.kind_names[kind_number]
        part = _part(quoted, length) if name == NARRATIVE else ""
        counted = components if english else UNCOUNTED
        yield article.id, paragraph, number, *place, name, part, length, quoted, plain[number], *counted


def _starts(article: Article) -> NDArray[np.int64]:
    return np.array([sentence.start for sentence in article.sentences], dtype=np.int64)


def _plain_ends(article: Article) -> NDArray[np.int64]:
    """The sentences in which sentences end by the plainest rule, one entry an end."""
    found = [match.start() for match in PLAIN_END.finditer(article.text)]
    numbers = np.searchsorted(_starts(article), found, side="right") - 1
    return numbers[numbers >= 0]


def _part(quoted: int, words: int) -> str:
    if not quoted:
        return "narrator"
    return "quoted" if quoted == words else "mixed"


def named_word_rows(article: Article, words: LocatedWords, *, english: bool) -> Iterable[dict[str, Any]]:
    """Yield for each row of `sentence_rows` what of it stands in names, where any does."""
    if not words.named.any() or not english:
        return
    counted = np.where(words.named[:, None], _of_words(words), 0)
    keys = np.stack([words.sentence, words.kinds])[:, words.named]
    for number, kind in np.unique(keys, axis=1).T.tolist():
        own = (words.sentence == number) & (words.kinds == kind)
        sums = dict(zip(OF_A_WORD, counted[own].sum(axis=0).tolist(), strict=True))
        yield {
            "article": article.id, "sentence": number, "kind": words.kind_names[kind],
            "words": int((own & words.named).sum()), **sums,
        }  # fmt: skip


def _counted(article: Article, words: LocatedWords, *, english: bool) -> NDArray[np.int64]:
    """One row a word, the columns quoted and `COUNTED`."""
    counted = np.zeros((len(words.words), 1 + len(COUNTED)), dtype=np.int64)
    counted[:, 0] = words.quoted
    if not english:
        return counted
    column = {name: 1 + number for number, name in enumerate(COUNTED)}
    counted[:, [column[name] for name in OF_A_WORD]] = _of_words(words)
    counted[words.quoted, column["reporting_verbs"]] = 0
    counted[_hedges(words), column["hedges"]] = 1
    for found in attributions(article, words.words):
        place = int(np.searchsorted(words.starts, found.start))
        counted[place, column[f"attributions_{found.kind}"]] += 1
    return counted


def _of_words(words: LocatedWords) -> NDArray[np.int64]:
    packed = b"".join([_of_a_word(word.text) for word in words.words])
    return np.frombuffer(packed, dtype=np.int64).reshape(-1, len(OF_A_WORD))


@cache
def _of_a_word(text: str) -> bytes:
    """The columns `OF_A_WORD` of one word, packed, so that a text's are put together at once."""
    known, counts = term(text), word_counts(text)
    number = known[0].isdigit() or known in number_words()
    flags = (number, known in reporting_verbs(), known in modal_verbs(), known in first_person())
    return np.array([*counts, *flags], dtype=np.int64).tobytes()


@cache
def number_words() -> frozenset[str]:
    """Words that name a number, "one" left out because it mostly names no number."""
    rows = read_resource("number_words.csv").splitlines()
    return frozenset(row.split(",")[0] for row in rows if row and not row.startswith(("#", "word,"))) - {"one"}


@cache
def _hedge_phrases() -> dict[str, list[list[str]]]:
    """Hedges by their first word, the longest first."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in sorted((line.split() for line in word_list("hedges.txt")), key=lambda words: (-len(words), words)):
        phrases.setdefault(phrase[0], []).append(phrase)
    return phrases


def _hedges(words: LocatedWords) -> Sequence[int]:
    """The places at which a hedge begins; one that lies inside a longer one does not count."""
    phrases, terms = _hedge_phrases(), words.terms
    sentence, found, free = words.sentence, [], 0
    for place, known in enumerate(terms):
        if known not in phrases or place < free:
            continue
        for phrase in phrases[known]:
            end = place + len(phrase)
            if terms[place:end] == phrase and sentence[place] == sentence[end - 1]:
                found.append(place)
                free = end
                break
    return found
