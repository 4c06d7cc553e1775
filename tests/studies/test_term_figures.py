"""The pictures of terms: what they show, in which order, and what is said of it; drawing is tested in `figures`."""

import numpy as np
import pandas as pd
import pytest

from analysis.figures.term_overview import MOST_ROWS
from analysis.measures.lexicons import function_words
from analysis.results import analyse as everything
from analysis.studies import distinctive_terms, names, provenance, text_reuse
from analysis.studies.contract import Results, as_study
from analysis.studies.term_figures import (
    MOST_PANELS,
    NO_OTHERS,
    TERMS_DRAWN,
    forest_figure,
    overview_figure,
    rates_figure,
)
from analysis.studies.term_keyness import COMMON, DISTINCTIVE, TOO_FEW

#: Distinctive terms, and what they need.
STUDIES = tuple(as_study(module) for module in (text_reuse, provenance, names, distinctive_terms))
FIGURES = (overview_figure, forest_figure, rates_figure)


@pytest.fixture(scope="module")
def planted(inputs_of, prose):
    """Three texts; two have words of their own, one of these with a word of grammar."""
    texts = {name: prose(n, sentences=24, words_each=(12, 16), vocabulary=150) for n, name in enumerate("abc")}
    texts["a"] += "\n\n" + "The kraken swallowed boats whereas crews slept. " * 12
    texts["b"] += "\n\n" + "The regatta began. " * 7
    return everything.analyse(inputs_of(texts), STUDIES)


@pytest.fixture(scope="module")
def alone(inputs_of):
    return everything.analyse(inputs_of({"a": "The sea was calm. Nobody left."}), STUDIES)


@pytest.fixture(params=["planted", "harbour", "published"])
def results(request):
    found = request.getfixturevalue(request.param)
    return getattr(found, "report", found).results


def row(article, term, **fields):
    usual = {
        "outlet": article.title(), "count": 7, "count_elsewhere": 3, "document_frequency": 2, "accounts": 3,
        "log_odds_z": 1.0, "log_ratio": 2.0, "log_ratio_low": 1.0, "log_ratio_high": 3.0, "lrc": 0.5, "q": 0.2,
        "tf_idf": 0.1, "rate_per_1000": 10.0, "rate_elsewhere": 2.5, "verdict": COMMON, "wording": "own",
    }  # fmt: skip
    return {"article": article, "term": term, **usual, **fields}


def made(*rows):
    """Results of these rows, each article an account."""
    articles = sorted({row["article"] for row in rows})
    accounts = pd.DataFrame([(a, a.title(), a, a, True, False) for a in articles])
    accounts.columns = ["article", "outlet", "account", "lineage", "counted", "foreign"]
    return Results({"distinctive_terms": pd.DataFrame(rows), "accounts": accounts})


def test_with_one_account_every_picture_is_missing_and_says_why(alone):
    for figure in FIGURES:
        assert figure(alone.results).missing == NO_OTHERS


def test_every_picture_names_its_terms_accounts_and_page(results):
    table, accounts = results["distinctive_terms"], results["accounts"]["account"].nunique()
    for figure in (make(results) for make in FIGURES):
        assert figure.page == "language"
        assert figure.n == f"{len(table):,} terms in {accounts} accounts"
        assert figure.alt.endswith(".")
        assert "nan" not in figure.alt.split()


def test_numbers_are_rows_of_the_table(results):
    table = results["distinctive_terms"].set_index(["article", "term"])
    for figure in (make(results) for make in FIGURES):
        assert len(figure.numbers)
        assert not figure.numbers.duplicated(["article", "term"]).any()
        drawn = figure.numbers.set_index(["article", "term"])
        pd.testing.assert_frame_equal(drawn, table.loc[drawn.index, drawn.columns])


def test_the_overview_shows_every_term_that_is_frequent_enough(results):
    table, figure = results["distinctive_terms"], overview_figure(results)
    enough = table[table["verdict"] != TOO_FEW]
    assert set(figure.numbers[["article", "term"]].itertuples(index=False, name=None)) == set(
        enough[["article", "term"]].itertuples(index=False, name=None)
    )


def test_the_overviews_title_counts_texts_and_its_alternative_text_names_their_clearest_terms(planted):
    table, figure = planted.results["distinctive_terms"], overview_figure(planted.results)
    distinctive = table[table["verdict"] == DISTINCTIVE]
    assert set(distinctive["article"]) == {"a", "b"}
    assert figure.title == "Two texts of 3 have a term that sets them apart"
    for article, own in distinctive.groupby("article"):
        first, *others = own.sort_values(["log_odds_z", "term"], ascending=[False, True])["term"][:3]
        said = figure.alt.split(f"{article}: ")[1].split(";")[0].rstrip(".")
        assert said.startswith(first)
        assert all(term in said for term in others)
    assert "c:" not in figure.alt


def test_the_overview_of_texts_without_a_distinctive_term_says_so():
    figure = overview_figure(made(row("a", "boat"), row("b", "sea"), row("c", "rope", verdict=TOO_FEW)))
    assert figure.title == "No texts of 3 have a term that sets them apart"
    assert figure.alt == "No text has a distinctive term."
    assert figure.draw()


def test_the_overview_of_many_texts_draws_those_with_the_clearest_terms():
    many = MOST_ROWS + 5
    rows = [row(f"t{n:02}", "boat", log_odds_z=float(n), verdict=DISTINCTIVE if n < 3 else COMMON) for n in range(many)]
    figure = overview_figure(made(*rows))
    drawn = set(figure.numbers["article"])
    assert {"t00", "t01", "t02"} <= drawn, "distinctive ones first"
    assert drawn - {"t00", "t01", "t02"} == {f"t{n:02}" for n in range(8, many)}, "then the clearest"
    assert f"Drawn: {MOST_ROWS} of {many} accounts, those with the clearest terms" in figure.caption


def test_each_texts_leading_terms_are_the_distinctive_ones_then_the_next_by_log_odds(results):
    table, figure = results["distinctive_terms"], forest_figure(results)
    for article, drawn in figure.numbers.groupby("article"):
        own = table[(table["article"] == article) & (table["log_odds_z"] > 0)]
        own = own[~own["term"].isin(function_words()) | (own["verdict"] == DISTINCTIVE)]
        own = own.assign(first=own["verdict"] == DISTINCTIVE)
        expected = own.sort_values(["first", "log_odds_z", "term"], ascending=[False, False, True])["term"][
            :TERMS_DRAWN
        ]
        assert set(drawn["term"]) == set(expected)
        for shown in drawn.itertuples():
            assert f"{shown.term} ({shown.count} here, {shown.count_elsewhere} elsewhere)" in figure.alt


def test_words_of_grammar_are_leading_terms_only_if_distinctive():
    figure = forest_figure(
        made(row("a", "the", log_odds_z=9), row("a", "boat"), row("b", "of", log_odds_z=8, verdict=DISTINCTIVE))
    )
    assert set(figure.numbers["term"]) == {"boat", "of"}


def test_a_term_that_is_rarer_here_does_not_lead():
    rows = [row("a", "boat", log_odds_z=-1.0, log_ratio=-1.0), row("b", "the", log_odds_z=2.0)]
    assert forest_figure(made(*rows)).missing == (
        "We found no word, function words aside, that stands more often in one account than in the others."
    )


def test_the_forests_title_says_what_can_be_called_distinctive(results):
    table, figure = results["distinctive_terms"], forest_figure(results)
    share = (table["verdict"] == TOO_FEW).mean()
    distinctive = int((table["verdict"] == DISTINCTIVE).sum())
    assert figure.title.endswith(f"can be called distinctive; {100 * share:.0f} % of all stand too rarely to say")
    if distinctive > 10:
        assert figure.title.startswith(f"{distinctive} terms")


def test_of_many_texts_those_with_the_clearest_terms_are_drawn():
    many = MOST_PANELS + 3
    figure = forest_figure(made(*[row(f"t{n:02}", "boat", log_odds_z=float(n + 1)) for n in range(many)]))
    assert sorted(figure.numbers["article"]) == [f"t{n:02}" for n in range(3, many)]
    assert f"Drawn: {MOST_PANELS} of {many} articles" in figure.caption
    rates = rates_figure(made(*[row(f"t{n:02}", "boat", log_odds_z=float(n + 1)) for n in range(many)]))
    assert sorted(set(rates.numbers["article"])) == [f"t{n:02}" for n in range(3, many)]
    assert f"Drawn: {MOST_PANELS} of {many} accounts" in rates.caption


def test_letters_that_the_typeface_lacks_are_said_to_be_boxes():
    assert "boxes" in forest_figure(made(row("a", "船"), row("b", "sea"))).caption
    assert "boxes" not in forest_figure(made(row("a", "boat"), row("b", "sea"))).caption


def test_rates_are_those_of_every_term_and_the_title_counts_those_that_stand_nowhere_else(results):
    table, figure = results["distinctive_terms"], rates_figure(results)
    assert len(figure.numbers) == len(table)
    nowhere = (table["count_elsewhere"] == 0).mean()
    assert figure.title.startswith(f"{100 * nowhere:.0f} % of the texts’ terms stand in no other account")


def test_the_alternative_text_of_rates_names_the_term_that_is_most_underused(results):
    table, figure = results["distinctive_terms"], rates_figure(results)
    for article, own in table.groupby("article"):
        assert f"{article}: {len(own):,} terms, {(own['count_elsewhere'] == 0).sum()} in no other account" in figure.alt
        elsewhere = own[own["rate_elsewhere"] > 0]
        ratio = np.log2(elsewhere["rate_per_1000"] / elsewhere["rate_elsewhere"])
        if ratio.min() < 0:
            least = elsewhere.loc[np.isclose(ratio, ratio.min()), "term"]
            said = figure.alt.split(f"{article}: ")[1].split("most under-used: ")[1].split(";")[0].rstrip(".")
            assert said in set(least)


def test_a_text_that_underuses_nothing_names_nothing():
    figure = rates_figure(made(row("a", "boat"), row("b", "sea", rate_per_1000=1.0)))
    assert figure.alt == "a: 1 term, 0 in no other account; b: 1 term, 0 in no other account; most under-used: sea."


@pytest.mark.parametrize("make", FIGURES)
def test_a_picture_can_be_drawn(planted, make):
    assert make(planted.results).draw()


def test_rates_of_texts_that_share_every_term_are_drawn(analysed_texts):
    sentence = "The mayor said that three men were killed in the harbour. "
    report = analysed_texts({"One": sentence * 300, "Two": sentence}).report
    figure = next(f for f in report.figures if f.id == "fig-term-rates")
    assert figure.title == "0 % of the texts’ terms stand in no other account"
