"""Precision of the rules that find speakers, and how many quotations get one.

    python benchmarks/speakers.py [--show] FOLDER…

Each folder holds the texts of one event and is named after it. Draws a sample of quotations stratified by
rule (the rare rules whole), counts the verdicts on it in `speakers.csv` beside this file, and prints per
rule and per form how many are right, with Wilson's lower bound; then the share of quotations of speech that
have a resolved speaker. With --show, prints the sampled quotations in context instead, to be judged.
"""

import csv
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.article import Article, read_article
from analysis.features.names.names import name_mentions
from analysis.features.quotations.speakers import RULES, TERM, Attribution, attributions
from analysis.measures.proportions import wilson_lower

SEED = 1863
SHEET = Path(__file__).with_suffix(".csv")
#: Quotations judged for each rule; rules with fewer are judged whole.
PER_RULE = 50
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


def sample(rows: list[Case]) -> list[Case]:
    """Draw the quotations to judge, the same for the same texts and rules."""
    rng = random.Random(SEED)
    drawn: list[Case] = []
    for rule in RULES:
        of_rule = [row for row in rows if row.found.rule == rule and row.found.form != TERM]
        drawn += sorted(rng.sample(of_rule, min(PER_RULE, len(of_rule))), key=lambda row: row.key)
    return drawn


def show(drawn: list[Case]) -> None:
    """Print the sample with its context."""
    for number, case in enumerate(drawn):
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
    """Print the tables, or the sample, for the folders named on the command line."""
    folders = [Path(name) for name in sys.argv[1:] if name != "--show"]
    rows = [row for folder in folders for row in cases(folder)]
    drawn = sample(rows)
    if "--show" in sys.argv:
        show(drawn)
        return
    with SHEET.open(encoding="utf-8", newline="") as lines:
        verdicts = {(row["event"], row["article"], int(row["start"])): row["verdict"] for row in csv.DictReader(lines)}
    by_rule: dict[str, Counter[str]] = {rule: Counter() for rule in RULES}
    by_form: dict[str, Counter[str]] = defaultdict(Counter)
    for case in drawn:
        if case.key in verdicts:
            by_rule[case.found.rule][verdicts[case.key]] += 1
            by_form[case.found.form][verdicts[case.key]] += 1
    print_shares("by rule", by_rule)
    print_shares("by form", dict(by_form))
    print("drawn without a verdict:", sum(case.key not in verdicts for case in drawn))
    for form in ("speech", "fragment", "term"):
        of_form = [row.found for row in rows if row.found.form == form]
        resolved, named = sum(one.resolved for one in of_form), sum(bool(one.speaker) for one in of_form)
        print(f"{form}: {len(of_form)}, with a speaker {named}, resolved {resolved}")


if __name__ == "__main__":
    main()
