"""From a sources folder to what the studies start from."""

from dataclasses import dataclass, replace
from pathlib import Path

from analysis.corpus.article import read_article
from analysis.errors import SourceError
from analysis.features.extract import extract
from analysis.features.names.withheld import article_names
from analysis.features.store import FOLDER, Features, check_fresh, check_sources, read_features
from analysis.ledger.check import problems
from analysis.ledger.model import Ledger
from analysis.ledger.read import FOLDER as LEDGER_FOLDER
from analysis.ledger.read import read_ledger
from analysis.sources.folder import Sources, read_sources
from analysis.studies.contract import Inputs

#: Code points of which none is a letter: those that no text uses stand for letters of names that are withheld.
PRIVATE_USE = range(0xE000, 0xF900)
#: Who is withheld and has no role.
NOBODY = "a person who is not named here"


@dataclass(frozen=True)
class Gathered:
    """The sources as read, and the inputs of the studies made from them."""

    sources: Sources
    inputs: Inputs

    @property
    def has_all_texts(self) -> bool:
        """Whether every article's text is at hand, which makes a working edition possible."""
        return len(self.sources.texts) == len(self.sources.records)

    def masked_texts(self) -> dict[str, str]:
        """Return the texts at hand by article, every letter of a name that is withheld masked."""
        return {id_: self._masked(id_, text.text) for id_, text in self.sources.texts.items()}

    def roles(self) -> dict[str, str]:
        """Return the mask that stands for a letter of a name → the role of its bearer, or `NOBODY`."""
        roles = {NOBODY, *self.sources.people.private.values()} if self.sources.people else set()
        used = set().union(*(text.text for text in self.sources.texts.values()))
        free = (chr(point) for point in PRIVATE_USE if chr(point) not in used)
        return dict(zip(free, sorted(roles), strict=False))

    def _masked(self, id_: str, text: str) -> str:
        people = self.sources.people
        if people is None:
            return text
        masks = {role: mask for mask, role in self.roles().items()}
        for span in article_names(read_article(id_, text), people).hidden:
            mask = masks[people.role(span.of(text)) or NOBODY]
            text = text[: span.start] + mask * (span.end - span.start) + text[span.end :]
        return text


def gather(folder: Path, texts: Path | None = None) -> Gathered:
    """Read sources, features and ledger; extract in memory what is not committed; write nothing.

    Committed features are used. Where texts are at hand as well, the features are
    extracted afresh and compared. Sources without features need all their texts.

    Raises
    ------
    SourceError
        If the sources, features or ledger are malformed, features are stale, or a text is missing.
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
    ledger = read_ledger(folder, [record.id for record in sources.records])
    if ledger is not None:
        check_ledger(ledger, features, sources)
    return Gathered(sources, Inputs(sources.records, features, sources.people, ledger))


def check_ledger(ledger: Ledger, features: Features, sources: Sources) -> None:
    """Refuse a ledger of which `variorum ledger check` would say that something is wrong."""
    at_hand = {id_: text.text for id_, text in sources.texts.items()}
    lengths = dict(zip(features["articles"]["article"], features["articles"]["characters"], strict=True))
    wrong = [problem for problem in problems(ledger, at_hand, sources.people, lengths=lengths) if problem.checked]
    if wrong:
        first, place = wrong[0], sources.folder / LEDGER_FOLDER
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        message = (
            f"{place / first.file}: {first.entry}: {first.what}{more}.\n"
            f"Run `variorum ledger check {sources.folder}`{' with the same --texts' * bool(at_hand)}: it names all, "
            "and with --update mends places that moved."
        )
        raise SourceError(message)


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
