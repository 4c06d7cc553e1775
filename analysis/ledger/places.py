"""Places without words: hashes by which a run of text is known again, also in a text that was saved anew."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.corpus.words import APOSTROPHES, Word
from analysis.ledger.model import Place

#: Words before and after a place that tell one occurrence from another.
CONTEXT_WORDS = 8
#: Hexadecimal digits kept of a hash.
DIGITS = 16


def words_hash(words: Sequence[Word]) -> str:
    """Hash words as they read: case folded, straight apostrophes, joined by single spaces.

    Line ends, spaces, punctuation and the shape of quotation marks do not count, so that a text
    which was only saved in another way keeps its hashes.
    """
    read = " ".join(word.text.casefold().translate(APOSTROPHES) for word in words)
    return hashlib.sha256(read.encode()).hexdigest()[:DIGITS]


def place_of(words: Sequence[Word], start: int, end: int) -> Place:
    """Describe the run from `start` to `end` of a text.

    Parameters
    ----------
    words : sequence of Word
        All words of the text, in order.
    start, end : int
        Code points, end exclusive.

    Raises
    ------
    ValueError
        If no whole word stands there.

    Examples
    --------
    >>> from analysis.corpus.words import words
    >>> place_of(words("About 40 boats burned."), 0, 8).words
    2
    """
    first = bisect_left(words, start, key=lambda word: word.start)
    last = bisect_right(words, end, key=lambda word: word.end)
    if not 0 <= start < end or first >= last:
        message = f"no word stands from {start} to {end}"
        raise ValueError(message)
    return Place(
        start=start,
        end=end,
        words=last - first,
        sha256=words_hash(words[first:last]),
        before=words_hash(words[max(0, first - CONTEXT_WORDS) : first]),
        after=words_hash(words[last : last + CONTEXT_WORDS]),
    )
