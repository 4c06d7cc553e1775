"""The published results are what the sources give; the five articles are read as a reader reads them."""

import itertools
import os
import re

import pandas as pd
import pytest

from analysis.corpus.words import term, words
from analysis.features.store import FOLDER
from analysis.features.tables import TABLES
from analysis.inputs import gather
from analysis.project import places
from analysis.results.analyse import analyse
from analysis.results.verify import verify
from analysis.results.write import result_files
from analysis.sources.people import read_people

#: The event's words: nothing in the code may know them.
EVENT = re.compile("kalino|lukashenk|belarus|sofrep|kulazhanka|prokharau|kyiv|kiev", re.IGNORECASE)
LONGEST_FORM_WORDS = 3
TEXT_FILES = (".csv", ".json", ".md", ".toml", ".txt", ".ipynb", ".cff", ".yml", ".py")


@pytest.fixture(scope="module")
def recomputed(published, root):
    return result_files(published.report, published.inputs, lock=places(root / "sources").lock)


def test_the_committed_results_are_what_the_sources_give(root, recomputed):
    committed = root / "book" / "results"
    assert verify(committed, recomputed) == []
    assert {p.name: p.read_bytes() for p in committed.iterdir() if p.is_file()} == {
        name: text.encode() for name, text in recomputed.items()
    }


def test_the_features_are_committed_and_the_texts_are_not(root):
    folder = root / "sources" / FOLDER
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    assert "/sources/texts/" in (root / ".gitignore").read_text("utf-8").splitlines()


def test_results_are_the_same_bytes_with_and_without_texts(root, real_texts, recomputed):
    gathered = gather(root / "sources", real_texts)
    assert gathered.has_all_texts
    with_texts = result_files(analyse(gathered.inputs), gathered.inputs, lock=places(root / "sources").lock)
    assert with_texts == recomputed


def test_nothing_in_the_code_names_the_event(root):
    modules = sorted((root / "analysis").rglob("*.py"))
    assert modules
    found = [(path.name, hit.group()) for path in modules for hit in EVENT.finditer(path.read_text("utf-8"))]
    assert found == []


def _pair(published, a, b):
    table = published.report.results["text_reuse"].set_index(["article_a", "article_b"])
    return table.loc[(a, b)]


def test_the_teaser_is_an_excerpt_of_the_amp_page_and_counts_once(published):
    pair = _pair(published, "sofrep-amp", "sofrep-teaser")
    assert pair["relation"] == "excerpt"
    assert pair["containment_b"] > 0.95
    accounts = published.report.results["accounts"].set_index("article")
    assert accounts.loc["sofrep-teaser", "account"] == "sofrep-amp"
    assert accounts["counted"].to_dict() == dict.fromkeys(accounts.index, True) | {"sofrep-teaser": False}
    statistics = published.report.results["outlet_statistics"]
    counted = statistics[(statistics["measure"] == "words") & (statistics["part"] == "all")]
    amp = counted[counted["article"] == "sofrep-amp"]
    outlet = counted[(counted["level"] == "outlet") & (counted["outlet"] == amp["outlet"].item())]
    assert outlet["value"].item() == amp["value"].item()
    assert "sofrep-teaser" not in set(published.report.results["distinctive_terms"]["article"])


def test_five_files_are_four_accounts_in_every_table_that_counts_them(published):
    results = published.report.results
    assert published.report.facts["accounts"].value == 4
    assert results["distinctive_terms"]["document_frequency"].max() == 4
    outlets = results["outlet_statistics"].query("level == 'outlet'")["outlet"]
    assert outlets.nunique() == 4


def test_the_reworded_copy_tells_the_same_material_as_the_amp_page(published):
    pair = _pair(published, "sofrep-amp", "washington-post-newsdubai")
    assert pair["relation"] == "follows"
    assert (pair["direction"], pair["direction_confidence"]) == ("b->a", 0.7), "by the dates and a correction"
    passages = published.report.results["passages"]
    own = passages[(passages["article_a"] == "sofrep-amp") & (passages["article_b"] == "washington-post-newsdubai")]
    assert len(own[own["kind"] != "quotation"]) >= 5


def test_what_a_reader_skips_is_set_aside(published):
    marks = published.report.results["set_aside_spans"].groupby("article")["kind"].agg(set)
    assert {"furniture", "repeated", "caption"} <= marks["sofrep-amp"]
    assert {"furniture", "correction"} <= marks["washington-post-newsdubai"]
    assert {"byline", "note"} <= marks["dennik-n-lucorg"]
    assert {"furniture", "caption", "note"} <= marks["rferl-american-military-news"]


def test_wording_that_is_not_the_outlets_is_never_ranked(published):
    finding = next(f for f in published.report.findings if f.id == "sentence-length")
    accounts = published.report.results["accounts"]
    for outlet in accounts.loc[accounts["foreign"], "outlet"]:
        assert outlet not in finding.sentence


def _runs(text):
    """Every run of one to three words, as names are compared."""
    terms = [term(word.text) for word in words(text)]
    for length in range(1, LONGEST_FORM_WORDS + 1):
        yield from (" ".join(run) for run in zip(*(terms[i:] for i in range(length)), strict=False))


def _published_files(root):
    folders = ("sources", "book", "tests", "analysis", "benchmarks")
    paths = [p for p in root.iterdir() if p.is_file()]
    for folder in folders:
        for place, inner, files in os.walk(root / folder):
            inner[:] = sorted(set(inner) - {"__pycache__", "texts", "_report"})
            paths += [root / place / name for name in files]
    return sorted(p for p in paths if p.suffix in TEXT_FILES)


def test_no_private_person_is_named_anywhere(root, published):
    people = read_people(root / "sources")
    assert people.private
    files = _published_files(root)
    assert {root / "README.md", root / "sources" / "features" / "names.csv"} <= set(files)
    runs = set(itertools.chain.from_iterable(_runs(path.read_text("utf-8")) for path in files))
    said = [figure.alt + figure.title for figure in published.report.figures]
    runs |= set(itertools.chain.from_iterable(map(_runs, said)))
    assert people.public & runs, "the search finds names"
    assert sum(people.role(run) is not None for run in runs) == 0


def test_every_private_person_stands_in_a_text_that_we_withhold(root, real_texts):
    people = read_people(root / "sources")
    texts = [path.read_text("utf-8") for path in sorted(real_texts.glob("*.txt"))]
    found = {people.role(run) for text in texts for run in _runs(text)} - {None}
    assert found == set(people.private.values())


def test_private_mentions_are_counted(published):
    naming = published.report.results["naming"]
    assert naming["decided"].all()
    assert pd.to_numeric(naming["private_mentions"]).sum() > 0
