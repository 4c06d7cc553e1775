"""Terms of the same rates are one place, as large as they are many."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.rate_places import (
    LARGEST,
    Place,
    diameter,
    dot_box,
    mark_of,
    places_of,
    places_to_label,
    scale_of,
)

RARE = tuple(f"w{i}" for i in range(40))
HERE, ELSEWHERE = 3.0, 0.5


def rows(*terms):
    return pd.DataFrame(terms, columns=["term", "rate_per_1000", "rate_elsewhere", "verdict"])


def place(here, elsewhere, *terms, distinctive=False):
    return Place(here, elsewhere, distinctive, terms)


def test_terms_of_the_same_rates_are_one_place_distinctive_ones_on_top():
    found = places_of(rows(("b", 1.0, 0.0, "too few to say"), ("moskva", 9.0, 1.0, "distinctive"),
                           ("a", 1.0, 0.0, "too few to say")))  # fmt: skip
    assert found == [place(1.0, 0.0, "a", "b"), place(9.0, 1.0, "moskva", distinctive=True)]


def test_area_follows_the_number_of_terms():
    assert diameter(place(1, 1, *RARE), 40) == pytest.approx(2 * diameter(place(1, 1, *RARE[:10]), 40))
    assert diameter(place(1, 1, *RARE), 40) <= LARGEST


def test_labels_are_of_distinctive_terms_then_of_the_farthest_from_equal_rates():
    near, far, below = place(2, 1, "near"), place(8, 1, "far"), place(1, 30, "below")
    sure, mass = place(3, 2, "sure", distinctive=True), place(1, 0, *RARE)
    assert places_to_label([near, mass, far, sure, below]) == [sure, below, far, near]


def test_of_several_terms_at_a_place_two_are_named():
    scale = scale_of([place(1, 1, "a")], 0.4, 2.0)
    assert mark_of(place(1, 1, "a", "b", "c"), scale, 3).text == "a, b +1"
    assert mark_of(place(1, 1, "a", "b"), scale, 3).text == "a, b"


@given(st.lists(st.tuples(st.floats(0.01, 200), st.floats(0.01, 200) | st.just(0.0)), min_size=1, max_size=20))
def test_every_dot_stands_wholly_inside_and_equal_rates_on_the_diagonal(rates):
    places = [place(here, elsewhere, *RARE) for here, elsewhere in rates]
    scale = scale_of(places, LARGEST + 0.06, 2.0)
    assert all(dot_box(one, scale, 40).inside(scale.width, scale.side) for one in places)
    x, y = scale.at(place(rates[0][0], rates[0][0], "equal"))
    assert x - scale.band == pytest.approx(y)
