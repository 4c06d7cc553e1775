"""Where things are: the repository's pages and configuration, and where a build of some sources writes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from analysis.errors import SourceError

#: The repository that this package stands in: its pages, configuration, lock and release date.
REPOSITORY = Path(__file__).parent.parent
REPORT = "_report"


@dataclass(frozen=True)
class Places:
    """The folders of one build.

    `results` and `html` are written; `pages`, `config`, `lock` and `citation` are read.
    """

    results: Path
    html: Path
    pages: Path
    config: Path
    lock: Path
    citation: Path


def places(sources: Path, output: Path | None = None) -> Places:
    """Say where a build of `sources` reads its pages and writes its results and its book.

    A folder `sources` beside a `_config.yml` is a project: its results go to `book/results`, its
    book to `_build/html`. Any other folder's go to its own `_report`; a given output takes both.
    """
    beside = sources.resolve().parent
    project = sources.resolve().name == "sources" and (beside / "_config.yml").is_file()
    home = beside if project else REPOSITORY
    if output is not None:
        results, html = output / "results", output / "html"
    elif project:
        results, html = home / "book" / "results", home / "_build" / "html"
    else:
        results, html = sources / REPORT / "results", sources / REPORT / "html"
    return Places(
        results=results,
        html=html,
        pages=home / "book",
        config=home / "_config.yml",
        lock=home / "requirements.lock",
        citation=home / "CITATION.cff",
    )


def release_epoch(citation: Path) -> int:
    """Return the release date of `CITATION.cff` in seconds since 1970, UTC: the only date in the book.

    Raises
    ------
    SourceError
        If the file or its `date-released` is missing.
    """
    try:
        released = yaml.safe_load(citation.read_text("utf-8"))["date-released"]
        day = datetime.fromisoformat(str(released)).replace(tzinfo=UTC)
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError):
        message = f"{citation}: no release date is there.\nWrite `date-released: YYYY-MM-DD` into it."
        raise SourceError(message) from None
    return int(day.timestamp())
