"""One colour per outlet, hollow or hatched where the wording is not its own."""

import pandas as pd

from analysis.figures.outlets import COLOURS, HATCH, outlet_styles


def frame(*rows):
    return pd.DataFrame(rows, columns=["outlet", "foreign"])


def test_colours_follow_the_alphabet_whatever_the_order_of_rows():
    rows = [("Tribune", False), ("Gazette", True), ("Herald", False)]
    styles = outlet_styles(frame(*rows))
    assert {outlet: style.colour for outlet, style in styles.items()} == dict(
        zip(("Gazette", "Herald", "Tribune"), COLOURS, strict=False)
    )
    assert outlet_styles(frame(*rows[::-1])) == styles


def test_an_outlet_is_foreign_only_if_all_its_articles_are():
    styles = outlet_styles(frame(("A", True), ("A", False), ("B", True)))
    assert (styles["A"].foreign, styles["B"].foreign) == (False, True)


def test_foreign_wording_is_hollow_and_hatched():
    styles = outlet_styles(frame(("A", False), ("B", True)))
    assert (styles["A"].face, styles["A"].hatch) == (styles["A"].colour, "")
    assert (styles["B"].face, styles["B"].hatch) == ("#ffffff", HATCH)


def test_more_outlets_than_colours_begin_again():
    many = outlet_styles(frame(*((f"{i:02}", False) for i in range(len(COLOURS) + 1))))
    assert many["00"].colour == many[f"{len(COLOURS):02}"].colour
    assert len(set(COLOURS)) == len(COLOURS)
