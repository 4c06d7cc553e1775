from analysis.features.reuse.inherited_passages import with_inherited
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.reuse_text import ReuseText, ReuseWord


def _text(name, length):
    return ReuseText(name, tuple(ReuseWord("w", i, i + 1, 0, False) for i in range(length)), "w" * length)


TEXTS = {name: _text(name, length) for name, length in (("m-other", 80), ("teaser", 30), ("whole", 100))}
SAME = Passage(0, 30, 50, 80, 30, 1.0, "identical")
INSIDE = Passage(5, 15, 60, 70, 6, 0.4, "following")
OUTSIDE = Passage(40, 50, 10, 20, 6, 0.4, "following")


def test_an_excerpt_takes_over_what_lies_inside_it():
    found = {("m-other", "whole"): [INSIDE, OUTSIDE], ("teaser", "whole"): [SAME]}
    complete = with_inherited(TEXTS, found)
    assert complete["m-other", "teaser"] == [INSIDE._replace(first_b=10, last_b=20)]
    assert complete["m-other", "whole"] == [INSIDE, OUTSIDE]


def test_a_partial_copy_takes_over_nothing():
    found = {("m-other", "whole"): [INSIDE], ("teaser", "whole"): [SAME._replace(last_a=20, last_b=70)]}
    assert ("m-other", "teaser") not in with_inherited(TEXTS, found)


def test_what_the_excerpt_shows_itself_stays():
    own = Passage(0, 12, 8, 20, 9, 0.9, "quotation")
    found = {("m-other", "teaser"): [own], ("m-other", "whole"): [INSIDE], ("teaser", "whole"): [SAME]}
    assert with_inherited(TEXTS, found)["m-other", "teaser"] == [own]


def test_pairs_without_passages_are_left_out():
    assert with_inherited(TEXTS, {("m-other", "whole"): []}) == {}
