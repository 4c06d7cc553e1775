"""The matrix: accounts by date, items by kind and severity, and a copy's value only where it is another one."""

import pandas as pd

from analysis.studies.statements import BRIEF_ROWS, KINDS, MOST_ROWS, tables

ACCOUNTS = pd.DataFrame(
    [
        ("alpha", "Alpha", "alpha", False),
        ("alpha-short", "Alpha", "alpha", False),
        ("alpha-reprint", "Reprint", "alpha", False),
        ("beta", "Beta", "beta", True),
        ("gamma", "Gamma", "gamma", False),
    ],
    columns=["article", "outlet", "account", "foreign"],
)
ARTICLES = pd.DataFrame(
    [
        ("alpha", "2022-05-10", ""),
        ("alpha-short", "2022-05-08", ""),
        ("alpha-reprint", "", "a carrier"),
        ("beta", "2022-05-09", "carrier.example"),
        ("gamma", "", ""),
    ],
    columns=["article", "first_day", "carrier"],
)


def item(id_, **fields):
    usual = {"kind": "may both be right", "subject": "the boats", "attribute": "number", "severity": 1}
    return {"id": id_, **usual, "within": False, "status": "confirmed", **fields}


def value(id_, article, words, start=0, **fields):
    (own,) = ACCOUNTS[ACCOUNTS["article"] == article].to_dict("records")
    return {
        "id": id_, "article": article, "outlet": own["outlet"], "account": own["account"], "value": words,
        "start": start, "said_by": "", "repeats": "", **fields,
    }  # fmt: skip


def matrix(items, values):
    earlier = {
        "accounts": ACCOUNTS,
        "articles": ARTICLES,
        "ledger_items": pd.DataFrame(items, columns=list(item(""))),
        "ledger_values": pd.DataFrame(values, columns=list(value("", "alpha", ""))),
    }
    made = tables(None, earlier)
    return made["statement_matrix"].to_dict("records"), made["account_columns"].to_dict("records")


def test_an_account_is_one_column_dated_by_its_first_copy_and_undated_ones_come_last():
    _, columns = matrix([], [])
    assert [(c["position"], c["column"], c["first_day"]) for c in columns] == [
        (1, "alpha", "2022-05-08"), (2, "beta", "2022-05-09"), (3, "gamma", ""),
    ]  # fmt: skip
    assert [c["label"] for c in columns] == ["Alpha and 1 more", "Beta", "Gamma"], "only another outlet's copy is more"
    assert [(c["foreign"], c["carrier"]) for c in columns] == [(False, ""), (True, "carrier.example"), (False, "")]


def test_rows_are_in_order_of_kind_then_severity_then_id():
    items = [item(f"A{n}", kind=kind) for n, kind in enumerate(reversed(KINDS))]
    items += [item("Z", kind=KINDS[0], severity=3), item("B", kind=KINDS[0], severity=1)]
    rows, _ = matrix(items, [value(i["id"], "alpha", "x") for i in items])
    assert [row["item"] for row in rows] == ["Z", "A4", "B", "A3", "A2", "A1", "A0"]
    assert [row["row"] for row in rows] == list(range(1, 8))


def test_a_rejected_item_has_no_row():
    rows, _ = matrix([item("A", status="rejected"), item("B")], [value(i, "alpha", "x") for i in "AB"])
    assert [(row["item"], row["row"]) for row in rows] == [("B", 1)]
    assert matrix([item("A", status="rejected")], [value("A", "alpha", "x")])[0] == []


def test_a_copys_value_appears_only_where_it_is_another_one_and_with_its_outlet():
    rows, _ = matrix(
        [item("A")],
        [
            value("A", "alpha", "forty"),
            value("A", "alpha-short", "forty", 7),
            value("A", "alpha-reprint", "forty-one", 9),
            value("A", "beta", "forty", 3),
        ],
    )
    assert [(row["column"], row["value"], row["outlet_of_copy"]) for row in rows] == [
        ("alpha", "forty", ""), ("alpha", "forty-one", "Reprint"), ("beta", "forty", ""),
    ]  # fmt: skip


def test_a_value_that_only_a_copy_has_is_not_lost():
    (row,) = matrix([item("A")], [value("A", "alpha-reprint", "forty")])[0]
    assert (row["column"], row["outlet_of_copy"]) == ("alpha", "Reprint")
    (row,) = matrix([item("A")], [value("A", "alpha-short", "forty")])[0]
    assert (row["column"], row["outlet_of_copy"]) == ("alpha", ""), "the outlet's own other copy needs no name"


def test_only_a_value_from_another_account_is_repeated():
    rows, _ = matrix(
        [item("A")],
        [
            value("A", "alpha", "forty", repeats="alpha-short"),
            value("A", "beta", "forty", repeats="alpha-short"),
            value("A", "gamma", "fifty"),
        ],
    )
    assert [(row["column"], row["repeated"]) for row in rows] == [("alpha", False), ("beta", True), ("gamma", False)]


def test_the_same_value_has_the_same_number_whatever_its_case_and_each_item_counts_anew():
    values = [value("A", "alpha", "About 40"), value("A", "beta", "about 40"), value("A", "gamma", "300")]
    rows, _ = matrix([item("A"), item("B")], [*values, value("B", "gamma", "x")])
    assert [row["group"] for row in rows] == [0, 0, 1, 0]


def test_two_values_at_one_place_or_at_the_same_offset_of_two_copies_are_two_rows(
    analysed_texts, item, value, report_of
):
    text = (
        "The boats burned on Monday. About 40 boats burned, said Ada Lund. “We wait,” she said. Nobody came to the "
        "pier, and the mayor stayed at home with her two dogs until the evening."
    )
    corpus = analysed_texts({"One": text, "Two": text, "Three": "In the north 300 people walked."})
    assert set(corpus.report.results["accounts"]["account"]) == {"one", "three"}
    values = [value("one", "40", 28), value("one", "50", 28), value("two", "60", 28), value("three", "300", 3)]
    rows = report_of(corpus, item("A", *values)).results["statement_matrix"]
    assert list(rows.query("column == 'one'")["value"]) == ["40", "50", "60"]
    assert list(rows.query("value == '60'")["outlet_of_copy"]) == ["Two"]


def figure(report, id_):
    return next(figure for figure in report.figures if figure.id == id_)


def test_sixty_accounts_and_many_items_are_drawn_in_part_and_it_is_said(unlike, item, value, report_of):
    wide = unlike(60)
    ids = [record.id for record in wide.inputs.records]
    kinds = ["changed in rewriting"] * 5 + ["may both be right"] * 30
    items = [
        item(f"A{n:02}", *(value(a, f"{m % 4} boats", 6) for m, a in enumerate(ids)), kind=kind, subject=f"boat {n}")
        for n, kind in enumerate(kinds)
    ]
    report = report_of(wide, *items)
    assert len(report.results["account_columns"]) == 60
    assert report.facts["statements"].value == 35
    drawn = figure(report, "fig-statements")
    assert drawn.numbers["item"].nunique() == MOST_ROWS
    assert f"Drawn: {MOST_ROWS} of 35 statements" in drawn.caption
    brief = figure(report, "fig-statements-brief")
    assert brief.numbers["item"].nunique() == BRIEF_ROWS
    assert set(brief.numbers["kind"]) == {"may both be right"}
    for picture in (drawn, brief):
        picture.draw()


def test_what_rewriting_changed_never_leads_unless_there_is_nothing_else(coded, item, value, report_of):
    brief = figure(coded.report, "fig-statements-brief")
    assert "Q02" in set(coded.report.results["statement_matrix"]["item"])
    assert set(brief.numbers["item"]) == {"C01", "D01", "Q01"}, "T01 is a candidate"
    values = value("harbour-herald", "x", 163), value("island-gazette", "y", 743)
    alone = report_of(coded, item("A", *values, kind="changed in rewriting"))
    assert set(figure(alone, "fig-statements-brief").numbers["item"]) == {"A"}


def test_the_title_counts_the_first_kind(coded, item, value, report_of):
    assert figure(coded.report, "fig-statements").title.startswith("One statement stands after a correction; four more")
    values = value("harbour-herald", "x", 163), value("island-gazette", "y", 743)
    two = report_of(coded, *(item(i, *values, kind="changed over time") for i in "AB"))
    assert figure(two, "fig-statements").title == "Two statements were changed over time"


def test_without_a_statement_there_is_a_reason_in_place_of_each_picture(harbour, coded, item, value, report_of):
    rejected = report_of(coded, item("A", value("harbour-herald", "x", 163), status="rejected"))
    for report in (harbour.report, rejected):
        assert report.facts["statements"].value == 0
        missing = [f.missing for f in report.figures if f.id.startswith("fig-statements")]
        assert len(missing) >= 2
        assert all(missing)


def test_an_item_with_values_in_one_article_is_a_row_with_one_column(coded, item, value, report_of):
    report = report_of(coded, item("A", value("harbour-herald", "x", 163)))
    assert list(report.results["statement_matrix"]["column"]) == ["harbour-herald"]
    figure(report, "fig-statements").draw()
