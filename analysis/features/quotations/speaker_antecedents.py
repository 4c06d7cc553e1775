"""Whom "he", "she", "it" or "they" beside a quotation means."""

from collections.abc import Sequence

from analysis.features.quotations.speaker_names import is_human, noun_sex
from analysis.features.quotations.speaker_sentences import PRONOUN, Sentences, Voice

#: Sentences read backwards.
BACKWARDS = 8
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
                others = {people.fullest(m.form) for m in near_by if not article.is_quoted(m.start)} - {candidate}
                return candidate, not any(people.is_known(o) and people.agrees(o, voice.form) for o in others)
    return "", False


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
