"""Columns that many feature tables share: which article, and where in it."""

from analysis.tables import Column

ARTICLE = Column("string", "", "article id")
START = Column("Int64", "code points", "where the run begins in the raw text")
END = Column("Int64", "code points", "where the run ends (exclusive)")
PARAGRAPH = Column("Int64", "", "paragraph of the text, from 0")
SENTENCE = Column("Int64", "", "sentence of the text, from 0")
WORDS = Column("Int64", "words", "words of the run")
OTHER = Column("string", "", "the other article's id, later in the alphabet")
#: Where both sides of a pair stand.
PAIR = {"article_a": ARTICLE, "start_a": START, "end_a": END, "article_b": OTHER, "start_b": START, "end_b": END}


def count(meaning: str, unit: str = "words") -> Column:
    """Return a column of whole numbers."""
    return Column("Int64", unit, meaning)
