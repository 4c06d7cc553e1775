"""The mentions of names from which persons are told, read with a wider ear than the features are."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from analysis.corpus.article import NARRATIVE, Article
from analysis.corpus.spans import Span
from analysis.corpus.words import ADDRESS, term, words
from analysis.features.names.name_contexts import WINDOW, is_acronym
from analysis.features.names.names import NameMention, name_mentions
from analysis.measures.lexicons import place_names, reporting_verbs
from analysis.sources.people import normal_form

#: Words after which a name stands that somebody goes by.
GOES_BY = re.compile(
    r"\b(?:call ?signs?|nicknamed?|pseudonym|alias|code ?name|nom de guerre|called|named|dubbed|known (?:only )?as|"
    r"goes by|names? (?:is|are|was|were))(?:,? (?:is|of|was))?[\s\"“‘':,]{1,3}$",
    re.IGNORECASE,
)
#: What stands before the name of somebody who is credited, outside the narrative.
CREDIT = re.compile(r"(?:\bby|[(:©])\s*$", re.IGNORECASE)
#: After these words no speaker stands.
NO_SPEAKER = re.compile(r"\b(?:an?|at|for|from|in|into|near|of|on|over|that|the|this|through|via)\s+$", re.IGNORECASE)


class Naming(NamedTuple):
    """A mention of a name: in which article, the form, what it names there.

    `seems_person` is whether a name without such a context speaks, is gone by, or is credited.
    """

    article: str
    form: str
    context: str
    seems_person: bool = False


@dataclass(frozen=True)
class Names:
    """Everything that the articles say of names.

    Attributes
    ----------
    namings : tuple of Naming
        In the order of the articles and of their places.
    lower : frozenset of str
        Words that the articles write in lower case.
    running : str
        All words of the texts in order, case folded, capitalised ones with ^ before them.
    """

    namings: tuple[Naming, ...]
    lower: frozenset[str] = frozenset()
    running: str = ""

    def has(self, form: str) -> bool:
        """Whether an article writes the form as a name, or at least beginning with a capital."""
        wanted = normal_form(form)
        if any(normal_form(naming.form) == wanted for naming in self.namings):
            return True
        run = r" \^?".join(map(re.escape, wanted.split()))
        return bool(run) and re.search(rf" \^{run} ", self.running) is not None

    def nearest(self, form: str) -> str:
        """Return the name most like a form, "" where there is no name."""
        spellings = {normal_form(naming.form): naming.form for naming in self.namings}
        near = difflib.get_close_matches(normal_form(form), sorted(spellings), n=1, cutoff=0.0)
        return spellings[near[0]] if near else ""


def names_of(articles: Iterable[Article], others: Iterable[Naming] = ()) -> Names:
    """Read the names in articles, and put those known from elsewhere after them."""
    found: list[Naming] = []
    running: list[str] = []
    for article in articles:
        found += namings(article)
        text = ADDRESS.sub(lambda match: " " * len(match[0]), article.text)
        running += ["", *(term(w.text) if w.text[0].islower() else f"^{term(w.text)}" for w in words(text)), ""]
    lower = frozenset(word for word in running if not word.startswith("^"))
    return Names((*found, *others), lower, " ".join(running))


def namings(article: Article) -> list[Naming]:
    """Return the mentions of names in an article, with those marked that seem to be persons.

    A call sign, a source's given name or a photographer stands beside no title, surname or age; what tells
    is that the name speaks, follows words such as "call sign", or stands in a credit.
    """
    mentions = name_mentions(article.text, article.sentences)
    return [Naming(article.id, m.form, m.context, not m.context and _seems_person(article, m)) for m in mentions]


def _seems_person(article: Article, mention: NameMention) -> bool:
    if is_acronym(mention.form) or not place_names().isdisjoint(normal_form(mention.form).split()):
        return False
    before = article.text[max(0, mention.start - WINDOW) : mention.start]
    if article.kind(mention.start) != NARRATIVE:
        return " " in mention.form and CREDIT.search(before) is not None
    return GOES_BY.search(before) is not None or (not NO_SPEAKER.search(before) and _speaks(article, mention))


def _speaks(article: Article, mention: NameMention) -> bool:
    """Whether a name stands with a reporting verb beside a quotation, outside of it."""
    sentence = article.sentences[mention.sentence]
    if article.is_quoted(mention.start) or not any(quotation.overlaps(sentence) for quotation in article.quotations):
        return False
    beside = article.words(Span(max(sentence.start, mention.start - WINDOW), min(sentence.end, mention.end + WINDOW)))
    return any(term(w.text) in reporting_verbs() and not article.is_quoted(w.start) for w in beside)
