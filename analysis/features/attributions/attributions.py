"""Attributions in the narrator's words: the verbs of saying that have a source, and what kind of source it is.

An attribution is a clause whose verb says that somebody said, wrote or thought something, and what: a quotation, a
clause, an infinitive, or what was denied, promised, criticised. So is "according to". None is a verb without a source
that can be told ("he declined to say", "his claims"), what was not said or only may be ("did not say", "would say"),
and a participle after a noun ("a plan criticised by Lund"). The kinds:

- named: a person by name, or by an office of which there is one ("the president said");
- institutional: a body, or what bodies and persons publish ("the ministry", "Reuters", "the report");
- unnamed: persons without name ("officials", "a spokesman for the ministry", "some"), and a passive that keeps its
  source back ("it was reported that", "is said to"); a passive with an agent has that agent's kind;
- pronoun: he, she, it, they.

Read from words and their neighbours, without a parser: `benchmarks/attributions.md` says how well.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.corpus.article import Article
from analysis.corpus.words import Word
from analysis.features.attributions.attribution_sources import source_according, source_of_verb
from analysis.features.attributions.attribution_words import (
    ASKED,
    CLAUSES,
    PRONOUNS,
    QUOTES,
    Cue,
    Run,
    attribution_words,
    cues,
)
from analysis.features.quotations.speech_words import cue_words

#: Marks that open a quotation: right before a word they set it off as somebody else's.
OPENING = ("“", '"', "‘", "'", "«", "„")
#: A quotation is beside a verb if its mark is no more words away.
NEAR = 6
#: The marks of such a quotation.
DOUBLE = '“”"'


class Attribution(NamedTuple):
    """A cue, the reporting verb or "according to", in code points of the article's text, and its kind of source."""

    start: int
    end: int
    kind: str


def attributions(article: Article, words: Sequence[Word] | None = None) -> list[Attribution]:
    """Return the attributions outside direct quotations, in order of place.

    Those in furniture and captions are among them; `article.kind` tells.

    Parameters
    ----------
    article : Article
    words : sequence of Word, optional
        `article.words()`, where they are at hand.

    Examples
    --------
    >>> from analysis.corpus.article import read_article
    >>> text = "Ada Lund said it rained. It snowed, according to the ministry; “They said so,” one docker said."
    >>> [(text[a.start : a.end], a.kind) for a in attributions(read_article("a", text))]
    [('said', 'named'), ('according to', 'institutional'), ('said', 'unnamed')]
    """
    words = article.words() if words is None else words
    folded = [word[0].lower() for word in words]
    folded = [word.replace("’", "'") if "’" in word else word for word in folded]
    run, sentences, prior = Run(article.text, words, folded), iter(article.sentences), ""
    found, verbs = list[Attribution](), cues()
    for at in [at for at, word in enumerate(folded) if word in verbs]:
        start, end = words[at].start, words[at].end
        if article.is_quoted(start) or article.text[start - 1 : start] in OPENING:
            continue
        if at >= run.high:
            run, prior = run.of(next(sentence for sentence in sentences if sentence.end > start)), ""
        if folded[at] == "according":
            kind = source_according(run, at)
            end = words[at + 1].end if kind else end
        else:
            kind = _source(run, at, verbs[folded[at]], prior)
            prior = kind or prior
        if kind:
            found.append(Attribution(start, end, kind))
    return found


def _source(run: Run, at: int, cue: Cue, prior: str) -> str:
    """Return the kind of source of a verb, "" where the word is none or attributes nothing."""
    is_name = run.capital(at) and at > run.low
    if is_name or _is_noun(run, at, cue) or not _has_content(run, at, cue):
        return ""
    return source_of_verb(run, at, cue, prior)


def _is_noun(run: Run, at: int, cue: Cue) -> bool:
    """Whether a form that is a noun as well is one, because no quotation, clause or object follows."""
    form = run.folded[at]
    if form not in cue_words("also_nouns") and form.removesuffix("s") not in cue_words("also_nouns"):
        return False
    if not (after := run.after(at)):
        return True
    subject = at > run.low and (run.capital(at - 1) or run.folded[at - 1] in PRONOUNS or run.folded[at - 1] in ASKED)
    object_ = after in CLAUSES or after in cue_words("determiners") or run.capital(at + 1)
    follows = run.joined(at + 1) and (object_ or (subject and _has_particle(cue, after)))
    return not follows and not run.parted(at + 1, QUOTES)


def _has_content(run: Run, at: int, cue: Cue) -> bool:
    """Whether what follows a verb can be what was said, by the rule of the verb."""
    if cue.rule == "plain":
        return True
    after = run.after(at)
    if cue.rule == "transitive":
        number = after == "about" and run.after(at + 1)[:1].isdigit()  # "told about 600 persons"
        return number or after == "by" or after not in cue_words("prepositions") or _has_particle(cue, after)
    if cue.rule == "particle":
        return _has_particle(cue, after)
    if after in CLAUSES:
        return True
    if cue.rule == "findings":
        return not attribution_words("evidence").isdisjoint(run.folded[max(run.low, at - 2) : at])
    start, end = run.words[max(run.low, at - NEAR)].start, run.words[min(run.high - 1, at + NEAR)].end
    beside = run.text[max(0, start - 2) : end]
    return any(mark in beside for mark in DOUBLE)


def _has_particle(cue: Cue, after: str) -> bool:
    """Whether a preposition after a verb belongs to it: "called on"."""
    return f"{cue.verb} {after}" in attribution_words("particles")
