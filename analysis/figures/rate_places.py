"""Terms at the place of their two rates: each place once, as large as the terms there are many."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.figures.direct_labels import HALF, SIZE, Box, Mark
from analysis.figures.sheet import cut_text

#: Inches: the dot of one term at most, any dot at most and at least, a distinctive one at least.
ONE, LARGEST, SMALLEST, VISIBLE = 0.07, 0.38, 0.028, 0.075
#: Places with more common terms than this have no label; of a place's terms so many are named.
MOST_TOGETHER, NAMED = 3, 2
LONGEST_TERM = 1.2
#: Inches of the line of equal rates that a box covers.
LINE = 0.05
#: Decades of rates shown at least.
FEWEST_DECADES = 1.0


class Place(NamedTuple):
    """Terms of one rate here and one elsewhere (per 1,000 words; 0 for none)."""

    here: float
    elsewhere: float
    distinctive: bool
    terms: tuple[str, ...]


class Scale(NamedTuple):
    """Both rates on one logarithmic scale, in inches from the lower left corner; on the left a band for none."""

    low: float
    high: float
    band: float
    side: float

    @property
    def width(self) -> float:
        """Of a panel: the band and a square."""
        return self.band + self.side

    def along(self, rate: float) -> float:
        """Inches from the least rate shown."""
        return (math.log10(rate) - self.low) / (self.high - self.low) * self.side

    def at(self, place: Place) -> tuple[float, float]:
        """Where a place stands."""
        return self.band + self.along(place.elsewhere) if place.elsewhere else self.band / 2, self.along(place.here)


def places_of(rows: pd.DataFrame) -> list[Place]:
    """Put terms of the same rates together; the fullest place first, that smaller dots are drawn upon larger ones.

    Parameters
    ----------
    rows : DataFrame
        Columns term, rate_per_1000, rate_elsewhere, verdict; of one article.
    """
    keys = [rows["rate_per_1000"].round(9), rows["rate_elsewhere"].round(9), rows["verdict"] == "distinctive"]
    places = [
        Place(float(here), float(elsewhere), bool(distinctive), tuple(sorted(terms)))
        for (here, elsewhere, distinctive), terms in rows["term"].groupby([key.to_numpy() for key in keys])
    ]
    return sorted(places, key=lambda place: (place.distinctive, -len(place.terms), place))


def scale_of(places: Sequence[Place], band: float, side: float) -> Scale:
    """Return a scale on which every dot stands wholly inside."""
    rates = [rate for place in places for rate in (place.here, place.elsewhere) if rate > 0]
    low, high = math.log10(min(rates, default=1.0)), math.log10(max(rates, default=1.0))
    middle, span = (low + high) / 2, max(high - low, FEWEST_DECADES)
    span *= side / (side - LARGEST - 2 * HALF)
    return Scale(middle - span / 2, middle + span / 2, band, side)


def diameter(place: Place, most: int) -> float:
    """Inches across a dot: its area follows the number of terms, the fullest place having `most`."""
    across = min(ONE, LARGEST / most**0.5) * len(place.terms) ** 0.5
    return max(across, VISIBLE if place.distinctive else SMALLEST)


def places_to_label(places: Sequence[Place]) -> list[Place]:
    """Return the places worth a label: distinctive terms first, then the farthest from equal rates.

    Many common terms at one place have none: one of them would stand for what is true of all.
    """
    chosen = [place for place in places if place.distinctive or len(place.terms) <= MOST_TOGETHER]
    least = min((place.elsewhere for place in places if place.elsewhere), default=1.0)

    def distance(place: Place) -> float:
        return abs(math.log10(place.here / (place.elsewhere or least)))

    return sorted(chosen, key=lambda place: (not place.distinctive, -distance(place), -place.here, place.terms))


def mark_of(place: Place, scale: Scale, most: int) -> Mark:
    """Return the dot of a place with the text of its label."""
    (x, y), half = scale.at(place), diameter(place, most) / 2
    inner = max(half - HALF / 2, 0.0)
    return Mark(_text(place), x - inner, x + inner, y - inner, y + inner, y)


def dot_box(place: Place, scale: Scale, most: int) -> Box:
    """Return the room that a dot takes."""
    (x, y), half = scale.at(place), diameter(place, most) / 2
    return Box(x - half, x + half, y - half, y + half)


def diagonal(scale: Scale) -> list[Box]:
    """Return small boxes along the line of equal rates, which no label may cross."""
    steps = int(scale.side / LINE)
    ends = [LINE * (step + 0.5) for step in range(steps)]
    return [Box(scale.band + at - LINE / 2, scale.band + at + LINE / 2, at - LINE / 2, at + LINE / 2) for at in ends]


def _text(place: Place) -> str:
    named, more = place.terms[:NAMED], len(place.terms) - NAMED
    text = ", ".join(cut_text(term, LONGEST_TERM / len(named), SIZE) for term in named)
    return f"{text} +{more}" if more > 0 else text
