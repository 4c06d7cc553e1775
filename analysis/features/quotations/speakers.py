"""The speaker of each direct quotation, with the rule that found it.

No parser and no model: the words beside a quotation, then what stands before it. A speaker whom only a pronoun or
an earlier paragraph gives stays a guess unless one person alone can be meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.corpus.article import NARRATIVE, Article
from analysis.corpus.quotations import CLOSING_MARKS
from analysis.corpus.spans import Span
from analysis.features.names.names import NameMention
from analysis.features.quotations.quotation_forms import TERM, can_be_followed, form_of, is_closed, is_term
from analysis.features.quotations.speaker_antecedents import Found, antecedent
from analysis.features.quotations.speaker_sentences import NAME, PRONOUN, Sentences, Voice
from analysis.features.quotations.speaker_voices import voice_after, voice_before, voice_inside, voice_next
from analysis.features.quotations.speech_words import Token

RULES = {
    "named": "a verb of speech or “according to” beside the quotation has a name: “…,” Lund said",
    "described": "the same with a description: “…,” said a police spokesman",
    "continued": "the quotation goes on from one before whose speaker is found: “…,” Lund said. “…”",
    "introduced": "the sentence before, or one that ends in a colon, tells what the speaker says",
    "pronoun": "“he”, “she” or “they” beside the quotation, and one person alone is near who can be meant",
    "inherited": "nothing beside the quotation; the last to speak in the paragraph before",
    "pronoun, several": "a pronoun, and several can be meant: the last to speak or act",
    "inherited, narrated": "nothing beside the quotation; the last person the sentences before tell about",
}
#: Sentences read backwards for a speaker, and a few quoted words that are a term if nobody speaks them.
BACKWARDS, TERM_WORDS = 8, 5
NOBODY: Found = ("", -1, -1, "", False)


@dataclass(frozen=True)
class Attribution:
    """Who speaks a quotation.

    `quotation` counts the article's quotations from 0. `form` is "speech" (an utterance or a clause),
    "fragment" (a few quoted words inside a sentence) or "term" (a title, a name, a word held at arm's length:
    nobody speaks). `continues` says that it is one quotation with the one before. `speaker` is the name at its
    fullest in the article or a description of at most six words, "" for nobody; ``text[start:end]`` the words
    that name the speaker, -1 where none do. `rule` is one of `RULES` or ""; what is not `resolved` is a guess.
    """

    quotation: int
    form: str
    continues: bool
    speaker: str
    start: int
    end: int
    rule: str
    resolved: bool


class _Beside(NamedTuple):
    """A quotation with the words before and after it in its sentences, and the voice they name."""

    before: list[Token]
    followed: bool
    voice: Voice | None
    form: str
    continues: bool


def attributions(article: Article, mentions: Sequence[NameMention]) -> list[Attribution]:
    """Find the speaker of each of the article's quotations, in order.

    Examples
    --------
    >>> from analysis.corpus.article import read_article
    >>> from analysis.features.names.names import name_mentions
    >>> article = read_article("a", "“We will stay here,” said Ada Lund, 44. “Nobody will move us.”")
    >>> found = attributions(article, name_mentions(article.text, article.sentences))
    >>> [(a.speaker, a.rule) for a in found]
    [('Ada Lund', 'named'), ('Ada Lund', 'continued')]
    """
    if not article.sentences:
        return []
    sentences = Sentences(article, mentions)
    beside = _shared([_beside(sentences, number) for number in range(len(article.quotations))])
    found: list[Found] = []
    for number, quoted in enumerate(beside):
        found.append(_found(sentences, beside, found, number) if quoted.form != TERM else NOBODY)
    forms = [
        TERM if not said[0] and quoted.before and len(article.words(span)) <= TERM_WORDS else quoted.form
        for quoted, said, span in zip(beside, found, article.quotations, strict=True)
    ]
    return [
        Attribution(number, form, quoted.continues and said[0] == found[number - 1][0], *said)
        for number, (form, quoted, said) in enumerate(zip(forms, beside, found, strict=True))
    ]


def _beside(sentences: Sentences, number: int) -> _Beside:
    article, quoted = sentences.article, sentences.article.quotations[number]
    before, after = sentences.before(quoted.start), sentences.after(quoted.end)
    continues = number > 0 and _goes_on(sentences, article.quotations[number - 1], quoted)
    if is_term(sentences, quoted, before):
        return _Beside(before, bool(after), None, TERM, False)
    voice = _beside_voice(sentences, quoted, before, after)
    if voice is None and not is_closed(article.text, quoted):
        voice = voice_inside(sentences, quoted.start, quoted.end)
    return _Beside(before, bool(after), voice, form_of(article.text, quoted, before), continues)


def _beside_voice(sentences: Sentences, quoted: Span, before: list[Token], after: list[Token]) -> Voice | None:
    """Return the voice before or after a quotation; the one before goes first where it leads up to the quotation."""
    follows = can_be_followed(sentences.text, quoted, before)
    later = voice_after(sentences, after, opens=not before) if follows else None
    if later and not (before and (before[-1].text in ",:" or _is_secondhand(after))):
        return later
    earlier = voice_before(sentences, before) if before else None
    if earlier or later:
        return earlier or later
    if not after and sentences.text[quoted.start : quoted.end].rstrip(CLOSING_MARKS)[-1:] in ("?", "!"):
        return voice_next(sentences, quoted.end)
    return voice_after(sentences, after, opens=True) if before and any(t.text == "," for t in after) else None


def _is_secondhand(after: Sequence[Token]) -> bool:
    """Whether "according to" follows: it may name who reported what another said."""
    return any(token.folded == "according" for token in after[:2])


def _shared(beside: list[_Beside]) -> list[_Beside]:
    """Give the first part of an utterance of several paragraphs the voice that a later part names."""
    shared = list(beside)
    for number in range(len(shared) - 1, 0, -1):
        if shared[number].continues and shared[number - 1].voice is None:
            shared[number - 1] = shared[number - 1]._replace(voice=shared[number].voice)
    return shared


def _found(sentences: Sentences, beside: Sequence[_Beside], found: Sequence[Found], number: int) -> Found:
    """Return speaker, place, rule and whether it is resolved, by the first rule that finds one."""
    quoted = beside[number]
    if quoted.continues and found[number - 1][0] and not _has_another(quoted, found[number - 1]):
        speaker, start, end, _, resolved = found[number - 1]
        return speaker, start, end, "continued", resolved
    if quoted.voice:
        return _spoken(sentences, found, quoted.voice, "")
    return NOBODY if quoted.before or quoted.followed else _led_in(sentences, beside, found, number)


def _has_another(quoted: _Beside, before: Found) -> bool:
    """Whether the words beside a quotation name somebody else than the one who spoke before."""
    return quoted.voice is not None and quoted.voice.kind == NAME and quoted.voice.form != before[0]


def _spoken(sentences: Sentences, found: Sequence[Found], voice: Voice, rule: str) -> Found:
    """Return a voice as a speaker; a pronoun becomes whom it means."""
    if voice.kind != PRONOUN:
        return voice.form, voice.start, voice.end, rule or voice.kind, True
    speaker, alone = antecedent(sentences, found, voice)
    if not speaker:
        return NOBODY
    return speaker, voice.start, voice.end, (rule or "pronoun") if alone else "pronoun, several", alone


def _led_in(sentences: Sentences, beside: Sequence[_Beside], found: Sequence[Found], number: int) -> Found:
    """Return the speaker of a quotation that begins its sentence and has no words of its own."""
    article, quoted = sentences.article, sentences.article.quotations[number]
    here = sentences.number(quoted.start)
    paragraph = article.locate(quoted).paragraph
    earlier = number - 1
    while earlier >= 0 and beside[earlier].form == TERM:
        earlier -= 1
    spoken = sentences.number(article.quotations[earlier].end - 1) if earlier >= 0 else -1
    for between in range(here - 1, max(-1, here - 1 - BACKWARDS), -1):
        sentence = article.sentences[between]
        same = article.locate(sentence).paragraph == paragraph
        if article.kind(sentence.start) != NARRATIVE:
            continue
        if spoken == between:
            if not found[earlier][0]:
                return NOBODY
            speaker, start, end, _, resolved = found[earlier]
            return (speaker, start, end, "continued", resolved) if same else (speaker, -1, -1, "inherited", resolved)
        colon = sentence.of(sentences.frame).rstrip().endswith((":", ","))
        voice = sentences.voice_of(between)
        if voice and (same or colon):
            return _spoken(sentences, found, voice, "introduced")
        if voice:
            speaker, start, end, _, resolved = _spoken(sentences, found, voice, "inherited")
            return (speaker, -1, -1, "inherited", resolved) if speaker else NOBODY
        if same:
            continue
        subject = sentences.subject(between)
        if subject:
            speaker = _spoken(sentences, found, subject, "")[0]
            return (speaker, -1, -1, "inherited, narrated", False) if speaker else NOBODY
    return NOBODY


def _goes_on(sentences: Sentences, last: Span, quoted: Span) -> bool:
    """Whether a quotation opens the paragraph after one that was left open."""
    article = sentences.article
    if is_closed(article.text, last) or voice_inside(sentences, last.start, last.end):
        return False
    paragraph = article.locate(quoted).paragraph
    return article.paragraphs[paragraph].start == quoted.start and paragraph - article.locate(last).paragraph <= 2
