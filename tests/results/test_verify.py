"""Every difference between committed and recomputed results is named."""

import json
import re

import pytest

from analysis.results.verify import verify
from analysis.results.write import result_files


@pytest.fixture(scope="module")
def recomputed(harbour):
    return result_files(harbour.report, harbour.inputs, lock=None)


@pytest.fixture
def committed(recomputed, tmp_path):
    for name, text in recomputed.items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "figures").mkdir()
    return tmp_path


def test_the_same_results_have_no_difference(committed, recomputed):
    assert verify(committed, recomputed) == []


def numbers(text):
    """Yield the place of each number in the rows of a CSV text."""
    return [m for m in re.finditer(r"(?<=,)\d+(?:\.\d+)?(?=[,\n])", text) if m.start() > text.index("\n")]


def test_one_changed_number_in_any_table_is_one_line_that_names_it(committed, recomputed):
    tried = 0
    for name, text in recomputed.items():
        found = numbers(text) if name.endswith(".csv") else []
        if not found:
            continue
        place = found[len(found) // 2]
        changed = str(float(place.group()) + 1) if "." in place.group() else str(int(place.group()) + 1)
        (committed / name).write_bytes((text[: place.start()] + changed + text[place.end() :]).encode())
        lines = verify(committed, recomputed)
        assert lines, name
        assert all(line.startswith(f"{name}: ") for line in lines)
        assert any(place.group() in line for line in lines)
        (committed / name).write_bytes(text.encode())
        tried += 1
    assert tried > 8


def changed_json(committed, name, change):
    value = json.loads((committed / name).read_text("utf-8"))
    change(value)
    (committed / name).write_text(json.dumps(value), "utf-8")


def test_a_changed_sentence_is_named_by_its_finding(committed, recomputed):
    changed_json(committed, "findings.json", lambda findings: findings[0].update(sentence="Nothing was copied."))
    (line,) = verify(committed, recomputed)
    assert line.startswith("findings.json: copies.sentence: 'Nothing was copied.' committed, 'The file ")


def test_a_fact_that_only_one_side_has_is_named(committed, recomputed):
    changed_json(committed, "facts.json", lambda facts: facts.pop("files"))
    assert "facts.json: files.value: 'absent' committed, 5 recomputed" in verify(committed, recomputed)


def test_the_manifest_names_what_went_in(committed, recomputed):
    changed_json(committed, "manifest.json", lambda manifest: manifest["packages"].update(numpy="0"))
    (line,) = verify(committed, recomputed)
    assert line.startswith("manifest.json: packages.numpy: '0' committed, ")


def test_the_hash_of_a_table_that_is_named_already_is_not_named_again(committed, recomputed):
    (committed / "accounts.csv").write_bytes(recomputed["accounts.csv"].replace("true,true", "true,false").encode())
    changed_json(committed, "manifest.json", lambda manifest: manifest["outputs"].update({"accounts.csv": "0"}))
    lines = verify(committed, recomputed)
    assert lines
    assert all(line.startswith("accounts.csv: ") for line in lines)


def test_a_hash_that_is_wrong_by_itself_is_named(committed, recomputed):
    changed_json(committed, "manifest.json", lambda manifest: manifest["outputs"].update({"accounts.csv": "0"}))
    (line,) = verify(committed, recomputed)
    assert line.startswith("manifest.json: outputs.accounts.csv: '0' committed, ")


def test_files_too_few_or_too_many_are_named(committed, recomputed):
    (committed / "accounts.csv").unlink()
    (committed / "notes.txt").touch()
    assert verify(committed, recomputed) == ["accounts.csv: missing", "notes.txt: not a result"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("accounts.csv", b"a,b\n1,2\n", "accounts.csv: not the table it should be: the columns are"),
        ("facts.json", b"{", "facts.json: not JSON: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(committed, recomputed, name, content, complaint):
    (committed / name).write_bytes(content)
    (line,) = verify(committed, recomputed)
    assert line.startswith(complaint)


@pytest.mark.parametrize("name", ["accounts.csv", "facts.json"])
def test_other_bytes_for_the_same_values_are_a_difference(committed, recomputed, name):
    (committed / name).write_bytes(recomputed[name].replace("\n", "\r\n").encode())
    assert verify(committed, recomputed) == [f"{name}: the bytes differ, the values do not"]
