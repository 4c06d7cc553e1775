"""How well planted reuse is found: precision and recall of each relation, on any folder of texts.

Usage: ``python benchmarks/reuse_planted.py FOLDER [FOLDER …]``, each folder holding the `.txt` files of one event.
From every text a host (or a derivative) is made in each of the ways of `PLANTS`, with a fixed seed; the pair
of source and derivative must get the planted relation. Pairs of texts from different folders must get
none but, rarely, a shared quotation. Prints counts only, never a text.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.article import read_article
from analysis.features.reuse.passages import passages
from analysis.features.reuse.reuse_text import ReuseText, function_words, reuse_text
from analysis.measures.reuse_relation import reuse_relations

SEED = 20220224
EDITED_SHARE = 0.06
REPLACED_SHARE = 1 / 3
WORD = re.compile(r"[^\W\d_]{2,}")
MARKS = "“”\"‘’' ,\n"
QUOTED_WORDS = 8

Sentences = list[str]


class Source(NamedTuple):
    """A text's narrative sentences, each with the white space after it, and what it quotes at some length."""

    sentences: Sentences
    quotations: Sentences


def countable(name: str, text: str) -> ReuseText:
    """Return an article's countable words."""
    article = read_article(name, text)
    return reuse_text(
        name, article.text, sentences=article.sentences, quotations=article.quotations, left_out=article.marks
    )


def _source(name: str, text: str) -> Source:
    article = read_article(name, text)
    long = [q for q in article.quotations if len(article.words(q)) >= QUOTED_WORDS]
    narrative = []
    for here, following in zip(article.sentences, [*article.sentences[1:], None], strict=True):
        if article.kind(here.end - 1) == "narrative":
            ends_paragraph = following is None or "\n" in text[here.end : following.start]
            narrative.append(here.of(text) + ("\n\n" if ends_paragraph else " "))
    return Source(narrative, [q.of(text) for q in long])


def copied(source: Source, _host: Sentences, _vocabulary: Sequence[str], _dice: random.Random) -> Sentences:
    """Return the text as it is."""
    return source.sentences


def edited(source: Source, _host: Sentences, vocabulary: Sequence[str], dice: random.Random) -> Sentences:
    """Return the text with six words in a hundred replaced."""
    return [_replaced(s, EDITED_SHARE, vocabulary, dice, content_only=False) for s in source.sentences]


def reworded(source: Source, _host: Sentences, vocabulary: Sequence[str], dice: random.Random) -> Sentences:
    """Return the text with a third of its content words replaced."""
    return [_replaced(s, REPLACED_SHARE, vocabulary, dice, content_only=True) for s in source.sentences]


def excerpt(source: Source, _host: Sentences, _vocabulary: Sequence[str], dice: random.Random) -> Sentences:
    """Return five to eight sentences of the text, as they stand."""
    length = dice.randint(5, 8)
    start = dice.randrange(max(1, len(source.sentences) - length))
    return source.sentences[start : start + length]


def embedded(source: Source, host: Sentences, _vocabulary: Sequence[str], dice: random.Random) -> Sentences:
    """Return an unrelated text with two to five sentences of the source inside."""
    length, place = dice.randint(2, 5), dice.randrange(len(host))
    start = dice.randrange(max(1, len(source.sentences) - length))
    return [*host[:place], *source.sentences[start : start + length], *host[place:]]


def quoted(source: Source, host: Sentences, _vocabulary: Sequence[str], _dice: random.Random) -> Sentences:
    """Return an unrelated text that quotes what the source quotes, attributed in other words."""
    remarks = [f"“{said.strip(MARKS)}” was one of the remarks.\n\n" for said in source.quotations]
    return [*host[:8], *remarks, *host[8:]]


def retold(source: Source, host: Sentences, vocabulary: Sequence[str], dice: random.Random) -> Sentences:
    """Return the matter in its order: half of the sentences, two thirds of their content, phrases turned round."""
    kept = [_retold(s, vocabulary, dice) for s in source.sentences if dice.random() < 0.5]
    return [*host[:2], *kept, *host[2:6]]


def _retold(sentence: str, vocabulary: Sequence[str], dice: random.Random) -> str:
    words = _replaced(sentence, 0.45, vocabulary, dice, content_only=True).rstrip(". \n").split()
    parts = [words[i : i + 3] for i in range(0, len(words), 3)]
    dice.shuffle(parts)
    return " ".join(w for part in parts for w in part).strip(MARKS) + ".\n\n"


def _replaced(
    sentence: str, share: float, vocabulary: Sequence[str], dice: random.Random, *, content_only: bool
) -> str:
    def swap(match: re.Match[str]) -> str:
        word = match.group()
        fixed = content_only and word.casefold() in function_words()
        return word if fixed or dice.random() >= share else dice.choice(vocabulary)

    return WORD.sub(swap, sentence)


PLANTS: dict[str, tuple[Callable[..., Sentences], tuple[str, ...]]] = {
    "copied": (copied, ("identical",)),
    "edited": (edited, ("republished",)),
    "reworded": (reworded, ("reworded",)),
    "excerpt": (excerpt, ("excerpt",)),
    "embedded": (embedded, ("independent", "follows", "excerpt", "republished")),
    "quoted": (quoted, ("shared quotations only", "nothing")),
    "retold": (retold, ("follows", "reworded")),
}


def main(folders: Sequence[Path]) -> None:
    """Plant, compare, print a table of what became of each plant, then the pairs of different folders."""
    dice = random.Random(SEED)
    texts = {
        f"{d.parent.name}/{f.stem}" if d.name == "texts" else f"{d.name}/{f.stem}": f.read_bytes().decode("utf-8")
        for d in folders
        for f in sorted(d.glob("*.txt"))
    }
    sources = {name: _source(name, text) for name, text in texts.items()}
    vocabulary = sorted({w.casefold() for text in texts.values() for w in WORD.findall(text)} - function_words())
    names = sorted(texts)
    for plant, (make, wanted) in PLANTS.items():
        seen: Counter[str] = Counter()
        covered = 0
        for place, name in enumerate(names):
            host = sources[names[(place + len(names) // 2) % len(names)]].sentences
            made = "".join(make(sources[name], host, vocabulary, dice))
            pair = [countable("source", texts[name]), countable("derivative", made)]
            found = passages(pair)
            table = reuse_relations(found, {t.article: len(t.words) for t in pair})
            seen[str(table["relation"].iloc[0]) if len(table) else "nothing"] += 1
            covered += bool(len(found) and (found["kind"] != "quotation").any())
        right = sum(seen[relation] for relation in wanted)
        print(f"{plant}: {right}/{len(names)} right, passages in {covered}; {dict(sorted(seen.items()))}")
    _unrelated([countable(name, texts[name]) for name in names])


def _unrelated(articles: Sequence[ReuseText]) -> None:
    found = passages(articles)
    table = reuse_relations(found, {a.article: len(a.words) for a in articles})
    event = {a.article: a.article.split("/")[0] for a in articles}
    for label, same in (("same event", True), ("different events", False)):
        rows = table[(table["article_a"].map(event) == table["article_b"].map(event)) == same]
        pairs = sum((event[a] == event[b]) == same for a, b in combinations(sorted(event), 2))
        print(f"{label}: {pairs} pairs; {dict(sorted(Counter(rows['relation']).items()))}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
