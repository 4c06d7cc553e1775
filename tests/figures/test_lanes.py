"""The way of each file, one lane per file in the given order, files of one origin on one ground."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

from analysis.figures.lanes import HEADS, MOST_LANES, Chain, draw_chains

CHAINS = [
    Chain("one", ["Own"], "Own", "one"),
    Chain("one-short", ["Own"], "Own", "one"),
    Chain("two", ["Foreign", "a translator"], "Foreign", "two", "translated"),
]
LINKS = pd.DataFrame(
    [
        ("one-short", "one", True, True, "excerpt, stated"),
        ("two", "one", False, False, "follows, inferred"),
        ("two", "elsewhere", False, False, "not drawn"),
    ],
    columns=["article", "origin", "stated", "directed", "label"],
)


@pytest.fixture
def axes(styles):
    return draw_chains(CHAINS, LINKS, styles).axes[0]


def labels(axes, *, but=()):
    found = [(text.get_position(), " ".join(text.get_text().split())) for text in axes.texts if text.get_text()]
    ordered = [label for _, label in sorted(found, key=lambda item: (-item[0][1], item[0][0]))]
    return [label for label in ordered if label not in but]


SAID = [*LINKS["label"], *HEADS, "what was taken over"]


def test_each_lane_reads_from_the_writer_to_the_file_with_its_note(axes):
    assert labels(axes, but=SAID) == [
        "Own", "one", "Own", "one-short", "Foreign", "a translator", "two (translated)",
    ]  # fmt: skip


def test_lanes_keep_the_order_in_which_they_are_given(styles):
    drawn = labels(draw_chains(CHAINS[::-1], LINKS, styles).axes[0], but=SAID)
    assert [label for label in drawn if label.startswith(("one", "two"))] == ["two (translated)", "one-short", "one"]


def test_every_column_and_the_links_have_a_head(axes):
    assert labels(axes)[:4] == [*HEADS, "what was taken over"]


def test_without_a_link_or_a_hand_between_there_is_no_head_for_it(styles):
    assert labels(draw_chains(CHAINS[:2], LINKS.iloc[:0], styles).axes[0])[:3] == [HEADS[0], HEADS[2], "Own"]


def test_a_link_says_what_was_taken_over_and_only_where_both_files_are_drawn(axes):
    assert [label for label in labels(axes) if label in set(LINKS["label"])] == ["excerpt, stated", "follows, inferred"]


def test_only_files_of_one_origin_stand_on_one_ground(axes):
    grounds = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    (ground,) = grounds
    assert (ground.get_y(), ground.get_y() + ground.get_height()) == (0.5, 2.5)


def test_a_drawing_with_labels_is_legible(styles, legible):
    legible(draw_chains(CHAINS, LINKS, styles))


def test_a_link_is_drawn_only_between_files_with_an_arrow_where_the_direction_is_known(axes):
    arrows = [text.arrow_patch for text in axes.texts if isinstance(text, Annotation)]
    ways, links = arrows[:4], arrows[4:]
    assert len(ways) == 4
    assert [type(link.get_arrowstyle()).__name__ for link in links] == ["CurveFilledB", "Curve"]
    assert [link.get_linestyle() == "solid" or link.get_linestyle() == "-" for link in links] == [True, False]


def test_the_box_of_foreign_wording_is_hatched(axes):
    hatched = [patch.get_hatch() for patch in axes.patches if hasattr(patch, "get_boxstyle")]
    assert len([hatch for hatch in hatched if hatch]) == 1


def test_many_files_are_cut(styles):
    many = [Chain(f"file-{i:03}", ["Own"], "Own", f"file-{i:03}") for i in range(MOST_LANES + 5)]
    drawn = labels(draw_chains(many, LINKS.iloc[:0], styles).axes[0])
    assert len([label for label in drawn if label.startswith("file-")]) == MOST_LANES
