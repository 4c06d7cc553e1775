"""Ten thousand replicates of every measure of a folder's articles, all parts: how long that takes.

    python benchmarks/replicates_speed.py FOLDER [--replicates N]

FOLDER holds texts (`.txt`). Reading them is not timed; measuring and resampling are.
"""

import argparse
import time
from pathlib import Path

import numpy as np
from statistics_speed import features_of

from analysis.corpus.article import read_article
from analysis.features.located_words import located_words
from analysis.measures.diversity_intervals import diversities
from analysis.measures.text_statistics import quotation_length, sentence_measures
from analysis.studies.article_counts import article_counts


def main() -> None:
    """Print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--replicates", type=int, default=10_000)
    chosen = parser.parse_args()
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(chosen.folder.glob("*.txt"))]
    counted = article_counts(features_of(texts))
    words = [located_words(read_article(id_, text)) for id_, text in texts]
    parts = [
        w.codes[None, own] for w in words for own in (w.narrative, w.narrative & ~w.quoted, w.narrative & w.quoted)
    ]
    start = time.perf_counter()
    diversities(parts, replicates=chosen.replicates)
    for own in counted.values():
        for part in ("all", "narrator", "quoted"):
            sums = own.sums if part == "all" else own.sums[own.part == part]
            sentence_measures(np.asarray(sums), english=True, part=part, replicates=chosen.replicates)
        quotation_length(own.quotations, replicates=chosen.replicates)
    print(f"{len(texts)} articles, {chosen.replicates} replicates: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
