"""Attributions in the narrator's words: where they stand and of what kind their source is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.article import read_article
from analysis.features.attributions.attributions import attributions
from analysis.features.attributions.source_kinds import INSTITUTIONAL, NAMED, PRONOUN, UNNAMED
from analysis.measures.lexicons import first_person, institutions, modal_verbs, reporting_verbs

DATA = json.loads((Path(__file__).parents[2] / "data" / "attribution_cases.json").read_text("utf-8"))
SENTENCES = [case["text"] for case in DATA["cases"]]
KINDS = {NAMED, INSTITUTIONAL, UNNAMED, PRONOUN}


def found(text):
    return [[text[a.start : a.end], a.kind] for a in attributions(read_article("a", text))]


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["label"])
def test_labelled_cases(case):
    assert found(case["text"]) == case["attributions"]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(strict=True), id=case["label"]) for case in DATA["known_failures"]],
)
def test_known_failures(case):
    assert found(case["text"]) == case["attributions"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_cases(kind):
    assert sum([cue[1] for cue in case["attributions"]].count(kind) for case in DATA["cases"]) >= 3


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_they_stand_in_order_on_words_of_saying_outside_quotations(sentences):
    article = read_article("a", " ".join(sentences))
    spans = attributions(article)
    starts = [a.start for a in spans]
    assert starts == sorted(set(starts))
    for a in spans:
        cue = article.text[a.start : a.end].casefold()
        assert cue == "according to" or cue in reporting_verbs()
        assert a.kind in KINDS
        assert not article.is_quoted(a.start)


@given(st.text(alphabet="Aas .,“”\"'’-\n", max_size=60), st.sampled_from(SENTENCES))
def test_any_text_can_be_read(noise, sentence):
    article = read_article("a", noise + sentence + noise)
    assert all(0 <= a.start < a.end <= len(article.text) for a in attributions(article))


def test_words_at_hand_make_no_difference():
    article = read_article("a", "\n\n".join(SENTENCES))
    assert attributions(article, article.words()) == attributions(article)


def test_the_same_words_in_quotation_marks_are_none():
    assert found("Ada Lund said it rained, and the ministry denied it.")
    assert not found("“Ada Lund said it rained, and the ministry denied it.”")


def test_a_text_without_words_has_none():
    assert found("") == found("…") == []


@pytest.mark.parametrize("accessor", [modal_verbs, first_person, institutions])
def test_lists_are_case_folded(accessor):
    assert accessor() == {word.casefold() for word in accessor()}
    assert "’" not in "".join(accessor())


def test_modal_verbs_and_first_persons_are_complete_in_their_contractions():
    assert {"can", "can't", "cannot", "could", "won't", "ought", "we'll", "would've"} <= modal_verbs()
    assert {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "i'm", "we've"} <= first_person()
