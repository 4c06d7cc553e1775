"""Finished files take the old ones' place at once, or not at all."""

import pytest

from analysis.errors import SourceError
from analysis.files import Change, change_files, replaced_folder


def test_a_finished_folder_takes_the_place_of_the_old_one_whole(tmp_path):
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "old.csv").write_text("old")
    with replaced_folder(tmp_path / "results") as new:
        (new / "new.csv").write_text("new")
        assert (tmp_path / "results" / "old.csv").read_text() == "old"
    assert [path.name for path in (tmp_path / "results").iterdir()] == ["new.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path, error):
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "old.csv").write_text("old")

    def fill_half():
        with replaced_folder(tmp_path / "results") as new:
            (new / "new.csv").write_text("half")
            raise error

    with pytest.raises(error):
        fill_half()
    assert [path.name for path in tmp_path.iterdir()] == ["results"]
    assert (tmp_path / "results" / "old.csv").read_text() == "old"


def test_folders_on_the_way_are_made_and_others_may_read_the_result(tmp_path):
    with replaced_folder(tmp_path / "a" / "b" / "results") as new:
        (new / "new.csv").write_text("new")
    assert (tmp_path / "a" / "b" / "results").stat().st_mode & 0o777 == 0o755


def test_files_are_changed_all_at_once_with_their_modes(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    one.chmod(0o640)
    change_files({one: Change(b"1", b"one"), two: Change(None, b"two")})
    assert (one.read_bytes(), two.read_bytes()) == (b"one", b"two")
    assert one.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.parametrize("second", ["changed since", "another run"])
def test_no_file_is_changed_where_one_cannot_be(tmp_path, second):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2, changed" if second == "changed since" else b"2")
    if second == "another run":
        (tmp_path / ".two-new").write_bytes(b"half")
    with pytest.raises(SourceError, match="this file"):
        change_files({one: Change(b"1", b"one"), two: Change(b"2", b"two")})
    assert one.read_bytes() == b"1"
    assert not (tmp_path / ".one-new").exists()
    assert (tmp_path / ".two-new").exists() == (second == "another run")
