"""Which share of each article stands in each other."""

from collections.abc import Sequence
from itertools import product

import matplotlib as mpl
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from analysis.figures.style import INK, PAPER, QUIET, RULE, STYLE, figure, labels

SHADES = LinearSegmentedColormap.from_list("shares", [PAPER, "#9db8cf", "#24527a"])
LONGEST_LABEL = 30
#: Beyond this many articles, only those with a relation are drawn; beyond the second number no text in cells.
ALL_ARTICLES = 12
TEXT_ARTICLES = 16
MOST_ARTICLES = 60
SHORT = {"follows": "follows", "shared quotations only": "quotes", "reworded": "reworded", "excerpt": "excerpt"}


def matrix_articles(rows: pd.DataFrame, articles: Sequence[str]) -> list[str]:
    """Return the articles that find room: all of a few, of many those that share most.

    Parameters
    ----------
    rows : DataFrame
        Columns article, share; only of pairs that share something.
    articles : sequence of str
        In the order of rows and columns, which is kept.
    """
    if len(articles) <= ALL_ARTICLES:
        return list(articles)
    most = rows.groupby("article")["share"].max().fillna(0.0)
    leading = sorted(most.index, key=lambda article: (-most[article], article))[:MOST_ARTICLES]
    return [article for article in articles if article in leading] or list(articles[:ALL_ARTICLES])


def draw_matrix(rows: pd.DataFrame, shown: Sequence[str]) -> Figure:
    """Draw shares as shaded cells with their number and relation.

    Parameters
    ----------
    rows : DataFrame
        Columns article, stands_in, share, relation.
    shown : sequence of str
        The articles to draw, in the order of rows and columns.
    """
    place = {article: i for i, article in enumerate(shown)}
    size = len(shown)
    with mpl.rc_context(STYLE):
        drawing = figure(min(2.0 + 0.62 * size, 9.5))
        axes = drawing.add_subplot()
        axes.set_xlim(-0.5, size - 0.5)
        axes.set_ylim(size - 0.5, -0.5)
        for i in range(size):
            axes.add_patch(mpl.patches.Rectangle((i - 0.5, i - 0.5), 1, 1, facecolor="#eef1f4", edgecolor="none"))
        if size <= TEXT_ARTICLES:
            for x, y in product(range(size), repeat=2):
                if x != y:
                    axes.text(x, y, "·", ha="center", va="center", color=QUIET)
        for row in rows.itertuples():
            if row.article not in place or row.stands_in not in place:
                continue
            x, y = place[row.stands_in], place[row.article]
            share = 0.0 if pd.isna(row.share) else float(row.share)
            axes.add_patch(mpl.patches.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=SHADES(share), edgecolor=RULE))
            if size <= TEXT_ARTICLES:
                colour = PAPER if share > 0.6 else INK
                label = f"{100 * share:.0f} %" if share else ""
                label = f"{label}\n{SHORT.get(row.relation, '')}".strip()
                axes.text(x, y, label, ha="center", va="center", size=8, color=colour)
        names, text_size = labels(shown, LONGEST_LABEL), 8.5 if size <= 2 * TEXT_ARTICLES else 6
        rotation = 35 if size <= ALL_ARTICLES else 60 if size <= 2 * TEXT_ARTICLES else 90
        axes.set_xticks(
            range(size), names, rotation=rotation, ha="center" if rotation == 90 else "left", size=text_size
        )
        axes.set_yticks(range(size), names, size=text_size)
        axes.xaxis.tick_top()
        axes.xaxis.set_label_position("top")
        axes.set_xlabel("… stand in", color=QUIET)
        axes.set_ylabel("words of …", color=QUIET)
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(length=0)
    return drawing
