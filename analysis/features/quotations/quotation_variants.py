"""The same utterance quoted by two articles, in the same words or in others.

Quotations are read sentence by sentence. A join on word runs and on neighbouring words of matter brings
the sentences together that may be one; then the two wordings alone decide, whatever else the event holds.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.corpus.article import Article
from analysis.corpus.spans import Span
from analysis.corpus.words import Word
from analysis.features.names.withheld import PLACEHOLDER
from analysis.features.quotations.quoted_sentences import Utterance, utterances
from analysis.features.quotations.utterance_join import alike
from analysis.features.quotations.utterance_matching import Match, one_to_one
from analysis.measures.utterances import Comparison

MOST_SHOWN = 7


def quotation_variants(articles: Sequence[Article], hidden: Mapping[str, Sequence[Span]]) -> list[dict[str, Any]]:
    """Return every utterance that two of the articles quote, one to one within each pair of articles.

    Parameters
    ----------
    articles : sequence of Article
        Those of one event, with distinct ids.
    hidden : mapping of str to sequence of Span
        By article id: the runs that name a private person, which are not shown.

    Returns
    -------
    list of dict
        As the table of features declares them, sorted by articles and place.
    """
    said = {article.id: utterances(article) for article in articles}
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for a, i, b, j, comparison in alike(said):
        found[a, b].append(Match(i, j, comparison))
    return [
        _row(a, left, hidden.get(a, ()), b, right, hidden.get(b, ()), comparison)
        for (a, b), matches in sorted(found.items())
        for left, right, comparison in one_to_one(said[a], said[b], matches)
    ]


def _row(
    article_a: str,
    a: Utterance,
    hidden_a: Sequence[Span],
    article_b: str,
    b: Utterance,
    hidden_b: Sequence[Span],
    found: Comparison,
) -> dict[str, Any]:
    return {
        "article_a": article_a,
        "start_a": a.span.start,
        "end_a": a.span.end,
        "article_b": article_b,
        "start_b": b.span.start,
        "end_b": b.span.end,
        "words_a": len(a.words),
        "words_b": len(b.words),
        "score": round(found.score, 4),
        "change": found.change,
        "alignment": " ".join(segment.code() for segment in found.segments),
        "only_a": _shown(a.words, [(s.equal, s.words_a) for s in found.segments], hidden_a),
        "only_b": _shown(b.words, [(s.equal, s.words_b) for s in found.segments], hidden_b),
    }


def _shown(words: Sequence[Word], runs: Sequence[tuple[bool, int]], hidden: Sequence[Span]) -> str:
    """Return the words of the unequal runs, at most `MOST_SHOWN` in all, private names replaced."""
    shown, at, room, more = [], 0, MOST_SHOWN, False
    for equal, length in runs:
        hunk = [] if equal else _named(words[at : at + length], hidden)
        if hunk and room:
            shown.append(" ".join(hunk[:room]))
        more = more or len(hunk) > room
        room -= min(room, len(hunk))
        at += length
    return " … ".join(shown) + (" …" if more else "")


def _named(words: Sequence[Word], hidden: Sequence[Span]) -> list[str]:
    """Return words as they stand, a private name as one placeholder."""
    named: list[str] = []
    for word in words:
        private = any(span.start < word.end and word.start < span.end for span in hidden)
        if not private:
            named.append(word.text)
        elif named[-1:] != [PLACEHOLDER]:
            named.append(PLACEHOLDER)
    return named
