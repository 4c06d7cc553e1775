"""Labels beside their marks, or in a column where there are too many."""

from itertools import pairwise

import pytest

from analysis.figures.direct_labels import Mark, column_of_labels, labels_beside
from analysis.figures.sheet import line_height, text_width


def mark(x, y, text="about 200"):
    return Mark(text, x, x, y, y, y)


def boxes(marks):
    half = line_height(7.5) / 2
    return [(m.x, m.x + text_width(m.text, 7.5), m.y - half, m.y + half) for m in marks]


def meet(one, other):
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] - 1e-9 and other[2] < one[3] - 1e-9


def test_a_lone_label_stands_right_of_its_mark_at_its_level():
    (placed,) = labels_beside([mark(1, 0.5)], 3, 1)
    assert placed.y == 0.5
    assert 1 < placed.x < 1.2


def test_at_the_right_edge_it_stands_on_the_left():
    (placed,) = labels_beside([mark(2.9, 0.5)], 3, 1)
    assert placed.x + text_width(placed.text, 7.5) < 2.9


def test_labels_keep_clear_of_each_other_and_of_marks():
    marks = [mark(1, 0.5), mark(1.2, 0.5), mark(1.1, 0.8)]
    placed = labels_beside(marks, 4, 1.5)
    places = boxes(placed)
    assert not any(meet(a, b) for i, a in enumerate(places) for b in places[i + 1 :])
    assert not any(a[0] < m.left < a[1] and a[2] < m.level < a[3] for a in places for m in marks)


def test_marks_too_close_to_each_other_are_left_to_the_column():
    assert labels_beside([mark(1, 0.5)] * 12, 3, 1) is None


@pytest.mark.parametrize("count", [1, 7, 40])
def test_labels_in_a_column_stand_apart_inside_the_panel_in_the_order_of_levels(count):
    height = 0.3 + count * line_height(7.5)
    marks = [mark(1, (i * 7 % count) / count * height) for i in range(count)]
    placed = column_of_labels(marks, 3, height)
    assert [m.level for m in placed] == [m.level for m in marks]
    ordered = sorted(placed, key=lambda m: m.y)
    assert [m.level for m in ordered] == sorted(m.level for m in marks)
    assert all(b.y - a.y >= line_height(7.5) - 1e-9 for a, b in pairwise(ordered))
    assert ordered[0].y > 0
    assert ordered[-1].y < height + line_height(7.5) / 2


def test_labels_of_one_level_stand_under_each_other():
    heights = [m.y for m in column_of_labels([mark(1, 1.0)] * 5, 3, 2.0)]
    assert all(a - b >= line_height(7.5) - 1e-9 for a, b in pairwise(heights))
    assert min(heights) > 0


def test_a_line_runs_from_the_mark_to_its_label():
    (placed,) = column_of_labels([mark(1, 0.5)], 3, 1)
    assert placed.line[0][1] == 0.5
    assert placed.line[0][0] > 1
    assert placed.line[-1][1] == placed.y
    assert placed.line[-1][0] < placed.x
