"""Whether a coder's words are the articles': the ledger holds what was found, not the sentences."""

import re
from collections.abc import Mapping

from analysis.sources.people import visible

#: As many words in a row as one may have from a text; numbers, points and line ends do not part them.
LONGEST_RUN = 7
LETTERS = re.compile(r"[^\W\d_]+")
Runs = Mapping[str, frozenset[tuple[str, ...]]]


def runs(text: str) -> list[tuple[str, ...]]:
    r"""Every run of one word more than is allowed, case folded, in order; words are runs of letters.

    >>> len(runs("One two three four. Five, six: seven 8 eight\nnine"))
    2
    """
    found = [match.group().casefold() for match in LETTERS.finditer(visible(text))]
    return [tuple(found[at : at + LONGEST_RUN + 1]) for at in range(len(found) - LONGEST_RUN)]


def runs_by_article(texts: Mapping[str, str]) -> Runs:
    """Article id → the runs of its text."""
    return {article: frozenset(runs(text)) for article, text in sorted(texts.items())}


def copied_from(words: str, texts: Runs) -> tuple[str, ...]:
    """Name the articles of which a coder's sentence holds too many words in a row; addresses do not count."""
    own = runs(" ".join(part for part in words.split() if "://" not in part))
    return tuple(article for article, its in texts.items() if any(run in its for run in own))
