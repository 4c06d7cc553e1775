"""The noun phrases before and after a word, the kinds of source that they name, and what parts one from its verb."""

from analysis.features.attributions.attribution_words import PRONOUNS, Run, attribution_words, cues, outside_sources
from analysis.features.attributions.source_kinds import NAMED, PRONOUN, UNNAMED, is_particle, noun_kind
from analysis.features.quotations.speech_phrases import LONGEST_PHRASE
from analysis.features.quotations.speech_words import cue_words
from analysis.measures.lexicons import institutions, name_words

#: Pronouns after "according to".
OBJECTS = frozenset({"him", "her", "them"})
#: Prepositions that open a clause as well: "after the mayor said".
SINCE = frozenset({"after", "before", "since", "until", "as", "than", "like"})


def phrase_before(run: Run, last: int) -> tuple[str, int]:
    """Return the kind of the noun phrase that ends at a word, and its first word: "the head of the ministry".

    What hangs on a noun by prepositions does not speak: a spokesman for the ministry is unnamed. A phrase that begins
    with a preposition itself is no subject, only its last noun can be: "In a letter to Delft the ministry".
    """
    outer = inner = ("", last)
    while last >= run.low:
        first, noun = last, run.folded[last]
        if noun in PRONOUNS:
            return outer if outer[0] else (PRONOUN, last)
        if is_no_noun(noun):
            return outer
        while _continues(run, first):
            first -= 1
        kind = noun_kind(run, last, first) or _described(run, last, first)
        outer = (kind, first) if kind else outer
        inner = inner if inner[0] else outer
        before = first - 1
        if before < run.low or not run.joined(first) or not _is_tie(run.folded[before]):
            return outer
        if before == run.low or not run.joined(before) or run.folded[before - 1] in outside_sources():
            return inner
        last = before - 1
    return outer


def is_no_noun(word: str) -> bool:
    """Whether a word can end no noun phrase: "the", "with"; "some" and "those" can."""
    return (word in outside_sources() or word in cue_words("determiners")) and word not in attribution_words("people")


def _continues(run: Run, first: int) -> bool:
    """Whether the phrase that begins at a word goes on before it."""
    if first <= run.low or run.folded[first] in cue_words("determiners") or not run.joined(first):
        return False
    return run.folded[first - 1] not in outside_sources() and not _is_verb(run, first - 1)


def _is_verb(run: Run, at: int) -> bool:
    """Whether a word beside a noun phrase is a verb of speech, rather than the noun of the same form."""
    word = run.folded[at]
    return word in cues() and word not in institutions() and not run.capital(at)


def _is_tie(word: str) -> bool:
    """Whether a word ties a noun phrase to the one before it."""
    return word in cue_words("prepositions") and word not in SINCE


def _described(run: Run, last: int, first: int) -> str:
    """Return the kind of persons whom a word or two after them describe: "officials familiar" (with the talks)."""
    if run.capital(last):
        return ""
    participle = run.folded[last].endswith(("ed", "en", "ing"))
    for at in range(last - 1, max(first, last - 2) - 1, -1):
        kind = noun_kind(run, at, first)
        if kind == UNNAMED or (kind and participle and not run.capital(at)):
            return kind
    return ""


def phrase_after(run: Run, first: int) -> tuple[str, int]:
    """Return the kind of the noun phrase that begins at a word, and the word after it.

    Where it names nobody, what hangs on it by "of" does: "the likes of Lund".
    """
    if first >= run.high:
        return "", first
    if _is_pronoun(run, first):
        return PRONOUN, first + 1
    end = first
    while end < run.high and end - first < LONGEST_PHRASE and (end == first or _goes_on(run, end)):
        if run.folded[end] in outside_sources():
            break
        end += 1
    kind = _head_kind(run, first, end)
    if not kind and end > first and end + 1 < run.high and run.folded[end] == "of":
        return phrase_after(run, end + 1)
    if kind == UNNAMED and end < run.high and run.gap(end) == ", " and run.capital(end):
        kind = NAMED if phrase_after(run, end)[0] == NAMED else kind
    return kind, end


def _is_pronoun(run: Run, at: int) -> bool:
    """Whether a word is a pronoun, and "her" no possessive."""
    word = run.folded[at]
    owner = word == "her" and at + 1 < run.high and run.joined(at + 1)
    return word in PRONOUNS or (word in OBJECTS and not owner)


def _goes_on(run: Run, end: int) -> bool:
    """Whether the phrase that ends before a word goes on with it."""
    return run.joined(end) and run.folded[end] not in cue_words("determiners") and not _is_verb(run, end)


def _head_kind(run: Run, first: int, end: int) -> str:
    """Return the kind of a noun phrase by its head, after a name the nouns beside it: "White House officials"."""
    no_name = cue_words("determiners")
    head = name = next((at for at in range(first, end) if run.capital(at) and run.folded[at] not in no_name), end)
    while head < end and (run.capital(head) or is_particle(run, head) or noun_kind(run, head, first)):
        head += 1
    if head > name and (kind := noun_kind(run, head - 1, first)):
        return kind
    return next((kind for at in range(end - 1, first - 1, -1) if (kind := noun_kind(run, at, first))), "")


def before_auxiliaries(run: Run, at: int) -> int:
    """Return the last word before a verb that is no adverb or auxiliary."""
    before = at - 1
    while before >= run.low and (before + 1 == at or run.joined(before + 1)) and _is_auxiliary(run, before):
        before -= 1
    return before


def _is_auxiliary(run: Run, at: int) -> bool:
    """Whether a word can stand between a subject and its verb: an auxiliary, an adverb, "on Monday"."""
    word = run.folded[at]
    return (
        word in cue_words("between")
        or word in cue_words("be")
        or word.endswith("'t")
        or (word.endswith("ly") and not run.capital(at) and word not in institutions())
        or word in attribution_words("adverbs")
        or word in name_words("weekdays")
        or (word == "on" and run.folded[at + 1] in name_words("weekdays"))
    )
