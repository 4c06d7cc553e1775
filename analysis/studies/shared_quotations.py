"""What two articles quote both, as passages: runs of the same words, and utterances in other words."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

#: Score from which two quoted sentences are one utterance: between any two articles, and where these are of one
#: lineage anyway. `benchmarks/quotation_variants.md` has how often that is right.
LEAST_SCORE = 0.8
LEAST_SCORE_OF_LINEAGE = 0.6
#: Code points between two quotations that are one passage: a space and marks.
MOST_BETWEEN = 4
MOST_WORDS = 7
#: Share of a quotation that is most of it.
MOST_OF = 0.5
SAME = re.compile(r"=(\d+)")
Row = dict[str, Any]


def with_quotations(
    passages: pd.DataFrame, variants: pd.DataFrame, quotations: pd.DataFrame, lineage: Collection[tuple[str, str]]
) -> pd.DataFrame:
    """Return the passages with every shared quotation among them.

    Parameters
    ----------
    passages : DataFrame
        The feature table of aligned passages.
    variants : DataFrame
        The feature table of quotation variants.
    quotations : DataFrame
        The feature table of quotations.
    lineage : collection of (str, str)
        Pairs of one lineage.

    Returns
    -------
    DataFrame
        No quotation overlaps another passage of its pair; neighbouring ones are one. Where articles of one lineage
        share most of a quotation, they share all of it, however the rest was reworded.
    """
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in passages.to_dict("records"):
        rows.setdefault((row["article_a"], row["article_b"]), []).append(row)
    for variant in variants.to_dict("records"):
        pair = (variant["article_a"], variant["article_b"])
        if variant["score"] >= (LEAST_SCORE_OF_LINEAGE if pair in lineage else LEAST_SCORE):
            own = rows.setdefault(pair, [])
            if not any(_meet(variant, x, 0) for x in own if x["kind"] != "quotation"):
                own.append(_as_passage(variant))
    bounds = _bounds(quotations)
    complete = [row for pair in sorted(rows) for row in _merged(rows[pair], bounds if pair in lineage else {})]
    return pd.DataFrame(complete, columns=passages.columns).astype(passages.dtypes)


def _as_passage(variant: Row) -> Row:
    words = sum(int(length) for length in SAME.findall(variant["alignment"]))
    kept = ("article_a", "start_a", "end_a", "article_b", "start_b", "end_b", "words_a", "words_b")
    shown = {key: _words(variant[key]) for key in ("only_a", "only_b")}
    return {
        **{key: variant[key] for key in kept},
        **shown,
        "words": words,
        "kind": "quotation",
        "both": "",
        "sentences": 1,
        "noted_a": 0,
        "noted_b": 0,
    }


def _bounds(quotations: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Where each article's quotations begin and end, without their marks."""
    found: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in zip(quotations["article"], quotations["start"], quotations["end"], strict=True):
        found.setdefault(str(article), []).append((int(start) + 1, int(end) - 1))
    return found


def _merged(rows: list[Row], bounds: Mapping[str, Sequence[tuple[int, int]]]) -> list[Row]:
    """Join quotations that meet on both sides, and say how alike the joined ones are (Dice's coefficient on words)."""
    quotations = sorted((x for x in rows if x["kind"] == "quotation"), key=lambda x: (x["start_a"], x["start_b"]))
    joined: list[Row] = []
    for row in quotations:
        if joined and _meet(joined[-1], row, MOST_BETWEEN):
            joined[-1] = _union(joined[-1], row)
        else:
            joined.append(row)
    for row in joined:
        row["similarity"] = min(1.0, 2 * row["words"] / (row["words_a"] + row["words_b"]))
    others = [x for x in rows if x["kind"] != "quotation"]
    joined = [_whole(row, bounds, [*others, *(x for x in joined if x is not row)]) for row in joined]
    return sorted([*others, *joined], key=lambda x: (x["start_a"], x["start_b"]))


def _whole(row: Row, bounds: Mapping[str, Sequence[tuple[int, int]]], others: Sequence[Row]) -> Row:
    """Reach to both ends of the quotations that a passage is most of, if no other passage stands there."""
    wider = dict(row)
    for side in "ab":
        start, end = row[f"start_{side}"], row[f"end_{side}"]
        own = bounds.get(row[f"article_{side}"], ())
        held = next(((s, e) for s, e in own if s <= end and start <= e and end - start >= MOST_OF * (e - s)), None)
        if held is None:
            return row
        wider |= {f"start_{side}": min(start, held[0]), f"end_{side}": max(end, held[1])}
    return row if any(_meet(wider, other, 0) for other in others) else wider


def _meet(x: Row, y: Row, between: int) -> bool:
    """Whether two passages overlap, or stand so close, on both sides (on either side where nothing may be between)."""
    sides = [x[f"start_{s}"] <= y[f"end_{s}"] + between and y[f"start_{s}"] <= x[f"end_{s}"] + between for s in "ab"]
    return all(sides) if between else any(sides)


def _union(x: Row, y: Row) -> Row:
    """Return one quotation for two; words that both tables know are counted once, by the share that overlaps."""
    found = dict(x)
    for side in "ab":
        length = y[f"end_{side}"] - y[f"start_{side}"]
        overlap = max(0, min(x[f"end_{side}"], y[f"end_{side}"]) - max(x[f"start_{side}"], y[f"start_{side}"]))
        new = 1 - overlap / length if length else 0.0
        found[f"start_{side}"] = min(x[f"start_{side}"], y[f"start_{side}"])
        found[f"end_{side}"] = max(x[f"end_{side}"], y[f"end_{side}"])
        found[f"words_{side}"] = x[f"words_{side}"] + round(new * y[f"words_{side}"])
        if side == "a":
            found["words"] = x["words"] + round(new * y["words"])
    for key in ("both", "only_a", "only_b"):
        found[key] = _words(f"{x[key]}, {y[key]}")
    return found


def _words(shown: str) -> str:
    """Return the words that differ, by the alphabet and at most seven, as the other passages show them."""
    words = {word for word in re.split(r"[,…\s]+", shown) if word}
    longest = sorted(words, key=lambda word: (-len(word), word))[:MOST_WORDS]
    return ", ".join(sorted(longest, key=lambda word: (word.casefold(), word)))
