"""The rows of an article's quotations: where they stand, who speaks, and the role of a speaker who may not be named."""

from collections.abc import Iterable
from typing import Any

from analysis.corpus.article import Article
from analysis.features.names.withheld import PLACEHOLDER, ArticleNames
from analysis.features.quotations.speakers import attributions
from analysis.sources.people import People, normal_form


def quotation_rows(article: Article, names: ArticleNames) -> Iterable[dict[str, Any]]:
    """Yield a row for each quotation, in order; a speaker who may not be named appears by role."""
    forms = {normal_form(span.of(article.text)) for span in names.hidden}
    for span, said in zip(article.quotations, attributions(article, names.mentions), strict=True):
        place = article.locate(span)
        role = withheld_role(said.speaker, forms, names.people)
        yield {
            "article": article.id,
            "start": span.start,
            "end": span.end,
            "paragraph": place.paragraph,
            "sentence": place.sentence,
            "words": len(article.words(span)),
            "form": said.form,
            "continues": said.continues,
            "speaker": role or said.speaker,
            "withheld": bool(role),
            "speaker_rule": said.rule,
            "resolved": said.resolved,
        }


def withheld_role(speaker: str, forms: Iterable[str], people: People | None) -> str:
    """Return the role by which a speaker appears, "" for one who may be named.

    A description that holds a number may give the age of somebody who is not named, and is withheld, too.

    Parameters
    ----------
    speaker : str
        A name or a description.
    forms : iterable of str
        Normal forms of the names that are withheld in the article.
    people : People or None
    """
    said = f" {normal_form(speaker)} "
    held = sorted((form for form in forms if form and f" {form} " in said), key=lambda form: (-len(form), form))
    if people is None or normal_form(speaker) in people.public:
        return ""
    if not held:
        return PLACEHOLDER if any(letter.isdigit() for letter in speaker) else ""
    return next((role for form in held if (role := people.role(form))), PLACEHOLDER)
