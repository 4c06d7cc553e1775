"""Which articles share enough to be compared: an inverted index over fingerprints, not all pairs.

Two kinds of fingerprint, because copies and rewrites leave different traces: winnowed hashes of word
runs (Schleimer, Wilkerson & Aiken 2003), and hashes of two content words that meet in one sentence,
in either order, which survive rewording. A pair is judged by what the two share and by nothing else
in the corpus, so that an unrelated article changes no pair.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from analysis.features.reuse.reuse_text import ReuseText, function_words, stem

Hashes = npt.NDArray[np.uint64]

#: Any run of RUN_WORDS + WINDOW - 1 words that two articles share is found (winnowing's guarantee).
RUN_WORDS = 5
WINDOW = 4
#: A content word that stands in more sentences than this is the article's topic, which unrelated
#: articles on the same topic share; only rarer words make pairs.
MOST_SENTENCES = 2
#: A word is paired with so many that follow it in its sentence: a sentence is seldom longer, and a page
#: without full stops costs no more than another.
NEIGHBOURS = 20
#: One pair of words in KEEP_ONE_IN is kept, chosen by its hash, so that both articles keep the same.
KEEP_ONE_IN = 2
#: Chosen so that on unseen articles few pairs of different events are compared (see benchmarks/).
LEAST_RUNS = 2
LEAST_PAIRS = 8
#: Rows of the index multiplied at once: bounds memory, changes no result.
BLOCK = 512


class Fingerprints(NamedTuple):
    """An article's fingerprints: distinct 64-bit hashes, sorted."""

    runs: Hashes
    pairs: Hashes


def fingerprints(text: ReuseText) -> Fingerprints:
    """Return the fingerprints of an article: of word runs and of content words that meet in a sentence.

    A pure function of one article. The hashes are the same on every machine and in every run.

    References
    ----------
    Schleimer, S., Wilkerson, D. S., & Aiken, A. (2003). Winnowing: local algorithms for document
    fingerprinting.
    """
    return Fingerprints(runs=_runs(text), pairs=_pairs(text))


def candidate_pairs(
    prints: Mapping[str, Fingerprints], *, least_runs: int = LEAST_RUNS, least_pairs: int = LEAST_PAIRS
) -> list[tuple[str, str]]:
    """Return the pairs of articles worth comparing, each with the smaller id first, sorted.

    Parameters
    ----------
    prints : mapping of str to Fingerprints
        By article id.
    least_runs, least_pairs : int
        Shared fingerprints of either kind that suffice.

    Returns
    -------
    list of (str, str)
    """
    articles = sorted(prints)
    by_runs = _sharing([prints[a].runs for a in articles], least_runs)
    by_pairs = _sharing([prints[a].pairs for a in articles], least_pairs)
    return [(articles[i], articles[j]) for i, j in sorted(by_runs | by_pairs)]


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


def _mixed(values: Hashes) -> Hashes:
    """Spread hashes evenly (the finaliser of splitmix64), so that small ones are a fair sample."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _runs(text: ReuseText) -> Hashes:
    """Hash every run of words and keep the smallest hash of every window."""
    known = {word: _hash(word) for word in {w.term for w in text.words}}
    series = np.array([known[w.term] for w in text.words], dtype=np.uint64)
    if len(series) < RUN_WORDS:
        return np.array([], dtype=np.uint64)
    count = len(series) - RUN_WORDS + 1
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(RUN_WORDS):
        hashed = _mixed(hashed * np.uint64(0x9E3779B97F4A7C15) + series[place : place + count])
    windows = np.lib.stride_tricks.sliding_window_view(hashed, min(WINDOW, count))
    return np.unique(windows.min(axis=1))


def _pairs(text: ReuseText) -> Hashes:
    """Hash the pairs of rarer content words that stand near one another in a sentence."""
    sentences: dict[int, dict[str, None]] = defaultdict(dict)
    for word in text.words:
        if word.term not in function_words() and len(word.term) > 1:
            sentences[word.sentence][stem(word.term)] = None
    spread = Counter(s for stems in sentences.values() for s in stems)
    known = {s: _hash(s) for s, count in spread.items() if count <= MOST_SENTENCES}
    couples: list[tuple[int, int]] = []
    for stems in sentences.values():
        rare = [known[s] for s in stems if s in known]
        for place, left in enumerate(rare):
            couples.extend((min(left, x), max(left, x)) for x in rare[place + 1 : place + 1 + NEIGHBOURS])
    if not couples:
        return np.array([], dtype=np.uint64)
    low, high = np.array(couples, dtype=np.uint64).T
    hashed = _mixed(_mixed(low) * np.uint64(0x9E3779B97F4A7C15) + high)
    return np.unique(hashed[hashed % np.uint64(KEEP_ONE_IN) == 0])


def _sharing(prints: list[Hashes], least: int) -> set[tuple[int, int]]:
    """Return the index pairs that share at least `least` hashes: the inverted index times itself."""
    if len(prints) < 2:
        return set()
    values, columns = np.unique(np.concatenate(prints), return_inverse=True)
    bounds = np.cumsum([0, *map(len, prints)])
    ones = np.ones(len(columns), dtype=np.int32)
    index = csr_array((ones, columns, bounds), shape=(len(prints), max(1, len(values))))
    found: set[tuple[int, int]] = set()
    for start in range(0, len(prints), BLOCK):
        shared = (index[start : start + BLOCK] @ index.T).tocoo()
        enough = shared.data >= least
        rows, others = shared.coords[0][enough] + start, shared.coords[1][enough]
        found.update((int(i), int(j)) for i, j in zip(rows, others, strict=True) if i < j)
    return found
