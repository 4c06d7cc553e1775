"""Labels of the leading marks among many: as many as find room, beside their marks or at the end of a thin line."""

import math
from collections.abc import Sequence
from itertools import product

from analysis.figures.direct_labels import HALF, SIZE, Box, Mark, beside, box_around, box_of_label
from analysis.figures.sheet import line_height, text_width

#: Inches from a mark to the end of its line, and the line's directions, to try in this order.
AWAY = (0.12, 0.24, 0.36, 0.5, 0.66)
DIRECTIONS = ((-0.7, 0.7), (0.0, 1.0), (0.7, 0.7), (-1.0, 0.2), (1.0, -0.2), (0.7, -0.7), (0.0, -1.0), (-0.7, -0.7))
#: Inches: between the points of a line at which it is checked, and from its end to the label.
STEP, BEFORE = 0.04, 0.03


def labels_with_room(
    marks: Sequence[Mark], width: float, height: float, *, most: int, others: Sequence[Box] = ()
) -> list[Mark]:
    """Place the labels that find room, those of the first marks first; the others are left out.

    Parameters
    ----------
    marks : sequence of Mark
        Without places, the most important first.
    width, height : float
        Of the room, in inches.
    most : int
        Labels to place.
    others : sequence of Box
        What else is drawn, on which no label may stand.

    Returns
    -------
    list of Mark
        Those with a place; a label away from its mark has a line.

    Examples
    --------
    >>> one = Mark("about 200", 1.0, 1.0, 0.5, 0.5, 0.5)
    >>> 1 < len(labels_with_room([one] * 12, 3, 1, most=12)) < 12
    True
    """
    placed: list[Mark] = []
    drawn, labels = [*(box_around(mark) for mark in marks), *others], list[Box]()
    for mark in marks:
        if len(placed) == most:
            break
        free = beside(mark, width, height, [*drawn, *labels]) or _away(mark, width, height, drawn, labels, marks)
        if free is not None:
            placed.append(free)
            labels += [box_of_label(free), *_along(free.line)]
    return placed


def _away(
    mark: Mark, width: float, height: float, drawn: Sequence[Box], labels: Sequence[Box], marks: Sequence[Mark]
) -> Mark | None:
    """The mark with a label away from it, its line across no label; across no other mark either, if that can be."""
    dots = [Box(other.left, other.right, other.bottom, other.top) for other in marks if other != mark]
    for crossed in ([*labels, *dots], labels):
        for distance, (right, up) in product(AWAY, DIRECTIONS):
            away = _at_a_line(mark, distance, right, up)
            box = box_of_label(away)
            clear = box.inside(width, height) and not any(box.meets(other) for other in (*drawn, *labels))
            if clear and not any(point.meets(other) for point, other in product(_along(away.line), crossed)):
                return away
    return None


def _at_a_line(mark: Mark, distance: float, right: float, up: float) -> Mark:
    """The line ends at the nearer end of the label; straight above or below, at the middle of its edge."""
    middle, wide, half = (mark.left + mark.right) / 2, text_width(mark.text, SIZE), line_height(SIZE) / 2
    radius = (mark.right - mark.left) / 2 + HALF
    end = (middle + right * (radius + distance), mark.level + up * (radius + distance))
    line = ((middle + right * radius, mark.level + up * radius), end)
    if not right:
        return mark._replace(x=end[0] - wide / 2, y=end[1] + math.copysign(half, up), line=line)
    return mark._replace(x=end[0] + BEFORE if right > 0 else end[0] - BEFORE - wide, y=end[1], line=line)


def _along(line: Sequence[tuple[float, float]]) -> list[Box]:
    """Small boxes on a line, dense enough that no label slips through."""
    if not line:
        return []
    (x0, y0), (x1, y1) = line[0], line[-1]
    steps = max(int(math.hypot(x1 - x0, y1 - y0) / STEP), 1)
    points = [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
    return [Box(x - STEP / 4, x + STEP / 4, y - STEP / 4, y + STEP / 4) for x, y in points]
