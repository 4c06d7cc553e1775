"""The key of the rates: it names what occurs and keeps to the sheet."""

import matplotlib as mpl
import pytest

from analysis.figures.rates_key import KEY, draw_key
from analysis.figures.sheet import sheet
from analysis.figures.style import STYLE


@pytest.mark.parametrize("foreign", [True, False])
@pytest.mark.parametrize(("most", "sizes"), [(1, 1), (9, 1), (10, 2), (250, 3), (99_999, 4)])
def test_sizes_are_explained_up_to_the_fullest_place(most, sizes, foreign, written, legible):
    with mpl.rc_context(STYLE):
        drawing, paper = sheet(KEY)
        draw_key(paper, 0.0, most, foreign=foreign)
    assert written(paper)[0] == "equally often"
    assert len(written(paper)) == 2 + sizes
    assert any("hollow" in text for text in written(paper)) == foreign
    legible(drawing)
