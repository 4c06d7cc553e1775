"""Turning numbers and lists into English, the same way in every study."""

from collections.abc import Sequence

NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: int) -> str:
    """Write a count with thousands separated.

    >>> number(12345)
    '12,345'
    """
    return f"{value:,}"


def counted(value: int, singular: str, plural: str = "") -> str:
    """Write a small count in letters with its noun.

    >>> counted(1, "account"), counted(4, "account"), counted(12, "article")
    ('one account', 'four accounts', '12 articles')
    """
    numeral = NUMERALS[value] if 0 <= value < len(NUMERALS) else number(value)
    return f"{numeral} {singular if value == 1 else plural or singular + 's'}"


def list_of(items: Sequence[str], *, last: str = "and") -> str:
    """Join items as a sentence does.

    >>> list_of(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence_case(text: str) -> str:
    """Put the first letter in upper case and leave the rest.

    >>> sentence_case("four accounts by RFE/RL")
    'Four accounts by RFE/RL'
    """
    return text[:1].upper() + text[1:]
