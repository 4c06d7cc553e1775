"""Dates that are known to a day, a month, a year, a range, or only about."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

FORMS = (
    '"2022-04-01", "2022-05", "2022", "2022-05-16/2022-05-22", '
    'each of the first three also with "~" (give or take one), or ""'
)
#: Newspapers are younger than the one; a year after the other is a slip.
FIRST_YEAR, LAST_YEAR = 1500, 2999
_SINGLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


@dataclass(frozen=True)
class DateInterval:
    """The first and last day on which something may have happened, and how the date was written.

    `precision` is day, month, year or range; `about` is true for a date with ``~``.
    """

    first: date
    last: date
    precision: str
    about: bool


def parse_date(text: str) -> DateInterval | None:
    """Read one of the five date forms; None for the empty string, which means unknown.

    A ``~`` widens the date by one unit of its precision on both sides.

    Raises
    ------
    ValueError
        If the text is none of the forms or no date of the calendar.

    Examples
    --------
    >>> parse_date("2022-05~")
    DateInterval(first=datetime.date(2022, 4, 1), last=datetime.date(2022, 6, 30), precision='month', about=True)
    """
    if not text:
        return None
    if "/" in text:
        first, last = (_single(part) for part in text.split("/", 1))
        if first.about or last.about or first.first > last.last:
            message = f"{text!r} is not a range from an earlier to a later date"
            raise ValueError(message)
        return DateInterval(first.first, last.last, "range", about=False)
    return _single(text)


def _single(text: str) -> DateInterval:
    match = _SINGLE.fullmatch(text)
    if not match:
        message = f"{text!r} is not a date; the forms are {FORMS}"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    about = bool(match[4])
    margin = int(about)
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"{text!r} is not a date of the calendar from {FIRST_YEAR} to {LAST_YEAR}"
        raise ValueError(message)
    try:
        if day and month:
            middle = date(year, month, day)
            step = timedelta(days=margin)
            return DateInterval(middle - step, middle + step, "day", about)
        if month:
            date(year, month, 1)
            return DateInterval(_month(year, month - margin)[0], _month(year, month + margin)[1], "month", about)
        return DateInterval(date(year - margin, 1, 1), date(year + margin, 12, 31), "year", about)
    except ValueError:
        message = f"{text!r} is not a date of the calendar"
        raise ValueError(message) from None


def _month(year: int, month: int) -> tuple[date, date]:
    years, month0 = divmod(month - 1, 12)
    year, month = year + years, month0 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
