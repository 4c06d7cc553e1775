"""Pictures to bytes: SVG, PNG and PDF, without dates or the name of a program, so that they repeat."""

import io
import warnings
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis.figures.style import STYLE

PNG_DPI = 300
METADATA: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def picture(drawing: Figure, form: str) -> bytes:
    """Return a drawing in one of the forms of `METADATA`."""
    stream = io.BytesIO()
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        # Captions say it (`lacks_letters`); a warning for each letter tells the user nothing more.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        drawing.savefig(stream, format=form, dpi=PNG_DPI, metadata=METADATA[form])
        # The first form settles the layout for all: they agree, and the others need not find it again.
        drawing.set_layout_engine("none")
    return stream.getvalue()
