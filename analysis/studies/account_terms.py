"""How often each account uses each term: words with the spellings of a name merged, and recurring word pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.studies.contract import Tables

Places = NDArray[np.int64]


@dataclass(frozen=True)
class TermCounts:
    """Counts of terms (columns) in accounts (rows).

    `recorded` are the counts known; `possible` adds for a word pair the one use that may stand in an account without
    being recorded (see `pair_counts`); `named` are the uses inside names.
    """

    terms: Sequence[str]
    recorded: sparse.csr_array
    possible: sparse.csr_array
    named: sparse.csr_array


def canonical_spellings(terms: pd.DataFrame, spellings: pd.DataFrame, articles: Sequence[str]) -> dict[str, str]:
    """Return for each spelling of a name the one that these articles use most, ties by the alphabet."""
    group = dict(zip(spellings["term"], spellings["canonical"], strict=True))
    own = terms[terms["article"].isin(articles) & terms["term"].isin(list(group))]
    uses = own.groupby("term")["count"].sum().to_dict()
    named: dict[str, str] = {}
    for term in sorted(uses, key=lambda term: (-uses[term], term)):
        named.setdefault(group[term], term)
    return {term: named[group[term]] for term in uses}


def word_counts(features: Tables, canonical: Mapping[str, str], articles: Sequence[str]) -> TermCounts:
    """Count words, spellings of one name merged.

    Parameters
    ----------
    features : mapping of str to DataFrame
    canonical : mapping of str to str
        Term → the spelling under which it is counted.
    articles : sequence of str
        The account's article, one a row.
    """
    rows = features["terms"][features["terms"]["article"].isin(articles)]
    columns, terms = pd.factorize(_merged(rows["term"], canonical), sort=True)
    recorded, named = _matrices(rows, columns, articles, terms)
    return TermCounts(terms.tolist(), recorded, recorded, named)


def _merged(terms: pd.Series, canonical: Mapping[str, str]) -> pd.Series:
    return terms.map(dict(canonical)).fillna(terms) if canonical else terms


def pair_counts(
    features: Tables, canonical: Mapping[str, str], articles: Sequence[str], words: TermCounts
) -> TermCounts:
    """Count recurring word pairs.

    A pair that stands once in an account is not recorded. So that it is not taken for absent, once is assumed wherever
    both its words stand.
    """
    rows = features["word_pairs"][features["word_pairs"]["article"].isin(articles)]
    first, second = _merged(rows["first"], canonical), _merged(rows["second"], canonical)
    pairs = first + " " + second
    columns, terms = pd.factorize(pairs, sort=True)
    recorded, named = _matrices(rows, columns, articles, terms)
    place = {term: number for number, term in enumerate(words.terms)}
    halves = dict(zip(pairs, zip(first, second, strict=True), strict=True))
    present = (words.recorded > 0).astype(float).tocsc()
    sides = [present[:, [place[halves[term][side]] for term in terms]] for side in (0, 1)]
    both = sides[0].multiply(sides[1])
    possible = recorded + both - both.multiply((recorded > 0).astype(float))
    return TermCounts(terms.tolist(), recorded, sparse.csr_array(possible), named)


def _matrices(
    rows: pd.DataFrame, columns: Places, articles: Sequence[str], terms: pd.Index
) -> tuple[sparse.csr_array, sparse.csr_array]:
    """Counts, and uses in names, of terms in accounts."""
    place = pd.Categorical(rows["article"], categories=list(articles)).codes
    counts, named = (
        sparse.csr_array(
            sparse.coo_array((rows[name].to_numpy(dtype=float), (place, columns)), shape=(len(articles), len(terms)))
        )
        for name in ("count", "in_names")
    )
    return counts, named


def values_at(matrix: sparse.csr_array, rows: Places, columns: Places) -> NDArray[np.float64]:
    """The matrix's values at some places; of none, none."""
    return np.asarray(matrix[rows, columns], dtype=float) if len(rows) else np.zeros(0)


def tf_idf(words: TermCounts) -> sparse.csr_array:
    """scikit-learn's TF-IDF of each account's words: smoothed idf, rows of length 1."""
    if not len(words.terms):
        return words.recorded
    return sparse.csr_array(TfidfTransformer().fit_transform(words.recorded))
