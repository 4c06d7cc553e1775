"""Cells are printed with the digits that mean something, and sorted by size."""

import pytest

from analysis.book.numbers import cell_text, looks_numeric, sort_key


@pytest.mark.parametrize(
    ("cell", "type_", "printed"),
    [
        ("0.0634123", "float", "0.0634"),
        ("0.5", "float", "0.5"),
        ("99.96", "float", "100"),
        ("1234.56", "float", "1235"),
        ("1863", "float", "1863"),
        ("100", "float", "100"),
        ("1.23457e+06", "float", "1,234,570"),
        ("0.00001234", "float", "1.23e-05"),
        ("-12.345", "float", "-12.3"),
        ("0", "float", "0"),
        ("-0.0", "float", "0"),
        ("", "float", "n/a"),
        ("", "Int64", "n/a"),
        ("9999", "Int64", "9999"),
        ("10000", "Int64", "10,000"),
        ("false", "boolean", "no"),
        ("", "boolean", "n/a"),
        ("", "string", ""),
        ("007", "string", "007"),
        ("not a number", "float", "not a number"),
    ],
)
def test_a_cell_is_printed(cell: str, type_: str, printed: str) -> None:
    assert cell_text(cell, type_) == printed


def test_numbers_sort_by_size_and_undefined_ones_last() -> None:
    assert sorted(["", "10", "9", "-1"], key=lambda c: sort_key(c, "float")) == ["-1", "9", "10", ""]


@pytest.mark.parametrize(
    ("cells", "numeric"), [(["1", "", "2.5"], True), (["", ""], False), (["1", "nan"], False), (["x"], False)]
)
def test_a_column_is_numeric_if_all_its_filled_cells_are(cells: list[str], numeric: bool) -> None:
    assert looks_numeric(cells) is numeric
