"""Invented results of five articles by four outlets, and the book built from them once."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.book.build import build_book

ROOT = Path(__file__).parent.parent.parent
EPOCH = 1_700_000_000
ARTICLES = {
    "north-herald-web": "North Herald",
    "north-herald-teaser": "North Herald",
    "harbour-post-carrier": "Harbour Post",
    "daily-lantern": "Daily Lantern",
    "radio-meridian": "Radio Meridian",
}
PAGES = {
    "fig-provenance": "who-wrote-what",
    "fig-time-line": "who-wrote-what",
    "fig-set-aside": "set-aside",
    "fig-passage-strips": "reuse",
    "fig-reuse-matrix": "reuse",
    "fig-name-variants": "disagree",
    "fig-statistics": "language",
    "fig-distinctive-terms": "language",
}
FACTS = {
    "files": 5,
    "accounts": 4,
    "outlets": 4,
    "through_others": 3,
    "wording_own": 2,
    "wording_foreign": 2,
    "words_total": 6120,
    "words_narrative": 5011,
    "pairs_compared": 10,
    "discrepancies_candidates": 40,
}
STRINGS = {
    "articles": "article outlet carrier wording hands language published published_basis title url",
    "set_aside": "article kind reason",
    "text_reuse": "article_a article_b relation direction reasons",
    "passages": "article_a article_b kind",
    "outlet_statistics": "level article outlet part measure reason",
    "distinctive_terms": "article outlet term verdict",
    "discrepancies": "id type kind within relation origin status detector ledger_id explanation",
    "discrepancy_members": "id article unit independent",
}
NUMBERS = {
    "set_aside": "start end words",
    "text_reuse": "shared_words containment_a containment_b similarity relation_confidence direction_confidence",
    "passages": "start_a end_a start_b end_b words similarity",
    "outlet_statistics": "value low high n",
    "distinctive_terms": "count rate_per_1000 document_frequency tf_idf log_odds_z log_ratio g2 dp",
    "discrepancies": "confidence",
    "discrepancy_members": "value low high paragraph sentence start end",
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240">'
    '<rect width="640" height="240" fill="#fff"/><path d="M20 200 L160 90 L320 150 L620 40" stroke="#336" '
    'stroke-width="3" fill="none"/></svg>'
)
Write = Callable[..., Path]


def write_fake_results(folder: Path, *, words: str = "") -> Path:
    """Write results in which `words` stand wherever a study may print what an article says."""
    (folder / "figures").mkdir(parents=True)
    tables: dict[str, Any] = {}
    for name in STRINGS:
        strings, numbers = STRINGS[name].split(), NUMBERS.get(name, "").split()
        tables[name] = {
            "study": name if name != "discrepancy_members" else "discrepancies",
            "title": f"Invented {name.replace('_', ' ')} {words}".strip(),
            "columns": {
                **{c: {"type": "string", "unit": "", "meaning": f"meaning of {c} {words}"} for c in strings},
                **{c: {"type": "float", "unit": "", "meaning": f"meaning of {c}"} for c in numbers},
            },
        }
        _write_csv(folder / f"{name}.csv", [[*strings, *numbers], *_rows(name, strings, numbers, words)])
    _dump(folder, "tables", tables)
    facts = {key: {"text": f"{value:,}", "value": value, "meaning": key} for key, value in FACTS.items()}
    facts["people_decided"] = {"text": "no", "value": False, "meaning": "whether it is decided who may be named"}
    facts["undefined"] = {"text": "n/a", "value": None, "meaning": f"a number that is undefined {words}"}
    _dump(folder, "facts", facts)
    _dump(folder, "findings", _findings(words))
    _dump(folder, "figures", [_figure(folder, name, words) for name in PAGES])
    _dump(
        folder,
        "manifest",
        {
            "version": "0.1.0",
            "inputs": {f"sources/{article}.toml": "3fa9" * 16 for article in ARTICLES},
            "outputs": {f"{name}.csv": "81cc" * 16 for name in STRINGS},
            "versions": {"numpy": "2.3.4", "pandas": "3.0.0"},
        },
    )
    return folder


def _rows(name: str, strings: list[str], numbers: list[str], words: str) -> list[list[str]]:
    ids = list(ARTICLES)
    rows = []
    for index in range(len(ids) if name == "articles" else 40):
        article = ids[index % 5]
        cells = {
            "article": article,
            "article_a": article,
            "article_b": ids[(index + 1) % 5],
            "outlet": ARTICLES[article],
            "term": ["harbour", "ferry", "nan", "storm"][index % 4],
            "level": "article",
            "part": "narrator",
            "measure": ["words_per_sentence", "mtld"][index % 2],
            "kind": "may both be right",
            "reasons": f"the later one credits the earlier one {words}".strip(),
            "explanation": f"the crew is given once as nine and once as eleven {words}".strip(),
            "id": f"{name}-{index:02}",
        }
        rows.append(
            [cells.get(c, f"{c} {words}".strip()) for c in strings]
            + ["" if (index + at) % 7 == 3 else f"{(index + 1) * 37.123 / (at + 1):.6g}" for at in range(len(numbers))]
        )
    return rows


def _findings(words: str) -> list[dict[str, Any]]:
    sentences = [
        ("who-wrote-what", "fig-provenance", "5 files carry 4 accounts; 3 reached us through someone else."),
        ("reuse", "fig-passage-strips", "22 % of North Herald's words stand in passages also found in Harbour Post."),
        ("set-aside", "fig-set-aside", "346 of 1,167 words of the largest file are not its narrative."),
        ("disagree", "fig-name-variants", "6 names are written in more than one way."),
        ("language", "fig-statistics", "Daily Lantern's text has 19.2 words per sentence [16.8–22.1]."),
    ]
    shown = [
        {
            "id": f"finding-{page}",
            "page": page,
            "sentence": f"{sentence} {words}".strip(),
            "condition": "always",
            "figure": figure,
            "shown": True,
            "order": order,
        }
        for order, (page, figure, sentence) in enumerate(sentences)
    ]
    hidden = {**shown[0], "id": "finding-hidden", "sentence": "", "shown": False, "order": 9}
    return [*shown, hidden]


def _figure(folder: Path, name: str, words: str) -> dict[str, Any]:
    pictures = folder / "figures"
    (pictures / f"{name}.svg").write_text(SVG, encoding="utf-8")
    (pictures / f"{name}.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (pictures / f"{name}.pdf").write_bytes(b"%PDF-1.7\n")
    _write_csv(
        pictures / f"{name}.csv",
        [["outlet", "value"], [f"North Herald {words}".strip(), "3"], ["Harbour Post", "4.25"]],
    )
    return {
        "id": name,
        "page": PAGES[name],
        "title": f"North Herald leads in {name.removeprefix('fig-')} {words}".strip(),
        "caption": f"An invented figure of five articles. {words}".strip(),
        "alt": f"A line that rises from North Herald to Harbour Post. {words}".strip(),
        "n": 5,
        "table": f"{name}.csv",
    }


def _write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _dump(folder: Path, name: str, content: Any) -> None:
    (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.fixture(scope="session")
def write_results() -> Write:
    """Return the function that writes invented results into a folder."""
    return write_fake_results


@pytest.fixture(scope="session")
def fake_results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with invented results."""
    return write_fake_results(tmp_path_factory.mktemp("fake") / "results")


@pytest.fixture(scope="session")
def build() -> Callable[..., Path]:
    """Return a function that builds a book, by default from the repository's own pages."""

    def build_it(results: Path, html: Path, **options: Any) -> Path:
        defaults: dict[str, Any] = {
            "pages": ROOT / "book",
            "config": ROOT / "_config.yml",
            "commentary": None,
            "evidence": None,
            "epoch": EPOCH,
        }
        build_book(results, html, **{**defaults, **options})
        return html

    return build_it


@pytest.fixture(scope="session")
def book(fake_results: Path, build: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the finished book of the invented results."""
    return build(fake_results, tmp_path_factory.mktemp("book") / "html")
