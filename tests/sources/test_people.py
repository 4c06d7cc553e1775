"""Who may be named: decisions by form, private forms only as salted hashes."""

import pytest

from analysis.errors import SourceError
from analysis.sources.people import normal_form, read_people, salted_hash


def people_of(tmp_path, text):
    (tmp_path / "people.toml").write_text(text)
    return read_people(tmp_path)


def test_without_the_file_nobody_has_decided(tmp_path):
    assert read_people(tmp_path) is None


def test_public_forms_and_private_roles_are_found_whatever_their_spelling_of_case_and_space(tmp_path):
    hashed = salted_hash("pepper", "Jane Moss")
    people = people_of(
        tmp_path,
        'salt = "pepper"\n[[public]]\nname = "Ines Calloway"\nforms = ["Calloway"]\nreason = "mayor"\n'
        f'[[private]]\nrole = "a passenger"\nhashes = ["{hashed}"]\n',
    )
    assert people.public == {"ines calloway", "calloway"}
    assert people.role("JANE  Moss’s") == "a passenger"
    assert people.role("Jane") is None


def test_the_digest_depends_on_decisions_and_not_on_layout(tmp_path):
    one = people_of(tmp_path, 'salt = "s"\n[[public]]\nname = "A B"\nreason = "x"\n').digest()
    two = people_of(tmp_path, '# why\nsalt = "s"\n\n[[public]]\nreason = "another"\nname = "a b"\n').digest()
    three = people_of(tmp_path, 'salt = "s"\n[[public]]\nname = "A C"\nreason = "x"\n').digest()
    assert one == two != three


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "the required key `salt` is missing"),
        ('salt = "s"\nprivat = []\n', "unknown key `privat`; the nearest known one is `private`"),
        ('salt = "s"\n[[public]]\nname = "A"\n', "the required key `public.0.reason` is missing"),
        ('salt = "s"\n[[private]]\nrole = "r"\nhashes = ["Jane"]\n', "expected 64 lower-case hexadecimal digits"),
    ],
)
def test_a_malformed_file_is_refused_with_key_and_remedy(tmp_path, text, complaint):
    with pytest.raises(SourceError, match=complaint):
        people_of(tmp_path, text)


def test_normal_form_drops_possessive_and_case():
    assert normal_form("Jane O’Neil’s") == "jane o'neil"


def test_a_name_of_several_words_is_not_both_public_and_private(tmp_path):
    private = f'[[private]]\nrole = "a passenger"\nhashes = ["{salted_hash("s", "Jane Moss")}"]\n'
    public = '[[public]]\nname = "Jane Moss"\nreason = "mayor"\n'
    with pytest.raises(SourceError) as refused:
        people_of(tmp_path, f'salt = "s"\n{public}{private}')
    assert str(refused.value).endswith(
        "people.toml: 'Jane Moss' is listed in clear, and private as 'a passenger'.\nTake it out of one of the lists."
    )
    with pytest.raises(SourceError, match="is listed in clear"):
        people_of(tmp_path, f'salt = "s"\nnot_persons = ["Jane Moss"]\n{private}')
    with pytest.raises(SourceError, match="has two roles, 'a passenger' and 'a nurse'"):
        people_of(tmp_path, f'salt = "s"\n{private}{private.replace("passenger", "nurse")}')
