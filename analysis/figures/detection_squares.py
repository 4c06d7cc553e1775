"""Can the machine be trusted: a square per item of the ledger and per wrong candidate, a row per type."""

from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures.column_heads import GAP
from analysis.figures.sheet import line_height, sheet, text_width, wrap_text
from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, WIDTH

#: States in the order drawn, each with the words above its squares and its colour from slight to severe.
STATES = {
    "missed": ("missed", ("#f6d5cb", "#e79c86", "#c8553d", "#8a2a17")),
    "not looked for": ("not looked for", ("#e9e2cf", "#d0bf90", "#a68a3c", "#6b5719")),
    "found": ("found", ("#d3e5e0", "#94c3b6", "#3f8f7c", "#15574a")),
    "false": ("reported, but wrong", ("#dcdfe4", "#b4bac3", "#7b8490", "#474f5a")),
    "unlinked": ("reported, not in the ledger", (PAPER, PAPER, PAPER, PAPER)),
}
LEDGER = ("missed", "not looked for", "found")
#: Severity from which the number stands in white.
DARK = 2
#: Up to so many squares their side in inches; items are named in the first size only.
SIDES = ((100, 0.31), (400, 0.17), (1500, 0.1))
TINY = 0.06
NAMED = 100
#: Inches: left and right of the squares, between states, rows and squares.
LEFT, RIGHT, APART, ROWS, BETWEEN = 1.15, 1.2, 0.16, 0.12, 0.02
SIZE, HEAD_SIZE, ID_SIZE, SMALLEST_ID, NOTE_SIZE = 8.0, 7.0, 6.2, 4.6, 6.8
MARGIN = 0.08


class Block(NamedTuple):
    """The place of one state in all rows: its left edge in inches, and how many squares stand side by side."""

    state: str
    left: float
    across: int
    head: list[str]


def draw_detection(rows: pd.DataFrame) -> Figure:
    """Draw squares by type and state, what was missed first, the darker the more severe.

    Parameters
    ----------
    rows : DataFrame
        Columns item, type, severity (0 to 3, NaN where nobody rated it) and state: "missed", "not looked for" or
        "found" for an item of the ledger, "false" (a decoy, or wrong) or "unlinked" for a candidate without one.
    """
    rows = rows[rows["state"].isin(list(STATES))]
    counts = pd.crosstab(rows["type"], rows["state"]).reindex(columns=list(STATES), fill_value=0)
    order = sorted(counts.index, key=lambda t: (-counts.loc[t, "missed"], -counts.loc[t].sum(), t))
    with mpl.rc_context(STYLE):
        side = next((size for most, size in SIDES if len(rows) <= most), TINY)
        blocks = _blocks(counts, side)
        lines = {t: max([-(-int(counts.loc[t, b.state]) // b.across) for b in blocks] + [1]) for t in order}
        heights = {t: max(lines[t] * (side + BETWEEN), 2 * line_height(SIZE)) + ROWS for t in order}
        head = line_height(HEAD_SIZE) * max((len(block.head) for block in blocks), default=0) + GAP
        drawing, axes = sheet(2 * MARGIN + head + sum(heights.values()) + 2 * GAP + 2 * line_height(NOTE_SIZE))
        for block in blocks:
            for place, line in enumerate(block.head):
                y = MARGIN + head - GAP - (len(block.head) - place - 0.5) * line_height(HEAD_SIZE)
                axes.text(block.left, y, line, va="center_baseline", size=HEAD_SIZE, weight="bold", color=INK)
        top = MARGIN + head
        for kind in order:
            own = rows[rows["type"] == kind]
            axes.plot([GAP, WIDTH - GAP], [top, top], color=RULE, linewidth=0.6, zorder=0)
            _draw_ends(axes, kind, counts.loc[kind], top + ROWS / 2)
            for block in blocks:
                items = own[own["state"] == block.state].sort_values(["severity", "item"], ascending=[False, True])
                for place, item in enumerate(items.itertuples(index=False)):
                    x = block.left + (place % block.across) * (side + BETWEEN)
                    y = top + ROWS / 2 + (place // block.across) * (side + BETWEEN)
                    _draw_square(axes, (x, y), side, item, named=len(rows) <= NAMED)
            top += heights[kind]
        _draw_note(axes, rows, top + GAP)
    return drawing


def _blocks(counts: pd.DataFrame, side: float) -> list[Block]:
    """Share the width among the states that occur: room for the fullest row of each, as far as it goes."""
    widest = {state: int(counts[state].max()) for state in STATES if len(counts) and counts[state].max() > 0}
    heads = {
        state: max(text_width(word, HEAD_SIZE, bold=True) for word in STATES[state][0].split()) for state in widest
    }
    least = {state: max(1, -(-int(1000 * heads[state]) // int(1000 * (side + BETWEEN)))) for state in widest}
    room = int((WIDTH - LEFT - RIGHT - APART * len(widest)) / (side + BETWEEN))
    across = dict(least)
    # One column after the other goes to the state whose rows would be the highest.
    for _ in range(room - sum(least.values())):
        if widest:
            across[max(widest, key=lambda state: widest[state] / across[state])] += 1
    blocks, left = [], LEFT
    for state, most in widest.items():
        columns = max(least[state], min(across[state], most))
        wide = columns * (side + BETWEEN)
        lines = wrap_text(STATES[state][0], wide + APART - 0.06, HEAD_SIZE, bold=True)
        blocks.append(Block(state, left, columns, lines))
        left += wide + APART
    return blocks


def _draw_ends(axes: Axes, kind: str, counts: pd.Series, top: float) -> None:
    """The type on the left, on the right how many were found."""
    for place, line in enumerate(wrap_text(kind, LEFT - 3 * GAP, SIZE, 2)):
        y = top + (place + 0.5) * line_height(SIZE)
        axes.text(GAP, y, line, va="center_baseline", size=SIZE, weight="normal", color=INK)
    known = int(counts[list(LEDGER)].sum())
    texts = [f"{int(counts['found'])} of {known} found" if known else "none in ledger"]
    if counts["false"]:
        texts.append(f"{int(counts['false'])} wrong")
    for place, text in enumerate(texts):
        y = top + (place + 0.5) * line_height(SIZE)
        colour = INK if place == 0 and known else QUIET
        axes.text(WIDTH - GAP, y, text, ha="right", va="center_baseline", size=SIZE, color=colour)


def _draw_square(axes: Axes, at: tuple[float, float], side: float, item: object, *, named: bool) -> None:
    state, severity = str(getattr(item, "state", "")), getattr(item, "severity", float("nan"))
    rated = not pd.isna(severity)
    level = min(max(int(severity), 0), 3) if rated else 0
    tones = STATES[state][1]
    # What nobody rated, or what the ledger does not hold, has a dashed outline.
    firm = rated and state != "unlinked"
    axes.add_patch(
        Rectangle(at, side, side, facecolor=tones[level] if rated else PAPER, edgecolor=tones[3] if firm else QUIET,
                  linewidth=0.5, linestyle="solid" if firm else (0, (2, 1.5)))
    )  # fmt: skip
    if named:
        colour = PAPER if level >= DARK and state != "unlinked" else INK
        text, size = _id(str(getattr(item, "item", "")), side - 0.03)
        x, y = at[0] + side / 2, at[1] + side / 2
        axes.text(x, y, text, ha="center", va="center_baseline", size=size, color=colour)


def _id(text: str, room: float) -> tuple[str, float]:
    """An id that fits its square: smaller type, or the end of it, which tells ids apart."""
    text = " ".join(text.split())
    size = min(ID_SIZE, ID_SIZE * room / max(text_width(text, ID_SIZE), 1e-9))
    while size < SMALLEST_ID and len(text) > 1:
        text = "…" + text.lstrip("…")[1:]
        size = min(ID_SIZE, ID_SIZE * room / text_width(text, ID_SIZE))
    return text, max(size, SMALLEST_ID)


def _draw_note(axes: Axes, rows: pd.DataFrame, top: float) -> None:
    parts = ["The darker, the more severe (0 to 3 of three questions answered yes)."]
    if rows["severity"].isna().any() or (rows["state"] == "unlinked").any():
        parts.append("Dashed: not rated, or not in the ledger.")
    for place, line in enumerate(wrap_text(" ".join(parts), WIDTH - 2 * GAP, NOTE_SIZE, 2)):
        y = top + (place + 0.5) * line_height(NOTE_SIZE)
        axes.text(GAP, y, line, va="center_baseline", size=NOTE_SIZE, color=QUIET)
