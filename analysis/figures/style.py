"""One look for all figures: sizes in inches, colours with a meaning, quiet axes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font

WIDTH = 8.0
#: Height of a row of few, and of many.
ROW, NARROW_ROW, FEW_ROWS = 0.42, 0.28, 12
INK = "#1f2933"
QUIET = "#667380"
RULE = "#d5dbe1"
PAPER = "#ffffff"
#: Of marks that nothing sets apart.
GREY = "#9aa5b1"
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
}


def figure(height: float, *, width: float = WIDTH) -> Figure:
    """Return an empty figure of this style; `height` and `width` in inches."""
    with mpl.rc_context(STYLE):
        drawing = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(drawing)
        return drawing


def row_height(rows: int) -> float:
    """Inches for one row: many rows stand closer together.

    >>> row_height(5) > row_height(60)
    True
    """
    return ROW if rows <= FEW_ROWS else NARROW_ROW


def bare(axes: Axes) -> None:
    """Take away everything but what is drawn."""
    axes.set_axis_off()


def shortened(text: str, characters: int) -> str:
    """Cut a label that is too long for its place.

    >>> shortened("The Daily Chronicle of Everything", 12)
    'The Daily C…'
    """
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def labels(texts: Sequence[str], characters: int) -> list[str]:
    """Cut labels that are too long, in the middle where their beginnings are the same.

    >>> labels(["The Daily Chronicle North", "The Daily Chronicle South", "Echo"], 16)
    ['The Dail…e North', 'The Dail…e South', 'Echo']
    """
    cut = {text: shortened(text, characters) for text in texts}
    alike = Counter(cut.values())
    head, tail = characters // 2, characters - characters // 2 - 1
    return [cut[text] if alike[cut[text]] == 1 else f"{text[:head].rstrip()}…{text[-tail:].lstrip()}" for text in texts]


@cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(findfont(STYLE["font.family"])).get_charmap())


def lacks_letters(texts: Iterable[str]) -> bool:
    """Whether the typeface lacks a letter of these texts, which is then drawn as a box.

    >>> lacks_letters(["Ελλάδα"]), lacks_letters(["北京"])
    (False, True)
    """
    return any(ord(letter) not in _letters() for text in texts for letter in text)
