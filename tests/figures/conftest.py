"""What the tests of drawings share."""

import pytest

from analysis.figures.outlets import OutletStyle


@pytest.fixture
def styles():
    """Return styles of two outlets: one in its own wording, one not."""
    return {"Own": OutletStyle("#0072b2", foreign=False), "Foreign": OutletStyle("#d55e00", foreign=True)}


@pytest.fixture
def written():
    """Return a function that lists every text of a drawing's axes."""

    def texts(axes):
        return [text.get_text() for text in axes.texts]

    return texts
