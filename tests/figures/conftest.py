"""What the tests of drawings share."""

from itertools import combinations

import pytest
from matplotlib.text import Text

from analysis.figures.outlets import OutletStyle

#: Pixels by which the boxes of two lines may share height: they hold room above and below the letters.
OVERLAP = 2.5


@pytest.fixture
def styles():
    """Return styles of two outlets: one in its own wording, one not."""
    return {"Own": OutletStyle("#0072b2", foreign=False), "Foreign": OutletStyle("#d55e00", foreign=True)}


LONG = "The Harbour and Inland Waterways Gazette of the Northern Provinces"
SCRIPTS = ("Українська правда", "Ελευθεροτυπία", "Frankfurter Allgemeine Zeitung", "NV")


@pytest.fixture
def many_outlets():
    """Return a function that invents so many outlets, with long names and of several scripts, and their styles."""

    def invent(count):
        names = [SCRIPTS[i] if i < len(SCRIPTS) else f"{LONG}, no. {i}" for i in range(count)]
        return names, {name: OutletStyle("#0072b2", foreign=i % 3 == 1) for i, name in enumerate(names)}

    return invent


@pytest.fixture
def written():
    """Return a function that lists every text of a drawing's axes."""

    def texts(axes):
        return [text.get_text() for text in axes.texts]

    return texts


@pytest.fixture
def legible():
    """Return a function that fails where a text of a drawing is cut by the edge or runs into another one."""

    def beyond(axes):
        """Labels of ticks outside the limits: they are there, but not drawn."""
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            yield from (tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high)

    def check(drawing):
        drawing.canvas.draw()
        renderer, edge = drawing.canvas.get_renderer(), drawing.bbox
        hidden = {id(label) for axes in drawing.axes for label in beyond(axes)}
        texts = [text for text in drawing.findobj(Text) if id(text) not in hidden]
        shown = [text for text in texts if text.get_visible() and text.get_text().strip()]
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in shown]
        # One pixel: letters are placed on whole pixels.
        cut = [t for t, b in boxes if b.x0 < -1 or b.y0 < -1 or b.x1 > edge.width + 1 or b.y1 > edge.height + 1]
        assert cut == []
        met = [
            (one, other)
            for (one, a), (other, b) in combinations(boxes, 2)
            if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > OVERLAP
        ]
        assert met == []

    return check
