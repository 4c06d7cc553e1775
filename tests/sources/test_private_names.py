"""Whatever people write into the sources names nobody who is private."""

import re
import shutil
import time
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.sources.folder import read_sources
from analysis.sources.people import People, salted_hash

SALT, ROLE = "pepper", "a sheep farmer"
FORMS = ("Wendell Pryce", "Pryce", "Fox")
LEDGER = Path(__file__).parent.parent / "data" / "harbour_ledger"


@pytest.fixture
def sources(harbour_copy):
    """Return a copy of the invented corpus with its ledger, in whose people file somebody is private."""
    shutil.copytree(LEDGER, harbour_copy / "ledger")
    hashes = ", ".join(f'"{salted_hash(SALT, form)}"' for form in FORMS)
    decisions = f'salt = "{SALT}"\nnot_persons = ["Fox News"]\n[[private]]\nrole = "{ROLE}"\nhashes = [{hashes}]\n'
    (harbour_copy / "people.toml").write_text(decisions, "utf-8")
    return harbour_copy


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("harbour-herald.toml", 'title = "', 'title = "What Wendell Pryce saw: '),
        ("harbour-herald.toml", "https://example.org/", "https://example.org/wendell-pryce-and-"),
        ("ledger/ledger.toml", 'said_by = "', 'said_by = "Pryce and '),
        ("ledger/ledger.toml", 'explanation = "', 'explanation = "The Pryces. '),
        ("ledger/ledger.toml", "# two populations", "# as Pryce counts them: two populations"),
        ("ledger/coders/second.toml", 'explanation = "', 'explanation = "A Pryce-led walk. '),
        ("ledger/decoys.toml", 'why_not = "', 'why_not = "Fox. '),
        ("commentary/reuse.md", "", "Wendell Pryce rang us up.\n"),
        ("ledger/NOTES.md", "", "Pryce rang us up.\n"),
        ("people.toml", "salt =", "# Pryce is the farmer\nsalt ="),
        ("ledger/ledger.toml", 'after = "2056e267e738b71e" }', 'after = "2056e267e738b71e" } # Pryce'),
        ("ledger/reviews.jsonl", "", '{"reason": "because Pryce"}\n'),
        ("island-gazette.toml", 'outlet = "', 'outlet = "Pry\u00adce and the '),
    ],
)
def test_a_private_name_stops_everything_and_is_told_by_role(sources, file, old, new):
    path = sources / file
    path.parent.mkdir(exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(SourceError) as refused:
        read_sources(sources)
    line = text[: text.index(old)].count("\n") + 1
    first, remedy = str(refused.value).splitlines()
    assert first == f"{path}, line {line}: this names a person who is private, expected {ROLE!r}."
    assert remedy.startswith("Write the role instead. If it names something else, say so: variorum people --not-person")
    assert not any(form in str(refused.value) for form in FORMS)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("ledger/reviews.jsonl", '{"reason": "because Pr\\u0079ce"}\n'),
        ("ledger/extra.toml", 'said = ["\\u0050ryce"]\n'),
        ("extra.TOML", '["\\u0050ryce"]\n'),
    ],
)
def test_a_name_in_escapes_is_read_too(sources, file, text):
    (sources / file).write_text(text, "utf-8")
    with pytest.raises(SourceError) as refused:
        read_sources(sources)
    assert str(refused.value).startswith(f"{sources / file}: this names a person who is private, expected {ROLE!r}.")


def test_a_name_across_lines_is_one(sources):
    (sources / "people.toml").write_text(
        (sources / "people.toml").read_text("utf-8").replace(f'"{salted_hash(SALT, "Pryce")}", ', ""), "utf-8"
    )
    (sources / "commentary").mkdir()
    (sources / "commentary" / "reuse.md").write_text("It was Wendell\nPryce who rang.\n", "utf-8")
    with pytest.raises(SourceError, match=r"reuse\.md: this names a person"):
        read_sources(sources)


def test_decisions_can_be_made_where_everything_else_is_refused(sources, variorum):
    (sources / "commentary").mkdir()
    (sources / "commentary" / "reuse.md").write_text("Pryce Street is long.\n", "utf-8")
    text = sources / "texts" / "island-gazette.txt"
    text.write_text(text.read_text("utf-8") + "\nPryce Street is long.\n", "utf-8")
    record = sources / "island-gazette.toml"
    record.write_text(re.sub(r'sha256 = "\w+"', 'file = "island-gazette.txt"', record.read_text("utf-8")), "utf-8")
    assert variorum("ledger", "check", sources)[0] == 2
    assert variorum("people", sources, "--not-person", "Pryce Street")[0] == 0
    assert read_sources(sources).people is not None


def test_what_is_decided_is_not_guessed_at():
    private = {salted_hash(SALT, form): ROLE for form in ("Adam Holm", "Adam", "Wendell Pryce", "Al")}
    people = People(
        SALT, frozenset(["ines adams", "adams"]), frozenset(["wendell pryce bridge", "al-jazeera"]), private
    )
    for text in ("Adams, the mayor", "https://example.org/wendell-pryce-bridge-shut", "Al-Jazeera says so"):
        assert people.role_in(text) is None
    for text in ("Adam, the mayor", "https://example.org/wendell-pryce-shut", "the Adam-led crew"):
        assert people.role_in(text) == ROLE


def test_a_long_text_is_read_in_time():
    people = People(SALT, frozenset(["ada ada"]), frozenset(), {salted_hash(SALT, "Ada"): ROLE})
    began = time.process_time()
    assert people.role_in("Ada " * 20_000) is None
    assert time.process_time() - began < 10  # seconds; quadratic reading takes minutes


def test_a_role_and_a_files_name_are_no_place_for_a_name_either(sources):
    (sources / "ledger" / "coders" / "Wendell-Pryce.toml").write_text("", "utf-8")
    with pytest.raises(SourceError, match="coders: a file's name names a person who is private"):
        read_sources(sources)
    (sources / "ledger" / "coders" / "Wendell-Pryce.toml").unlink()
    path = sources / "people.toml"
    path.write_text(path.read_text("utf-8").replace(ROLE, "Pryce, a farmer"), "utf-8")
    with pytest.raises(SourceError, match="this names a person who is private"):
        read_sources(sources)


def test_an_ordinary_word_and_a_longer_name_that_may_be_printed_stop_nothing(sources):
    (sources / "commentary").mkdir()
    (sources / "commentary" / "reuse.md").write_text("A fox was seen; Fox News says so.\n", "utf-8")
    assert read_sources(sources).people is not None


def test_many_lines_are_told_shortly(sources):
    (sources / "commentary").mkdir()
    (sources / "commentary" / "reuse.md").write_text("Pryce\n" * 30, "utf-8")
    with pytest.raises(SourceError) as refused:
        read_sources(sources)
    assert len(str(refused.value).splitlines()) == 22
    assert "And 10 more places." in str(refused.value)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It was Pryce.", True),
        ("It was PRYCE’s.", True),
        ("The Pryces came, Pryce-led.", True),
        ("wendell pryce", False),
        ("wendell-pryce_2.html", True),
        ("Wendell%20Pryce", True),
        ("wendell.pryce@example.org", True),
        ("a pryce to pay", False),
        ("Wendell alone", False),
    ],
)
def test_a_name_is_known_in_its_forms(text, named):
    people = People(SALT, frozenset(), frozenset(), {salted_hash(SALT, form): ROLE for form in FORMS})
    assert people.role_in(text) == (ROLE if named else None)
