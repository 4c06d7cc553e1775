"""The passages that two articles have in common, with their places on both sides.

Copied runs first (identical, edited, reworded), then quotations, then sentences that were reworded
or that follow the other article's order. No passage overlaps another on either side.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.features.reuse.copied_runs import copied_runs
from analysis.features.reuse.inherited_passages import with_inherited
from analysis.features.reuse.passage import Passage, overlapping
from analysis.features.reuse.reuse_join import candidate_pairs, fingerprints
from analysis.features.reuse.reuse_text import ReuseText, function_words
from analysis.features.reuse.sentence_alignment import best_chain
from analysis.features.reuse.sentence_beads import Bead, SentenceWords, beads, sentence_words

COLUMNS = {
    "article_a": "the article whose id comes first",
    "start_a": "first code point of the passage in article_a",
    "end_a": "one past its last code point",
    "article_b": "the other article",
    "start_b": "first code point of the passage in article_b",
    "end_b": "one past its last code point",
    "words": "words that both sides share",
    "words_a": "words of the passage in article_a",
    "words_b": "words of the passage in article_b",
    "similarity": "0–1: for copied runs, shared words over the mean length of the sides; for others, cosine",
    "kind": "identical | edited | reworded | following | quotation",
}

#: A sentence is reworded, not retold, from this cosine on, when this share of the longer side's words
#: stands in the same order in the other, and at least this many content words are shared.
REWORDED_SIMILARITY = 0.6
REWORDED_ORDER = 0.5
REWORDED_CONTENT = 6
#: Longer "sentences" are lists or pages without full stops; they are not judged.
REWORDED_MOST_WORDS = 200


def passages(texts: Iterable[ReuseText]) -> pd.DataFrame:
    """Return every passage that two of the articles have in common.

    Parameters
    ----------
    texts : iterable of ReuseText
        Articles with distinct ids.

    Returns
    -------
    DataFrame
        With `COLUMNS`, sorted by articles and place; empty when nothing is shared.
    """
    by_id = {text.article: text for text in texts}
    prints = {article: fingerprints(text) for article, text in by_id.items()}
    found = {(a, b): pair_passages(by_id[a], by_id[b]) for a, b in candidate_pairs(prints)}
    return passage_table(by_id, with_inherited(by_id, found))


def passage_table(texts: Mapping[str, ReuseText], found: Mapping[tuple[str, str], Sequence[Passage]]) -> pd.DataFrame:
    """Return passages as rows with offsets into the raw texts."""
    rows = []
    for (a, b), shared in sorted(found.items()):
        words_a, words_b = texts[a].words, texts[b].words
        for x in sorted(shared):
            place_a = words_a[x.first_a].start, words_a[x.last_a - 1].end
            place_b = words_b[x.first_b].start, words_b[x.last_b - 1].end
            size = x.words, x.last_a - x.first_a, x.last_b - x.first_b
            rows.append((a, *place_a, b, *place_b, *size, x.similarity, x.kind))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def pair_passages(a: ReuseText, b: ReuseText) -> list[Passage]:
    """Return the passages that two articles have in common, as ranges of their words.

    Parameters
    ----------
    a, b : ReuseText
        Two articles; nothing else in a corpus has a say.

    Returns
    -------
    list of Passage
        Sorted by place in `a`; none overlaps another on either side.
    """
    found = copied_runs(a, b)
    sentences_a, sentences_b = sentence_words(a), sentence_words(b)
    open_beads = [
        (bead, passage)
        for bead in beads(sentences_a, sentences_b)
        if not overlapping(passage := _as_passage(bead, a, b, sentences_a, sentences_b, "following"), found)
    ]
    for _, passage in sorted(open_beads, key=lambda pair: (-pair[0].similarity, pair[0])):
        if _reworded(passage, a, b) and not overlapping(passage, found):
            found.append(passage._replace(kind="reworded"))
    chain = best_chain([bead for bead, _ in open_beads], sentences_b=len(sentences_b))
    if chain.follows:
        for bead in chain.beads:
            passage = _as_passage(bead, a, b, sentences_a, sentences_b, "following")
            if not overlapping(passage, found):
                found.append(passage)
    return sorted(found)


def _as_passage(
    bead: Bead,
    a: ReuseText,
    b: ReuseText,
    sentences_a: Sequence[SentenceWords],
    sentences_b: Sequence[SentenceWords],
    kind: str,
) -> Passage:
    first_a, last_a = sentences_a[bead.a].first, sentences_a[bead.a + bead.width_a - 1].last
    first_b, last_b = sentences_b[bead.b].first, sentences_b[bead.b + bead.width_b - 1].last
    shared = Counter(w.term for w in a.words[first_a:last_a]) & Counter(w.term for w in b.words[first_b:last_b])
    return Passage(first_a, last_a, first_b, last_b, shared.total(), bead.similarity, kind)


def _reworded(passage: Passage, a: ReuseText, b: ReuseText) -> bool:
    """Whether a sentence keeps the other's words and their order too well to be a retelling."""
    if passage.similarity < REWORDED_SIMILARITY:
        return False
    left = [w.term for w in a.words[passage.first_a : passage.last_a]]
    right = [w.term for w in b.words[passage.first_b : passage.last_b]]
    if max(len(left), len(right)) > REWORDED_MOST_WORDS:
        return False
    content = {w for w in left if w not in function_words()} & set(right)
    if len(content) < REWORDED_CONTENT:
        return False
    return _common_subsequence(left, right) >= REWORDED_ORDER * max(len(left), len(right))


def _common_subsequence(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest sequence of words that both have in the same order."""
    row = [0] * (len(b) + 1)
    for word in a:
        diagonal = 0
        for place, other in enumerate(b, start=1):
            above = row[place]
            row[place] = diagonal + 1 if word == other else max(above, row[place - 1])
            diagonal = above
    return row[-1]
