"""`variorum people`: who is named and what was decided; one decision at a time, private names never in clear."""

import shutil
import tomllib

import pytest
from click.testing import CliRunner

from analysis.errors import SourceError
from analysis.people_command import people as command
from analysis.sources.people import read_people

PRIVATE_REED = ["--private", "Jonas Reed", "--role", "a teacher", "--reason", "holds no office"]


def run(folder, *arguments):
    return CliRunner().invoke(command, [str(folder), *map(str, arguments)], catch_exceptions=False)


def lines(folder, *arguments):
    done = run(folder, *arguments)
    assert done.exit_code == 0
    return done.stdout.splitlines()


def kinds(folder, *arguments):
    """Return name → decision, in the order of the listing."""
    listed = [line for line in lines(folder, *arguments) if " article" in line]
    return {line[14:].split("  ")[0]: line[:14].strip() for line in listed}


def refused(folder, *arguments):
    with pytest.raises(SourceError) as error:
        run(folder, *arguments)
    return str(error.value)


def test_each_person_is_one_line_with_forms_articles_and_counts(harbour_copy):
    done = run(harbour_copy)
    assert "undecided     Ines Calloway (Calloway)                 4 in 3 articles: harbour-herald 2, " in done.stdout
    assert "nobody has decided yet, and nobody is withheld" in done.stderr
    assert "Skerry" not in done.stdout
    assert not (harbour_copy / "people.toml").exists()


def test_decided_persons_follow_the_undecided_with_role_and_reason(harbour_copy):
    run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor")
    run(harbour_copy, *PRIVATE_REED)
    run(harbour_copy, "--not-person", "Alder Lines")
    listed = lines(harbour_copy)
    assert [line.split()[0] for line in listed[-3:]] == ["private", "public", "not"]
    assert listed[-3].endswith("1 in 1 article: island-gazette 1; a teacher: holds no office")
    assert listed[-2].endswith("; mayor")
    assert all(line.startswith("undecided") for line in listed[:-3])


def test_every_name_that_is_not_decided_is_listed_on_request(harbour_copy):
    run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor")
    assert {"Skerry", "Port Alder", "Jonas Reed"} <= kinds(harbour_copy, "--all").keys()
    assert set(kinds(harbour_copy, "--all").values()) == {"undecided"}
    assert not any("Calloway" in name for name in kinds(harbour_copy, "--all"))


def test_a_private_name_stands_nowhere_in_clear_and_is_withheld(harbour_copy):
    said = run(harbour_copy, *PRIVATE_REED).stdout
    assert "Hashed: Jonas Reed, Reed, Jonas." in said
    text = (harbour_copy / "people.toml").read_text("utf-8")
    assert not {"Jonas", "Reed", "jonas", "reed"} & set(text.replace('"', " ").split())
    people = read_people(harbour_copy)
    assert [people.role(form) for form in ("Jonas Reed", "Reed", "Jonas", "Odell")] == ["a teacher"] * 3 + [None]


def test_an_ordinary_word_is_not_hashed_and_said_so(harbour_copy):
    article = harbour_copy / "texts" / "stray.txt"
    article.write_text("The reed grew.", "utf-8")
    (harbour_copy / "stray.toml").write_text('outlet = "Stray"\n[text]\nfile = "stray.txt"\n', "utf-8")
    said = run(harbour_copy, *PRIVATE_REED).stdout
    assert "Hashed: Jonas Reed, Jonas." in said
    assert "Not hashed: Reed, an ordinary word, a title or a place. Add --form Reed if it is to be." in said
    assert "Hashed: Jonas Reed, Reed, Jonas." in run(harbour_copy, *PRIVATE_REED, "--form", "Reed").stdout


def test_a_public_person_takes_the_forms_of_the_texts_and_those_given(harbour_copy):
    said = run(harbour_copy, "--public", "Katarina Wojtek", "--reason", "speaks", "--form", "Voytek", "--form", "Kat W")
    assert "Forms: Katarina Wojtek, Wojtek, Voytek, Kat W." in said.stdout
    assert "No text at hand has the form Kat W; it was recorded all the same." in said.stdout
    assert kinds(harbour_copy)["Katarina Wojtek (Voytek, Wojtek)"] == "public"


def test_a_changed_decision_moves_and_asks_for_new_features(harbour_copy, variorum):
    run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor")
    variorum("extract", harbour_copy, "--texts", harbour_copy / "texts")
    said = run(harbour_copy, "--private", "Ines Calloway", "--role", "an official", "--reason", "asked for it").stdout
    assert "Ines Calloway was public before." in said
    assert f"must be extracted anew: variorum extract {harbour_copy} --texts DIR" in said
    assert "Calloway" not in (harbour_copy / "people.toml").read_text("utf-8")
    code, _, err = variorum("analyse", harbour_copy)
    assert (code, "people has changed since the features were extracted" in err) == (2, True)
    assert variorum("extract", harbour_copy, "--texts", harbour_copy / "texts")[0] == 0
    assert "Calloway" not in (harbour_copy / "features" / "names.csv").read_text("utf-8")


def test_a_decision_on_a_shorter_form_is_about_that_form_alone(harbour_copy):
    run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor")
    said = run(harbour_copy, "--private", "Calloway", "--role", "a passer-by", "--reason", "another person").stdout
    assert "Only the form Calloway was decided, apart from Ines Calloway." in said
    assert (kinds(harbour_copy)["Ines Calloway"], kinds(harbour_copy)["Calloway"]) == ("public", "private")


def test_without_texts_the_features_names_are_listed_and_said_to_be_incomplete(harbour_copy, variorum):
    run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor")
    variorum("extract", harbour_copy, "--texts", harbour_copy / "texts")
    shutil.rmtree(harbour_copy / "texts")
    done = run(harbour_copy)
    assert "5 of 5 texts are not at hand (--texts)" in done.stderr
    assert "Ines Calloway" in done.stdout
    assert "Odell" not in done.stdout
    assert "no text at hand has the name 'Odell'" in refused(harbour_copy, "--not-person", "Odell")


def test_without_texts_and_features_the_texts_are_asked_for(harbour_copy):
    shutil.rmtree(harbour_copy / "texts")
    assert "Name the folder that holds the texts with --texts" in refused(harbour_copy)


def test_a_bare_folder_of_texts_can_have_decisions(harbour_copy):
    texts = harbour_copy / "texts"
    assert "is new. From now on whoever is not public in it is withheld." in run(texts, *PRIVATE_REED).stdout
    assert kinds(texts)["Jonas Reed"] == "private"


def test_the_salt_is_the_folders_name_or_the_one_given_and_never_changes(harbour_copy):
    run(harbour_copy, *PRIVATE_REED, "--salt", "pepper")
    people = harbour_copy / "people.toml"
    assert tomllib.loads(people.read_text("utf-8"))["salt"] == "pepper"
    assert "its salt is 'pepper'" in refused(harbour_copy, *PRIVATE_REED, "--salt", "other")
    people.unlink()
    run(harbour_copy, *PRIVATE_REED)
    assert tomllib.loads(people.read_text("utf-8"))["salt"] == "harbour-people"


ODELL = ["--private", "Odell", "--role", "a shopkeeper", "--reason", "holds no office"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--public", "Jonas Rede", "--reason", "x"], "'Jonas Rede'; the nearest name is 'Jonas Reed'.\nWrite"),
        (["--public", "Odell"], "the reason is missing.\nAdd it: --reason"),
        (["--public", "Odell", "--reason", " "], "the reason is missing"),
        (["--private", "Odell", "--reason", "x"], "the role is missing.\nAdd it: --role"),
        (["--private", "Odell", "--role", "r"], "the reason is missing"),
        ([*ODELL, "--public", "Odell"], "two decisions at once, --public and --private.\nMake one decision per call."),
        ([*ODELL, "--not-person", "Odell"], "two decisions at once, --private and --not-person"),
        (["--private", "Odell", "--role", "a woman called Odell", "--reason", "x"], "--role itself names a private"),
        (["--private", "Odell", "--role", "an odell", "--reason", "x"], "--role itself names a private"),
        (["--private", "Odell", "--role", "r", "--reason", "Odell asked for it"], "--reason itself names a private"),
        (["--reason", "x"], "--reason without a decision.\nAdd one of --public, --private, --not-person"),
        (["--public", "Odell", "--reason", "x", "--role", "r"], "--role belongs to --private"),
        (["--not-person", "Odell", "--reason", "x"], "--reason belongs to --public and --private"),
        (["--not-person", "—"], "a name holds no word"),
        (["--not-person", "Odell", "--form", ""], "a name holds no word"),
        (["--not-person", "potatoes"], "no text at hand has the name 'potatoes'"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_the_next_step_and_nothing_is_written(harbour_copy, tree, arguments, complaint):
    before = tree(harbour_copy)
    said = refused(harbour_copy, *arguments)
    assert said.startswith(f"{harbour_copy / 'people.toml'}: ")
    assert complaint in said
    assert tree(harbour_copy) == before


def test_a_file_that_would_name_a_private_person_elsewhere_is_not_written(harbour_copy, tree):
    people = harbour_copy / "people.toml"
    people.write_text('# Ask Odell first.\nsalt = "s"\n', "utf-8")
    before = tree(harbour_copy)
    assert "line 1 of the new file would name a private person" in refused(harbour_copy, *ODELL)
    assert tree(harbour_copy) == before


def test_a_malformed_people_file_is_refused(harbour_copy):
    (harbour_copy / "people.toml").write_text("salt = 3", "utf-8")
    assert "`salt` is 3, expected a string in quotes" in refused(harbour_copy)
    assert "`salt` is 3" in refused(harbour_copy, *ODELL)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert "there is no such folder" in refused(tmp_path / "nowhere")
    assert "there is no such folder" in refused(tmp_path / "nowhere", *ODELL)


def test_a_linked_people_file_is_changed_where_it_is(harbour_copy, tmp_path):
    real = tmp_path / "decisions.toml"
    real.write_text('salt = "s"\n', "utf-8")
    (harbour_copy / "people.toml").symlink_to(real)
    run(harbour_copy, *ODELL)
    assert (harbour_copy / "people.toml").is_symlink()
    assert "a shopkeeper" in real.read_text("utf-8")


def test_marks_line_ends_and_mode_of_the_file_stay(harbour_copy):
    path = harbour_copy / "people.toml"
    path.write_bytes(b'\xef\xbb\xbfsalt = "s"\r\n')
    path.chmod(0o640)
    assert run(harbour_copy, "--public", "Ines Calloway", "--reason", "mayor").exit_code == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsalt")
    assert content.count(b"\n") == content.count(b"\r\n") > 1
    assert path.stat().st_mode & 0o777 == 0o640
