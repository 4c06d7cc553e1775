"""Stacked bars: each part as long as its words."""

import pandas as pd
import pytest

from analysis.corpus.spans import KINDS
from analysis.figures.bars import COLOURS, draw_parts

ROWS = pd.DataFrame(
    [("one", "narrative", 80), ("one", "furniture", 20), ("two", "narrative", 150), ("two", "caption", 1)],
    columns=["article", "kind", "words"],
)


@pytest.fixture
def axes():
    return draw_parts(ROWS, ["narrative", "furniture", "caption"]).axes[0]


def test_the_longest_page_is_on_top(axes):
    assert [label.get_text() for label in axes.get_yticklabels()] == ["one", "two"]


def test_parts_are_as_long_as_their_words_and_stand_end_to_end(axes):
    parts = {(patch.get_y() > 0.5, patch.get_x()): patch.get_width() for patch in axes.patches if patch.get_width()}
    assert parts == {(False, 0): 80, (False, 80): 20, (True, 0): 150, (True, 150): 1}


def test_totals_and_large_parts_are_written_small_ones_not(axes, written):
    assert sorted(written(axes)) == sorted(["80", "20", "150", "100", "151"])


def test_the_legend_names_each_kind(axes):
    (legend,) = axes.figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["narrative", "furniture", "caption"]


def test_every_kind_has_a_colour_of_its_own():
    assert set(COLOURS) == {"narrative", *KINDS}
    assert len(set(COLOURS.values())) == len(COLOURS)
