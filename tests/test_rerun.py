"""The notebook for people who want to play runs as it is from a clone."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent


@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs_from_its_own_folder_and_finds_no_difference():
    notebook = nbformat.read(ROOT / "book" / "rerun.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute(cwd=str(ROOT / "book"))
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert "- " in code[0].outputs[0].text
    assert code[1].outputs[0].data["text/plain"] == "[]"
    assert any("image/png" in output.get("data", {}) for output in code[3].outputs)
