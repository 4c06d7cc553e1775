"""In which sentence of an article an offset lies, and whether that sentence was set aside."""

from bisect import bisect_right
from typing import NamedTuple

import pandas as pd


class Placed(NamedTuple):
    """Paragraph and sentence, None where no sentence is; and the kind of the mark on it."""

    paragraph: int | None
    sentence: int | None
    kind: str


NOWHERE = Placed(None, None, "")


class Places:
    """The sentences of all articles, to look offsets up in.

    >>> rows = [{"article": "a", "start": 0, "end": 9, "paragraph": 0, "sentence": 0, "kind": "narrative"}]
    >>> places = Places(pd.DataFrame(rows))
    >>> places.of("a", 4), places.of("a", 9).sentence
    (Placed(paragraph=0, sentence=0, kind='narrative'), None)
    """

    def __init__(self, sentences: pd.DataFrame) -> None:
        self.rows = {
            article: sorted(zip(own["start"], own["end"], own["paragraph"], own["sentence"], own["kind"], strict=True))
            for article, own in sentences.groupby("article")
        }

    def of(self, article: str, start: int) -> Placed:
        """Return the place of an offset."""
        rows = self.rows.get(article, [])
        at = bisect_right(rows, start, key=lambda row: row[0]) - 1
        if at < 0 or start >= rows[at][1]:
            return NOWHERE
        _, _, paragraph, sentence, kind = rows[at]
        return Placed(int(paragraph), int(sentence), str(kind))
