"""Precision and recall of attributions and of their kinds of source.

    python benchmarks/attributions.py [--show] FOLDER

The folder holds one folder of texts for each event. Compares what is found in the articles of `attributions.csv` beside
this file with what was coded there by hand (by sentence and cue), and prints the shares with Wilson's lower bounds for
both rounds. With --show, names what was missed, found without need, or given another kind. Prints the speed at last.
"""

import csv
import sys
import time
from collections import Counter, defaultdict
from itertools import zip_longest
from pathlib import Path

from analysis.corpus.article import Article, read_article
from analysis.features.attributions.attributions import attributions
from analysis.measures.proportions import wilson_lower

SHEET = Path(__file__).with_suffix(".csv")
KINDS = ("named", "institutional", "unnamed", "pronoun")
Key = tuple[str, str]
Verdict = tuple[str, str]


def coded() -> dict[str, dict[Key, dict[Key, list[str]]]]:
    """Return what was coded by hand: round → article → sentence and cue → kinds in order of place."""
    rounds: dict[str, dict[Key, dict[Key, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in csv.DictReader(SHEET.open("r", encoding="utf-8", newline="")):
        cues = rounds[row["round"]][row["event"], row["article"]]
        if row["cue"]:
            cues[row["sentence"], row["cue"]].append(row["kind"])
    return rounds


def found(article: Article) -> dict[Key, list[str]]:
    """Return what the program finds, by sentence and the first word of the cue."""
    cues: dict[Key, list[str]] = defaultdict(list)
    for attribution in attributions(article):
        sentence = next(n for n, span in enumerate(article.sentences) if attribution.start < span.end)
        cue = article.text[attribution.start : attribution.end].split()[0].casefold()
        cues[str(sentence), cue].append(attribution.kind)
    return cues


def verdicts(hand: dict[Key, list[str]], machine: dict[Key, list[str]]) -> list[tuple[Key, Verdict]]:
    """Pair the two in order of place: each key with the kind by hand and the machine's, "" where one has none."""
    pairs = []
    for key in sorted({*hand, *machine}, key=lambda key: (int(key[0]), key[1])):
        left, right = hand.get(key, []), machine.get(key, [])
        pairs += [(key, pair) for pair in zip_longest(left, right, fillvalue="")]
    return pairs


def share(name: str, right: int, n: int) -> None:
    """Print a share with its bound."""
    print(f"  {name:26} {right:4} of {n:4}  {right / max(n, 1):.3f}  Wilson {wilson_lower(right, n):.2f}")


def main() -> None:
    """Print the tables for the folder named on the command line."""
    folder = Path(next(name for name in sys.argv[1:] if name != "--show"))
    seconds, words = 0.0, 0
    for number, articles in coded().items():
        counts: Counter[Verdict] = Counter()
        for (event, name), hand in articles.items():
            article = read_article(name, (folder / event / "texts" / f"{name}.txt").read_bytes().decode("utf-8"))
            for key, verdict in verdicts(hand, found(article)):
                counts[verdict] += 1
                if "--show" in sys.argv and verdict[0] != verdict[1]:
                    print(event, name, *key, "by hand:", verdict[0] or "-", "found:", verdict[1] or "-")
            located = article.words()
            start = time.perf_counter()
            attributions(article, located)
            seconds, words = seconds + time.perf_counter() - start, words + len(located)
        print(f"round {number}: {len(articles)} articles")
        both = sum(n for (hand, machine), n in counts.items() if hand and machine)
        share("precision of the cue", both, sum(n for (_, machine), n in counts.items() if machine))
        share("recall of the cue", both, sum(n for (hand, _), n in counts.items() if hand))
        share("kind, of cues found", sum(counts[kind, kind] for kind in KINDS), both)
        for kind in KINDS:
            share(f"{kind}: precision", counts[kind, kind], sum(n for (_, k), n in counts.items() if k == kind))
            share(f"{kind}: recall", counts[kind, kind], sum(n for (k, _), n in counts.items() if k == kind))
    print(f"{1000 * seconds / words * 600:.2f} ms for 600 words")


if __name__ == "__main__":
    main()
