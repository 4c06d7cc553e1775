"""The scale of log ratios: how many times as often, marked at powers of two."""

import math
from itertools import pairwise

from matplotlib.axes import Axes

from analysis.figures.sheet import text_width
from analysis.figures.style import QUIET

TICK_SIZE = 7.5
#: Powers of two between marks, to try until their labels stand apart; inches between labels at least.
STEPS, APART = (1, 2, 4, 8, 16, 32, 64), 0.12
#: Powers of two left free at both ends.
ROOM = 0.3


def draw_ratio_scale(axes: Axes, low: float, high: float, inches: float, *, above: bool = False) -> None:
    """Give axes a scale that holds 1× and everything from `low` to `high`.

    Parameters
    ----------
    axes : Axes
    low, high : float
        Binary logarithms of ratios; NaN where nothing is drawn.
    inches : float
        Width of the axes.
    above : bool
        Whether to repeat the labels above, as a tall panel needs.
    """
    low, high = _limits(low, high)
    ticks = ratio_ticks(low, high, inches)
    axes.set_xlim(low, high)
    axes.set_xticks(ticks, [ratio_label(tick) for tick in ticks])
    axes.tick_params(axis="x", labelsize=TICK_SIZE, labeltop=above)
    axes.axvline(0, color=QUIET, linewidth=0.8, zorder=1)
    axes.grid(axis="x")


def _limits(low: float, high: float) -> tuple[float, float]:
    known = [bound for bound in (low, high) if math.isfinite(bound)]
    return min(0.0, *known, 0.0) - ROOM, max(0.0, *known, 1.0) + ROOM


def ratio_ticks(low: float, high: float, inches: float) -> list[int]:
    """Return as many evenly spaced powers of two as have room for their labels, 1× (the power 0) among them.

    >>> ratio_ticks(-2.3, 4.3, 4.0), ratio_ticks(-2.3, 14.3, 1.5)
    ([-2, -1, 0, 1, 2, 3, 4], [0, 8])
    """
    unit, ticks = inches / (high - low), [0]
    for step in STEPS:
        ticks = list(range(step * math.ceil(low / step), math.floor(high) + 1, step))
        if all(_half(a) + APART + _half(b) <= (b - a) * unit for a, b in pairwise(ticks)):
            break
    return ticks


def _half(tick: int) -> float:
    return text_width(ratio_label(tick), TICK_SIZE) / 2


def ratio_label(power: float) -> str:
    """Write 2 to a power as so many times.

    >>> ratio_label(3), ratio_label(-2), ratio_label(11), ratio_label(1.5)
    ('8×', '1/4×', '2,048×', '2.8×')
    """
    ratio = 2.0 ** abs(power)
    number = f"{ratio:,.0f}" if ratio >= 10 or ratio == int(ratio) else f"{ratio:.1f}"
    return f"{number}×" if power >= 0 else f"1/{number}×"
