"""Intervals of lexical diversity: how often they hold the true value, on simulated texts.

    python benchmarks/diversity_intervals.py [--texts N]

A text is made of paragraphs; each word is drawn from a vocabulary by Zipf's law, from the text's own topic words, or
from its paragraph's, so that words recur in clusters. The true value of a measure is its mean over many texts of the
same length, its true error their standard deviation. Printed for each measure and length: the mean width of the
intervals as a multiple of the width that the true error gives, and the share of the intervals that hold the true value.
"""

import argparse

import numpy as np
from numpy.typing import NDArray

from analysis.measures.diversity_intervals import MINIMUM_WORDS, diversities
from analysis.measures.lexical_diversity import Codes

SEED = 20220224
LENGTHS = (150, 300, 600, 1200)
#: Share of words of the paragraph's own, and of the text's own.
CLUSTERED = (0.0, 0.12)
TOPIC_SHARE = 0.15
VOCABULARY, EXPONENT, COMMON = 4000, 1.07, 60
TRUTHS = 1500


def text(length: int, clustered: float, chance: np.random.Generator, sums: NDArray[np.float64]) -> Codes:
    """Make one text; one row of codes."""
    topic = chance.choice(np.arange(COMMON, VOCABULARY), 60, replace=False)
    words: list[int] = []
    while len(words) < length:
        own = chance.choice(np.arange(COMMON, VOCABULARY), 10, replace=False)
        size = int(chance.integers(40, 110))
        drawn = np.searchsorted(sums, chance.random(size)).clip(0, VOCABULARY - 1)
        kind = chance.random(size)
        drawn = np.where(kind < clustered + TOPIC_SHARE, topic[chance.integers(0, 60, size)], drawn)
        drawn = np.where(kind < clustered, own[chance.integers(0, 10, size)], drawn)
        words += drawn.tolist()
    return np.array([words[:length]])


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=int, default=400)
    chosen = parser.parse_args()
    chance = np.random.default_rng(SEED)
    shares = 1 / (np.arange(VOCABULARY) + 2.7) ** EXPONENT
    sums = (shares / shares.sum()).cumsum()
    print("| words | clustered | measure | true value | width | holds |\n|---|---|---|---|---|---|")
    for clustered in CLUSTERED:
        for length in LENGTHS:
            many = diversities([text(length, clustered, chance, sums) for _ in range(TRUTHS)], replicates=2)
            found = diversities([text(length, clustered, chance, sums) for _ in range(chosen.texts)])
            for number, measure in enumerate(MINIMUM_WORDS):
                values = np.array([row[number].value for row in many])
                truth, error = np.nanmean(values), np.nanstd(values)
                low, high = (np.array([row[number][end] for row in found]) for end in (2, 3))
                known = ~np.isnan(low)
                width = np.mean(high[known] - low[known]) / (2 * 1.959964 * error) if known.any() else np.nan
                holds = np.mean((low[known] <= truth) & (truth <= high[known])) if known.any() else np.nan
                print(f"| {length} | {clustered:.2f} | {measure} | {truth:.3g} | {width:.2f} | {holds:.2f} |")


if __name__ == "__main__":
    main()
