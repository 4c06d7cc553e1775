"""The subjects of verbs of speech, read from the words of one sentence without a parser."""

from collections.abc import Sequence

from analysis.features.quotations.speaker_names import is_human
from analysis.features.quotations.speech_phrases import (
    LONGEST_PHRASE,
    POSSESSIVE,
    PRONOMINAL,
    Subject,
    is_open,
    is_turned,
    is_verb,
    phrase_after,
    phrase_before,
    tied_before,
)
from analysis.features.quotations.speech_words import BLANK, Token
from analysis.measures.lexicons import calendar, function_words, name_words, titles

#: Verbs that a participle or a second verb may hang on are sought so many times over.
DEPTH = 3
#: A verb after one of these has the subject of the verb before it.
HANGS_ON = frozenset({"and", "but", "or", "to", "as", "by", "before", "after", "while", "in", "for"})
#: Nouns of time: a phrase with one is no subject.
TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
#: Words that open what somebody is asked or told.
COMPLEMENTS = frozenset({"whether", "if", "that", "how", "why", "what"})
#: Words that open an apposition besides determiners, numbers and nouns.
APPOSITION = frozenset({"whose", "of", "along", "speaking", "now", "then", "also", "himself", "herself"})


def subject_of(run: Sequence[Token], verb: int, *, depth: int = DEPTH) -> Subject | None:
    """Return the subject of the verb at a place of the sentence, None if it has none that can be told.

    >>> from analysis.features.quotations.speech_words import tokens
    >>> text = "Lund, a baker from Delft, has said that it rained, adding that it would rain again"
    >>> run = tokens(text, 0, len(text))
    >>> [run[subject_of(run, at).first].text for at in range(len(run)) if is_verb(run, at)]
    ['Lund', 'Lund']
    """
    if is_turned(run, verb) and (after := phrase_after(run, verb + 1)):
        return Subject(*after, after[1])
    participle = run[verb].folded.endswith("ing")
    at = verb - 1
    while at >= 0 and _between(run, at):
        if run[at].within("be") and not participle:
            return _governing(run, at, depth) if run[verb].within("speaking_passives") else None
        participle = participle and not run[at].within("be")
        at -= 1
    if at < 0:
        return None
    before = run[at]
    if participle and before.is_capitalised and at > 0 and run[at - 1].text != ",":
        return tied_before(run, at)
    if participle and before.folded == "as" and (quoted := _quoted_object(run, at)):
        return quoted
    if participle and is_open(run, at):
        found = tied_before(run, at)
        if found and (run[found.first].folded in PRONOMINAL or is_human(run[found.last].folded)):
            return found
    if participle or before.folded in HANGS_ON:
        return _governing(run, verb, depth)
    if before.within("relatives") or (before.folded == "that" and at > 0 and run[at - 1].is_word):
        return tied_before(run, at - (2 if at > 0 and run[at - 1].text == "," else 1))
    if before.text == ",":
        return _before_apposition(run, at) or _governing(run, verb, depth)
    found = tied_before(run, at)
    return None if found and found.first == found.last and run[found.first].within("other_pronouns") else found


def _quoted_object(run: Sequence[Token], as_: int) -> Subject | None:
    """Return who is quoted: "Berg quoted the mayor as saying"; None in the passive, where that is the subject."""
    found = tied_before(run, as_ - 1)
    quotes = found and found.first > 0 and run[found.first - 1].within("speaking_passives")
    return found if quotes else None


def _between(run: Sequence[Token], at: int) -> bool:
    """Whether a word can stand between a subject and its verb: an adverb, an auxiliary, "on Monday"."""
    word = run[at]
    return (
        word.within("between", "be")
        or word.folded in name_words("weekdays")
        or (word.folded.endswith("ly") and not word.is_capitalised)
        or (word.folded == "on" and run[at + 1].folded in name_words("weekdays"))
    )


def _before_apposition(run: Sequence[Token], comma: int) -> Subject | None:
    """Return the subject that words between commas part from its verb: "Lund, a lawyer from Delft, said".

    Where the words between are a name, the name is the subject: "a lawyer from Delft, Ada Lund, said".
    """
    name = phrase_before(run, comma - 1)
    if name and run[name[1]].is_capitalised and name[0] > 1 and run[name[0] - 1].text == ",":
        head = tied_before(run, name[0] - 2)
        if head and run[head.first].within("determiners") and not run[head.last].is_capitalised:
            return Subject(*name, name[1])
    nearest = None
    for at in range(comma - 1, 0, -1):
        if run[at].text != "," or not _opens_apposition(run[at + 1]):
            continue
        found = tied_before(run, at - 1)
        if found and found.first and run[found.last].folded in titles():  # "Lund, Republican of Ohio, said"
            continue
        if found and (found.first == 0 or _begins_clause(run[found.first - 1])):
            if run[found.last].is_capitalised or run[found.last].within("pronouns"):
                return found
            nearest = nearest or found
    return nearest


def _begins_clause(before: Token) -> bool:
    return before.text in ",:;" or before.text[0] == BLANK or before.within("joiners")


def _opens_apposition(word: Token) -> bool:
    return (
        word.within("relatives", "determiners")
        or word.folded in APPOSITION
        or word.text[0].isdigit()
        or (word.is_word and word.folded not in function_words())
    )


def _governing(run: Sequence[Token], verb: int, depth: int) -> Subject | None:
    """Return the subject of the verb that a participle, an infinitive or a second verb hangs on."""
    if depth == 0:
        return None
    for at in range(verb - 1, 0, -1):
        if is_verb(run, at) and not run[at].folded.endswith("ing"):
            found = subject_of(run, at, depth=depth - 1)
            if found:
                return found
    return opening_subject(run, verb, infinitive=run[verb - 1].folded == "to")


def opening_subject(run: Sequence[Token], verb: int, *, infinitive: bool = False, main: bool = False) -> Subject | None:
    """Return the first noun phrase before a verb that opens a clause; for an infinitive a name or a pronoun.

    With `main`, not that of what somebody is asked or told: "Asked whether Lund would go".
    """
    for at in range(verb):
        opens = at == 0 or (_begins_clause(run[at - 1]) and not (main and run[at - 1].folded in COMPLEMENTS))
        if opens and run[at].within("pronouns"):
            return Subject(at, at, at)
        described = run[at].within("determiners")
        if not opens or not (run[at].is_capitalised or described) or (described and infinitive) or not is_open(run, at):
            continue
        last = at
        while last + 1 < verb and last - at < LONGEST_PHRASE and is_open(run, last + 1):
            verbal = last + 2 < verb and run[last + 2].within("determiners")
            if not run[last + 1].is_capitalised and (not described or (run[last].is_capitalised and verbal)):
                break
            last += 1
        if _is_adverbial(run, at, last):
            continue
        if not POSSESSIVE.search(run[last].text) and run[last].folded not in function_words() | calendar():
            return Subject(at, last, last)
    return None


def _is_adverbial(run: Sequence[Token], first: int, last: int) -> bool:
    """Whether a phrase that begins a sentence is no subject: "Asked again", "Ten minutes later"."""
    after = run[last + 1].folded if last + 1 < len(run) else ""
    verbal = first == 0 and last == 0 and run[0].folded.endswith(("ing", "ed"))
    return verbal or after in TIMES or run[last].folded in TIMES
