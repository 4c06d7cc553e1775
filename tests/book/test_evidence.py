"""The passages behind findings: only where every text is at hand, and only in a working edition."""

import json

import pytest

from analysis.book.evidence import CONTEXT, evidence, evidence_file
from analysis.features.store import write_features
from analysis.inputs import gather


@pytest.fixture(scope="module")
def gathered(harbour):
    return gather(harbour.folder)


@pytest.fixture(scope="module")
def found(harbour, gathered):
    return evidence({id_: text.text for id_, text in gathered.sources.texts.items()}, harbour.report)


def test_every_passage_is_what_stands_at_its_place(gathered, found):
    shown = 0
    for items in found.values():
        for item in items:
            for passage in item["passages"]:
                text = gathered.sources.texts[passage["article"]].text
                assert passage["text"] == " ".join(text[passage["start"] : passage["end"]].split()) != ""
                shown += 1
    assert shown


def test_every_row_that_points_into_texts_has_its_passages(harbour, found):
    tables = harbour.report.results
    assert len(found["passages"]) == len(tables["passages"])
    assert all(len(item["passages"]) == 2 for item in found["passages"])
    assert {item["id"] for item in found["discrepancies"]} == set(tables["discrepancies"]["id"])
    members = tables["discrepancy_members"].groupby("id").size()
    assert {item["id"]: len(item["passages"]) for item in found["discrepancies"]} == members.to_dict()


def test_a_members_passage_has_some_words_around_it(harbour, found):
    members = harbour.report.results["discrepancy_members"]
    (item,) = found["discrepancies"]
    for row, passage in zip(members.itertuples(), item["passages"], strict=True):
        assert row.value in passage["text"]
        assert len(passage["text"]) <= row.end - row.start + 2 * CONTEXT


def test_the_file_is_there_while_it_is_needed_and_no_longer(harbour, gathered, found):
    with evidence_file(gathered, harbour.report) as path:
        assert json.loads(path.read_text("utf-8")) == found
    assert not path.exists()


def test_without_every_text_there_is_no_evidence(harbour, harbour_copy):
    write_features(harbour.inputs.features, harbour_copy)
    (harbour_copy / "texts" / "island-gazette.txt").unlink()
    with evidence_file(gather(harbour_copy), harbour.report) as path:
        assert path is None
