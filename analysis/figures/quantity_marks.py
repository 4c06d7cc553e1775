"""The mark of a hedged number: an upright line between its bounds, a level one between its dates."""

import math
from typing import NamedTuple

from matplotlib.axes import Axes

from analysis.figures.style import PAPER

#: Inches of an arrow towards the bound that is not given.
ARROW = 0.3
#: Widths in points.
STEM, THIN, CAP, EXCLUDED, EXACT = 4.0, 1.0, 7.0, 5.0, 6.5


class Quantity(NamedTuple):
    """A number from `low` to `high` at a day from `first` to `last`; a bound that is not given is NaN."""

    low: float
    high: float
    low_open: bool
    high_open: bool
    first: float
    last: float
    repeated: bool

    @property
    def known(self) -> list[float]:
        """The bounds that are given, each once."""
        return sorted({bound for bound in (self.low, self.high) if not math.isnan(bound)})

    def level(self, log: bool) -> float:
        """The number half-way between the bounds on the scale."""
        known = self.known
        return math.prod(known) ** (1 / len(known)) if log else sum(known) / len(known)


def draw_quantity(axes: Axes, quantity: Quantity, colour: str, *, log: bool) -> None:
    """Draw a number: ○ at a bound that is itself excluded, an arrow where none is given, hollow if repeated."""
    day = (quantity.first + quantity.last) / 2
    known, level = quantity.known, quantity.level(log)
    if quantity.last > quantity.first:
        days = [quantity.first, quantity.last]
        axes.plot(days, [level, level], color=colour, linewidth=THIN, marker="|", markersize=5, markeredgewidth=THIN)
    if len(known) > 1:
        axes.plot([day, day], known, color=colour, linewidth=STEM, solid_capstyle="butt")
        if quantity.repeated:
            axes.plot([day, day], known, color=PAPER, linewidth=STEM / 2, solid_capstyle="butt")
    if math.isnan(quantity.low):
        _arrow(axes, day, quantity.high, -1, colour)
    if math.isnan(quantity.high):
        _arrow(axes, day, quantity.low, 1, colour)
    for bound in known:
        at_low, at_high = bound == quantity.low, bound == quantity.high
        excluded = (at_low and quantity.low_open) or (at_high and quantity.high_open)
        if excluded:
            _dot(axes, day, bound, "o", EXCLUDED, colour, hollow=True)
        elif len(known) > 1:
            axes.plot(day, bound, "_", markersize=CAP, markeredgewidth=1.6, color=colour)
        elif quantity.repeated:
            _dot(axes, day, bound, "D", EXACT - 1, colour, hollow=True)
        else:
            _dot(axes, day, bound, "o", EXACT, colour, hollow=False)


def _dot(axes: Axes, x: float, y: float, marker: str, size: float, colour: str, *, hollow: bool) -> None:
    face = PAPER if hollow else colour
    axes.plot(x, y, marker, markersize=size, color=colour, markerfacecolor=face, markeredgewidth=1.4, zorder=4)


def _arrow(axes: Axes, x: float, y: float, direction: int, colour: str) -> None:
    axes.annotate("", (x, y), (0, 72 * ARROW * direction), textcoords="offset points", annotation_clip=False,
                  arrowprops={"arrowstyle": "<|-", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0},
                  zorder=3)  # fmt: skip
