"""Terms of each account against the others; copies counted once, private persons never a term."""

import numpy as np
import pytest

from analysis.features.names.withheld import PLACEHOLDER
from analysis.studies.distinctive_terms import MINIMUM_COUNT, VERDICTS


@pytest.fixture
def table(harbour):
    return harbour.report.results["distinctive_terms"]


def test_counts_are_those_of_the_features_and_a_copy_has_no_rows(harbour, table):
    assert set(table["article"]) == {"harbour-herald", "island-gazette", "kvallsposten-evening"}
    terms = harbour.inputs.features["terms"]
    own = terms[terms["article"] == "island-gazette"].groupby("term")["count"].sum()
    found = table[table["article"] == "island-gazette"].set_index("term")["count"]
    assert found.to_dict() == own.to_dict()


def test_elsewhere_is_the_other_accounts(table):
    ferries = table[table["term"] == "ferry"].set_index("article")
    counted = ferries["count"].sum()
    assert (ferries["count"] + ferries["count_elsewhere"] == counted).all()
    assert (ferries["document_frequency"] == len(ferries)).all()


def test_rates_are_per_thousand_words_of_the_account(table):
    for _, own in table.groupby("article"):
        assert own["rate_per_1000"].sum() == pytest.approx(1000, abs=0.1)
        assert own["count"].sum() * 1000 / own["rate_per_1000"].sum() == pytest.approx(own["count"].sum(), rel=1e-3)


def test_tf_idf_rows_have_length_one(table):
    for _, own in table.groupby("article"):
        assert np.sqrt((own["tf_idf"] ** 2).sum()) == pytest.approx(1, abs=1e-4)


def test_a_rare_term_is_too_rare_whatever_its_score(table):
    assert set(table["verdict"]) <= set(VERDICTS)
    rare = table["count"] < MINIMUM_COUNT
    assert (table.loc[rare, "verdict"] == "too few to say").all()
    assert (table.loc[~rare, "verdict"] != "too few to say").all()


def test_intervals_hold_the_ratio(table):
    assert (table["log_ratio_low"] <= table["log_ratio"]).all()
    assert (table["log_ratio"] <= table["log_ratio_high"]).all()


def test_a_term_of_one_account_alone_is_distinctive_if_frequent(analysed_texts):
    plain = "The crews went home on that day and nobody saw them again until the week was over. " * 6
    report = analysed_texts({"One": plain + "The kraken. " * 30, "Two": plain.replace("crews", "teams")}).report
    distinctive = report.results["distinctive_terms"].query("verdict == 'distinctive'")
    assert "kraken" in set(distinctive["term"])
    assert report.facts["terms_distinctive"].value == len(distinctive)
    figure = next(f for f in report.figures if f.id == "fig-distinctive-terms")
    assert "kraken (30 here, 0 elsewhere)" in figure.alt


def test_a_withheld_name_is_no_term(published):
    assert PLACEHOLDER in set(published.inputs.features["terms"]["term"])
    assert PLACEHOLDER not in set(published.report.results["distinctive_terms"]["term"])


def test_one_account_is_compared_with_nothing(analysed_texts):
    report = analysed_texts({"One": "The sea was calm. Nobody left."}).report
    rows = report.results["distinctive_terms"]
    assert rows["log_ratio"].isna().all()
    assert rows["g2"].isna().all() or (rows["verdict"] != "distinctive").all()
    figure = next(f for f in report.figures if f.id == "fig-distinctive-terms")
    assert "nothing to compare" in figure.missing
