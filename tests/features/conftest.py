"""The invented stories on which the search for reuse is tried."""

import json
from pathlib import Path

import pytest

from analysis.corpus.article import read_article
from analysis.features.reuse.reuse_text import ReuseText, reuse_text

STORIES = Path(__file__).parents[1] / "data" / "reuse_stories.json"


def countable(name: str, text: str) -> ReuseText:
    return reuse_text(read_article(name, text))


@pytest.fixture(scope="session")
def story_texts() -> dict[str, str]:
    told = json.loads(STORIES.read_text("utf-8"))
    return {name: text for name, text in told.items() if name != "comment"}


@pytest.fixture(scope="session")
def stories(story_texts: dict[str, str]) -> dict[str, ReuseText]:
    return {name: countable(name, text) for name, text in story_texts.items()}


@pytest.fixture(scope="session")
def make_text():
    return countable
