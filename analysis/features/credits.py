"""Where an article names someone as the source of what it tells: "told RFE/RL", "first published by …".

The words next to a name decide; whether the name is an outlet's is for whoever knows the records.
"""

import re

from analysis.measures.lexicons import reporting_verbs

#: What stands before the name of a source, and how the credit is called.
BEFORE = {
    "told": r"\b(?:told|tells?|telling)",
    "according to": r"\baccording\s+to",
    "published by": r"\b(?:published|printed|reported|appeared|revealed|obtained)(?:\s+\w+ly)?\s+(?:by|in|on)",
    "interview with": r"\binterview(?:ed)?\s+(?:with|by|to)",
    "citing": r"\b(?:citing|quoting|courtesy\s+of|credit:|source:)",
}
#: How far before a name its cue may begin.
REACH = 48
_BEFORE = {cue: re.compile(rf"{pattern}\s+(?:the\s+)?$", re.IGNORECASE) for cue, pattern in BEFORE.items()}
#: What stands after it, perhaps after a day or an adverb: a verb of reporting.
_AFTER = re.compile(r"(?:\s+(?:first|has|had|also|on\s+\w+day))*\s+([a-z]+)\b")
#: What turns a credit into none, in the same sentence.
_DENIED = re.compile(r"(?:\b(?:not|never|denied|refused|declined)\b|n[’']t\b)[^.?!;]*$", re.IGNORECASE)


def credit(text: str, start: int, end: int) -> str:
    """Return how a text gives the name at a place as a source; "" where it does not.

    >>> credit("Officials told The Guardian that it rained.", 15, 27)
    'told'
    >>> credit("It rained, the Guardian reports.", 15, 23)
    'reports'
    """
    before = text[max(0, start - REACH) : start]
    following = _AFTER.match(text, end)
    for cue, pattern in _BEFORE.items():
        if pattern.search(before):
            return "" if _DENIED.search(before) else cue
    return "reports" if following and following.group(1) in reporting_verbs() else ""
