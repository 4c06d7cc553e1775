"""A figure of the results as document nodes: picture, caption, files and the numbers drawn."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes

from analysis.book.nodes import details, link, summary, text
from analysis.book.numbers import UNDEFINED
from analysis.book.results import Results, read_rows
from analysis.book.table_nodes import undeclared_table

FORMATS = ("svg", "png", "pdf", "csv")
FOLDER = "results/figures"
NUMBERS = "Show the numbers"


def figure_card(results: Results, key: str) -> nodes.Node:
    """Return a figure with its title, its files and its numbers.

    Parameters
    ----------
    results : Results
    key : str
        The figure's id, which becomes its anchor on the page.

    Raises
    ------
    UnknownKeyError
        If there is no such figure.
    FileNotFoundError
        If its picture has not been drawn.
    """
    figure = results.figure(key)
    if figure.get("missing"):
        return _absent(key, figure)
    card = nodes.container("", classes=["figure-card"], ids=[key])
    card += text(figure["title"], classes=["figure-title"])
    legend = nodes.legend("", _files(results.folder, figure))
    numbers = results.folder / "figures" / f"{key}.csv"
    if numbers.exists():
        legend += _numbers(numbers, figure)
    card += nodes.figure("", _picture(results.folder, figure), text(figure["caption"], nodes.caption()), legend)
    return card


def miniature(results: Results, key: str) -> nodes.image:
    """Return a figure's picture alone; the words beside it say what it shows, so it has no alt text."""
    image = _picture(results.folder, results.figure(key))
    image["alt"] = ""
    image["classes"] = ["miniature"]
    return image


def has_picture(results: Results, key: str) -> bool:
    """Tell whether a finding's figure can be shown in miniature."""
    return bool(key) and not results.figure(key).get("missing")


def _picture(folder: Path, figure: Mapping[str, Any]) -> nodes.image:
    picture = folder / "figures" / f"{figure['id']}.svg"
    if not picture.exists():
        message = f"{picture.name} has not been drawn; run `variorum build`, which draws the figures"
        raise FileNotFoundError(message)
    # Shown as an image, an SVG can neither run script nor load anything.
    return nodes.image("", uri=f"{FOLDER}/{picture.name}", alt=figure["alt"])


def _absent(key: str, figure: Mapping[str, Any]) -> nodes.Node:
    box = nodes.container("", ids=[key], classes=["figure-card", "absent"])
    box += text(figure["title"], classes=["figure-title"])
    box += text(f"Not drawn: {figure['missing']}")
    return box


def _files(folder: Path, figure: Mapping[str, Any]) -> nodes.paragraph:
    size = UNDEFINED if figure["n"] is None else figure["n"]
    line = nodes.paragraph("", "", nodes.Text(f"n = {size}. Download: "), classes=["figure-files"])
    here = [ending for ending in FORMATS if (folder / "figures" / f"{figure['id']}.{ending}").exists()]
    for index, ending in enumerate(here):
        if index:
            line += nodes.Text(" · ")
        line += link(ending.upper(), f"{FOLDER}/{figure['id']}.{ending}", download=True)
    line += nodes.Text(". Link to this figure: ")
    line += link(f"#{figure['id']}", f"#{figure['id']}")
    return line


def _numbers(path: Path, figure: Mapping[str, Any]) -> details:
    rows = undeclared_table(
        read_rows(path), name=path.stem, uri=f"{FOLDER}/{path.name}", caption=f"The numbers drawn in {figure['id']}"
    )
    return details("", text(NUMBERS, summary()), *rows)
