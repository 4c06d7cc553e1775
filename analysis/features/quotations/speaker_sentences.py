"""An article's sentences with the quotations blanked, and the names and descriptions that stand in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from analysis.corpus.article import NARRATIVE, UTTERED, Article
from analysis.corpus.quotations import CLOSING_MARKS, quotations
from analysis.corpus.spans import Span
from analysis.features.names.name_contexts import is_acronym
from analysis.features.names.names import NameMention
from analysis.features.quotations.speaker_names import People, is_human
from analysis.features.quotations.speech_cues import opening_subject, subject_of
from analysis.features.quotations.speech_phrases import (
    PLURAL_POSSESSIVE,
    POSSESSIVE,
    PRONOMINAL,
    Subject,
    is_turned,
    is_verb,
    phrase_after,
    phrase_before,
)
from analysis.features.quotations.speech_words import Token, blanked, tokens
from analysis.measures.lexicons import calendar, function_words, name_words, titles

NAME, DESCRIPTION, PRONOUN = "named", "described", "pronoun"
#: A description has no more words.
DESCRIBED_WORDS = 6
#: No speaker is looked for further than so many code points from the quotation.
REACH = 500
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
OPENING_MARKS = "“\"‘'„«`‟»”＂"


class Voice(NamedTuple):
    """Words that name a speaker: what they are, the name or description, and their place."""

    kind: str
    form: str
    start: int
    end: int


class Sentences:
    """An article's sentences with the quotations blanked, and the voices named in them."""

    def __init__(self, article: Article, mentions: Sequence[NameMention]) -> None:
        self.article = article
        self.text = article.text
        self.frame = blanked(article.text, _uttered(article))
        words = tokens(self.frame, 0, len(self.frame))
        self.words = [word for word in words if article.kind(word.start) == NARRATIVE]
        self.people = People(article.text, mentions)
        self.mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self.starts = [m.start for m in self.mentions]
        self.voices: dict[int, Voice | None] = {}

    def number(self, place: int) -> int:
        """Return the index of the sentence that a place lies in, or of the one before it."""
        return max(0, bisect_right(self.article.sentences, place, key=lambda s: s.start) - 1)

    def mentions_between(self, start: int, end: int) -> list[NameMention]:
        """Return the names that begin in a run of the text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, start: int) -> list[Token]:
        """Return the words of the quotation's sentence that stand before it."""
        opening = self.article.sentences[self.number(start)].start
        return self.run(max(opening, start - REACH), start)

    def run(self, start: int, end: int) -> list[Token]:
        """Return the words of a run without datelines and other marked spans."""
        first = bisect_left(self.words, start, key=_start)
        return self.words[first : bisect_left(self.words, end, lo=first, key=_start)]

    def after(self, end: int) -> list[Token]:
        """Return the words of the quotation's last sentence that stand after it."""
        closing = max(end, self.article.sentences[self.number(end - 1)].end)
        return self.run(end, min(closing, end + REACH))

    def of_sentence(self, number: int) -> list[Token]:
        """Return the words of a sentence, as far as they are read."""
        sentence = self.article.sentences[number]
        return self.run(sentence.start, min(sentence.end, sentence.start + REACH))

    def voice_of(self, number: int) -> Voice | None:
        """Return whose indirect speech a sentence outside quotations gives, None if nobody's."""
        if number not in self.voices:
            self.voices[number] = self._first_voice(self.of_sentence(number))
        return self.voices[number]

    def _first_voice(self, run: Sequence[Token]) -> Voice | None:
        for at in range(len(run)):
            if is_verb(run, at) and not run[at].folded.endswith("ing"):
                turned = phrase_after(run, at + 1) if is_turned(run, at, whole=True) else None
                found = Subject(*turned, turned[1]) if turned else subject_of(run, at)
                if found:
                    return self.voice(run, found)
        return None

    def subject(self, number: int) -> Voice | None:
        """Return the subject of a narrated sentence, if a name or a pronoun opens it: "his aunt, Ada Lund, left"."""
        words = self.of_sentence(number)
        found = opening_subject(words, len(words), main=True)
        voice = self.voice(words, found) if found else None
        if found and voice and voice.kind == DESCRIPTION:
            voice = self.apposed(words, found.last + 1) or voice
        listed = voice and (voice.kind == PRONOUN or self.mentions_between(voice.start, voice.end))
        return voice if voice and voice.kind != DESCRIPTION and listed else None

    def apposed(self, run: Sequence[Token], comma: int) -> Voice | None:
        """Return the name that stands in commas after a description: "a baker, Ada Lund"."""
        named = phrase_after(run, comma + 1) if comma < len(run) and run[comma].text == "," else None
        voice = self.voice(run, Subject(*named, named[1])) if named else None
        ends = named is None or named[1] + 1 >= len(run) or run[named[1] + 1].text in ",:;"
        return voice if voice and voice.kind == NAME and ends else None

    def voice(self, run: Sequence[Token], subject: Subject) -> Voice | None:
        """Return the name in a subject, or else its words."""
        first, last = run[subject.first], run[subject.last]
        if subject.first == subject.last and first.within("pronouns"):
            return Voice(PRONOUN, first.folded, first.start, first.end)
        if subject.first == subject.last and first.within("other_pronouns"):
            return None
        if last.within("speech_nouns"):
            for owner in range(subject.last - 1, subject.first - 1, -1):
                if POSSESSIVE.search(run[owner].text) or run[owner].within("owners"):
                    return self.owner(run, owner)
                if run[owner].text in PLURAL_POSSESSIVE:
                    return self.owner(run, owner - 1)
        mention = self._mention(first.start, last)
        if mention and not _is_office(mention.form):
            return Voice(NAME, self.people.bearer(mention), mention.start, mention.end)
        words = run[subject.first : subject.last + 1]
        while words and (words[0].folded in calendar() or words[0].text == ","):
            words = words[1:]
        if not words or (last.folded in function_words() and last.folded not in PRONOMINAL):
            return None
        alone = words[0] == run[0] and len(words) == 1 and len(run) > 1 and self._opens_sentence(last)
        if last.is_capitalised and not alone and last.folded not in titles() | calendar():
            name = [w for w in words if w.is_capitalised and w.folded not in titles() | function_words()]
            if name:
                form = " ".join(w.text for w in name)
                return Voice(NAME, self.people.fullest(form), name[0].start, last.end)
        whole = [w for w in run[subject.first : subject.end + 1] if w.is_word]
        return self._description(words, whole if subject.end > subject.last else [])

    def _description(self, words: Sequence[Token], whole: Sequence[Token]) -> Voice | None:
        """Return the words for one who is not named: with all that hangs on them if that is short."""
        last = words[-1]
        if last.folded in calendar() or (len(words) == 1 and last.folded.endswith("ly")):
            return None
        plural = last.folded.endswith("s")
        if not (plural or words[0].within("determiners") or is_human(last.folded) or _capitals(words)):
            return None
        said = (whole if 0 < len(whole) <= DESCRIBED_WORDS else words)[-DESCRIBED_WORDS:]
        form = POSSESSIVE.sub("", " ".join(self.text[said[0].start : said[-1].end].split()))
        opens = self._opens_sentence(said[0]) and not self.mentions_between(said[0].start, said[0].end)
        form = form[0].lower() + form[1:] if opens or said[0].folded in function_words() else form
        return Voice(DESCRIPTION, form, said[0].start, said[-1].end)

    def owner(self, run: Sequence[Token], at: int) -> Voice | None:
        """Return whom a possessive means: "Lund's", "his"."""
        if run[at].within("owners"):
            return Voice(PRONOUN, OWNERS[run[at].folded], run[at].start, run[at].end)
        found = phrase_before(run, at)
        return self.voice(run, Subject(*found, found[1])) if found else None

    def _opens_sentence(self, word: Token) -> bool:
        """Whether the capital of a word may be that of its sentence's beginning."""
        return self.article.sentences[self.number(word.start)].start == word.start

    def _mention(self, start: int, last: Token) -> NameMention | None:
        """Return the name that ends a noun phrase."""
        at = bisect_left(self.starts, last.end) - 1
        while at >= 0 and self.mentions[at].start >= start - 40:
            mention = self.mentions[at]
            if mention.end >= last.end - 2 and mention.start <= last.start:
                return mention
            if mention.end < last.start:
                return None
            at -= 1
        return None


def _uttered(article: Article) -> list[Span]:
    """Return the quotations with those of one or two words that end in a mark of their own: “No,” she said."""
    every = quotations(article.text, article.paragraphs)
    said = {(q.start, q.end) for q in article.quotations}
    text = article.text
    return [q for q in every if (q.start, q.end) in said or text[q.start : q.end].rstrip(CLOSING_MARKS)[-1:] in UTTERED]


def _start(word: Token) -> int:
    return word.start


def _is_office(form: str) -> bool:
    """Whether a run of capitals ends in a party's or an office's name: the Ohio Republican."""
    last = form.split()[-1].casefold()
    return last in titles() and last not in name_words("titles_also_surnames") and not is_acronym(form)


def _capitals(words: Sequence[Token]) -> bool:
    """Whether a capital stands in a description, other than at its beginning: some Ohio farmer."""
    return any(word.is_capitalised for word in words[1:])
