"""From a sources folder to what the studies start from."""

from dataclasses import dataclass, replace
from pathlib import Path

from analysis.errors import SourceError
from analysis.features.extract import extract
from analysis.features.store import FOLDER, check_fresh, check_sources, read_features
from analysis.sources.folder import Sources, read_sources
from analysis.studies.contract import Inputs


@dataclass(frozen=True)
class Gathered:
    """The sources as read, and the inputs of the studies made from them."""

    sources: Sources
    inputs: Inputs

    @property
    def has_all_texts(self) -> bool:
        """Whether every article's text is at hand, which makes a working edition possible."""
        return len(self.sources.texts) == len(self.sources.records)


def gather(folder: Path, texts: Path | None = None) -> Gathered:
    """Read sources and features; extract in memory what is not committed; write nothing.

    Committed features are used. Where texts are at hand as well, the features are
    extracted afresh and compared. Sources without features need all their texts.

    Raises
    ------
    SourceError
        If the sources or features are malformed, features are stale, or a text is missing.
    """
    sources = read_sources(folder, texts)
    if texts is not None and not sources.texts:
        notice = f"{texts}: no record's text is in this folder; the features in {folder / FOLDER} are used alone."
        sources = replace(sources, notices=(*sources.notices, notice))
    committed = None if sources.inferred else read_features(folder)
    if committed is None:
        require_texts(sources)
        features = extract(sources.records, sources.texts, sources.people)
    else:
        check_sources(committed, sources)
        if sources.texts:
            check_fresh(committed, extract(sources.records, sources.texts, sources.people), sources)
        features = committed
    return Gathered(sources, Inputs(sources.records, features, sources.people))


def require_texts(sources: Sources) -> None:
    """Refuse to go on without a text, and say how to name the folder that holds it."""
    missing = [record for record in sources.records if record.id not in sources.texts]
    if missing:
        record = missing[0]
        features = sources.folder / FOLDER
        absent = "" if features.is_dir() else f", and {features} is not there"
        message = (
            f"{sources.folder / record.id}.toml: its text is not at hand{absent}.\n"
            f"Name the folder that holds the texts with --texts ({len(missing)} of {len(sources.records)} missing)."
        )
        raise SourceError(message)
