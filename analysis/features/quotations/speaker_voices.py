"""Who speaks by the words beside a quotation: before it, after it, or in it where a closing mark was forgotten."""

from collections.abc import Sequence
from functools import cache

from analysis.features.quotations.speaker_sentences import DESCRIPTION, NAME, PRONOUN, Sentences, Voice
from analysis.features.quotations.speech_cues import subject_of
from analysis.features.quotations.speech_phrases import POSSESSIVE, Subject, is_verb, phrase_after, tied_before
from analysis.features.quotations.speech_words import BLANK, Token, cue_words, speech_verbs, tokens, unturned_verbs
from analysis.measures.lexicons import calendar

#: A quotation whose closing mark was forgotten ends in a clause of at most so many words: “No, he said.
FORGOTTEN_WORDS = 6
#: Code points at its end in which that clause is sought.
FORGOTTEN_REACH = 80
#: So many words may stand between a quotation and its speaker, up to a comma.
REST_WORDS = 8
#: A line that begins with its speaker (Lund: …) has at most so many words before the quotation.
LABEL_WORDS = 8
#: So many words after a quotation are searched for a verb.
CLAUSE_WORDS = 60
#: Words that may stand before the subject after a quotation.
ADVERBS = ("then", "later", "meanwhile")


def voice_before(sentences: Sentences, run: Sequence[Token]) -> Voice | None:
    """Return who speaks by the words before a quotation: the subject of the nearest verb of speech."""
    cues = _cues()
    for at in [at for at in range(len(run) - 1, -1, -1) if run[at].folded in cues]:
        if is_verb(run, at):
            if _is_turned(run, at):
                return _following(sentences, run, at + 1)
            found = subject_of(run, at)
            if found:
                return sentences.voice(run, found)
            if at and run[at - 1].within("other_pronouns"):
                return None
        elif run[at].folded == "according" and at + 1 < len(run) and run[at + 1].folded == "to":
            return _following(sentences, run, at + 2)
        elif run[at].within("speech_nouns") and at + 1 < len(run):
            for owner in range(at - 1, max(-1, at - 4), -1):
                if POSSESSIVE.search(run[owner].text) or (run[owner].within("owners") and owner == 0):
                    return sentences.owner(run, owner)
    return _labelled(sentences, run)


@cache
def _cues() -> frozenset[str]:
    """Return the words at which a speaker is looked for before a quotation."""
    return speech_verbs() | cue_words("speech_nouns") | {"according"}


def voice_after(sentences: Sentences, run: Sequence[Token], *, opens: bool = True) -> Voice | None:
    """Return who speaks by the words after a quotation: "said Lund", "Lund, a baker, said", "according to Lund".

    After one that `opens` its sentence, they may follow the end of what was quoted: “I will be better” than ever,
    said Lund.
    """
    voice = _clause_after(sentences, run)
    comma = next((at for at in range(1, min(len(run), REST_WORDS)) if run[at].text == ","), 0)
    return voice or (_clause_after(sentences, run[comma:]) if opens and comma else None)


def voice_next(sentences: Sentences, end: int) -> Voice | None:
    """Return who speaks by the sentence after a quotation that ends in a question mark, if it says no more."""
    number = sentences.number(end - 1) + 1
    if number >= len(sentences.article.sentences):
        return None
    sentence = sentences.article.sentences[number]
    if sentences.text[end : sentence.start].strip(" \u00a0") or BLANK in sentences.frame[sentence.start : sentence.end]:
        return None
    run = sentences.of_sentence(number)
    verb = next((at for at in range(len(run)) if is_verb(run, at)), -1)
    ends = verb > 0 and (
        verb + 1 == len(run) or run[verb + 1].within("prepositions", "between") or run[verb + 1].folded in calendar()
    )
    return _clause_after(sentences, run) if ends else None


def voice_inside(sentences: Sentences, start: int, end: int) -> Voice | None:
    """Return who speaks by the last words of a quotation whose closing mark was forgotten."""
    tail = sentences.text[max(start, end - FORGOTTEN_REACH) : end]
    comma = tail.rfind(",")
    if comma < 0:
        return None
    run = tokens(sentences.text, end - len(tail) + comma, end)
    return voice_after(sentences, run) if len(run) <= FORGOTTEN_WORDS else None


def _clause_after(sentences: Sentences, run: Sequence[Token]) -> Voice | None:
    """Return who speaks by a clause that begins the words after a quotation."""
    first = 0
    while first < len(run) and (run[first].text in ",?!" or run[first].folded == "as"):
        first += 1
    run = run[first:]
    if not run:
        return None
    if run[0].folded == "according" and len(run) > 1 and run[1].folded == "to":
        return _following(sentences, run, 2)
    verbs = [at for at in range(min(len(run), CLAUSE_WORDS)) if is_verb(run, at)]
    if verbs and verbs[0] == 0:
        unturned = run[0].folded.endswith("ing") or run[0].folded in unturned_verbs()
        return None if unturned else _following(sentences, run, 1)
    for verb in verbs[:3]:
        found = subject_of(run[: verb + 1], verb)
        if found and found.first <= (run[0].folded in ADVERBS):
            return sentences.voice(run, found)
        if found and found.first > 1 and run[found.first - 1].folded == "and":
            return _together(sentences, run, found)
    return None


def _together(sentences: Sentences, run: Sequence[Token], second: Subject) -> Voice | None:
    """Return two who speak as one: "Ada Lund and Ola Berg said"."""
    first = tied_before(run, second.first - 2)
    voices = [sentences.voice(run, found) for found in (first, second) if found and first and first.first == 0]
    if len(voices) < 2 or not voices[0] or not voices[1] or PRONOUN in (voices[0].kind, voices[1].kind):
        return None
    return Voice(voices[1].kind, f"{voices[0].form} and {voices[1].form}", voices[0].start, voices[1].end)


def _labelled(sentences: Sentences, run: Sequence[Token]) -> Voice | None:
    """Return the speaker of a line such as “Lund: …”."""
    if len(run) < 2 or run[-1].text != ":" or len(run) > LABEL_WORDS:
        return None
    found = tied_before(run, len(run) - 2)
    voice = sentences.voice(run, found) if found and found.first == 0 else None
    return voice if voice and voice.kind == NAME else None


def _is_turned(run: Sequence[Token], at: int) -> bool:
    """Whether a verb between commas has its subject after it: "The plan, said Lund, is …"."""
    turned = at > 0 and run[at - 1].text == "," and run[at].within("turned_verbs")
    named = phrase_after(run, at + 1) if turned else None
    return named is not None and named[1] + 1 < len(run) and run[named[1] + 1].text == ","


def _following(sentences: Sentences, run: Sequence[Token], first: int) -> Voice | None:
    """Return the speaker whose words begin at a place: "a baker, Ada Lund" is Ada Lund."""
    found = phrase_after(run, first)
    if found is None:
        return None
    voice = sentences.voice(run, Subject(*found, found[1]))
    then = found[1] + 1
    if voice and voice.kind == DESCRIPTION and then + 1 < len(run) and run[then].text == ",":
        named = phrase_after(run, then + 1)
        other = sentences.voice(run, Subject(*named, named[1])) if named else None
        ends = named is None or named[1] + 1 >= len(run) or run[named[1] + 1].text in ",:;"
        if other and other.kind == NAME and ends:
            return other
    return voice
