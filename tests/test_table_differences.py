"""What differs between two versions of a table is named by row and column."""

import numpy as np
import pytest

from analysis.table_differences import differences
from analysis.tables import Column, Table, build

TABLE = Table(
    "An example",
    ("article", "term"),
    {
        "article": Column("string", "", ""),
        "term": Column("string", "", ""),
        "count": Column("Int64", "", ""),
        "share": Column("float", "", ""),
    },
)
ROWS = (("a", "null", 1, 0.5), ("a", "b,c", 2, 0.25), ("b", "", 3, np.nan))


def frame(*rows):
    return build([dict(zip(TABLE.columns, row, strict=True)) for row in rows], TABLE)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (ROWS, []),
        (ROWS[::-1], []),
        (ROWS[1:], ["article 'a', term 'null': no longer there"]),
        ((*ROWS, ("c", "d", 1, 1)), ["article 'c', term 'd': new"]),
        ((ROWS[0], ("a", "b,c", 7, 0.25), ROWS[2]), ["article 'a', term 'b,c', count: 2 before, 7 now"]),
        ((*ROWS[:2], ("b", "", 3, 0.1)), ["article 'b', term '', share: empty before, 0.1 now"]),
        (
            (("a", "null", 4, 0.1), *ROWS[1:]),
            [
                "article 'a', term 'null', count: 1 before, 4 now",
                "article 'a', term 'null', share: 0.5 before, 0.1 now",
            ],
        ),
        ((), [f"article {a!r}, term {t!r}: no longer there" for a, t, *_ in sorted(ROWS, key=lambda r: r[:2])]),
    ],
)
def test_each_difference_is_one_line(changed, expected):
    assert list(differences(frame(*ROWS), frame(*changed), TABLE)) == expected


def test_what_the_csv_does_not_show_is_no_difference():
    assert not list(differences(frame(("a", "b", 1, 0.1234561)), frame(("a", "b", 1, 0.1234562)), TABLE))
