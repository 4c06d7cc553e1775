"""The features of one article: a pure function of its text, its language and who may be named."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.corpus.article import NARRATIVE, Article
from analysis.corpus.quotations import CLOSING_MARKS
from analysis.corpus.spans import Span, covered
from analysis.corpus.words import ADDRESS, Word, term
from analysis.features.credits import credit
from analysis.features.names.names import NameMention
from analysis.features.names.withheld import PLACEHOLDER, ArticleNames
from analysis.features.quotations.quoted import quotation_rows
from analysis.features.word_counts import word_counts
from analysis.measures import lexical_diversity as diversity
from analysis.measures.bootstrap import block_resamples, interval
from analysis.measures.lexicons import function_words, reporting_verbs
from analysis.measures.text_statistics import COUNTED
from analysis.resources import read_resource, word_list

#: Replicates of the order-dependent measures, whose intervals are computed where the text is.
DIVERSITY_REPLICATES = 200
#: What a sentence ends with; a row of dots at the very end is a page that leaves off.
SENTENCE_ENDS = (".", "?", "!", ":", "。", "؟")
#: A text whose language is not recorded counts as English if this share of its words are English function words.
ENGLISH_SHARE = 0.25
DIVERSITY: dict[str, Callable[[NDArray[np.int64]], NDArray[np.float64]]] = {
    "ttr": diversity.ttr,
    "mattr_50": lambda codes: diversity.mattr(codes, window=50),
    "mattr_100": lambda codes: diversity.mattr(codes, window=100),
    "mtld": diversity.mtld,
    "hdd": diversity.hdd,
}
Rows = dict[str, list[dict[str, Any]]]


def article_features(article: Article, names: ArticleNames, *, language: str, sha256: str) -> Rows:
    """Return the rows of every article table for one article.

    Parameters
    ----------
    article : Article
    names : ArticleNames
        Its names, and who of them may be named.
    language : str
        As recorded; "" is unknown.
    sha256 : str
        Of the text's bytes.
    """
    words = article.words()
    hidden = names.hidden
    narrative = [word for word in words if article.kind(word.start) == NARRATIVE]
    english = is_english(language, narrative or words)
    sentences = list(_sentence_rows(article, english=english))
    return {
        "articles": [
            {
                "article": article.id,
                "sha256": sha256,
                "english": english,
                "characters": len(article.text),
                "paragraphs": len(article.paragraphs),
                "sentences": sum(row["kind"] == NARRATIVE for row in sentences),
                "words": len(words),
                "narrative_words": len(narrative),
                "quoted_words": sum(article.is_quoted(word.start) for word in narrative),
                "private_mentions": len(hidden),
                "cut_off": _cut_off(article),
            }
        ],
        "marks": [
            {
                "article": article.id,
                "start": mark.start,
                "end": mark.end,
                "paragraph": article.locate(mark).paragraph,
                "kind": mark.kind,
                "reason": mark.reason,
                "words": len(article.words(mark)),
            }
            for mark in article.marks
        ],
        "sentences": sentences,
        "quotations": list(quotation_rows(article, names)),
        "terms": list(_term_rows(article, narrative, hidden)),
        "lexical_diversity": list(_diversity_rows(article, narrative)),
        "names": [_name_row(article, m) for m in names.mentions if not covered(Span(m.start, m.end), hidden)],
    }


def _cut_off(article: Article) -> bool:
    """Whether the narrative stops in the middle of a sentence, as a page behind a paywall does."""
    told = [sentence for sentence in article.sentences if article.kind(sentence.end - 1) == NARRATIVE]
    ending = told[-1].of(article.text).rstrip() if told else ""
    return (bool(ending) and not ending.rstrip(CLOSING_MARKS).endswith(SENTENCE_ENDS)) or ending.endswith("...")


def is_english(language: str, words: list[Word]) -> bool:
    """Whether English-only measures apply: by the recorded language, else by the share of function words."""
    if language:
        return language.casefold().split("-")[0] == "en"
    return sum(term(word.text) in function_words() for word in words) >= ENGLISH_SHARE * len(words)


def _sentence_rows(article: Article, *, english: bool) -> Iterable[dict[str, Any]]:
    """One row per sentence, or per run of it where a mark covers a part."""
    for number, sentence in enumerate(article.sentences):
        words = article.words(sentence)
        kinds = sorted({article.kind(word.start) for word in words})
        for kind in kinds:
            run = [word for word in words if article.kind(word.start) == kind]
            quoted = sum(article.is_quoted(word.start) for word in run)
            part = "" if kind != NARRATIVE else _part(quoted, len(run))
            yield {
                "article": article.id,
                "paragraph": article.locate(sentence).paragraph,
                "sentence": number,
                "start": run[0].start,
                "end": run[-1].end,
                "kind": kind,
                "part": part,
                "words": len(run),
                "quoted_words": quoted,
                **(_components(article, run) if english else dict.fromkeys(COUNTED)),
            }


def _part(quoted: int, words: int) -> str:
    if not quoted:
        return "narrator"
    return "quoted" if quoted == words else "mixed"


def _components(article: Article, run: list[Word]) -> dict[str, int]:
    counted = [word_counts(word.text) for word in run]
    terms = [term(word.text) for word in run]
    narrator = [t for t, word in zip(terms, run, strict=True) if not article.is_quoted(word.start)]
    sums = np.array(counted, dtype=int).sum(axis=0).tolist()
    return dict(
        zip(
            COUNTED,
            (
                *sums,
                sum(t[0].isdigit() or t in number_words() for t in terms),
                len(_hedges().findall(" ".join(terms))),
                sum(t in reporting_verbs() for t in narrator),
            ),
            strict=True,
        )
    )


@cache
def number_words() -> frozenset[str]:
    """Words that name a number, "one" left out because it mostly names no number."""
    rows = read_resource("number_words.csv").splitlines()
    return frozenset(row.split(",")[0] for row in rows if row and not row.startswith(("#", "word,"))) - {"one"}


@cache
def _hedges() -> re.Pattern[str]:
    longest_first = sorted(word_list("hedges.txt"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\S)")


def _term_rows(article: Article, narrative: list[Word], hidden: Sequence[Span]) -> Iterable[dict[str, Any]]:
    blanked = ADDRESS.sub(lambda match: " " * len(match[0]), article.text)
    counts = Counter(
        (
            "quoted" if article.is_quoted(word.start) else "narrator",
            PLACEHOLDER if covered(Span(word.start, word.end), hidden) else term(word.text),
        )
        for word in narrative
        if not blanked[word.start].isspace()
    )
    for (part, counted_term), count in sorted(counts.items()):
        yield {"article": article.id, "part": part, "term": counted_term, "count": count}


def _diversity_rows(article: Article, narrative: list[Word]) -> Iterable[dict[str, Any]]:
    quoted = [article.is_quoted(word.start) for word in narrative]
    parts = {
        "all": narrative,
        "narrator": [word for word, inside in zip(narrative, quoted, strict=True) if not inside],
        "quoted": [word for word, inside in zip(narrative, quoted, strict=True) if inside],
    }
    for part, words in parts.items():
        codes = diversity.encode([term(word.text) for word in words])
        resamples = block_resamples(codes, replicates=DIVERSITY_REPLICATES) if words else codes
        for measure, formula in DIVERSITY.items():
            value = float(formula(codes)[0])
            low, high = np.nan, np.nan
            if not np.isnan(value) and measure != "ttr":
                low, high = interval(_centred(formula(resamples), value))
            yield {
                "article": article.id,
                "part": part,
                "measure": measure,
                "value": value,
                "low": low,
                "high": high,
                "n": len(words),
            }


def _centred(replicates: NDArray[np.float64], value: float) -> NDArray[np.float64]:
    """Shift the replicates onto the text's own value: a resample repeats blocks and so has fewer types.

    The type-token ratio suffers most and has no interval at all.
    """
    return replicates - np.nanmean(replicates) + value


def _name_row(article: Article, mention: NameMention) -> dict[str, Any]:
    place = article.locate(Span(mention.start, mention.end))
    return {
        "article": article.id,
        "form": mention.form,
        "context": mention.context,
        "paragraph": place.paragraph,
        "sentence": place.sentence,
        "start": mention.start,
        "end": mention.end,
        "kind": article.kind(mention.start),
        "quoted": article.is_quoted(mention.start),
        "credit": credit(article.text, mention.start, mention.end),
    }
