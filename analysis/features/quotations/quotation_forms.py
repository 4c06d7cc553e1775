"""What a quotation is: an utterance, a few words inside a sentence, or a term that nobody speaks."""

import re
from collections.abc import Sequence

from analysis.corpus.quotations import CLOSING_MARKS
from analysis.corpus.spans import Span
from analysis.features.quotations.speaker_sentences import OPENING_MARKS, Sentences
from analysis.features.quotations.speaker_voices import voice_after
from analysis.features.quotations.speech_words import Token, cue_words
from analysis.measures.lexicons import function_words

SPEECH, FRAGMENT, TERM = "speech", "fragment", "term"
#: A title has at most so many words.
TITLE_WORDS = 8
#: From so many words on a quotation is speech even without a finite verb.
SPEECH_WORDS = 12
#: Finite verbs and subjects by which a clause is told.
CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|may|might|do|does|did|cannot)\b|"
    r"\w[’'](?:s|m|re|ve|ll|d|t)\b|\b(?:I|we|he|she|they|you)\b",
    re.IGNORECASE,
)


def can_be_followed(text: str, quoted: Span, before: Sequence[Token]) -> bool:
    """Whether the words after a quotation can name its speaker: it ends as “…,” or begins the sentence."""
    closed = text[quoted.start : quoted.end].rstrip(CLOSING_MARKS + " \u00a0")
    follows = text[quoted.end : quoted.end + 3].lstrip()
    return not before or closed[-1:] in ",?!…—–-" or follows[:1] in (",", "—", "–")


def is_closed(text: str, quoted: Span) -> bool:
    """Whether a quotation mark ends a quotation."""
    return text[quoted.end - 1] in CLOSING_MARKS


def is_term(sentences: Sentences, quoted: Span, before: Sequence[Token]) -> bool:
    """Whether a quotation is a title or a name: capitals throughout, or a word of naming before it."""
    if before and (before[-1].folded in cue_words("naming") or [t.folded for t in before[-2:]] == ["known", "as"]):
        return True
    inner = quoted.of(sentences.text).strip(OPENING_MARKS + CLOSING_MARKS)
    words = [word.text for word in sentences.article.words(quoted)]
    full = [word for word in words if word.casefold() not in function_words()]
    capitals = not any(map(_is_lower, words)) or (len(full) > 1 and not any(map(_is_lower, full)))
    if not capitals or len(words) > TITLE_WORDS or inner[-1:] in ("?", "!"):
        return False
    return bool(before) or voice_after(sentences, sentences.after(quoted.end)) is None


def _is_lower(word: str) -> bool:
    return word[0].islower()


def form_of(text: str, quoted: Span, before: Sequence[Token]) -> str:
    """Return whether a quotation is an utterance, or a few words inside a sentence."""
    inner = quoted.of(text).strip(OPENING_MARKS + CLOSING_MARKS + " …[")
    if not before or len(inner.split()) >= SPEECH_WORDS or CLAUSE.search(inner):
        return SPEECH
    return SPEECH if inner[:1].isupper() and before[-1].text in ",:" else FRAGMENT
