"""Many files by origin: a row of squares for each lineage, one square a file, said beside it what they are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures.style import INK, PAPER, QUIET, STYLE, bare, figure, row_height, shortened

#: More lineages than these are counted in the last line only.
MOST_GROUPS = 20
#: Squares beside one another; the row goes on below.
SQUARES = 30
LONGEST_LABEL = 30
#: From the file that a lineage is named by to what is furthest from it.
SHADES = {
    "first": INK,
    "identical": "#c9a227",
    "excerpt": "#c9a227",
    "republished": "#c9a227",
    "reworded": "#c8553d",
    "follows": "#e8b4a6",
}


class Group(NamedTuple):
    """A lineage: what it is called, and how many files of each relation there are besides the first."""

    label: str
    counts: Mapping[str, int]


def draw_groups(groups: Sequence[Group], alone: int) -> Figure:
    """Draw a row of squares for each lineage of several files.

    Parameters
    ----------
    groups : sequence of Group
        The largest first.
    alone : int
        Files that share an origin with no other.
    """
    shown = groups[:MOST_GROUPS]
    with mpl.rc_context(STYLE):
        drawing = figure(0.5 + 1.2 * row_height(len(shown)) * (len(shown) + 1))
        axes = drawing.add_subplot()
        for place, group in enumerate(shown):
            _draw_row(axes, len(shown) - place, group)
        rest = len(groups) - len(shown)
        more = f"{rest} more origins of several files; " if rest else ""
        axes.text(0, 0, f"{more}{alone} files share an origin with no other", ha="left", va="center", color=QUIET)
        axes.set_xlim(-0.6 * SQUARES, SQUARES * 1.9)
        axes.set_ylim(-0.6, len(shown) + 0.6)
        bare(axes)
    return drawing


def _draw_row(axes: mpl.axes.Axes, y: int, group: Group) -> None:
    order = [name for name in SHADES if name == "first" or group.counts.get(name)]
    squares = [name for name in order for _ in range(1 if name == "first" else group.counts[name])]
    axes.text(-0.8, y, shortened(group.label, LONGEST_LABEL), ha="right", va="center", size=9)
    for x, name in enumerate(squares[:SQUARES]):
        axes.add_patch(Rectangle((x, y - 0.28), 0.8, 0.56, facecolor=SHADES[name], edgecolor=PAPER))
    said = " · ".join(f"{group.counts[name]} {name}" for name in order if name != "first")
    axes.text(min(len(squares), SQUARES) + 0.6, y, said, ha="left", va="center", size=8.5, color=QUIET)
