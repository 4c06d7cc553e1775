"""A record that is malformed is refused with file, key and remedy."""

import pytest

from analysis.errors import SourceError
from analysis.sources.records import Record, read_record

HASH = "a" * 64
GOOD = f'outlet = "Herald"\n[text]\nsha256 = "{HASH}"\n'


def write(tmp_path, text, name="north-herald.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_least_record_has_an_outlet_and_a_text(tmp_path):
    record = read_record(write(tmp_path, GOOD))
    assert (record.id, record.outlet, record.wording, record.sha256) == ("north-herald", "Herald", "unknown", HASH)
    assert record.date is None


def test_every_field_of_the_contract_is_read(tmp_path):
    text = f"""
outlet = "Herald"
carrier = "copyhub.example"
wording = "reworded"
hands = ["Herald", "copyhub.example"]
title = "A title"
url = "https://example.org"
authors = ["Lena Fisk"]
language = "en"
event = "strike"
published = "2022-05~"
published_basis = "dateline"
checked = "2022-06-01"
derived_from = ["other"]
rights = "theirs"
notes = "why"
[text]
sha256 = "{HASH}"
file = "herald.txt"
words = 12
[[witness]]
url = "https://example.org/2"
date = "2022-05-02"
says = "two words"
on = "the wording"
"""
    record = read_record(write(tmp_path, text))
    assert record.hands == ("Herald", "copyhub.example")
    assert record.derived_from == ("other",)
    assert record.foreign_wording
    assert record.words == 12
    assert record.witnesses[0].on == "the wording"
    assert record.date.first.isoformat() == "2022-04-01"


MALFORMED = [
    (
        GOOD.replace("outlet", "outlt"),
        [
            "the required key `outlet` is missing. Add it.",
            "unknown key `outlt`; the nearest known one is `outlet`. Rename or remove it.",
        ],
    ),
    ('outlet = "Herald"\n', ["the required key `text` is missing. Add it."]),
    (
        'outlet = "Herald"\n[text]\nwords = 3\n',
        ["`text` needs `sha256` (of the text's bytes) or `file` (its name in the texts folder). Add one."],
    ),
    (GOOD.replace('"Herald"', "3"), ["`outlet` is 3, expected a string in quotes. Change it."]),
    (GOOD.replace('"Herald"', '""'), ["`outlet` is empty. Fill it in."]),
    (
        'wording = "rewordd"\n' + GOOD,
        [
            "`wording` is 'rewordd', expected one of own, edited, translated, reworded, unknown; "
            "the nearest known one is `reworded`. Rename or remove it."
        ],
    ),
    ('published = "2022-02-30"\n' + GOOD, ["`published`: '2022-02-30' is not a date of the calendar."]),
    ("published = 2022-02-03\n" + GOOD, ["expected a string in quotes. Change it."]),
    (GOOD.replace(HASH, "abc"), ["`text.sha256` is 'abc', expected 64 lower-case hexadecimal digits"]),
    ('authors = "Lena"\n' + GOOD, ["`authors` is 'Lena', expected a list. Change it."]),
    (GOOD + "[[witness]]\ndate = '2022'\n", ["the required key `witness.0.url` is missing. Add it."]),
    (GOOD + "words = 0\n", ["`text.words`"]),
    ('outlet = "Herald\n', ["not valid TOML"]),
    (b'outlet = "\xff"\n', ["byte 10 is not UTF-8.\nSave the file as UTF-8."]),
]


@pytest.mark.parametrize(("text", "complaints"), MALFORMED)
def test_a_malformed_record_is_refused_with_file_key_and_remedy(tmp_path, text, complaints):
    path = write(tmp_path, text)
    with pytest.raises(SourceError) as caught:
        read_record(path)
    message = str(caught.value)
    assert str(path) in message
    for complaint in complaints:
        assert complaint in message


@pytest.mark.parametrize("name", ["North Herald.toml", "north_herald.toml", "-x.toml", "a--b.toml", "Ä.toml"])
def test_a_name_that_is_no_article_id_is_refused_with_a_better_one(tmp_path, name):
    with pytest.raises(SourceError, match="is not an article id"):
        read_record(write(tmp_path, GOOD, name))


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2022-04-01", "2022-04-02", True),
        ("2022-04-02", "2022-04-01", False),
        ("2022-04-01", "2022-04-01", False),
        ("2022-04", "2022-04-15", False),
        ("2022-04~", "2022-07", True),
        ("", "2022-04-01", False),
        ("2022-04-01", "", False),
    ],
)
def test_only_dates_that_leave_no_doubt_say_which_appeared_first(first, second, before):
    a, b = Record(id="a", outlet="A", published=first), Record(id="b", outlet="B", published=second)
    assert a.appeared_before(b) is before
