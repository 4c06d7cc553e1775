"""Committed features: read as written, and held against the sources and texts they stand for."""

import dataclasses

import pandas as pd
import pytest

from analysis.errors import SourceError
from analysis.features.pair_tables import PAIR_TABLES
from analysis.features.store import (
    FOLDER,
    REMEDY,
    check_fresh,
    check_sources,
    read_features,
    write_features,
)
from analysis.features.tables import TABLES
from analysis.sources.folder import read_sources
from analysis.sources.people import People


@pytest.fixture(scope="module")
def features(harbour):
    return harbour.inputs.features


@pytest.fixture(scope="module")
def sources(harbour):
    return read_sources(harbour.folder)


def changed(features, table, column, value):
    """Return the features with one cell of a table's first row changed."""
    frame = features[table].copy()
    frame.loc[0, column] = value
    return {**features, table: frame}


def refused(function, *arguments):
    with pytest.raises(SourceError) as caught:
        function(*arguments)
    assert str(caught.value).endswith(REMEDY)
    return str(caught.value)


def test_what_is_written_is_read_back(features, tmp_path):
    assert write_features(features, tmp_path) == tmp_path / FOLDER
    back = read_features(tmp_path)
    assert list(back) == list(TABLES)
    for name in TABLES:
        pd.testing.assert_frame_equal(back[name], features[name])
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]


def test_no_folder_is_no_features(tmp_path):
    assert read_features(tmp_path) is None


def test_a_missing_table_is_named(features, tmp_path):
    write_features(features, tmp_path)
    (tmp_path / FOLDER / "terms.csv").unlink()
    assert "terms.csv: this table of the features is missing." in refused(read_features, tmp_path)


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"article,part,term,count\na,all,b,many\n", b"\xff", b""])
def test_a_malformed_table_is_named(features, tmp_path, content):
    write_features(features, tmp_path)
    (tmp_path / FOLDER / "terms.csv").write_bytes(content)
    assert "terms.csv: not the table it should be: " in refused(read_features, tmp_path)


def test_features_of_these_sources_pass(features, sources):
    check_sources(features, sources)
    check_fresh(features, features, sources)


def test_an_article_without_features_is_named(features, sources):
    fewer = {**features, "articles": features["articles"].iloc[1:]}
    assert "the article harbour-herald has no features." in refused(check_sources, fewer, sources)


def test_features_without_a_record_are_named(features, sources):
    fewer = dataclasses.replace(sources, records=sources.records[1:])
    message = refused(check_sources, features, fewer)
    assert "harbour-herald" in message
    assert "of which there is no record." in message


def test_features_of_another_text_are_named(features, sources):
    message = refused(check_sources, changed(features, "articles", "sha256", "f" * 64), sources)
    assert "were made from a text with the SHA-256 ffffffffffff…, the record says a17b394b1936…." in message


def test_a_changed_decision_about_people_is_named(features, sources):
    decided = dataclasses.replace(sources, people=People("s", frozenset(), frozenset(), {}))
    assert "people has changed since the features were extracted." in refused(check_sources, features, decided)


def test_a_stale_cell_is_named_by_table_row_and_column(features, sources):
    old = changed(features, "terms", "count", 99)
    now = features["terms"].loc[0]
    message = refused(check_fresh, old, features, sources)
    assert "differ from the texts' in 1 place(s)" in message
    assert (
        f"terms.csv, article 'harbour-herald', part 'narrator', term '{now['term']}', count: "
        f"99 before, {now['count']} now" in message
    )


def test_many_differences_are_counted_and_the_first_shown(features, sources):
    old = {**features, "terms": features["terms"].assign(count=99)}
    message = refused(check_fresh, old, features, sources)
    assert message.count("terms.csv") == 3
    assert "and " in message.splitlines()[-2]
    assert message.splitlines()[-2].endswith(" more")


def test_articles_whose_text_is_not_at_hand_are_not_compared(features, sources):
    at_hand = {id_: text for id_, text in sources.texts.items() if id_ == "island-gazette"}
    fewer = dataclasses.replace(sources, texts=at_hand)
    fresh = {
        name: frame[frame["article"] == "island-gazette"].reset_index(drop=True)
        if "article" in frame
        else frame.iloc[:0]
        if name in PAIR_TABLES
        else frame
        for name, frame in features.items()
    }
    check_fresh(changed(features, "terms", "count", 99), fresh, fewer)
    refused(check_fresh, changed(features, "extraction", "value", "0"), fresh, fewer)
