"""Which shared word runs are copies or quotations, and which are only names and common phrases."""

import re

import numpy as np

from analysis.corpus.words import WORD
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.reuse_text import ReuseText
from analysis.features.reuse.tiles import Tile, TileGroup, tile_groups, tiles

#: A copy has at least this many shared words outside shared quotations, and among them this many
#: different content words in lower case: titles, organisations and stock phrases have fewer.
LEAST_COPIED_WORDS = 12
LEAST_COPIED_CONTENT = 6
#: In an unbroken run that holds shared quotations as well, fewer will do: what lies between was copied with them.
LEAST_BETWEEN_WORDS = 9
LEAST_BETWEEN_CONTENT = 4
#: A shared quotation has at least this many words that are quoted on both sides.
LEAST_QUOTED_WORDS = 6
LEAST_QUOTED_CONTENT = 3

#: Marks that typesetting changes without changing the wording.
MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "..."})
DASHES = re.compile(r"\s*(?:[—–―]|--+)\s*|[‐‑]")


def copied_runs(a: ReuseText, b: ReuseText) -> list[Passage]:
    """Return the runs of words that one article copied from the other or that both quote.

    Parameters
    ----------
    a, b : ReuseText
        Two articles.

    Returns
    -------
    list of Passage
        Of kind identical, edited or quotation, sorted by place in `a`, without overlap.
    """
    if len(a) and np.array_equal(a.terms, b.terms):
        kind = "identical" if _same_text(TileGroup((Tile(0, 0, len(a)),)), a, b) else "edited"
        return [Passage(0, len(a), 0, len(b), len(a), 1.0, kind)]
    groups = tile_groups(tiles(a.seeds, b.seeds))
    found: list[Passage] = []
    reached_b: list[tuple[int, int]] = []
    # The longest first: a group may reach over a short run that another group holds.
    for group in sorted(groups, key=lambda g: (-g.words, g.tiles)):
        kind = _kind(group, a, b)
        (first_a, last_a), (first_b, last_b) = group.range_a, group.range_b
        taken = any(x.first_a < last_a and first_a < x.last_a for x in found) or any(
            start < last_b and first_b < end for start, end in reached_b
        )
        if kind and not taken:
            found.append(Passage(first_a, last_a, first_b, last_b, group.words, round(group.similarity, 9), kind))
            reached_b.append((first_b, last_b))
    return sorted(found)


def _kind(group: TileGroup, a: ReuseText, b: ReuseText) -> str:
    """Return the kind of a run, or nothing when it is too thin to say that anybody copied."""
    if group.words < LEAST_QUOTED_WORDS:
        return ""
    in_a, in_b = group.places
    # Who quotes a statement and who prints it without marks took it from the speaker, both of them.
    quoted = a.quoted[in_a] | b.quoted[in_b]
    codes_a, codes_b = a.codes[in_a], b.codes[in_b]
    matter = codes_a["content"] & ~(codes_a["capital"] | codes_b["capital"])
    copied = len(np.unique(codes_a["term"][matter & ~quoted]))
    free = len(in_a) - int(quoted.sum())
    unbroken = len(group.tiles) == 1 and quoted.sum() >= LEAST_QUOTED_WORDS
    between = unbroken and free >= LEAST_BETWEEN_WORDS and copied >= LEAST_BETWEEN_CONTENT
    if between or (free >= LEAST_COPIED_WORDS and copied >= LEAST_COPIED_CONTENT):
        return "identical" if _same_text(group, a, b) else "edited"
    told = len(np.unique(codes_a["term"][codes_a["content"] & quoted]))
    return "quotation" if quoted.sum() >= LEAST_QUOTED_WORDS and told >= LEAST_QUOTED_CONTENT else ""


def _same_text(group: TileGroup, a: ReuseText, b: ReuseText) -> bool:
    """Whether both sides are the same to the character, but for white space and typographic marks.

    Between two words of which one side left something out (a caption, say) marks are not compared.
    """
    (first_a, last_a), (first_b, last_b) = group.range_a, group.range_b
    if len(group.tiles) > 1:
        return False
    whole_a, whole_b = (
        side.text[side.places[first, 0] : side.places[last - 1, 1]]
        for side, first, last in ((a, first_a, last_a), (b, first_b, last_b))
    )
    if _plain(whole_a) == _plain(whole_b):
        return True
    places_a, places_b = a.places[first_a:last_a].tolist(), b.places[first_b:last_b].tolist()
    before: tuple[int, int] | None = None
    for (start_a, end_a), (start_b, end_b) in zip(places_a, places_b, strict=True):
        if _plain(a.text[start_a:end_a]) != _plain(b.text[start_b:end_b]):
            return False
        if before:
            between_a, between_b = a.text[before[0] : start_a], b.text[before[1] : start_b]
            left_out = WORD.search(between_a) or WORD.search(between_b)
            if not left_out and _plain(between_a) != _plain(between_b):
                return False
        before = end_a, end_b
    return True


def _plain(text: str) -> str:
    """Fold white space and typographic marks; a line break counts as a space."""
    folded = DASHES.sub("-", text.translate(MARKS))
    bare = " ".join(folded.split())
    return bare if not folded[:1].isspace() or not bare else f" {bare}"
