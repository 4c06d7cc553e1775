"""Precision of the matching of quotations, from pairs judged by hand.

    python benchmarks/quotation_variants.py FOLDER…

Each folder holds the texts of one event. Lists every pair of quotations that were cut or reworded and a
sample of those in the same words, by place; takes the verdicts from `quotation_variants.csv` beside this
file, adds the pairs that nobody has judged yet to it with an empty verdict, and prints the counts for each
band of scores. Then lists where long quotations share a run of words with another outlet's and were not
matched. No words of the texts are printed or written.
"""

import random
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import pandas as pd

from analysis.corpus.article import Article, read_article
from analysis.features.quotations.quotation_variants import quotation_variants
from analysis.features.quotations.quoted_sentences import Utterance, utterances
from analysis.measures.proportions import wilson_lower
from analysis.measures.utterances import carries_matter, compare, form

SEED = 1863
SAME_SAMPLED = 60
BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.6, 0.7), (0.5, 0.6))
SHEET = Path(__file__).with_suffix(".csv")
PLACE = ["event", "article_a", "start_a", "end_a", "article_b", "start_b", "end_b"]
VERDICT = ["verdict", "class_right", "remark"]
#: A quotation that might have been matched has so many words and shares a run of RUN words, two of matter.
LONG_WORDS = 6
RUN = 4


def articles(folder: Path) -> list[Article]:
    """Return the articles of an event."""
    return [read_article(path.stem, path.read_bytes().decode("utf-8")) for path in sorted(folder.glob("*.txt"))]


def event(folder: Path) -> str:
    """Return an event's name: that of the folder, or of the one above `texts`."""
    return folder.parent.name if folder.name == "texts" else folder.name


def pairs(folders: list[Path]) -> pd.DataFrame:
    """Return every pair that was cut or reworded and the sample of those in the same words."""
    rows = [{"event": event(f), **row} for f in folders for row in quotation_variants(articles(f), {})]
    found = pd.DataFrame(rows)
    same = [place for place, row in enumerate(rows) if row["change"] == "same"]
    sampled = sorted(random.Random(SEED).sample(same, min(SAME_SAMPLED, len(same))))
    changed = [place for place, row in enumerate(rows) if row["change"] != "same"]
    print(found["change"].value_counts().to_dict())
    return found.iloc[sorted(changed + sampled)][[*PLACE, "score", "change"]]


def judged(found: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with the verdicts of the sheet, and write those without to it."""
    if SHEET.exists():
        sheet = pd.read_csv(SHEET, dtype={"event": "string", **dict.fromkeys(VERDICT, "string")})
        found = found.astype({"event": "string"}).merge(sheet[[*PLACE, *VERDICT]], on=PLACE, how="left")
    else:
        found = found.assign(verdict="", class_right="", remark="")
    found[VERDICT] = found[VERDICT].fillna("")
    found.to_csv(SHEET, index=False)
    return found


def report(found: pd.DataFrame) -> None:
    """Print the counts of each band."""
    for name, group in (("cut or reworded", found["change"] != "same"), ("same", found["change"] == "same")):
        for low, high in BANDS:
            band = found[group & (found["score"] >= low) & (found["score"] < high) & (found["verdict"] != "")]
            right, classed = (band["verdict"] == "right").sum(), (band["class_right"] == "yes").sum()
            bound = f"{wilson_lower(right, len(band)):.2f}" if len(band) else "-"
            print(f"{name}, {low} to {high}: {right} of {len(band)} right (bound {bound}), class {classed}")


def runs(said: Utterance) -> set[tuple[str, ...]]:
    """Return the runs of `RUN` words, two of matter at least."""
    forms, matter = [form(w) for w in said.wording], [carries_matter(w) for w in said.wording]
    return {tuple(forms[i : i + RUN]) for i in range(len(forms) - RUN + 1) if sum(matter[i : i + RUN]) >= 2}


def missed(folder: Path) -> list[tuple[object, ...]]:
    """Return long quotations without a match that share a run with another outlet's, with the likest one."""
    texts = articles(folder)
    rows, said, found = quotation_variants(texts, {}), {a.id: utterances(a) for a in texts}, []
    for a, b in combinations(sorted(said), 2):
        taken = {s: [(r[f"start_{s}"], r[f"end_{s}"]) for r in rows if (r["article_a"], r["article_b"]) == (a, b)]
                 for s in "ab"}  # fmt: skip
        for one, side, other in ((a, "a", b), (b, "b", a)):
            for left in said[one]:
                if len(left.words) < LONG_WORDS or any(
                    s < left.span.end and left.span.start < e for s, e in taken[side]
                ):
                    continue
                likest = [
                    (compare(left.wording, right.wording).score, right)
                    for right in said[other]
                    if runs(left) & runs(right)
                ]
                if likest:
                    score, right = max(likest, key=lambda x: (x[0], -x[1].span.start))
                    found.append(
                        (
                            event(folder),
                            one,
                            left.span.start,
                            left.span.end,
                            other,
                            right.span.start,
                            right.span.end,
                            round(score, 3),
                        )
                    )
    return found


def main() -> None:
    """Print the tables for the folders named on the command line."""
    folders = [Path(name) for name in sys.argv[1:]]
    report(judged(pairs(folders)))
    without = [row for folder in folders for row in missed(folder)]
    print(f"not matched though a run is shared: {len(without)}", Counter(row[0] for row in without))
    for row in without:
        print(*row)


if __name__ == "__main__":
    main()
