"""Files as bars from first to last character, ribbons between neighbours."""

import pandas as pd
import pytest
from matplotlib.patches import Polygon, Rectangle

from analysis.figures.outlets import OutletStyle
from analysis.figures.strips import BAR, COLOURS, draw_strips
from analysis.studies.segments import SEGMENTS

PARTS = pd.DataFrame(
    [("a", 0, 60, "own"), ("a", 60, 100, "same material"), ("b", 0, 40, "same material"), ("c", 0, 50, "own")],
    columns=["article", "start", "end", "segment"],
)
PASSAGES = pd.DataFrame(
    [("a", 60, 100, "b", 0, 40, "following"), ("a", 0, 10, "c", 0, 10, "identical")],
    columns=["article_a", "start_a", "end_a", "article_b", "start_b", "end_b", "kind"],
)
STYLES = {
    "a": OutletStyle("#0072b2", foreign=False),
    "b": OutletStyle("#d55e00", foreign=True),
    "c": OutletStyle("#00805f", foreign=False),
}


@pytest.fixture
def axes():
    return draw_strips(PARTS, PASSAGES, ["a", "b", "c"], STYLES).axes[0]


def test_every_segment_is_drawn_in_its_place(axes):
    filled = [p for p in axes.patches if isinstance(p, Rectangle) and p.get_facecolor()[3]]
    drawn = {(p.get_x(), p.get_width(), round(p.get_y() + BAR / 2)) for p in filled}
    assert drawn == {(0, 60, 2), (60, 40, 2), (0, 40, 1), (0, 50, 0)}


def test_ribbons_join_neighbours_only(axes):
    (ribbon,) = [patch for patch in axes.patches if isinstance(patch, Polygon)]
    corners = ribbon.get_xy()
    at_top = corners[corners[:, 1] == corners[:, 1].max()][:, 0]
    at_bottom = corners[corners[:, 1] == corners[:, 1].min()][:, 0]
    assert (at_top.min(), at_top.max()) == (60, 100)
    assert (at_bottom.min(), at_bottom.max()) == (0, 40)


def test_labels_say_whose_wording_it_is_not(axes, written):
    labels = written(axes)
    assert labels[0] == "a"
    assert labels[1].startswith("b\n")
    assert "wording not the outlet’s" in labels[1]


def test_the_legend_names_the_segments_present(axes):
    (legend,) = axes.figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["same material", "own"]


def test_every_segment_has_a_colour():
    assert set(COLOURS) == set(SEGMENTS)
