"""An article as the rest of the program sees it: its text with everything that was located in it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.corpus.cleaning import marks
from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.quotations import CLOSING_MARKS, quotations
from analysis.corpus.sentences import sentences
from analysis.corpus.spans import Mark, Span
from analysis.corpus.words import Word, words

#: Quotation marks around fewer words than this set off a term or a nickname, unless they hold a whole utterance.
QUOTED_TERM_WORDS = 3
#: What ends an utterance, before its closing mark and the spaces that some set there.
UTTERED, SPACES = (",", ".", "?", "!", "…", "—", "–", "-"), " \u00a0\u202f"
NARRATIVE = "narrative"


@dataclass(frozen=True)
class Locator:
    """Where something stands: paragraph and sentence count from 0, offsets in code points of the raw text."""

    article: str
    paragraph: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A text with its paragraphs, sentences, marked spans and direct quotations, all in order of place."""

    id: str
    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    marks: tuple[Mark, ...]
    quotations: tuple[Span, ...]

    def words(self, span: Span | None = None) -> list[Word]:
        """Return the words of a run, or of the whole text."""
        return words(self.text, span.start, span.end) if span else words(self.text)

    def kind(self, place: int) -> str:
        """Return the kind of the mark on a place, "narrative" where there is none."""
        mark = _at(self.marks, place)
        return mark.kind if isinstance(mark, Mark) else NARRATIVE

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies inside a direct quotation."""
        return _at(self.quotations, place) is not None

    def locate(self, span: Span) -> Locator:
        """Say in which paragraph and sentence a run begins; -1 for a place between them."""
        return Locator(
            self.id, _index(self.paragraphs, span.start), _index(self.sentences, span.start), span.start, span.end
        )


def read_article(id_: str, text: str) -> Article:
    """Locate everything in a text.

    Quotations are those that quote speech: `QUOTED_TERM_WORDS` or more words, or a whole utterance, in the narrative.
    """
    blocks = paragraphs(text)
    located = Article(id_, text, tuple(blocks), tuple(sentences(text, blocks)), tuple(marks(text, blocks)), ())
    quoted = [
        Span(q.start, q.end)
        for q in quotations(text, blocks)
        if located.kind(q.start) == NARRATIVE
        and (len(words(text, q.start, q.end)) >= QUOTED_TERM_WORDS or _is_utterance(located, q))
    ]
    return Article(id_, text, located.paragraphs, located.sentences, located.marks, tuple(quoted))


def _is_utterance(article: Article, quoted: Span) -> bool:
    """Whether a word or two in quotation marks open a sentence, or follow a colon, and end as an utterance does."""
    text, sentence = article.text, _at(article.sentences, quoted.start)
    opens = sentence is not None and sentence.start == quoted.start
    follows = text[max(0, quoted.start - 2) : quoted.start].rstrip().endswith(":")
    ends = quoted.of(text).rstrip(CLOSING_MARKS + SPACES).endswith(UTTERED) or text[quoted.end : quoted.end + 1] == ","
    return (opens or follows) and ends and bool(article.words(quoted))


def _index(spans: Sequence[Span], place: int) -> int:
    index = bisect_right(spans, place, key=lambda s: s.start) - 1
    return index if index >= 0 and place < spans[index].end else -1


def _at(spans: Sequence[Span], place: int) -> Span | None:
    index = _index(spans, place)
    return spans[index] if index >= 0 else None
