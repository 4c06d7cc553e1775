"""The countable words of an article, their places, and who says them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.article import NARRATIVE, read_article
from analysis.corpus.words import term
from analysis.features.reuse.reuse_text import SEED_WORDS, reuse_text, stem
from analysis.measures.lexicons import function_words

PAGE = (
    "Ferries stay in port\n\n"
    "The crews met Jonas Reed on Monday, said the harbour office. “We will wait,” he said.\n\n"
    "“Nobody told us.”\n\n"
    "Leave a comment"
)


def words_of(text):
    return [text.text[start:end] for start, end in text.places]


def test_headings_and_furniture_are_not_countable_and_offsets_jump(make_text):
    found = make_text("a", PAGE)
    counted = words_of(found)
    assert counted[:4] == ["The", "crews", "met", "Jonas"]
    assert counted[-3:] == ["Nobody", "told", "us"]
    assert "comment" not in counted


def test_quoted_words_are_those_inside_quotation_marks(make_text):
    found = make_text("a", PAGE)
    quoted = [word for word, inside in zip(words_of(found), found.quoted, strict=True) if inside]
    assert quoted == ["We", "will", "wait", "Nobody", "told", "us"]


def test_a_quotation_inside_a_sentence_leaves_the_sentence_whole(make_text):
    found = make_text("a", "Rain fell. The pilot, who “knew every stone”, slept.")
    assert found.sentences.tolist() == [0, 0, *[1] * 7]
    assert found.quoted.tolist() == [*[False] * 5, *[True] * 3, False]


@pytest.mark.parametrize(
    ("word", "matter", "content", "capital"),
    [
        ("sandbanks", True, True, False),
        ("Sandbanks", True, True, True),
        ("ice", True, False, False),
        ("2019", True, False, False),
        ("their", False, False, False),
        ("The", False, False, True),
    ],
)
def test_a_word_carries_matter_or_grammar_and_its_capital(make_text, word, matter, content, capital):
    code = make_text("a", f"Look, {word} again.").codes[1]
    assert (code["stem"] != 0, code["content"], code["capital"]) == (matter, content, capital)


def test_words_counted_as_one_have_one_term_and_inflected_ones_one_stem(make_text):
    found = make_text("a", "Harbours harbours harbouring hamlet.")
    terms, stems = found.terms.tolist(), found.codes["stem"].tolist()
    assert terms[0] == terms[1] != terms[2]
    assert stems[0] == stems[1] == stems[2] != stems[3]
    assert stem("harbours") == stem("harbouring") != stem("hamlet")


def test_seeds_are_all_runs_of_a_few_words(make_text):
    found = make_text("a", "rain fell rain fell rain fell")
    assert len(found.seeds.values) == len(found) - SEED_WORDS + 1
    assert len(set(found.seeds.values.tolist())) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "“”"])
def test_a_text_without_words_has_empty_arrays(make_text, text):
    found = make_text("a", text)
    assert len(found) == len(found.seeds.values) == 0
    assert found.places.shape == (0, 2)


def test_function_words_are_read_without_comments():
    assert {"the", "of", "and"} <= function_words()
    assert not any(word.startswith("#") or not word for word in function_words())


PARAGRAPHS = [
    "“We will wait,” said Ada. “And then?”",
    "They left at 5.30 p.m.",
    "Leave a comment",
    "By Peter Lunde",
    "",
]


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=8))
def test_the_countable_words_are_those_of_the_narrative(paragraphs):
    article = read_article("a", "\n\n".join(paragraphs))
    found = reuse_text(article)
    counted = [word for word in article.words() if article.kind(word.start) == NARRATIVE]
    assert found.places.tolist() == [[word.start, word.end] for word in counted]
    assert found.quoted.tolist() == [article.is_quoted(word.start) for word in counted]
    by_term = {term(word.text): code for word, code in zip(counted, found.terms.tolist(), strict=True)}
    assert [by_term[term(word.text)] for word in counted] == found.terms.tolist()
    assert all(x <= y for x, y in pairwise(found.sentences))
