"""Building the book: the same bytes everywhere, or a clear refusal that leaves the old book alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.book.build import BookError

Build = Callable[..., Path]
CONFIG_ONLY_HOME = "format: jb-book\nroot: index\n"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _small_pages(folder: Path, home: str) -> Path:
    folder.mkdir()
    (folder / "index.md").write_text(home, "utf-8")
    (folder / "_toc.yml").write_text(CONFIG_ONLY_HOME, "utf-8")
    return folder


def test_another_folder_hash_seed_time_zone_and_locale_give_the_same_bytes(
    book: Path, fake_results: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = shutil.copytree(fake_results, tmp_path / "a folder" / "other-results")
    for name, value in {
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "77",
        "LC_ALL": "C",
        "TMPDIR": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    first, second = _bytes(book), _bytes(build(elsewhere, tmp_path / "html"))
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_nothing_of_the_workshop_is_left_in_the_book(book: Path) -> None:
    names = list(_bytes(book))
    assert not [name for name in names if ".doctrees" in name or name.startswith("_sources") or ".buildinfo" in name]
    assert not [name for name in names if name.endswith((".map", ".pickle"))]


def test_a_finished_book_replaces_the_old_one_whole(fake_results: Path, build: Build, tmp_path: Path) -> None:
    html = tmp_path / "html"
    html.mkdir()
    (html / "left-over.html").write_text("old", "utf-8")
    build(fake_results, html, pages=_small_pages(tmp_path / "pages", "# Home\n\n{fact}`files` files\n"))
    assert not (html / "left-over.html").exists()
    assert (html / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "pages"]


def test_every_slip_of_a_page_is_named_and_the_old_book_stays(fake_results: Path, build: Build, tmp_path: Path) -> None:
    html = tmp_path / "html"
    html.mkdir()
    (html / "index.html").write_text("old", "utf-8")
    home = (
        "# Home\n\n{fact}`acounts` {edition}`versoin`\n\n```{figure-card} fig-timeline\n```\n\n"
        "```{results-table} text_reuse\n:columns: artcle_a\n```\n\n```{findings} reuse\n```\n"
    )
    with pytest.raises(BookError) as raised:
        build(fake_results, html, pages=_small_pages(tmp_path / "pages", home))
    message = str(raised.value)
    assert "book/index.md" in message
    for named in (
        "{fact}: there is no fact 'acounts' in facts.json; the nearest is 'accounts'",
        "{edition}: there is no value 'versoin' in the edition; the nearest is 'version'",
        "{figure-card}: there is no figure 'fig-timeline' in figures.json; the nearest is 'fig-time-line'",
        "{results-table}: there is no column 'artcle_a' in text_reuse; the nearest is 'article_a'",
    ):
        assert named in message
    assert str(tmp_path.parent) not in message
    assert (html / "index.html").read_text("utf-8") == "old"


def test_results_that_cannot_be_read_are_named(build: Build, tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    with pytest.raises(BookError, match=r"the results cannot be read: .*json"):
        build(tmp_path / "results", tmp_path / "html", pages=_small_pages(tmp_path / "pages", "# Home\n"))
    assert not (tmp_path / "html").exists()
