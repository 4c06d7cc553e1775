"""An offset's sentence is the one that holds it, whatever the order of the rows."""

import pandas as pd
import pytest

from analysis.studies.places import NOWHERE, Places

SENTENCES = pd.DataFrame(
    [("a", 20, 29, 1, 1, "correction"), ("a", 0, 9, 0, 0, "narrative"), ("b", 0, 5, 0, 0, "narrative")],
    columns=["article", "start", "end", "paragraph", "sentence", "kind"],
)


@pytest.mark.parametrize(
    ("article", "start", "found"),
    [
        ("a", 0, (0, 0, "narrative")),
        ("a", 8, (0, 0, "narrative")),
        ("a", 28, (1, 1, "correction")),
        ("b", 4, (0, 0, "narrative")),
    ],
)
def test_an_offset_lies_in_the_sentence_that_holds_it(article, start, found):
    assert Places(SENTENCES).of(article, start) == found


@pytest.mark.parametrize(("article", "start"), [("a", 9), ("a", 15), ("a", 29), ("b", 5), ("c", 0)])
def test_an_offset_between_sentences_or_of_another_article_is_nowhere(article, start):
    assert Places(SENTENCES).of(article, start) == NOWHERE
