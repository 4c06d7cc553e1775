"""Panels on a sheet: where they stand and what stands above them."""

import pandas as pd
import pytest

from analysis.figures.panels import articles_in_order, draw_heading, panel_at
from analysis.figures.sheet import sheet, text_width
from analysis.figures.style import WIDTH


def test_a_panel_stands_where_it_is_put():
    axes = panel_at(sheet(5)[0], 1.0, 0.5, 3.0, 2.0)
    place = axes.get_position()
    assert [place.x0 * WIDTH, (1 - place.y1) * 5, place.width * WIDTH, place.height * 5] == pytest.approx(
        [1, 0.5, 3, 2]
    )


def test_articles_stand_by_outlet_then_by_their_own_name():
    rows = pd.DataFrame({"article": ["z", "y", "x", "y"], "outlet": ["Echo", "Herald", "Herald", "Herald"]})
    assert articles_in_order(rows) == ["z", "x", "y"]


def test_a_heading_keeps_to_its_panel(legible):
    drawing, paper = sheet(2)
    draw_heading(paper, (1.0, 1.0), 1.5, "The Harbour and Inland Waterways Gazette", "the-harbour-and-inland-waterways")
    outlet, article = (text.get_text() for text in paper.texts)
    assert outlet.endswith("…")
    assert article.endswith("…")
    assert text_width(outlet, 8.5, bold=True) <= 1.5
    legible(drawing)
