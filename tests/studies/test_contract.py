"""Every study follows the protocol, on every corpus however small or odd."""

import json
import re
from pathlib import Path

import pytest
import yaml

from analysis.figures.save import picture
from analysis.results.analyse import analyse
from analysis.studies import STUDIES
from analysis.studies.contract import Inputs, Results
from benchmarks.generated import Language

STORY = (
    "The ferries of Port Alder stayed in port on Monday. The crews said that they had not been paid since March. "
    "“We will wait for an answer,” said Ada Holm. Mayor Ines Calloway asked them to go back to work.\n\n"
    "Fishermen took some of the islanders across in open boats, and charged them nothing."
)
OTHER = (
    "The assembly will debate a law on night crews. Its president, Vera Lind, said so in the capital.\n\n"
    "“A rule that nobody checks is a poem,” she said. Unions do not believe her figures."
)
STORIES = Path(__file__).parents[1] / "data" / "reuse_stories.json"
CORPORA = {
    "one article": {"One": STORY},
    "one word": {"One": "Nothing."},
    "two articles that share nothing": {"One": STORY, "Two": OTHER},
    "one text twice": {"One": STORY, "Two": STORY},
    "nothing but page furniture": {"One": "Leave a comment\n\nYour email address will not be published."},
    "a page without narrative beside an article": {"One": "Leave a comment", "Two": STORY},
    "nothing but quotations": {
        "One": "“We will wait for an answer,” she said.",
        "Two": "“We will wait for an answer.”",
    },
    "another language": {"One": "Der Hafen war am Montag leer. „Wir warten noch“, sagte sie.", "Two": STORY},
    "another script": {
        "One": "Порт был пуст в понедельник. Рыбаки говорили.",
        "Two": "Порт был пуст. Никто не пришёл.",
    },
    "markup and mathematics": {
        "<b>": "It costs $5, and $x^2$ more, {{ 7*7 }} said.",
        "$y$": "[A](b) `c` | d & e \\frac.",
    },
    "a story and its retelling": {
        outlet: json.loads(STORIES.read_text("utf-8"))[name]
        for outlet, name in {"One": "original", "Two": "retold"}.items()
    },
    "nine long accounts": {f"Outlet {a.id[-1]}": a.text() for a in Language(9).articles(9)},
    "a long outlet's name": {"The Daily Chronicle of Everything That Happens at Sea and Ashore": STORY, "Two": OTHER},
}
TABLE_NAMES = [name for study in STUDIES for name in study.TABLES]


@pytest.fixture(scope="module", params=["harbour", "coded", "published", *CORPORA])
def corpus(request, analysed_texts):
    if request.param in CORPORA:
        return analysed_texts(CORPORA[request.param])
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def pages(root):
    contents = yaml.safe_load((root / "book" / "_toc.yml").read_text("utf-8"))
    files = [contents["root"], *(c["file"] for part in contents["parts"] for c in part["chapters"])]
    return {file.removesuffix(".md") for file in files}


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.__name__.rsplit(".", 1)[-1])
def test_a_study_has_a_title_that_asks_and_declared_tables(study):
    assert study.TITLE.endswith("?")
    assert study.__doc__
    assert study.TABLES
    for table in study.TABLES.values():
        assert table.title
        assert set(table.key) <= set(table.columns)
        assert all(column.meaning for column in table.columns.values())


def test_no_two_studies_declare_the_same_table():
    assert len(TABLE_NAMES) == len(set(TABLE_NAMES))


def test_every_study_of_the_folder_runs(root):
    modules = (root / "analysis" / "studies").glob("*.py")
    studies = {path.stem for path in modules if "\nTITLE = " in path.read_text("utf-8")}
    assert {study.__name__.rsplit(".", 1)[-1] for study in STUDIES} == studies


def test_a_study_needs_only_the_tables_of_those_before_it(harbour):
    tables = {}
    for study in STUDIES:
        made = study.tables(harbour.inputs, dict(tables))
        assert set(made) == set(study.TABLES)
        tables |= {name: harbour.report.results[name] for name in study.TABLES}


def test_every_declared_table_is_made_on_every_corpus(corpus):
    assert list(corpus.report.results.tables) == TABLE_NAMES


def test_facts_have_the_same_keys_on_every_corpus(corpus, harbour):
    assert corpus.report.facts.keys() == harbour.report.facts.keys()
    for fact in corpus.report.facts.values():
        assert fact.text
        assert fact.meaning
        assert (fact.value is None) == (fact.text == "n/a")
        assert fact.value == fact.value, "undefined is None, never NaN"
        json.dumps(fact.value)


def test_no_fact_is_given_twice(harbour):
    keys = [key for study in STUDIES for key in study.facts(harbour.report.results)]
    assert len(keys) == len(set(keys))


def test_findings_are_the_same_ones_and_a_sentence_where_their_condition_is_met(corpus, harbour, pages):
    findings = corpus.report.findings
    assert [finding.id for finding in findings] == [finding.id for finding in harbour.report.findings]
    assert len({finding.id for finding in findings}) == len(findings)
    figures = {figure.id for figure in corpus.report.figures}
    for finding in findings:
        assert finding.page in pages
        assert finding.condition
        assert finding.figure in {*figures, ""}
        if finding.sentence:
            assert finding.sentence[0].isupper() or not finding.sentence[0].isalpha()
            assert finding.sentence.endswith(".")
            assert "nan" not in finding.sentence.split()


def test_the_home_pages_order_has_no_ties(harbour):
    weights = [finding.weight for finding in harbour.report.findings if finding.weight]
    assert len(weights) == len(set(weights)) > 0


def test_figures_are_the_same_ones_drawn_or_with_the_reason_why_not(corpus, harbour, pages):
    figures = corpus.report.figures
    assert [figure.id for figure in figures] == [figure.id for figure in harbour.report.figures]
    assert len({figure.id for figure in figures}) == len(figures)
    for figure in figures:
        assert figure.id.startswith("fig-")
        assert figure.page in pages
        if figure.missing:
            assert figure.missing.endswith(".")
            with pytest.raises(ValueError, match=figure.missing[:20]):
                figure.draw()
            continue
        assert all((figure.title, figure.caption.endswith("."), figure.alt.endswith("."), figure.n))
        assert len(figure.numbers.columns)
        assert "nan" not in f"{figure.title} {figure.alt}".replace("%", " ").split()


def test_every_figure_that_is_not_missing_can_be_drawn(corpus):
    for figure in corpus.report.figures:
        if not figure.missing:
            assert picture(figure.draw(), "svg").startswith(b"<?xml")


def test_studies_read_no_text(harbour):
    """What they are given has no text in it, and the order of records does not matter."""
    assert set(Inputs.__dataclass_fields__) == {"records", "features", "people", "ledger"}
    inputs = Inputs(harbour.inputs.records[::-1], harbour.inputs.features, harbour.inputs.people)
    again = analyse(inputs)
    for name in TABLE_NAMES:
        assert again.results[name].equals(harbour.report.results[name]), name
    assert again.facts == harbour.report.facts
    assert again.findings == harbour.report.findings


def test_facts_findings_and_figures_depend_on_the_tables_only(harbour):
    results = Results(dict(harbour.report.results.tables))
    for study in STUDIES:
        facts = study.facts(results)
        assert facts == {key: harbour.report.facts[key] for key in facts}


def test_pages_name_only_facts_findings_figures_and_tables_that_exist(root, harbour):
    """A build would say so too; this says it in a second."""
    known = {
        "fact": set(harbour.report.facts),
        "finding": {finding.id for finding in harbour.report.findings},
        "figure-card": {figure.id for figure in harbour.report.figures},
        "results-table": set(TABLE_NAMES),
    }
    named = 0
    for page in sorted(Path(root / "book").glob("*.md")):
        text = page.read_text("utf-8")
        uses = [("fact", key) for key in re.findall(r"\{fact\}`([^`]+)`", text)]
        uses += re.findall(r"^```\{(finding|figure-card|results-table)\} (\S+)", text, re.MULTILINE)
        for kind, key in uses:
            assert key in known[kind], f"{page.name}: {{{kind}}} {key}"
        named += len(uses)
    assert named > len(harbour.report.figures)
