"""Heads of columns: labels that stay apart, bars hatched for foreign wording."""

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.column_heads import COLOUR, UPRIGHT, column_heads, draw_heads
from analysis.figures.sheet import sheet
from analysis.figures.style import STYLE

LONG = "The Harbour and Inland Waterways Gazette of the Northern Provinces"


def columns(count):
    return pd.DataFrame(
        [(f"c{i}", LONG + f", no. {i}", i % 2 == 1) for i in range(count)], columns=["column", "label", "foreign"]
    )


def drawn(heads):
    with mpl.rc_context(STYLE):
        _, axes = sheet(heads.height + 2)
        draw_heads(axes, heads, heads.height)
    return axes


def test_wide_columns_have_level_labels_and_narrow_ones_turned():
    for cell, rotation in ((2 * UPRIGHT, 0), (UPRIGHT / 2, 90)):
        axes = drawn(column_heads(columns(4), 1.0, cell))
        assert {text.get_rotation() for text in axes.texts} == {rotation}


@pytest.mark.parametrize("cell", [1.2, 0.3, 0.085])
def test_long_labels_that_begin_alike_stay_apart(cell, legible):
    heads = column_heads(columns(5), 1.0, cell)
    assert len({tuple(lines) for lines in heads.texts}) == 5
    legible(drawn(heads).get_figure())


def test_bars_are_hatched_for_foreign_wording_in_the_colour_of_the_outlet(styles):
    one = pd.DataFrame([("Own", "Own", False), ("Foreign", "Foreign", True)], columns=["column", "label", "foreign"])
    own, foreign = drawn(column_heads(one, 1.0, 1.0, styles)).patches
    assert (own.get_hatch(), to_hex(own.get_facecolor())) == (None, styles["Own"].colour)
    assert (bool(foreign.get_hatch()), to_hex(foreign.get_facecolor())) == (True, "#ffffff")
    assert to_hex(foreign.get_edgecolor()) == styles["Foreign"].colour
    without = drawn(column_heads(one, 1.0, 1.0)).patches[0]
    assert to_hex(without.get_facecolor()) == COLOUR


def test_bars_stand_under_each_other_above_and_below_the_table():
    heads = column_heads(columns(2), 1.0, 1.5)
    with mpl.rc_context(STYLE):
        _, axes = sheet(6.0)
        draw_heads(axes, heads, 2.0)
        draw_heads(axes, heads, 4.0, below=True)
    tops = [patch.get_y() for patch in axes.patches]
    assert all(top < 2 for top in tops[:2])
    assert all(top > 4 for top in tops[2:])
    assert [patch.get_x() for patch in axes.patches[:2]] == [patch.get_x() for patch in axes.patches[2:]]
