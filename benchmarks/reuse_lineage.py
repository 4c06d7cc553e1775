"""How well pairs of one lineage are found, named and directed, on events whose origins somebody knows.

    python benchmarks/reuse_lineage.py FOLDER…

Each folder is a sources folder of one event with an `origins.csv` beside the records: article, origin, relation. Two
articles are of one lineage when one comes from the other, or both from a third. Prints counts and the pairs that were
missed or taken wrongly, by id; never a text.
"""

import csv
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from analysis.features.extract import extract
from analysis.measures.proportions import wilson_lower
from analysis.sources.folder import read_sources
from analysis.studies import text_reuse
from analysis.studies.accounts import SAME_LINEAGE
from analysis.studies.contract import Inputs


class Judged(NamedTuple):
    """A pair: where, its known relation ("one lineage" for siblings, "" for none), what was found, the direction."""

    event: str
    a: str
    b: str
    known: str
    found: str
    confidence: float
    direction: str
    right_way: bool


def judge(folder: Path) -> list[Judged]:
    """Compare what is known of every pair of an event with what is found."""
    sources = read_sources(folder)
    features = extract(sources.records, sources.texts, sources.people)
    found = text_reuse.tables(Inputs(sources.records, features, None), {})["text_reuse"]
    pairs = {(row["article_a"], row["article_b"]): row for row in found}
    with (folder / "origins.csv").open(encoding="utf-8", newline="") as file:
        origins = {row["article"]: (row["origin"], row["relation"]) for row in csv.DictReader(file)}
    judged = []
    for a, b in combinations(sorted(record.id for record in sources.records), 2):
        row = pairs.get((a, b), {})
        origin = {x: origins.get(x, ("", ""))[0] for x in (a, b)}
        known = origins[a][1] if origin[a] == b else origins[b][1] if origin[b] == a else ""
        if not known and origin[a] and origin[a] == origin[b]:
            known = "one lineage"
        way = row.get("direction", "undetermined")
        right = (way == "a->b" and origin[b] == a) or (way == "b->a" and origin[a] == b)
        judged.append(
            Judged(
                folder.name,
                a,
                b,
                known,
                row.get("relation", "nothing"),
                row.get("relation_confidence", 0.0),
                way,
                right,
            )
        )
    return judged


def report(judged: list[Judged]) -> None:
    """Print precision and recall of one lineage, and how often relation and direction are right."""
    true = [x for x in judged if x.known]
    claimed = [x for x in judged if x.found in SAME_LINEAGE]
    right = [x for x in claimed if x.known]
    print(f"one lineage: precision {_of(len(right), len(claimed))}, recall {_of(len(right), len(true))}")
    for known in sorted({x.known for x in true}):
        own = [x for x in true if x.known == known]
        print(f"  {known}: found {_of(sum(x in right for x in own), len(own))}; {dict(Counter(x.found for x in own))}")
    named = [x for x in right if x.known != "one lineage"]
    print(f"relation right: {_of(sum(x.known == x.found for x in named), len(named))}")
    directed = [x for x in claimed if x.direction != "undetermined"]
    print(f"direction right, where given: {_of(sum(x.right_way for x in directed), len(directed))}")
    for x in sorted(judged, key=lambda x: -x.confidence):
        if bool(x.known) != (x.found in SAME_LINEAGE) and x.known != "one lineage":
            print(f"  {'missed' if x.known else 'false '} {x.event} {x.a} {x.b}: {x.known or 'none'}, found {x.found}")


def _of(part: int, whole: int) -> str:
    low = wilson_lower(part, whole) if whole else float("nan")
    return f"{part}/{whole} = {part / whole:.3f} (Wilson from {low:.3f})" if whole else "0/0"


if __name__ == "__main__":
    report([x for argument in sys.argv[1:] for x in judge(Path(argument))])
