"""One look for all figures: sizes in inches, colours with a meaning, quiet axes."""

from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

WIDTH = 8.0
ROW = 0.42
INK = "#1f2933"
QUIET = "#667380"
RULE = "#d5dbe1"
PAPER = "#ffffff"
TEXT_SIZE = 10

#: Typed as Any: matplotlib lists every parameter it knows as a literal.
STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT_SIZE,
    "axes.titlesize": TEXT_SIZE + 0.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "text.color": INK,
    # Article text reaches labels: a dollar sign must stay a dollar sign.
    "text.parse_math": False,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "xtick.labelcolor": QUIET,
    "ytick.major.size": 0,
    "xtick.major.size": 3,
    "grid.color": RULE,
    "grid.linewidth": 0.7,
    "hatch.linewidth": 1.0,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "svg.hashsalt": "variorum",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


def figure(height: float, *, width: float = WIDTH) -> Figure:
    """Return an empty figure of this style; `height` and `width` in inches."""
    with mpl.rc_context(STYLE):
        drawing = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(drawing)
        return drawing


def bare(axes: Axes) -> None:
    """Take away everything but what is drawn."""
    axes.set_axis_off()


def shortened(text: str, characters: int) -> str:
    """Cut a label that is too long for its place.

    >>> shortened("The Daily Chronicle of Everything", 12)
    'The Daily C…'
    """
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"
