"""An article: everything located in it points into the raw text, and every word is somewhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.article import read_article
from analysis.corpus.spans import Span

PAGE = (
    "Ferries stay in port\n\n"
    "PORT ALDER – The crews met again on Monday. “We will wait for an answer,” said Ada Holm. “Perhaps,” she added.\n\n"
    "The so-called “night rule” is old. Nobody follows it.\n\n"
    "An earlier version of this story put “we have no answer for you” into her mouth. The story has been corrected.\n\n"
    "Leave a comment"
)
PARAGRAPHS = (
    "PORT ALDER – The crews met again on Monday. They will meet tomorrow.",
    "“We will wait for an answer,” said Ada Holm. “And then we will see.”",
    "“A quotation that nobody ends at the end of its paragraph",
    "Sign up for our newsletter",
    "Leave a comment",
    "By Peter Lunde",
    "(Mira Tolland/Harbour Pictures)",
    "Correction: An earlier version of this story gave a wrong number of ferries.",
    "The U.S. ship cost 3.5 million.It sank.",
    "•",
    "…",
)


def test_quoted_words_are_those_of_speech_not_of_a_term():
    article = read_article("a", PAGE)
    quoted = [span.of(PAGE).strip("“”,.") for span in article.quotations]
    assert quoted == ["We will wait for an answer", "Perhaps"]
    assert article.is_quoted(PAGE.index("wait"))
    assert not article.is_quoted(PAGE.index("night rule"))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Never again,” said Ada Holm.", ["“Never again,”"]),
        ("It rained. ‘No’, she said.", ["‘No’"]),
        ("Ada Holm said: “No.”", ["“No.”"]),
        ("“Why?” she asked. “Why us?”", ["“Why?”", "“Why us?”"]),
        ("The “night rule,” she said, is old.", []),
        ("They are “credible.” She left.", []),
        ("They called him “Wolf,” for he hid.", []),
    ],
)
def test_a_word_or_two_are_speech_only_as_a_whole_utterance(text, quoted):
    assert [span.of(text) for span in read_article("a", text).quotations] == quoted


def test_a_place_has_the_kind_of_its_mark_or_is_narrative():
    article = read_article("a", PAGE)
    kinds = {words: article.kind(PAGE.index(words)) for words in ("Ferries", "PORT", "crews", "Leave")}
    assert kinds == {"Ferries": "heading", "PORT": "byline", "crews": "narrative", "Leave": "furniture"}


def test_a_locator_counts_paragraphs_and_sentences_from_nought():
    article = read_article("a", PAGE)
    place = PAGE.index("Nobody")
    found = article.locate(Span(place, place + 6))
    assert (found.article, found.paragraph, found.start, found.end) == ("a", 2, place, place + 6)
    assert article.sentences[found.sentence].of(PAGE) == "Nobody follows it."


def test_a_place_between_paragraphs_is_in_none():
    found = read_article("a", PAGE).locate(Span(PAGE.index("\n"), PAGE.index("\n") + 1))
    assert (found.paragraph, found.sentence) == (-1, -1)


def test_the_words_of_a_run_keep_their_places_in_the_whole():
    article = read_article("a", PAGE)
    place = PAGE.index("Nobody")
    assert article.words(Span(place, place + 6)) == [("Nobody", place, place + 6)]
    assert len(article.words()) == sum(len(article.words(paragraph)) for paragraph in article.paragraphs)


def _holds_together(text: str) -> None:
    article = read_article("a", text)
    for spans in (article.paragraphs, article.sentences, article.marks, article.quotations):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(first.end <= second.start for first, second in pairwise(spans))
    words = article.words()
    assert sum(len(article.words(sentence)) for sentence in article.sentences) == len(words)
    marked = sum(len(article.words(mark)) for mark in article.marks)
    assert marked + sum(article.kind(word.start) == "narrative" for word in words) == len(words)
    assert all(article.locate(sentence).paragraph >= 0 for sentence in article.sentences)
    assert all(article.kind(quotation.start) == "narrative" for quotation in article.quotations)


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=9), st.sampled_from(["\n\n", "\r\n\r\n", "\n"]))
def test_every_word_is_in_one_sentence_and_is_narrative_or_marked(paragraphs, between):
    _holds_together(between.join(paragraphs))


@given(st.text(st.sampled_from("aB .!?\n“”\"'’‘-–(—1,\u00a0\u2028\u200b…:É"), max_size=80))
def test_no_text_however_broken_leaves_a_word_out(text):
    _holds_together(text)
