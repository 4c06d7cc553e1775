"""The kind of source of a verb or of "according to", by the words of its sentence."""

import re
from collections.abc import Sequence

from analysis.features.attributions.attribution_words import (
    ASKED,
    CLAUSES,
    PARTING,
    PRONOUNS,
    QUOTES,
    Cue,
    Run,
    attribution_words,
)
from analysis.features.attributions.source_kinds import INSTITUTIONAL, NAMED, PRONOUN, UNNAMED
from analysis.features.attributions.source_phrases import before_auxiliaries, is_no_noun, phrase_after, phrase_before
from analysis.features.quotations.speech_words import cue_words, unturned_verbs
from analysis.measures.lexicons import name_words

#: What parts a clause from the one before it.
OPENS = re.compile("[,—]|--")
#: So many words after a passive its agent is sought, and before a verb the "who" of its clause.
REACH = 8
#: A verb after one of these has the subject of the verb before it.
AND = frozenset({"and", "but", "or", "then", "yet"})
#: Words before a participle that has the subject of the main verb; after others it is a noun, or somebody else's.
BEFORE_PARTICIPLE = frozenset({"before", "after", "while", "by", "when"})
#: What begins a time between a noun and a participle.
WHEN = frozenset({"on", *name_words("weekdays")})
#: Before "on to say".
WENT = frozenset({"went", "goes", "going", "gone", "go"})


def source_according(run: Run, at: int) -> str:
    """Return the kind of source of "according to": of a noun that no list has, an institution's (the deed)."""
    if run.after(at) != "to" or not (noun := run.after(at + 1)):
        return ""
    return phrase_after(run, at + 2)[0] or (INSTITUTIONAL if noun not in ("plan", "how") else "")


def source_of_verb(run: Run, at: int, cue: Cue, prior: str) -> str:
    """Return the kind of source of a verb, "" where it has none that can be told; `prior` is that of the verb before.

    What is negated, or only may be said, has none.
    """
    form = run.folded[at]
    participle = form.endswith("ing")
    if not participle and form not in unturned_verbs() and (kind := _turned(run, at)):
        return kind
    before = before_auxiliaries(run, at)
    if before < run.low:
        return _opening(run, at + 1, run.high) if participle and at == run.low else ""
    auxiliaries = run.folded[before + 1 : at]
    if _unsaid(auxiliaries, cue):
        return ""
    if not participle and not cue_words("be").isdisjoint(auxiliaries):
        return _agent(run, at, before)
    if run.after(at) == "by":
        return ""
    return _participle(run, at, before, prior) if participle else _subject(run, at, before, cue, prior)


def _turned(run: Run, at: int) -> str:
    """Return the kind of a subject after its verb: “No,” said Lund."""
    begins = at == run.low
    if begins and run.folded[at] in cue_words("also_nouns"):
        return ""  # "State senators said"
    quoted = begins or run.parted(at, QUOTES)
    if not quoted and "," not in run.gap(at):
        return ""
    kind, end = phrase_after(run, at + 1)
    if quoted or not kind:
        return kind
    ends = end >= run.high or run.parted(end, PARTING)
    return kind if ends and run.folded[at] in cue_words("turned_verbs") else ""


def _unsaid(auxiliaries: Sequence[str], cue: Cue) -> bool:
    """Whether a negation or a modal before a verb leaves it unsaid; "does not believe" is a thought."""
    if not attribution_words("modals").isdisjoint(auxiliaries):
        return True
    denied = any(word in attribution_words("negations") or word.endswith("'t") for word in auxiliaries)
    return denied and cue.verb not in ("believe", "think")


def _agent(run: Run, at: int, before: int) -> str:
    """Return who says in the passive: the agent; the subject of "was quoted as"; unnamed of "it was said"."""
    form, after = run.folded[at], run.after(at)
    if form == "quoted" and after == "as":
        return phrase_before(run, before)[0]
    for by in range(at + 1, min(at + REACH, run.high - 1)):
        if run.folded[by] == "by":
            return phrase_after(run, by + 1)[0]
        if not run.joined(by):
            break
    kept_back = form in attribution_words("impersonal") and (after in ("to", "that") or run.folded[before] == "it")
    return UNNAMED if kept_back else ""


def _participle(run: Run, at: int, before: int, prior: str) -> str:
    """Return the kind of source of "saying": after a comma that of the main verb; else that of the noun before it."""
    word = run.folded[before]
    if word in AND:
        return prior
    if not run.joined(before + 1) or word in BEFORE_PARTICIPLE or (before + 1 < at and run.folded[before + 1] in WHEN):
        return prior or _opening(run, run.low, before)
    kind = phrase_before(run, before)[0]
    inherits = run.folded[at] == "saying" and not is_no_noun(word)
    return kind or (prior or _opening(run, run.low, before) if inherits else "")


def _subject(run: Run, at: int, before: int, cue: Cue, prior: str) -> str:
    """Return the kind of the subject of a finite verb that follows it."""
    word = run.folded[before]
    if word in cue_words("relatives") or (word == "that" and before > run.low and run.joined(before)):
        return _antecedent(run, before)
    if word == "to" and run.folded[before - 1] == "on" and run.folded[before - 2] in WENT:
        return phrase_before(run, before - 3)[0]
    if word in AND:
        after, inflected = run.after(at), run.folded[at] != cue.verb
        speaks = cue.rule == "plain" or after in CLAUSES or (cue.rule == "transitive" and inflected)
        return prior or (_opening(run, run.low, before) if speaks and word != "or" else "")
    if not run.joined(before + 1):
        return _before_apposition(run, before + (before + 1 < at))
    if is_no_noun(word) and word not in PRONOUNS:
        return ""
    kind, first = phrase_before(run, before)
    preceding = run.folded[first - 1] if first > run.low else ""
    base = run.folded[at] == cue.verb and before + 1 == at
    if base and run.capital(before) and word not in PRONOUNS and not word.endswith("s") and preceding != "and":
        return ""  # "a Washington think tank"
    if run.folded[first] in attribution_words("negations") or preceding in ASKED:
        return ""
    return kind or _relative(run, before)


def _antecedent(run: Run, relative: int) -> str:
    """Return the kind of who "who" is: of the name in "Lund, a lawyer, who said"."""
    kind, first = phrase_before(run, relative - 1)
    if kind == UNNAMED and first > run.low and "," in run.gap(first):
        return NAMED if phrase_before(run, first - 1)[0] == NAMED else kind
    return kind


def _relative(run: Run, last: int) -> str:
    """Return the kind of who has a clause without commas before the verb: "an official who was there said"."""
    for at in range(last, max(run.low, last - REACH), -1):
        if run.folded[at] in cue_words("relatives"):
            return phrase_before(run, at - 1)[0]
        if not run.joined(at):
            break
    return ""


def _before_apposition(run: Run, last: int) -> str:
    """Return the kind of the subject that words between commas part from its verb: "Lund, a baker, said"."""
    nearest = ""
    for at in range(last, run.low, -1):
        if not run.parted(at, PARTING) or (run.folded[at] in AND and "," in run.gap(at)):
            continue
        kind, first = phrase_before(run, at - 1)
        opens = kind and (first == run.low or not run.joined(first) or run.folded[first - 1] in cue_words("joiners"))
        if opens and (kind == PRONOUN or (kind != UNNAMED and run.capital(at - 1))):
            return kind
        if opens and not nearest:
            named = run.capital(at) and phrase_after(run, at)[0] == NAMED
            nearest = NAMED if named else kind
    dated = run.words[last].text.isdigit() and run.gap(last) == ", "  # "The Herald on May 20, 2006, said"
    return nearest or (_opening(run, run.low, last) if dated else "")


def _opening(run: Run, low: int, high: int) -> str:
    """Return the kind of the first source that opens a clause among some words."""
    for at in range(low, high):
        if at == run.low and run.folded[at].endswith(("ing", "ed")):
            continue
        opens = at == low or run.folded[at - 1] in cue_words("joiners") or OPENS.search(run.gap(at))
        if opens and (kind := phrase_after(run, at)[0]):
            return kind
    return ""
