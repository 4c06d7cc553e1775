"""The way of each file: writer, editors, carrier, file; one lane per account."""

import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from analysis.figures.outlets import OutletStyle
from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, WIDTH, bare, figure

BOX_WIDTH, BOX_HEIGHT = 0.86, 0.72
#: Lines of text in a box, and in one of a narrow lane.
LINES, NARROW_LINES = 4, 2
TEXT_SIZE = 7.2
#: Width of a letter of that size, in inches.
LETTER = 0.058
#: Room on the right for the links between files and what they say, in inches.
LINK_ROOM = 1.75
INCHES_PER_LANE, NARROW_LANE, FEW_LANES = 0.76, 0.42, 12
MOST_LANES = 24
FAINT = "#f4f6f8"
#: Behind lanes of one origin.
BAND = "#fdf6ec"
HEADS = ("written by", "passed through", "the file we hold")


class Chain(NamedTuple):
    """A file with the hands through which it came, its outlet, its lineage, and what is to be known of its wording."""

    article: str
    hands: Sequence[str]
    outlet: str
    lineage: str
    note: str = ""


class Room(NamedTuple):
    """How much there is for a column and a lane, in inches, and for a label, in letters and lines."""

    column: float
    lane: float
    letters: int
    lines: int


def draw_chains(chains: Sequence[Chain], links: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw one lane per file, files of one origin on one ground, links between files on the right.

    Parameters
    ----------
    chains : sequence of Chain
        From top to bottom, files of one lineage under each other.
    links : DataFrame
        Columns article, origin, stated, directed, label: which file comes from which, and what the link says.
    styles : dict of str to OutletStyle
    """
    ordered = chains[:MOST_LANES]
    columns = max(len(chain.hands) for chain in ordered) + 1
    lane = {chain.article: len(ordered) - 1 - i for i, chain in enumerate(ordered)}
    shown = links[links["article"].isin(list(lane)) & links["origin"].isin(list(lane))]
    inches = (WIDTH - (LINK_ROOM if len(shown) else 0)) / columns
    width = WIDTH / inches
    lane_inches, lines = (INCHES_PER_LANE, LINES) if len(ordered) <= FEW_LANES else (NARROW_LANE, NARROW_LINES)
    room = Room(inches, lane_inches, int(inches * BOX_WIDTH / LETTER), lines)
    with mpl.rc_context(STYLE):
        drawing = figure(0.6 + room.lane * len(ordered))
        axes = drawing.add_subplot()
        _draw_grounds(axes, ordered, lane, width)
        _draw_heads(axes, len(ordered) - 0.42, columns, linked=bool(len(shown)))
        for chain in ordered:
            _draw_lane(axes, chain, lane[chain.article], columns, styles[chain.outlet], room)
        for place, link in enumerate(shown.itertuples()):
            _draw_link(axes, lane[link.origin], lane[link.article], columns, link, place, room)
        axes.set_xlim(-0.5, width - 0.5)
        axes.set_ylim(-0.55, len(ordered) - 0.45 + 0.25 / room.lane)
        bare(axes)
    return drawing


def _draw_grounds(axes: Axes, ordered: Sequence[Chain], lane: Mapping[str, int], width: float) -> None:
    """Put files of one origin on one ground."""
    for _, group in groupby(ordered, key=lambda chain: chain.lineage):
        places = [lane[chain.article] for chain in group]
        if len(places) > 1:
            low, high = min(places) - 0.5, max(places) + 0.5
            axes.add_patch(Rectangle((-0.5, low), width, high - low, facecolor=BAND, edgecolor="none", zorder=0))


def _draw_heads(axes: Axes, y: float, columns: int, *, linked: bool) -> None:
    """Say what each column is, so that nobody needs a legend."""
    heads = {0: HEADS[0], columns - 1: HEADS[2]} | ({1: HEADS[1]} if columns > 2 else {})
    for x, words in heads.items():
        axes.text(x, y, words, ha="center", va="bottom", size=TEXT_SIZE, color=QUIET)
    if linked:
        where = columns - 1 + BOX_WIDTH / 2 + 0.05
        axes.text(where, y, "what was taken over", ha="left", va="bottom", size=TEXT_SIZE, color=QUIET)


def _draw_lane(axes: Axes, chain: Chain, y: int, columns: int, style: OutletStyle, room: Room) -> None:
    axes.axhline(y - 0.5, color=RULE, linewidth=0.6)
    for x, hand in enumerate(chain.hands):
        _box(axes, x, y, _lines(hand, room), edge=style.colour if x == 0 else QUIET, face=PAPER if x == 0 else FAINT)
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
        _lines(chain.article, room) + (f"\n({chain.note})" if chain.note else ""),
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
    axes.text(x, y, text, ha="center", va="center", size=TEXT_SIZE, color=PAPER if strong else INK, bbox=backing)


def _lines(text: str, room: Room) -> str:
    """Break a label to the width of a box, and cut what does not find room."""
    lines = textwrap.wrap(text, room.letters, break_on_hyphens=True)
    if len(lines) > room.lines:
        lines = [*lines[: room.lines - 1], lines[room.lines - 1][: room.letters - 1] + "…"]
    return "\n".join(lines)


def _draw_link(axes: Axes, origin: int, copy: int, columns: int, link: object, place: int, room: Room) -> None:
    stated, directed = bool(getattr(link, "stated", False)), bool(getattr(link, "directed", False))
    x = columns - 1 + BOX_WIDTH / 2
    # An arc of `arc3` is half as deep as its bend times its length: the same depth for near and far lanes.
    depth = 0.2 + 0.12 * (place % 3)
    bend = 2 * depth / (room.lane * max(abs(origin - copy), 1)) * (-1 if origin > copy else 1)
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
    label = getattr(link, "label", "")
    beyond = x + (depth + 0.06) / room.column
    backing = {"facecolor": BAND, "edgecolor": "none", "pad": 1.0}
    axes.text(beyond, (origin + copy) / 2, label, ha="left", va="center", size=TEXT_SIZE, color=INK, bbox=backing)
