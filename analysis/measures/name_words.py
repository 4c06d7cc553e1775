"""The words that carry names over all articles: which articles write them, beside which given names, as what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.corpus.words import words
from analysis.measures.lexicons import name_words
from analysis.measures.transliteration import fold

ARTICLES = ("al-", "el-", "ad-", "an-", "as-", "ash-", "at-")


@dataclass(frozen=True)
class NameWord:
    """A word that ends names or is one: a surname, a call sign, a place.

    `counts` has the mentions by article, `spellings` the same for each spelling, `contexts` the mentions by what
    their surroundings say they are. `givens` has, for each given name before it, the mentions of each
    whole name; `given_articles` the articles that write it with that given name.
    """

    word: str
    counts: Counter[str] = field(default_factory=Counter)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    contexts: Counter[str] = field(default_factory=Counter)
    givens: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    given_articles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def shown(self) -> str:
        """The most frequent spelling, before others in the alphabet."""
        return most_frequent({spelling: by.total() for spelling, by in self.spellings.items()})

    @property
    def context(self) -> str:
        """What most mentions that say something say, "" if none does."""
        return most_frequent(self.contexts) if self.contexts else ""


def most_frequent(counts: Mapping[str, int]) -> str:
    """Return the key with the highest count; ties go to the first in the alphabet, mixed case before capitals."""
    return min(counts, key=lambda key: (-counts[key], key.isupper(), key))


def without_article(word: str) -> str:
    """Return a word without the Arabic article before it.

    >>> without_article("al-Lund"), without_article("Alton")
    ('Lund', 'Alton')
    """
    return word.split("-", 1)[1] if word.casefold().startswith(ARTICLES) else word


def core(form: str) -> list[str]:
    """Return the words of a name without the nouns of an organisation at its ends, and without an article.

    >>> core("Ada Lund Foundation"), core("Bank of Utopia"), core("Omar al-Lund")
    (['Ada', 'Lund'], ['Utopia'], ['Omar', 'Lund'])
    """
    parts = [word.text for word in words(form)]
    nouns = name_words("organisation_nouns") | {"of", "the", "for"}
    while parts and parts[-1].casefold() in nouns:
        parts.pop()
    while parts and parts[0].casefold() in nouns:
        parts.pop(0)
    return [without_article(part) for part in parts]


def collect(mentions: pd.DataFrame) -> dict[str, NameWord]:
    """Return the name-carrying words by their folded letters.

    Parameters
    ----------
    mentions : DataFrame
        With the columns article, form, context.
    """
    found: dict[str, NameWord] = {}
    for article, form, context in zip(mentions["article"], mentions["form"], mentions["context"], strict=True):
        parts = core(form)
        if not parts or not fold(parts[-1]):
            continue
        word = found.setdefault(fold(parts[-1]), NameWord(fold(parts[-1])))
        word.counts[article] += 1
        word.spellings[parts[-1]][article] += 1
        whole = len(parts) == len(words(form))
        if context and whole:
            word.contexts[context] += 1
        if len(parts) > 1:
            given = fold(parts[0])
            word.givens[given][form if whole else " ".join(parts)] += 1
            word.given_articles[given][article] += 1
    return found


def given_names(found: Iterable[NameWord]) -> frozenset[str]:
    """Return the words that begin longer names."""
    return frozenset(given for word in found for given in word.givens)
