"""Lexical diversity of articles: each measure of the words that are meant, whatever it is measured together with."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.corpus.article import NARRATIVE, read_article
from analysis.corpus.spans import Span
from analysis.corpus.words import term
from analysis.features.diversity_rows import COMPARED, diversity_choice_rows, diversity_rows
from analysis.features.located_words import located_words
from analysis.features.names.names import name_mentions
from analysis.features.tables import TABLES
from analysis.measures.diversity_intervals import MINIMUM_WORDS, diversities
from analysis.measures.lexical_diversity import encode
from analysis.tables import build

CHOICES = ("furniture", "captions", "quotations", "names")


@pytest.fixture(scope="module")
def articles(harbour):
    texts = [(r.id, (harbour.folder / "texts" / f"{r.id}.txt").read_text("utf-8")) for r in harbour.inputs.records]
    return [read_article(id_, text) for id_, text in [*texts, ("empty", ""), ("short", "The crews left. They slept.")]]


@pytest.fixture(scope="module")
def words(articles):
    return [(a.id, located_words(a, names=[Span(m.start, m.end) for m in mentions(a)])) for a in articles]


def mentions(article):
    return name_mentions(article.text, article.sentences)


def chosen(article, keep):
    """The terms of the words that are kept, asked one by one."""
    return [term(word.text) for word in article.words() if keep(word)]


def parts_of(words):
    return build(list(diversity_rows(words)), TABLES["lexical_diversity"])


def choices_of(words):
    return build(list(diversity_choice_rows(words)), TABLES["diversity_choices"])


def measured(terms):
    (found,) = diversities([encode(terms)])
    return {row.measure: row for row in found}


def test_each_part_has_every_measure_of_its_words(articles, words):
    rows = parts_of(words).set_index(["article", "part", "measure"])
    assert len(rows) == len(articles) * 3 * len(MINIMUM_WORDS)
    for article in articles:
        for part in ("all", "narrator", "quoted"):

            def own(word, article=article, part=part):
                quoted = article.is_quoted(word.start)
                return article.kind(word.start) == NARRATIVE and part in ("all", "quoted" if quoted else "narrator")

            terms = chosen(article, own)
            for measure, expected in measured(terms).items():
                row = rows.loc[(article.id, part, measure)]
                assert row["n"] == len(terms)
                np.testing.assert_allclose(row[["value", "low", "high"]].to_numpy(float), expected[1:], rtol=1e-9)


def test_each_choice_has_the_compared_measures_of_the_words_that_it_keeps(articles, words):
    rows = choices_of(words).set_index(["article", *CHOICES, "measure"])
    assert len(rows) == len(articles) * 16 * len(COMPARED)
    for article in articles:
        named = [Span(m.start, m.end) for m in mentions(article)]
        for choice in product((False, True), repeat=4):

            def kept(word, article=article, named=named, choice=choice):
                furniture, captions, quotations, names = choice
                kind = article.kind(word.start)
                in_name = any(Span(word.start, word.end).overlaps(name) for name in named)
                own = kind == NARRATIVE or (captions if kind == "caption" else furniture)
                return own and (quotations or not article.is_quoted(word.start)) and (names or not in_name)

            terms = chosen(article, kept)
            expected = measured(terms)
            for measure in COMPARED:
                key = (article.id, *choice, measure)
                assert rows["n"].loc[key] == len(terms)
                np.testing.assert_allclose(rows["value"].loc[key], expected[measure].value, rtol=1e-9)


def test_the_main_choices_value_is_that_of_the_narrators_words(words):
    rows = parts_of(words).query("part == 'narrator'").set_index(["article", "measure"])["value"]
    choices = choices_of(words)
    main = choices[~choices["furniture"] & ~choices["captions"] & ~choices["quotations"] & choices["names"]]
    assert main["value"].notna().sum() > len(COMPARED)
    for row in main.itertuples():
        np.testing.assert_allclose(row.value, rows.loc[(row.article, row.measure)], rtol=1e-9)


def test_every_choice_matters_somewhere(words):
    choices = choices_of(words).dropna()
    for choice in CHOICES:
        others = [name for name in CHOICES if name != choice]
        values = choices.groupby(["article", "measure", *others])["value"].nunique()
        assert (values > 1).any(), choice


def test_an_article_has_among_others_what_it_has_alone(words):
    for table in (parts_of, choices_of):
        together = table(words)
        for article, own in words:
            alone = together[together["article"] == article].reset_index(drop=True)
            pd.testing.assert_frame_equal(table([(article, own)]), alone, rtol=1e-9)


def test_no_article_has_no_rows():
    assert list(diversity_rows([])) == list(diversity_choice_rows([])) == []
