"""Moved places are written into the file, and nothing else of it changes."""

import difflib
import stat

import pytest

from analysis.errors import SourceError
from analysis.ledger.check import Problem, locators, problems
from analysis.ledger.model import Place
from analysis.ledger.read import read_ledger
from analysis.ledger.update import write_places

HERALD = "harbour-herald"


@pytest.fixture
def moved(harbour_texts):
    """Return the texts after a paragraph was put into one, and another was saved with CRLF."""
    grown = harbour_texts[HERALD].replace("News\n\n", "News\n\nA paragraph was put here.\n\n")
    return harbour_texts | {
        HERALD: grown,
        "tribune-copyhub": harbour_texts["tribune-copyhub"].replace("\n", "\r\n"),
    }


def test_every_moved_place_of_every_file_is_written_and_then_stands(coded_copy, moved, tree):
    before = tree(coded_copy)
    ledger = read_ledger(coded_copy, list(moved))
    counted = write_places(coded_copy / "ledger", problems(ledger, moved))
    assert {path.name: number for path, number in counted.items()} == {
        "ledger.toml": 11,
        "second.toml": 6,
        "decoys.toml": 2,
    }
    again = read_ledger(coded_copy, list(moved))
    assert problems(again, moved) == []
    assert len(list(locators(again))) == len(list(locators(ledger)))
    changed = {name for name, content in tree(coded_copy).items() if content != before.get(name)}
    assert changed == {f"ledger/{path.relative_to(coded_copy / 'ledger').as_posix()}" for path in counted}


def test_only_the_numbers_of_moved_places_change(coded_copy, moved):
    path = coded_copy / "ledger" / "ledger.toml"
    before = path.read_text("utf-8")
    write_places(coded_copy / "ledger", problems(read_ledger(coded_copy, list(moved)), moved))
    lines = list(difflib.unified_diff(before.split("\n"), path.read_text("utf-8").split("\n"), n=0, lineterm=""))[2:]
    assert {line[:6] for line in lines if not line.startswith("@@")} == {"-at = ", "+at = "}
    assert sum(line.startswith("+") for line in lines) == 11


LAYOUT = """\ufeff# why\r
format = 1   # one\r
\r
[[item]]\r
id = 'Q1' # id\r
[[item.value]]\r
at = {start=3,   end = 5, words=1, sha256="x", before='b', after="c"} # here\r
[[item.value]]\r
[item.value.at] # a table\r
after = "c"\r
start = 3\r
end = 5\r
words = 1\r
sha256 = "x"\r
before = "b"\r
\r
[[item]]\r
id = "Q2"\r
value = [ { at = {start=3, end=5, words=1, sha256="x", before="b", after="c"} } , ]\r
"""


@pytest.mark.parametrize(
    ("at", "old", "new"),
    [
        (("item", 0, "value", 0, "at"), "{start=3,   end = 5,", "{start=13,   end = 15,"),
        (("item", 0, "value", 1, "at"), "start = 3\r\nend = 5\r", "start = 13\r\nend = 15\r"),
        (("item", 1, "value", 0, "at"), "{start=3, end=5, words", "{start=13, end=15, words"),
    ],
)
def test_layout_comments_line_ends_and_rights_are_kept(tmp_path, at, old, new):
    path = tmp_path / "ledger.toml"
    path.write_bytes(LAYOUT.encode())
    path.chmod(0o640)
    place = Place(13, 15, 1, "x", "b", "c")
    write_places(tmp_path, [Problem("ledger.toml", "item", "moved", "", place, at)])
    assert path.read_bytes().decode() == LAYOUT.replace(old, new)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.toml"]


def test_problems_without_a_new_place_write_nothing(coded_copy, tree):
    before = tree(coded_copy)
    assert write_places(coded_copy / "ledger", [Problem("ledger.toml", "item", "gone", "")]) == {}
    assert tree(coded_copy) == before


def test_a_layout_that_would_come_out_otherwise_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "ledger.toml"
    path.write_bytes(LAYOUT.encode())
    monkeypatch.setattr("tomlkit.dumps", lambda document: document.as_string().replace("Q2", "Q3"))
    problem = Problem("ledger.toml", "item", "moved", "", Place(1, 2, 1, "x", "b", "c"), ("item", 1, "value", 0, "at"))
    with pytest.raises(SourceError, match=r"cannot be changed safely\.\nChange the places by hand\."):
        write_places(tmp_path, [problem])
    assert path.read_bytes() == LAYOUT.encode()


def test_an_interrupt_leaves_the_old_file_whole(coded_copy, moved, monkeypatch, tree):
    before = tree(coded_copy)

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("shutil.copymode", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_places(coded_copy / "ledger", problems(read_ledger(coded_copy, list(moved)), moved))
    assert tree(coded_copy) == before
