"""The generic lists: complete in what they claim, and free of rows that contradict each other."""

import csv
from io import StringIO

import pytest

from analysis.measures.lexicons import country_names, demonyms, exonyms, place_names, reporting_verbs, titles
from analysis.resources import read_resource, word_list


def rows(name):
    return list(csv.DictReader(StringIO(read_resource(name))))


@pytest.mark.parametrize(
    "name", ["côte d'ivoire", "ivory coast", "u.k.", "eswatini", "soviet union", "wales", "kosovo"]
)
def test_countries_are_known_by_their_names_old_and_new(name):
    assert name in country_names()


@pytest.mark.parametrize("word", ["danish", "danes", "briton", "swiss", "filipina", "dutchmen", "latvians", "soviet"])
def test_adjectives_and_peoples_are_demonyms(word):
    assert word in demonyms()


def test_no_demonym_is_the_name_of_a_place():
    assert demonyms() & place_names() == set()


def test_country_codes_are_unique():
    codes = [row["code"] for row in rows("countries.csv")]
    assert len(codes) == len(set(codes)) > 249


def test_exonyms_are_unordered_pairs_of_two_names_each_listed_once():
    assert len(exonyms()) == len(rows("exonyms.csv")) >= 100
    assert all(a < b for a, b in exonyms())


def test_number_words_have_one_value_for_each_kind():
    words = rows("number_words.csv")
    assert len({(row["word"], row["kind"]) for row in words}) == len(words)
    values = {row["word"]: float(row["value"]) for row in words}
    assert (values["seventy-eight"], values["dozen"], values["ninth"], values["billion"]) == (78, 12, 9, 1e9)


@pytest.mark.parametrize("verb", ["said", "replies", "denied", "vowing", "wrote", "quipped"])
def test_reporting_verbs_have_all_their_forms(verb):
    assert verb in reporting_verbs()


@pytest.mark.parametrize("name", ["function_words.txt", "hedges.txt", "titles_and_ranks.txt", "reporting_verbs.txt"])
def test_lists_hold_each_entry_once(name):
    assert len(word_list(name)) == len(set(word_list(name)))


def test_titles_stand_without_full_stops():
    assert not [title for title in titles() if "." in title]
