"""Sentences beside sentences that tell one matter in other words."""

from itertools import pairwise

import pytest

from analysis.features.reuse import aligned_sentences as module
from analysis.features.reuse.aligned_sentences import REWORDED_ORDER, aligned_sentences

ONE = "Bakers mended copper kettles while pilots painted wooden buoys."
TWO = "Bakers mended seven copper kettles. Meanwhile pilots painted the wooden buoys."
NIGHT = "Nobody slept during that long winter night."
GRAVEL = "“Gravel drifted across the northern channel last winter,”"


def aligned(make_text, a, b, *, with_quotations=False):
    """Return kind and words of either side of each passage, trimmed at the places that the passage names."""
    texts = make_text("a", a), make_text("b", b)
    return [
        (x.kind, *(said(text, *places) for text, places in zip(texts, (x[:2], x[2:4]), strict=True)))
        for x in aligned_sentences(*texts, with_quotations=with_quotations)
    ]


def said(text, first, last):
    return text.text[text.places[first, 0] : text.places[last - 1, 1]]


def turned(found):
    return [x._replace(first_a=x.first_b, last_a=x.last_b, first_b=x.first_a, last_b=x.last_a) for x in found]


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("The crew mended the broken mast before the storm.", "reworded"),
        ("The team repaired the broken mast before the gale.", "reworded"),
        ("Before any storm, a mast that was broken had been mended by its crew.", "following"),
    ],
    ids=["the same", "words replaced", "order changed"],
)
def test_a_sentence_is_reworded_where_its_order_is_kept_and_else_follows(make_text, other, kind):
    mine = "The crew mended the broken mast before the storm."
    ((found, *sides),) = aligned(make_text, mine, other)
    assert (found, *sides) == (kind, mine.rstrip("."), other.rstrip("."))


def test_the_likeness_of_a_reworded_sentence_is_the_share_of_words_in_order(make_text):
    a = make_text("a", "The crew mended the broken mast before the storm.")
    b = make_text("b", "The team repaired the broken mast before the gale.")
    (found,) = aligned_sentences(a, b, with_quotations=False)
    assert found.similarity == pytest.approx(6 / 9)
    assert found.words == 6


@pytest.mark.parametrize(("a", "b"), [(ONE, TWO), (TWO, ONE)], ids=["one beside two", "two beside one"])
def test_a_sentence_may_stand_beside_two(make_text, a, b):
    found = aligned(make_text, f"{a} {NIGHT}", f"{b} {NIGHT}")
    assert [sides for _, *sides in found] == [[a.rstrip("."), b.rstrip(".")], [NIGHT.rstrip(".")] * 2]


def test_a_neighbour_with_other_matter_does_not_join(make_text):
    a, b = f"{ONE} {NIGHT}", f"{ONE} Elsewhere divers searched frozen basins."
    assert [sides for _, *sides in aligned(make_text, a, b)] == [[ONE.rstrip(".")] * 2]


@pytest.mark.parametrize("with_quotations", [False, True])
def test_sentences_that_both_quote_stand_beside_one_another_only_where_quotations_count(make_text, with_quotations):
    a = f"Divers searched the cold harbour basin. {GRAVEL} she said."
    b = f"Divers searched the frozen harbour basin. {GRAVEL} a spokesman told us."
    found = [mine for _, mine, _ in aligned(make_text, a, b, with_quotations=with_quotations)]
    assert found[0] == "Divers searched the cold harbour basin"
    assert any("Gravel" in mine for mine in found) is with_quotations


def test_unrelated_sentences_stand_beside_nothing(make_text, stories):
    assert aligned(make_text, NIGHT, ONE) == []
    assert len(aligned_sentences(stories["original"], stories["unrelated"], with_quotations=False)) <= 1


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", ONE), ("Rain fell.", ONE), (f"{GRAVEL}", ONE)])
def test_a_text_without_sentences_to_compare_has_no_passages(make_text, a, b):
    assert aligned(make_text, a, b) == aligned(make_text, b, a) == []


def test_sentences_of_books_are_not_compared(make_text, monkeypatch):
    text = f"{ONE} {NIGHT} {TWO}"
    assert len(aligned(make_text, text, text)) == 4
    monkeypatch.setattr(module, "MOST_SENTENCES", 3)
    assert aligned(make_text, text, text) == []


@pytest.mark.parametrize("other", ["original", "retold", "independent", "unrelated"])
@pytest.mark.parametrize("with_quotations", [False, True])
def test_passages_rise_on_both_sides_without_overlap_and_turn_with_the_texts(stories, other, with_quotations):
    a, b = stories["original"], stories[other]
    found = aligned_sentences(a, b, with_quotations=with_quotations)
    for x, y in pairwise(found):
        assert x.last_a <= y.first_a
        assert x.last_b <= y.first_b
    for x in found:
        assert 0 < x.similarity <= 1
        assert (x.kind == "reworded") <= (x.similarity >= REWORDED_ORDER)
        assert x.words <= min(x.last_a - x.first_a, x.last_b - x.first_b)
    assert aligned_sentences(b, a, with_quotations=with_quotations) == turned(found)


def test_a_retelling_stands_sentence_by_sentence_beside_its_source(stories):
    found = aligned_sentences(stories["original"], stories["retold"], with_quotations=False)
    assert len(found) >= 12
    assert {x.kind for x in found} == {"reworded", "following"}
