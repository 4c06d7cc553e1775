"""The same input gives the same bytes: anywhere, in any order, whatever else is in the corpus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd

STORY = (
    "The ferries of Port Alder stayed in port on Monday, and three islands were cut off from the mainland. "
    "The crews said that they had not been paid since March. “We will wait for an answer,” said Ada Holm.\n\n"
    "Fishermen took some of the islanders across in open boats, and charged them nothing for the crossing."
)
COPY = STORY.replace("Monday", "Tuesday") + "\n\nThe mayor asked them to stop before somebody drowned."
UNRELATED = "The orchestra played two symphonies. A critic slept through both, and wrote that they were long."


def _contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_hash_seed_time_zone_folder_and_order_of_files_change_no_byte(root, harbour, tmp_path):
    first = Path(shutil.copytree(harbour.folder, tmp_path / "one"))
    second = tmp_path / "another folder"
    (second / "texts").mkdir(parents=True)
    for number, path in enumerate(sorted(harbour.folder.glob("texts/*"), reverse=True)):
        shutil.copy(path, second / "texts" / f"{number}.txt")
    for path in sorted(harbour.folder.glob("*.toml"), reverse=True):
        shutil.copy(path, second)
    runs = []
    for folder, seed, zone in ((first, "1", "UTC"), (second, "4242", "Pacific/Auckland")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "TMPDIR": str(tmp_path)}
        environment.pop("VARIORUM_TEXTS", None)
        command = [sys.executable, "-m", "analysis", "analyse", str(folder), "--output", str(folder / "out")]
        runs.append(
            subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        )
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0), (b"", 0)]
    one, other = _contents(first / "out"), _contents(second / "out")
    assert list(one) == list(other)
    drawn = [figure.id for figure in harbour.report.figures if not figure.missing]
    assert {f"results/figures/{id_}.{form}" for id_ in drawn for form in ("svg", "png", "pdf", "csv")} <= one.keys()
    assert [name for name in one if one[name] != other[name]] == []


def _pairs(corpus):
    tables = corpus.report.results.tables
    return {name: tables[name] for name in ("text_reuse", "passages", "derivations", "segments")}


def test_an_unrelated_article_changes_no_pair(analysed_texts):
    without = _pairs(analysed_texts({"Herald": STORY, "Tribune": COPY}))
    with_it = _pairs(analysed_texts({"Herald": STORY, "Tribune": COPY, "Music": UNRELATED}))
    assert len(without["text_reuse"])
    assert set(with_it["segments"]["article"]) == {"herald", "music", "tribune"}
    with_it["segments"] = with_it["segments"].query("article != 'music'").reset_index(drop=True)
    for name, table in without.items():
        pd.testing.assert_frame_equal(table, with_it[name])


def test_an_unrelated_article_changes_no_statistic_of_another(analysed_texts):
    without = analysed_texts({"Herald": STORY, "Tribune": COPY}).report.results["outlet_statistics"]
    with_it = analysed_texts({"Herald": STORY, "Tribune": COPY, "Music": UNRELATED}).report.results["outlet_statistics"]
    pd.testing.assert_frame_equal(without, with_it.query("outlet != 'Music'").reset_index(drop=True))


def test_a_text_and_itself_are_identical(analysed_texts):
    (row,) = _pairs(analysed_texts({"Herald": STORY, "Tribune": STORY}))["text_reuse"].to_dict("records")
    assert (row["relation"], row["containment_a"], row["containment_b"], row["similarity"]) == ("identical", 1, 1, 1)
    assert row["direction"] == "undetermined"
