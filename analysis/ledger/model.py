"""What a ledger holds: items that a coder found by reading, each with the places that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The format of ledger files that this version reads and writes.
FORMAT = 1
CODER_KINDS = ("person", "assistant")
DECISIONS = ("confirm", "reject")
#: A review's decision → the status that it gives.
STATUS_OF = {"confirm": "confirmed", "reject": "rejected"}


@dataclass(frozen=True)
class Place:
    """A run of an article's raw text, without its words: where it is and how to know it again.

    Attributes
    ----------
    start, end : int
        Code points of the raw text, end exclusive.
    words : int
        How many words stand there.
    sha256 : str
        First 16 hexadecimal digits of the SHA-256 of those words, case folded, joined by single spaces.
    before, after : str
        The same of the eight words before and after: they tell one occurrence from another.
    """

    start: int
    end: int
    words: int
    sha256: str
    before: str
    after: str


@dataclass(frozen=True)
class Value:
    """What one article says about an item's subject, in the coder's words.

    Attributes
    ----------
    article : str
    value : str
        In the coder's words; at most seven in a row are the article's.
    place : Place
    said_by : str
        On whose word it stands; "" is the narrator.
    repeats : str
        The article from which this one has the value; "" if it is not known to repeat.
    as_of : str
        When it holds (a date as in records), "" where the article does not say.
    low, high : float or None
        Bounds of a quantity; None is open.
    low_open, high_open : bool
        Whether the bound itself is excluded ("more than 300").
    unit, population : str
        What a quantity counts, and of whom.
    stands : bool
        Whether the article still has what another account's note takes back.
    """

    article: str
    value: str
    place: Place
    said_by: str = ""
    repeats: str = ""
    as_of: str = ""
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    population: str = ""
    stands: bool = False


@dataclass(frozen=True)
class Item:
    """A difference between accounts, or inside one, as a coder described it.

    Attributes
    ----------
    id : str
    subject, attribute : str
        What the item is about, and which side of it: "the unit", "strength".
    type, kind, relation : str
        Of `analysis.vocabulary`.
    within : bool
        Whether both sides stand in one article.
    misleads, reputation, checkable : bool
        The three answers that severity counts: would a reader of one account alone believe something
        materially different; does it touch a living person's reputation; can it be checked?
    status : str
        As coded: candidate, confirmed or rejected; a review overrules it.
    explanation : str
    witness : str
        What another copy decides about it, with its address; "" if none was consulted.
    reply : str
        What the outlet answered; "" if nothing is known.
    reason : str
        Why it was confirmed or rejected; "" for a candidate.
    note_word : str
        The word that a correction note uses for the statement.
    values : tuple of Value
    """

    id: str
    subject: str
    attribute: str
    type: str
    kind: str
    relation: str
    within: bool
    misleads: bool
    reputation: bool
    checkable: bool
    status: str
    explanation: str
    witness: str = ""
    reply: str = ""
    reason: str = ""
    note_word: str = ""
    values: tuple[Value, ...] = ()

    @property
    def severity(self) -> int:
        """Number of yes among the three answers, 0 to 3."""
        return self.misleads + self.reputation + self.checkable


@dataclass(frozen=True)
class Decoy:
    """Two places that look like a difference and are none: a detector should leave them alone."""

    id: str
    type: str
    why_not: str
    places: tuple[tuple[str, Place], ...]


@dataclass(frozen=True)
class Review:
    """One decision of a reviewer about an item or about a machine's candidate."""

    subject: str
    origin: str
    decision: str
    reason: str
    reviewer: str
    reviewer_kind: str
    round: int


@dataclass(frozen=True)
class Coding:
    """The items of one coder: one file, `file` by its path within the ledger."""

    coder: str
    coder_kind: str
    round: int
    items: tuple[Item, ...]
    note: str = ""
    file: str = "ledger.toml"


@dataclass(frozen=True)
class Ledger:
    """The edition's coding, the decoys, the reviews of both, and other coders' independent codings.

    Attributes
    ----------
    coding : Coding
        The items that the report shows.
    decoys : tuple of Decoy
    reviews : tuple of Review
        In the order in which they were made: the last one about a subject counts.
    others : tuple of Coding
        Codings of the same articles by others; only agreement is computed from them.
    """

    coding: Coding
    decoys: tuple[Decoy, ...] = ()
    reviews: tuple[Review, ...] = ()
    others: tuple[Coding, ...] = ()
    codebook: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def last_review(self, subject: str, origin: str) -> Review | None:
        """Return the decision that counts about an item ("human") or a candidate ("machine")."""
        return next((r for r in reversed(self.reviews) if (r.subject, r.origin) == (subject, origin)), None)
