"""A ledger is read whole, or refused with file, entry, field, what was expected and found, and the remedy."""

import re
import shutil

import pytest

from analysis.errors import SourceError
from analysis.ledger.model import Place, Review
from analysis.ledger.read import NO_CODING, read_ledger
from analysis.vocabulary import KINDS, RELATIONS, TYPES

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


ID_RULE = (
    "expected at most 60 letters, digits and single hyphens between them, not beginning as a candidate's id does. "
    "Change it."
)
MALFORMED = {
    "an unknown key": (
        ("misleads =", "mislead ="),
        [
            "item Q01: the required key `misleads` is missing. Add it.",
            "item Q01: unknown key `mislead`; the nearest known one is `misleads`. Rename or remove it.",
        ],
    ),
    "an unknown key at the top": (
        ("[[item]]", "[[itms]]\n[[item]]"),
        ["unknown key `itms`; the nearest known one is `item`. Rename or remove it."],
    ),
    "an unknown key of a value": (
        ("low =", "lo ="),
        ["item Q01, value 1: unknown key `lo`; the nearest known one is `low`. Rename or remove it."],
    ),
    "a missing key": (
        ('relation = "disjoint"\n', ""),
        ["item Q01: the required key `relation` is missing. Add it."],
    ),
    "a missing key of a place": (
        ("words = 2, ", ""),
        ["item Q01, value 1: the required key `at.words` is missing. Add it."],
    ),
    "no coder": ((HEAD, "format = 1\n"), ["the required key `coder` is missing. Add it."]),
    "no format": (("format = 1\n", ""), ["the required key `format` is missing. Add it."]),
    "a coder of no kind": (
        ('kind = "person"', 'kind = "persn"'),
        ["`coder.kind` is 'persn', expected one of person, assistant; the nearest known one is `person`. Change it."],
    ),
    "round 0": (("round = 1", "round = 0"), ["`coder.round` is 0, expected 1 or more. Change it."]),
    "a wrong type": (
        ("within = false", 'within = "no"'),
        ["item Q01: `within` is 'no', expected true or false. Change it."],
    ),
    "a bound in quotes": (
        ("low = 170", 'low = "170"'),
        ["item Q01, value 1: `low` is '170', expected a number. Change it."],
    ),
    "an offset with a point": (
        ("start = 5", "start = 5.0"),
        ["item Q01, value 1: `at.start` is 5.0, expected a whole number. Change it."],
    ),
    "an offset below 0": (
        ("start = 5", "start = -5"),
        ["item Q01, value 1: `at.start` is -5, expected 0 or more. Change it."],
    ),
    "items that are no list": (
        (GOOD, HEAD.replace("[coder]", "item = 3\n[coder]")),
        ["`item` is 3, expected a list. Change it."],
    ),
    "a word out of the vocabulary": (
        ('type = "quantity"', 'type = "quantty"'),
        [
            f"item Q01: `type` is 'quantty', expected one of {', '.join(TYPES)}; "
            "the nearest known one is `quantity`. Change it."
        ],
    ),
    "a kind out of the vocabulary": (
        ("may both be right", "cannot both be true"),
        [
            f"item Q01: `kind` is 'cannot both be true', expected one of {', '.join(KINDS)}; "
            "the nearest known one is `cannot both be right`. Change it."
        ],
    ),
    "a relation that is no word": (
        ('relation = "disjoint"', "relation = 3"),
        [f"item Q01: `relation` is 3, expected one of {', '.join(RELATIONS)}. Change it."],
    ),
    "an id with a blank": (
        ('"Q01"', '"Q 01"'),
        [f"item 1: `id` is 'Q 01', {ID_RULE}"],
    ),
    "an id that a candidate may have": (
        ('"Q01"', '"name-alder-allder"'),
        [f"item 1: `id` is 'name-alder-allder', {ID_RULE}"],
    ),
    "an id of many letters": (('"Q01"', f'"{"Q" * 61}"'), [f"item 1: `id` is '{'Q' * 59}…, {ID_RULE}"]),
    "an offset beyond any text": (
        ("end = 9", "end = 9999999999"),
        ["item Q01, value 1: `at.end` is 9999999999, expected 1000000000 or less. Change it."],
    ),
    "a bound that nothing can draw": (
        ("low = 170", "low = 1e-320"),
        ["item Q01, value 1: `low` is 1e-320, expected a number up to 1e+15. Change it, or leave it out: it is open."],
    ),
    "an empty id": (('"Q01"', '""'), ["item 1: `id` is empty. Fill it in."]),
    "an id with a hyphen at its end": (
        ('"Q01"', '"Q-"'),
        [f"item 1: `id` is 'Q-', {ID_RULE}"],
    ),
    "an id that is there already": (
        (VALUES, VALUES + (ITEM + VALUES).replace("Q01", "q01")),
        [
            "item 2: `id` is 'q01', expected one of its own: item 1 has 'Q01', and case does not count. "
            "Change one of them."
        ],
    ),
    "an article that is none": (
        ('article = "north-post"', 'article = "north"'),
        [f"item Q01, value 2: `article` is 'north', {KNOWN}"],
    ),
    "an origin that is no article": (
        ("low = 170", 'repeats = "post"'),
        [f"item Q01, value 1: `repeats` is 'post', {KNOWN}"],
    ),
    "an end before the start": (
        ("end = 9", "end = 5"),
        ["item Q01, value 1: `at.end` is 5, expected more than `at.start`, 5. Mend the place."],
    ),
    "a date that is none": (
        ("low = 170", 'as_of = "2019-02-31"'),
        ["item Q01, value 1: `as_of`: '2019-02-31' is not a date of the calendar. Change it."],
    ),
    "a date without quotes": (
        ("low = 170", "as_of = 2019-02-11"),
        ["item Q01, value 1: `as_of` is datetime.date(2019, 2, 11), expected a string in quotes. Change it."],
    ),
    "bounds the wrong way round": (
        ("high = 230", "high = 23"),
        ["item Q01, value 1: `low` is 170, expected at most `high`, 23. Mend one of them."],
    ),
    "bounds with nothing between": (
        ("high = 230", "high = 170\nhigh_open = true"),
        [
            "item Q01, value 1: `low` and `high` are both 170 and one of them is excluded, "
            "expected a number in between. Mend the bounds."
        ],
    ),
    "a bound that is not finite": (
        ("low = 170", "low = -inf"),
        ["item Q01, value 1: `low` is -inf, expected a number up to 1e+15. Change it, or leave it out: it is open."],
    ),
    "a hash that is none": (
        ('"0123456789abcdef"', '"0123456789ABCDEF"'),
        ["item Q01, value 1: `at.sha256` is '0123456789ABCDEF', expected 16 lower-case hexadecimal digits. Change it."],
    ),
    "confirmed without a reason": (
        ('status = "candidate"', 'status = "confirmed"\nreason = " "'),
        [
            "item Q01: `status` is 'confirmed' and `reason` is empty, expected the reason. "
            "Add it, or make the status 'candidate'."
        ],
    ),
    "rejected without a reason": (
        ('status = "candidate"', 'status = "rejected"'),
        [
            "item Q01: `status` is 'rejected' and `reason` is empty, expected the reason. "
            "Add it, or make the status 'candidate'."
        ],
    ),
    "a subject with other characters": (
        ("the crews", "the <b>crews"),
        [
            "item Q01: `subject` is 'the <b>crews', expected letters, digits, spaces and "
            ", . ' ’ “ ” ( ) / – - % alone. Change it."
        ],
    ),
    "a subject on two lines": (
        ("the crews", "the\\ncrews\\n"),
        [
            r"item Q01: `subject` is 'the\ncrews\n', expected letters, digits, spaces and "
            ", . ' ’ “ ” ( ) / – - % alone. Change it."
        ],
    ),
    "a subject with a line end": (
        ("the crews", "the crews\\n"),
        [
            r"item Q01: `subject` is 'the crews\n', expected letters, digits, spaces and "
            ", . ' ’ “ ” ( ) / – - % alone. Change it."
        ],
    ),
    "an empty attribute": (('"strength"', '" "'), ["item Q01: `attribute` is empty. Fill it in."]),
    "an explanation that rings": (
        ("They count", "They\\u0007count"),
        [
            r"item Q01: `explanation` is 'They\x07count different people.', "
            "expected text without control characters. Change it."
        ],
    ),
    "an item without values": (
        (VALUES, "value = []\n"),
        ["item Q01: `value` has no entries, expected 1 or more. Add what is missing."],
    ),
    "the same value twice at one place": (
        ("[[item.value]]", VALUES.partition('[[item.value]]\narticle = "north')[0] + "[[item.value]]"),
        ["item Q01, value 2: an earlier value of the item is the same. Take one of them out."],
    ),
    "another format": (
        ("format = 1", "format = 2\nnew_key = 3"),
        [
            "`format` is 2; this version reads format 1.",
            "Write the file in format 1, or take a version that reads this one.",
        ],
    ),
    "a format that is no number": (
        ("format = 1", "format = true"),
        [
            "`format` is True; this version reads format 1.",
            "Write the file in format 1, or take a version that reads this one.",
        ],
    ),
    "a number of thousands of digits": (
        ("low = 170", f"low = {'9' * 5000}"),
        ["not valid TOML: a number is too long.", "Mend it."],
    ),
    "a number beyond floating point": (
        ("low = 170", f"low = {'9' * 400}"),
        [
            f"item Q01, value 1: `low` is {'9' * 60}…, expected a number up to 1e+15. "
            "Change it, or leave it out: it is open."
        ],
    ),
}


@pytest.mark.parametrize("slip", MALFORMED)
def test_a_malformed_coding_is_refused_with_the_entry_and_the_remedy(tmp_path, slip):
    (old, new), lines = MALFORMED[slip]
    assert old in GOOD
    assert refused(tmp_path, "ledger.toml", GOOD.replace(old, new, 1)) == lines


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
