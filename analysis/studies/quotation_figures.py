"""The pictures of voices: who speaks where, and one utterance in several wordings."""

from typing import Any

import pandas as pd

from analysis.figures.voices import draw_voices
from analysis.figures.wordings import draw_wordings
from analysis.studies.contract import Figure, Results, absent
from analysis.studies.statements import column_styles
from analysis.studies.wording import drawn, numeral, quantity, sentence_case, spoken

PAGE = "voices"
MOST_VOICES, MOST_PAIRS = 40, 10


def voices_figure(results: Results) -> Figure:
    """Draw the words given to each voice in each account."""
    voices = results["voices"]
    if not len(voices):
        return absent("fig-voices", PAGE, "No direct quotation with a known speaker was found.")
    account = results["accounts"].set_index("article")["account"]
    columns, styles = results["account_columns"], column_styles(results)
    rows = voices.assign(column=voices["article"].map(account), speaker=_short(voices))
    rows = rows.groupby(["speaker", "column"], as_index=False).agg(
        words=("words", "sum"), quotations=("quotations", "sum"), accounts=("accounts", "first")
    )
    total = rows.groupby("speaker")["words"].transform("sum")
    rows = rows.assign(total=total).sort_values(
        ["accounts", "total", "speaker", "column"], ascending=[False, False, True, True]
    )
    leading = list(dict.fromkeys(rows["speaker"]))
    numbers = rows[rows["speaker"].isin(leading[:MOST_VOICES])].drop(columns=["accounts", "total"])
    named = voices[voices["named"]].drop_duplicates("voice")
    shared = int((named["accounts"] > 1).sum())
    amount = sentence_case(numeral(shared)) if shared else "None"
    title = (
        f"{amount} of {quantity(len(named), 'named voice')} {'are' if shared > 1 else 'is'} quoted directly in more "
        "than one account"
    )
    quoted = results["quotations"]
    unresolved = int((quoted["counted"] & ~quoted["resolved"]).sum())
    unknown = f" Of {quantity(unresolved, 'more quotation')} the speaker is not resolved." if unresolved else ""
    caption = (
        "Dots grow with the number of quoted words, which stands in or under them. Whoever may not be named appears by "
        "role, in one account only."
        + unknown
        + drawn(min(len(leading), MOST_VOICES), len(leading), "voice", which="the widest heard")
    )
    labels = dict(zip(columns["column"], columns["label"], strict=True))
    said = [
        f"{speaker}: " + ", ".join(f"{labels[row.column]} {row.words}" for row in group.itertuples())
        for speaker, group in numbers.groupby("speaker", sort=False)
    ]
    n = f"{quantity(len(leading), 'voice')}, {quantity(int(numbers['quotations'].sum()), 'quotation')}"
    return Figure(
        "fig-voices", PAGE, title, caption, "Quoted words by voice and account. " + spoken(said), n,
        numbers.reset_index(drop=True), lambda: draw_voices(numbers, columns, styles),
    )  # fmt: skip


def _short(voices: pd.DataFrame) -> list[str]:
    """Leave out the outlet after a voice without a name: its column says it; keep it where two would be the same."""
    short = [v.voice if v.named else v.voice.removesuffix(f", {v.outlet}") for v in voices.itertuples()]
    return [
        whole if short.count(part) > 1 and part != whole else part
        for whole, part in zip(voices["voice"], short, strict=True)
    ]


def _outlet(pair: dict[str, Any], side: str, outlets: dict[str, str]) -> str:
    """Name the outlet of one side, with the article where both sides are of one outlet."""
    article = pair[f"article_{side}"]
    several = outlets[pair["article_a"]] == outlets[pair["article_b"]]
    return f"{outlets[article]} ({article})" if several else outlets[article]


def wordings_figure(results: Results) -> Figure:
    """Draw pairs of wordings of one utterance, word by word, without the words that both share."""
    pairs = results["quotation_wordings"]
    changed = pairs[pairs["change"] != "same"]
    if not len(changed):
        return absent("fig-quotation-wordings", PAGE, "We found no quotation that stands in different words.")
    leading = changed.sort_values(["change", "score", "utterance"], ascending=[False, False, True]).head(MOST_PAIRS)
    outlets = dict(zip(results["accounts"]["article"], results["accounts"]["outlet"], strict=True))
    numbers = pd.DataFrame(
        [
            {
                "utterance": f"{number}. {pair['voice'] or 'speaker not resolved'}",
                "voice": pair["voice"],
                "side": side,
                "label": _outlet(pair, side, outlets),
                "foreign": pair[f"foreign_{side}"],
                "change": pair["change"],
                "alignment": pair["alignment"],
                "only": pair[f"only_{side}"],
                "score": pair["score"],
            }
            for number, pair in enumerate(leading.to_dict("records"), start=1)
            for side in "ab"
        ]
    )
    reworded = int((changed["change"] == "reworded").sum())
    parts = [f"{quantity(reworded, 'sentence')} reworded"] if reworded else []
    parts += [f"{quantity(len(changed) - reworded, 'sentence')} cut"] if len(changed) > reworded else []
    title = f"The same utterance in other words: {', '.join(parts)}"
    caption = (
        "Each pair of lines is one quoted sentence in two accounts. Grey blocks are words that both have, as wide as "
        "there are words; what differs is written out, at most seven words a side. Hatched: the wording is a "
        "translator’s or a carrier’s." + drawn(len(leading), len(changed), "pair", which="the most alike")
    )
    said = [
        f"{group.iloc[0]['voice'] or 'speaker unknown'}, {group.iloc[0]['change']}: "
        + " against ".join(f"{row.label} “{row.only}”" for row in group.itertuples())
        for _, group in numbers.groupby("utterance", sort=False)
    ]
    n = f"{quantity(len(changed), 'pair')} of sentences"
    return Figure(
        "fig-quotation-wordings", PAGE, title, caption, "Wordings that differ. " + spoken(said), n, numbers,
        lambda: draw_wordings(numbers),
    )  # fmt: skip
