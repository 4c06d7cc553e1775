"""The end of a page: what still belongs to the author box, the comments or the promotion there."""

from collections.abc import Sequence

from analysis.corpus.furniture import Pattern, paragraph_pattern
from analysis.corpus.shapes import Shape

#: A line at the end of a page that no pattern knows is short up to this many words.
SHORT_LINE_WORDS = 12
#: A line of the author box that is followed by the author's life has at most this many words.
BOX_LINE_WORDS = 14
#: What stands among readers' comments: reply buttons and forms, the time of each.
COMMENTS = ("comment form", "date line")
#: How far into a paragraph the author's name, or a word for it, must stand, in words.
NAME_WITHIN = 8


def page_end(page: Sequence[Shape], patterns: list[Pattern | None], marked: Sequence[bool]) -> dict[int, str]:
    """Find the furniture after the last prose that its place alone tells, and let place-bound patterns match there.

    The page is read backwards over everything that is marked, fits an "end of the page" pattern, is the
    text of an author box, or is a short line, up to the first other paragraph. From the first line there that
    closes an article (author box, comment form, related stories, …) on, short lines are furniture.

    Parameters
    ----------
    page : sequence of Shape
        All paragraphs.
    patterns : list of Pattern or None
        The pattern that each paragraph fits; those found here are added in place.
    marked : sequence of bool
        For every paragraph whether another rule marked it (repetition, a note's second paragraph).

    Returns
    -------
    dict of int to str
        Paragraph number to reason, for paragraphs without a pattern of their own.
    """
    found = _everything_after(page, patterns)
    known = [marked[i] or i in found for i in range(len(page))]
    start = len(page)
    while start > 0:
        i = start - 1
        if patterns[i] is None and not known[i]:
            patterns[i] = paragraph_pattern(page[i], "end of the page")
        if patterns[i] is None and not known[i]:
            if _life(page, patterns, i):
                found[i] = "author box"
            elif not _short_line(page[i]):
                break
        start = i
    closing = next((i for i in range(start, len(page)) if closes(patterns[i])), len(page))
    last = max((i for i in range(closing, len(page)) if patterns[i]), default=-1)
    for i in range(closing, len(page)):
        if patterns[i] is None and not known[i] and i not in found and (i < last or not _sentence(page[i])):
            found[i] = "end of the page"
    return found


def closes(pattern: Pattern | None) -> bool:
    """Whether a line with this pattern, after the last prose, says that the article is over."""
    return pattern is not None and pattern.after in ("short lines", "everything")


def _everything_after(page: Sequence[Shape], patterns: Sequence[Pattern | None]) -> dict[int, str]:
    """Return what readers wrote below a comment header.

    The greater part of the page must stand before it, and a line of the comments' own furniture after it.
    """
    lengths = [0 if pattern else shape.words for shape, pattern in zip(page, patterns, strict=True)]
    before, total = 0, sum(lengths)
    last = max((i for i, p in enumerate(patterns) if p and p.reason in COMMENTS), default=-1)
    for i, pattern in enumerate(patterns[:last]):
        if pattern and pattern.after == "everything" and before > total - before:
            return {k: "end of the page" for k in range(i + 1, len(page)) if patterns[k] is None}
        before += lengths[i]
    return {}


def _life(page: Sequence[Shape], patterns: Sequence[Pattern | None], i: int) -> bool:
    """Whether a paragraph tells who the author is: it follows a line of the author box and takes up its name."""
    box = patterns[i - 1] if i else None
    if box is None or box.reason != "author box" or page[i - 1].words > BOX_LINE_WORDS:
        return False
    name = {
        w
        for w in page[i - 1].plain.split()
        if w[0].isupper() and w.lower() not in {"about", "view", "all", "posts", "the"}
    }
    head = page[i].plain.split()[:NAME_WITHIN]
    return bool(name.intersection(w.removesuffix("'s").strip(",.") for w in head)) or head[0] in {
        "He",
        "She",
        "They",
        "I",
    }


def _short_line(shape: Shape) -> bool:
    return shape.words <= SHORT_LINE_WORDS and not shape.plain.startswith('"')


def _sentence(shape: Shape) -> bool:
    """Whether a short line may be the article's last sentence."""
    return shape.closed and not shape.plain.isupper()
