"""What an excerpt takes over from its whole.

A teaser of three paragraphs is too short to show by itself that its matter follows a third article's order.
But where its whole follows that article, and the teaser is the whole's words, the passages of the whole
that lie inside the teaser are the teaser's as well.
"""

from collections.abc import Iterator, Mapping, Sequence

from analysis.features.reuse.passage import Passage, overlapping
from analysis.features.reuse.reuse_text import ReuseText

#: An article is an excerpt (or a copy) of another when this share of its words stands there identically.
LEAST_EXCERPT_SHARE = 0.9

Pairs = Mapping[tuple[str, str], Sequence[Passage]]


def with_inherited(texts: Mapping[str, ReuseText], found: Pairs) -> dict[tuple[str, str], list[Passage]]:
    """Return all passages, and for each excerpt the following passages of its whole.

    Parameters
    ----------
    texts : mapping of str to ReuseText
        By article id.
    found : mapping of (str, str) to sequence of Passage
        The passages of each compared pair, smaller id first.

    Returns
    -------
    dict of (str, str) to list of Passage
        A pair that shares nothing is left out.
    """
    complete = {pair: list(shared) for pair, shared in found.items() if shared}
    for excerpt, whole in _excerpts(texts, found):
        runs = [x for x in _seen_from(excerpt, whole, found) if x.kind == "identical"]
        for pair in sorted(found):
            other = pair[0] if pair[1] == whole else pair[1]
            if whole not in pair or other == excerpt:
                continue
            shown = [x for x in _seen_from(whole, other, found) if x.kind == "following"]
            moved = [y for x in shown for y in _moved(x, runs)]
            target = (min(excerpt, other), max(excerpt, other))
            own = complete.get(target, [])
            added = [y for x in moved if not overlapping(y := _facing(x, excerpt == target[0]), own)]
            if added:
                complete[target] = sorted([*own, *added])
    return complete


def _excerpts(texts: Mapping[str, ReuseText], found: Pairs) -> Iterator[tuple[str, str]]:
    """Yield (excerpt, whole) for every article that stands almost wholly in a longer one."""
    for pair in sorted(found):
        lengths = [len(texts[article].words) for article in pair]
        short, long = pair if lengths[0] < lengths[1] else pair[::-1]
        same = sum(x.last_a - x.first_a for x in found[pair] if x.kind == "identical")
        if lengths[0] != lengths[1] and same >= LEAST_EXCERPT_SHARE * len(texts[short].words):
            yield short, long


def _seen_from(article: str, other: str, found: Pairs) -> list[Passage]:
    """Return the passages of a pair with `article` as their first side."""
    shared = found.get((min(article, other), max(article, other)), ())
    return [_facing(x, article < other) for x in shared]


def _facing(passage: Passage, same_way: bool) -> Passage:
    if same_way:
        return passage
    return passage._replace(
        first_a=passage.first_b, last_a=passage.last_b, first_b=passage.first_a, last_b=passage.last_a
    )


def _moved(passage: Passage, runs: Sequence[Passage]) -> Iterator[Passage]:
    """Yield a passage of the whole at its place in the excerpt, when an identical run holds all of it."""
    for run in runs:
        if run.first_b <= passage.first_a and passage.last_a <= run.last_b:
            shift = run.first_a - run.first_b
            yield passage._replace(first_a=passage.first_a + shift, last_a=passage.last_a + shift)
