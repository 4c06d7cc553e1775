"""The ledger as tables: what a coder wrote, the status that the last review gave, and where each value stands."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.ledger.model import Coding, Item, Ledger, Place, Review, Value
from analysis.results.analyse import analyse
from analysis.studies.contract import Inputs
from analysis.studies.ledger import TABLES, tables

ONE = "The boats burned on Monday. About 40 boats burned, said Ada Lund. Nobody came to the pier."
TWO = "In the north 300 people walked to the mill. The mill was closed and remained so."


@pytest.fixture(scope="module")
def corpus(analysed_texts):
    return analysed_texts({"One": ONE, "Two": TWO})


def review(subject, decision, *, origin="human", kind="person", round_=2, by="Ines"):
    return Review(subject, origin, decision, f"{decision} it", by, kind, round_)


def row(report, table, id_):
    return report.results[table].set_index("id").loc[id_]


def test_without_a_ledger_the_tables_are_empty(corpus):
    assert all(len(corpus.report.results[name]) == 0 for name in TABLES)
    assert corpus.report.facts["ledger_coders"].value == "nobody"


def test_an_item_is_listed_as_coded_with_its_severity(coded):
    item = row(coded.report, "ledger_items", "C01")
    assert (item["severity"], item["status"], item["coder"], item["round"]) == (3, "confirmed", "Edda Quist", 1)
    assert (item["reviewer"], item["reason"]) == ("", "the note names both versions")
    assert list(row(coded.report, "ledger_items", ["T01", "Q02", "D01"])["severity"]) == [0, 1, 2]


def test_a_review_overrules_what_was_coded_and_the_last_one_counts(corpus, item, value, report_of):
    items = [item(id_, value("one", "40", 30), status="candidate") for id_ in ("Q1", "Q2", "Q3")]
    reviews = (review("Q1", "reject"), review("Q2", "reject"), review("Q1", "confirm", round_=3, by="Bo"))
    report = report_of(corpus, *items, reviews=reviews)
    found = row(report, "ledger_items", ["Q1", "Q2", "Q3"])
    assert list(found["status"]) == ["confirmed", "rejected", "candidate"]
    assert list(found["round"]) == [3, 2, 1]
    assert list(found["reviewer"]) == ["Bo", "Ines", ""]
    assert list(found["reason"]) == ["confirm it", "reject it", ""]


@pytest.mark.parametrize(("coded_as", "kept"), [("confirmed", "both read"), ("rejected", "")])
def test_the_coders_reason_stands_beside_the_same_decision_only(corpus, item, value, report_of, coded_as, kept):
    one = item("Q1", value("one", "40", 30), status=coded_as, reason="both read")
    silent = replace(review("Q1", "confirm"), reason="")
    assert row(report_of(corpus, one, reviews=(silent,)), "ledger_items", "Q1")["reason"] == kept


def test_a_review_of_a_candidate_with_the_same_id_says_nothing_about_the_item(corpus, item, value, report_of):
    report = report_of(corpus, item("Q1", value("one", "40", 30)), reviews=(review("Q1", "reject", origin="machine"),))
    assert row(report, "ledger_items", "Q1")["status"] == "confirmed"


def test_a_value_has_its_outlet_account_sentence_and_the_days_that_its_date_allows(coded):
    values = coded.report.results["ledger_values"].set_index(["id", "article"])
    short = values.loc[("Q01", "harbour-herald-short")]
    assert (short["outlet"], short["account"]) == ("The Harbour Herald", "harbour-herald")
    late = values.loc[("T01", "island-gazette")]
    assert (late["as_of"], late["first_day"], late["last_day"]) == ("2019-02-13~", "2019-02-12", "2019-02-14")
    sentences = coded.inputs.features["sentences"]
    for (_, article), found in values.iterrows():
        own = sentences[(sentences["article"] == article) & (sentences["sentence"] == found["sentence"])]
        assert ((own["start"] <= found["start"]) & (found["start"] < own["end"])).sum() == 1
        assert set(own["paragraph"]) == {found["paragraph"]}


def test_only_what_stands_in_a_correction_note_is_marked_so(coded):
    values = coded.report.results["ledger_values"]
    marked = values[values["in_note"]]
    assert set(marked["article"]) == {"tribune-copyhub"}
    assert set(marked["id"]) == {"C01"}
    assert not values.loc[(values["article"] == "tribune-copyhub") & (values["id"] != "C01"), "in_note"].any()


def test_a_copy_and_a_repeated_value_are_not_independent(coded):
    values = coded.report.results["ledger_values"].set_index(["id", "article"])["independent"]
    assert values.loc["Q01"].to_dict() == {
        "harbour-herald": True, "harbour-herald-short": False, "island-gazette": True, "tribune-copyhub": False,
    }  # fmt: skip


OUTLETS = {"long": "Herald", "short": "Herald", "other": "Gazette"}


@pytest.mark.parametrize(
    ("article", "repeats", "counts", "source"),
    [
        ("long", "short", True, "long"),
        ("long", "other", False, "other"),
        ("short", "", False, "short"),
        ("short", "other", False, "other"),
        ("other", "short", False, "long"),
    ],
)
def test_an_account_that_repeats_its_own_copy_stays_a_witness(reuse, article, repeats, counts, source):
    assert counted(reuse(OUTLETS, accounts={"short": "long"}), article, repeats) == (counts, source)


def test_a_value_inside_a_passage_taken_over_is_its_sources_whatever_the_coder_knew(reuse):
    pairs = {("long", "other"): ("follows", "b->a")}
    taken = reuse(OUTLETS, accounts={"short": "long"}, passages=[("long", 0, 9, "other", 50, 59)], pairs=pairs)
    assert counted(taken, "long", "") == (False, "other")
    assert counted(taken, "other", "") == (True, "other")


def counted(shared, article, repeats):
    value = Value(article, "x", Place(0, 1, 1, "", "", ""), repeats=repeats)
    item = Item("A", "s", "a", "date", "changed over time", "finer", *[False] * 4, "candidate", "e", values=(value,))
    features = {"sentences": pd.DataFrame(columns=["article", "start", "end", "paragraph", "sentence", "kind"])}
    inputs = Inputs((), features, None, Ledger(Coding("c", "person", 1, (item,))))
    (found,) = tables(inputs, shared)["ledger_values"]
    return found["independent"], found["source"]


def test_a_place_outside_of_every_sentence_has_no_sentence(corpus, item, value, report_of):
    report = report_of(corpus, item("Q1", value("one", "40", 9999), value("two", "300", 13)))
    found = report.results["ledger_values"].set_index("article")
    assert pd.isna(found.loc["one", "sentence"])
    assert pd.isna(found.loc["one", "paragraph"])
    assert not found.loc["one", "in_note"]
    assert found.loc["two", "sentence"] == 0


def test_an_open_bound_is_empty_and_not_zero(coded):
    values = coded.report.results["ledger_values"].set_index(["id", "article"])
    assert values.loc[("Q02", "harbour-herald"), "low"] == 40000
    assert pd.isna(values.loc[("Q02", "harbour-herald"), "high"])
    assert values.loc[("Q02", "harbour-herald"), "low_open"]


def test_the_codebook_keeps_its_order_and_fills_what_is_left_out(coded):
    codebook = coded.report.results["codebook"]
    for group, entries in coded.inputs.ledger.codebook.items():
        own = codebook[codebook["group"] == group].sort_values("position")
        assert list(own["word"]) == list(entries)
        assert list(own["position"]) == list(range(1, len(entries) + 1))
    assert set(codebook.loc[codebook["group"] == "status", "include"]) == {""}


def test_facts_leave_rejected_items_out(coded):
    facts, items = coded.report.facts, coded.report.results["ledger_items"]
    assert facts["ledger_items"].value == len(items) - 1 == 5
    values = coded.report.results["ledger_values"]
    assert facts["ledger_values"].value == (values["id"] != "N01").sum()
    assert facts["ledger_changed_in_rewriting"].value == 1, "the rejected one is of this kind, too"
    assert facts["ledger_confirmed"].value == 3


def test_who_coded_is_said_and_that_no_person_did(corpus, item, value, report_of):
    one = item("Q1", value("one", "40", 30))
    said = report_of(corpus, one).facts["ledger_coders"].text
    assert said == "Edda Quist (person)"
    said = report_of(corpus, one, kind="assistant").facts["ledger_coders"].text
    assert said == "Edda Quist (assistant); no person has reviewed it"
    report = report_of(corpus, one, kind="assistant", reviews=(review("Q1", "confirm"),))
    assert report.facts["ledger_coders"].text == "Edda Quist (assistant); reviewed by Ines (person)"
    assert report.facts["ledger_by_persons"].value == 1


def test_the_order_of_records_changes_no_table(coded):
    again = analyse(replace(coded.inputs, records=coded.inputs.records[::-1]))
    for name, table in coded.report.results.tables.items():
        assert again.results[name].equals(table), name
    assert again.facts == coded.report.facts
    assert again.findings == coded.report.findings


def test_the_order_of_items_and_values_changes_no_table_and_no_sentence(coded):
    ledger = coded.inputs.ledger
    items = tuple(replace(item, values=tuple(reversed(vars(item)["values"]))) for item in ledger.coding.items[::-1])
    again = analyse(replace(coded.inputs, ledger=replace(ledger, coding=replace(ledger.coding, items=items))))
    for name, table in coded.report.results.tables.items():
        assert again.results[name].equals(table), name
    assert again.findings == coded.report.findings
