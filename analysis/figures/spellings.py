"""Which article uses which spelling: a table of counts with dots."""

from collections.abc import Mapping

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, figure, labels, shortened

ROW_INCHES = 0.3
LONGEST_FORM = 30
LONGEST_ARTICLE = 26
MOST_ARTICLES = 24
#: The two spellings of a pair.
TONES = ("#34495e", "#a8650a")


def draw_spellings(rows: pd.DataFrame, foreign: Mapping[str, bool]) -> Figure:
    """Draw two rows per pair of spellings and one column per article.

    Parameters
    ----------
    rows : DataFrame
        Columns pair, form, article, count.
    foreign : dict of str to bool
        Whether an article's wording is not its outlet's.
    """
    pairs = list(dict.fromkeys(rows["pair"]))
    pairs_of = rows.groupby("article")["pair"].nunique()
    articles = sorted(sorted(pairs_of.index, key=lambda a: (-pairs_of[a], a))[:MOST_ARTICLES])
    rows = rows[rows["article"].isin(articles)]
    lines = [(pair, form) for pair in pairs for form in pair.split(" / ")]
    height = len(lines) + 0.5 * len(pairs)
    with mpl.rc_context(STYLE):
        drawing = figure(1.3 + ROW_INCHES * height)
        axes = drawing.add_subplot()
        at = {line: -(i + 0.5 * (i // 2)) for i, line in enumerate(lines)}
        for x, article in enumerate(articles):
            if foreign[article]:
                axes.add_patch(
                    Rectangle(
                        (x - 0.5, -height), 1, height + 0.6, facecolor=PAPER, edgecolor=RULE, hatch="///", zorder=0
                    )
                )
        for row in rows[["pair", "form", "article", "count"]].itertuples(index=False):
            tone = TONES[row.pair.split(" / ").index(row.form)]
            x, y = articles.index(row.article), at[row.pair, row.form]
            axes.plot(x, y, "o", markersize=15, color=tone, markeredgecolor=PAPER)
            axes.text(x, y, str(row.count), ha="center", va="center_baseline", size=8.5, color=PAPER)
        for place in range(1, len(pairs)):
            axes.axhline(-(2.5 * place) + 0.75, color=RULE, linewidth=0.7)
        axes.set_yticks(list(at.values()), [shortened(form, LONGEST_FORM) for _, form in lines])
        for label, (pair, form) in zip(axes.get_yticklabels(), lines, strict=True):
            label.set_color(TONES[pair.split(" / ").index(form)])
        axes.set_ylim(-height + 0.4, 0.7)
        axes.set_xlim(-0.6, len(articles) - 0.4)
        axes.set_xticks(
            range(len(articles)),
            labels(articles, LONGEST_ARTICLE),
            rotation=25 if len(articles) <= 8 else 45,
            ha="left",
        )
        axes.xaxis.tick_top()
        axes.tick_params(axis="x", colors=QUIET, labelcolor=INK, length=0)
        axes.spines["bottom"].set_visible(False)
    return drawing
