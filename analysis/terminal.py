"""Texts on a terminal: what an article holds is shown, and cannot command the terminal."""

import re

#: Escape sequences: of colours and cursors, of titles and links, and the short ones.
ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
#: Other control characters, marks that turn the direction of writing, and halves of characters.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
#: Characters of a text that are shown on either side of a place.
AROUND = 80


def printable(text: str) -> str:
    r"""Return a text on one line, without anything that a terminal would obey.

    >>> printable("one\x1b[31m red\x07\r\ntwo")
    'one red two'
    """
    return UNPRINTABLE.sub("", re.sub(r"[\s\x1c-\x1f]+", " ", ESCAPES.sub("", text)))


def passage(text: str, start: int, end: int, *, around: int = AROUND) -> str:
    """Return what stands at a place, in double brackets, and the whole words around it.

    >>> passage("The ferries stayed in port on Monday. Nobody was told.", 30, 36, around=10)
    '… port on [[Monday]]. Nobody …'
    """
    first, last = max(0, start - around), min(len(text), end + around)
    before, after = printable(text[first:start]), printable(text[end:last])
    if first and not text[first - 1].isspace() and " " in before:  # not every language parts its words
        before = before.partition(" ")[2]
    if last < len(text) and not text[last].isspace() and " " in after:
        after = after.rpartition(" ")[0]
    opening, closing = "… " if first else "", " …" if last < len(text) else ""
    return f"{opening}{before.lstrip()}[[{printable(text[start:end])}]]{after.rstrip()}{closing}"
