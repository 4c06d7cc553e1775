"""Many files by origin: a row for each lineage, a square for each file, and how many stand alone."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from analysis.figures.origin_groups import LONGEST_LABEL, MOST_GROUPS, SHADES, SQUARES, Group, draw_groups

GROUPS = [Group("Herald", {"follows": 2, "identical": 1}), Group("Gazette", {"reworded": 1})]


def squares(axes):
    """The shades of each row's squares from left to right, rows from top to bottom."""
    boxes = sorted((patch for patch in axes.patches if isinstance(patch, Rectangle)), key=lambda box: box.get_x())
    rows = sorted({round(box.get_y(), 3) for box in boxes}, reverse=True)
    return [[to_hex(box.get_facecolor()) for box in boxes if round(box.get_y(), 3) == row] for row in rows]


def test_a_row_has_a_square_for_each_file_with_what_it_is_named_by_first(legible, written):
    drawing = draw_groups(GROUPS, 4)
    assert squares(drawing.axes[0]) == [
        [SHADES["first"], SHADES["identical"], SHADES["follows"], SHADES["follows"]],
        [SHADES["first"], SHADES["reworded"]],
    ]
    assert written(drawing.axes[0]) == [
        "Herald", "1 identical · 2 follows", "Gazette", "1 reworded", "4 files share an origin with no other",
    ]  # fmt: skip
    legible(drawing)


def test_copies_stand_before_what_only_follows_whatever_the_order_of_counts(written):
    counts = {name: 1 for name in reversed(SHADES) if name != "first"}
    (_, said, _) = written(draw_groups([Group("Herald", counts)], 0).axes[0])
    assert said == "1 identical · 1 excerpt · 1 republished · 1 reworded · 1 follows"


def test_a_relation_without_a_file_is_not_said(written):
    assert "0" not in written(draw_groups([Group("Herald", {"identical": 0, "follows": 1})], 1).axes[0])[1]


def test_a_long_row_is_cut_and_its_numbers_are_not(legible, written):
    drawing = draw_groups([Group("Herald", {"identical": 3 * SQUARES})], 0)
    assert [len(row) for row in squares(drawing.axes[0])] == [SQUARES]
    assert f"{3 * SQUARES} identical" in written(drawing.axes[0])
    legible(drawing)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (MOST_GROUPS, "7 files share an origin with no other"),
        (MOST_GROUPS + 3, "3 more origins of several files; 7 files share an origin with no other"),
    ],
)
def test_origins_that_find_no_room_are_counted(legible, written, groups, said):
    drawing = draw_groups([Group(f"Outlet {n}", {"follows": 1}) for n in range(groups)], 7)
    assert len(squares(drawing.axes[0])) == MOST_GROUPS
    assert written(drawing.axes[0])[-1] == said
    legible(drawing)


def test_without_a_group_the_single_files_are_said(written):
    assert written(draw_groups([], 60).axes[0]) == ["60 files share an origin with no other"]


def test_a_long_name_is_shortened_and_dollars_stay_dollars(legible, written):
    drawing = draw_groups([Group("The $x^2$ Herald of " + "Port " * 20, {"follows": 1})], 0)
    (label, *_) = written(drawing.axes[0])
    assert label.startswith("The $x^2$ Herald")
    assert len(label) <= LONGEST_LABEL
    legible(drawing)
