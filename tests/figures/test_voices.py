"""Whose voices are heard: dots as large as the words quoted."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Ellipse, Rectangle

from analysis.figures.voices import MOST_SPEAKERS, draw_voices

COLUMNS = ["speaker", "column", "words", "quotations"]
ROWS = pd.DataFrame(
    [("Ada", "Own", 400, 6), ("Bo", "Own", 25, 1), ("Bo", "Foreign", 100, 2), ("Cy", "Own", 0, 0)], columns=COLUMNS
)
ACCOUNTS = pd.DataFrame([("Own", "Own", False), ("Foreign", "Foreign", True)], columns=["column", "label", "foreign"])


def accounts(count):
    rows = [(f"c{i}", f"The Harbour Gazette of Town {i}", i % 3 == 0) for i in range(count)]
    return pd.DataFrame(rows, columns=["column", "label", "foreign"])


def voices(count, speakers):
    rows = [
        (f"a spokeswoman of the ministry of waterways and harbours {s}", f"c{c}", 1 + (c * 131 + s * 37) % 1900, 2)
        for s in range(speakers) for c in range(count) if (c + s) % 3 or count == 1
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.fixture
def axes(styles):
    return draw_voices(ROWS, ACCOUNTS, styles).axes[0]


def test_area_is_proportional_to_words_and_foreign_wording_hollow(axes, styles):
    dots = [patch for patch in axes.patches if isinstance(patch, Ellipse)]
    areas = {to_hex(dot.get_facecolor()): dot.width**2 for dot in dots if dot.width > 0.1}
    assert areas["#ffffff"] * 4 == pytest.approx(max(dot.width**2 for dot in dots))
    assert min(dot.width**2 for dot in dots) * 16 == pytest.approx(max(dot.width**2 for dot in dots))
    (hollow,) = [dot for dot in dots if to_hex(dot.get_facecolor()) == "#ffffff"]
    assert to_hex(hollow.get_edgecolor()) == styles["Foreign"].colour


def test_numbers_of_words_stand_at_the_dots(axes, written):
    assert {"400", "25", "100"} <= set(written(axes))


def test_who_reaches_most_accounts_comes_first_and_who_is_not_quoted_not_at_all(axes):
    heights = {text.get_text(): text.get_position()[1] for text in axes.texts}
    assert heights["Bo"] < heights["Ada"]
    assert "Cy" not in heights


def test_under_each_speaker_stands_what_is_quoted_in_all(axes, written):
    assert {"in 2 of 2 accounts: 125 words, 3 quotations", "in 1 of 2 accounts: 400 words, 6 quotations"} <= set(
        written(axes)
    )


def test_in_narrow_columns_bars_follow_the_words():
    rows = pd.DataFrame([("Ada", "c1", 400, 1), ("Ada", "c2", 100, 1)], columns=COLUMNS)
    axes = draw_voices(rows, accounts(60)).axes[0]
    heights = [patch.get_height() for patch in axes.patches if isinstance(patch, Rectangle)][60:]
    assert heights[0] == pytest.approx(4 * heights[1])


def test_at_most_so_many_speakers_are_drawn(written):
    texts = written(draw_voices(voices(3, MOST_SPEAKERS + 3), accounts(3)).axes[0])
    assert sum(text.startswith("in ") for text in texts) == MOST_SPEAKERS


@pytest.mark.parametrize("count", [1, 2, 5, 12, 30, 60])
def test_nothing_overlaps_or_is_cut(count, legible):
    legible(draw_voices(voices(count, 7), accounts(count)))


def test_nobody_quoted_is_an_empty_table(legible):
    legible(draw_voices(ROWS.iloc[:0], ACCOUNTS))
