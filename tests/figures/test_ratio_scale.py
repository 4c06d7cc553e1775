"""How many times as often: marks at powers of two whose labels stand apart."""

from itertools import pairwise

import numpy as np
import pytest

from analysis.figures.ratio_scale import TICK_SIZE, draw_ratio_scale, ratio_label, ratio_ticks
from analysis.figures.sheet import sheet, text_width


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-3, 4), (-0.5, 12), (-20, 20), (-40, 3)])
@pytest.mark.parametrize("inches", [1.0, 1.5, 5.0])
def test_labels_stand_apart_and_1_is_among_them(low, high, inches):
    ticks = ratio_ticks(low, high, inches)
    assert 0 in ticks
    assert all(low <= tick <= high for tick in ticks)
    unit, widths = inches / (high - low), [text_width(ratio_label(tick), TICK_SIZE) for tick in ticks]
    for (a, wide), (b, other) in pairwise(zip(ticks, widths, strict=True)):
        assert (b - a) * unit > wide / 2 + other / 2


@pytest.mark.parametrize(("low", "high"), [(2.0, 5.0), (-5.0, -2.0), (np.nan, np.nan)])
def test_the_scale_holds_1_and_all_that_is_drawn(low, high):
    axes = sheet(2)[1]
    draw_ratio_scale(axes, low, high, 4.0)
    left, right = axes.get_xlim()
    assert left < min(0, np.nan_to_num(low))
    assert right > max(0, np.nan_to_num(high))
    assert "1×" in [label.get_text() for label in axes.get_xticklabels()]
