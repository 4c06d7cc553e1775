"""Which shared word runs are copies or quotations, and which are only names and common phrases."""

import re

from analysis.corpus.words import WORD
from analysis.features.reuse.passage import Passage
from analysis.features.reuse.reuse_text import ReuseText, ReuseWord, function_words
from analysis.features.reuse.tiles import TileGroup, tile_groups, tiles

#: A copy has at least this many shared words outside shared quotations, and among them this many
#: different content words in lower case: titles, organisations and stock phrases have fewer.
LEAST_COPIED_WORDS = 12
LEAST_COPIED_CONTENT = 6
#: A shared quotation has at least this many words that are quoted on both sides.
LEAST_QUOTED_WORDS = 6
LEAST_QUOTED_CONTENT = 3
#: Shorter words are mostly grammar, also in languages whose function words are not known.
CONTENT_LETTERS = 4
#: Below this similarity a run was reworded, above it edited.
EDITED_SIMILARITY = 0.88

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
        Of kind identical, edited, reworded or quotation, sorted by place in `a`, without overlap.
    """
    groups = tile_groups(tiles([w.term for w in a.words], [w.term for w in b.words]))
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
    quoted: list[tuple[ReuseWord, ReuseWord]] = []
    free: list[tuple[ReuseWord, ReuseWord]] = []
    for tile in group.tiles:
        for offset in range(tile.length):
            pair = a.words[tile.a + offset], b.words[tile.b + offset]
            (quoted if pair[0].quoted and pair[1].quoted else free).append(pair)
    content = {
        left.term for left, right in free if _content(left) and not (a.capitalised(left) or b.capitalised(right))
    }
    if len(free) >= LEAST_COPIED_WORDS and len(content) >= LEAST_COPIED_CONTENT:
        if _same_text(group, a, b):
            return "identical"
        return "edited" if group.similarity >= EDITED_SIMILARITY else "reworded"
    told = {left.term for left, _ in quoted if _content(left)}
    return "quotation" if len(quoted) >= LEAST_QUOTED_WORDS and len(told) >= LEAST_QUOTED_CONTENT else ""


def _content(word: ReuseWord) -> bool:
    return len(word.term) >= CONTENT_LETTERS and word.term not in function_words() and word.term.isalpha()


def _same_text(group: TileGroup, a: ReuseText, b: ReuseText) -> bool:
    """Whether both sides are the same to the character, but for white space and typographic marks.

    Between two words of which one side left something out (a caption, say) marks are not compared.
    """
    (first_a, last_a), (first_b, last_b) = group.range_a, group.range_b
    if len(group.tiles) > 1:
        return False
    for i, j in zip(range(first_a, last_a), range(first_b, last_b), strict=True):
        if _plain(a.text[a.words[i].start : a.words[i].end]) != _plain(b.text[b.words[j].start : b.words[j].end]):
            return False
        if i + 1 < last_a:
            between_a = a.text[a.words[i].end : a.words[i + 1].start]
            between_b = b.text[b.words[j].end : b.words[j + 1].start]
            left_out = WORD.search(between_a) or WORD.search(between_b)
            if not left_out and _plain(between_a) != _plain(between_b):
                return False
    return True


def _plain(text: str) -> str:
    """Fold white space and typographic marks; a line break counts as a space."""
    folded = DASHES.sub("-", text.translate(MARKS))
    bare = " ".join(folded.split())
    return bare if not folded[:1].isspace() or not bare else f" {bare}"
