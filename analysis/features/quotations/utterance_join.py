"""The quoted sentences of two articles that may be one utterance, found without comparing all with all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from analysis.features.quotations.quoted_sentences import Utterance
from analysis.measures.utterances import (
    FUNCTION_WEIGHT,
    LEAST_CONTAINMENT,
    Comparison,
    carries_matter,
    compare,
    form,
    weight,
)

#: Below this score two sentences are not taken for one utterance.
LEAST_SCORE = 0.5
#: Two wordings share at least this many different words of matter.
LEAST_MATTER = 2
#: What brings two sentences together: a run of so many words, one of matter among them, or two words of
#: matter of which one is among the next so many that follow the other.
RUN_WORDS = 3
NEIGHBOURS = 3
LEAST_KEYS = 2
#: So many keys at least are shared by two sentences with a long run of words in common.
LONG_RUN_KEYS = 6
#: Added to the weight that two wordings share, for words that one of them writes as two.
SLACK = 1.0
#: Sentences of the join multiplied at once: bounds memory, changes no result.
BLOCK = 1024


def alike(said: Mapping[str, Sequence[Utterance]]) -> Iterator[tuple[str, int, str, int, Comparison]]:
    """Yield two utterances of different articles with their comparison where they may be one.

    Equal wordings are compared once, however many articles have them.
    """
    places: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for article, spoken in said.items():
        for index, utterance in enumerate(spoken):
            places[utterance.wording].append((article, index))
    wordings = sorted(places)
    matter = [frozenset(form(w) for w in wording if carries_matter(w)) for wording in wordings]
    pairs = [(i, i) for i in range(len(wordings)) if len(places[wordings[i]]) > 1] + _candidates(wordings)
    for i, j in pairs:
        if len(matter[i] & matter[j]) < LEAST_MATTER:
            continue
        comparison = compare(wordings[i], wordings[j])
        if comparison.score < LEAST_SCORE:
            continue
        exchanged = compare(wordings[j], wordings[i])
        for article, index in places[wordings[i]]:
            for other, other_index in places[wordings[j]]:
                if article < other:
                    yield article, index, other, other_index, comparison
                elif other < article and i != j:
                    yield other, other_index, article, index, exchanged


def _keys(forms: Sequence[str], weights: Sequence[float]) -> set[tuple[str, ...]]:
    """Return what brings a wording together with others: word runs, and words of matter near one another."""
    matter = [heavy > FUNCTION_WEIGHT for heavy in weights]
    keys: set[tuple[str, ...]] = {
        tuple(forms[at : at + RUN_WORDS])
        for at in range(len(forms) - RUN_WORDS + 1)
        if any(matter[at : at + RUN_WORDS])
    }
    heavy = [word for word, is_matter in zip(forms, matter, strict=True) if is_matter]
    for at, word in enumerate(heavy):
        keys.update((min(word, x), max(word, x)) for x in heavy[at + 1 : at + 1 + NEIGHBOURS])
    return keys


def _candidates(wordings: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the index pairs that share keys, and words enough for a score that counts, sorted."""
    if len(wordings) < 2:
        return []
    forms = [[form(w) for w in wording] for wording in wordings]
    weights = [[weight(w) for w in wording] for wording in wordings]
    keys = _incidence([[(k, 1.0) for k in sorted(_keys(*both))] for both in zip(forms, weights, strict=True)])
    counted = _incidence([_numbered(*both) for both in zip(forms, weights, strict=True)])
    totals = np.array([sum(w) for w in weights])
    found: list[tuple[int, int]] = []
    for start in range(0, len(wordings), BLOCK):
        shared = (keys[start : start + BLOCK] @ keys.T).tocoo()
        rows, others = shared.coords[0] + start, shared.coords[1]
        near = (shared.data >= LEAST_KEYS) & (rows < others)
        rows, others = rows[near], others[near]
        # What two wordings share in any order bounds what an alignment can make equal.
        equal = np.asarray(counted[rows].multiply(counted[others]).sum(axis=1)).ravel() + SLACK
        enough = 2 * equal >= LEAST_SCORE * (totals[rows] + totals[others])
        enough |= shared.data[near] >= LONG_RUN_KEYS
        enough |= equal >= LEAST_CONTAINMENT * np.minimum(totals[rows], totals[others])
        found.extend(zip(rows[enough].tolist(), others[enough].tolist(), strict=True))
    return sorted(found)


def _numbered(forms: Sequence[str], weights: Sequence[float]) -> list[tuple[tuple[str, int], float]]:
    """Return words with the root of their weight, so that a product weighs them; a second "the" is another key."""
    seen: Counter[str] = Counter()
    found = []
    for word, heavy in zip(forms, weights, strict=True):
        found.append(((word, seen[word]), heavy**0.5))
        seen[word] += 1
    return found


def _incidence(rows: Sequence[Sequence[tuple[Any, float]]]) -> csr_array:
    """Return how much of which key every row has, as a sparse matrix."""
    columns: dict[Any, int] = {}
    places = [columns.setdefault(key, len(columns)) for row in rows for key, _ in row]
    data = np.array([value for row in rows for _, value in row], dtype=np.float64)
    return csr_array((data, places, np.cumsum([0, *map(len, rows)])), shape=(len(rows), max(1, len(columns))))
