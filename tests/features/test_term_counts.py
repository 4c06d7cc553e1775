"""Terms and recurring pairs of an article: the obvious counts, and nothing from which the text could be read."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.article import NARRATIVE, read_article
from analysis.corpus.spans import Span
from analysis.corpus.words import term
from analysis.features.located_words import located_words
from analysis.features.names.withheld import PLACEHOLDER, article_names
from analysis.features.tables import TABLES
from analysis.features.term_counts import RECURRING, term_rows, word_pair_rows
from analysis.measures.lexicons import function_words
from analysis.sources.people import People, salted_hash
from analysis.tables import build

PAGE = (
    "Ferries stay in port\n\n"
    "The crews met Jonas Reed on Monday, said the harbour office. “We will wait for three days,” he said. "
    "Jonas Reed left the harbour office. The harbour was empty; nobody said why.\n\n"
    "Leave a comment"
)
PRIVATE = People("s", frozenset(), frozenset({"monday"}), {salted_hash("s", "Jonas Reed"): "a teacher"})


def counted(text, *, people=None):
    article = read_article("a", text)
    names = article_names(article, people)
    words = located_words(article, names=[Span(m.start, m.end) for m in names.mentions], hidden=names.hidden)
    rows = {"terms": list(term_rows("a", words)), "word_pairs": list(word_pair_rows("a", words))}
    return tuple(build(own, TABLES[name]).to_dict("records") for name, own in rows.items())


def terms(text, **options):
    return {(row["part"], row["term"]): row["count"] for row in counted(text, **options)[0]}


def pairs(text, **options):
    return {(row["first"], row["second"]): row["count"] for row in counted(text, **options)[1]}


def test_terms_are_the_narratives_words_told_apart_by_who_speaks():
    article = read_article("a", PAGE)
    expected = Counter(
        ("quoted" if article.is_quoted(word.start) else "narrator", term(word.text))
        for word in article.words()
        if article.kind(word.start) == NARRATIVE
    )
    assert terms(PAGE) == expected
    assert expected["narrator", "said"] == 3
    assert not {term for _, term in expected} & {"leave", "comment", "stay"}


def test_uses_in_names_are_counted_beside():
    found, _ = counted("Jonas Reed cut the reed. “A reed is a reed,” he said.")
    rows = {(row["part"], row["term"]): row for row in found}
    assert (rows["narrator", "reed"]["count"], rows["narrator", "reed"]["in_names"]) == (2, 1)
    assert (rows["quoted", "reed"]["count"], rows["quoted", "reed"]["in_names"]) == (2, 0)
    assert rows["narrator", "jonas"]["in_names"] == 1


def test_addresses_are_no_terms():
    found = terms("They wrote to jonas.reed@example.org, https://example.org/reed or www.reed.example, then left.")
    assert {term for _, term in found} == {"they", "wrote", "to", "or", "then", "left"}


def test_a_pair_is_two_words_that_recur_side_by_side():
    assert pairs(PAGE) == {("jonas", "reed"): 2, ("harbour", "office"): 2}


def test_a_pair_used_once_is_not_kept():
    assert RECURRING == 2
    assert pairs("Angry crews left.") == {}
    assert pairs("Angry crews left. Angry crews slept.") == {("angry", "crews"): 2}


def test_pairs_with_words_of_grammar_are_left_out():
    assert pairs("The crews of them all. The crews of them all. Crews and ships. Crews and ships.") == {}
    assert pairs("Ships sank there. Ships sank there.") == {("ships", "sank"): 2}


@pytest.mark.parametrize(
    "parting", [". ", ", ", "; ", ": ", " – ", " — ", "—", "/", "...", "\n\n", " “", "” ", " (", ") ", "  "]
)
def test_no_pair_crosses_what_parts_two_words(parting):
    text = " ".join(f"Then angry crews{parting}left harbour again." for _ in range(3))
    found = pairs(text)
    assert found["angry", "crews"] == 3
    assert ("crews", "left") not in found


def test_no_pair_goes_from_one_sentence_into_the_next_where_an_abbreviation_ends_the_first():
    assert pairs("Crews slept until 9 p.m. Ships sank. " * 3) == {
        ("crews", "slept"): 3, ("9", "p.m."): 3, ("ships", "sank"): 3,
    }  # fmt: skip


def test_no_pair_goes_from_the_narrator_into_a_quotation_or_out_of_it():
    found = pairs("Crews shouted “angry ships left harbour” loudly. Crews shouted “angry ships left harbour” loudly.")
    assert found["angry", "ships"] == found["left", "harbour"] == 2
    assert not {("shouted", "angry"), ("harbour", "loudly")} & found.keys()


def test_no_pair_is_counted_in_what_was_set_aside_or_in_an_address():
    furniture = "Your email address will not be published. Your email address is safe."
    assert pairs(f"Crews left. Crews left.\n\n{furniture}") == {("crews", "left"): 2}
    assert pairs("The email address is safe. The email address is known.") == {("email", "address"): 2}
    assert pairs("Read angry.crews@example.org now. Read angry.crews@example.org now.") == {}


def test_a_pair_says_how_often_both_its_words_stand_in_names():
    (row,) = counted("The crews met Jonas Reed. Then a jonas reed sank.")[1]
    assert (row["first"], row["second"], row["count"], row["in_names"]) == ("jonas", "reed", 2, 1)


def test_a_withheld_name_is_a_placeholder_and_stands_in_no_pair():
    text = "Angry Jonas Reed left. Angry Jonas Reed left. The mayor saw Jonas Reed sleep."
    assert {("jonas", "reed"), ("reed", "left")} <= pairs(text).keys()
    assert pairs(text, people=PRIVATE) == {}
    found = terms(text, people=PRIVATE)
    assert not {"jonas", "reed"} & {term for _, term in found}
    assert found["narrator", PLACEHOLDER] == 6
    assert sum(found.values()) == sum(terms(text).values()), "counted all the same"


def test_a_text_without_words_has_no_rows():
    assert counted("") == ([], [])
    assert counted("Crews") == ([{"article": "a", "part": "narrator", "term": "crews", "count": 1, "in_names": 0}], [])


TOKENS = st.sampled_from(["crews", "harbour", "ferries", "the", "of", "nobody", "stayed"])
PARTINGS = st.sampled_from([" ", " ", " ", ", ", "; ", "—", "/"])


@given(st.lists(st.tuples(TOKENS, PARTINGS), min_size=2, max_size=40))
def test_pairs_are_the_neighbours_that_one_space_joins(sequence):
    text = "".join(word + parting for word, parting in sequence)
    together = Counter(
        pair
        for run in re.split(r"[^a-z ]+ ?", text)
        for pair in pairwise(run.split())
        if not set(pair) & function_words()
    )
    assert pairs(text) == {pair: count for pair, count in together.items() if count >= RECURRING}
