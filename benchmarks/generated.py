"""News-like articles from a seed: Zipf vocabulary, topics, names, numbers, quotations, captions.

The words are invented but for the grammar's (articles, prepositions, auxiliaries), so that no text of anybody's is
needed and none can be recognised. Articles on one topic share its words and its names, as reports of one event do.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from analysis.resources import word_list

#: Content words that exist, the exponent of their frequencies (Zipf 1949), and how many belong to a topic.
VOCABULARY = 20_000
EXPONENT = 1.05
TOPIC_WORDS = 80
TOPIC_NAMES = 8
#: Share of words that carry grammar, of content words that are the topic's, of sentences that name somebody.
GRAMMAR_SHARE = 0.45
TOPIC_SHARE = 0.25
NAMING_SHARE = 0.5
QUOTING_SHARE = 0.15
NUMBER_SHARE = 0.2
#: Words of an article and of its sentences; articles on one topic.
ARTICLE_WORDS = 600
SENTENCE_WORDS = (9, 38)
ARTICLES_PER_TOPIC = 20

ONSETS = ("b", "br", "d", "dr", "f", "g", "gl", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
CODAS = ("", "", "", "l", "m", "n", "r", "s", "t", "nd", "rk")


class Sentence(NamedTuple):
    """A sentence and whether it is a quotation with its attribution."""

    text: str
    quoted: bool


@dataclass(frozen=True)
class Generated:
    """An article: its sentences in paragraphs of two or three, under a caption now and then."""

    id: str
    topic: int
    sentences: tuple[Sentence, ...]
    caption: str = ""

    def text(self) -> str:
        """Return the article as a text file would hold it."""
        return written([s.text for s in self.sentences], caption=self.caption)


def written(sentences: Sequence[str], *, caption: str = "") -> str:
    """Set sentences in paragraphs of three, a caption after the first."""
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return "\n\n".join([*paragraphs[:1], *([caption] if caption else []), *paragraphs[1:]]) + "\n"


class _Weighted:
    """Draws from items with given weights; cheaper than `random.choices` for one draw."""

    def __init__(self, items: Sequence[str], weights: Sequence[float]) -> None:
        self._items = items
        self._sums = list(accumulate(weights))

    def draw(self, dice: random.Random) -> str:
        return self._items[bisect(self._sums, dice.random() * self._sums[-1])]


@dataclass
class Language:
    """The invented vocabulary: words of everybody, and of each topic its own words and names."""

    seed: int
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.grammar = sorted(word_list("function_words.txt"))
        known = set(self.grammar)
        self.vocabulary: list[str] = []
        while len(self.vocabulary) < VOCABULARY:
            word = self._word()
            if word not in known:
                known.add(word)
                self.vocabulary.append(word)
        self._grammar = _Weighted(self.grammar, [1 / (rank + 2) for rank in range(len(self.grammar))])
        self._content = _Weighted(self.vocabulary, [1 / (rank + 20) ** EXPONENT for rank in range(VOCABULARY)])

    def _word(self) -> str:
        syllables = self.dice.choice((2, 2, 3, 3, 4))
        return "".join(
            self.dice.choice(ONSETS) + self.dice.choice(VOWELS) for _ in range(syllables)
        ) + self.dice.choice(CODAS)

    def articles(self, count: int, *, per_topic: int = ARTICLES_PER_TOPIC) -> Iterator[Generated]:
        """Yield `count` independent articles, `per_topic` of them on each topic."""
        for first in range(0, count, per_topic):
            words = self.dice.sample(self.vocabulary, TOPIC_WORDS)
            names = [f"{self._word().title()} {self._word().title()}" for _ in range(TOPIC_NAMES)]
            for number in range(first, min(first + per_topic, count)):
                yield self._article(f"a{number:06d}", first // per_topic, words, names)

    def _article(self, id_: str, topic: int, words: Sequence[str], names: Sequence[str]) -> Generated:
        length, sentences = 0, []
        while length < ARTICLE_WORDS:
            sentence = self._sentence(words, names)
            length += len(sentence.text.split())
            sentences.append(sentence)
        caption = ""
        if self.dice.random() < 0.3:
            caption = f"{self.dice.choice(names)} in an undated picture. (Photo: {self.dice.choice(names)}/Agency)"
        return Generated(id_, topic, tuple(sentences), caption)

    def _sentence(self, words: Sequence[str], names: Sequence[str]) -> Sentence:
        parts = [self._part(words) for _ in range(self.dice.randint(*SENTENCE_WORDS))]
        if self.dice.random() < NUMBER_SHARE:
            parts.insert(self.dice.randrange(len(parts)), str(self.dice.randint(2, 9000)))
        quoted = self.dice.random() < QUOTING_SHARE
        if quoted:
            return Sentence(f"“{_capital(' '.join(parts))},” {self.dice.choice(names)} said.", True)
        if self.dice.random() < NAMING_SHARE:
            parts.insert(self.dice.randrange(1, len(parts)), self.dice.choice(names))
        return Sentence(_capital(" ".join(parts)) + ".", False)

    def _part(self, words: Sequence[str]) -> str:
        if self.dice.random() < GRAMMAR_SHARE:
            return self._grammar.draw(self.dice)
        return self.dice.choice(words) if self.dice.random() < TOPIC_SHARE else self._content.draw(self.dice)

    def replaced(self, sentence: str, share: float) -> str:
        """Return a sentence in which each word, names and grammar too, was replaced with probability `share`."""
        return " ".join(self._swapped(word) if self.dice.random() < share else word for word in sentence.split(" "))

    def _swapped(self, word: str) -> str:
        bare = word.strip("“”,.")
        new = self._content.draw(self.dice)
        return word.replace(bare, new.title() if bare[:1].isupper() else new) if bare else word


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
