"""The way of each file, one lane per file, files of one account under each other."""

import pandas as pd
import pytest
from matplotlib.text import Annotation

from analysis.figures.lanes import MOST_LANES, Chain, draw_chains

CHAINS = [
    Chain("two", ["Foreign", "a translator"], "Foreign", "two"),
    Chain("one", ["Own"], "Own", "one"),
    Chain("one-short", ["Own"], "Own", "one"),
]
LINKS = pd.DataFrame(
    [("one-short", "one", True, True), ("two", "one", False, False), ("two", "elsewhere", False, False)],
    columns=["article", "origin", "stated", "directed"],
)


@pytest.fixture
def axes(styles):
    return draw_chains(CHAINS, LINKS, styles).axes[0]


def labels(axes):
    found = [(text.get_position(), " ".join(text.get_text().split())) for text in axes.texts if text.get_text()]
    return [label for _, label in sorted(found, key=lambda item: (-item[0][1], item[0][0]))]


def test_lanes_follow_accounts_and_each_reads_from_the_writer_to_the_file(axes):
    assert labels(axes) == ["Own", "one", "Own", "one-short", "Foreign", "a translator", "two"]


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
