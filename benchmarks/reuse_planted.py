"""Planted reuse in generated articles: what is found, how well it is named, and what datasketch and rensa find.

    python benchmarks/reuse_planted.py [ARTICLES] [--peers PYTHON]

Of every ten generated articles (`generated.py`) one is replaced by a derivative of another, in each of the ways of
`PLANTS` in turn. Scores pairs (of one lineage or not), words (do they stand in a passage taken over) and relations.
The peers are given the same texts in their own interpreter, so that the project need not install them; without
`--peers` they are left out. Times are of one run on the machine it runs on; compare them with one another only.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generated import Generated, Language, written

from analysis.corpus.article import read_article
from analysis.features.reuse.passages import passages
from analysis.features.reuse.reuse_text import ReuseText, reuse_text
from analysis.measures.one_origin import Evidence
from analysis.measures.reuse_relation import TAKEN, reuse_relations
from analysis.studies.accounts import SAME_LINEAGE

SEED = 20220224
EDITED_SHARE = 0.06
REPLACED_SHARE = 1 / 3
PLANTED_SHARE = 10
PLANTS = {
    "copied": "identical",
    "edited": "republished",
    "excerpt": "excerpt",
    "reworded": "reworded",
    "quoted": "shared quotations only",
}
PEERS = Path(__file__).with_name("reuse_peers.py")


class Planted(NamedTuple):
    """A derivative: its way, its source, its text, and the sentences of either side that are the same matter."""

    way: str
    source: str
    text: str
    taken: tuple[str, ...]
    given: tuple[str, ...]


def plant(way: str, source: Generated, host: Generated, language: Language, dice: random.Random) -> Planted:
    """Make a derivative of `source`, where it needs one inside the text of `host`."""
    own = [s.text for s in source.sentences]
    if way == "copied":
        return Planted(way, source.id, source.text(), tuple(own), tuple(own))
    if way in ("edited", "reworded"):
        share = EDITED_SHARE if way == "edited" else REPLACED_SHARE
        made = [language.replaced(s, share) for s in own]
        return Planted(way, source.id, written(made), tuple(made), tuple(own))
    before = dice.randrange(len(host.sentences))
    around = [s.text for s in host.sentences]
    if way == "excerpt":
        start, length = dice.randrange(len(own) - 5), dice.randint(2, 5)
        piece = own[start : start + length]
        return Planted(
            way, source.id, written([*around[:before], *piece, *around[before:]]), tuple(piece), tuple(piece)
        )
    said = [s.text for s in source.sentences if s.quoted]
    return Planted(way, source.id, written([*around[:before], *said, *around[before:]]), (), ())


def corpus(count: int) -> tuple[dict[str, str], dict[str, Planted]]:
    """Return the texts, and which of them are derivatives."""
    language = Language(SEED)
    articles = list(language.articles(count))
    dice = random.Random(SEED)
    texts = {article.id: article.text() for article in articles}
    planted = {}
    ways = list(PLANTS)
    for number, place in enumerate(range(PLANTED_SHARE - 1, count, PLANTED_SHARE)):
        # The source is an article that is itself no derivative; the host is the article that is replaced.
        source = articles[dice.randrange(count // PLANTED_SHARE) * PLANTED_SHARE]
        way = ways[number % len(ways)]
        if way == "quoted" and sum(s.quoted for s in source.sentences) == 0:
            way = "copied"
        derivative = plant(way, source, articles[place], language, dice)
        planted[articles[place].id] = derivative
        texts[articles[place].id] = derivative.text
    return texts, planted


def run(texts: dict[str, str]) -> tuple[dict[str, ReuseText], list[dict], list[dict], dict[str, float]]:
    """Return countable words, passages, evidence, and the seconds of reading and of the search for reuse."""
    start = time.perf_counter()
    read = {}
    seconds = {"reading": 0.0}
    for name, text in texts.items():
        article = read_article(name, text)
        middle = time.perf_counter()
        seconds["reading"] += middle - start
        read[name] = reuse_text(article)
        start = time.perf_counter()
        seconds["reuse"] = seconds.get("reuse", 0.0) + start - middle
    found, evidence = passages(read.values())
    seconds["reuse"] += time.perf_counter() - start
    return read, found, evidence, seconds


def score(
    texts: dict[str, str],
    planted: dict[str, Planted],
    read: dict[str, ReuseText],
    found: list[dict],
    evidence: list[dict],
) -> None:
    """Print precision and recall of pairs, of words, and how often the relation is right."""
    import pandas as pd

    known = {tuple(sorted((name, p.source))): p for name, p in planted.items()}
    families = list(_families(planted))
    weighed = {
        (row["article_a"], row["article_b"]): Evidence(row["probability"], row["details"], row["in_order"], row["via"])
        for row in evidence
    }
    table = reuse_relations(pd.DataFrame(found), weighed, {name: len(text) for name, text in read.items()})
    relations = dict(zip(zip(table["article_a"], table["article_b"], strict=True), table["relation"], strict=True))
    claimed = {pair for pair, relation in relations.items() if relation in SAME_LINEAGE}
    siblings = {pair for pair in claimed if any(set(pair) <= family for family in families)}
    true = {pair for pair, p in known.items() if p.way != "quoted"}
    _print("pairs", len(claimed & true), len(claimed - siblings), len(true))
    for way, wanted in PLANTS.items():
        own = [pair for pair, p in known.items() if p.way == way]
        seen = Counter(relations.get(pair, "nothing") for pair in own)
        right = seen[wanted] + (seen["nothing"] if way == "quoted" else 0)
        print(f"  {way}: {right}/{len(own)} named {wanted}; {dict(seen)}")
    named = sum(relations.get(pair) == PLANTS[p.way] for pair, p in known.items() if pair in true)
    print(f"relation right: {named}/{len(true)} = {named / len(true):.4f}")
    _words(texts, known, found, siblings, claimed)


def _families(planted: dict[str, Planted]) -> Iterator[set[str]]:
    """Yield the derivatives of one source: they share its matter as well, and are neither asked for nor wrong."""
    by_source: dict[str, set[str]] = {}
    for name, derivative in planted.items():
        by_source.setdefault(derivative.source, set()).add(name)
    yield from by_source.values()


def _words(texts: dict, known: dict, found: list[dict], siblings: set, claimed: set) -> None:
    """Compare the characters of words that were taken over with those in passages that are no quotations."""
    marked: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for row in found:
        pair = row["article_a"], row["article_b"]
        if row["kind"] in (*TAKEN, "following") and pair in claimed and pair not in siblings:
            own = marked.setdefault(pair, set())
            for side in "ab":
                own |= _starts(row[f"article_{side}"], texts, row[f"start_{side}"], row[f"end_{side}"])
    truth: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for pair, p in known.items():
        own = truth.setdefault(pair, set())
        name = pair[0] if pair[1] == p.source else pair[1]
        for article, sentences in ((name, p.taken), (p.source, p.given)):
            at = 0
            for sentence in sentences:
                at = texts[article].index(sentence, at)
                own |= _starts(article, texts, at, at + len(sentence))
    both = sum(len(truth.get(pair, set()) & own) for pair, own in marked.items())
    _print("words", both, sum(map(len, marked.values())), sum(map(len, truth.values())))


def _starts(article: str, texts: dict[str, str], start: int, end: int) -> set[tuple[str, int]]:
    text = texts[article]
    return {
        (article, place)
        for place in range(start, end)
        if text[place].isalnum() and (place == 0 or not text[place - 1].isalnum())
    }


def _print(what: str, right: int, claimed: int, true: int) -> None:
    precision, recall = right / claimed, right / true
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{what}: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f} ({right} of {true})")


def peers(python: str, texts: dict[str, str], planted: dict[str, Planted]) -> None:
    """Give the same texts to datasketch and rensa in their own interpreter."""
    true = [sorted((name, p.source)) for name, p in planted.items() if p.way != "quoted"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        families = [sorted(family) for family in _families(planted)]
        path.write_text(json.dumps({"texts": texts, "pairs": true, "families": families}), "utf-8")
        subprocess.run([python, str(PEERS), str(path)], check=True)


def main() -> None:
    """Generate, search, score, compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--peers", default="")
    chosen = parser.parse_args()
    texts, planted = corpus(chosen.articles)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read, found, evidence, seconds = run(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(texts)} articles: corpus stage {seconds['reading']:.1f} s, reuse {seconds['reuse']:.1f} s")
    print(f"peak memory {peak / 1024:.0f} MB, of which {before / 1024:.0f} MB before (generator and texts)")
    score(texts, planted, read, found, evidence)
    if chosen.peers:
        sys.stdout.flush()
        peers(chosen.peers, texts, planted)


if __name__ == "__main__":
    main()
