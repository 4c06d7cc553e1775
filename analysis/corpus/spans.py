"""Runs of text: the one way in which every module points into an article."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A half-open run ``text[start:end]``, in Unicode code points of the raw text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two runs share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this run."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the run's text."""
        return text[self.start : self.end]


@dataclass(frozen=True, order=True)
class Mark(Span):
    """A run that is not the article's narrative, with the kind of thing it is and why it was marked.

    `kind` is one of `KINDS`; `reason` names the rule that marked it.
    """

    kind: str
    reason: str


KINDS = {
    "heading": "a headline or a subheading",
    "byline": "byline, dateline or section label",
    "caption": "a picture's caption or credit",
    "furniture": "page furniture: paywall, subscription, promotion, comment form, author box, placeholder",
    "note": "an editor's note about the copy: reprint, translation, shortening",
    "correction": "a note that corrects earlier statements of the article",
    "repeated": "printed a second time on the same page",
}


def covered(span: Span, spans: Iterable[Span]) -> int:
    """Count the code points of `span` that lie inside any of `spans`, each once."""
    total, reached = 0, span.start
    for other in sorted(spans, key=lambda s: (s.start, s.end)):
        start, end = max(other.start, reached), min(other.end, span.end)
        if end > start:
            total += end - start
            reached = end
    return total
