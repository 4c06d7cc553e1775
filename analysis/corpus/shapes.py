"""What a paragraph looks like from outside: its length, its first and last characters, how it is set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.corpus.spans import Span

#: Characters that are read as one plain character, so that patterns need not list them; lengths stay.
PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′´`", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\t\n\r\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u2028\u3000\ufeff", " ")
)
CLOSED = re.compile(r"[.!?…。！？｡؟۔।॥։።]['\"\])*›」』）]*$")
#: More closing marks than this never follow one another.
CLOSING_MARKS = 40
#: A guillemet before a blank points at a link; before a letter it may open a quotation.
BULLET = re.compile(r"[»›]\s")
#: Initials at the very end ("in the U.S."): the stop may belong to the letters alone.
INITIALS_LAST = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
#: A paragraph with closing punctuation and this many words is prose: part of what is told.
PROSE_WORDS = 6
#: A paragraph this long is prose even where its closing punctuation is lost.
LONG_WORDS = 30


@dataclass(frozen=True)
class Shape:
    """One paragraph as the rules see it.

    `plain` has the paragraph's length, but straight quotation marks, "-" for every dash and a blank for
    every white space; `words` counts what blanks part; `own_block` is false for a line that follows
    another without a blank line between.
    """

    span: Span
    plain: str
    words: int
    own_block: bool

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(CLOSED.search(self.plain, max(0, len(self.plain) - CLOSING_MARKS)))

    @property
    def prose(self) -> bool:
        """Whether it must be read as sentences: ended by a stop or a colon and not tiny, or long."""
        ended = self.closed or self.plain.endswith(":")
        return (ended and self.words >= PROSE_WORDS) or self.words >= LONG_WORDS

    @property
    def starts_lower(self) -> bool:
        """Whether its first letter is a small one, as where a broken sentence goes on."""
        first = next((c for c in self.plain if c.isalnum()), "")
        return first.islower()

    @property
    def title_case(self) -> bool:
        """Whether nearly all its longer words have a capital, as in an English title."""
        longer = [w for w in re.findall(r"[^\W\d_]{4,}", self.plain) if w[0].lower() != w[0].upper()]
        return len(longer) >= 2 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


def shapes(text: str, paragraphs: Sequence[Span]) -> list[Shape]:
    """Return the shape of every paragraph, in order.

    >>> [s.plain for s in shapes("“Go” — now", [Span(0, 10)])]
    ['"Go" - now']
    """
    found = []
    before = 0
    for span in paragraphs:
        gap = text[before : span.start].replace("\r\n", "\n")
        own_block = before == 0 or sum(c in "\n\r\x85\u2028" for c in gap) > 1 or "\u2029" in gap
        plain = span.of(text).translate(PLAIN)
        if BULLET.match(text, span.start):
            plain = ">" + plain[1:]
        found.append(Shape(span, plain, len(plain.split()), own_block))
        before = span.end
    return found
