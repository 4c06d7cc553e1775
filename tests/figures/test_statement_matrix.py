"""Who says what: values in cells, or letters that stand for them."""

from itertools import product

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.figures.statement_matrix import MEANINGS, MOST_PRINTED, MOST_ROWS, draw_statements
from analysis.figures.statement_rows import REPEATED, SILENT, TINTS

COLUMNS = ["item", "kind", "subject", "column", "value", "said_by", "repeated", "group"]
ROWS = pd.DataFrame(
    [
        ("i1", "cannot both be right", "crew", "one", "about 200", "", False, 0),
        ("i1", "cannot both be right", "crew", "two", "at least $1,000", "deckhands", False, 1),
        ("i1", "cannot both be right", "crew", "three", "about 200", "", True, 0),
        ("i2", "changed over time", "captain", "two", "Ada Brandt", "", False, 0),
    ],
    columns=COLUMNS,
)


def columns(*names, foreign=()):
    return pd.DataFrame([(n, n, n in foreign) for n in names], columns=["column", "label", "foreign"])


def many(accounts, items, *, value="value {} of a row", apart=4):
    rows = []
    for i, c in product(range(items), range(accounts)):
        group, said = (c * 7 + i) % apart, "a spokeswoman of the port" if c % 3 else ""
        kind, subject = list(MEANINGS)[i * 5 // items], f"subject {i} of the statements"
        if (c + i) % 6:
            rows.append((f"i{i:02}", kind, subject, f"c{c}", value.format(group), said, c % 5 == 0, group))
    return pd.DataFrame(rows, columns=COLUMNS)


def accounts(count):
    return pd.DataFrame(
        [(f"c{i}", f"The Harbour Gazette of Town {i}", i % 3 == 0) for i in range(count)],
        columns=["column", "label", "foreign"],
    )


def tints(axes):
    return [to_hex(patch.get_facecolor()) for patch in axes.patches if to_hex(patch.get_facecolor()) in TINTS]


@pytest.fixture
def axes():
    return draw_statements(ROWS, columns("one", "two", "three", foreign=["three"])).axes[0]


def test_cells_print_values_with_hedge_on_whose_word_and_whether_repeated(axes, written):
    texts = written(axes)
    assert texts.count("about 200") == 1
    assert f"about 200 {REPEATED}" in texts
    assert "at least $1,000" in texts
    (said,) = [text for text in axes.texts if text.get_text() == "deckhands"]
    assert said.get_style() == "italic"


def test_who_says_nothing_has_a_dot(axes, written):
    assert written(axes).count(SILENT) == 2


def test_accounts_that_agree_have_one_tint(axes):
    assert tints(axes) == [TINTS[0], TINTS[1], TINTS[0], TINTS[0]]


def test_kinds_are_headings_with_their_meaning_in_the_order_given(axes, written):
    texts = written(axes)
    kinds = [text for text in texts if text in MEANINGS]
    assert kinds == ["cannot both be right", "changed over time"]
    assert MEANINGS["changed over time"] in texts


def test_cells_of_foreign_wording_are_hatched_like_their_head(axes):
    hatched = [patch for patch in axes.patches if patch.get_hatch()]
    # The head, the one cell with a value, and the line that explains it.
    assert len(hatched) == 3
    assert hatched[0].get_x() == pytest.approx(hatched[1].get_x())


def test_the_key_names_only_marks_that_occur(written):
    foot = written(draw_statements(ROWS.iloc[3:], columns("two")).axes[0])
    assert not any(REPEATED in text or "hatched" in text or "nothing" in text or "italics" in text for text in foot)
    assert "same tint: same value" in foot


def test_what_an_account_says_twice_differently_stands_twice_in_its_cell(written):
    twice = pd.concat([ROWS, ROWS.iloc[[0]].assign(value="some 300", group=2)])
    axes = draw_statements(twice, columns("one", "two", "three")).axes[0]
    places = {text.get_text(): text.get_position() for text in axes.texts}
    assert places["about 200"][0] == places["some 300"][0]
    assert places["about 200"][1] < places["some 300"][1]
    assert TINTS[2] in tints(axes)


def test_of_many_accounts_letters_stand_for_values_that_are_written_out_once(written):
    rows = many(MOST_PRINTED + 1, 1, apart=2).assign(said_by="")
    axes = draw_statements(rows, accounts(MOST_PRINTED + 1)).axes[0]
    texts = written(axes)
    assert texts.count("value 0 of a row") == texts.count("value 1 of a row") == 1
    # In the cells and before the value.
    letters = [text.split("\n")[0] for text in texts]
    assert letters.count("a") + letters.count("b") == len(rows) + 2
    assert sum(REPEATED in text.split("\n") for text in texts) == rows["repeated"].sum()


def test_on_whose_word_is_written_behind_a_letter_only_if_all_agree(written):
    rows = many(12, 1, apart=1)
    assert "value 0 of a row" in written(draw_statements(rows, accounts(12)).axes[0])
    agreed = written(draw_statements(rows.assign(said_by="deckhands"), accounts(12)).axes[0])
    assert "value 0 of a row (deckhands)" in agreed


def test_of_many_items_the_first_are_drawn(written):
    texts = written(draw_statements(many(3, MOST_ROWS + 2), accounts(3)).axes[0])
    assert sum(text.startswith("subject") for text in texts) == MOST_ROWS


@pytest.mark.parametrize("count", [1, 2, 5, 8, 9, 12, 30, 60])
@pytest.mark.parametrize("value", ["about {}", "Donaudampfschifffahrtsgesellschaftskapitän no. {} of $5, a long text"])
def test_nothing_overlaps_or_is_cut(count, value, legible):
    legible(draw_statements(many(count, 4, value=value), accounts(count)))


def test_more_values_than_find_room_are_counted(written, legible):
    rows = many(30, 1, apart=29, value="one of many long values that fills its line, number {}")
    drawing = draw_statements(rows, accounts(30))
    assert any(text.startswith("and ") and text.endswith(" more values") for text in written(drawing.axes[0]))
    legible(drawing)


def test_nothing_to_compare_is_an_empty_table(legible):
    legible(draw_statements(ROWS.iloc[:0], columns("one", "two")))
