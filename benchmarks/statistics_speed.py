"""Statistics and terms of generated articles against textstat's measures of the same articles, side by side.

    python benchmarks/statistics_speed.py [ARTICLES]

Both sides get the texts as strings and run on one core, in turn, after what either loads once (dictionaries, lists)
is loaded; words have not been seen by either. Ours reads every article (sentences, furniture, quotations), counts,
measures lexical diversity with block-bootstrap intervals, every other measure with intervals over resampled
sentences (`bootstrap.REPLICATES` replicates each), and holds every term and word pair against the other articles.
Left out, because textstat has nothing like it: names (which the other choices of analysis and the merging of
spellings need), speakers, text reuse. Their time is printed apart.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is loaded: both sides on one core

import argparse
import gc
import time
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pandas as pd
from generated import Language

from analysis.command_line import COLLECT_AFTER
from analysis.corpus.article import read_article
from analysis.features.article_features import is_english
from analysis.features.diversity_rows import diversity_choice_rows, diversity_rows
from analysis.features.extract import TOGETHER
from analysis.features.located_words import located_words
from analysis.features.names.withheld import article_names
from analysis.features.sentence_counts import sentence_rows
from analysis.features.tables import TABLES
from analysis.features.term_counts import term_rows, word_pair_rows
from analysis.measures import bootstrap
from analysis.sources.records import Record
from analysis.studies import distinctive_terms, outlet_statistics
from analysis.studies.contract import Inputs

SEED = 5
#: Articles that either side sees before it is timed, so that its dictionaries are loaded.
WARM = 20
#: textstat's measures of readability for English.
TEXTSTAT = (
    "flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog", "coleman_liau_index",
    "automated_readability_index", "dale_chall_readability_score", "linsear_write_formula", "spache_readability",
    "lix", "rix", "mcalpine_eflaw", "text_standard",
)  # fmt: skip
#: Those of them that we report, too.
SHARED = TEXTSTAT[:7]
#: For accounts of their own: nobody retells anybody.
NO_REUSE = pd.DataFrame({name: [] for name in ("article_a", "article_b", "relation", "aligned_a", "aligned_b")})
NO_SPELLINGS = pd.DataFrame({"term": [], "canonical": []})


def features_of(texts: Sequence[tuple[str, str]]) -> dict[str, pd.DataFrame]:
    """Return the features that statistics and terms need, from the texts."""
    rows: dict[str, list[Any]] = {
        name: [] for name in ("articles", "sentences", "quotations", "terms", "word_pairs", "lexical_diversity")
    }
    for first in range(0, len(texts), TOGETHER):
        located = []
        for id_, text in texts[first : first + TOGETHER]:
            article = read_article(id_, text)
            words = located_words(article)
            located.append((id_, words))
            english = is_english("en", words.terms)
            rows["articles"].append({"article": id_, "english": english})
            rows["sentences"] += sentence_rows(article, words, english=english)
            rows["quotations"] += [{"article": id_, "words": len(article.words(span))} for span in article.quotations]
            rows["terms"] += term_rows(id_, words)
            rows["word_pairs"] += word_pair_rows(id_, words)
        rows["lexical_diversity"] += diversity_rows(located)
    return {name: pd.DataFrame(own, columns=list(TABLES[name].columns)) for name, own in rows.items()}


def given(features: dict[str, pd.DataFrame], outlets: int) -> tuple[Inputs, dict[str, pd.DataFrame]]:
    """Return what the studies start from, each article an account of its own, dealt to so many outlets."""
    ids = list(features["articles"]["article"])
    records = tuple(Record(id_, f"Outlet {number % outlets}", language="en") for number, id_ in enumerate(ids))
    accounts = pd.DataFrame({"article": ids, "outlet": [record.outlet for record in records], "account": ids})
    earlier = {"accounts": accounts.assign(counted=True), "text_reuse": NO_REUSE, "spellings": NO_SPELLINGS}
    return Inputs(records, features, None), earlier


def ours(texts: Sequence[tuple[str, str]], outlets: int) -> None:
    """Compute statistics and terms from the texts to the tables."""
    inputs, earlier = given(features_of(texts), outlets)
    for study in (outlet_statistics, distinctive_terms):
        study.tables(inputs, earlier)


def textstats(texts: Sequence[tuple[str, str]], measures: Sequence[str]) -> None:
    """Compute textstat's measures of each text."""
    import textstat

    for _, text in texts:
        for measure in measures:
            getattr(textstat, measure)(text)


def names_and_choices(texts: Sequence[tuple[str, str]]) -> None:
    """What the benchmark leaves out on our side and the product does: names, and the other choices of analysis."""
    for first in range(0, len(texts), TOGETHER):
        located = []
        for id_, text in texts[first : first + TOGETHER]:
            article = read_article(id_, text)
            article_names(article, None)
            located.append((id_, located_words(article)))
        list(diversity_choice_rows(located))


JOBS: dict[str, Callable[[Sequence[tuple[str, str]], int], None]] = {
    f"ours: statistics with {bootstrap.REPLICATES} replicates, and terms": ours,
    f"textstat: its {len(TEXTSTAT)} measures of readability": lambda texts, _: textstats(texts, TEXTSTAT),
    f"textstat: the {len(SHARED)} of them that are ours, too": lambda texts, _: textstats(texts, SHARED),
    "left out on our side: names and other choices": lambda texts, _: names_and_choices(texts),
}


def seconds(job: str, articles: int, outlets: int) -> float:
    """Time a job once in this process, in seconds of the processor: other programs do not count."""
    warnings.simplefilter("ignore")
    gc.set_threshold(COLLECT_AFTER)  # as the command does, and for both sides
    texts = [(article.id, article.text()) for article in Language(SEED).articles(articles + WARM)]
    JOBS[job](texts[:WARM], WARM)
    start = time.process_time()
    JOBS[job](texts[WARM:], outlets)
    return time.process_time() - start


def main() -> None:
    """Print both sides' seconds, each in a process of its own, so that neither finds the other's words looked up."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--outlets", type=int, default=0, help="as many as articles if not given")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    outlets = chosen.outlets or chosen.articles
    print(f"{chosen.articles} articles, {outlets} outlets; seconds of the processor in {chosen.rounds} rounds")
    found: dict[str, list[float]] = {job: [] for job in JOBS}
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for _ in range(chosen.rounds):
            for job, times in found.items():
                times.append(pool.submit(seconds, job, chosen.articles, outlets).result())
    for job, times in found.items():
        print(f"{job}: {min(times):.2f} (" + ", ".join(f"{t:.2f}" for t in times) + ")")


if __name__ == "__main__":
    main()
