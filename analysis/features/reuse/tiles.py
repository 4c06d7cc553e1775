"""Runs of words that two articles share, joined over small gaps: the part of reuse that copies.

Shared n-grams are found by their hashes, grown to maximal runs, and taken longest first so that no word
is matched twice (greedy string tiling, Wise 1993). Neighbouring runs in the same order on both sides
then grow together, so that an edited copy is one piece and not many.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analysis.features.reuse.matching import Integers, Sorted, equal_places
from analysis.features.reuse.reuse_text import SEED_WORDS

#: Two runs join when neither side has more than this many other words between them …
MOST_GAP_WORDS = 8
#: … nor more than the shorter of the two runs has words, times this.
GAP_PER_RUN_WORD = 1.0
#: An n-gram that both sides repeat is matched occurrence by occurrence beyond this many combinations,
#: so that a text that repeats itself cannot make the work quadratic.
MOST_COMBINATIONS = 64


class Tile(NamedTuple):
    """A maximal run of shared words: where it begins on either side, and its length in words."""

    a: int
    b: int
    length: int


@dataclass(frozen=True)
class TileGroup:
    """Runs in the same order on both sides with at most small gaps between them."""

    tiles: tuple[Tile, ...]

    @property
    def range_a(self) -> tuple[int, int]:
        """First word and one past the last, in the first article."""
        return self.tiles[0].a, self.tiles[-1].a + self.tiles[-1].length

    @property
    def range_b(self) -> tuple[int, int]:
        """First word and one past the last, in the second article."""
        return self.tiles[0].b, self.tiles[-1].b + self.tiles[-1].length

    @property
    def places(self) -> tuple[Integers, Integers]:
        """Places of the shared words, on either side."""
        in_a = [np.arange(tile.a, tile.a + tile.length) for tile in self.tiles]
        in_b = [np.arange(tile.b, tile.b + tile.length) for tile in self.tiles]
        return np.concatenate(in_a), np.concatenate(in_b)

    @property
    def words(self) -> int:
        """Words that both sides share."""
        return sum(tile.length for tile in self.tiles)

    @property
    def similarity(self) -> float:
        """Shared words over the mean length of the two sides (Dice's coefficient on the run)."""
        (start_a, end_a), (start_b, end_b) = self.range_a, self.range_b
        return 2 * self.words / (end_a - start_a + end_b - start_b)


def tiles(a: Sorted, b: Sorted) -> list[Tile]:
    """Return the runs of words that two articles share, longest first taken, none overlapping another.

    Parameters
    ----------
    a, b : Sorted
        Hashes of every run of `SEED_WORDS` words of either article.

    Returns
    -------
    list of Tile
        Sorted by place in `a`.

    References
    ----------
    Wise, M. J. (1993). String similarity via greedy string tiling and running Karp-Rabin matching.

    Examples
    --------
    >>> from analysis.features.reuse.matching import gram_hashes
    >>> known = {word: code for code, word in enumerate("the old mill by river burned down".split())}
    >>> there, here = "the old mill by the river burned down".split(), "by the river the old mill".split()
    >>> coded = (np.array([known[word] for word in words], dtype=np.uint64) for words in (there, here))
    >>> tiles(*(Sorted.of(gram_hashes(codes, SEED_WORDS)) for codes in coded))
    [Tile(a=0, b=3, length=3), Tile(a=3, b=0, length=3)]
    """
    heap = [(-run.length, run.a, run.b) for run in _maximal_runs(a, b)]
    heapq.heapify(heap)
    taken_a, taken_b = (bytearray(len(side.values) + SEED_WORDS) for side in (a, b))
    found = []
    while heap:
        negative, i, j = heapq.heappop(heap)
        run = Tile(i, j, -negative)
        free = list(_free_parts(run, taken_a, taken_b))
        if free == [run]:
            found.append(run)
            taken_a[i : i + run.length] = b"\x01" * run.length
            taken_b[j : j + run.length] = b"\x01" * run.length
        else:
            for part in free:
                heapq.heappush(heap, (-part.length, part.a, part.b))
    return sorted(found)


def tile_groups(
    found: Iterable[Tile], *, most_gap_words: int = MOST_GAP_WORDS, gap_per_run_word: float = GAP_PER_RUN_WORD
) -> list[TileGroup]:
    """Join runs that follow one another on both sides with at most small gaps.

    A short run joins only over a gap no longer than itself, so that a stray "of the" beside a copied
    sentence does not draw foreign words into the passage.

    Parameters
    ----------
    found : iterable of Tile
        As `tiles` returns them.
    most_gap_words, gap_per_run_word : int, float
        The longest gap between two runs, in words and per word of the shorter run.

    Returns
    -------
    list of TileGroup
        Sorted by place in the first article.
    """
    groups: list[list[Tile]] = []
    for tile in sorted(found):
        # Only groups that ended just before can be continued; they are near the end of the list.
        for group in reversed(groups[-most_gap_words - 1 :]):
            last = group[-1]
            gap = max(tile.a - last.a - last.length, tile.b - last.b - last.length)
            in_order = tile.b >= last.b + last.length
            limit = min(most_gap_words, gap_per_run_word * min(tile.length, last.length))
            if in_order and gap <= limit:
                group.append(tile)
                break
        else:
            groups.append([tile])
    return sorted((TileGroup(tuple(group)) for group in groups), key=lambda group: group.tiles)


def _maximal_runs(a: Sorted, b: Sorted) -> list[Tile]:
    """Find the runs of words that both sides have and that no further word continues."""
    i, j = equal_places(a, b, most_combinations=MOST_COMBINATIONS)
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    opens = np.flatnonzero(np.r_[True, (np.diff(i) != 1) | (np.diff(j) != 1)]) if len(i) else i
    lengths = np.diff(np.r_[opens, len(i)]) + SEED_WORDS - 1
    return [Tile(*run) for run in zip(i[opens].tolist(), j[opens].tolist(), lengths.tolist(), strict=True)]


def _free_parts(run: Tile, taken_a: bytearray, taken_b: bytearray) -> Iterable[Tile]:
    """Return the parts of a run, long enough to count, of which no word is taken on either side."""
    start = 0
    for offset in range(run.length + 1):
        ended = offset == run.length or taken_a[run.a + offset] or taken_b[run.b + offset]
        if ended:
            if offset - start >= SEED_WORDS:
                yield Tile(run.a + start, run.b + start, offset - start)
            start = offset + 1
