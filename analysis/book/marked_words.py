"""A passage with the words marked by which it agrees with, or differs from, the passage beside it."""

from functools import cache

from docutils import nodes

from analysis.resources import word_list

#: Words are compared by their first letters, as the alignment compares them.
STEM_LETTERS = 5
#: What stands around a word.
MARKS = ",.;:!?“”\"'‘’()[]–—…"


def marked(own: str, other: str, *, shared: bool, plain: bool = False) -> nodes.paragraph:
    """Return a passage as text nodes, some of its words emphasised.

    Parameters
    ----------
    own, other : str
        The passage, and the one beside it.
    shared : bool
        Whether the words that both have are marked, or those that only this side has.
    plain : bool
        Whether nothing is marked.
    """
    known = {_key(word) for word in other.split()}
    paragraph = nodes.paragraph(classes=["passage"])
    run: list[str] = []
    for word in own.split():
        key = _key(word)
        grammar = shared and word.casefold().strip(MARKS) in _grammar()
        if plain or not key or (key in known) != shared or grammar:
            run.append(word)
            continue
        paragraph += nodes.Text(" ".join([*run, ""]) if run else "")
        paragraph += nodes.emphasis("", word, classes=["marked"])
        run = [""]
    paragraph += nodes.Text(" ".join(run))
    return paragraph


@cache
def _grammar() -> frozenset[str]:
    """Words that every two sentences have."""
    return frozenset(word_list("function_words.txt"))


def _key(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())[:STEM_LETTERS]
