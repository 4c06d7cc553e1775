"""Finding a place again in a text that has changed elsewhere."""

from collections.abc import Sequence
from functools import lru_cache

from analysis.corpus.words import Word
from analysis.ledger.model import Place
from analysis.ledger.places import place_of, words_hash


def standing(words: Sequence[Word], place: Place) -> Place | None:
    """Describe what stands in a text where the place is recorded; None where no whole word does."""
    try:
        return place_of(words, place.start, place.end)
    except ValueError:
        return None


def places_of(words: Sequence[Word], phrase: Sequence[Word]) -> list[Place]:
    """Describe every run of a text that reads as a phrase does, in order; none for a phrase without words.

    >>> from analysis.corpus.words import words
    >>> [place.start for place in places_of(words("Port Alder slept. PORT ALDER woke."), words("port alder"))]
    [0, 18]
    """
    n = len(phrase)
    starts = _starts(tuple(words), n).get(words_hash(phrase), ()) if n else ()
    return [place_of(words, words[first].start, words[first + n - 1].end) for first in starts]


def occurrences(words: Sequence[Word], place: Place) -> list[Place]:
    """Every run of the text that has the place's number of words and their hash, in order.

    A run that stands where it is recorded keeps the recorded bounds, which may hold quotation
    marks or a full stop besides the words.
    """
    n = place.words
    here = standing(words, place)
    found = [
        place_of(words, words[first].start, words[first + n - 1].end)
        for first in _starts(tuple(words), n).get(place.sha256, ())
    ]
    if here is None or here.sha256 != place.sha256:
        return found
    return [here if (here.start <= run.start and run.end <= here.end) else run for run in found]


def relocate(words: Sequence[Word], place: Place) -> Place | None:
    """Find a place again by its hash, its context, and its distance, in this order.

    Parameters
    ----------
    words : sequence of Word
        All words of the text as it is now.
    place : Place
        As it was recorded.

    Returns
    -------
    Place or None
        The run with the recorded hash whose words before and after agree best; of several, the nearest
        to the recorded offset. None where no run has the hash, or where the best are equally near.
    """
    if standing(words, place) == place:
        return place
    found = {run.start: run for run in occurrences(words, place)}
    ranked = sorted((-agreement(run, place), abs(start - place.start), start) for start, run in found.items())
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return found[ranked[0][2]]


def agreement(run: Place, place: Place) -> int:
    """On how many sides, 0 to 2, the words beside a run are those that were recorded."""
    return (run.before == place.before) + (run.after == place.after)


@lru_cache(maxsize=64)
def _starts(words: tuple[Word, ...], n: int) -> dict[str, list[int]]:
    """Hash of each run of `n` words → the words at which such runs begin: one pass over the text."""
    starts: dict[str, list[int]] = {}
    for first in range(len(words) - n + 1):
        starts.setdefault(words_hash(words[first : first + n]), []).append(first)
    return starts
