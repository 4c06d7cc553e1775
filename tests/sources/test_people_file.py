"""The edit of `people.toml`: one decision changes, the rest of the file stays as it was."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sources.people import VALIDATOR, salted_hash
from analysis.sources.people_file import (
    NOT_A_PERSON,
    PRIVATE,
    PUBLIC,
    decisions,
    in_clear,
    new_file,
    public_forms,
    with_not_person,
    with_private,
    with_public,
)


def hashed(*forms):
    return [salted_hash("pepper", form) for form in forms]


FULL, SURNAME, CALL_SIGN = hashed("Jonas Reed", "Reed", "Wren")
FILE = f"""# The crew, and who speaks for it.
salt = "pepper"  # never changed

# Officials
[[public]]
name = "Ines Calloway"
forms = ["Calloway"]   # as the texts have it
reason = "mayor"

# Of the crews
[[public]]
name = "Katarina Wojtek"
reason = "speaks for the crews"

# Everybody else
[[private]]
role = "a teacher"
hashes = [
  "{FULL}", # first
  "{SURNAME}",
]

[[private]]
role = "a sailor"
reason = "named by call sign"
hashes = ["{CALL_SIGN}"]
"""
COMMENTS = [line.split("#")[1] for line in FILE.splitlines() if "#" in line and "# first" not in line]


def of(text, form):
    decision = decisions(text).of(form)
    return decision and (decision.kind, decision.shown)


def check(text):
    VALIDATOR.validate(tomllib.loads(text))
    return text


def test_decisions_are_read_by_form_and_by_hash():
    assert of(FILE, "CALLOWAY’s") == (PUBLIC, "Ines Calloway")
    assert of(FILE, "Jonas  Reed") == (PRIVATE, "a teacher")
    assert of(FILE, "Jonas") is None
    assert of("", "Jonas") is None
    assert of('salt = "s"\nnot_persons = ["Alder Lines"]', "Alder Lines") == (NOT_A_PERSON, "Alder Lines")


def test_a_lone_word_that_is_private_and_public_is_private_as_in_the_extraction():
    text = with_public(FILE, "Ada Wren", ["Wren Holm"], reason="x").replace('"Wren Holm"', '"Wren"')
    assert of(text, "Wren") == (PRIVATE, "a sailor")
    assert of(text, "Ada Wren") == (PUBLIC, "Ada Wren")


def test_a_new_public_person_stands_last_in_the_list_and_nothing_else_changes():
    text = check(with_public(FILE, "Vera Lind", ["Lind", "vera lind"], reason="leads the committee"))
    entry = '[[public]]\nname = "Vera Lind"\nforms = ["Lind"]\nreason = "leads the committee"\n\n'
    assert text == FILE.replace("# Everybody else", entry + "# Everybody else")


def test_a_new_private_person_stands_in_hashes_only():
    text = check(with_private(FILE, "Vera Lind", ["Lind"], role="a member", reason="holds no office"))
    hashes = ", ".join(f'"{digest}"' for digest in hashed("Vera Lind", "Lind"))
    entry = f'\n[[private]]\nrole = "a member"\nreason = "holds no office"\nhashes = [{hashes}]\n'
    assert text == FILE + entry
    assert "Lind" not in text


def test_a_new_name_of_no_person_stands_below_the_salt():
    text = check(with_not_person(FILE, "Alder Lines", ["Lines"]))
    assert text == FILE.replace("changed\n", 'changed\nnot_persons = ["Alder Lines", "Lines"]\n')
    assert tomllib.loads(check(with_not_person(text, "Herald", [])))["not_persons"] == [
        "Alder Lines",
        "Lines",
        "Herald",
    ]


@pytest.mark.parametrize("name", ["Ines Calloway", "Katarina Wojtek"])
def test_a_public_person_made_private_leaves_the_public_list_and_the_comments_stay(name):
    text = check(with_private(FILE, name, [], role="an islander", reason="asked for it"))
    assert name not in text
    assert of(text, name) == (PRIVATE, "an islander")
    assert [line.split("#")[1] for line in text.splitlines() if "#" in line and "# first" not in line] == [
        comment for comment in COMMENTS if name != "Ines Calloway" or "texts have" not in comment
    ]
    assert len(tomllib.loads(text)["public"]) == 1


def test_the_forms_of_a_public_person_made_private_are_hashed_too():
    assert of(with_private(FILE, "Ines Calloway", [], role="r", reason="x"), "Calloway") == (PRIVATE, "r")


def test_the_last_public_person_made_private_leaves_no_list():
    text = with_private(FILE, "Ines Calloway", [], role="r", reason="x")
    assert "public" not in tomllib.loads(check(with_private(text, "Katarina Wojtek", [], role="r", reason="x")))


def test_a_private_person_made_public_leaves_no_hash():
    text = check(with_public(FILE, "Jonas Reed", ["Reed"], reason="ran for office"))
    assert FULL not in text
    assert SURNAME not in text
    assert CALL_SIGN in text
    assert of(text, "Reed") == (PUBLIC, "Jonas Reed")


def test_a_decision_on_a_shorter_form_takes_that_form_alone():
    text = check(with_private(FILE, "Calloway", [], role="an islander", reason="another person"))
    assert of(text, "Calloway") == (PRIVATE, "an islander")
    assert of(text, "Ines Calloway") == (PUBLIC, "Ines Calloway")
    text = check(with_public(FILE, "Reed", [], reason="another person"))
    assert of(text, "Reed") == (PUBLIC, "Reed")
    assert of(text, "Jonas Reed") == (PRIVATE, "a teacher")


def test_a_private_person_decided_anew_keeps_the_hashes_that_nobody_can_read():
    text = check(with_private(FILE, "Jonas Reed", ["Jonas"], role="a witness", reason="x"))
    assert of(text, "Reed") == of(text, "Jonas") == (PRIVATE, "a witness")
    assert "a teacher" not in text


def test_a_public_person_decided_anew_keeps_the_forms_and_stands_once():
    text = check(with_public(FILE, "Ines Calloway", ["Mayor Calloway"], reason="former mayor"))
    assert public_forms(text, "ines calloway") == ["Ines Calloway", "Mayor Calloway", "Calloway"]
    assert text.count('"Ines Calloway"') == 1


def test_a_name_of_no_person_that_is_one_leaves_the_list():
    text = with_not_person(FILE, "Wren", [])
    assert CALL_SIGN not in text
    text = check(with_public(text, "Wren", [], reason="x"))
    assert tomllib.loads(text)["not_persons"] == []


def test_lists_written_inline_are_changed_where_they_stand():
    text = 'salt = "s"\npublic = [{name = "A B", reason = "x"}]\n'
    assert len(tomllib.loads(check(with_public(text, "C D", ["D"], reason="y")))["public"]) == 2
    assert of(check(with_private(text, "A B", [], role="r", reason="y")), "A B") == (PRIVATE, "r")


def test_a_file_without_a_last_line_end_and_one_without_hashes_are_mended_not_broken():
    text = 'salt = "s"\n[[private]]\nrole = "r"\nhashes = []\n[[public]]\nname = "A B"\nreason = "x"'
    assert len(tomllib.loads(check(with_public(text, "C D", [], reason="y")))["private"]) == 1


def test_a_new_file_says_what_the_salt_is_for_and_has_no_decision():
    text = check(new_file('a "quoted" folder'))
    assert tomllib.loads(text) == {"salt": 'a "quoted" folder'}
    assert "only keeps hashes of different projects apart" in text


def test_lines_with_a_private_name_are_found_unless_a_public_name_holds_it():
    decided = decisions(with_public(FILE, "Ada Wren", [], reason="x"))
    text = "Ada Wren sings.\nA wren sings.\nHe met Wren.\nJONAS REED"
    assert in_clear(text, decided) == [3, 4]
    assert in_clear(text, decided, ["wren"]) == [2, 3, 4]
    assert in_clear(FILE, decisions(FILE)) == []


NAMES = st.sampled_from(["Ines Calloway", "Calloway", "Katarina Wojtek", "Jonas Reed", "Reed", "Wren", "Vera Lind"])
EDITS = {
    PUBLIC: lambda text, name, forms: with_public(text, name, forms, reason="x"),
    PRIVATE: lambda text, name, forms: with_private(text, name, forms, role="r", reason="x"),
    NOT_A_PERSON: with_not_person,
}


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), NAMES, st.lists(NAMES, max_size=2)), max_size=5))
def test_after_any_edits_the_last_decision_holds_and_its_name_is_in_one_list(edits):
    text = FILE
    for kind, name, forms in edits:
        text = check(EDITS[kind](text, name, forms))
        assert all(decisions(text).of(form).kind == kind for form in (name, *forms))
        assert in_clear(text, decisions(text)) == []
        assert [c for c in COMMENTS if "texts have" not in c and c not in text] == []
