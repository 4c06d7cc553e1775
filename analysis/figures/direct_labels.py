"""Labels beside marks: next to each while all find room, else in a column joined to the marks by thin lines."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.figures.sheet import line_height, text_width

SIZE = 7.5
#: Inches between a mark and its label, around labels, from the panel to the column of labels.
BESIDE, AROUND, GUTTER = 0.09, 0.02, 0.3
#: Inches by which a mark is thicker than its line.
HALF = 0.05


class Mark(NamedTuple):
    """A label, its mark's extent and level in inches from the lower left corner, and where the label stands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    level: float
    x: float = 0.0
    y: float = 0.0
    line: tuple[tuple[float, float], ...] = ()


class Box(NamedTuple):
    """A place that is taken."""

    left: float
    right: float
    bottom: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Whether two places overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def inside(self, width: float, height: float) -> bool:
        """Whether the place lies in a room that begins at the lower left corner."""
        return self.left >= 0 and self.right <= width and self.bottom >= 0 and self.top <= height


def labels_beside(marks: Sequence[Mark], width: float, height: float) -> list[Mark] | None:
    """Place each label right of, above, below or left of its mark, clear of all marks and labels.

    Parameters
    ----------
    marks : sequence of Mark
        Without places.
    width, height : float
        Of the room, in inches.

    Returns
    -------
    list of Mark or None
        None where not all labels find room.

    Examples
    --------
    >>> one = Mark("about 200", 1.0, 1.0, 0.5, 0.5, 0.5)
    >>> labels_beside([one], 3, 1)[0].x > 1.0, labels_beside([one] * 12, 3, 1)
    (True, None)
    """
    taken = [box_around(mark) for mark in marks]
    placed: list[Mark] = []
    for mark in marks:
        free = beside(mark, width, height, taken)
        if free is None:
            return None
        placed.append(free)
        taken.append(box_of_label(free))
    return placed


def beside(mark: Mark, width: float, height: float, taken: Sequence[Box]) -> Mark | None:
    """Return the mark with the first place next to it where its label is inside the room and on nothing taken."""
    for x, y in _candidates(mark):
        placed = mark._replace(x=x, y=y)
        box = box_of_label(placed)
        if box.inside(width, height) and not any(box.meets(other) for other in taken):
            return placed
    return None


def box_around(mark: Mark) -> Box:
    """Return the room that a mark takes, its line's thickness included."""
    return Box(mark.left - HALF, mark.right + HALF, mark.bottom - HALF, mark.top + HALF)


def box_of_label(mark: Mark) -> Box:
    """Return the room that the label of a placed mark takes."""
    half = line_height(SIZE) / 2
    return Box(mark.x - AROUND, mark.x + text_width(mark.text, SIZE) + AROUND, mark.y - half, mark.y + half)


def _candidates(mark: Mark) -> list[tuple[float, float]]:
    wide, half = text_width(mark.text, SIZE), line_height(SIZE) / 2
    middle = (mark.left + mark.right) / 2
    right, left = mark.right + BESIDE, mark.left - BESIDE - wide
    above, below = mark.top + HALF + half + 0.03, mark.bottom - HALF - half - 0.03
    sides = [(right, mark.level), (right, mark.top), (right, mark.bottom), (left, mark.level), (left, mark.top)]
    over = [(x, y) for y in (above, below) for x in (middle - wide / 2, mark.left)]
    return [*sides, (left, mark.bottom), *over]


def column_of_labels(marks: Sequence[Mark], width: float, height: float) -> list[Mark]:
    """Place labels one under the other right of a panel, as near to the height of their marks as they can stand.

    Parameters
    ----------
    marks : sequence of Mark
        Without places.
    width, height : float
        Of the panel, in inches; it should be as high as its labels.

    Returns
    -------
    list of Mark
        In the order given.
    """
    step = line_height(SIZE)
    order = sorted(range(len(marks)), key=lambda i: (-marks[i].level, -marks[i].right, i))
    heights: dict[int, float] = {}
    y = height + step / 2
    for place in order:
        # Never above the mark if that is not needed, never so low that those that follow find no room.
        remaining = len(order) - len(heights)
        y = min(y - step, max(marks[place].level, (remaining - 0.5) * step))
        heights[place] = y
    return [_joined(mark, width + GUTTER, heights[i], width) for i, mark in enumerate(marks)]


def _joined(mark: Mark, x: float, y: float, edge: float) -> Mark:
    line = ((mark.right + HALF, mark.level), (edge, mark.level), (x - 0.05, y))
    return mark._replace(x=x, y=y, line=line)
