"""The roles that print a number or the edition's version inside a sentence."""

from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxRole
from sphinx.util.logging import getLogger

from analysis.book.edition import Edition
from analysis.book.nodes import text
from analysis.book.results import Results, UnknownKeyError

LOGGER = getLogger(__name__)


def results_of(env: Any) -> Results:
    """Return the results that the extension laid into Sphinx's environment."""
    results: Results = env.variorum_results
    return results


def edition_of(env: Any) -> Edition:
    """Return the edition that the extension laid into Sphinx's environment."""
    edition: Edition = env.variorum_edition
    return edition


class KeyRole(SphinxRole):
    """A role that prints what a key stands for; an unknown key is a build error."""

    style: ClassVar[str]

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words as a Text node, or a visible gap and a warning that fails the build."""
        try:
            return [text(self._words(), nodes.inline(classes=[self.style]))], []
        except UnknownKeyError as error:
            LOGGER.warning("{%s}: %s", self.name, error, location=self.get_location(), type="variorum")
            return [nodes.problematic("", f"[{self.name}: {error}]")], []

    def _words(self) -> str:
        """Both roles below say here what their key stands for; this one is never used itself."""
        raise NotImplementedError


class Fact(KeyRole):
    """``{fact}`key```: a number of the results."""

    style = "fact"

    def _words(self) -> str:
        return str(results_of(self.env).fact(self.text)["text"])


class EditionValue(KeyRole):
    """``{edition}`version```: the edition's version, date, year or kind."""

    style = "edition"

    def _words(self) -> str:
        return edition_of(self.env).named(self.text)


ROLES = {"fact": Fact, "edition": EditionValue}
