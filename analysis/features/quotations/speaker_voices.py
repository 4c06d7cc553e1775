"""Who speaks by the words beside a quotation: before it, after it, or in it where a closing mark was forgotten."""

from collections.abc import Sequence
from functools import cache

from analysis.features.quotations.speaker_sentences import DESCRIPTION, NAME, PRONOUN, Sentences, Voice
from analysis.features.quotations.speech_cues import subject_of
from analysis.features.quotations.speech_phrases import (
    POSSESSIVE,
    Subject,
    is_turned,
    is_verb,
    phrase_after,
    tied_before,
)
from analysis.features.quotations.speech_words import BLANK, Token, cue_words, speech_verbs, tokens, unturned_verbs
from analysis.measures.lexicons import calendar, titles

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
            if is_turned(run, at):
                return _following(sentences, run, at + 1)
            found = subject_of(run, at)
            if found:
                return _joint(sentences, run, found) or sentences.voice(run, found)
            if at and run[at - 1].within("other_pronouns"):
                return None
        elif source := _source(run, at) or _source(run, max(0, at - 2)):
            return _following(sentences, run, source)
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
    asked = phrase_after(run, verb + 1) if verb > 0 and run[verb].within("asking") else None
    then = asked[1] + 1 if asked else verb + 1
    ends = then >= len(run) or run[then].within("prepositions", "between") or run[then].folded in calendar()
    bidding = asked is not None and then < len(run) and run[then].folded == "to"
    return _clause_after(sentences, run) if verb > 0 and ends and not bidding else None


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
    if source := _source(run, 0):
        return _following(sentences, run, source)
    verbs = [at for at in range(min(len(run), CLAUSE_WORDS)) if is_verb(run, at)]
    if verbs and verbs[0] == 0:
        unturned = run[0].folded.endswith("ing") or run[0].folded in unturned_verbs()
        return None if unturned else _following(sentences, run, 1)
    for verb in verbs[:3]:
        found = subject_of(run[: verb + 1], verb)
        if found and found.first <= (run[0].folded in ADVERBS):
            return sentences.voice(run, found)
        if found and (joint := _joint(sentences, run, found)):
            return joint
    return None


def _source(run: Sequence[Token], at: int) -> int:
    """Return where a speaker's words begin after "according to" or "in the words of", 0 if neither stands there."""
    said = [token.folded for token in run[at : at + 4]]
    return at + 2 if said[:2] == ["according", "to"] else at + 4 if said == ["in", "the", "words", "of"] else 0


def _joint(sentences: Sentences, run: Sequence[Token], last: Subject) -> Voice | None:
    """Return those who speak as one, if the last of them is found: "Ada Lund, Bo Ek and Ola Berg said"."""
    joined, at = [last], last.first - 1
    while at > 0 and (run[at].folded == "and" if len(joined) == 1 else run[at].text == ","):
        other = tied_before(run, at - 1)
        if other is None or not _is_bare(run, other) or (len(joined) > 1 and not run[other.last].is_capitalised):
            break
        joined.insert(0, other)
        at = other.first - 1
    for chain in (joined, joined[-2:]):  # "In Delft, Ada Lund and Ola Berg said": two of what looks like three
        before = chain[0].first - 1
        if before < 0 or _parts_clauses(run[before]):
            together = _together([sentences.voice(run, one) for one in chain])
            if together:
                return together
    return None


def _parts_clauses(word: Token) -> bool:
    return word.text[0] in f",:;{BLANK}" or word.within("joiners")


def _is_bare(run: Sequence[Token], found: Subject) -> bool:
    """Whether a noun phrase is a name with its titles or begins with a determiner: nothing else goes before."""
    words = run[found.first : found.last + 1]
    return (words[0].within("determiners") and found.end == found.last) or all(
        w.is_capitalised or w.folded in titles() for w in words
    )


def _together(voices: Sequence[Voice | None]) -> Voice | None:
    """Return several voices as one, None for a single one or if one of them is nobody or a pronoun."""
    known = [voice for voice in voices if voice and voice.kind != PRONOUN]
    if len(known) < 2 or len(known) < len(voices):
        return None
    form = f"{', '.join(voice.form for voice in known[:-1])} and {known[-1].form}"
    return Voice(known[-1].kind, form, known[0].start, known[-1].end)


def _labelled(sentences: Sentences, run: Sequence[Token]) -> Voice | None:
    """Return the speaker of a line such as “Lund: …”."""
    if len(run) < 2 or run[-1].text != ":" or len(run) > LABEL_WORDS:
        return None
    found = tied_before(run, len(run) - 2)
    voice = sentences.voice(run, found) if found and found.first == 0 else None
    return voice if voice and voice.kind == NAME else None


def _following(sentences: Sentences, run: Sequence[Token], first: int) -> Voice | None:
    """Return the speaker whose words begin at a place: "a baker, Ada Lund" is Ada Lund."""
    found = phrase_after(run, first)
    if found is None:
        return None
    voice = sentences.voice(run, Subject(*found, found[1]))
    then = found[1] + 1
    if voice and (joint := _followed_by_another(sentences, run, voice, then)):
        return joint
    return (sentences.apposed(run, then) if voice and voice.kind == DESCRIPTION else None) or voice


def _followed_by_another(sentences: Sentences, run: Sequence[Token], first: Voice, then: int) -> Voice | None:
    """Return two who speak as one where "and" and a second follow that no verb claims: "said Ada Lund and Bo Ek"."""
    second = phrase_after(run, then + 1) if then < len(run) and run[then].folded == "and" else None
    if second is None or not all(w.is_capitalised or w.folded in titles() for w in run[second[0] : second[1] + 1]):
        return None
    ends = second[1] + 1 == len(run) or run[second[1] + 1].text in ",:;" or run[second[1] + 1].within("prepositions")
    return _together([first, sentences.voice(run, Subject(*second, second[1]))]) if ends else None
