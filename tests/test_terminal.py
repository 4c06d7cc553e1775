"""What a text holds is shown, and commands nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.terminal import passage, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x1b[0mc", "abc"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;https://example.org\x1b\\b", "ab"),
        ("a\x9b2Jb\x1bcd", "abd"),
        ("a\x1bP1;2q~~\x1b\\b", "ab"),
        ("a\x1b", "a"),
        ("one\r\n\ttwo\u2028three\x0bfour", "one two three four"),
        ("abc\u202eevil\u2066", "abcevil"),
        ("half \ud800", "half "),
        ("naïve “Ї” 港", "naïve “Ї” 港"),
    ],
)
def test_escapes_and_controls_are_taken_out(text, shown):
    assert printable(text) == shown


@given(st.text(st.characters(codec=None), max_size=30) | st.text("\x1b[]0;m\x07\\ab\x9b", max_size=30))
def test_nothing_that_a_terminal_obeys_is_left(text):
    shown = printable(text)
    assert not {c for c in shown if ord(c) < 32 or 127 <= ord(c) < 160}
    shown.encode("utf-8")


def test_hostile_texts_are_read_in_one_pass():  # in more than one, this would not end
    for part in ("\x1b]", "\x1b[", "\x1b[0", "\x9b;", "\x1b", "\x9d"):
        assert len(printable(part * 200_000)) <= 200_000


def test_a_place_is_shown_with_whole_words_around_it():
    text = "Islanders wait.\n\nThe ferries stayed in port on Monday. Nobody was told anything at all."
    start = text.index("Monday")
    assert passage(text, start, start + 6, around=18) == "… stayed in port on [[Monday]]. Nobody was told …"
    assert passage(text, 0, 9, around=200).startswith("[[Islanders]] wait. The ferries")
    assert passage(text, 0, 9, around=200).endswith("at all.")


def test_a_text_without_blanks_is_shown_too():
    assert passage("港" * 40, 20, 22, around=5) == f"… {'港' * 5}[[港港]]{'港' * 5} …"
