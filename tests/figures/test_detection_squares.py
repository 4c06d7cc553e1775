"""A square per item: where it stands, how dark it is, what is counted."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from analysis.figures.detection_squares import NAMED, STATES, draw_detection

COLUMNS = ["item", "type", "severity", "state"]
ROWS = pd.DataFrame(
    [
        ("n1", "name", 0, "found"),
        ("q1", "quantity", 3, "missed"),
        ("q2", "quantity", 1, "missed"),
        ("q3", "quantity", 2, "found"),
        ("q4", "quantity", np.nan, "false"),
    ],
    columns=COLUMNS,
)


def many(count):
    states, kinds = list(STATES), ["quantity", "correction", "attribution", "label", "quotation"]
    rows = [(f"item-{i:04}", kinds[i * 3 % 5], i % 4, states[i * 7 % 11 % 5]) for i in range(count)]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.fixture
def axes():
    return draw_detection(ROWS).axes[0]


def places(axes):
    return {text.get_text(): text.get_position() for text in axes.texts}


def squares(axes):
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def test_the_type_with_most_missed_comes_first_and_the_missed_stand_first(axes):
    at = places(axes)
    assert at["quantity"][1] < at["name"][1]
    assert at["q1"][0] < at["q2"][0] < at["q3"][0] < at["q4"][0]
    assert at["q1"][1] == at["q3"][1]


def test_each_state_has_its_words_above_its_squares(axes):
    at = places(axes)
    assert at["missed"][0] < at["q1"][0] < at["found"][0] < at["q3"][0]
    assert at["found"][0] < at["n1"][0]
    assert "not looked for" not in at


def test_darkness_follows_severity_and_what_is_unrated_is_dashed(axes):
    shown = [text.get_text() for text in axes.texts if text.get_text() in set(ROWS["item"])]
    faces = dict(zip(shown, [to_hex(square.get_facecolor()) for square in squares(axes)], strict=True))
    assert faces["q1"] == STATES["missed"][1][3]
    assert faces["q2"] == STATES["missed"][1][1]
    assert faces["n1"] == STATES["found"][1][0]
    dashed = [square for square in squares(axes) if square.get_linestyle() != "-" and square.get_linestyle() != "solid"]
    assert len(dashed) == 1


def test_counts_stand_at_the_end_of_the_row(axes, written):
    texts = written(axes)
    assert {"1 of 3 found", "1 of 1 found", "1 wrong"} <= set(texts)


def test_a_type_known_only_from_candidates_is_not_counted_as_missed(written):
    rows = pd.DataFrame([("x", "label", np.nan, "unlinked")], columns=COLUMNS)
    assert "none in ledger" in written(draw_detection(rows).axes[0])


def test_items_are_named_while_there_is_room(written):
    def named(count):
        return sum(text.startswith(("item-", "…")) for text in written(draw_detection(many(count)).axes[0]))

    assert named(NAMED) == NAMED
    assert named(NAMED + 1) == 0


@pytest.mark.parametrize("count", [1, 12, NAMED, 300, 2000])
def test_every_item_has_a_square_and_none_covers_another(count, legible):
    drawing = draw_detection(many(count))
    found = squares(drawing.axes[0])
    assert len(found) == count
    assert len({(round(square.get_x(), 4), round(square.get_y(), 4)) for square in found}) == count
    legible(drawing)


def test_long_ids_and_types_keep_to_their_place(legible):
    rows = many(40).assign(type="a very long name of a type of discrepancy")
    legible(draw_detection(rows.assign(item=["the harbour item number " + item for item in rows["item"]])))


def test_an_empty_ledger_can_be_drawn(legible):
    legible(draw_detection(ROWS.iloc[:0]))
