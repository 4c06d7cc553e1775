"""Which edition of the book this is: version, date, published or working, and who may be named."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis import __version__
from analysis.book.results import Results, known

WORKING_BANNER = "Working edition, not for publication."
WORKING = "Working edition, not for publication: it holds passages of the articles, whose rights are their publishers'."
PUBLISHED = "This edition holds no passages of the articles; they are their publishers'."
UNDECIDED_BANNER = "It is still undecided which persons may be named."
UNDECIDED = "It is still undecided which persons may be named; until then this edition names whom the articles name."
UNDATED = "undated"


@dataclass(frozen=True)
class Edition:
    """What is the same on every page.

    Attributes
    ----------
    commentary : Path
        Folder with a Markdown file per page; it need not exist.
    evidence : Path or None
        JSON with passages of the articles; None in the published edition.
    epoch : int or None
        Release date in seconds since 1970, UTC.
    """

    commentary: Path
    evidence: Path | None
    epoch: int | None

    def passages(self) -> dict[str, Any] | None:
        """Return the passages behind the rows of tables, by table; None in the published edition."""
        held: dict[str, Any] | None = json.loads(self.evidence.read_text("utf-8")) if self.evidence else None
        return held

    def named(self, key: str) -> str:
        """Return the version, date, year or kind of the edition, or name the nearest known one."""
        day = datetime.fromtimestamp(self.epoch, UTC) if self.epoch is not None else None
        values = {
            "version": __version__,
            "date": day.date().isoformat() if day else UNDATED,
            "year": str(day.year) if day else UNDATED,
            "kind": "working" if self.evidence else "published",
        }
        return values[known(key, values, what="value", where="the edition")]

    def banners(self, results: Results) -> list[str]:
        """Return what stands at the top of every page, briefly."""
        return [
            *([WORKING_BANNER] if self.evidence else []),
            *([UNDECIDED_BANNER] if self._undecided(results) else []),
        ]

    def notices(self, results: Results) -> list[str]:
        """Return the same at length, for the home page."""
        return [WORKING if self.evidence else PUBLISHED, *([UNDECIDED] if self._undecided(results) else [])]

    def _undecided(self, results: Results) -> bool:
        return not results.fact("people_decided")["value"]
