"""Words of a passage are marked by the passage beside it, and whatever they hold they stay text."""

import pytest
from docutils import nodes

from analysis.book.marked_words import marked


def _words(own: str, other: str, **how: bool) -> list[str]:
    return [node.astext() for node in marked(own, other, **how).findall(nodes.emphasis)]


@pytest.mark.parametrize(
    ("own", "other", "shared", "emphasised"),
    [
        ("The ferry left at noon.", "The ferry stayed at noon.", False, ["left"]),
        ("The ferry left at noon.", "The ferry stayed at noon.", True, ["ferry", "noon."]),
        ("“Ferry” LEFT, at noon!", "ferry left at (noon)", False, []),
        ("He reported it", "She reports it", True, ["reported"]),
        ("a cat and a dog", "a dog and a cat", False, []),
        ("It is in the town of the north", "It is in the north of the town", True, ["town", "north"]),
        ("— … 12 boats", "12 ships", False, ["boats"]),
        ("Нові човни", "Старі човни", True, ["човни"]),
        ("new words", "", False, ["new", "words"]),
        ("new words", "", True, []),
        ("", "other words", False, []),
    ],
)
def test_marked_is_what_both_have_or_what_only_this_side_has(
    own: str, other: str, shared: bool, emphasised: list[str]
) -> None:
    assert _words(own, other, shared=shared) == emphasised


@pytest.mark.parametrize("shared", [False, True])
def test_in_a_plain_passage_nothing_is_marked(shared: bool) -> None:
    assert _words("The ferry left", "The boat left", shared=shared, plain=True) == []


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("The ferry left at noon.", "The ferry stayed at noon."),
        ("ferry", "ferry"),
        ("one two three four", "two four"),
        ("one  two\nthree", "three two one"),
        ("", ""),
    ],
)
def test_the_passage_is_whole_with_single_spaces(own: str, other: str, shared: bool) -> None:
    assert marked(own, other, shared=shared).astext() == " ".join(own.split())


@pytest.mark.parametrize("shared", [False, True])
def test_markup_stays_text(shared: bool) -> None:
    own = "<script>alert(1)</script> {fact}`files` **bold** $x^2$ [a](javascript:1) {{ 7*7 }} plain"
    paragraph = marked(own, "{fact}`files` other", shared=shared)
    assert paragraph.astext() == own
    assert {type(node) for node in paragraph.findall()} == {nodes.paragraph, nodes.emphasis, nodes.Text}
    assert all(node["classes"] == ["marked"] for node in paragraph.findall(nodes.emphasis))
