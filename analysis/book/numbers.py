"""How a cell of a table is printed: as many digits as mean something."""

import math

DIGITS = 3
GROUPED_FROM = 10_000
UNDEFINED = "n/a"


def cell_text(cell: str, type_: str) -> str:
    """Print a cell of a CSV for a reader.

    Parameters
    ----------
    cell : str
        As it stands in the CSV; empty where the value is undefined.
    type_ : {"string", "Int64", "float", "boolean"}

    Returns
    -------
    str
        A float with three significant digits, but never fewer than its whole part; a
        whole number grouped from five digits on, so that a year stays a year; "yes" or
        "no"; "n/a" for an undefined number; a string as it is.

    Examples
    --------
    >>> [cell_text(cell, "float") for cell in ("0.06341", "12.345", "1863", "", "-0.5")]
    ['0.0634', '12.3', '1863', 'n/a', '-0.5']
    >>> cell_text("12345", "Int64"), cell_text("true", "boolean"), cell_text("nan", "string")
    ('12,345', 'yes', 'nan')
    """
    if type_ == "string":
        return cell
    if not cell:
        return UNDEFINED
    if type_ == "boolean":
        return {"true": "yes", "false": "no"}.get(cell.lower(), cell)
    try:
        return _number(float(cell) + 0.0)  # so that -0.0 is 0
    except ValueError:
        return cell


def sort_key(cell: str, type_: str) -> tuple[int, float, str]:
    """Order cells as a reader expects: numbers by size, words by letters, undefined last.

    Examples
    --------
    >>> sorted(["10", "9", ""], key=lambda cell: sort_key(cell, "Int64"))
    ['9', '10', '']
    """
    if type_ in ("Int64", "float"):
        try:
            return (0, float(cell), "")
        except ValueError:
            return (1, 0.0, cell)
    return (0 if cell else 1, 0.0, cell)


def looks_numeric(cells: list[str]) -> bool:
    """Tell whether every cell that is not empty is a number, and at least one is."""
    filled = [cell for cell in cells if cell]
    try:
        return bool(filled) and all(math.isfinite(float(cell)) for cell in filled)
    except ValueError:
        return False


def _number(value: float) -> str:
    if not math.isfinite(value):
        return UNDEFINED
    size = abs(value)
    if value == round(value):
        text = f"{value:.0f}"
    elif size < 1e-4:
        return f"{value:.{DIGITS - 1}e}"
    else:
        text = f"{value:.{max(0, DIGITS - 1 - math.floor(math.log10(size)))}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{float(text):,.0f}" if size >= GROUPED_FROM else text
