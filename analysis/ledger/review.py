"""The review of entries at a terminal: one after the other, each decision kept the moment it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.ledger.model import STATUS_OF, Ledger, Review
from analysis.terminal import printable

HELP = (
    "c  confirm; a reason may follow, here or when it is asked for",
    "r  reject; a reason must follow, here or when it is asked for",
    "s  skip: decide later",
    "b  back: take the last one again",
    "q  quit: what is decided is kept, and the same command goes on from here",
    "?  this help",
)
WORDS = {"c": "confirm", "r": "reject", "s": "skip", "b": "back", "q": "quit", "?": "help"}
RoleIn = Callable[[str], str | None]
#: Answers that stand alone; words after them are a slip.
ALONE = ("skip", "back", "quit", "help")


@dataclass(frozen=True)
class Entry:
    """What a reviewer decides about: an item ("human") or a candidate ("machine"), and what is shown of it."""

    subject: str
    origin: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Reviewer:
    """Who decides: a name, person or assistant, and the round of the review."""

    name: str
    kind: str
    round: int


@dataclass(frozen=True)
class Tally:
    """How many entries were confirmed, rejected and skipped, and how many were not reached."""

    confirmed: int
    rejected: int
    skipped: int
    left: int


def walk(
    entries: Sequence[Entry],
    ledger: Ledger,
    reviewer: Reviewer,
    *,
    ask: Callable[[str], str],
    say: Callable[[str], None],
    record: Callable[[Review], None],
    role_in: RoleIn | None = None,
) -> Tally:
    """Show the entries that the reviewer has not decided in this round, and take the decisions.

    The end of the input and Ctrl-C end it; what was recorded until then stays.

    Parameters
    ----------
    entries : sequence of Entry
    ledger : Ledger
        Its reviews say what is decided.
    reviewer : Reviewer
    ask : callable
        Shows a prompt and returns the line that was typed.
    say : callable
        Shows a line; lines come without control characters.
    record : callable
        Keeps a decision; a decision is counted once this has returned.
    role_in : callable, optional
        Returns the role of a private person whom a reason names, None if it names none.
    """
    pending = undecided(entries, ledger, reviewer)
    taken: dict[int, str] = {}
    at = 0
    try:
        while at < len(pending):
            entry = pending[at]
            _show(entry, f"{at + 1} of {len(pending)}", say)
            if taken.get(at, "skip") != "skip":
                say(f"You decided before: {taken[at]}.")
            decision, reason = _answer(ask, say, role_in, first=at == 0)
            if decision == "quit":
                break
            if decision == "back":
                at -= 1
                continue
            if decision in STATUS_OF:
                made = (entry.subject, entry.origin, decision, reason, reviewer.name, reviewer.kind, reviewer.round)
                record(Review(*made))
                taken[at] = decision
            else:
                taken.setdefault(at, decision)
            at += 1
    except (EOFError, KeyboardInterrupt):
        say("")
    decisions = list(taken.values())
    confirmed, rejected, skipped = (decisions.count(word) for word in ("confirm", "reject", "skip"))
    return Tally(confirmed, rejected, skipped, len(pending) - len(taken))


def undecided(entries: Sequence[Entry], ledger: Ledger, reviewer: Reviewer) -> list[Entry]:
    """Return the entries about which this reviewer has not decided in this round."""
    decided = {
        (review.subject, review.origin)
        for review in ledger.reviews
        if (review.reviewer, review.reviewer_kind, review.round) == (reviewer.name, reviewer.kind, reviewer.round)
    }
    return [entry for entry in entries if (entry.subject, entry.origin) not in decided]


def _show(entry: Entry, number: str, say: Callable[[str], None]) -> None:
    say("")
    say(printable(f"{entry.heading} ({number})"))
    for line in entry.lines:
        say(f"  {printable(line)}")


def _answer(
    ask: Callable[[str], str], say: Callable[[str], None], role_in: RoleIn | None, *, first: bool
) -> tuple[str, str]:
    """Ask until there is an answer that can be acted on; return it with the reason that was given."""
    while True:
        typed = _line(ask, say, "confirm, reject, skip, back, quit? (c/r/s/b/q, ? for help)")
        word, _, reason = typed.partition(" ")
        decision = _decision(word)
        if decision == "help" and not reason:
            for line in HELP:
                say(line)
        elif not decision or (decision in ALONE and reason):
            say(f"{typed!r} is no answer: expected c, r, s, b, q or ?." if typed else "Expected c, r, s, b, q or ?.")
        elif decision == "back" and first:
            say("This is the first one.")
        elif decision in ALONE:
            return decision, ""
        else:
            reason = reason or _reason(decision, ask, say)
            role = role_in(reason) if role_in else None
            if role is None:
                return decision, reason
            say(f"That names a person who is private: write {role!r} instead.")


def _decision(word: str) -> str:
    folded = word.casefold()
    return WORDS.get(folded, folded if folded in WORDS.values() else "")


def _reason(decision: str, ask: Callable[[str], str], say: Callable[[str], None]) -> str:
    if decision == "confirm":
        return _line(ask, say, "Reason (Enter for none):")
    while not (reason := _line(ask, say, "Reason:")):
        say("A rejection needs a reason: why is this no difference?")
    return reason


def _line(ask: Callable[[str], str], say: Callable[[str], None], prompt: str) -> str:
    """Return what is typed, clean enough to be kept; what cannot be read is asked for again."""
    while True:
        try:
            return printable(ask(prompt)).strip()
        except UnicodeError:
            say("That could not be read as text. Type it again.")
