"""What the search for reused text reads of an article: its countable words as arrays, with their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain

import numpy as np
import numpy.typing as npt

from analysis.corpus.article import Article
from analysis.corpus.spans import Span
from analysis.corpus.words import WORD, term
from analysis.features.reuse.matching import Flags, Hashes, Integers, Sorted, gram_hashes
from analysis.measures.lexicons import function_words

#: Words in the shortest run that is looked for.
SEED_WORDS = 3
#: Words are compared by their first letters, so that sabotage meets sabotaging in any language that
#: inflects at the end ("truncation stemming"; five letters are the usual length).
STEM_LETTERS = 5
#: Shorter words are mostly grammar, also in languages whose function words are not known.
CONTENT_LETTERS = 4
#: In a text of capitals a capital says nothing.
CAPITALS_SHARE = 0.9
#: A word as it is compared: hashes of its term and of its stem (0 for grammar), whether it carries matter, its capital.
CODE = np.dtype([("term", "u8"), ("stem", "u8"), ("content", "?"), ("capital", "?")])


@dataclass(frozen=True, eq=False)
class ReuseText:
    """An article's countable words, in order, each array with one entry for each.

    Headings, captions, furniture, notes, bylines and passages printed twice are not among them, so that places
    may jump from one word to the next.
    """

    article: str
    text: str
    #: Stretches of the text from which the words were read.
    stretches: tuple[Span, ...]
    #: As `CODE` says.
    codes: npt.NDArray[np.void]
    #: Number of the sentence in which a word stands, and whether it is quoted.
    sentences: npt.NDArray[np.int32]
    quoted: Flags

    def __len__(self) -> int:
        """Countable words."""
        return len(self.codes)

    @property
    def terms(self) -> Hashes:
        """Hashes of the terms: equal where two words are counted as one."""
        return self.codes["term"]

    @cached_property
    def places(self) -> Integers:
        """Where each word begins and ends in the raw text: an array of two columns."""
        found = [m.span() for s in self.stretches for m in WORD.finditer(self.text, s.start, s.end)]
        return np.array(found, dtype=np.int64).reshape(-1, 2)

    @cached_property
    def seeds(self) -> Sorted:
        """Hashes of every run of `SEED_WORDS` words."""
        return Sorted.of(gram_hashes(self.terms, SEED_WORDS))


def reuse_text(article: Article) -> ReuseText:
    """Return the countable words of an article.

    Parameters
    ----------
    article : Article
        Words outside every sentence, and inside marked spans, are not countable.

    Returns
    -------
    ReuseText

    Examples
    --------
    >>> from analysis.corpus.article import read_article
    >>> found = reuse_text(read_article("a", "Rain fell. “It pours here again,” she said."))
    >>> found.sentences.tolist(), found.quoted.tolist()
    ([0, 0, 1, 1, 1, 1, 1, 1], [False, False, True, True, True, True, False, False])
    """
    stretches = list(_stretches(article))
    found = [WORD.findall(article.text, stretch.start, stretch.end) for stretch, _, _ in stretches]
    sizes = [len(own) for own in found]
    codes = np.fromiter(map(_code, chain.from_iterable(found)), dtype=CODE, count=sum(sizes))
    if sum(sizes) and codes["capital"].mean() >= CAPITALS_SHARE:
        codes["capital"] = False
    return ReuseText(
        article=article.id,
        text=article.text,
        stretches=tuple(stretch for stretch, _, _ in stretches),
        codes=codes,
        sentences=np.repeat(np.array([sentence for _, sentence, _ in stretches], dtype=np.int32), sizes),
        quoted=np.repeat(np.array([is_quoted for _, _, is_quoted in stretches], dtype=np.bool_), sizes),
    )


def _stretches(article: Article) -> Iterator[tuple[Span, int, bool]]:
    """Cut the sentences where a quotation or a marked span begins or ends; leave out what is marked."""
    marks, quotations = _Cover(article.marks), _Cover(article.quotations)
    edges = sorted({edge for span in (*article.marks, *article.quotations) for edge in (span.start, span.end)})
    at = 0
    for number, sentence in enumerate(article.sentences):
        while at < len(edges) and edges[at] <= sentence.start:
            at += 1
        start = sentence.start
        while start < sentence.end:
            end = edges[at] if at < len(edges) and edges[at] < sentence.end else sentence.end
            marked, quoted = marks.holds(start), quotations.holds(start)
            if not marked:
                yield Span(start, end), number, quoted
            at += end < sentence.end
            start = end


class _Cover:
    """Answers whether a place lies inside any span, for places asked in rising order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)
        self._next = 0
        self._reached = 0

    def holds(self, place: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][0] <= place:
            self._reached = max(self._reached, self._spans[self._next][1])
            self._next += 1
        return place < self._reached


@cache
def _code(form: str) -> tuple[int, int, bool, bool]:
    """Return a word's entry in `CODE`."""
    plain = term(form)
    grammar = plain in function_words()
    content = not grammar and len(plain) >= CONTENT_LETTERS and plain.isalpha()
    return _hash(plain), 0 if grammar else _hash(stem(plain)), content, form[0].isupper()


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


def stem(word: str) -> str:
    """Return the first letters of a word, under which its inflected forms meet.

    >>> stem("sabotaging") == stem("sabotage")
    True
    """
    return word[:STEM_LETTERS]
