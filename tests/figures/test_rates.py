"""How often here, how often elsewhere: dots at their rates, the leading terms by name, no label on another."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.rates import MOST_LABELS, MOST_PANELS, draw_rates
from analysis.figures.style import WIDTH

COLUMNS = ["article", "outlet", "term", "count", "rate_per_1000", "count_elsewhere", "rate_elsewhere", "verdict"]
ROWS = pd.DataFrame(
    [
        ("one", "Own", "moskva", 9, 9.0, 2, 1.0, "distinctive"),
        ("one", "Own", "the", 40, 40.0, 80, 40.0, "common"),
        ("one", "Own", "tug", 1, 1.0, 0, 0.0, "too few to say"),
        ("one", "Own", "tow", 1, 1.0, 0, 0.0, "too few to say"),
        ("two", "Foreign", "white house", 8, 16.0, 2, 1.0, "distinctive"),
    ],
    columns=COLUMNS,
)


def panels(drawing):
    return [axes for axes in drawing.axes if axes.axison]


def many(names, terms=250):
    """Frequencies that fall as in a text, with most of the terms rare; without chance."""
    rows = []
    for i, name in enumerate(names):
        for t in range(terms):
            count, there = 1 + 60 // (1 + (t * 7 + i) % terms), (t * 13 + i) % 90 // (1 + t % 40)
            verdict = "distinctive" if count > 5 and count > there else "common" if count > 5 else "too few to say"
            rows.append((f"a{i}", name, f"term number {t}", count, 2.0 * count, there, 0.7 * there, verdict))
    return pd.DataFrame(rows, columns=COLUMNS)


def numbers(axes):
    """Rates as the scale gives them back for the middles of dots, in the order drawn."""
    ticks = {label.get_text(): place for place, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)}
    decade = ticks["10"] - ticks["1"]
    rate = lambda place: 10 ** ((place - ticks["1"]) / decade)  # noqa: E731
    across = axes.get_xlim()[1] - axes.get_ylim()[1]
    return [
        ("none" if x == pytest.approx(ticks["none"]) else round(rate(x), 6), round(rate(y + across), 6))
        for dots in axes.collections
        for x, y in dots.get_offsets()
    ]


def test_dots_stand_at_their_rates_and_what_stands_nowhere_else_in_a_band(styles):
    own = panels(draw_rates(ROWS, styles))[1]
    assert numbers(own) == [("none", 1.0), (40.0, 40.0), (1.0, 9.0)]


def test_terms_of_one_place_are_one_dot_of_their_area(styles):
    own = panels(draw_rates(ROWS, styles))[1]
    two, one = own.collections[0].get_sizes()
    assert two == pytest.approx(2 * one)


def test_distinctive_terms_are_coloured_and_hollow_where_foreign(styles):
    foreign, own = panels(draw_rates(ROWS, styles))
    assert to_hex(own.collections[-1].get_facecolor()[0]) == "#0072b2"
    assert to_hex(foreign.collections[-1].get_facecolor()[0]) == "#ffffff"
    assert to_hex(foreign.collections[-1].get_edgecolor()[0]) == "#d55e00"


def test_the_leading_terms_are_named_the_distinctive_one_in_colour(styles):
    own = panels(draw_rates(ROWS, styles))[1]
    colours = {text.get_text(): to_hex(text.get_color()) for text in own.texts}
    assert set(colours) == {"moskva", "tow, tug", "the"}
    assert colours["moskva"] == "#0072b2" != colours["the"]


def test_panels_share_one_scale_with_a_diagonal_and_stand_under_their_outlets(styles, written):
    drawing = draw_rates(ROWS, styles)
    one, other = panels(drawing)
    assert (one.get_xlim(), one.get_ylim()) == (other.get_xlim(), other.get_ylim())
    assert written(drawing.axes[0])[:4] == ["Foreign", "two", "Own", "one"]
    xs, ys = one.lines[0].get_data()
    assert xs[1] - xs[0] == pytest.approx(ys[1] - ys[0])


def test_the_key_names_sizes_that_occur_and_hollow_only_if_it_does(styles, written):
    key = written(draw_rates(ROWS, styles).axes[0])
    assert "1 other term" in key
    assert any("hollow" in text for text in key)
    assert not any("hollow" in text for text in written(draw_rates(ROWS[ROWS["outlet"] == "Own"], styles).axes[0]))
    crowd = many(["Own"])
    assert any(text.endswith("terms at one place") for text in written(draw_rates(crowd, styles).axes[0]))


def test_an_article_without_others_to_compare_with_is_not_drawn(styles):
    assert not panels(draw_rates(ROWS.assign(rate_elsewhere=np.nan), styles))


@pytest.mark.parametrize("count", [1, 2, 5, 12, 14])
def test_nothing_overlaps_or_is_cut(count, many_outlets, legible):
    names, styles = many_outlets(count)
    drawing = draw_rates(many(names), styles)
    assert len(panels(drawing)) == min(count, MOST_PANELS)
    legible(drawing)
    renderer = drawing.canvas.get_renderer()
    for axes in panels(drawing):
        assert 1 <= len(axes.texts) <= MOST_LABELS
        boxes = [text.get_window_extent(renderer) for text in axes.texts]
        frame = axes.get_window_extent(renderer)
        assert all(frame.x0 <= box.x0 and box.x1 <= frame.x1 for box in boxes)
        assert all(frame.y0 <= box.y0 + 1 and box.y1 - 1 <= frame.y1 for box in boxes)
        assert not any(a.x0 < b.x1 and b.x0 < a.x1 and a.y0 + 2 < b.y1 and b.y0 + 2 < a.y1
                       for a, b in combinations(boxes, 2))  # fmt: skip
        middles = axes.transData.transform(np.vstack([dots.get_offsets() for dots in axes.collections]))
        assert not any(box.x0 < x < box.x1 and box.y0 + 1 < y < box.y1 - 1 for box in boxes for x, y in middles)


def test_the_drawing_repeats(styles):
    first, second = (
        [(text.get_text(), text.get_position()) for axes in draw_rates(rows, styles).axes for text in axes.texts]
        for rows in (many(["Own", "Foreign"]), many(["Own", "Foreign"]).iloc[::-1])
    )
    assert first == second


def test_panels_are_as_wide_as_their_number_allows(styles):
    (alone,) = panels(draw_rates(ROWS[ROWS["outlet"] == "Own"], styles))
    assert 4 < alone.get_position().width * WIDTH <= 5
