"""Rates here against rates elsewhere: how often a text uses each of its terms, and how often the others do."""

from collections.abc import Mapping, Sequence

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.direct_labels import SIZE
from analysis.figures.outlets import OutletStyle
from analysis.figures.panels import HEADING, articles_in_order, draw_heading, panel_at
from analysis.figures.rate_places import (
    LARGEST,
    Place,
    Scale,
    diagonal,
    diameter,
    dot_box,
    mark_of,
    places_of,
    places_to_label,
    scale_of,
)
from analysis.figures.rates_key import KEY, draw_key
from analysis.figures.scattered_labels import labels_with_room
from analysis.figures.sheet import POINTS, line_height, sheet, text_width
from analysis.figures.style import GREY, PAPER, QUIET, STYLE, WIDTH

MOST_PANELS, MOST_LABELS = 12, 8
#: Places tried before the rest, which are less and less telling, are left without a label.
MOST_TRIED = 40
#: Up to so many panels stand two in a line, more of them three; a single one is no larger than this, in inches.
FEW_PANELS, WIDEST = 4, 5.0
#: Inches left of the panels, under each, between them, around all; the band for terms that stand nowhere else.
LEFT, UNDER, BETWEEN, MARGIN, BAND = 0.5, 0.26, 0.24, 0.1, LARGEST + 0.06
TICK_SIZE, AXIS_SIZE = 7.5, 7.5
BAND_COLOUR, NONE = "#f3f5f7", "none"


def draw_rates(rows: pd.DataFrame, styles: Mapping[str, OutletStyle]) -> Figure:
    """Draw every term of an article at its rates, one panel per article, all on one scale.

    Above the diagonal stands what the text says more often than the others; terms of the same two rates, most of
    them words that occur once or twice, are one dot with an area for their number.

    Parameters
    ----------
    rows : DataFrame
        Columns article, outlet, term, rate_per_1000 (above 0), rate_elsewhere (0 where no other account has the term,
        NaN where there is none to compare with, which is not drawn), verdict.
    styles : dict of str to OutletStyle
    """
    rows = rows[(rows["rate_per_1000"] > 0) & rows["rate_elsewhere"].notna()]
    articles = articles_in_order(rows)[:MOST_PANELS]
    groups = [rows[rows["article"] == article] for article in articles]
    panels = [places_of(group) for group in groups]
    most = max((len(place.terms) for places in panels for place in places), default=1)
    across = _across(len(articles))
    width = min(WIDEST, (WIDTH - LEFT - MARGIN - (across - 1) * BETWEEN) / across)
    scale = scale_of([place for places in panels for place in places], BAND, width - BAND)
    with mpl.rc_context(STYLE):
        each, foot = HEADING + scale.side + UNDER, line_height(AXIS_SIZE)
        drawing, paper = sheet(2 * MARGIN + -(-len(articles) // across) * each + foot + KEY)
        for place, (group, places) in enumerate(zip(groups, panels, strict=True)):
            first, style = group.iloc[0], styles[group["outlet"].iloc[0]]
            left, top = LEFT + place % across * (width + BETWEEN), MARGIN + HEADING + place // across * each
            draw_heading(paper, (left, top), width, first["outlet"], first["article"])
            axes = panel_at(drawing, left, top, width, scale.side)
            _draw_scale(axes, scale, numbers=place % across == 0, words=place + across >= len(articles))
            _draw_places(axes, places, style, scale, most)
            _draw_labels(axes, places, style, scale, most)
        foreign = any(styles[group["outlet"].iloc[0]].foreign for group in groups)
        draw_key(paper, drawing.get_figheight() - MARGIN - KEY, most, foreign=foreign)
    return drawing


def _across(panels: int) -> int:
    return 1 if panels <= 1 else 2 if panels <= FEW_PANELS else 3


def _draw_scale(axes: Axes, scale: Scale, *, numbers: bool, words: bool) -> None:
    """Powers of ten on both axes in inches, the band and the diagonal."""
    axes.set_xlim(0, scale.width)
    axes.set_ylim(0, scale.side)
    axes.axvspan(0, scale.band, color=BAND_COLOUR, linewidth=0, zorder=0)
    axes.plot([scale.band, scale.width], [0, scale.side], color=QUIET, linewidth=0.8, zorder=1)
    ticks = [(scale.along(10.0**power), f"{10.0**power:,.10g}") for power in range(-6, 4)]
    ticks = [(place, text) for place, text in ticks if 0 <= place <= scale.side]
    axes.set_yticks([y for y, _ in ticks], [text if numbers else "" for _, text in ticks])
    edge = scale.band / 2 + text_width(NONE, TICK_SIZE) / 2 + 0.08
    across = [(scale.band + x, text) for x, text in ticks]
    shown = [text if x - text_width(text, TICK_SIZE) / 2 > edge else "" for x, text in across]
    axes.set_xticks([scale.band / 2, *(x for x, _ in across)], [NONE, *shown])
    axes.tick_params(labelsize=TICK_SIZE, labelcolor=QUIET)
    axes.grid(visible=True)
    axes.spines["left"].set_visible(True)
    if numbers:
        axes.set_ylabel("per 1,000 words here", size=AXIS_SIZE, color=QUIET)
        axes.yaxis.set_label_coords(-0.36 / scale.width, 0.5)
    if words:
        axes.set_xlabel("per 1,000 words elsewhere", size=AXIS_SIZE, color=QUIET)
        axes.xaxis.set_label_coords(0.5, -(UNDER + 0.02) / scale.side)


def _draw_places(axes: Axes, places: Sequence[Place], style: OutletStyle, scale: Scale, most: int) -> None:
    for distinctive in (False, True):
        own = [place for place in places if place.distinctive is distinctive]
        if not own:
            continue
        xs, ys = zip(*(scale.at(place) for place in own), strict=True)
        areas = [(POINTS * diameter(place, most)) ** 2 for place in own]
        if not distinctive:
            axes.scatter(xs, ys, s=areas, facecolor=GREY, edgecolor=GREY, linewidth=0.5, alpha=0.45, zorder=2)
        elif style.foreign:
            axes.scatter(xs, ys, s=areas, facecolor=PAPER, edgecolor=style.colour, linewidth=1.3, zorder=3)
        else:
            # A rim of paper keeps neighbours apart.
            axes.scatter(xs, ys, s=areas, facecolor=style.colour, edgecolor=PAPER, linewidth=0.5, zorder=3)


def _draw_labels(axes: Axes, places: Sequence[Place], style: OutletStyle, scale: Scale, most: int) -> None:
    chosen = {mark_of(place, scale, most): place for place in places_to_label(places)[:MOST_TRIED]}
    others = [*(dot_box(place, scale, most) for place in places), *diagonal(scale)]
    for mark in labels_with_room(list(chosen), scale.width, scale.side, most=MOST_LABELS, others=others):
        place = chosen[mark._replace(x=0.0, y=0.0, line=())]
        colour = style.colour if place.distinctive else QUIET
        axes.text(mark.x, mark.y, mark.text, va="center_baseline", size=SIZE, zorder=4, color=colour)
        if mark.line:
            xs, ys = zip(*mark.line, strict=True)
            axes.plot(xs, ys, color=colour, linewidth=0.5, zorder=2)
        if not place.distinctive:
            # A rim shows which of the faint dots is meant.
            (x, y), across = scale.at(place), POINTS * diameter(place, most)
            axes.plot(x, y, "o", markersize=across, color=QUIET, fillstyle="none", markeredgewidth=0.7, zorder=3)
