"""Quantities over time: two accounts, two dates, bounds that may be open, and values that exclude each other."""

import pandas as pd
import pytest

from analysis.studies.quantities import MOST_SOURCES, _excluding

ONE, TWO = "harbour-herald", "island-gazette"


@pytest.fixture
def followed(coded, value, item, report_of):
    """Return a function that analyses an item of values, given as article, fields and the rest by default."""

    def run(*values, extra=(), **fields):
        made = [
            value(article, f"{n + 1} boats", 100 + n, **{"low": 1.0, "high": 2.0, "as_of": f"202{n}", **own})
            for n, (article, own) in enumerate(values)
        ]
        return report_of(coded, item("Q1", *made, **fields), *extra)

    return run


def rows(report):
    return report.results["quantities_over_time"]


def figure(report):
    return next(figure for figure in report.figures if figure.id == "fig-quantities")


def test_two_accounts_at_two_times_are_followed(followed, sentence_of):
    report = followed((ONE, {}), (TWO, {}))
    assert list(rows(report)["article"]) == [ONE, TWO]
    assert report.facts["quantities_over_time"].value == 1
    said = sentence_of(report, "quantity-over-time")
    assert "boats (number)" in said
    assert "1 boats (The Harbour Herald, 2020-01 to 2020-12)" in said
    assert said.endswith("none excludes another.")
    assert figure(report).title.endswith("as two outlets give it") or "two accounts" in figure(report).title
    figure(report).draw()


@pytest.mark.parametrize(
    "values",
    [
        [(ONE, {}), (ONE, {})],
        [(ONE, {"as_of": "2020"}), (TWO, {"as_of": "2020"})],
        [(ONE, {}), (TWO, {"as_of": ""})],
        [(ONE, {}), (TWO, {"low": None, "high": None})],
        [(ONE, {}), ("harbour-herald-short", {})],
    ],
    ids=["one account", "one time", "undated", "without bounds", "its own copy"],
)
def test_less_than_two_accounts_and_two_times_is_nothing_to_follow(followed, sentence_of, values):
    report = followed(*values)
    assert len(rows(report)) == 0
    assert report.facts["quantities_over_time"].value == 0
    assert sentence_of(report, "quantity-over-time") == ""
    assert figure(report).missing


@pytest.mark.parametrize("fields", [{"status": "rejected"}, {"type": "date"}])
def test_a_rejected_item_and_another_type_are_left_out(followed, fields):
    assert len(rows(followed((ONE, {}), (TWO, {}), **fields))) == 0


def test_an_open_bound_stays_open_and_is_drawn(followed):
    report = followed((ONE, {"high": None, "low_open": True}), (TWO, {"low": None}))
    found = rows(report).set_index("article")
    assert pd.isna(found.loc[ONE, "high"])
    assert pd.isna(found.loc[TWO, "low"])
    assert found.loc[ONE, "low_open"]
    figure(report).draw()


def test_a_repeated_value_is_marked_where_it_is_from_another_account(followed):
    report = followed((ONE, {"repeats": "harbour-herald-short"}), (TWO, {"repeats": ONE}))
    assert list(rows(report).sort_values("article")["repeated"]) == [False, True]


def test_two_values_at_one_place_are_two_rows(coded, item, value, report_of):
    values = [
        value(ONE, "30", 100, low=30.0, as_of="2020"),
        value(ONE, "40", 100, low=40.0, as_of="2021"),
        value(TWO, "50", 100, low=50.0, as_of="2021"),
    ]
    assert len(rows(report_of(coded, item("Q1", *values)))) == 3


def test_the_quantity_of_most_accounts_leads_then_the_gravest_then_the_first(followed, coded, item, value, report_of):
    def of(id_, *articles, **fields):
        values = [value(a, f"{n}", 200, low=1.0, as_of=f"202{n}") for n, a in enumerate(articles)]
        return item(id_, *values, subject=f"subject {id_}", **fields)

    three = of("Z", ONE, TWO, "kvallsposten-evening")
    assert figure(report_of(coded, of("A", ONE, TWO), three)).title.lower().startswith("subject z")
    graver = of("B", ONE, TWO, reputation=True)
    assert figure(report_of(coded, of("A", ONE, TWO), graver)).title.lower().startswith("subject b")
    assert figure(report_of(coded, of("C", ONE, TWO), of("A", ONE, TWO))).title.lower().startswith("subject a")


def test_different_populations_are_named_and_not_compared(followed, sentence_of):
    values = [
        (ONE, {"population": "crews", "as_of": "2020"}),
        (TWO, {"population": "staff", "low": 50.0, "high": 60.0, "as_of": "2020-05"}),
    ]
    report = followed(*values)
    said = sentence_of(report, "quantity-over-time")
    assert ", counting crews and staff" in said
    assert said.endswith("none excludes another.")
    assert "Different populations" in figure(report).caption
    same = followed(*((article, {**own, "population": "crews"}) for article, own in values))
    assert sentence_of(same, "quantity-over-time").endswith("some of them exclude each other.")


def held(*values):
    usual = {"low": 1.0, "high": 2.0, "low_open": False, "high_open": False, "population": "", "unit": "boats"}
    days = {"first_day": "2022-05-01", "last_day": "2022-05-31"}
    return pd.DataFrame([{**usual, **days, **own} for own in values])


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        ({}, {"low": 2.0, "high": 3.0}, False),
        ({}, {"low": 3.0, "high": 4.0}, True),
        ({"low": 3.0, "high": 4.0}, {}, True),
        ({"high": None}, {"low": 3.0, "high": None}, False),
        ({"low": None, "high": 300.0}, {"low": 300.0, "high": None}, False),
        ({"low": None, "high": 300.0}, {"low": 300.0, "high": None, "low_open": True}, True),
        ({"low": None, "high": 300.0, "high_open": True}, {"low": 300.0, "high": 300.0}, True),
        ({}, {"low": 3.0, "high": 4.0, "first_day": "2022-06-01", "last_day": "2022-06-30"}, False),
        ({}, {"low": 3.0, "high": 4.0, "first_day": "2022-05-31", "last_day": "2022-06-30"}, True),
        ({}, {"low": 3.0, "high": 4.0, "population": "crews"}, False),
        ({}, {"low": 3.0, "high": 4.0, "unit": "weeks"}, False),
    ],
)
def test_values_exclude_each_other_where_population_unit_and_time_meet_and_no_number_does(one, other, exclude):
    assert _excluding(held(one, other)) is exclude
    assert _excluding(held(other, one)) is exclude


def test_a_sentence_names_only_the_first_of_many_outlets(unlike, item, value, report_of, sentence_of):
    corpus = unlike(12)
    ids = [record.id for record in corpus.inputs.records]
    values = [value(a, "40", 3, low=40.0, as_of=f"20{10 + n}") for n, a in enumerate(ids)]
    said = sentence_of(report_of(corpus, item("Q1", *values)), "quantity-over-time")
    assert said.count("Outlet") == MOST_SOURCES
    assert "; 9 more)" in said
