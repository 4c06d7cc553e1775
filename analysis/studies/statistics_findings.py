"""What may be said of the texts' language: which differences survive, how long sentences are, how much is quoted."""

import math

import pandas as pd

from analysis.studies.choices import MOST_PAIRED
from analysis.studies.comparable import comparable, once
from analysis.studies.contract import Finding, Results
from analysis.studies.statistics_figures import LABELS, PAGE
from analysis.studies.wording import list_of, number, quantity

#: Surviving differences are named up to this many.
MOST_NAMED = 4
#: Outlets whose shares of quotation are listed one by one.
MOST_LISTED = 6
PLACED = "fig-robustness"


def survivors(results: Results) -> Finding:
    """Say which differences in language survive and which do not, or why none can be looked for."""
    condition = "always shown; with fewer than two comparable accounts it says why nothing is compared"
    comparisons = results["comparisons"]
    if not len(comparisons):
        return Finding("language-differences", PAGE, _nothing_compared(results), condition, weight=9)
    surviving, failing = comparisons[comparisons["survives"]], comparisons[~comparisons["survives"]]
    if _compared(comparisons) == 2:
        sentence = _of_two(surviving, failing, comparisons)
    else:
        sentence = _of_several(surviving, failing, comparisons)
    return Finding("language-differences", PAGE, sentence, condition, figure=PLACED, weight=9)


def _nothing_compared(results: Results) -> str:
    outlets = len(comparable(results))
    few = "no account is" if not outlets else "only one account is" if outlets == 1 else "fewer than two accounts are"
    enough = ", and long enough" if outlets > 1 else ""
    whose = "their outlets’" if outlets > 1 else "its outlet’s"
    return (
        f"No difference in language can be looked for in these texts: {few} in English, in {whose} own wording as far "
        f"as known{enough}."
    )


def _compared(comparisons: pd.DataFrame) -> int:
    """How many outlets have a value in some measure, from the number of their pairs."""
    pairs = int(comparisons["pairs"].max())
    return (1 + math.isqrt(1 + 8 * pairs)) // 2


def _outlets(comparisons: pd.DataFrame) -> set[str]:
    return {*comparisons["outlet_a"], *comparisons["outlet_b"]}


def _of_two(surviving: pd.DataFrame, failing: pd.DataFrame, comparisons: pd.DataFrame) -> str:
    first, second = sorted(_outlets(comparisons))
    lead = f"Between these texts of {first} and {second}, "
    if not len(surviving):
        return f"{lead}no difference survives: {_failing(failing)}."
    named = list_of([f"{LABELS[row.measure]} (higher in {row.outlet_a}’s)" for row in surviving.itertuples()])
    if not len(failing):
        return f"{lead}the differences in {named} survive chance and every choice of analysis."
    verb = "difference in {} survives" if len(surviving) == 1 else "differences in {} survive"
    return f"{lead}the {verb.format(named)} chance and every choice of analysis; {_failing(failing)}."


def _failing(failing: pd.DataFrame) -> str:
    """Say of each measure that does not survive what speaks against it."""
    unknown, chance, flips = (
        failing[failing["low"].isna()], failing[failing["low"] <= 0], failing[failing["low"] > 0]
    )  # fmt: skip
    parts = []
    if len(unknown):
        measures = list_of([LABELS[measure] for measure in unknown["measure"]])
        parts.append(f"in {measures} a text is too short, or varies too little, to say")
    if len(chance):
        measures = list_of([LABELS[measure] for measure in chance["measure"]])
        parts.append(f"in {measures} the texts may not differ at all")
    if len(flips):
        each = [
            f"{LABELS[row.measure]} in {row.analyses - row.holding} of {row.analyses}" for row in flips.itertuples()
        ]
        parts.append(f"the order flips under other choices in {list_of(each)} analyses")
    return "; ".join(parts)


def _of_several(surviving: pd.DataFrame, failing: pd.DataFrame, comparisons: pd.DataFrame) -> str:
    outlets = len(_outlets(comparisons))
    measures = list_of([LABELS[measure] for measure in dict.fromkeys(comparisons["measure"])])
    chance, unknown = int((failing["low"] <= 0).sum()), int(failing["low"].isna().sum())
    among = _compared(comparisons)
    lead = f"Of {quantity(len(comparisons), 'difference')} between {number(outlets)} outlets’ texts in {measures}"
    if among > MOST_PAIRED:
        lead = (
            f"Of {quantity(len(comparisons), 'difference')} between the highest and the lowest of {number(among)} "
            f"outlets’ texts in {measures}"
        )
    verb = "survive" if len(surviving) > 1 else "survives"
    sentence = (
        f"{lead}, {number(len(surviving)) if len(surviving) else 'none'} {verb} chance and every choice of analysis"
    )
    if 0 < len(surviving) <= MOST_NAMED:
        named = [f"{LABELS[row.measure]}, {row.outlet_a} above {row.outlet_b}" for row in surviving.itertuples()]
        sentence += f" ({'; '.join(named)})"
    flips = len(failing) - chance - unknown
    rest = [f"{number(chance)} may be chance"] if chance else []
    rest += [f"{number(flips)} {'changes' if flips == 1 else 'change'} with a choice"] if flips else []
    rest += [f"{number(unknown)} cannot be told, because a text is too short or varies too little"] if unknown else []
    return sentence + (f"; {list_of(rest)}" if rest else "") + "."


def sentence_length(results: Results) -> Finding:
    """Say who writes the longest and the shortest sentences, with what the order is worth."""
    condition = "at least two English accounts not known to be in foreign wording, each with an interval"
    table = results["comparisons"]
    rows = table[(table["measure"] == "words_per_sentence") & table["low"].notna()]
    sentence = ""
    if len(rows):
        row = rows.sort_values(["difference", "outlet_a", "outlet_b"], ascending=[False, True, True]).iloc[0]
        statistics = results["outlet_statistics"]
        own = statistics[
            (statistics["level"] == "outlet")
            & (statistics["part"] == "narrator")
            & (statistics["measure"] == "words_per_sentence")
        ].set_index("outlet")
        flips = int(row["analyses"] - row["holding"])
        order = (
            f"flips under {flips} of {row['analyses']} choices"
            if flips
            else f"holds under all {row['analyses']} choices"
        )
        chance = "" if row["low"] > 0 else ", but the difference may be chance"
        a, b = row["outlet_a"], row["outlet_b"]
        sentence = (
            f"The narrator’s sentences have {_with_interval(own.loc[a])} words in {a}’s text and "
            f"{_with_interval(own.loc[b])} in {b}’s; the order {order}{chance}."
        )
    return Finding("sentence-length", PAGE, sentence, condition, figure="fig-statistics")


def _with_interval(row: pd.Series) -> str:
    return f"{row['value']:.1f} [{row['low']:.1f}–{row['high']:.1f}]"


def quoted_share(results: Results) -> Finding:
    """Say which share of each outlet's words stands in direct quotation."""
    condition = "at least two accounts with narrative, and a direct quotation"
    table = results["outlet_statistics"]
    rows = table[(table["level"] == "outlet") & (table["part"] == "all") & (table["measure"] == "quoted_share")]
    rows = once(rows, results["accounts"]).dropna(subset=["value"])
    sentence = ""
    if len(rows) >= 2 and rows["value"].max() > 0:
        # In the order of the alphabet: wordings that are not the outlet's are not ranked.
        shares = [f"{row.outlet} {100 * row.value:.0f} %" for row in rows.sort_values("outlet").itertuples()]
        sentence = f"Share of each outlet’s words that stand in direct quotation: {list_of(shares)}."
        if len(shares) > MOST_LISTED:
            sentence = (
                f"Direct quotation takes up between {100 * rows['value'].min():.0f} % and "
                f"{100 * rows['value'].max():.0f} % of the {len(rows)} outlets’ words."
            )
    return Finding("quoted-share", PAGE, sentence, condition, figure="fig-quoted-share")
