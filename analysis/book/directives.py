"""The directives that pages use; each builds document nodes and parses nothing that it prints."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger

from analysis.book.edition import Edition
from analysis.book.figure_nodes import figure_card
from analysis.book.item_nodes import item_page
from analysis.book.nodes import text
from analysis.book.page_nodes import (
    article_list,
    data_dictionary,
    facts_table,
    finding_cards,
    finding_list,
    manifest_tables,
    passages,
)
from analysis.book.pair_list import pair_list
from analysis.book.pair_nodes import pair_page
from analysis.book.results import Results, UnknownKeyError
from analysis.book.roles import edition_of, results_of
from analysis.book.statement_nodes import statement_tables
from analysis.book.table_nodes import ROWS, View, declared_table

LOGGER = getLogger(__name__)
HOME = "index"
CARDS = 6


class ResultsDirective(SphinxDirective):
    """A directive over the results: what it cannot find is a build error at the place in the page."""

    def run(self) -> list[nodes.Node]:
        """Return the directive's nodes, or a visible gap and a warning that fails the build."""
        try:
            return self._build()
        except (UnknownKeyError, OSError, ValueError) as error:
            LOGGER.warning("{%s}: %s", self.name, error, location=self.get_location(), type="variorum")
            return [nodes.problematic("", f"[{self.name}: {error}]")]

    def _build(self) -> list[nodes.Node]:
        """Every directive below says here what it shows; this one is never used itself."""
        raise NotImplementedError

    @property
    def results(self) -> Results:
        """The results that the book shows."""
        return results_of(self.env)

    @property
    def edition(self) -> Edition:
        """The edition that is built."""
        return edition_of(self.env)

    def argument(self, default: str = "") -> str:
        """Return the directive's one argument."""
        return self.arguments[0] if self.arguments else default


class Finding(ResultsDirective):
    """``{finding} id``: the sentence, or nothing where its condition is not met."""

    required_arguments = 1

    def _build(self) -> list[nodes.Node]:
        finding = self.results.finding(self.argument())
        return [text(finding["sentence"], classes=["finding"])] if finding["shown"] else []


class Findings(ResultsDirective):
    """``{findings} [page]``: the sentences of a page; on the home page, the first of all as cards."""

    optional_arguments = 1

    def _build(self) -> list[nodes.Node]:
        page = self.argument(default=self.env.docname)
        if page != HOME:
            return [finding_list(self.results.shown(page))]
        return [
            finding_cards(
                self.results,
                self.results.shown()[:CARDS],
                page_uri=lambda name: self.env.app.builder.get_relative_uri(self.env.docname, name),
                page_title=self._title_of,
            )
        ]

    def _title_of(self, page: str) -> str:
        if page not in self.env.found_docs:
            message = f"a finding names the page {page!r}, which is not in the book"
            raise UnknownKeyError(message)
        first = Path(self.env.doc2path(page)).read_text(encoding="utf-8").splitlines()
        return next((line.removeprefix("# ").strip() for line in first if line.startswith("# ")), page)


class FigureCard(ResultsDirective):
    """``{figure-card} id``: the figure with its caption, files and numbers."""

    required_arguments = 1

    def _build(self) -> list[nodes.Node]:
        return [figure_card(self.results, self.argument())]


class ResultsTable(ResultsDirective):
    """``{results-table} name``: rows of a table, with the options columns, where, sort, rows, caption and optional.

    An optional table without a row is left out; any other says that nothing was found.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "columns": lambda value: _names(value),
        "where": lambda value: dict(_condition(part) for part in value.split(";") if part.strip()),
        "sort": lambda value: _names(value),
        "rows": directives.nonnegative_int,
        "caption": directives.unchanged_required,
        "optional": directives.flag,
    }

    def _build(self) -> list[nodes.Node]:
        view = View(
            columns=self.options.get("columns", ()),
            where=self.options.get("where", {}),
            sort=self.options.get("sort", ()),
            rows=self.options.get("rows", ROWS),
        )
        shown = declared_table(self.results, self.argument(), view=view, caption=self.options.get("caption", ""))
        return shown if "optional" not in self.options or isinstance(shown[0], nodes.table) else []


class DataDictionary(ResultsDirective):
    """``{data-dictionary}``: every table with its columns."""

    def _build(self) -> list[nodes.Node]:
        return data_dictionary(self.results)


class Facts(ResultsDirective):
    """``{facts}``: every number that pages print, with its key and meaning."""

    def _build(self) -> list[nodes.Node]:
        return facts_table(self.results)


class Evidence(ResultsDirective):
    """``{evidence} table``: the passages behind its rows, in a working edition only."""

    required_arguments = 1

    def _build(self) -> list[nodes.Node]:
        self.results.table(self.argument())
        return passages(self.edition.passages(), self.argument())


class Statements(ResultsDirective):
    """``{statements}``: the matrix of statements and accounts, each statement with a link to its page."""

    def _build(self) -> list[nodes.Node]:
        return statement_tables(self.results, self.env.docname)


class LedgerItem(ResultsDirective):
    """``{ledger-item} id``: all that is known of one item; in a working edition with its passages."""

    required_arguments = 1

    def _build(self) -> list[nodes.Node]:
        held = self.edition.passages() or {}
        found = [item for item in held.get("ledger_items", []) if item["id"] == self.argument()]
        return item_page(self.results, self.argument(), found[0]["passages"] if found else [])


class ReusePairs(ResultsDirective):
    """``{reuse-pairs}``: every pair that shares something, each with a link to its page."""

    def _build(self) -> list[nodes.Node]:
        return pair_list(self.results, self.env.docname)


class ReusePair(ResultsDirective):
    """``{reuse-pair} a--b``: all that is known of one pair; in a working edition with its passages."""

    required_arguments = 1

    def _build(self) -> list[nodes.Node]:
        held = (self.edition.passages() or {}).get("passages", [])
        return pair_page(self.results, self.argument(), [item for item in held if item["id"] == self.argument()])


class Commentary(ResultsDirective):
    """``{commentary} [page]``: what the maintainers wrote about this corpus, in their own Markdown."""

    optional_arguments = 1

    def _build(self) -> list[nodes.Node]:
        path = self.edition.commentary / f"{self.argument(default=self.env.docname)}.md"
        if not path.is_file():
            return []
        self.env.note_dependency(str(path))
        box = nodes.container(classes=["commentary"])
        lines: Sequence[str] = path.read_text(encoding="utf-8").splitlines()
        self.state.nested_parse(StringList(list(lines), source=str(path)), 0, box)
        return [box]


class ArticleList(ResultsDirective):
    """``{article-list}``: the articles with outlet, title, date, carrier and address."""

    def _build(self) -> list[nodes.Node]:
        return [article_list(self.results.bibliography)]


class Versions(ResultsDirective):
    """``{versions}``: the manifest: hashes of what went in and came out, and the locked versions."""

    def _build(self) -> list[nodes.Node]:
        return manifest_tables(self.results.manifest)


class EditionNotice(ResultsDirective):
    """``{edition-notice}``: which edition this is and what is undecided in it."""

    def _build(self) -> list[nodes.Node]:
        notice = nodes.container(classes=["edition-notice"])
        for sentence in self.edition.notices(self.results):
            notice += text(sentence)
        return [notice]


DIRECTIVES = {
    "finding": Finding,
    "findings": Findings,
    "figure-card": FigureCard,
    "results-table": ResultsTable,
    "data-dictionary": DataDictionary,
    "facts": Facts,
    "evidence": Evidence,
    "statements": Statements,
    "ledger-item": LedgerItem,
    "reuse-pairs": ReusePairs,
    "reuse-pair": ReusePair,
    "commentary": Commentary,
    "article-list": ArticleList,
    "versions": Versions,
    "edition-notice": EditionNotice,
}


def _names(value: str) -> list[str]:
    return value.replace(",", " ").split()


def _condition(part: str) -> tuple[str, str]:
    column, equals, cell = part.partition("=")
    if not equals:
        message = f"expected `column = cell`, found {part.strip()!r}"
        raise ValueError(message)
    return column.strip(), cell.strip()
