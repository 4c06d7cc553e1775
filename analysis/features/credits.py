"""Where an article names someone as the source of what it tells: "told RFE/RL", "first published by …".

The words next to a name decide; whether the name is an outlet's is for whoever knows the records.
"""

import re

from analysis.measures.lexicons import reporting_verbs

#: What stands before the name of a source, and how the credit is called.
BEFORE = {
    "told": r"\b(?:told|tells?|telling)",
    "according to": r"\baccording\s+to",
    "published by": r"\b(?:published|printed|reported|appeared|broadcast|revealed|obtained|written|produced|provided)"
    r"(?:\s+\w+){0,2}?\s+(?:by|in|on|at)",
    "interview with": r"\binterview(?:ed)?\s+(?:with|by|to)",
    "citing": r"\b(?:citing|quoting|courtesy\s+of|credit:|source:)",
}
#: How far before a name its cue may begin.
REACH = 48
_BEFORE = {cue: re.compile(rf"{pattern}\s+(?:the\s+)?$", re.IGNORECASE) for cue, pattern in BEFORE.items()}
#: What stands after it: a verb of reporting, perhaps after a day or an adverb.
_AFTER = re.compile(r"(?:’s|'s)?(?:\s+(?:first|has|had|also|on\s+\w+day))*\s+([a-z]+)\b")
#: Verbs that a person uses as well say little; these say that a medium reported.
_REPORTS = frozenset({"report", "reports", "reported", "reporting"})


def credit(text: str, start: int, end: int) -> str:
    """Return how a text gives the name at a place as a source; "" where it does not.

    >>> credit("Officials told The Guardian that it rained.", 15, 27)
    'told'
    >>> credit("It rained, the Guardian reports.", 15, 23)
    'reports'
    """
    before = text[max(0, start - REACH) : start]
    for cue, pattern in _BEFORE.items():
        if pattern.search(before):
            return cue
    following = _AFTER.match(text, end)
    if not following:
        return ""
    verb = following.group(1)
    return "reports" if verb in _REPORTS else "says" if verb in reporting_verbs() else ""
