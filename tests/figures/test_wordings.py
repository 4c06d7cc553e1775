"""Quotations word by word: the same words as blocks, the others in their place."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex

from analysis.figures.style import WIDTH
from analysis.figures.wordings import BLOCK, MOST_PAIRS, TINT, draw_wordings, pieces_of

COLUMNS = ["utterance", "label", "alignment", "only", "side", "foreign", "change"]


def pair(alignment, only_a, only_b, *, utterance="on the harbour", foreign=False, labels=("Echo", "Kurier"), change=""):
    return [
        (utterance, labels[0], alignment, only_a, "a", False, change),
        (utterance, labels[1], alignment, only_b, "b", foreign, change),
    ]


def draw(*pairs):
    return draw_wordings(pd.DataFrame([row for one in pairs for row in one], columns=COLUMNS))


def rectangles(drawing, colour):
    return [patch for patch in drawing.axes[0].patches if to_hex(patch.get_facecolor()) == colour]


def places(drawing):
    return {text.get_text(): text.get_position() for text in drawing.axes[0].texts}


def test_the_same_words_are_blocks_in_both_lines_and_none_is_printed(written):
    drawing = draw(pair("=4 ~1/1 =3", "faith", "bounds"))
    blocks = rectangles(drawing, BLOCK)
    assert len(blocks) == 2 * 7
    assert len({round(block.get_y(), 3) for block in blocks}) == 2
    assert len({round(block.get_width(), 6) for block in blocks}) == 1


def test_differing_words_stand_one_above_the_other_with_a_tint():
    drawing = draw(pair("=4 ~2/1 =3", "of faith", "$5"))
    above, below = places(drawing)["of faith"], places(drawing)["$5"]
    assert above[0] == below[0]
    assert above[1] < below[1]
    assert len(rectangles(drawing, TINT)) == 2


def test_what_one_wording_lacks_is_a_dash_on_its_side():
    drawing = draw(pair("-1 =2 +1", "surely", "there"))
    dashes = sorted(text.get_position() for text in drawing.axes[0].texts if text.get_text() == "–")
    (first_x, first_y), (second_x, second_y) = dashes
    assert first_x < second_x
    assert first_y > places(drawing)["surely"][1]
    assert second_y < places(drawing)["there"][1]


def test_words_follow_the_alignment_in_order():
    pieces = pieces_of("=1 -1 ~1/2 +1", "a … b", "c d … e")
    assert [(piece.same, piece.a, piece.b) for piece in pieces] == [
        (1, None, None), (0, "a", None), (0, "b", "c d"), (0, None, "e"),
    ]  # fmt: skip


def test_words_that_are_withheld_are_counted(written):
    texts = written(draw(pair("=2 ~1/3", "", "")).axes[0])
    assert {"(1 word)", "(3 words)"} <= set(texts)


def test_foreign_wording_is_hatched_and_explained(written):
    own, foreign = draw(pair("=2", "", "")), draw(pair("=2", "", "", foreign=True))
    assert not [patch for patch in own.axes[0].patches if patch.get_hatch()]
    assert len([patch for patch in foreign.axes[0].patches if patch.get_hatch()]) == 1
    assert not any("Hatched" in text for text in written(own.axes[0]))
    assert any("Hatched" in text for text in written(foreign.axes[0]))


def test_several_pairs_of_one_utterance_stand_under_one_head(written):
    texts = written(draw(pair("=2", "", ""), pair("=3", "", "", labels=("Tidende", "Le Phare"))).axes[0])
    assert texts.count("on the harbour") == 1
    assert texts.index("Echo") < texts.index("Kurier") < texts.index("Tidende") < texts.index("Le Phare")


def test_long_alignments_go_on_in_the_next_line_inside_the_sheet(legible):
    drawing = draw(
        pair("=130 -9 =1", "nine long words " * 12, "", labels=("The Harbour Gazette of the Provinces",) * 2)
    )
    blocks = rectangles(drawing, BLOCK)
    assert len(blocks) == 2 * 131
    assert max(patch.get_x() + patch.get_width() for patch in drawing.axes[0].patches) <= WIDTH
    legible(drawing)


def test_at_most_so_many_pairs_are_drawn(written):
    texts = written(draw(*(pair("=2", "", "", utterance=f"no. {i}") for i in range(MOST_PAIRS + 3))).axes[0])
    assert sum(text.startswith("no. ") for text in texts) == MOST_PAIRS


@pytest.mark.parametrize("count", [1, 4, MOST_PAIRS])
def test_nothing_overlaps_or_is_cut(count, legible):
    pairs = [
        pair(
            f"={5 * i} ~3/1 =12 -2 =9 +4",
            "Donaudampfschifffahrtsgesellschaft and $5 … по воде",
            "it … by and by",
            utterance=f"the harbour master on the traffic of inland waterways and its dangers, {i}",
            labels=("The Harbour and Inland Waterways Gazette", "Echo, 12 May"),
            foreign=True,
            change="one word for three; two fewer",
        )
        for i in range(count)
    ]
    legible(draw(*pairs))


@given(st.text(alphabet="=~+-/0123456789 x", max_size=30), st.text(max_size=20))
def test_odd_alignments_are_read_as_far_as_they_go(alignment, only):
    assert all(piece.same or piece.a or piece.b for piece in pieces_of(alignment, only, only)) or "0" in alignment


def test_without_pairs_there_is_nothing_but_the_note(written):
    assert len(written(draw().axes[0])) == 1
