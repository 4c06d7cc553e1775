"""Does an order hold whatever is chosen: filled for all analyses, half for some, empty for none."""

from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, Wedge

from analysis.figures.robustness import MOST_ROWS, draw_robustness
from analysis.figures.style import PAPER

COLUMNS = [
    "comparison", "choice", "option", "holding", "analyses", "survives", "held_total", "analyses_total",
]  # fmt: skip
CHOICES = {"captions": ["left out", "kept"], "window": ["50"]}
SURE, UNSURE = "words per sentence: A > B", "MATTR: A > B"
ROWS = pd.DataFrame(
    [
        (SURE, "captions", "left out", 4, 4, True, 8, 8),
        (SURE, "captions", "kept", 4, 4, True, 8, 8),
        (SURE, "window", "50", 0, 0, True, 8, 8),
        (UNSURE, "captions", "left out", 1, 4, False, 2, 8),
        (UNSURE, "captions", "kept", 0, 4, False, 2, 8),
        (UNSURE, "window", "50", 2, 8, False, 2, 8),
    ],
    columns=COLUMNS,
)
FULL = {
    "furniture": ["left out", "kept"],
    "captions": ["left out", "kept"],
    "quotations": ["left out", "kept"],
    "names": ["kept", "masked"],
    "sentences": ["by rule", "every full stop", "without fragments"],
    "window": ["50", "100"],
}
LONG = "share of words quoted: The Harbour and Inland Waterways Gazette of the Northern Provinces > Українська правда"


def grid(comparisons, choices):
    rows = []
    for i, comparison in enumerate(comparisons):
        for c, (choice, options) in enumerate(choices.items()):
            for o, option in enumerate(options):
                rows.append((comparison, choice, option, (i + c + o) % 97, 96, i % 2 == 0, 12_345, 23_456))
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.fixture
def axes():
    return draw_robustness(ROWS, CHOICES).axes[0]


def marks(axes):
    """The circles row by row, from left to right."""
    circles = sorted((patch for patch in axes.patches if isinstance(patch, Circle)),
                     key=lambda circle: (round(circle.center[1], 1), circle.center[0]))  # fmt: skip
    halves = {patch.center for patch in axes.patches if isinstance(patch, Wedge)}
    return ["half" if circle.center in halves else "empty" if to_hex(circle.get_facecolor()) == PAPER else "filled"
            for circle in circles]  # fmt: skip


def test_marks_say_all_some_or_none(axes):
    assert sorted(marks(axes)) == ["empty", "filled", "filled", "half", "half"]
    assert marks(axes)[:2] == ["filled", "filled"]


def test_where_only_some_agree_their_share_is_written(axes, written):
    assert written(axes).count("25 %") == 2


def test_a_dash_stands_where_an_option_does_not_apply_or_has_no_row(axes, written):
    assert written(axes).count("–") == 1
    assert written(draw_robustness(ROWS.iloc[[0]], CHOICES).axes[0]).count("–") == 2


def test_what_survives_is_told_by_a_mark_of_its_own(axes):
    heights = {text.get_text(): round(text.get_position()[1], 3) for text in axes.texts}
    assert heights["✓"] == heights["8 of 8"] == heights[SURE]
    assert heights["✗"] == heights["2 of 8"] == heights[UNSURE]
    assert heights["✓"] < heights["✗"]


def test_choices_stand_above_their_options_in_the_order_given(axes):
    places = {text.get_text(): text.get_position() for text in axes.texts}
    assert places["captions"][0] < places["window"][0]
    assert places["left out"][0] < places["captions"][0] < places["kept"][0] < places["50"][0]
    assert places["captions"][1] < places["left out"][1]


def test_at_most_so_many_comparisons_are_drawn(written):
    drawing = draw_robustness(grid([f"measure {i}: A > B" for i in range(MOST_ROWS + 3)], CHOICES), CHOICES)
    assert sum(text.startswith("measure") for text in written(drawing.axes[0])) == MOST_ROWS


@pytest.mark.parametrize("count", [1, 5, 12, 30])
@pytest.mark.parametrize("choices", [CHOICES, FULL, {**FULL, "tokens": list("abc"), "lemmas": ["kept", "merged"]}])
def test_nothing_overlaps_or_is_cut(count, choices, legible):
    legible(draw_robustness(grid([f"{LONG} ({i})" for i in range(count)], choices), choices))


@pytest.mark.parametrize("options", [3, 13, 24])
def test_marks_stand_apart_and_clear_of_the_totals(options):
    choices = {"option": [f"{i}" for i in range(options)]}
    axes = draw_robustness(grid([LONG], choices), choices).axes[0]
    circles = sorted((p for p in axes.patches if isinstance(p, Circle)), key=lambda circle: circle.center[0])
    assert all(a.center[0] + a.radius < b.center[0] - b.radius for a, b in pairwise(circles))
    (total,) = [text for text in axes.texts if text.get_text() == "12,345 of 23,456"]
    left = axes.transData.inverted().transform(total.get_window_extent())[0][0]
    assert circles[-1].center[0] + circles[-1].radius < left


def test_nothing_to_compare_is_an_empty_grid(legible):
    legible(draw_robustness(ROWS.iloc[:0], CHOICES))
    legible(draw_robustness(ROWS, {}))
