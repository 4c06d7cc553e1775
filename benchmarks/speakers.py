"""Precision of the rules that find speakers, and how many quotations get one.

    python benchmarks/speakers.py [--show] FOLDER…

Each folder holds the texts of one event and is named after it. Counts the verdicts in `speakers.csv` beside
this file on every quotation that a rule gives a speaker, and prints per rule, per form and for the resolved
ones how many are right, with Wilson's lower bound; then how many quotations have a speaker. A verdict counts
only where rule and speaker (the sheet has its hash) are still those that were judged. With --show, prints the
quotations in context instead.
"""

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.article import Article, read_article
from analysis.features.names.names import name_mentions
from analysis.features.quotations.speakers import RULES, TERM, Attribution, attributions
from analysis.measures.proportions import wilson_lower

SHEET = Path(__file__).with_suffix(".csv")
#: Code points of context shown on either side.
CONTEXT = 420


class Case(NamedTuple):
    """A quotation of an event with what was found about it."""

    event: str
    article: Article
    found: Attribution

    @property
    def key(self) -> tuple[str, str, int]:
        """Event, article and place of the quotation."""
        return self.event, self.article.id, self.article.quotations[self.found.quotation].start


def cases(folder: Path) -> list[Case]:
    """Return the quotations of an event's articles."""
    rows = []
    for path in sorted(folder.rglob("*.txt")):
        article = read_article(path.stem, path.read_bytes().decode("utf-8"))
        found = attributions(article, name_mentions(article.text, article.sentences))
        rows += [Case(folder.name, article, one) for one in found]
    return rows


def digest(speaker: str) -> str:
    """Return what the sheet keeps of a speaker's name."""
    return hashlib.sha256(speaker.encode()).hexdigest()[:8]


def show(judged: list[Case]) -> None:
    """Print the quotations with their context."""
    for number, case in enumerate(judged):
        span, text = case.article.quotations[case.found.quotation], case.article.text
        before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT // 3]
        print(f"--- {number} {case.key} [{case.found.rule}] {case.found.form} -> {case.found.speaker}")
        print(f"{before}⟦{span.of(text)[:160]}⟧{after}".replace("\n", "¶"))


def print_shares(title: str, counts: dict[str, Counter[str]]) -> None:
    """Print a table of right, n and Wilson's lower bound."""
    print(title)
    for name, verdicts in counts.items():
        right, n = verdicts["right"], verdicts.total()
        print(f"  {name:22} {right:4} of {n:4}  {right / max(n, 1):.2f}  Wilson {wilson_lower(right, n):.2f}")


def main() -> None:
    """Print the tables, or the quotations, for the folders named on the command line."""
    folders = [Path(name) for name in sys.argv[1:] if name != "--show"]
    rows = [row for folder in folders for row in cases(folder)]
    attributed = [row for row in rows if row.found.rule and row.found.form != TERM]
    if "--show" in sys.argv:
        show(attributed)
        return
    with SHEET.open(encoding="utf-8", newline="") as lines:
        sheet = list(csv.DictReader(lines))
    verdicts = {
        (row["event"], row["article"], int(row["start"]), row["rule"], row["speaker"]): row["verdict"] for row in sheet
    }
    by_rule: dict[str, Counter[str]] = {rule: Counter() for rule in RULES}
    by_form: dict[str, Counter[str]] = defaultdict(Counter)
    for case in attributed:
        verdict = verdicts.get((*case.key, case.found.rule, digest(case.found.speaker)))
        if verdict:
            by_rule[case.found.rule][verdict] += 1
            by_form[case.found.form][verdict] += 1
            by_form["resolved" if case.found.resolved else "a guess"][verdict] += 1
    print_shares("by rule", by_rule)
    print_shares("by form", dict(by_form))
    judged = sum(counts.total() for counts in by_rule.values())
    print("without a verdict, or judged with another rule or speaker:", len(attributed) - judged)
    for form in ("speech", "fragment", "term"):
        of_form = [row.found for row in rows if row.found.form == form]
        resolved, named = sum(one.resolved for one in of_form), sum(bool(one.speaker) for one in of_form)
        print(f"{form}: {len(of_form)}, with a speaker {named}, resolved {resolved}")


if __name__ == "__main__":
    main()
