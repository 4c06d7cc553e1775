"""The invented ledger of the invented corpus."""

import shutil
from pathlib import Path

import pytest

from analysis.ledger.read import read_ledger

LEDGER = Path(__file__).parent.parent / "data" / "harbour_ledger"


@pytest.fixture(scope="session")
def coded(harbour, tmp_path_factory):
    """Return the invented ledger as it is read."""
    folder = tmp_path_factory.mktemp("coded")
    shutil.copytree(LEDGER, folder / "ledger")
    return read_ledger(folder, [record.id for record in harbour.inputs.records])


@pytest.fixture(scope="session")
def harbour_texts(harbour):
    """Return article id → text of the invented corpus."""
    return {path.stem: path.read_text("utf-8") for path in sorted((harbour.folder / "texts").glob("*.txt"))}


@pytest.fixture
def coded_copy(harbour_copy):
    """Return a copy of the invented corpus with its ledger, which a test may change."""
    shutil.copytree(LEDGER, harbour_copy / "ledger")
    return harbour_copy
