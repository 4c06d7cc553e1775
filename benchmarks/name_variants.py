"""Recall and precision of the name-variant detector on planted respellings.

    python benchmarks/name_variants.py FOLDER…

Each folder holds the texts of one event. In every event, surnames are respelled in one outlet (all
mentions: a usage) or once in one article (a slip) by generic rules, one plant at a time, and the
detector is run on the changed texts. Prints how many plants are found in each band of scores, and how
many other pairs it then lists.
"""

import random
import re
import sys
from pathlib import Path

import pandas as pd

from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.sentences import sentences
from analysis.features.names.names import name_mentions
from analysis.measures.name_variants import name_variants
from analysis.measures.transliteration import fold

SEED = 1863
PLANTS_PER_EVENT = 6
KINDS = [(kind, scope) for scope in ("usage", "slip") for kind in ("romanisation", "typing error")]
BANDS = (0.9, 0.8, 0.7)
ROMANISATION = (
    ("kh", "h"), ("h(?=[aeiou])", "kh"), ("w", "v"), ("v", "w"), ("ou", "u"), ("u", "ou"), ("y", "i"), ("i", "y"),
    ("ck", "k"), ("c(?=[aou])", "k"), ("k", "q"), ("ph", "f"), ("f", "ph"), ("x", "ks"), ("sch", "sh"), ("sh", "sch"),
    ("a", "o"), ("o", "a"), ("e", "i"), ("e$", ""), ("(.)\\1", r"\1"), ("(?<=[aeiou])([lmnrst])(?=[aeiou])", r"\1\1"),
    ("g", "h"),
)  # fmt: skip


def respelled(name: str, rng: random.Random, kind: str) -> str:
    """Return the name with one romanisation changed, or with one typing error."""
    tail = name[1:]
    if kind == "romanisation":
        rules = [(p, r) for p, r in ROMANISATION if re.search(p, tail)]
        for pattern, sign in rng.sample(rules, len(rules)):
            changed = name[0] + re.sub(pattern, sign, tail, count=1)
            if changed != name:
                return changed
        return name
    at = rng.randrange(1, len(name) - 1)
    error = rng.choice(("drop", "swap", "double", "vowel"))
    if error == "drop":
        return name[:at] + name[at + 1 :]
    if error == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if error == "double":
        return name[:at] + name[at] + name[at:]
    vowels = [n for n, letter in enumerate(tail, 1) if letter in "aeiou"]
    at = rng.choice(vowels) if vowels else at
    return name[:at] + rng.choice([v for v in "aeiou" if v != name[at]]) + name[at + 1 :]


def mentions(texts: dict[str, str]) -> pd.DataFrame:
    """Return the mentions of names in all texts of an event."""
    rows = [
        {"article": article, **mention._asdict()}
        for article, text in sorted(texts.items())
        for mention in name_mentions(text, sentences(text, paragraphs(text)))
    ]
    return pd.DataFrame(rows)


def replaced(text: str, name: str, other: str, scope: str, rng: random.Random) -> str:
    """Return the text with every mention of a name respelled (a usage), or one of them (a slip)."""
    mention = re.compile(rf"\b{name}\b")
    if scope == "usage":
        return mention.sub(other, text)
    place = rng.choice([m.start() for m in mention.finditer(text)])
    return text[:place] + other + text[place + len(name) :]


def planted(folder: Path, rng: random.Random) -> list[dict[str, object]]:
    """Return a row per plant: what was changed, how, and the score with which it was found (0 if it was not)."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}
    found = mentions(texts)
    people = found[(found["context"] == "person") & found["form"].str.fullmatch(r"[A-Z][a-z]{4,}")]
    counts = people.groupby(["form", "article"]).size().reset_index(name="mentions")
    shared = counts[counts.groupby("form")["article"].transform("size") >= 2]
    before = {tuple(sorted((a, b))) for a, b in name_variants(found)[["form_a", "form_b"]].to_numpy()}
    rows = []
    for kind, scope in KINDS:
        pool = shared[shared["mentions"] >= 2] if scope == "usage" else counts[counts["mentions"] >= 4]
        pool = pool.sort_values(["form", "article"]).to_dict("records")
        for plant in rng.sample(pool, min(PLANTS_PER_EVENT // 2, len(pool))):
            name, article = str(plant["form"]), str(plant["article"])
            other = respelled(name, rng, kind)
            if other == name or fold(other) == fold(name):
                continue
            changed = replaced(texts[article], name, other, scope, rng)
            variants = name_variants(mentions({**texts, article: changed}))
            score, noise = 0.0, []
            for row in variants.to_dict("records"):
                if {row["word_a"], row["word_b"]} == {name, other}:
                    score = max(score, row["score"])
                elif tuple(sorted((row["form_a"], row["form_b"]))) not in before:
                    noise.append(row["score"])
            rows.append({"scope": scope, "kind": kind, "name": name, "other": other, "score": score, "noise": noise})
    return rows


def main() -> None:
    """Print the tables for the folders named on the command line."""
    rng = random.Random(SEED)
    plants = pd.DataFrame([row for folder in sys.argv[1:] for row in planted(Path(folder), rng)])
    for band in BANDS:
        plants[f">= {band}"] = plants["score"] >= band
    shares = [f">= {band}" for band in BANDS]
    print(
        plants.groupby(["scope", "kind"])[shares]
        .agg("mean")
        .round(3)
        .assign(n=plants.groupby(["scope", "kind"]).size())
    )
    print(f"all {len(plants)}:", {share: int(plants[share].sum()) for share in shares})
    noise = [score for scores in plants["noise"] for score in scores]
    print("wrong pairs that the plants brought:", {band: sum(s >= band for s in noise) for band in BANDS})
    missed = plants[plants["score"] < BANDS[-1]]
    print("missed:", "; ".join(f"{a}/{b}" for a, b in missed[["name", "other"]].to_numpy()))


if __name__ == "__main__":
    main()
