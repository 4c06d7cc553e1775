"""One utterance in two wordings: how alike two sequences of words are, and where they part."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.corpus.words import APOSTROPHES
from analysis.measures.lexicons import function_words

#: Words of the closed classes weigh so much of a word that carries matter: most sentences share some of them.
FUNCTION_WEIGHT = 0.5
#: Shared words of the closed classes alone count only in an unbroken run of so many.
LEAST_FUNCTION_RUN = 3
#: A wording that lies in the other by this share was cut, if an unbroken run of so many words shows it.
LEAST_CONTAINMENT = 0.85
LEAST_RUN = 4
#: What a cut wording scores at most, unless it is nearly as long as the other.
CUT_SCORE = 0.95
#: Two quotations that overlap only at an end show one utterance by an unbroken run of so many words, so many
#: of them of matter; this is what they score then at least.
LONG_RUN = 8
LONG_RUN_MATTER = 3
LONG_RUN_SCORE = 0.6
CHANGES = {
    "same": "the same words in the same order, whatever case, punctuation and the joining of words",
    "cut": "the words of one are those of the other in order, with a part left out",
    "reworded": "words were replaced, or each side has words that the other lacks",
}


class Segment(NamedTuple):
    """A part of an alignment: a run of words of `a` and a run of words of `b`, equal or not."""

    equal: bool
    words_a: int
    words_b: int

    def code(self) -> str:
        """Return "=4" for equal words, "~2/1" for replaced ones, "-3" for words of `a` only, "+2" of `b` only."""
        if self.equal:
            return f"={self.words_a}"
        if self.words_a and self.words_b:
            return f"~{self.words_a}/{self.words_b}"
        return f"-{self.words_a}" if self.words_a else f"+{self.words_b}"


class Comparison(NamedTuple):
    """How two wordings relate: the score (0–1), what changed (one of `CHANGES`), the alignment in order."""

    score: float
    change: str
    segments: tuple[Segment, ...]


@lru_cache(maxsize=65536)
def form(word: str) -> str:
    """Return what is compared of a word: its letters and digits, case folded.

    >>> form("Don’t") == form("DON'T"), form("U.S."), form("3,000")
    (True, 'us', '3000')
    """
    return "".join(c for c in unicodedata.normalize("NFKC", word).casefold() if c.isalnum())


@lru_cache(maxsize=65536)
def carries_matter(word: str) -> bool:
    """Whether a word belongs to none of the closed classes (pronouns, prepositions, auxiliaries and the like).

    >>> carries_matter("harbour"), carries_matter("Wouldn’t")
    (True, False)
    """
    folded = unicodedata.normalize("NFKC", word).casefold().translate(APOSTROPHES)
    return folded not in function_words() and folded.removesuffix("'s") not in function_words()


def weight(word: str) -> float:
    """Return 1 for a word that carries matter, `FUNCTION_WEIGHT` for another."""
    return 1.0 if carries_matter(word) else FUNCTION_WEIGHT


def compare(a: Sequence[str], b: Sequence[str]) -> Comparison:
    """Return how alike two wordings are and what sets them apart.

    The score is the largest of three numbers: the share of the words of both that the alignment makes equal
    (2m / (a + b)); 0.95 times the share of the shorter one that lies in the longer, if that is
    `LEAST_CONTAINMENT` or more and `LEAST_RUN` words in an unbroken run show it; and 0.6 for `LONG_RUN` words
    in an unbroken run. Words of the closed classes weigh half, and nothing where one or two of them are
    shared without a word of matter beside them.

    Parameters
    ----------
    a, b : sequence of str
        The words of two utterances as they stand.

    Returns
    -------
    Comparison
        Exchanging `a` and `b` exchanges the sides of the segments and changes nothing else.

    Examples
    --------
    >>> compare("The mill stays shut.".split(), "the mill stays shut".split()).change
    'same'
    >>> cut = compare("We drain the lower mill pond".split(), "Next year we drain the lower mill pond for good".split())
    >>> cut.score, cut.change, [s.code() for s in cut.segments]
    (0.95, 'cut', ['+2', '=6', '+2'])
    """
    segments = alignment([form(w) for w in a], [form(w) for w in b])
    weights_a, weights_b = [weight(w) for w in a], [weight(w) for w in b]
    matched, longest, only_a, only_b = 0.0, 0, 0, 0
    longest_matter = 0.0
    at_a = at_b = 0
    for segment in segments:
        end_a, end_b = at_a + segment.words_a, at_b + segment.words_b
        if segment.equal or _joined(a[at_a:end_a]) == _joined(b[at_b:end_b]):
            # Two spellings of one word (well / we’ll) may weigh differently: the mean keeps the score symmetric.
            shared = (sum(weights_a[at_a:end_a]) + sum(weights_b[at_b:end_b])) / 2
            words = min(segment.words_a, segment.words_b)
            if words >= LEAST_FUNCTION_RUN or shared > words * FUNCTION_WEIGHT:
                matched += shared
            longest = max(longest, words)
            if words >= LONG_RUN:
                longest_matter = max(longest_matter, shared - words * FUNCTION_WEIGHT)
        else:
            only_a, only_b = only_a + segment.words_a, only_b + segment.words_b
        at_a, at_b = end_a, end_b
    if not (only_a or only_b):
        return Comparison(1.0 if segments else 0.0, "same", segments)
    change = "reworded" if only_a and only_b else "cut"
    total_a, total_b = sum(weights_a), sum(weights_b)
    score = 2 * matched / (total_a + total_b)
    containment = matched / (min(total_a, total_b) or 1.0) if change == "reworded" else 1.0
    if containment >= LEAST_CONTAINMENT and longest >= LEAST_RUN:
        score = max(score, CUT_SCORE * containment)
    if longest_matter >= LONG_RUN_MATTER * (1 - FUNCTION_WEIGHT):
        score = max(score, LONG_RUN_SCORE)
    return Comparison(min(score, 1.0), change, segments)


def _joined(words: Sequence[str]) -> str:
    return "".join(form(w) for w in words)


def alignment(a: Sequence[str], b: Sequence[str]) -> tuple[Segment, ...]:
    """Align two sequences so that as many words as possible are equal, in as few unbroken runs as possible.

    Parameters
    ----------
    a, b : sequence of str
        Forms of words.

    Returns
    -------
    tuple of Segment
        In order; no two segments of one kind follow each other. The alignment of `b` with `a` is the same
        with the sides exchanged.

    References
    ----------
    Wagner, R. A., & Fischer, M. J. (1974). The string-to-string correction problem.

    Examples
    --------
    >>> [s.code() for s in alignment("we shall never sell the mill".split(), "we will never sell".split())]
    ['=1', '~1/1', '=2', '-2']
    """
    if tuple(b) < tuple(a):
        return tuple(Segment(s.equal, s.words_b, s.words_a) for s in alignment(b, a))
    pairs = [(i, i) for i in range(len(a))] if list(a) == list(b) else _equal_pairs(a, b)
    segments: list[Segment] = []
    at_a = at_b = run = 0
    for i, j in [*pairs, (len(a), len(b))]:
        if i > at_a or j > at_b:
            if run:
                segments.append(Segment(True, run, run))
            segments.append(Segment(False, i - at_a, j - at_b))
            run = 0
        run, at_a, at_b = run + 1, i + 1, j + 1
    if run > 1:  # the last pair is the end of both, not a word
        segments.append(Segment(True, run - 1, run - 1))
    return tuple(segments)


def _equal_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the words aligned as equal: the longest common subsequence with the fewest breaks."""
    # Many matches come first, few breaks second: one number, so that the larger is always the better.
    match = len(a) + len(b) + 1
    fresh = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]  # best for the rest, after a break
    going = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]  # best for the rest, in a run of equal words
    for i in range(len(a) - 1, -1, -1):
        row, row_going, below, below_going, word = fresh[i], going[i], fresh[i + 1], going[i + 1], a[i]
        for j in range(len(b) - 1, -1, -1):
            skip = max(below[j], row[j + 1])
            if b[j] == word:
                rest = below_going[j + 1] + match
                row[j], row_going[j] = max(skip, rest - 1), max(skip, rest)
            else:
                row[j] = row_going[j] = skip
    pairs, i, j, table = [], 0, 0, fresh
    while i < len(a) and j < len(b):
        gain = match - (table is fresh)
        if a[i] == b[j] and table[i][j] == going[i + 1][j + 1] + gain:
            pairs.append((i, j))
            i, j, table = i + 1, j + 1, going
        else:
            i, j, table = (i + 1, j, fresh) if table[i][j] == fresh[i + 1][j] else (i, j + 1, fresh)
    return pairs
