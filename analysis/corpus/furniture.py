"""Page furniture that is known by its wording: the patterns of `resources/furniture.toml`."""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from analysis.corpus.shapes import Shape
from analysis.corpus.spans import KINDS
from analysis.resources import read_resource

PLACES = ("anywhere", "last words", "start of the page", "end of the page", "start of paragraph", "end of paragraph")
#: What else is set aside with a line: nothing; once it stands after the last prose, what follows; its text.
AFTER = ("", "short lines", "everything", "next paragraph")
#: Bullets, arrows, brackets and such that may stand before a line of furniture; quotation marks are not among them.
DECORATION = r"[\s\[({<>*•·▪■●◆▶►▸▼→»›|~_=+✉☞–-]{0,6}"
#: Where the tail of a paragraph is looked for, in characters from its end.
TAIL = 300
CREDIT_TAIL = 160
#: A credit never ends like a sentence.
CLOSING = ".!?\"'"


class Pattern(NamedTuple):
    """A kind of furniture: where it stands, how long it may be, and how it reads."""

    kind: str
    reason: str
    where: str
    max_words: int
    after: str
    regex: re.Pattern[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return all patterns, in the order of the file; the first that fits a paragraph names it."""
    data = tomllib.loads(read_resource("furniture.toml"))
    lists: dict[str, str] = {}
    for name, expression in data["words"].items():
        lists[name] = _expand(expression, lists)
    found = []
    for entry in data["pattern"]:
        if entry["kind"] not in KINDS or entry["where"] not in PLACES or entry.get("after", "") not in AFTER:
            message = f"furniture.toml: unknown kind, where or after in the pattern for {entry['reason']!r}"
            raise ValueError(message)
        either = "|".join(_expand(expression, lists) for expression in entry["regexes"])
        lead = DECORATION if entry["where"].endswith("page") or entry["where"] == "anywhere" else ""
        regex = re.compile(f"{lead}(?:{either})", re.IGNORECASE)
        found.append(
            Pattern(entry["kind"], entry["reason"], entry["where"], entry["max_words"], entry.get("after", ""), regex)
        )
    return tuple(found)


def paragraph_pattern(shape: Shape, where: str) -> Pattern | None:
    """Return the first pattern of a place that the whole paragraph fits, or None.

    Parameters
    ----------
    shape : Shape
        The paragraph.
    where : str
        "anywhere", "start of the page" or "end of the page".

    Examples
    --------
    >>> from analysis.corpus.shapes import shapes
    >>> from analysis.corpus.spans import Span
    >>> [line] = shapes("Sign up for our newsletter", [Span(0, 26)])
    >>> paragraph_pattern(line, "anywhere").reason
    'newsletter sign-up'
    """
    plain = shape.plain
    readings = {plain, plain.rstrip(" ])}>*→»›|_-") or plain}
    for pattern in patterns():
        if shape.words > pattern.max_words:
            continue
        if pattern.where == where and any(pattern.regex.match(reading) for reading in readings):
            return pattern
        if pattern.where == "last words" and where == "anywhere" and _credit(plain, pattern):
            return pattern
    return None


def head_pattern(shape: Shape) -> tuple[Pattern, int] | None:
    """Return the pattern that the first words of a paragraph fit, and how many characters they are."""
    for pattern in patterns():
        if pattern.where == "start of paragraph" and (match := pattern.regex.match(shape.plain)):
            return pattern, match.end()
    return None


def tail_pattern(shape: Shape) -> tuple[Pattern, int] | None:
    """Return the pattern that the last words of a paragraph fit, and the character where they begin."""
    for pattern in patterns():
        if pattern.where == "end of paragraph":
            start = max(0, len(shape.plain) - TAIL)
            match = pattern.regex.search(shape.plain, start)
            if match and match.start() > 0:
                return pattern, match.start()
    return None


def _credit(plain: str, pattern: Pattern) -> bool:
    """Whether the last words of a paragraph that does not end like a sentence fit a credit's pattern."""
    unfinished = plain[-1] not in CLOSING or plain.endswith(").")
    return unfinished and bool(pattern.regex.search(plain, max(0, len(plain) - CREDIT_TAIL)))


def _expand(expression: str, lists: dict[str, str]) -> str:
    """Put the lists of `[words]` in the place of their <names>."""
    return re.sub(r"<(\w+)>", lambda m: lists[m[1]], expression)
