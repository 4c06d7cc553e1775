"""What a study is given and what it gives: the shapes that every study file shares."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, cast

import pandas as pd

from analysis.ledger.model import Ledger
from analysis.sources.people import People
from analysis.sources.records import Record
from analysis.tables import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Inputs:
    """What the studies start from: records, features, who may be named, what coders found; no text."""

    records: tuple[Record, ...]
    features: Tables
    people: People | None
    ledger: Ledger | None = None

    def record(self, article: str) -> Record:
        """Return an article's record."""
        return next(record for record in self.records if record.id == article)


@dataclass(frozen=True)
class Results:
    """The tables of all studies, as their CSV files hold them."""

    tables: Tables

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return one table."""
        return self.tables[table]


@dataclass(frozen=True)
class Fact:
    """A number with a key under which prose shows it; `value` None and `text` "n/a" where undefined."""

    value: int | float | str | bool | None
    text: str
    meaning: str


@dataclass(frozen=True)
class Finding:
    """A sentence computed from results, and the condition under which it may be shown.

    A finding whose condition is not met has an empty sentence. `page` is where it stands,
    `figure` the id of the picture that shows it, `weight` its place on the home page
    (1 first; 0 after those, where there is room).
    """

    id: str
    page: str
    sentence: str
    condition: str
    figure: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Figure:
    """A picture with everything a reader needs beside it; drawn only when asked.

    `numbers` are the values drawn, written as CSV; `alt` is made from the same numbers.
    Where the corpus does not allow the picture, `missing` says why (see `absent`).
    """

    id: str
    page: str
    title: str
    caption: str
    alt: str
    n: str
    numbers: pd.DataFrame
    draw: Callable[[], "Drawing"]
    missing: str = ""


def absent(id_: str, page: str, why: str) -> Figure:
    """Return the place of a figure that this corpus does not allow, with the reason."""

    def draw() -> "Drawing":
        raise ValueError(why)

    return Figure(id_, page, "", "", "", "", pd.DataFrame(), draw, missing=why)


class Study(Protocol):
    """A module that answers one question."""

    __name__: str
    TITLE: str
    TABLES: Mapping[str, Table]

    def tables(self, inputs: Inputs, earlier: Tables) -> dict[str, Any]:
        """Return the study's tables, as frames or lists of rows."""

    def facts(self, results: Results) -> dict[str, Fact]:
        """Return numbers by key, every key on every corpus."""

    def findings(self, results: Results) -> list[Finding]:
        """Return all its findings, those whose condition is not met with an empty sentence."""

    def figures(self, results: Results) -> list[Figure]:
        """Return all its figures, on every corpus; those that a corpus does not allow say why."""


def as_study(module: ModuleType) -> Study:
    """Take a module as a study; the contract test holds every one to the protocol."""
    return cast("Study", module)
