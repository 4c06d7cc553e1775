"""Naming what differs between two versions of a table."""

import io
from collections.abc import Iterator

import pandas as pd

from analysis.tables import Table, to_csv


def differences(old: pd.DataFrame, new: pd.DataFrame, table: Table) -> Iterator[str]:
    """Yield a line for each row that only one version has and each cell that differs.

    The two frames are compared as their CSV shows them, row by row by the table's key.
    """
    if to_csv(old, table) == to_csv(new, table):
        return
    key = list(table.key)
    before, after = _rows(old, table), _rows(new, table)
    for row in sorted(before.keys() | after.keys()):
        named = ", ".join(f"{column} {value!r}" for column, value in zip(key, row, strict=True))
        if row not in after:
            yield f"{named}: no longer there"
        elif row not in before:
            yield f"{named}: new"
        else:
            for column, was in before[row].items():
                found = after[row][column]
                if was != found:
                    yield f"{named}, {column}: {was or 'empty'} before, {found or 'empty'} now"


def _rows(frame: pd.DataFrame, table: Table) -> dict[tuple[str, ...], dict[str, str]]:
    lines = pd.read_csv(io.StringIO(to_csv(frame, table)), dtype=str, keep_default_na=False)
    return {tuple(row[k] for k in table.key): row for row in lines.to_dict("records")}
