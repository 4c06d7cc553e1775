"""Who wrote what: the records as tables, and dates as intervals."""

import pytest


@pytest.fixture
def results(harbour):
    return harbour.report.results


def figure(corpus, id_):
    return next(figure for figure in corpus.report.figures if figure.id == id_)


def test_a_date_is_the_interval_that_it_allows_and_an_unknown_one_is_empty(results):
    dates = results["articles"].set_index("article")[["first_day", "last_day"]].apply(tuple, axis=1).to_dict()
    assert dates["harbour-herald"] == ("2019-02-05", "2019-02-05")
    assert dates["island-gazette"] == ("2019-02-12", "2019-02-14")
    assert dates["kvallsposten-evening"] == ("2019-02-01", "2019-02-28")
    assert dates["tribune-copyhub"] == ("", "")


def test_hands_are_listed_in_order_and_an_outlet_is_its_own_first_hand(results):
    hands = results["hands"].groupby("article")["hand"].agg(list)
    assert hands["kvallsposten-evening"] == ["Kvällsposten", "Ada Holm (translation)", "Evening Review"]
    assert hands["harbour-herald"] == ["The Harbour Herald"]
    assert list(results["hands"].query("article == 'kvallsposten-evening'")["position"]) == [1, 2, 3]
    assert set(hands.index) == set(results["articles"]["article"])


def test_words_and_hashes_are_those_of_the_features(harbour, results):
    features = harbour.inputs.features["articles"]
    joined = results["articles"].merge(features, on="article", suffixes=("", "_feature"))
    assert (joined["words"] == joined["words_feature"]).all()
    assert (joined["sha256"] == joined["sha256_feature"]).all()


def test_facts_count_records(harbour):
    facts = {key: fact.value for key, fact in harbour.report.facts.items()}
    assert (facts["files"], facts["outlets"], facts["through_others"]) == (5, 4, 2)
    assert (facts["wording_foreign"], facts["wording_own"], facts["undated"], facts["unchecked"]) == (2, 3, 1, 5)
    assert facts["people_decided"] is False


def test_the_findings_name_whose_english_it_is_not(harbour):
    said = {finding.id: finding.sentence for finding in harbour.report.findings}
    assert said["files-and-accounts"].startswith("Five files carry three accounts; two files reached us through")
    assert "Kvällsposten (translated, by way of Evening Review)" in said["foreign-wording"]
    assert "The Coast Tribune (reworded, by way of copyhub.example)" in said["foreign-wording"]
    assert "Gazette" not in said["foreign-wording"]


def test_the_time_line_draws_dated_files_and_names_the_others(harbour):
    line = figure(harbour, "fig-time-line")
    assert "tribune-copyhub" not in set(line.numbers["article"])
    assert "tribune-copyhub" in line.caption
    assert "28 days" in line.title
    assert "island-gazette 2019-02-12 to 2019-02-14" in line.alt
    assert "4 of 5 files" in line.n


def test_no_date_is_no_time_line(analysed_texts):
    report = analysed_texts({"One": "The sea was calm.", "Two": "The law was long."})
    assert "No record gives a date" in figure(report, "fig-time-line").missing
    assert report.report.facts["undated"].value == 2


def test_the_picture_of_hands_says_each_way(harbour):
    way = "kvallsposten-evening: Kvällsposten to Ada Holm (translation) to Evening Review"
    assert way in figure(harbour, "fig-provenance").alt


def test_witnesses_stand_in_the_records_order(published):
    witnesses = published.report.results["witnesses"]
    expected = [(r.id, w.url) for r in published.inputs.records for w in r.witnesses]
    assert expected
    assert list(witnesses[["article", "url"]].itertuples(index=False, name=None)) == expected
