"""Statistics and terms of generated articles against textstat's measures of the same articles, side by side.

    python benchmarks/statistics_speed.py [ARTICLES]

Both sides get the texts as strings and run on one core, in turn, after what either loads once (dictionaries, lists)
is loaded; words have not been seen by either. Ours reads every article (sentences, furniture, quotations), counts,
measures lexical diversity with block-bootstrap intervals, every other measure with intervals over resampled
sentences (`bootstrap.REPLICATES` replicates each), and holds every term and word pair against the other articles.
Left out, because textstat has nothing like it: names (which the other choices of analysis and the merging of
spellings need), speakers, text reuse. Their time is printed apart.
"""

import argparse
import gc
import time
import warnings
from collections.abc import Callable, Sequence
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
READABILITY = (
    "flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog", "coleman_liau_index",
    "automated_readability_index", "dale_chall_readability_score",
)  # fmt: skip
#: The thirteen measures that FACTS.md of the project timed: readability, and the counts under it.
ALL = (*READABILITY, "lexicon_count", "sentence_count", "syllable_count", "letter_count", "polysyllabcount",
       "difficult_words")  # fmt: skip
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


def seconds(job: Callable[[], None]) -> float:
    """Time a job once, in seconds of the processor: other programs do not count."""
    start = time.process_time()
    job()
    return time.process_time() - start


def main() -> None:
    """Print both sides' seconds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--outlets", type=int, default=0, help="as many as articles if not given")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    gc.set_threshold(COLLECT_AFTER)  # as the command does, and for both sides
    texts = [(article.id, article.text()) for article in Language(SEED).articles(chosen.articles + 20)]
    warm, texts = texts[:20], texts[20:]
    outlets = chosen.outlets or len(texts)
    ours(warm, 20)
    textstats(warm, ALL)
    words = sum(len(text.split()) for _, text in texts) / len(texts)
    print(f"{len(texts)} articles of {words:.0f} words, {outlets} outlets; seconds of the processor")
    replicates = bootstrap.REPLICATES
    print(f"ours, statistics with {replicates} replicates and terms: {seconds(lambda: ours(texts, outlets)):.2f}")
    print(f"textstat, its {len(ALL)} measures: {seconds(lambda: textstats(texts, ALL)):.2f}")
    print(f"textstat, {len(READABILITY)} of readability alone: {seconds(lambda: textstats(texts, READABILITY)):.2f}")
    print(f"left out on our side, names and other choices: {seconds(lambda: names_and_choices(texts)):.2f}")


if __name__ == "__main__":
    main()
