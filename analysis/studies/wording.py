"""Turning numbers and lists into English, the same way in every study."""

from collections.abc import Sequence

NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: int) -> str:
    """Write a count with thousands separated.

    >>> number(12345)
    '12,345'
    """
    return f"{value:,}"


def numeral(value: int) -> str:
    """Write a small count in letters.

    >>> numeral(4), numeral(1200)
    ('four', '1,200')
    """
    return NUMERALS[value] if 0 <= value < len(NUMERALS) else number(value)


def counted(value: int, singular: str, plural: str = "") -> str:
    """Write a small count in letters with its noun.

    >>> counted(1, "account"), counted(4, "account"), counted(12, "article")
    ('one account', 'four accounts', '12 articles')
    """
    return f"{numeral(value)} {singular if value == 1 else plural or singular + 's'}"


def quantity(value: int, singular: str, plural: str = "") -> str:
    """Write a count in digits with its noun, for captions and labels.

    >>> quantity(1, "file"), quantity(1770, "pair")
    ('1 file', '1,770 pairs')
    """
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def spoken(items: Sequence[str], *, most: int = 12) -> str:
    """Join the parts of an alternative text, and say how many are left to the table.

    >>> spoken(["a: 1", "b: 2", "c: 3"], most=2)
    'a: 1; b: 2; and 1 more in the table.'
    """
    more = [f"and {number(len(items) - most)} more in the table"] if len(items) > most else []
    return "; ".join([*items[:most], *more]) + "."


def drawn(shown: int, of: int, singular: str, *, which: str = "") -> str:
    """Say in a caption that not all is drawn; nothing where all is.

    >>> drawn(60, 300, "file", which="the longest")
    ' Drawn: 60 of 300 files, the longest; the others are in the tables.'
    >>> drawn(5, 5, "file")
    ''
    """
    if shown >= of:
        return ""
    chosen = f", {which}" if which else ""
    return f" Drawn: {number(shown)} of {quantity(of, singular)}{chosen}; the others are in the tables."


def list_of(items: Sequence[str], *, last: str = "and") -> str:
    """Join items as a sentence does.

    >>> list_of(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def mid_sentence(text: str) -> str:
    """Write an article that begins a subject in lower case, as inside a sentence.

    >>> mid_sentence("The strike"), mid_sentence("Ada Holm")
    ('the strike', 'Ada Holm')
    """
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in ("The", "A", "An", "Those", "These") else text


def sentence_case(text: str) -> str:
    """Put the first letter in upper case and leave the rest.

    >>> sentence_case("four accounts by RFE/RL")
    'Four accounts by RFE/RL'
    """
    return text[:1].upper() + text[1:]
