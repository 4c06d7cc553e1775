"""Which sentences of two articles tell similar matter: the beads that an alignment strings together.

Sentences are compared by their content words, weighted by how few sentences of the *pair* hold them, so
that an unrelated article changes nothing. One sentence may stand beside two (Gale & Church 1993).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from analysis.features.reuse.reuse_text import ReuseText, function_words, stem

#: Cosine from which two sentences can be one bead, and the least content words they share.
LEAST_SIMILARITY = 0.2
LEAST_SHARED = 3
#: What a bead of two sentences must be better by than one of one.
JOIN_COST = 0.03
#: Weight of a word that is mostly capitalised: names are what independent reports share anyway.
NAME_WEIGHT = 0.3
NAME_CAPITAL_SHARE = 0.7
#: A sentence that is quoted to a larger part than this says nothing about who followed whom
#: when its partner is so too.
MOST_QUOTED = 0.3
#: Words that stand in more sentences of both sides than this (as a product) do not make candidates.
MOST_COMBINATIONS = 2500


class Bead(NamedTuple):
    """Sentences `a` to `a + width_a` of one article beside `b` to `b + width_b` of the other."""

    a: int
    b: int
    width_a: int
    width_b: int
    similarity: float


@dataclass(frozen=True)
class SentenceWords:
    """A sentence as the alignment sees it: its words' places, unquoted content stems, quoted share."""

    first: int
    last: int
    quoted_share: float
    capitalised: dict[str, bool] = field(default_factory=dict)


def sentence_words(text: ReuseText) -> list[SentenceWords]:
    """Return the sentences that hold countable words, in order."""
    members: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(text.words):
        members[word.sentence].append(place)
    found = []
    for index in sorted(members):
        places = members[index]
        capitalised: dict[str, bool] = {}
        for word in (text.words[p] for p in places):
            if not word.quoted and word.term not in function_words():
                key = stem(word.term)
                capitalised[key] = capitalised.get(key, True) and text.capitalised(word)
        quoted = sum(text.words[p].quoted for p in places) / len(places)
        found.append(SentenceWords(places[0], places[-1] + 1, quoted, capitalised))
    return found


def beads(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> list[Bead]:
    """Return all pairs of similar sentences, or of one sentence and two neighbours, sorted by place."""
    weights = pair_weights(a, b)
    columns = {word: column for column, word in enumerate(sorted(weights))}
    found = []
    for width_a, width_b in ((1, 1), (1, 2), (2, 1)):
        side_a, side_b = _units(a, width_a), _units(b, width_b)
        similarity = _similarities(side_a, side_b, weights, columns)
        cost = JOIN_COST * (width_a + width_b - 2)
        for i, j, value in similarity:
            both_quoted = min(_quoted(a, i, width_a), _quoted(b, j, width_b)) > MOST_QUOTED
            if value - cost >= LEAST_SIMILARITY and not both_quoted:
                found.append(Bead(i, j, width_a, width_b, value - cost))
    return sorted(found)


def pair_weights(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> dict[str, float]:
    """Return the weight of every stem: the fewer sentences of the pair hold it, the more it says.

    ``log((S + 1) / (s + 0.5))`` for a stem in s of the pair's S sentences, and a part of it (`NAME_WEIGHT`) for names.
    A stem of every sentence weighs (almost) nothing, so that function words need not be known.
    """
    spread: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for sentence in (*a, *b):
        for word, capital in sentence.capitalised.items():
            spread[word] += 1
            capitals[word] += capital
    total = len(a) + len(b) + 1
    return {
        word: max(0.0, math.log(total / (count + 0.5)))
        * (NAME_WEIGHT if capitals[word] >= NAME_CAPITAL_SHARE * count else 1.0)
        for word, count in spread.items()
    }


def _units(sentences: Sequence[SentenceWords], width: int) -> list[frozenset[str]]:
    """Return the stems of every `width` neighbouring sentences."""
    return [
        frozenset().union(*(s.capitalised.keys() for s in sentences[start : start + width]))
        for start in range(len(sentences) - width + 1)
    ]


def _quoted(sentences: Sequence[SentenceWords], start: int, width: int) -> float:
    return max(sentence.quoted_share for sentence in sentences[start : start + width])


def _similarities(
    a: list[frozenset[str]], b: list[frozenset[str]], weights: dict[str, float], columns: dict[str, int]
) -> list[tuple[int, int, float]]:
    """Return (i, j, cosine) of the units that share enough words: shared weight over the geometric mean."""
    if not a or not b:
        return []
    spread_a, spread_b = Counter(w for unit in a for w in unit), Counter(w for unit in b for w in unit)
    useful = {w for w in spread_a if 0 < spread_a[w] * spread_b[w] <= MOST_COMBINATIONS}
    rows_a, rows_b = _incidence(a, useful, columns), _incidence(b, useful, columns)
    weight = np.array([weights[w] for w in sorted(columns)])
    shared = (rows_a @ rows_b.T).tocoo()
    weighed = ((rows_a * weight) @ rows_b.T).tocsr()
    enough = shared.data >= LEAST_SHARED
    rows, others = shared.coords[0][enough], shared.coords[1][enough]
    norm_a = np.array([math.sqrt(math.fsum(weights[w] for w in sorted(unit))) for unit in a])
    norm_b = np.array([math.sqrt(math.fsum(weights[w] for w in sorted(unit))) for unit in b])
    found = []
    for i, j in sorted(zip(rows.tolist(), others.tolist(), strict=True)):
        norm = norm_a[i] * norm_b[j]
        if norm > 0:
            found.append((i, j, round(float(weighed[i, j] / norm), 9)))
    return found


def _incidence(units: list[frozenset[str]], useful: set[str], columns: dict[str, int]) -> csr_array:
    indices = [sorted(columns[w] for w in unit if w in useful) for unit in units]
    bounds: npt.NDArray[np.int64] = np.cumsum([0, *map(len, indices)])
    flat = np.array([column for row in indices for column in row], dtype=np.int64)
    return csr_array((np.ones(len(flat)), flat, bounds), shape=(len(units), len(columns)))
