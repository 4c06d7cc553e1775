"""The speakers that the rules find in an invented text."""

import pytest

from analysis.corpus.article import read_article
from analysis.features.names.names import name_mentions
from analysis.features.quotations.speakers import attributions


def _read(text):
    article = read_article("a", text)
    return article, attributions(article, name_mentions(text, article.sentences))


@pytest.fixture
def read():
    """Return a function that gives the article and the attribution of each of its quotations."""
    return _read


@pytest.fixture
def found():
    """Return a function that gives speaker and rule of each quotation."""
    return lambda text: [(one.speaker, one.rule) for one in _read(text)[1]]


@pytest.fixture
def last(found):
    """Return a function that gives speaker and rule of the last quotation."""
    return lambda text: found(text)[-1]
