"""What is counted in each sentence: the obvious sums over its words."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.article import read_article
from analysis.corpus.spans import Span
from analysis.corpus.words import term
from analysis.features.attributions.attributions import attributions
from analysis.features.located_words import located_words
from analysis.features.names.names import name_mentions
from analysis.features.sentence_counts import OF_A_WORD, named_word_rows, number_words, sentence_rows
from analysis.features.tables import TABLES
from analysis.features.word_counts import word_counts
from analysis.measures.lexicons import first_person, modal_verbs, reporting_verbs
from analysis.measures.text_statistics import COUNTED
from analysis.tables import build

PAGE = (
    "PORT ALDER – The crews met Jonas Reed on Monday, said the harbour office. “We will perhaps wait for three days,” "
    "he said. Two of 40 ships left.\n\n"
    "Crews at the north pier (Mira Tolland/Harbour Pictures)\n\n"
    "“Nobody said anything to us about it.” Ada Holm may have reported considerable deterioration.\n\n"
    "Leave a comment"
)
PARAGRAPHS = (*PAGE.split("\n\n"), "They left at 5.30 p.m. with Mrs. Holm.", "By Peter Lunde", "")


def located(text):
    article = read_article("a", text)
    return article, located_words(article, names=[Span(m.start, m.end) for m in name_mentions(text, article.sentences)])


def table_of(article, words, *, english=True):
    return build(list(sentence_rows(article, words, english=english)), TABLES["sentences"])


def named_of(article, words):
    rows = build(list(named_word_rows(article, words, english=True)), TABLES["named_words"]).to_dict("records")
    return {(row["sentence"], row["kind"]): row for row in rows}


def rows_of(text, *, english=True):
    return table_of(*located(text), english=english)


def of_a_word(word, *, quoted):
    """The columns that depend on one word, as the table declares them."""
    known, counted = term(word), word_counts(word)
    return {
        "characters": counted.characters,
        "letters": counted.letters,
        "syllables": counted.syllables,
        "polysyllables": counted.syllables >= 3,
        "complex_words": counted.complex,
        "difficult_words": counted.difficult,
        "numbers": known[0].isdigit() or known in number_words(),
        "reporting_verbs": known in reporting_verbs() and not quoted,
        "modals": known in modal_verbs(),
        "first_person": known in first_person(),
    }


@settings(max_examples=25)
@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=6))
def test_a_row_is_the_sum_over_its_words(paragraphs):
    article, words = located("\n\n".join(paragraphs))
    keys = [
        (article.locate(Span(word.start, word.end)).sentence, article.kind(word.start), article.is_quoted(word.start))
        for word in words.words
    ]
    expected = {}
    for word, (sentence, kind, quoted) in zip(words.words, keys, strict=True):
        own = expected.setdefault((sentence, kind), Counter())
        own.update({name: int(value) for name, value in of_a_word(word.text, quoted=quoted).items()})
        own.update(words=1, quoted_words=int(quoted))
    rows = table_of(article, words).to_dict("records")
    assert [(row["sentence"], row["kind"]) for row in rows] == sorted(expected)
    for row in rows:
        own = expected[row["sentence"], row["kind"]]
        assert {name: row[name] for name in (*OF_A_WORD, "words", "quoted_words")} == {
            name: own[name] for name in (*OF_A_WORD, "words", "quoted_words")
        }


def test_a_row_has_its_place_from_its_first_word_to_its_last():
    rows = rows_of(PAGE)
    told = rows[(rows["sentence"] == 0) & (rows["kind"] == "narrative")].iloc[0]
    assert PAGE[told["start"] : told["end"]].startswith("The crews met")
    assert PAGE[told["start"] : told["end"]].endswith("office")
    assert rows.loc[rows["kind"] == "caption", "paragraph"].tolist() == [1]


def test_a_sentence_that_a_mark_covers_in_part_has_a_row_for_each_kind():
    first = rows_of(PAGE).query("sentence == 0").set_index("kind")
    assert first["words"].to_dict() == {"narrative": 11, "byline": 2}
    assert first["part"].to_dict() == {"narrative": "narrator", "byline": ""}


def test_sentences_are_the_narrators_the_quoted_or_mixed():
    rows = rows_of(PAGE)
    narrative = rows[rows["kind"] == "narrative"]
    assert list(narrative["part"]) == ["narrator", "mixed", "narrator", "quoted", "narrator"]
    assert set(rows.loc[rows["kind"] != "narrative", "part"]) == {""}
    quoted = narrative.set_index("part").loc["quoted"]
    assert quoted["quoted_words"] == quoted["words"] == 7


def test_numbers_hedges_verbs_and_pronouns_are_counted_where_they_stand():
    rows = rows_of(PAGE)
    narrative = rows[rows["kind"] == "narrative"]
    assert list(narrative["numbers"]) == [0, 1, 2, 0, 0]
    assert list(narrative["hedges"]) == [0, 1, 0, 0, 2]
    assert list(narrative["reporting_verbs"]) == [1, 1, 0, 0, 1], "quoted speech reports nothing for the narrator"
    assert list(narrative["modals"]) == [0, 1, 0, 0, 1]
    assert list(narrative["first_person"]) == [0, 1, 0, 1, 0]


def test_one_is_mostly_no_number():
    assert "two" in number_words()
    assert "one" not in number_words()


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        ("At least nine left.", 1),
        ("At the very least nine left.", 0),
        ("It is possible that they left, at least in part.", 3),
        ("It would appear that some left.", 1),  # "appear" inside the longer phrase does not count once more
        ("They looked at. Least of all they ran.", 0),  # no phrase goes from one sentence into the next
        ("Perhaps, perhaps not.", 2),
    ],
)
def test_a_hedge_is_counted_once_where_it_begins_the_longest_first(sentence, hedges):
    assert rows_of(sentence)["hedges"].sum() == hedges


def test_attributions_are_counted_in_the_sentence_in_which_their_cue_stands(harbour):
    columns = [name for name in COUNTED if name.startswith("attributions_")]
    kinds = Counter()
    for record in harbour.inputs.records:
        article, words = located((harbour.folder / "texts" / f"{record.id}.txt").read_text("utf-8"))
        expected = Counter(
            (article.locate(Span(found.start, found.end)).sentence, article.kind(found.start), found.kind)
            for found in attributions(article)
        )
        rows = table_of(article, words).to_dict("records")
        counted = {
            (row["sentence"], row["kind"], column.removeprefix("attributions_")): row[column]
            for row in rows
            for column in columns
            if row[column]
        }
        assert counted == expected
        kinds.update(kind for *_, kind in expected.elements())
    assert {f"attributions_{kind}" for kind in kinds} == set(columns)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Mr. Reed left at 5 p.m. on Monday.", [3]),
        ("It took 3.14 days. “Really?” she asked.", [1, 2]),
        ("The crews left...", [1]),
        ("Nobody knew", [0]),
        ("He read www.example.org/a.b today.", [1]),
    ],
)
def test_plain_ends_are_the_marks_that_a_space_follows(text, ends):
    assert rows_of(text)["plain_ends"].tolist() == ends


def test_a_text_that_is_not_english_has_its_words_counted_and_nothing_else():
    rows, english = rows_of(PAGE, english=False), rows_of(PAGE)
    assert rows[list(COUNTED)].isna().all(axis=None)
    rest = [name for name in rows if name not in COUNTED]
    pd.testing.assert_frame_equal(rows[rest], english[rest])
    assert list(named_word_rows(*located(PAGE), english=False)) == []


def test_what_stands_in_names_is_counted_like_the_rest():
    article, words = located(PAGE)
    rows = named_of(article, words)
    names = Counter(
        (article.locate(Span(word.start, word.end)).sentence, article.kind(word.start))
        for word, named in zip(words.words, words.named, strict=True)
        if named
    )
    assert {key: row["words"] for key, row in rows.items()} == names
    reed = rows[0, "narrative"]
    assert reed["words"] == 2
    assert reed["letters"] == len("JonasReed")
    assert reed["syllables"] == sum(word_counts(word).syllables for word in ("Jonas", "Reed"))
    whole = {(row["sentence"], row["kind"]): row for row in table_of(article, words).to_dict("records")}
    for key, row in rows.items():
        assert all(row[name] <= whole[key][name] for name in ("words", *OF_A_WORD) if name != "reporting_verbs")


def test_without_names_nothing_stands_in_names():
    assert list(named_word_rows(*located("the crews left. they slept."), english=True)) == []


def test_a_text_without_words_has_no_sentences():
    assert list(sentence_rows(*located(""), english=True)) == []
    assert list(named_word_rows(*located(""), english=True)) == []
