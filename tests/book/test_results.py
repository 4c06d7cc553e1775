"""Results are read as the studies wrote them, and a slip in a key is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.book.results import UnknownKeyError, read_results, read_rows


def test_findings_come_in_their_order_and_only_the_shown_ones_are_listed(fake_results: Path) -> None:
    results = read_results(fake_results)
    assert [f["order"] for f in results.findings] == sorted(f["order"] for f in results.findings)
    assert {f["id"] for f in results.shown("who-wrote-what")} == {"files-and-accounts", "foreign-wording"}
    hidden = [f for f in results.findings if not f["shown"]]
    assert all(f["sentence"] == "" and f not in results.shown() for f in hidden)


@pytest.mark.parametrize(
    ("look", "message"),
    [
        (lambda r: r.fact("acounts"), "there is no fact 'acounts' in facts.json; the nearest is 'accounts'"),
        (
            lambda r: r.figure("fig-timeline"),
            "there is no figure 'fig-timeline' in figures.json; the nearest is 'fig-time-line'",
        ),
        (lambda r: r.table("text-reuse"), "there is no table 'text-reuse' in tables.json; the nearest is 'text_reuse'"),
        (
            lambda r: r.finding("follower"),
            "there is no finding 'follower' in findings.json; the nearest is 'followers'",
        ),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_one(
    fake_results: Path, look: Callable[[object], object], message: str
) -> None:
    with pytest.raises(UnknownKeyError) as raised:
        look(read_results(fake_results))
    assert str(raised.value) == message


def test_a_name_that_could_leave_the_folder_is_refused(tmp_path: Path, write_results: Callable[..., Path]) -> None:
    folder = write_results(tmp_path / "results")
    tables = json.loads((folder / "tables.json").read_text("utf-8"))
    (folder / "tables.json").write_text(json.dumps({"../secret": tables["articles"]}), "utf-8")
    with pytest.raises(ValueError, match=r"'\.\./secret' cannot name a table"):
        read_results(folder)


def test_the_words_null_and_nan_stay_words(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('term,count\nnan,1\nnull,\n"a,""b",2\n', "utf-8")
    assert read_rows(tmp_path / "t.csv").rows == (("nan", "1"), ("null", ""), ('a,"b', "2"))
