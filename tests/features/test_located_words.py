"""Words with their places: each array says what the article itself says of every word."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.article import read_article
from analysis.corpus.spans import Span
from analysis.corpus.words import term
from analysis.features.located_words import located_words

PARAGRAPHS = (
    "PORT ALDER – The crews met again. They left at 5.30 p.m.",
    "“We will wait for an answer,” said Ada Holm. “And then?”",
    "Ferries stay in port",
    "By Peter Lunde",
    "Crews at the north pier (Mira Tolland/Harbour Pictures)",
    "Leave a comment",
    "Write to ada@example.org, or to https://example.org/crews in time.",
    "",
)
TEXT = "The well-known Reed-led crews met Jonas Reed on Monday."


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=8))
def test_every_word_has_the_sentence_kind_and_quotation_that_the_article_says(paragraphs):
    article = read_article("a", "\n\n".join(paragraphs))
    found = located_words(article)
    assert found.words == article.words()
    for at, word in enumerate(found.words):
        assert (found.starts[at], found.ends[at]) == (word.start, word.end)
        assert found.sentence[at] == article.locate(Span(word.start, word.end)).sentence >= 0
        assert found.kind_names[found.kinds[at]] == article.kind(word.start)
        assert found.quoted[at] == article.is_quoted(word.start)
    assert len(found.words) == len(found.sentence) == len(found.kinds) == len(found.quoted) == len(found.address)


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)), max_size=6))
def test_a_word_is_named_and_hidden_if_any_part_of_it_lies_in_such_a_run(runs):
    article = read_article("a", TEXT)
    spans = sorted(Span(start, min(start + length, len(TEXT))) for start, length in runs)
    found = located_words(article, names=spans, hidden=spans[::2])
    for marked, runs_ in ((found.named, spans), (found.hidden, spans[::2])):
        for word, own in zip(article.words(), marked.tolist(), strict=True):
            assert own == any(Span(word.start, word.end).overlaps(run) for run in runs_)


def test_a_name_inside_a_hyphenated_word_marks_the_whole_word():
    start = TEXT.index("Reed-led")
    found = located_words(read_article("a", TEXT), names=[Span(start, start + 4)])
    assert [word.text for word, named in zip(found.words, found.named, strict=True) if named] == ["Reed-led"]


def test_words_of_addresses_are_marked():
    found = located_words(read_article("a", "They wrote to ada@example.org, www.reed.example or @holm, then left."))
    marked = [word.text for word, address in zip(found.words, found.address, strict=True) if address]
    assert marked == ["ada", "example", "org", "www", "reed", "example", "holm"]


@given(st.lists(st.sampled_from(["crews", "left", "p.m.", " ", "\n", ", ", "—", "/", " “", "” ", "\n\n"]), max_size=20))
def test_a_word_follows_where_one_space_alone_parts_it_from_the_word_before(pieces):
    text = "".join(pieces)
    found = located_words(read_article("a", text))
    between = [text[a.end : b.start] for a, b in pairwise(found.words)]
    assert found.follows.tolist() == [False, *(gap in (" ", "\n") for gap in between)][: len(found.words)]


def test_terms_are_those_of_the_words():
    found = located_words(read_article("a", "Oslo’s crews DON’T wait."))
    assert found.terms == [term(word.text) for word in found.words] == ["oslo", "crews", "don't", "wait"]


def test_words_of_one_term_have_one_code():
    found = located_words(read_article("a", "Oslo waits; Oslo’s crews, oslo, wait."))
    assert found.codes.tolist() == [0, 1, 0, 2, 0, 3]


def test_kinds_are_asked_by_name():
    found = located_words(read_article("a", "By Peter Lunde\n\nThe crews left.\n\nLeave a comment"))
    narrative, bylines = found.of_kind("narrative"), found.of_kind("byline")
    assert [word.text for word, own in zip(found.words, narrative, strict=True) if own] == ["The", "crews", "left"]
    assert (found.narrative == narrative).all()
    assert bylines.sum() == 3
    assert (found.of_kind("narrative", "byline") == (narrative | bylines)).all()
    assert not found.of_kind("caption").any()


@pytest.mark.parametrize("text", ["", "\n\n", "…", "“”"])
def test_a_text_without_words_has_empty_arrays(text):
    found = located_words(read_article("a", text), names=[Span(0, 1)], hidden=[Span(0, 1)])
    every = (found.starts, found.ends, found.sentence, found.kinds, found.quoted, found.named, found.hidden)
    assert all(len(array) == 0 for array in (*every, found.address, found.follows, found.terms, found.codes))
    assert found.narrative.dtype == np.bool_
