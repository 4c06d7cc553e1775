"""From inputs to results: every study in turn, each seeing the tables of those before it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis import tables as declared
from analysis.features.tables import TABLES as FEATURE_TABLES
from analysis.results.bibliography import csl_item
from analysis.studies import STUDIES
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Study


@dataclass(frozen=True)
class Report:
    """Everything the book shows: tables, facts, findings, figures."""

    results: Results
    facts: dict[str, Fact]
    findings: list[Finding]
    figures: list[Figure]


def analyse(inputs: Inputs, studies: Sequence[Study] = STUDIES) -> Report:
    """Run the studies. Pure: the same inputs give the same report.

    Every table is written and read back before anything else sees it, so that facts,
    findings and figures show what the CSV files say.
    """
    tables: dict[str, pd.DataFrame] = {}
    for study in studies:
        made = study.tables(inputs, dict(tables))
        if set(made) != set(study.TABLES):
            message = f"{study.__name__}: tables {sorted(set(made) ^ set(study.TABLES))} are missing or not declared"
            raise ValueError(message)
        for name, table in study.TABLES.items():
            tables[name] = declared.round_trip(declared.build(made[name], table), table)
    results = Results(tables)
    facts: dict[str, Fact] = {}
    for study in studies:
        facts |= study.facts(results)
    return Report(
        results,
        dict(sorted(facts.items())),
        [finding for study in studies for finding in study.findings(results)],
        [figure for study in studies for figure in study.figures(results)],
    )


def files(report: Report, inputs: Inputs, *, versions: Mapping[str, str], lock: str) -> dict[str, str]:
    """Return the text of every result file by its name: tables, JSON, and the manifest that hashes them.

    Parameters
    ----------
    report, inputs
    versions : dict of str to str
        Names and versions of the packages that the numbers depend on.
    lock : str
        SHA-256 of the locked requirements, "" where there is no lock.
    """
    declarations = {name: (study, table) for study in STUDIES for name, table in study.TABLES.items()}
    texts = {f"{name}.csv": declared.to_csv(report.results[name], table) for name, (_, table) in declarations.items()}
    texts["tables.json"] = _json({name: _declaration(study, table) for name, (study, table) in declarations.items()})
    texts["facts.json"] = _json({key: vars(fact) for key, fact in report.facts.items()})
    texts["findings.json"] = _json([_said(finding) for finding in report.findings])
    texts["figures.json"] = _json([_description(figure) for figure in report.figures])
    texts["bibliography.json"] = _json([csl_item(record) for record in inputs.records])
    texts["manifest.json"] = _json(
        {
            "inputs": _input_hashes(inputs),
            "outputs": {name: _sha256(text) for name, text in sorted(texts.items())},
            "packages": dict(sorted(versions.items())),
            "requirements_lock": lock,
        }
    )
    return texts


def _said(finding: Finding) -> dict[str, Any]:
    """A finding as the book reads it: `order` on the home page, last where it does not stand there."""
    said = {key: getattr(finding, key) for key in ("id", "page", "sentence", "condition", "figure")}
    return {**said, "shown": bool(finding.sentence), "order": finding.weight or 99}


def _declaration(study: Study, table: declared.Table) -> dict[str, Any]:
    return {
        "study": study.__name__.rsplit(".", 1)[-1],
        "title": table.title,
        "key": list(table.key),
        "columns": {name: column._asdict() for name, column in table.columns.items()},
    }


def _description(figure: Figure) -> dict[str, str]:
    described = {key: getattr(figure, key) for key in ("id", "page", "title", "caption", "alt", "n")}
    return described | ({"missing": figure.missing} if figure.missing else {})


def _input_hashes(inputs: Inputs) -> dict[str, Any]:
    records = {record.id: _sha256(repr(record)) for record in inputs.records}
    features = {name: _sha256(declared.to_csv(inputs.features[name], table)) for name, table in FEATURE_TABLES.items()}
    return {
        "features": features,
        "ledger": _sha256(repr(inputs.ledger)) if inputs.ledger else "",
        "people": inputs.people.digest() if inputs.people else "",
        "records": dict(sorted(records.items())),
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
