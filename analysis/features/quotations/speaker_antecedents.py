"""Whom "he", "she", "it" or "they" beside a quotation means."""

from collections.abc import Sequence

from analysis.features.quotations.speaker_names import is_human, noun_sex
from analysis.features.quotations.speaker_sentences import PRONOUN, Sentences, Voice

#: Sentences read backwards.
BACKWARDS = 8
#: Sentences read backwards for somebody who only is told about.
JUST_BEFORE = 1
#: Code points before the pronoun in which others who can be meant are counted.
NEAR = 3000
#: A speaker ("" for nobody), the place of the words that name it, the rule, and whether it is resolved.
Found = tuple[str, int, int, str, bool]


def antecedent(sentences: Sentences, found: Sequence[Found], voice: Voice) -> tuple[str, bool]:
    """Return whom a pronoun means, and whether nobody else near can be meant.

    It is the last to speak or to act who agrees with it. Others count who are named from there on.

    Parameters
    ----------
    sentences : Sentences
    found : sequence of Found
        The speakers of the article's first quotations, up to the pronoun's.
    voice : Voice
        The pronoun.

    Returns
    -------
    tuple of str and bool
        "" where nobody is found.
    """
    article, people = sentences.article, sentences.people
    here = sentences.number(voice.start)
    spoken: dict[int, str] = {}
    for earlier in range(len(found) - 1, max(-1, len(found) - 1 - 2 * BACKWARDS), -1):
        if found[earlier][0]:
            spoken.setdefault(sentences.number(article.quotations[earlier].end - 1), found[earlier][0])
    for back in range(here, max(-1, here - BACKWARDS - 1), -1):
        candidates = [spoken.get(back, "")]
        for near in (sentences.voice_of(back), sentences.subject(back)):
            if near and near.kind != PRONOUN and near.start < voice.start:
                candidates.append(near.form)
        for candidate in candidates:
            if candidate and _fits(sentences, candidate, voice.form):
                sentence = article.sentences[back]
                near_by = sentences.mentions_between(max(sentence.start, voice.start - NEAR), voice.start)
                others = {people.bearer(m) for m in near_by if not article.is_quoted(m.start)} - {candidate}
                return candidate, not any(people.is_known(o) and people.agrees(o, voice.form) for o in others)
    return _last_of_that_sex(sentences, voice), False


def _last_of_that_sex(sentences: Sentences, voice: Voice) -> str:
    """Return the person named last who is surely "he" or "she", of those who neither speak nor act; a guess."""
    article, people = sentences.article, sentences.people
    opening = article.sentences[max(0, sentences.number(voice.start) - JUST_BEFORE)].start
    for mention in reversed(sentences.mentions_between(opening, voice.start)):
        full = people.bearer(mention)
        if not article.is_quoted(mention.start) and people.is_person(full) and people.sex(full) == voice.form:
            return full
    return ""


def _fits(sentences: Sentences, speaker: str, pronoun: str) -> bool:
    """Whether a pronoun can stand for a speaker; a description fits by its last word."""
    named = speaker in sentences.people.known
    if pronoun not in ("he", "she"):
        return not sentences.people.is_person(speaker) if named else pronoun == "they" or not _is_plural(speaker)
    if named:
        return sentences.people.may_be(speaker, pronoun)
    noun = speaker.split()[-1].casefold()
    return is_human(noun) and noun_sex(noun) in ("", pronoun)


def _is_plural(description: str) -> bool:
    return description.endswith("s") and not description.endswith("ss")
