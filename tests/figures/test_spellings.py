"""Which article uses which spelling, with its count."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from analysis.figures.spellings import TONES, draw_spellings

ROWS = pd.DataFrame(
    [
        ("Kiel / Kyel", "Kiel", "one", 3),
        ("Kiel / Kyel", "Kyel", "two", 2),
        ("Brandt / Brant", "Brandt", "one", 1),
        ("Brandt / Brant", "Brant", "one", 4),
    ],
    columns=["pair", "form", "article", "count"],
)


@pytest.fixture
def axes():
    return draw_spellings(ROWS, {"one": False, "two": True}).axes[0]


def test_each_pair_has_two_rows_and_each_article_a_column(axes):
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Kiel", "Kyel", "Brandt", "Brant"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["one", "two"]


def test_counts_stand_where_the_article_and_the_spelling_meet(axes):
    rows = dict(zip(axes.get_yticks(), [label.get_text() for label in axes.get_yticklabels()], strict=True))
    found = {(round(text.get_position()[0]), rows[text.get_position()[1]]): text.get_text() for text in axes.texts}
    assert found == {(0, "Kiel"): "3", (1, "Kyel"): "2", (0, "Brandt"): "1", (0, "Brant"): "4"}


def test_the_two_spellings_of_a_pair_have_two_colours(axes):
    colours = [label.get_color() for label in axes.get_yticklabels()]
    assert colours == [TONES[0], TONES[1], TONES[0], TONES[1]]


def test_the_column_of_foreign_wording_is_hatched(axes):
    (column,) = [patch for patch in axes.patches if isinstance(patch, Rectangle) and patch.get_hatch()]
    assert column.get_x() + column.get_width() / 2 == 1
