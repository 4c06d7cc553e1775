"""What datasketch and rensa find of planted reuse, and how fast; run by `reuse_planted.py` in their own interpreter.

    pip install datasketch rensa

MinHash over word 5-grams, 128 permutations, LSH at Jaccard 0.2, as their documentation shows it: datasketch hash by
hash and in bulk, rensa with its own index.
"""

import json
import re
import sys
import time
from pathlib import Path

WORD = re.compile(r"\w+")
SHINGLE, PERMUTATIONS, THRESHOLD = 5, 128, 0.2


def shingles(text: str) -> list[str]:
    """Return the distinct 5-grams of a text's words."""
    words = WORD.findall(text.lower())
    return sorted({" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)})


def datasketch_pairs(texts: dict[str, str], *, bulk: bool) -> set[tuple[str, str]]:
    """Return the pairs that datasketch's LSH index joins."""
    from datasketch import MinHash, MinHashLSH

    encoded = {name: [s.encode() for s in shingles(text)] for name, text in texts.items()}
    if bulk:
        hashes = dict(zip(encoded, MinHash.bulk(encoded.values(), num_perm=PERMUTATIONS), strict=True))
    else:
        hashes = {}
        for name, own in encoded.items():
            hashes[name] = MinHash(num_perm=PERMUTATIONS)
            for shingle in own:
                hashes[name].update(shingle)
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for name, own in hashes.items():
        index.insert(name, own)
    return {tuple(sorted((a, b))) for a, own in hashes.items() for b in index.query(own) if a != b}


def rensa_pairs(texts: dict[str, str]) -> set[tuple[str, str]]:
    """Return the pairs that rensa's LSH index joins."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=64)
    names, hashes = list(texts), []
    for number, name in enumerate(names):
        own = RMinHash(num_perm=PERMUTATIONS, seed=1)
        own.update(shingles(texts[name]))
        index.insert(number, own)
        hashes.append(own)
    return {tuple(sorted((names[a], names[b]))) for a, own in enumerate(hashes) for b in index.query(own) if a != b}


def main() -> None:
    """Print precision, recall and seconds of each."""
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    texts, true = given["texts"], {tuple(pair) for pair in given["pairs"]}
    family = {name: number for number, names in enumerate(given["families"]) for name in names}
    for name, find in (
        ("datasketch, hash by hash", lambda: datasketch_pairs(texts, bulk=False)),
        ("datasketch, in bulk", lambda: datasketch_pairs(texts, bulk=True)),
        ("rensa", lambda: rensa_pairs(texts)),
    ):
        start = time.perf_counter()
        found = find()
        seconds = time.perf_counter() - start
        found = {(a, b) for a, b in found if family.get(a, a) != family.get(b, b)}
        right = len(found & true)
        precision = right / len(found) if found else float("nan")
        print(f"{name}: {seconds:.1f} s, precision {precision:.3f}, recall {right / len(true):.3f}")


if __name__ == "__main__":
    main()
