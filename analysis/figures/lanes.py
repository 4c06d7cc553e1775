"""The way of each file: writer, editors, carrier, file; one lane per account."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, bare, figure

BOX_WIDTH, BOX_HEIGHT = 0.86, 0.72
LINE_CHARACTERS = 21
LINES = 4
INCHES_PER_LANE = 0.76
MOST_LANES = 60
FAINT = "#f4f6f8"


class Chain(NamedTuple):
    """A file with the hands through which it came, its outlet and its account."""

    article: str
    hands: Sequence[str]
    outlet: str
    account: str


def draw_chains(chains: Sequence[Chain], links: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw one lane per file, files of one account under each other, links between files on the right.

    Parameters
    ----------
    chains : sequence of Chain
    links : DataFrame
        Columns article, origin, stated, directed: which file comes from which.
    styles : dict of str to OutletStyle
    """
    ordered = sorted(chains, key=lambda c: (c.account, c.article))[:MOST_LANES]
    columns = max(len(chain.hands) for chain in ordered) + 1
    lane = {chain.article: len(ordered) - 1 - i for i, chain in enumerate(ordered)}
    with mpl.rc_context(STYLE):
        drawing = figure(0.35 + INCHES_PER_LANE * len(ordered))
        axes = drawing.add_subplot()
        for chain in ordered:
            _draw_lane(axes, chain, lane[chain.article], columns, styles[chain.outlet])
        for place, link in enumerate(links.itertuples()):
            if link.article in lane and link.origin in lane:
                _draw_link(axes, lane[link.origin], lane[link.article], columns, link, place)
        axes.set_xlim(-0.5, columns - 0.1)
        axes.set_ylim(-0.55, len(ordered) - 0.45)
        bare(axes)
    return drawing


def _draw_lane(axes: Axes, chain: Chain, y: int, columns: int, style: OutletStyle) -> None:
    axes.axhline(y - 0.5, color=RULE, linewidth=0.6)
    for x, hand in enumerate(chain.hands):
        _box(axes, x, y, hand, edge=style.colour if x == 0 else QUIET, face=PAPER if x == 0 else FAINT)
        target = x + 1 if x + 1 < len(chain.hands) else columns - 1
        axes.annotate(
            "",
            (target - BOX_WIDTH / 2, y),
            (x + BOX_WIDTH / 2, y),
            arrowprops={"arrowstyle": "-|>", "color": QUIET, "shrinkA": 1, "shrinkB": 1},
        )
    _box(
        axes,
        columns - 1,
        y,
        chain.article,
        edge=style.colour,
        face=style.face,
        hatch=style.hatch,
        strong=not style.foreign,
    )


def _box(
    axes: Axes, x: float, y: float, text: str, *, edge: str, face: str, hatch: str = "", strong: bool = False
) -> None:
    box = FancyBboxPatch(
        (x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2),
        BOX_WIDTH,
        BOX_HEIGHT,
        boxstyle="round,pad=0,rounding_size=0.06",
        facecolor=face,
        edgecolor=edge,
        hatch=hatch,
        linewidth=1.3,
    )
    axes.add_patch(box)
    # Hatching behind letters is unreadable: the label of a hatched box stands on paper.
    backing = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.5} if hatch else None
    lines = textwrap.wrap(text, LINE_CHARACTERS, break_on_hyphens=True)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: LINE_CHARACTERS - 1] + "…"]
    axes.text(x, y, "\n".join(lines), ha="center", va="center", size=7.2, color=PAPER if strong else INK, bbox=backing)


def _draw_link(axes: Axes, origin: int, copy: int, columns: int, link: object, place: int) -> None:
    stated, directed = bool(getattr(link, "stated", False)), bool(getattr(link, "directed", False))
    x = columns - 1 + BOX_WIDTH / 2
    bend = -(0.25 + 0.12 * (place % 3)) if origin > copy else 0.25 + 0.12 * (place % 3)
    axes.annotate(
        "",
        (x, copy),
        (x, origin),
        arrowprops={
            "arrowstyle": "-|>" if directed else "-",
            "linestyle": "solid" if stated else (0, (4, 3)),
            "color": INK,
            "connectionstyle": f"arc3,rad={bend}",
        },
    )
