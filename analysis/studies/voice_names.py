"""One label per voice: the forms of a name joined over the articles; whoever is not named stays within one article."""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.corpus.words import term, words
from analysis.measures.lexicons import name_words

#: Whoever is spoken of under one of them is described and not named: "an Arizona Republican".
DETERMINERS = frozenset([
    "a", "an", "the", "one", "two", "three", "another", "some", "many", "several", "both", "his", "her", "their", "its",
])  # fmt: skip


def voice_labels(quotations: pd.DataFrame, spellings: Mapping[str, str], outlets: Mapping[str, str]) -> pd.Series:
    """Return the label of each quotation's voice, "" where nobody is known to speak.

    A name is one voice in all articles, also under its surname alone where only one full name ends in it,
    with or without an initial inside, and in other spellings. Several who speak as one are a voice of their own. A
    private person's role and a described speaker are voices of their article only: nothing is joined over articles
    about somebody who is not named.

    Parameters
    ----------
    quotations : DataFrame
        Columns article, speaker, speaker_rule, withheld.
    spellings : dict of str to str
        Case-folded word → the spelling under which it is counted.
    outlets : dict of str to str
        Article → what is said after whoever is not named: of two articles the same only where they are one account.
    """
    named = quotations[is_named(quotations)]
    full = _full_names(named["speaker"], spellings)
    labels = [
        ""
        if not row.speaker
        else full[_key(row.speaker, spellings)]
        if is_name
        else f"{row.speaker}, {outlets[row.article]}"
        for row, is_name in zip(quotations.itertuples(), is_named(quotations), strict=True)
    ]
    return pd.Series(labels, index=quotations.index, dtype="str")


def is_named(quotations: pd.DataFrame) -> pd.Series:
    """Whether each speaker is named: neither withheld nor described.

    A description begins with a word like "a" or "the", or begins or ends in lower case: "Treasury officials".
    """
    named = [not described(speaker) for speaker in quotations["speaker"]]
    return pd.Series(named, index=quotations.index, dtype=bool) & ~quotations["withheld"].astype(bool)


def described(speaker: str) -> bool:
    """Whether words describe somebody and name nobody.

    >>> [described(speaker) for speaker in ("a U.S. official", "officials in Port Alder", "Anna de Vries")]
    [True, True, False]
    """
    said = speaker.split()
    if not said or said[0].casefold() in DETERMINERS:
        return True
    return said[-1].islower() or (said[0].islower() and said[0] not in name_words("particles"))


def _key(name: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a name, case folded, each in the spelling that counts."""
    return tuple(spellings.get(term(word.text), term(word.text)) for word in words(name)) or (name.casefold(),)


def _without_initials(key: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the initials inside it: Ada K. Lund."""
    return tuple(word for at, word in enumerate(key) if len(word) > 1 or at in (0, len(key) - 1))


def _full_names(names: pd.Series, spellings: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Map every name's key to the label of its voice: the longest name that ends in the same surname, if only one."""
    initials: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key in (_key(name, spellings) for name in names):
        initials[_without_initials(key)] |= {key} - {_without_initials(key)}
    joined = {key: plain if len(keys) == 1 else key for plain, keys in initials.items() for key in {plain, *keys}}
    written: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        written[joined[_key(name, spellings)]].append(name)
    by_surname: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in written:
        if len(key) > 1 and "and" not in key:
            by_surname[key[-1]].add(key)
    labels = {}
    for key in sorted(written):
        longer = by_surname[key[-1]] if len(key) == 1 else {key}
        whole = next(iter(longer)) if len(longer) == 1 else key
        forms = written[whole]
        labels[key] = min(set(forms), key=lambda form: (-forms.count(form), form))
    return {key: labels[whole] for key, whole in joined.items() if whole in labels}
