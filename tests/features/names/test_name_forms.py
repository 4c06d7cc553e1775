"""Under which forms a private person is withheld, and which words would hide something else."""

import pytest

from analysis.features.names.name_forms import ORDINARY, SHARED, name_ends, private_forms


def forms(name, *written, lower=(), shared=()):
    return private_forms(name, written, lower=lower, shared=shared)


def test_a_full_name_is_withheld_with_its_ends_and_without_its_middle():
    assert forms("Jane “Kit” K. Moss Jr.").withheld == (
        "Jane “Kit” K. Moss Jr.",
        "Jane Kit K Moss",
        "Jane Moss",
        "Moss",
        "Jane",
        "Kit",
    )


def test_a_call_sign_is_withheld_even_if_it_is_an_ordinary_word():
    assert forms("Wren", lower={"wren"}) == (("Wren",), {})


def test_a_surname_that_is_an_ordinary_word_is_left_out_unless_the_texts_write_it_as_a_name():
    assert forms("Jonas Reed", lower={"reed"}) == (("Jonas Reed", "Jonas"), {"Reed": ORDINARY})
    assert forms("Jonas Reed", "Reed", lower={"reed"}) == (("Jonas Reed", "Reed", "Jonas"), {})


@pytest.mark.parametrize("word", ["May", "General", "Norway", "Will"])
def test_listed_words_are_left_out(word):
    assert forms(f"Jonas {word}").left_out == {word: ORDINARY}


def test_a_word_of_another_name_is_left_out():
    assert forms("Jonas Reed", shared={"jonas"}) == (("Jonas Reed", "Reed"), {"Jonas": SHARED})


def test_a_particle_belongs_to_the_surname_in_the_full_name_alone():
    assert forms("Ada de Vries").withheld == ("Ada de Vries", "Ada Vries", "Vries", "Ada")
    assert name_ends("de Vries") == ("", "vries", ())


def test_initials_are_no_names():
    assert forms("J. Reed").withheld == ("J. Reed", "Reed")


def test_the_name_comes_first_and_no_form_twice():
    assert forms("Jonas Reed", "JONAS REED", "Reed", "Reed’s").withheld == ("Jonas Reed", "Reed", "Jonas")


def test_a_form_without_a_word_has_no_ends():
    assert name_ends("—") == ("", "", ())
