"""Nobody private is named in what we publish, and no age or town stands beside a role."""

import csv
import hashlib
import html
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from analysis.corpus.words import term, words
from analysis.features.names.withheld import withheld
from analysis.features.tables import TABLES
from analysis.measures.lexicons import calendar, country_names, demonyms
from analysis.sources.people import LONGEST_NAME_WORDS, People, normal_form, read_people, salted_hash
from analysis.sources.records import read_toml
from analysis.tables import from_csv

#: Never part of what is published, where git cannot be asked.
LEFT_OUT = {".git", ".venv", "_build", "_report", "texts", "__pycache__"}
BOOK_FILES = {".html", ".json", ".csv", ".svg", ".js", ".txt", ".md", ".ipynb"}
AGE = re.compile(
    r"\b(?:1[6-9]|[2-9]\d)[ -]years?[ -]old\b|, (?:1[6-9]|[2-9]\d)(?=[,.;)])|\((?:1[6-9]|[2-9]\d)\)|"
    r"\bage[ds]? (?:1[6-9]|[2-9]\d)\b"
)
PLACE = re.compile(r"\b(?:of|from|in|near|at) (?:the )?([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)")
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL | re.IGNORECASE)
CELL_END = re.compile(r"</t[dh]>", re.IGNORECASE)
BLOCK_END = re.compile(
    r"</?(?:p|li|h\d|div|dd|dt|figcaption|caption|title|desc|text|section|br)\b[^>]*>", re.IGNORECASE
)
SAID_IN_ATTRIBUTE = re.compile(r"\b(?:alt|title|aria-label|content)=\"([^\"]*)\"")
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“\"])")
term_of = cache(term)


def published_files(root: Path) -> list[Path]:
    """Every file of a repository that is tracked or about to be; all files where there is no git."""
    asked = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, check=False) if (root / ".git").exists() else None
    if listed and not listed.returncode:
        paths = [root / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in root.rglob("*") if not LEFT_OUT & set(path.relative_to(root).parts)]
    return sorted(path for path in set(paths) if path.is_file())


def book_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in BOOK_FILES and path.is_file())


def texts_of(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        try:
            yield path, path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue  # a picture


def capitalised_runs(text: str) -> set[str]:
    """The runs that the extraction holds against the private forms, as they are compared."""
    found = [(term_of(word.text), word.text[0].islower()) for word in words(text)]
    return {
        " ".join(folded for folded, _ in found[start : start + length])
        for start, (_, lower) in enumerate(found)
        if not lower
        for length in range(1, LONGEST_NAME_WORDS + 1)
    }


def is_private(run: str, people: People) -> bool:
    """What `People.role` says of a run, which is in its normal form already."""
    return hashlib.sha256(f"{people.salt}:{run}".encode()).hexdigest() in people.private


def naming_files(paths: Iterable[Path], people: People) -> list[Path]:
    """The files in which a private person is named, outside of a longer public name."""
    runs_of = {path: (capitalised_runs(text), text) for path, text in texts_of(paths)}
    private = {run for run in set().union(*(runs for runs, _ in runs_of.values())) if is_private(run, people)}
    suspect = [(path, text) for path, (runs, text) in runs_of.items() if runs & private]
    return [path for path, text in suspect if withheld(words(text), [], people)]


def statements(path: Path, text: str) -> Iterator[str]:
    """The sentences and table rows that a file shows."""
    if path.suffix == ".csv":
        yield from (" | ".join(row) for row in csv.reader(StringIO(text)))
    elif path.suffix in {".json", ".ipynb"}:
        for said in _strings(json.loads(text)):
            yield from SENTENCE_END.split(said)
    elif path.suffix in {".html", ".svg"}:
        shown = HIDDEN.sub(" ", text)
        yield from (_plain(CELL_END.sub(" | ", row)) for row in ROW.findall(shown))
        for said in (*SAID_IN_ATTRIBUTE.findall(shown), *BLOCK_END.split(ROW.sub("\n", shown))):
            yield from SENTENCE_END.split(_plain(said))
    elif path.suffix in {".md", ".txt"}:
        for block in re.split(r"\n\s*\n", text):
            yield from SENTENCE_END.split(block)


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def exposing(paths: Iterable[Path], people: People, no_towns: Iterable[str]) -> list[tuple[Path, str]]:
    """The statements that put an age or a town beside a private person's role.

    `no_towns` are names that may follow "in" or "of": outlets, organisations, public persons.
    """
    roles = sorted(set(people.private.values()))
    role = re.compile(r"\b(?:" + "|".join(map(re.escape, roles)) + r")\b", re.IGNORECASE)
    known = (
        calendar() | country_names() | demonyms() | {word for name in no_towns for word in normal_form(name).split()}
    )
    found = []
    for path, text in texts_of(paths):
        folded_text = text.casefold()
        if not any(role.split()[-1].casefold() in folded_text for role in roles):
            continue
        for statement in (" ".join(said.split()) for said in statements(path, text)):
            if role.search(statement) and (
                AGE.search(statement) or any(not _is_known(name, known) for name in PLACE.findall(statement))
            ):
                found.append((path, statement))
    return found


def _is_known(name: str, known: Iterable[str]) -> bool:
    return normal_form(name) in known or all(word in known for word in normal_form(name).split())


@pytest.fixture(scope="module")
def decided(root):
    people = read_people(root / "sources")
    assert people is not None
    assert people.private, "a release has private persons"
    return people


@pytest.fixture(scope="module")
def book(root):
    folder = root / "_build" / "html"
    if not (folder / "index.html").is_file():
        pytest.skip("the book is not built (make report)")
    return book_files(folder)


@pytest.fixture(scope="module")
def no_towns(root, decided):
    """Outlets, public persons, and what the articles name without ever placing anything there."""
    names = from_csv((root / "sources" / "features" / "names.csv").read_text("utf-8"), TABLES["names"])
    contexts = names.groupby("form")["context"].agg(set)
    others = [form for form, seen in contexts.items() if seen <= {"person", "organisation"}]
    records = [read_toml(path) for path in sorted((root / "sources").glob("*.toml")) if path.name != "people.toml"]
    outlets = [record.get(key, "") for record in records for key in ("outlet", "carrier")]
    return [*others, *outlets, *decided.public, *decided.not_persons]


def test_no_private_person_is_named_in_the_repository(root, decided):
    files = published_files(root)
    assert {root / "README.md", root / "sources" / "features" / "names.csv", Path(__file__)} <= set(files)
    assert naming_files(files, decided) == []


def test_no_private_person_is_named_in_the_book(book, decided):
    assert {"index.html", "searchindex.js"} <= {path.name for path in book}
    assert naming_files(book, decided) == []


def test_no_age_or_town_stands_beside_a_role_in_the_results(root, decided, no_towns):
    files = book_files(root / "book")
    assert root / "book" / "results" / "findings.json" in files
    assert exposing(files, decided, no_towns) == []


def test_no_age_or_town_stands_beside_a_role_in_the_book(book, decided, no_towns):
    assert exposing(book, decided, no_towns) == []


PLANTED = People(
    "salt",
    frozenset({"ada wren"}),
    frozenset(),
    {salted_hash("salt", form): "a deckhand" for form in ("Wren", "Vera van Lind", "Jonas")},
)


@pytest.mark.parametrize("form", ["WREN", "Vera  van Lind’s", "Ada Wren", "Lind"])
def test_a_run_is_private_where_the_decisions_say_so(form):
    assert is_private(normal_form(form), PLANTED) == (PLANTED.role(form) is not None)


def planted(folder, name, text):
    path = folder / "inner" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("names.csv", "article,form\nherald,Wren\n"),
        ("page.html", "<p>so said <b>Wren</b>’s aunt</p>"),
        ("searchindex.js", 'Search.setIndex({"titles":{"Wren":[0]}})'),
        ("facts.json", '{"a": {"meaning": "WREN"}}'),
        ("strip.svg", "<svg><text>Vera  van Lind</text></svg>"),
        ("notes.md", "It was Vera\nvan Lind."),
        ("module.py", "# seen by Jonas in May\n"),
    ],
)
def test_a_planted_name_is_found(tmp_path, name, text):
    path = planted(tmp_path, name, text)
    assert naming_files(published_files(tmp_path), PLANTED) == [path]


@pytest.mark.parametrize("text", ["A wren sang.", "Ada Wren, the mayor", "van Lind", ""])
def test_common_words_and_public_names_are_not_taken_for_one(tmp_path, text):
    planted(tmp_path, "page.md", text)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff Wren")
    assert naming_files(published_files(tmp_path), PLANTED) == []


@pytest.mark.parametrize("folder", sorted(LEFT_OUT))
def test_what_is_not_published_is_not_searched(tmp_path, folder):
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "page.md").write_text("Wren")
    assert published_files(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p>Much was said. A deckhand, 58, stayed. Others left.</p>"),
        ("page.html", "<table><tr><td><p>a deckhand</p></td><td>58 years old</td></tr></table>"),
        ("page.html", '<img alt="A 58-year-old, a deckhand, as drawn">'),
        ("page.html", "<li>a&nbsp;deckhand (58)</li>"),
        ("table.csv", "role,said\na deckhand,a man aged 58\n"),
        ("table.csv", "role,said\na deckhand,lived in Port Alder\n"),
        ("findings.json", '[{"sentence": "It was a deckhand from Skerry. He left."}]'),
        ("strip.svg", "<svg><text>a deckhand of the <tspan>Skerry</tspan> boats</text></svg>"),
        ("notes.md", "There was a deckhand\nwho lived in Skerry."),
    ],
)
def test_a_planted_age_or_town_beside_a_role_is_found(tmp_path, name, text):
    path = planted(tmp_path, name, text)
    assert [found for found, _ in exposing([path], PLANTED, [])] == [path]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p>A deckhand stayed. The mayor, 58, left Skerry.</p>"),
        ("page.html", "<table><tr><td>a deckhand</td><td>58</td></tr><tr><td>aged 58</td></tr></table>"),
        ("page.html", "<script>a deckhand, 58,</script>"),
        ("table.csv", "role,words,chapter\na deckhand,58,12\n"),
        ("findings.json", '["a deckhand, The Harbour Herald", "in Skerry"]'),
        ("notes.md", "A deckhand spoke in May, in Norway, of Ada Wren and in the Harbour Herald."),
    ],
)
def test_an_age_or_town_in_another_sentence_or_row_is_not(tmp_path, name, text):
    assert exposing([planted(tmp_path, name, text)], PLANTED, ["The Harbour Herald", "Ada Wren"]) == []
