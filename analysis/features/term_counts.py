"""How often each term and each recurring pair of neighbouring words stands in an article's narrative."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from analysis.features.located_words import LocatedWords
from analysis.features.names.withheld import PLACEHOLDER
from analysis.measures.lexicons import function_words

#: In the order of the columns of its table.
Row = tuple[str | int, ...]
#: A pair is kept where it stands so often in its article: pairs used once would give the text away.
RECURRING = 2


def term_rows(article: str, words: LocatedWords) -> Iterable[Row]:
    """Yield article, part (narrator or quoted), term, count and how many of its uses are in names."""
    terms = np.array(words.terms, dtype=object)
    terms[words.hidden] = PLACEHOLDER
    for part, own in (("narrator", ~words.quoted), ("quoted", words.quoted)):
        chosen = words.narrative & ~words.address & own
        counts, named = Counter(terms[chosen].tolist()), Counter(terms[chosen & words.named].tolist())
        for term, count in counts.items():
            yield article, part, term, count, named[term]


def word_pair_rows(article: str, words: LocatedWords) -> Iterable[Row]:
    """Yield article, both words, count and uses in names of each recurring pair, neither a word of grammar.

    Neighbours stand in one sentence and one part with nothing but a space between them.
    """
    usable = words.narrative & ~words.address & ~words.hidden
    grammar = function_words()
    together = (
        usable[:-1]
        & usable[1:]
        & words.follows[1:]
        & (words.sentence[1:] == words.sentence[:-1])
        & (words.quoted[1:] == words.quoted[:-1])
    )
    terms, named = words.terms, words.named
    matter = np.array([term not in grammar for term in terms], dtype=bool)
    counts: Counter[tuple[str, str]] = Counter()
    in_names: Counter[tuple[str, str]] = Counter()
    for place in np.flatnonzero(together & matter[:-1] & matter[1:]).tolist():
        pair = terms[place], terms[place + 1]
        counts[pair] += 1
        in_names[pair] += bool(named[place] and named[place + 1])
    for pair, count in counts.items():
        if count >= RECURRING:
            yield article, *pair, count, in_names[pair]
