"""The cells of the grid of robustness: a circle filled for all analyses, half for some, empty for none."""

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Wedge

from analysis.figures.sheet import text_width
from analysis.figures.style import INK, PAPER, QUIET

#: Inches: radius of a circle, from the middle of a row up to it and down to its number.
RADIUS, ABOVE, BELOW = 0.062, 0.055, 0.085
SHARE_SIZE, MARK_SIZE = 5.8, 9.0
#: Whether a comparison survives; a mark each, for the difference must be seen without colour.
SURVIVES, FAILS, NOTHING = "✓", "✗", "–"


def draw_cell(axes: Axes, at: tuple[float, float], holding: int, analyses: int, width: float) -> None:
    """Draw the share of analyses in which an order holds, `at` the middle of a cell so wide; all in inches."""
    x, y = at
    if not analyses:
        axes.text(x, y, NOTHING, ha="center", va="center_baseline", size=SHARE_SIZE, color=QUIET)
        return
    some = 0 < holding < analyses
    middle, radius = (x, y - ABOVE if some else y), min(RADIUS, 0.42 * width)
    face = INK if holding >= analyses else PAPER
    axes.add_patch(Circle(middle, radius, facecolor=face, edgecolor=INK, linewidth=0.9))
    if some:
        axes.add_patch(Wedge(middle, radius, 90, 270, facecolor=INK, edgecolor="none"))
        share = share_text(holding, analyses)
        texts = (share, share.removesuffix(" %"), "")
        share = next(text for text in texts if text_width(text, SHARE_SIZE) <= width)
        axes.text(x, y + BELOW, share, ha="center", va="center_baseline", size=SHARE_SIZE, color=INK)


def share_text(holding: int, analyses: int) -> str:
    """Write a share in per cent, never 0 or 100 % for what is neither none nor all.

    >>> share_text(1, 2), share_text(999, 1000), share_text(1, 1000)
    ('50 %', '99 %', '1 %')
    """
    return f"{min(max(round(100 * holding / analyses), 1), 99)} %"


def draw_survival(axes: Axes, at: tuple[float, float], survives: bool) -> None:
    """Draw whether a comparison survives."""
    mark, colour = (SURVIVES, INK) if survives else (FAILS, QUIET)
    axes.text(*at, mark, ha="center", va="center_baseline", size=MARK_SIZE, color=colour)
