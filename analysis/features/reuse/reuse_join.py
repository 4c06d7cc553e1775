"""Which articles share enough to be compared: fingerprints sorted and merged, not all pairs.

Two kinds of fingerprint, because copies and rewrites leave different traces: winnowed hashes of word
runs (Schleimer, Wilkerson & Aiken 2003), and hashes of two content words that meet in one sentence,
in either order, which survive rewording. A pair is judged by what the two share and by nothing else
in the corpus, so that an unrelated article changes no pair.
"""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from analysis.features.reuse.matching import MULTIPLIER, Flags, Hashes, Integers, gram_hashes, mixed
from analysis.features.reuse.reuse_text import ReuseText

#: Any run of RUN_WORDS + WINDOW - 1 words that two articles share is found (winnowing's guarantee).
RUN_WORDS = 5
WINDOW = 4
#: A content word that stands in more sentences than this is the article's topic, which unrelated
#: articles on the same topic share; only rarer words make pairs.
MOST_SENTENCES = 2
#: Such a word is paired with so many that follow it in its sentence.
NEIGHBOURS = 4
#: Shared fingerprints from which two articles are compared. Of pairs of words, long articles share some by chance:
#: as many more are asked for as this times the geometric mean of what both have.
LEAST_RUNS = 2
LEAST_PAIRS = 3
PAIRS_BY_CHANCE = 0.008
#: Rows of the index multiplied at once, and parts of the range of hashes sorted one after another: these bound the
#: memory and change no result.
BLOCK = 512
PARTS = 16


class Fingerprints(NamedTuple):
    """An article's fingerprints: distinct 64-bit hashes, sorted, and one of all its words."""

    runs: Hashes
    pairs: Hashes
    whole: bytes


def fingerprints(text: ReuseText) -> Fingerprints:
    """Return the fingerprints of an article: of word runs and of content words that meet in a sentence.

    A pure function of one article. The hashes are the same on every machine and in every run.

    References
    ----------
    Schleimer, S., Wilkerson, D. S., & Aiken, A. (2003). Winnowing: local algorithms for document
    fingerprinting.
    """
    whole = blake2b(text.terms.tobytes(), digest_size=16).digest() if len(text) else b""
    return Fingerprints(runs=_runs(text), pairs=_pairs(text), whole=whole)


def candidate_pairs(prints: Mapping[str, Fingerprints]) -> list[tuple[str, str]]:
    """Return the pairs of articles worth comparing, each with the smaller id first, sorted.

    Parameters
    ----------
    prints : mapping of str to Fingerprints
        By article id.

    Returns
    -------
    list of (str, str)
    """
    articles = sorted(prints)
    by_runs = _sharing([prints[a].runs for a in articles], LEAST_RUNS, 0.0)
    by_pairs = _sharing([prints[a].pairs for a in articles], LEAST_PAIRS, PAIRS_BY_CHANCE)
    found = {(articles[i], articles[j]) for i, j in by_runs | by_pairs}
    equal: defaultdict[bytes, list[str]] = defaultdict(list)
    for article in articles:
        equal[prints[article].whole].append(article)
    found.update(pair for whole, same in equal.items() if whole for pair in combinations(same, 2))
    return sorted(found)


def _runs(text: ReuseText) -> Hashes:
    """Hash every run of words and keep the smallest hash of every window."""
    hashed = gram_hashes(text.terms, RUN_WORDS)
    if len(hashed) == 0:
        return hashed
    windows = np.lib.stride_tricks.sliding_window_view(hashed, min(WINDOW, len(hashed)))
    return np.unique(windows.min(axis=1))


def _pairs(text: ReuseText) -> Hashes:
    """Hash the pairs of rarer content words that stand near one another in a sentence."""
    matter = text.codes["stem"] != 0
    stems, sentences = text.codes["stem"][matter], text.sentences[matter].astype(np.int64)
    rare = _in_few_sentences(stems, sentences)
    stems, sentences = stems[rare], sentences[rare]
    left = np.arange(len(stems))[:, None]
    right = left + np.arange(1, NEIGHBOURS + 1)
    inside = right < len(stems)
    right = np.where(inside, right, 0)
    together = inside & (sentences[left] == sentences[right]) & (stems[left] != stems[right])
    left, right = np.broadcast_to(left, right.shape)[together], right[together]
    low, high = np.minimum(stems[left], stems[right]), np.maximum(stems[left], stems[right])
    return np.unique(mixed(mixed(low) * MULTIPLIER + high))


def _in_few_sentences(stems: Hashes, sentences: Integers) -> Flags:
    """Whether each stem stands in at most `MOST_SENTENCES` sentences of the article."""
    distinct, which = np.unique(stems, return_inverse=True)
    width = int(sentences.max(initial=0)) + 1
    meetings = np.unique(which * width + sentences) // width
    return np.bincount(meetings, minlength=len(distinct))[which] <= MOST_SENTENCES


def _sharing(prints: list[Hashes], least: int, by_chance: float) -> set[tuple[int, int]]:
    """Return the index pairs that share enough hashes: the inverted index times itself."""
    sizes = np.array([len(p) for p in prints], dtype=np.float64)
    owners, numbers = _meeting(prints)
    index = csr_array(
        (np.ones(len(owners), dtype=np.int32), (owners, numbers)), shape=(len(prints), int(numbers.max(initial=0)) + 1)
    )
    found: set[tuple[int, int]] = set()
    for start in range(0, len(prints), BLOCK):
        # Only what comes after: every pair is met once.
        shared = (index[start : start + BLOCK] @ index[start:].T).tocoo()
        rows, others = shared.coords[0] + start, shared.coords[1] + start
        enough = (rows < others) & (shared.data >= least + by_chance * np.sqrt(sizes[rows] * sizes[others]))
        found.update(zip(rows[enough].tolist(), others[enough].tolist(), strict=True))
    return found


def _meeting(prints: list[Hashes]) -> tuple[Integers, Integers]:
    """Return owner and number of each hash that several articles have; most stand in one only and join nothing.

    Hashes are sorted part by part of their range, so that the memory for it stays small.
    """
    bounds = np.array([part * (2**64 // PARTS) for part in range(1, PARTS)], dtype=np.uint64)
    cuts = [np.searchsorted(p, bounds) for p in prints]
    edges = [np.r_[0, cut, len(p)] for cut, p in zip(cuts, prints, strict=True)]
    owners, numbers, known = [], [], 0
    for part in range(PARTS):
        pieces = [p[e[part] : e[part + 1]] for p, e in zip(prints, edges, strict=True)]
        values = np.concatenate([*pieces, np.array([], dtype=np.uint64)])
        owner = np.repeat(np.arange(len(prints), dtype=np.int32), [len(piece) for piece in pieces])
        order = np.argsort(values)
        values, owner = values[order], owner[order]
        same = np.r_[False, values[1:] == values[:-1]] if len(values) else np.array([], dtype=np.bool_)
        several = same | np.r_[same[1:], False] if len(values) else same
        owners.append(owner[several])
        opens = ~same[several]
        numbers.append((np.cumsum(opens) - 1 + known).astype(np.int32))
        known += int(opens.sum())
    return np.concatenate(owners), np.concatenate(numbers)
