"""What several test files share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real_texts() -> Path:
    """Return the folder with the five articles, which are not part of the repository."""
    named = os.environ.get("VARIORUM_TEXTS")
    folder = Path(named) if named else ROOT.parent / "shared" / "texts"
    if not any(folder.glob("*.txt")):
        pytest.skip("the articles' texts are not at hand (set VARIORUM_TEXTS)")
    return folder
