"""Which words of an article name a person who may not be named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.corpus.article import Article
from analysis.corpus.spans import Span
from analysis.corpus.words import Word
from analysis.features.names.names import NameMention, name_mentions
from analysis.sources.people import LONGEST_NAME_WORDS, People, normal_form

PLACEHOLDER = "(private person)"


@dataclass(frozen=True)
class ArticleNames:
    """An article's names, those of them that are withheld, and the decisions that withhold them."""

    mentions: tuple[NameMention, ...]
    hidden: tuple[Span, ...]
    people: People | None


def article_names(article: Article, people: People | None) -> ArticleNames:
    """Find the names of an article, and which of them may not be printed."""
    mentions = name_mentions(article.text, article.sentences)
    return ArticleNames(tuple(mentions), tuple(withheld(article.words(), mentions, people)), people)


def withheld(words: Sequence[Word], mentions: Sequence[NameMention], people: People | None) -> list[Span]:
    """Return the runs to withhold, in order of place.

    With a people file, a person is named only if that file marks the form public: its private
    forms are withheld, and so is every name that reads as a person's and stands in neither list.
    Without the file nobody has decided yet, and nothing is withheld.

    Parameters
    ----------
    words : sequence of Word
        The whole article.
    mentions : sequence of NameMention
        Its names.
    people : People or None
    """
    if people is None:
        return []
    public = _runs(words, lambda form: form in people.public or form in people.not_persons)
    hidden = _runs(words, lambda form: people.role(form) is not None)
    long_public = [span for span in public if _word_count(words, span) > 1]
    hidden = [span for span in hidden if not any(p.contains(span) for p in long_public)]
    undecided = _undecided_forms(mentions, people)
    unknown = _runs(words, lambda form: form in undecided)
    named = [*(span for span in public if not any(u.contains(span) for u in unknown)), *hidden]
    hidden += [span for span in unknown if not any(span.overlaps(p) for p in named)]
    return sorted(set(hidden))


def _undecided_forms(mentions: Sequence[NameMention], people: People) -> set[str]:
    """Names that read as a person's at least once, never as another thing, and that nobody has decided about.

    A part of a known name is known; a name that merely shares a word with one is not. A name that shares its
    surname or given name with an undecided one goes with it, so that no half of a name is left standing.
    """
    contexts: dict[str, set[str]] = {}
    for mention in mentions:
        contexts.setdefault(normal_form(mention.form), set()).add(mention.context)
    known = [set(form.split()) for form in people.public | people.not_persons]
    open_ = {
        form: "person" in seen
        for form, seen in contexts.items()
        if not seen & {"place", "organisation"} and not any(words.issuperset(form.split()) for words in known)
    }
    ends = {word for form, person in open_.items() if person for word in (form.split()[0], form.split()[-1])}
    whole = {form for form, person in open_.items() if person or ends & {form.split()[0], form.split()[-1]}}
    return whole | {word for form in whole for word in (form.split()[0], form.split()[-1]) if open_.get(word) is False}


def _runs(words: Sequence[Word], wanted: Callable[[str], bool]) -> list[Span]:
    """Find the longest wanted runs of capitalised words, left to right."""
    runs, at = [], 0
    while at < len(words):
        step = 1
        if not words[at].text[0].islower():
            for length in range(LONGEST_NAME_WORDS, 0, -1):
                run = words[at : at + length]
                if len(run) == length and wanted(normal_form(" ".join(word.text for word in run))):
                    runs.append(Span(run[0].start, run[-1].end))
                    step = length
                    break
        at += step
    return runs


def _word_count(words: Sequence[Word], span: Span) -> int:
    return sum(span.start <= word.start < span.end for word in words)
