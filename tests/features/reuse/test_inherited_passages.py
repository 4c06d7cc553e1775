"""What two articles have in common by way of a third."""

import pytest

from analysis.features.reuse.inherited_passages import LEAST_OVERLAP, LEAST_PASSAGES, Inherited, inherited_passages
from analysis.features.reuse.passage import Passage

COUNT = LEAST_PASSAGES
MIDDLE, SPUN, TEASER = "m", "spun", "teaser"
LINKS = [(MIDDLE, SPUN), (MIDDLE, TEASER)]
#: The teaser's words 0 to 100 are the middle's words 40 to 140.
COPY = Passage(40, 140, 0, 100, 100, 1.0, "identical")


def beside(start_a, start_b, *, words=8, similarity=0.5, kind="reworded", length=10):
    return Passage(start_a, start_a + length, start_b, start_b + length, words, similarity, kind)


def chain(count, *, start=50, **fields):
    """Return passages of the middle and the spun copy, sentence by sentence, far from one another's edges."""
    return [beside(start + 20 * n, 500 + 30 * n, **fields) for n in range(count)]


def found(spun, teaser, own=(), links=LINKS):
    pairs = {(MIDDLE, SPUN): spun, (MIDDLE, TEASER): teaser}
    return inherited_passages({**pairs, **({(SPUN, TEASER): list(own)} if own else {})}, links)


def test_what_lies_in_an_identical_run_is_shifted_exactly():
    expected = [beside(500 + 30 * n, 10 + 20 * n) for n in range(COUNT)]
    assert found(chain(COUNT), [COPY]) == {(SPUN, TEASER): Inherited(MIDDLE, expected)}


def test_the_identical_run_may_be_on_either_side():
    copy = Passage(40, 140, 7, 107, 100, 1.0, "identical")
    expected = [beside(17 + 20 * n, 500 + 30 * n) for n in range(COUNT)]
    pairs = {("copy", "m"): [copy._replace(first_a=7, last_a=107, first_b=40, last_b=140)], ("m", "spun"): chain(COUNT)}
    assert inherited_passages(pairs, pairs) == {("copy", "spun"): Inherited("m", expected)}


def test_sentences_of_both_that_stand_beside_one_of_the_third_follow_one_another():
    there, onward = chain(COUNT, similarity=0.6, words=7), [beside(50 + 20 * n, 5 + 11 * n) for n in range(COUNT)]
    expected = [Passage(500 + 30 * n, 510 + 30 * n, 5 + 11 * n, 15 + 11 * n, 7, 0.3, "following") for n in range(COUNT)]
    assert found(there, onward)[SPUN, TEASER].passages == expected


@pytest.mark.parametrize(("apart", "meets"), [(0, True), (2, True), (8, False), (10, False)])
def test_passages_of_the_third_must_be_the_same_sentences(apart, meets):
    assert ((10 - apart) / 10 >= LEAST_OVERLAP) is meets
    onward = [beside(50 + 20 * n + apart, 5 + 11 * n) for n in range(COUNT)]
    assert bool(found(chain(COUNT), onward)) is meets


@pytest.mark.parametrize(
    ("spun", "teaser"),
    [
        (chain(COUNT - 1), [COPY]),
        (chain(COUNT, start=200), [COPY]),
        (chain(COUNT, kind="quotation"), [COPY]),
        (chain(COUNT), [COPY._replace(kind="quotation")]),
        (chain(COUNT), []),
    ],
    ids=["too few", "outside the run", "quotations there", "quotations onward", "nothing onward"],
)
def test_little_or_quoted_matter_is_not_inherited(spun, teaser):
    assert found(spun, teaser) == {}


def test_a_pair_that_is_linked_itself_inherits_nothing():
    assert found(chain(COUNT), [COPY], links=[*LINKS, (SPUN, TEASER)]) == {}


def test_a_pair_that_shows_one_origin_itself_needs_no_third():
    pairs = {(MIDDLE, SPUN): chain(COUNT), (MIDDLE, TEASER): [COPY]}
    assert inherited_passages(pairs, LINKS, shown=[(SPUN, TEASER)]) == {}


@pytest.mark.parametrize("links", [[], LINKS[:1], LINKS[1:]])
def test_nothing_is_inherited_over_a_pair_that_is_no_link(links):
    assert found(chain(COUNT), [COPY], links=links) == {}


def test_what_the_pair_shows_itself_stays_and_is_not_overlapped():
    own = beside(500, 10, kind="quotation")
    assert found(chain(COUNT), [COPY], [own]) == {}
    (inherited,) = found(chain(COUNT + 1), [COPY], [own]).values()
    assert inherited.passages == [beside(500 + 30 * n, 10 + 20 * n) for n in range(1, COUNT + 1)]


def test_inherited_passages_do_not_overlap_one_another():
    twice = [*chain(COUNT), *chain(COUNT, words=3)]
    assert len(found(twice, [COPY])[SPUN, TEASER].passages) == COUNT


@pytest.mark.parametrize(("extra", "via"), [(0, "m"), (1, "n")], ids=["equal: the first by id", "the most passages"])
def test_the_third_is_that_which_yields_most(extra, via):
    pairs = {
        ("m", "spun"): chain(COUNT), ("m", "teaser"): [COPY],
        ("n", "spun"): chain(COUNT + extra), ("n", "teaser"): [COPY],
    }  # fmt: skip
    links = [pair for pair in pairs if pair != ("m", "n")]
    result = inherited_passages(pairs, links)
    assert result["spun", "teaser"].via == via
    assert len(result["spun", "teaser"].passages) == COUNT + extra


def test_the_order_of_pairs_does_not_matter():
    pairs = {(MIDDLE, SPUN): chain(COUNT), (MIDDLE, TEASER): [COPY]}
    assert inherited_passages(dict(reversed(pairs.items())), LINKS[::-1]) == inherited_passages(pairs, LINKS)


def test_nothing_found_is_nothing_inherited():
    assert inherited_passages({}, []) == {}
