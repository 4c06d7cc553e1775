"""The share of analyses in a cell: never none or all where it is neither."""

import pytest

from analysis.figures.robustness_cells import SHARE_SIZE, draw_cell, share_text
from analysis.figures.sheet import sheet, text_width


@pytest.mark.parametrize(("holding", "analyses", "text"), [(1, 3, "33 %"), (1, 1000, "1 %"), (999, 1000, "99 %")])
def test_shares_are_never_rounded_to_none_or_all(holding, analyses, text):
    assert share_text(holding, analyses) == text


def test_in_a_narrow_cell_the_sign_is_left_out(written):
    axes = sheet(1)[1]
    draw_cell(axes, (1, 0.5), 1, 2, 0.5)
    draw_cell(axes, (2, 0.5), 1, 2, text_width("50", SHARE_SIZE) + 0.01)
    assert written(axes) == ["50 %", "50"]
