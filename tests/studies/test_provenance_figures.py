"""The picture of provenance: lineages under each other, copies joined to their account, many files by their origin."""

import re

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from analysis.figures.lanes import MOST_LANES
from analysis.studies.contract import Results
from analysis.studies.provenance_figures import MOST_LONG_LABELS, provenance_figure


def results(files, links=(), *, days=None, foreign=()):
    """Return results of files, given as article → account and lineage, with links between them."""
    rows = [(article, account.upper(), account, lineage) for article, (account, lineage) in files.items()]
    accounts = pd.DataFrame(rows, columns=["article", "outlet", "account", "lineage"])
    accounts["foreign"] = accounts["article"].isin(foreign)
    articles = accounts[["article", "outlet"]].assign(
        carrier="", wording="translated", first_day=[(days or {}).get(article, "") for article in files]
    )
    derivations = pd.DataFrame(links, columns=["article", "origin", "relation", "stated", "directed"])
    pairs = pd.DataFrame(
        [(*sorted((copy, origin)), relation) for copy, origin, relation, *_ in links],
        columns=["article_a", "article_b", "relation"],
    )
    hands = pd.DataFrame({"article": list(files), "position": 1, "hand": list(files)})
    return Results(
        {
            "accounts": accounts, "articles": articles, "derivations": derivations, "text_reuse": pairs,
            "hands": hands.iloc[::-1],
        }
    )  # fmt: skip


def texts(found):
    """Every text of the drawing from top to bottom, and from left to right."""
    axes = provenance_figure(found).draw().axes[0]
    said = sorted(axes.texts, key=lambda text: (-text.get_position()[1], text.get_position()[0]))
    return [" ".join(text.get_text().split()) for text in said if text.get_text()]


def lanes(found):
    """The files from top to bottom, without their notes."""
    files = found["accounts"]["article"].tolist()
    shown = [re.sub(r" \(.*", "", text) for text in texts(found)]
    return list(dict.fromkeys(text for text in shown if text in files))


FILES = {
    "alone": ("alone", "alone"), "pair-a": ("pair-a", "pair-a"), "pair-b": ("pair-b", "pair-a"),
    "late": ("late", "late"), "early": ("early", "late"), "copy": ("late", "late"), "a-copy": ("late", "late"),
}  # fmt: skip


def test_the_largest_lineage_comes_first_in_it_the_earliest_account_and_copies_below_it():
    days = {"late": "2020-03-01", "early": "2020-01-01", "alone": "2019-01-01"}
    assert lanes(results(FILES, days=days)) == [
        "early", "late", "a-copy", "copy", "pair-a", "pair-b", "alone",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ({}, ["early", "late"]),
        ({"late": "2020-03-01"}, ["late", "early"]),
        ({"late": "2020-03-01", "early": "2020-03-01"}, ["early", "late"]),
    ],
    ids=["no date", "dated first", "one day"],
)
def test_undated_accounts_come_last_and_ties_are_broken_by_id(days, order):
    assert [file for file in lanes(results(FILES, days=days)) if file in order] == order


def test_a_copy_keeps_its_place_below_its_account_whatever_its_own_date():
    found = lanes(results(FILES, days={"copy": "2001-01-01", "late": "2020-03-01"}))
    assert found[:3] == ["late", "a-copy", "copy"]


def test_the_note_says_whose_wording_it_is_not():
    assert "late (translated)" in texts(results(FILES, foreign=["late"]))
    assert not [text for text in texts(results(FILES)) if "(" in text]


LINKS = [
    ("copy", "late", "identical", True, True),
    ("late", "early", "follows", False, True),
    ("copy", "early", "reworded", False, True),
    ("pair-b", "pair-a", "", True, True),
    ("a-copy", "copy", "excerpt", False, False),
]


def test_a_copy_is_joined_to_its_account_and_the_account_to_others():
    said = [text for text in texts(results(FILES, LINKS)) if "stated" in text or "inferred" in text]
    assert sorted(said) == ["derived, stated", "excerpt, inferred", "follows, inferred", "identical, stated"]


def test_of_many_links_only_the_relation_is_said():
    files = {f"file-{n}": (f"file-{n}", "file-0") for n in range(MOST_LONG_LABELS + 2)}
    links = [(f"file-{n}", f"file-{n - 1}", "follows", False, True) for n in range(1, len(files))]
    few, many = (texts(results(files, links[:n])) for n in (MOST_LONG_LABELS, MOST_LONG_LABELS + 1))
    assert few.count("follows, inferred") == MOST_LONG_LABELS
    assert many.count("follows") == MOST_LONG_LABELS + 1


@pytest.fixture
def many():
    """Results of more files than have a lane each: a lineage of three, one of two, the rest alone."""
    files = {f"f{n:02}": (f"f{n:02}", f"f{n:02}") for n in range(MOST_LANES - 4)}
    three = {name: (name, "herald") for name in ("herald", "b", "c")}
    two = {"tribune": ("tribune", "tribune"), "d": ("tribune", "tribune")}
    links = [("b", "herald", "follows", False, True), ("c", "herald", "republished", False, True),
             ("c", "b", "follows", False, True), ("d", "tribune", "identical", True, True)]  # fmt: skip
    return results({**files, **two, **three}, links)


def test_files_are_drawn_as_lanes_as_long_as_there_is_room():
    files = {f"f{n:02}": (f"f{n:02}", f"f{n:02}") for n in range(MOST_LANES)}
    assert len(lanes(results(files))) == MOST_LANES


def test_more_files_than_lanes_are_drawn_by_origin(many):
    assert texts(many) == [
        "HERALD", "1 republished · 1 follows", "TRIBUNE", "1 identical",
        f"{MOST_LANES - 4} files share an origin with no other",
    ]  # fmt: skip
    squares = [patch for patch in provenance_figure(many).draw().axes[0].patches if isinstance(patch, Rectangle)]
    assert len(squares) == 5


def test_a_picture_by_origin_says_so_and_keeps_every_file_in_its_table(many):
    figure = provenance_figure(many)
    assert figure.title == f"{MOST_LANES + 1} files of {MOST_LANES - 2} origins"
    assert "a square is a file" in figure.caption
    assert set(figure.numbers["article"]) == set(many["accounts"]["article"])


def test_a_picture_by_lanes_explains_grounds_and_lines():
    caption = provenance_figure(results(FILES, LINKS)).caption
    assert "files on one ground have one origin" in caption
    assert "dashed lines between files are inferred" in caption
