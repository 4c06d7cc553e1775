"""Hedged numbers against their dates: what is drawn at which number and day."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.dates import date2num

from analysis.figures.outlets import OutletStyle
from analysis.figures.quantity_intervals import MOST_LANES, draw_quantities

COLUMNS = ["lane", "label", "value", "low", "high", "low_open", "high_open", "date_low", "date_high", "repeated"]
NAN, DAY, LATER = np.nan, np.datetime64("2022-04-25"), np.datetime64("2022-06-30")
NEVER = np.datetime64("NaT")
NUMBER = float(date2num(date(2022, 4, 25)))


def quantity(low, high, *, lane="crew", label="Own", value="some", opens=(False, False), days=(DAY, DAY), again=False):
    return (lane, label, value, low, high, *opens, *days, again)


def draw(styles, *rows):
    return draw_quantities(pd.DataFrame(rows, columns=COLUMNS), styles)


def said(drawing):
    return " ".join(text.get_text() for text in drawing.axes[0].texts)


def panels(drawing):
    return [axes for axes in drawing.axes if axes.axison]


def marks(axes, marker):
    return [(float(x), float(y)) for line in axes.lines if line.get_marker() == marker
            and line.get_transform() == axes.transData
            for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)]  # fmt: skip


def arrows(axes):
    return [(text.xy, np.sign(text.xyann[1])) for text in axes.texts if getattr(text, "arrow_patch", None)]


def labels(axes):
    return [text.get_text() for text in axes.texts if text.get_text()]


def test_an_exact_number_on_a_known_day_is_a_dot_with_outlet_and_value_beside_it(styles, legible):
    drawing = draw(styles, quantity(200, 200, value="$200"))
    (axes,) = panels(drawing)
    assert marks(axes, "o") == [(NUMBER, 200)]
    assert labels(axes) == ["Own: $200"]
    legible(drawing)


def test_bounds_are_capped_and_an_excluded_one_is_a_ring(styles):
    (axes,) = panels(draw(styles, quantity(100, 400, opens=(False, True))))
    assert marks(axes, "_") == [(NUMBER, 100)]
    assert marks(axes, "o") == [(NUMBER, 400)]
    (ring,) = [line for line in axes.lines if line.get_marker() == "o"]
    assert to_hex(ring.get_markerfacecolor()) == "#ffffff"
    assert [list(line.get_ydata()) for line in axes.lines if line.get_linewidth() == 4] == [[100, 400]]


@pytest.mark.parametrize(("low", "high", "direction"), [(300, NAN, 1), (NAN, 300, -1), (300, np.inf, 1)])
def test_where_no_bound_is_given_an_arrow_points(styles, low, high, direction):
    (axes,) = panels(draw(styles, quantity(low, high)))
    assert arrows(axes) == [((NUMBER, 300), direction)]


def test_what_is_repeated_is_hollow_and_marked(styles):
    (axes,) = panels(draw(styles, quantity(200, 200, again=True)))
    (dot,) = [line for line in axes.lines if line.get_marker() == "D"]
    assert to_hex(dot.get_markerfacecolor()) == "#ffffff"
    assert labels(axes) == ["Own: some ‡"]


def test_a_date_between_two_days_is_a_level_line(styles):
    (axes,) = panels(draw(styles, quantity(100, 400, days=(DAY, LATER))))
    later = NUMBER + (LATER - DAY).astype(int)
    # Half-way between the bounds on a logarithmic scale.
    assert np.allclose(marks(axes, "|"), [(NUMBER, 200), (later, 200)])
    assert marks(axes, "_")[0][0] == (NUMBER + later) / 2


def test_ordinal_days_and_dates_are_the_same(styles):
    ordinal = float(date(2022, 4, 25).toordinal())
    (axes,) = panels(draw(styles, quantity(200, 200, days=(ordinal, ordinal))))
    assert marks(axes, "o") == [(NUMBER, 200)]


def test_what_has_no_date_stands_apart_on_the_left(styles, legible):
    drawing = draw(styles, quantity(200, 200), quantity(300, 300, days=(NEVER, NEVER)))
    (axes,) = panels(drawing)
    (dated, _), (undated, _) = marks(axes, "o")
    assert undated < dated
    assert axes.get_xticklabels()[0].get_text() == "no date"
    assert axes.get_xticks()[0] == undated
    legible(drawing)


def test_populations_have_panels_of_their_own_on_one_scale_and_no_line_joins_them(styles, legible):
    drawing = draw(styles, quantity(200, 200), quantity(1000, NAN, lane="passengers", label="Foreign"))
    one, other = panels(drawing)
    assert one.get_ylim() == other.get_ylim()
    assert one.get_xlim() == other.get_xlim()
    assert one.get_position().width == other.get_position().width
    assert (labels(one), labels(other)) == (["Own: some"], ["Foreign: some"])
    assert {"crew", "passengers"} <= {text.get_text() for text in drawing.axes[0].texts}
    legible(drawing)


@pytest.mark.parametrize(("low", "scale"), [(1, "log"), (0, "linear")])
def test_the_scale_is_logarithmic_unless_a_number_is_zero(styles, low, scale):
    (axes,) = panels(draw(styles, quantity(low, 500)))
    assert axes.get_yscale() == scale
    assert axes.get_ylim()[0] < low
    assert axes.get_ylim()[1] > 500


def test_the_note_names_only_marks_that_occur(styles):
    note = said(draw(styles, quantity(200, 200)))
    assert "excluded" not in note
    assert "repeated" not in note
    note = said(draw(styles, quantity(200, NAN, opens=(True, False), again=True)))
    assert "excluded" in note
    assert "repeated" in note


def test_marks_that_would_cover_each_other_are_one_with_both_names(styles):
    same = [quantity(170, 230, label="Own", value="about 200"), quantity(170, 230, label="Other", value="about 200")]
    (panel,) = panels(draw(styles, *same, quantity(300, 300, label="Third")))
    texts = [text.get_text() for text in panel.texts if ":" in text.get_text()]
    assert texts == ["Own, Other: about 200", "Third: some"]
    (panel,) = panels(draw(styles, same[0], quantity(170, 230, label="Other", value="some 200")))
    assert [text.get_text() for text in panel.texts if ":" in text.get_text()] == ["Own, Other: about 200, some 200"]


@pytest.mark.parametrize("count", [2, 5, 12, 30, 60])
@pytest.mark.parametrize("lanes", [1, 3])
def test_nothing_overlaps_or_is_cut(count, lanes, legible):
    names = [f"The Harbour and Inland Waterways Gazette of Town {i}" for i in range(count)]
    rows = []
    for i, name in enumerate(names):
        low, high = (NAN if i % 5 == 4 else 50 + 37 * i), (NAN if i % 5 == 3 else 90 + 41 * i)
        day, value = DAY + (i * 17) % 200, f"between {50 + 37 * i:,} and perhaps $9,000, by and large"
        days = (day, day + 20 * (i % 2))
        lane = f"population {i % lanes}"
        rows.append(quantity(low, high, lane=lane, label=name, value=value, again=i % 3 == 0, days=days))
    drawing = draw({name: OutletStyle("#0072b2", foreign=False) for name in names}, *rows)
    shown = [text for axes in panels(drawing) for text in labels(axes)]
    assert len(shown) == count
    legible(drawing)


def test_unknown_outlets_no_bounds_and_no_rows_can_be_drawn(styles, legible):
    legible(draw(styles, quantity(1, 2, label="Unknown"), quantity(NAN, NAN)))
    assert not panels(draw(styles))
    assert not panels(draw(styles, quantity(NAN, NAN)))
    lanes = [quantity(1, 2, lane=f"lane {i}") for i in range(MOST_LANES + 2)]
    assert len(panels(draw(styles, *lanes))) == MOST_LANES
