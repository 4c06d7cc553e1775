"""The five forms of a date, and what is no date."""

from datetime import date

import pytest

from analysis.sources.dates import parse_date


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "about"),
    [
        ("2022-04-01", "2022-04-01", "2022-04-01", "day", False),
        ("2022-04-01~", "2022-03-31", "2022-04-02", "day", True),
        ("2022-02", "2022-02-01", "2022-02-28", "month", False),
        ("2022-01~", "2021-12-01", "2022-02-28", "month", True),
        ("2022-12~", "2022-11-01", "2023-01-31", "month", True),
        ("2020", "2020-01-01", "2020-12-31", "year", False),
        ("2020~", "2019-01-01", "2021-12-31", "year", True),
        ("2022-05-16/2022-05-22", "2022-05-16", "2022-05-22", "range", False),
    ],
)
def test_each_form_gives_its_interval(text, first, last, precision, about):
    found = parse_date(text)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (found.precision, found.about) == (precision, about)


def test_the_empty_string_is_unknown():
    assert parse_date("") is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("yesterday", "is not a date; the forms are"),
        ("2022-4-1", "is not a date; the forms are"),
        ("2022-02-30", "is not a date of the calendar"),
        ("2022-13", "is not a date of the calendar"),
        ("0000", "is not a date of the calendar"),
        ("9999-12-31~", "is not a date of the calendar"),
        ("2022-05-22/2022-05-16", "is not a range from an earlier to a later date"),
        ("2022-05~/2022-06", "is not a range from an earlier to a later date"),
        ("2022-05/", "is not a date; the forms are"),
    ],
)
def test_anything_else_is_refused(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        parse_date(text)
