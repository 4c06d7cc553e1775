"""What the statistics of articles are made of: their features, sorted by article once."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.measures.text_statistics import COMPONENTS
from analysis.studies.contract import Tables


class ArticleCounts(NamedTuple):
    """What an article's statistics are made of."""

    sums: NDArray[np.float64]  # shape (sentences, components), narrative only
    part: NDArray[np.object_]  # of each sentence: narrator, quoted or mixed
    quotations: NDArray[np.float64]  # words of each
    types: Mapping[str, NDArray[np.int64]]  # part → numbers of its terms, some twice
    diversity: Mapping[tuple[str, str], tuple[float, float, float, int]]  # (part, measure) → value, low, high, words
    english: bool


def article_counts(features: Tables) -> dict[str, ArticleCounts]:
    """Sort the features by article, once.

    Parameters
    ----------
    features : mapping of str to DataFrame
    """
    sentences = features["sentences"]
    sentences = sentences[sentences["kind"] == "narrative"].sort_values("article", kind="stable")
    sums = sentences[list(COMPONENTS)].fillna(0).to_numpy(dtype=float)
    parts = sentences["part"].to_numpy(dtype=object)
    quotations = features["quotations"].sort_values("article", kind="stable")
    lengths = quotations["words"].to_numpy(dtype=float)
    types = _types(features["terms"])
    diversity: dict[str, dict[tuple[str, str], tuple[float, float, float, int]]] = {}
    columns = ["article", "part", "measure", "value", "low", "high", "n"]
    for article, part, measure, *rest in features["lexical_diversity"][columns].itertuples(index=False, name=None):
        diversity.setdefault(article, {})[part, measure] = tuple(rest)
    spans, quoted = _slices(sentences["article"]), _slices(quotations["article"])
    nothing = slice(0, 0)
    return {
        article: ArticleCounts(
            sums[spans.get(article, nothing)],
            parts[spans.get(article, nothing)],
            lengths[quoted.get(article, nothing)],
            types.get(article, {}),
            diversity.get(article, {}),
            bool(english),
        )
        for article, english in features["articles"][["article", "english"]].itertuples(index=False, name=None)
    }


def _types(terms: pd.DataFrame) -> dict[str, dict[str, NDArray[np.int64]]]:
    ordered = terms.sort_values(["article", "part"], kind="stable")
    numbers = pd.factorize(ordered["term"])[0]
    quoted = (ordered["part"] == "quoted").to_numpy()
    return {
        article: {"all": numbers[rows], "narrator": numbers[rows][~quoted[rows]], "quoted": numbers[rows][quoted[rows]]}
        for article, rows in _slices(ordered["article"]).items()
    }


def _slices(ordered: pd.Series) -> dict[str, slice]:
    """Where each article's rows stand in a column sorted by article."""
    articles = ordered.to_numpy(dtype=object)
    if not len(articles):
        return {}
    begins = [0, *(np.flatnonzero(articles[1:] != articles[:-1]) + 1).tolist()]
    return {articles[a]: slice(a, b) for a, b in zip(begins, [*begins[1:], len(articles)], strict=True)}
