"""Spellings of one name, and where each stands."""

import pytest

STORY = "The crews trust {}. On Monday {} spoke for the crews. “We wait,” said {}, who has led them since March."
MANY = {
    "Herald": STORY.format("Oksana Tymoshchenko", "Tymoshchenko", "Tymoshchenko"),
    "Tribune": STORY.format("Oksana Timoschenko", "Timoschenko", "Timoschenko"),
}


@pytest.fixture(scope="module")
def corpus(analysed_texts):
    return analysed_texts(MANY)


def test_two_spellings_of_a_surname_are_found_with_their_places(corpus):
    results = corpus.report.results
    pairs = set(results["name_variants"][["form_a", "form_b"]].itertuples(index=False, name=None))
    assert ("Timoschenko", "Tymoshchenko") in pairs
    places = results["name_places"].set_index(["form", "article"])
    text = MANY["Herald"]
    row = places.loc[("Tymoshchenko", "herald")]
    assert text[row["start"] : row["end"]].endswith("Tymoshchenko")
    assert row["start"] <= text.index("Tymoshchenko")


def test_counts_agree_with_the_pairs(corpus, harbour):
    for results in (corpus.report.results, harbour.report.results):
        counts = results["name_forms"].groupby("form")["count"].sum()
        assert set(counts.index) == set(results["name_places"]["form"])
        for row in results["name_variants"].itertuples():
            assert {row.form_a, row.form_b} <= set(counts.index)
            assert row.form_a < row.form_b


def test_only_sure_pairs_are_merged_in_term_counts(corpus):
    results = corpus.report.results
    spellings = dict(results["spellings"].itertuples(index=False, name=None))
    sure = results["name_variants"].query("score >= 0.9")
    words = {word.casefold() for form in [*sure["form_a"], *sure["form_b"]] for word in form.split()}
    assert set(spellings) <= words
    assert set(spellings.values()) <= words
    assert all(spellings[canonical] == canonical for canonical in spellings.values())


def test_names_in_captions_do_not_count(corpus, analysed_texts):
    caption = "The crews around Oksana Timoschenko waiting at the pier (Mira Tolland/Harbour Pictures)\n\n"
    results = analysed_texts({**MANY, "Herald": caption + MANY["Herald"]}).report.results
    assert set(results["set_aside_spans"]["kind"]) == {"caption"}
    counted = corpus.report.results["name_forms"].set_index(["form", "article"])["count"]
    assert ("Timoschenko", "herald") not in counted
    assert results["name_forms"].set_index(["form", "article"])["count"].equals(counted)


def test_no_pair_is_said_instead_of_drawn(harbour):
    figure = next(f for f in harbour.report.figures if f.id == "fig-name-variants")
    assert harbour.report.facts["name_variants_merged"].value == 0
    assert figure.missing == "We found no name that is spelled in different ways."


def test_the_alt_text_says_who_spells_how(published):
    figure = next(f for f in published.report.figures if f.id == "fig-name-variants")
    assert len(figure.numbers)
    for row in figure.numbers[["form", "article", "count"]].itertuples(index=False):
        assert row.form in figure.alt
        assert f"{row.article} {row[2]}×" in figure.alt
