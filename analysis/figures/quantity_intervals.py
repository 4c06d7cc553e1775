"""How many, and when: hedged numbers as intervals, a panel for each population counted."""

import math
from collections.abc import Mapping, Sequence

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.column_heads import COLOUR
from analysis.figures.direct_labels import GUTTER, SIZE, Mark, column_of_labels, labels_beside
from analysis.figures.outlets import OutletStyle
from analysis.figures.quantity_marks import ARROW, Quantity, draw_quantity
from analysis.figures.quantity_scale import LEFT, Scale, draw_panel, in_days, scale_of
from analysis.figures.sheet import cut_text, line_height, sheet, text_width, wrap_text
from analysis.figures.style import PAPER, QUIET, STYLE, WIDTH, labels

MOST_LANES, MOST_MARKS = 12, 60
#: Inches: height of a panel at least.
SHORTEST = 1.75
TITLE, TICKS, BETWEEN, MARGIN = 0.3, 0.28, 0.14, 0.08
#: Inches right of the panels: for labels beside the marks, for more and longer ones.
FEW_LABELS, LABELS = 1.1, 2.9
LONGEST_NAME = 26
NOTE_SIZE, TITLE_SIZE = 6.8, 8.5


def draw_quantities(rows: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw intervals on one logarithmic scale against their dates, one panel under the other.

    Parameters
    ----------
    rows : DataFrame
        Columns lane (the population counted), label (outlet), value (the words), low, high (NaN where no bound is
        given), low_open, high_open (whether the bound itself is excluded), date_low, date_high (dates, or ordinal
        days as of `datetime.date.toordinal`; missing where no date is known), repeated.
    styles : dict of str to OutletStyle
        By label. Numbers are substance, so that only the colour is used: hollow means repeated.
    """
    rows = in_days(rows)
    rows = _joined(rows[rows["low"].notna() | rows["high"].notna()])
    lanes = list(dict.fromkeys(rows["lane"]))[:MOST_LANES]
    groups = [rows[rows["lane"] == lane].head(MOST_MARKS) for lane in lanes]
    with mpl.rc_context(STYLE):
        scale = scale_of(pd.concat(groups)) if groups else Scale((0.0, 1.0), (0.0, 1.0), log=False, undated=0.0)
        width, beside = _beside(groups, scale)
        heights = [
            SHORTEST if placed else max(SHORTEST, 0.3 + line_height(SIZE) * len(group))
            for group, placed in zip(groups, beside, strict=True)
        ]
        notes = wrap_text(_note(rows, log=scale.log), WIDTH - 2 * MARGIN, NOTE_SIZE) if groups else []
        foot = line_height(NOTE_SIZE) * len(notes)
        drawing, paper = sheet(2 * MARGIN + sum(heights) + len(heights) * (TITLE + TICKS + BETWEEN) + foot)
        top = MARGIN
        for lane, group, placed, height in zip(lanes, groups, beside, heights, strict=True):
            title = cut_text(str(lane), WIDTH - 2 * MARGIN, TITLE_SIZE, bold=True)
            paper.text(MARGIN, top + TITLE / 2, title, va="center_baseline", size=TITLE_SIZE, weight="bold")
            top += TITLE
            axes = draw_panel(drawing, top, height, width, scale)
            marks = placed or column_of_labels(_marks(group, scale, width, height), width, height)
            for label, quantity, mark in zip(group["label"], _quantities(group, scale), marks, strict=True):
                colour = styles[label].colour if label in styles else COLOUR
                draw_quantity(axes, quantity, colour, log=scale.log)
                _draw_label(axes, mark, width, height, colour)
            top += height + TICKS + BETWEEN
        for place, line in enumerate(notes):
            y = top + (place + 0.5) * line_height(NOTE_SIZE)
            paper.text(MARGIN, y, line, va="center_baseline", size=NOTE_SIZE, color=QUIET)
    return drawing


def _joined(rows: pd.DataFrame) -> pd.DataFrame:
    """Put outlets whose marks would cover each other on one mark, with the words of each."""
    extents = ["lane", "low", "high", "low_open", "high_open", "date_low", "date_high", "repeated"]
    same = rows.groupby(extents, sort=False, dropna=False)
    said = {name: same[name].transform(lambda each: ", ".join(dict.fromkeys(each))) for name in ("label", "value")}
    return rows.assign(**said).drop_duplicates(extents)


def _note(rows: pd.DataFrame, *, log: bool) -> str:
    """What the marks mean, of those that occur."""
    parts = ["the scale is logarithmic: each step up multiplies"] if log else []
    if (rows["high"] > rows["low"]).any():
        parts.append("upright lines: from the lowest to the highest number the words allow")
    if (rows["date_high"] > rows["date_low"]).any():
        parts.append("level lines: the date lies between their ends")
    if (rows["low_open"] & rows["low"].notna() | rows["high_open"] & rows["high"].notna()).any():
        parts.append("○ that number itself is excluded")
    if (rows["low"].isna() | rows["high"].isna()).any():
        parts.append("arrow: no bound given on this side")
    if rows["repeated"].any():
        parts.append("◇, hollow lines, ‡: repeated from another account")
    note = "; ".join(parts) or "dots: the number given"
    return note[0].upper() + note[1:] + "."


def _quantities(rows: pd.DataFrame, scale: Scale) -> list[Quantity]:
    return [
        Quantity(
            float(row.low),
            float(row.high),
            bool(row.low_open),
            bool(row.high_open),
            scale.undated if math.isnan(row.date_low) else float(row.date_low),
            scale.undated if math.isnan(row.date_high) else float(row.date_high),
            bool(row.repeated),
        )
        for row in rows.itertuples(index=False)
    ]


def _beside(groups: Sequence[pd.DataFrame], scale: Scale) -> tuple[float, list[list[Mark] | None]]:
    """The widest panels that leave room for labels beside all marks; else narrow ones, some with a column of labels."""
    placed: list[list[Mark] | None] = []
    width = WIDTH - LEFT - LABELS
    for labels_room in (FEW_LABELS, LABELS):
        width = WIDTH - LEFT - labels_room
        room = width + labels_room - MARGIN
        placed = [labels_beside(_marks(group, scale, width, SHORTEST), room, SHORTEST) for group in groups]
        if None not in placed:
            break
    return width, placed


def _marks(rows: pd.DataFrame, scale: Scale, width: float, height: float) -> list[Mark]:
    """Extents of the drawn intervals in inches from the panel's corner, each with its text."""
    names = labels([" ".join(str(name).split()) for name in rows["label"]], LONGEST_NAME)
    marks = []
    for name, value, quantity in zip(names, rows["value"], _quantities(rows, scale), strict=True):
        known = quantity.known
        left, bottom = scale.place(quantity.first, known[0])
        right, top = scale.place(quantity.last, known[-1])
        marks.append(
            Mark(
                _label(name, str(value) + (" ‡" if quantity.repeated else "")),
                left * width,
                right * width,
                bottom * height - (ARROW if math.isnan(quantity.low) else 0.0),
                top * height + (ARROW if math.isnan(quantity.high) else 0.0),
                scale.place(quantity.first, quantity.level(scale.log))[1] * height,
            )
        )
    return marks


def _label(name: str, value: str) -> str:
    """Outlet and value; where both are long, the outlet is cut first, for the value is the news."""
    room = LABELS - GUTTER - MARGIN
    value = cut_text(value, 0.7 * room, SIZE)
    return f"{cut_text(name, room - text_width(f': {value}', SIZE), SIZE)}: {value}"


def _draw_label(axes: Axes, mark: Mark, width: float, height: float, colour: str) -> None:
    if mark.line:
        xs, ys = zip(*mark.line, strict=True)
        axes.plot([x / width for x in xs], [y / height for y in ys], transform=axes.transAxes, color=colour,
                  linewidth=0.5, alpha=0.7, clip_on=False, zorder=1)  # fmt: skip
    # The text stands on paper, so that no line of the grid runs through it.
    axes.text(mark.x / width, mark.y / height, mark.text, transform=axes.transAxes, va="center_baseline", size=SIZE,
              color=colour, zorder=5, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.5})  # fmt: skip
