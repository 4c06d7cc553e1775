"""Finished files take the old ones' place at once, or not at all."""

import pytest

from analysis.files import replaced_folder


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
