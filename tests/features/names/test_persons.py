"""Forms of one name make one person; what was decided keeps forms apart."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from analysis.features.names.namings import Naming
from analysis.features.names.persons import persons
from analysis.sources.people_file import NOT_A_PERSON, PRIVATE, PUBLIC, Decision

MAYOR = Decision(PUBLIC, 0, "Ines Calloway", "mayor")
TEACHER = Decision(PRIVATE, 0, "a teacher", "holds no office")


def listed(*namings, decided=None, **options):
    found = [Naming(*naming) if isinstance(naming, tuple) else Naming("a", naming, "person") for naming in namings]
    return persons(found, lambda form: (decided or {}).get(form), **options)


def groups(*namings, **options):
    return [{person.name, *person.forms} for person in listed(*namings, **options)]


def test_a_full_name_its_surname_and_its_given_name_are_one_person():
    (person,) = listed("Ada Holm", ("a", "Holm", ""), ("b", "Holm", "person"), ("b", "Ada", ""))
    assert (person.name, person.forms, person.counts) == ("Ada Holm", ("Holm", "Ada"), {"a": 2, "b": 2})


def test_a_given_name_or_surname_of_two_persons_stays_alone():
    assert groups("Ada Holm", "Ada Lund", "Ada") == [{"Ada"}, {"Ada Holm"}, {"Ada Lund"}]
    assert {"Holm"} in groups("Ada Holm", "Jonas Holm", "Holm")


def test_middle_names_suffixes_particles_nicknames_and_short_forms_are_of_one_person():
    assert len(groups("Robert J. Moss Jr.", "Robert Moss", "Bob Moss", "Moss")) == 1
    assert len(groups("Ada de Vries", ("a", "de Vries", "person"), "Vries")) == 1
    assert len(groups("Jane “Kit” Moss", "Kit")) == 1


def test_a_ruler_is_nobody_who_has_the_same_given_name():
    assert groups("Ada II", "Ada Holm") == [{"Ada Holm"}, {"Ada II"}]
    assert len(groups("Ada Holm III", "Holm")) == 1


def test_a_place_named_like_a_person_is_not_that_person():
    assert groups("Ada Jordan", ("a", "Jordan", "place")) == [{"Ada Jordan"}]
    assert groups("Ada Jordan", ("a", "Jordan", "place"), every_name=True) == [{"Ada Jordan"}, {"Jordan"}]


def test_who_seems_a_person_is_listed_and_other_names_only_on_request():
    found = ("a", "Wren", "", True), ("a", "Harbour Pictures", ""), ("a", "Alder Lines", "organisation")
    assert groups(*found) == [{"Wren"}]
    assert len(groups(*found, every_name=True)) == 3


def test_undecided_persons_come_first_then_private_public_and_no_persons():
    decided = {"Ines Calloway": MAYOR, "Jonas Reed": TEACHER, "Facebook": Decision(NOT_A_PERSON, 0, "Facebook", "")}
    found = listed("Facebook", "Ines Calloway", "Jonas Reed", "Vera Lind", decided=decided)
    assert [person.name for person in found] == ["Vera Lind", "Jonas Reed", "Ines Calloway", "Facebook"]
    assert [person.decision for person in found][:2] == [None, TEACHER]


def test_within_a_kind_the_most_widely_named_come_first():
    found = listed(("a", "Ada Holm", "person"), *[("a", "Jo Lund", "person")] * 3, ("b", "Ada Holm", "person"))
    assert [person.name for person in found] == ["Ada Holm", "Jo Lund"]


def test_forms_of_one_entry_are_one_person_whatever_their_words():
    decided = {"Ines Calloway": MAYOR, "Wren": MAYOR, "I. Kallovei": MAYOR}
    (person,) = listed("Wren", "I. Kallovei", decided=decided)
    assert (person.name, person.forms) == ("Ines Calloway", ("I. Kallovei", "Wren"))


def test_an_undecided_form_joins_a_public_name_and_no_private_one():
    assert len(groups("Ines Calloway", "Calloway", decided={"Ines Calloway": MAYOR})) == 1
    assert groups("Jonas Reed", "Reed", decided={"Jonas Reed": TEACHER}) == [{"Reed"}, {"Jonas Reed"}]


def test_a_private_form_of_a_public_persons_word_stays_apart():
    decided = {"Ines Calloway": MAYOR, "Ines": TEACHER}
    assert groups("Ines Calloway", "Ines", decided=decided) == [{"Ines"}, {"Ines Calloway"}]


NAMES = st.sampled_from(["Ada Holm", "Holm", "Ada", "Jo Holm", "Jo", "Vries", "Jane “Kit” Vries", "Kit", "Port Alder"])
FOUND = st.lists(st.tuples(st.sampled_from("ab"), NAMES, st.sampled_from(["", "person", "place"])))


@given(FOUND)
def test_every_mention_is_counted_once_and_the_order_of_mentions_is_nothing(found):
    made = listed(*found, every_name=True)
    assert sum((Counter(person.counts) for person in made), Counter()) == Counter(article for article, *_ in found)
    assert made == listed(*reversed(found), every_name=True)


def test_forms_without_a_word_are_no_names():
    assert listed(("a", "—", "person"), every_name=True) == []
