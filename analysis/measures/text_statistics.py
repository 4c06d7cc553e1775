"""Statistics of a text from its counted sentences, each with its interval or the reason why it has none."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures import bootstrap
from analysis.measures.readability import MEASURES as READABILITY
from analysis.measures.readability import SMOG_SENTENCES, Components, per

RATE_WORDS = 1000
#: measure → (numerator, denominator, factor, unit) for ratios of components.
RATIOS = {
    "words_per_sentence": ("words", "sentences", 1, "words"),
    "syllables_per_word": ("syllables", "words", 1, "syllables"),
    "letters_per_word": ("letters", "words", 1, "letters"),
    "quoted_share": ("quoted_words", "words", 1, "share of words"),
    "numbers_per_1000_words": ("numbers", "words", RATE_WORDS, "per 1,000 words"),
    "hedges_per_1000_words": ("hedges", "words", RATE_WORDS, "per 1,000 words"),
    "reporting_verbs_per_1000_words": ("reporting_verbs", "words", RATE_WORDS, "per 1,000 words"),
}
ENGLISH_ONLY = {*READABILITY, "syllables_per_word", "letters_per_word", *(m for m in RATIOS if m.endswith("words"))}
DIVERSITY_UNITS = {"ttr": "share", "mattr_50": "share", "mattr_100": "share", "mtld": "words", "hdd": "share"}
DIVERSITY_MINIMUM = {"ttr": 1, "mattr_50": 50, "mattr_100": 100, "mtld": 100, "hdd": 42}
#: What is counted of the words of a sentence.
COUNTED = (
    "characters",
    "letters",
    "syllables",
    "polysyllables",
    "complex_words",
    "difficult_words",
    "numbers",
    "hedges",
    "reporting_verbs",
)
COMPONENTS = ("words", "quoted_words", *COUNTED)


def _measured(measure: str, value: float, n: int, unit: str, **rest: Any) -> dict[str, Any]:
    return {
        "measure": measure,
        "value": value,
        "low": np.nan,
        "high": np.nan,
        "n": n,
        "unit": unit,
        "reason": "",
        **rest,
    }


def counts(sentences: pd.DataFrame, part: str) -> list[dict[str, Any]]:
    """Count words by word, sentences by those that are wholly the part's."""
    words, quoted = int(sentences["words"].sum()), int(sentences["quoted_words"].sum())
    own_words = {"all": words, "narrator": words - quoted, "quoted": quoted}[part]
    whole = len(_whole(sentences, part))
    return [
        _measured("words", own_words, len(sentences), "words"),
        _measured("sentences", whole, len(sentences), "sentences"),
    ]


def _whole(sentences: pd.DataFrame, part: str) -> pd.DataFrame:
    return sentences if part == "all" else sentences[sentences["part"] == part]


def sentence_measures(sentences: pd.DataFrame, part: str, *, english: bool) -> Iterable[dict[str, Any]]:
    """Ratios and readability with intervals, all from one set of resampled sentences."""
    whole = _whole(sentences, part)
    n = len(whole)
    sums = whole[list(COMPONENTS)].fillna(0).to_numpy(dtype=float)
    components = _components(sums.sum(axis=0), n)
    drawn = bootstrap.weights(n) @ sums if n >= bootstrap.MINIMUM_UNITS else None
    formulas: dict[str, tuple[Callable[[Components], Any], str]] = {
        **{name: (partial(_ratio, spec[0], spec[1], spec[2]), spec[3]) for name, spec in RATIOS.items()},
        **{
            name: (formula, "grade" if name != "flesch_reading_ease" else "score")
            for name, formula in READABILITY.items()
        },
    }
    for name, (formula, unit) in formulas.items():
        if name == "quoted_share" and part != "all":
            continue
        if not english and name in ENGLISH_ONLY:
            yield _measured(
                name, np.nan, n, unit, reason="English-only measure; the text is not, or not surely, English"
            )
            continue
        value = float(formula(components))
        if np.isnan(value):
            short = (
                f"fewer than {SMOG_SENTENCES} sentences" if name == "smog" and n else "no whole sentence of this part"
            )
            yield _measured(name, value, n, unit, reason=short)
        elif drawn is None:
            few = f"no interval: fewer than {bootstrap.MINIMUM_UNITS} sentences"
            yield _measured(name, value, n, unit, reason=few)
        else:
            low, high = bootstrap.interval(formula(_components(drawn.T, np.full(len(drawn), n))))
            yield _measured(name, value, n, unit, low=low, high=high)


def _components(sums: Any, sentences: Any) -> Components:
    return {**dict(zip(COMPONENTS, sums, strict=True)), "sentences": np.asarray(sentences, dtype=float)}


def _ratio(numerator: str, denominator: str, factor: int, c: Components) -> Any:
    return factor * per(c[numerator], c[denominator])


def diversity(features: pd.DataFrame, members: list[str], part: str) -> Iterable[dict[str, Any]]:
    """The article's own values; over several articles their mean weighted by words, without an interval."""
    own = features[features["article"].isin(members) & (features["part"] == part)]
    for measure, unit in DIVERSITY_UNITS.items():
        rows = own[own["measure"] == measure]
        n = int(rows["n"].sum())
        if len(rows) == 1:
            row = rows.iloc[0]
            reason = "no interval: resampled texts repeat words" if measure == "ttr" else ""
            if np.isnan(row["value"]):
                reason = f"fewer than {DIVERSITY_MINIMUM[measure]} words"
            yield _measured(measure, row["value"], n, unit, low=row["low"], high=row["high"], reason=reason)
            continue
        defined = rows.dropna(subset=["value"])
        words = defined["n"].to_numpy(dtype=float)
        value = float(defined["value"].to_numpy() @ words / words.sum()) if words.sum() else np.nan
        reason = (
            f"mean over {len(defined)} of {len(rows)} articles, weighted by words; no interval over several articles"
        )
        if np.isnan(value):
            reason = f"fewer than {DIVERSITY_MINIMUM[measure]} words in every article"
        yield _measured(measure, value, n, unit, reason=reason)


def quotation_length(quotations: pd.DataFrame, members: list[str]) -> list[dict[str, Any]]:
    """Mean length of a direct quotation in words, over resampled quotations."""
    own = quotations[quotations["article"].isin(members)]
    words = own["words"].to_numpy(dtype=float)
    if not len(words):
        return [_measured("words_per_quotation", np.nan, 0, "words", reason="no direct quotation")]
    low, high = bootstrap.ratio_interval(words, np.ones(len(words)))
    few = f"no interval: fewer than {bootstrap.MINIMUM_UNITS} quotations" if np.isnan(low) else ""
    return [_measured("words_per_quotation", words.mean(), len(words), "words", low=low, high=high, reason=few)]
