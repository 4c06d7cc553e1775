"""A ledger is read whole, or refused with file, entry, field, what was expected and found, and the remedy."""

import json
import re
import shutil
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.ledger.model import Place, Review
from analysis.ledger.read import NO_CODING, read_ledger

MALFORMED = json.loads((Path(__file__).parent.parent / "data" / "ledger_faults.json").read_text("utf-8"))["cases"]
ARTICLES = ("herald", "north-post")
HASHES = f'sha256 = "0123456789abcdef", before = "{"0" * 16}", after = "{"f" * 16}"'
AT = f"at = {{ start = 5, end = 9, words = 2, {HASHES} }}"
KNOWN = "expected an article of the sources: herald, north-post. Mend the id."
HEAD = 'format = 1\n[coder]\nname = "Ann"\nkind = "person"\nround = 1\n'
ITEM = """[[item]]
id = "Q01"
subject = "the crews"
attribute = "strength"
type = "quantity"
kind = "may both be right"
relation = "disjoint"
within = false
misleads = true
reputation = false
checkable = true
status = "candidate"
explanation = "They count different people."
"""
VALUES = f"""[[item.value]]
article = "herald"
value = "about 200"
low = 170
high = 230
{AT}
[[item.value]]
article = "north-post"
value = "350 or more"
{AT}
"""
GOOD = HEAD + ITEM + VALUES
DECOYS = f"""format = 1
[[decoy]]
id = "X01"
type = "date"
why_not = "Two days of one week."
[[decoy.place]]
article = "herald"
{AT}
[[decoy.place]]
article = "north-post"
{AT}
"""


def written(folder, name, text):
    path = folder / "ledger" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(folder, name, text):
    """Return the message with which a file is refused, its own path taken off each line."""
    path = written(folder, name, text)
    with pytest.raises(SourceError) as caught:
        read_ledger(folder, ARTICLES)
    return [line.removeprefix(f"{path}: ") for line in str(caught.value).split("\n")]


def test_the_invented_ledger_is_read_whole(coded):
    assert (coded.coding.coder, coded.coding.coder_kind, coded.coding.round) == ("Edda Quist", "person", 1)
    assert [item.id for item in coded.coding.items] == ["Q01", "Q02", "C01", "D01", "N01", "T01"]
    assert [(other.coder, other.file) for other in coded.others] == [("second", "coders/second.toml")]
    assert [decoy.id for decoy in coded.decoys] == ["X01", "X02"]
    assert list(coded.codebook) == ["type", "kind", "answer", "status"]
    first, correction = coded.coding.items[0], coded.coding.items[2]
    assert (first.severity, correction.severity, correction.within) == (2, 3, False)
    assert correction.note_word == "corrected"
    gazette = first.values[3]
    assert (gazette.article, gazette.low, gazette.high, gazette.unit) == ("island-gazette", 350.0, None, "persons")
    assert [value.repeats for value in first.values] == ["", "harbour-herald", "harbour-herald", ""]


def test_the_least_item_has_no_optional_field(tmp_path):
    written(tmp_path, "ledger.toml", GOOD)
    (item,) = read_ledger(tmp_path, ARTICLES).coding.items
    assert item.values[1].place == Place(5, 9, 2, "0123456789abcdef", "0" * 16, "f" * 16)
    assert (item.reason, item.values[1].as_of, item.values[1].low, item.values[1].high_open) == ("", "", None, False)


def test_the_same_place_may_hold_two_values(tmp_path):
    written(tmp_path, "ledger.toml", GOOD.replace("north-post", "herald"))
    assert len(read_ledger(tmp_path, ARTICLES).coding.items[0].values) == 2


def test_without_a_folder_or_in_an_empty_one_there_is_no_ledger(tmp_path):
    assert read_ledger(tmp_path, ARTICLES) is None
    (tmp_path / "ledger" / "coders").mkdir(parents=True)
    (tmp_path / "ledger" / ".gitkeep").touch()
    (tmp_path / "ledger" / "README.md").write_text("To come.")
    assert read_ledger(tmp_path, ARTICLES) is None


def test_reviews_alone_are_a_ledger_without_a_coding(tmp_path):
    line = '{"subject": "name-a-b", "origin": "machine", "decision": "confirm", "reason": "", "reviewer": "Ann", '
    written(tmp_path, "reviews.jsonl", line + '"reviewer_kind": "person", "round": 1}\n')
    ledger = read_ledger(tmp_path, ARTICLES)
    assert ledger.coding == NO_CODING
    assert ledger.coding.coder == ""
    assert ledger.reviews == (Review("name-a-b", "machine", "confirm", "", "Ann", "person", 1),)


@pytest.mark.parametrize("case", MALFORMED, ids=lambda case: case["label"])
def test_a_malformed_coding_is_refused_with_the_entry_and_the_remedy(tmp_path, case):
    assert case["old"] in GOOD
    assert refused(tmp_path, "ledger.toml", GOOD.replace(case["old"], case["new"], 1)) == case["lines"]


def test_every_slip_of_a_file_is_a_line_in_the_order_of_its_entries(tmp_path):
    text = GOOD.replace("within = false", "within = 0").replace("low = 170", 'low = "a"') + ITEM.replace("Q01", "Q02")
    assert refused(tmp_path, "ledger.toml", text) == [
        "item Q01, value 1: `low` is 'a', expected a number. Change it.",
        "item Q01: `within` is 0, expected true or false. Change it.",
        "item Q02: the required key `value` is missing. Add it.",
    ]


def test_other_coders_files_are_held_to_the_same(tmp_path):
    written(tmp_path, "ledger.toml", GOOD)
    assert refused(tmp_path, "coders/ben.toml", GOOD.replace("quantity", "count"))[0].startswith("item Q01: `type` is")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            'format = 1\n[coder]\nname = "Ann\n',
            [
                "not valid TOML: Illegal character '\\n' (at line 3, column 12).",
                "Mend that line; strings stand in straight double quotes.",
            ],
        ),
        (b'format = 1\nnote = "\xff"\n', ["byte 19 is not UTF-8.", "Save the file as UTF-8."]),
    ],
)
def test_what_is_no_toml_or_no_utf8_is_refused(tmp_path, text, lines):
    assert refused(tmp_path, "ledger.toml", text) == lines


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("why_not", "why", "decoy X01: the required key `why_not` is missing. Add it."),
        (
            DECOYS[DECOYS.rindex("[[decoy.place]]") :],
            "",
            "decoy X01: `place` has 1 entry, expected 2 or more. Add what is missing.",
        ),
        (
            '"north-post"',
            '"x"',
            f"decoy X01, place 2: `article` is 'x', {KNOWN}",
        ),
        ("end = 9", "end = 1", "decoy X01, place 1: `at.end` is 1, expected more than `at.start`, 5. Mend the place."),
    ],
)
def test_a_malformed_decoy_is_refused(tmp_path, old, new, line):
    assert line in refused(tmp_path, "decoys.toml", DECOYS.replace(old, new, 1))


def test_decoys_alone_are_a_ledger(tmp_path):
    written(tmp_path, "decoys.toml", DECOYS)
    ledger = read_ledger(tmp_path, ARTICLES)
    assert [article for article, _ in ledger.decoys[0].places] == ["herald", "north-post"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[type.label]", "[type.lable]", "the required key `type.label` is missing. Add it."),
        (
            "[type.label]",
            "[type.lable]",
            "unknown key `type.lable`; the nearest known one is `label`. Rename or remove it.",
        ),
        (
            '[kind."changed over time"]',
            '[kind."changed"]',
            "the required key `kind.changed over time` is missing. Add it.",
        ),
        ("[answer.misleads]", "[status.rejected.x]", "the required key `answer.misleads` is missing. Add it."),
        ('definition = "where"', 'definition = " "', "`type.place.definition` is empty. Fill it in."),
        ('definition = "where"\n', "", "the required key `type.place.definition` is missing. Add it."),
    ],
)
def test_a_codebook_that_lacks_a_word_is_refused(tmp_path, coded_copy, old, new, line):
    text = (coded_copy / "ledger" / "codebook.toml").read_text("utf-8")
    assert old in text
    assert line in refused(tmp_path, "codebook.toml", text.replace(old, new, 1))


def test_a_misspelled_file_is_not_passed_over(tmp_path):
    assert refused(tmp_path, "legder.toml", GOOD) == [
        "unknown file, expected ledger.toml, decoys.toml, codebook.toml, reviews.jsonl; "
        "the nearest known one is `ledger.toml`.",
        f"Rename or remove it; other coders' files stand in {tmp_path / 'ledger' / 'coders'}.",
    ]


def test_a_file_where_the_folder_belongs_is_refused(tmp_path):
    (tmp_path / "ledger").write_text("mine")
    with pytest.raises(SourceError, match=re.escape(f"{tmp_path / 'ledger'}: expected a folder with the files")):
        read_ledger(tmp_path, ARTICLES)


def test_a_folder_where_a_file_belongs_is_refused(tmp_path):
    (tmp_path / "ledger" / "reviews.jsonl").mkdir(parents=True)
    with pytest.raises(SourceError, match="expected a file, found none that can be read"):
        read_ledger(tmp_path, ARTICLES)


def test_a_ledger_of_other_sources_is_refused_by_article(coded_copy):
    shutil.rmtree(coded_copy / "ledger" / "coders")
    with pytest.raises(SourceError, match=r"item Q01, value 1: `article` is 'harbour-herald', expected .* herald"):
        read_ledger(coded_copy, ARTICLES)
