"""Lexical diversity of many articles at once, as the analysis takes it and under other choices."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from analysis.corpus.article import NARRATIVE
from analysis.features.located_words import Flags, LocatedWords
from analysis.measures.diversity_intervals import diversities, diversity_values

CAPTION = "caption"
#: Measures whose order of outlets is looked at under other choices.
COMPARED = ("mattr_50", "mattr_100", "hdd", "mtld")


def diversity_rows(articles: Sequence[tuple[str, LocatedWords]]) -> Iterator[tuple[Any, ...]]:
    """Yield each measure of each part of each article's narrative, with its interval."""
    texts = [
        (article, part, words.codes, chosen)
        for article, words in articles
        for part, chosen in (
            ("all", words.narrative),
            ("narrator", words.narrative & ~words.quoted),
            ("quoted", words.narrative & words.quoted),
        )
    ]
    for (article, part, _, chosen), found in zip(
        texts, diversities([codes[None, chosen] for *_, codes, chosen in texts]), strict=True
    ):
        n = int(chosen.sum())
        for measured in found:
            yield (article, part, *measured, n)


def diversity_choice_rows(articles: Sequence[tuple[str, LocatedWords]]) -> Iterator[tuple[Any, ...]]:
    """Yield the compared measures for every combination of what may be kept or left out."""
    choices = list(product((False, True), repeat=4))
    texts = [words.codes[None, _kept(words, *choice)] for _, words in articles for choice in choices]
    chosen = ((article, choice) for article, _ in articles for choice in choices)
    for (article, choice), codes, values in zip(chosen, texts, diversity_values(texts), strict=True):
        for measure in COMPARED:
            yield article, *choice, measure, values[measure], codes.shape[1]


def _kept(words: LocatedWords, furniture: bool, captions: bool, quotations: bool, names: bool) -> Flags:
    kept = words.narrative
    if furniture:
        kept = kept | ~words.of_kind(NARRATIVE, CAPTION)
    if captions:
        kept = kept | words.of_kind(CAPTION)
    if not quotations:
        kept = kept & ~words.quoted
    return kept if names else kept & ~words.named
