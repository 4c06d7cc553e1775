"""From a sources folder to inputs: committed features are used, held against texts, or extracted in memory."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import SourceError
from analysis.features.store import write_features
from analysis.inputs import gather


def listing(folder):
    return {p.relative_to(folder): p.stat().st_mtime_ns for p in sorted(folder.rglob("*"))}


@pytest.fixture
def committed(harbour, harbour_copy):
    """Return the invented sources with their features, and without their texts."""
    write_features(harbour.inputs.features, harbour_copy)
    shutil.rmtree(harbour_copy / "texts")
    return harbour_copy


def test_features_stand_for_the_texts(harbour, committed):
    gathered = gather(committed)
    assert not gathered.has_all_texts
    assert gathered.inputs.records == harbour.inputs.records
    for name, frame in harbour.inputs.features.items():
        pd.testing.assert_frame_equal(gathered.inputs.features[name], frame)


def test_gathering_writes_nothing(harbour_copy):
    before = listing(harbour_copy)
    assert gather(harbour_copy).has_all_texts
    assert listing(harbour_copy) == before


def test_texts_and_features_together_are_compared(harbour, committed):
    assert gather(committed, harbour.folder / "texts").has_all_texts
    terms = committed / "features" / "terms.csv"
    terms.write_text(terms.read_text("utf-8").replace("crews,4", "crews,5"), "utf-8")
    gather(committed)
    with pytest.raises(SourceError, match="term 'crews', count: 5 before, 4 now"):
        gather(committed, harbour.folder / "texts")


def test_one_text_at_hand_is_compared_and_is_not_all(harbour, committed, tmp_path):
    (tmp_path / "some").mkdir()
    shutil.copy(harbour.folder / "texts" / "island-gazette.txt", tmp_path / "some")
    assert not gather(committed, tmp_path / "some").has_all_texts


def test_a_place_beyond_its_article_is_refused_without_the_text_too(committed):
    shutil.copytree(Path(__file__).parent / "data" / "harbour_ledger", committed / "ledger")
    assert gather(committed).inputs.ledger is not None
    path = committed / "ledger" / "ledger.toml"
    path.write_text(path.read_text("utf-8").replace("end = 1717", "end = 17170"), "utf-8")
    with pytest.raises(SourceError, match="the place ends at 17170, but harbour-herald has"):
        gather(committed)


def test_without_texts_and_features_the_remedy_is_said(harbour_copy):
    (harbour_copy / "texts" / "island-gazette.txt").unlink()
    with pytest.raises(SourceError) as caught:
        gather(harbour_copy)
    record, features = harbour_copy / "island-gazette.toml", harbour_copy / "features"
    assert str(caught.value) == (
        f"{record}: its text is not at hand, and {features} is not there.\n"
        "Name the folder that holds the texts with --texts (1 of 5 missing)."
    )


def test_a_bare_folder_of_texts_is_enough(harbour):
    gathered = gather(harbour.folder / "texts")
    assert gathered.sources.inferred
    assert len(gathered.inputs.records) == 5
