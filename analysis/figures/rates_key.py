"""The key under the rates: what the line, the colours and the sizes of dots mean."""

from matplotlib.axes import Axes

from analysis.figures.rate_places import LARGEST, Place, diameter
from analysis.figures.sheet import POINTS, text_width
from analysis.figures.style import GREY, INK, QUIET

#: Height in inches.
KEY = LARGEST + 0.12
SIZE = 7.5
#: Inches: of the line, from a mark to its words, from an entry to the next, left of all.
LINE, BESIDE, BETWEEN, MARGIN = 0.25, 0.07, 0.26, 0.1
SIZES = (1, 10, 100, 1000)


def draw_key(paper: Axes, top: float, most: int, *, foreign: bool) -> None:
    """Draw the key on a sheet, `top` in inches; `most` is the number of terms at the fullest place."""
    y = top + KEY / 2
    x = MARGIN
    paper.plot([x, x + LINE], [y + LINE / 3, y - LINE / 3], color=QUIET, linewidth=0.8)
    x = _write(paper, x + LINE + BESIDE, y, "equally often")
    x = _dot(paper, x, y, 0.08, INK, INK)
    x = _write(paper, x, y, "distinctive" + (" (hollow: wording not the outlet’s)" if foreign else ""))
    shown = [size for size in SIZES if size <= most]
    for size in shown:
        x = _dot(paper, x, y, diameter(Place(1.0, 1.0, False, ("",) * size), most), GREY, GREY)
        words = f"{size:,}" + (" other term" if size == 1 else " terms at one place" if size == shown[-1] else "")
        x = _write(paper, x, y, words)


def _dot(paper: Axes, x: float, y: float, across: float, colour: str, face: str) -> float:
    paper.scatter([x + across / 2], [y], s=(POINTS * across) ** 2, facecolor=face, edgecolor=colour, linewidth=0.5)
    return x + across + BESIDE


def _write(paper: Axes, x: float, y: float, words: str) -> float:
    paper.text(x, y, words, va="center_baseline", size=SIZE, color=QUIET)
    return x + text_width(words, SIZE) + BETWEEN
