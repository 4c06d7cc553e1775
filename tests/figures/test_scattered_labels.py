"""Labels of the leading marks among many: as many as find room, none on another or on a mark."""

from itertools import combinations

import pytest

from analysis.figures.direct_labels import Box, Mark, box_around, box_of_label
from analysis.figures.scattered_labels import labels_with_room


def mark(x, y, text="about 200"):
    return Mark(text, x, x, y, y, y)


def scattered(count):
    return [mark(0.3 + (i * 37 % 100) / 50, 0.2 + (i * 61 % 100) / 60, f"term {i}") for i in range(count)]


def test_a_lone_label_stands_beside_its_mark_without_a_line():
    (placed,) = labels_with_room([mark(1, 0.5)], 3, 1, most=8)
    assert placed.line == ()
    assert placed.y == 0.5


def test_where_there_is_no_room_beside_a_line_leads_to_the_label():
    crowd = [Box(0.7, 1.3, 0.6, 0.95), Box(1.05, 3, 0, 0.95), Box(0, 0.95, 0, 0.95)]
    (placed,) = labels_with_room([mark(1, 0.5)], 3, 3, most=1, others=crowd)
    assert placed.line
    assert not any(box_of_label(placed).meets(box) for box in crowd)


@pytest.mark.parametrize("count", [2, 12, 60, 200])
def test_labels_meet_neither_labels_nor_marks_nor_the_frame(count):
    marks = scattered(count)
    placed = labels_with_room(marks, 2.4, 2.1, most=8)
    boxes = [box_of_label(one) for one in placed]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert not any(box.meets(box_around(one)) for box in boxes for one in marks)
    assert all(box.inside(2.4, 2.1) for box in boxes)


def test_the_first_marks_come_first_and_no_more_than_wanted():
    placed = labels_with_room(scattered(12), 4, 4, most=3)
    assert [one.text for one in placed] == ["term 0", "term 1", "term 2"]


def test_marks_that_find_no_room_are_left_out():
    assert labels_with_room([mark(1, 0.5, "a very long label indeed")], 1.2, 1, most=1) == []
