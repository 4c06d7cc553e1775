"""What the documentation names exists, and what exists is named."""

import re
import tomllib

import click
import pytest
import yaml

from analysis import __version__
from analysis.command_line import cli

COMMANDS = sorted(cli.commands)
#: Every command by how it is called: "build", "ledger", "ledger check".
CALLED = dict(cli.commands) | {
    f"{name} {verb}": command
    for name, group in cli.commands.items()
    if isinstance(group, click.Group)
    for verb, command in group.commands.items()
}
OPTIONS = sorted(
    {
        (name, option)
        for name, command in CALLED.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)


@pytest.fixture(scope="module")
def documentation(root):
    """Return README, CONTRIBUTING and the book's pages as one text."""
    pages = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "book").glob("*.md"))]
    return "\n".join(page.read_text("utf-8") for page in pages)


@pytest.fixture(scope="module")
def contributing(root):
    return (root / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("command", sorted(CALLED))
def test_every_command_is_documented_and_has_help(documentation, command):
    assert re.search(rf"\bvariorum {command}\b", documentation)
    assert CALLED[command].help


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented_and_has_help(documentation, command, option):
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", documentation)
    assert all(p.help for p in CALLED[command].params if isinstance(p, click.Option))


def test_no_command_or_option_is_documented_that_does_not_exist(documentation):
    named = set(re.findall(r"^[ \t>$]*(?:\S*/)?variorum ([a-z]+)", documentation, re.MULTILINE))
    named |= set(re.findall(r"`(?:\S*/)?variorum ([a-z]+)", documentation))
    assert named
    assert sorted(named - set(COMMANDS)) == []
    groups = "|".join(name for name in COMMANDS if isinstance(cli.commands[name], click.Group))
    verbs = {" ".join(match) for match in re.findall(rf"\bvariorum ({groups}) ([a-z]+)", documentation)}
    assert verbs
    assert sorted(verbs - set(CALLED)) == []
    lines = [
        line for line in documentation.splitlines() if re.search(r"\bvariorum (?:" + "|".join(COMMANDS) + ")", line)
    ]
    options = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)}
    assert options
    assert sorted(options - {option for _, option in OPTIONS} - {"--help", "--version"}) == []


def _names(requirements):
    return [re.match(r"[\w.-]+", requirement).group().lower() for requirement in requirements]


def test_every_dependency_has_its_line_that_says_why(project, contributing):
    table = contributing.split("## Dependencies")[1].split("For development:")[0]
    reasons = dict(re.findall(r"^\| *([^|]+?) *\| *([^|]+?) *\|$", table, re.MULTILINE))
    named = {name.lower() for cell in reasons for name in re.findall(r"[\w.-]+", re.sub(r"\(.*?\)", "", cell))}
    dependencies = _names(project["project"]["dependencies"])
    assert dependencies
    assert sorted(set(dependencies) - named) == []
    assert sorted(named - set(dependencies) - {"package", "---"}) == []
    assert all(reasons.values())


def test_every_development_dependency_is_named(project, contributing):
    sentence = contributing.split("For development:")[1].lower()
    unnamed = [name for name in _names(project["dependency-groups"]["dev"]) if name not in sentence]
    assert [name for name in unnamed if not (name.startswith("types-") and "stubs" in sentence)] == []


def test_every_package_is_described_and_every_path_that_is_named_exists(root, contributing):
    packages = {f"analysis/{p.parent.name}/" for p in (root / "analysis").glob("*/__init__.py")}
    assert sorted(p for p in packages if f"`{p}`" not in contributing) == []
    for page in ("CONTRIBUTING.md", "README.md"):
        text = (root / page).read_text("utf-8")
        paths = re.findall(r"`((?:analysis|book|sources|tests|benchmarks|\.ci)/[\w./-]*)`", text)
        assert paths
        missing = [p for p in paths if not (root / p).exists() and p not in ("sources/texts/", "sources/texts")]
        assert missing == []


def test_every_make_target_that_is_documented_exists(root, documentation):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^[ \t>$]*|`)make ([a-z]+)", documentation, re.MULTILINE))
    assert {"report", "test"} <= named
    assert sorted(named - targets) == []


def test_versions_agree(root, project):
    citation = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert __version__ == project["project"]["version"] == str(citation["version"])
    assert f"[{__version__}]" in (root / "CHANGELOG.md").read_text("utf-8")


def test_every_resource_has_its_origin(root):
    folder = root / "analysis" / "resources"
    origins = (folder / "SOURCES.md").read_text("utf-8")
    files = [p.name for p in folder.iterdir() if p.suffix in (".csv", ".toml", ".txt")]
    assert files
    assert sorted(name for name in files if f"`{name}`" not in origins) == []


def test_every_page_is_in_the_contents(root):
    contents = yaml.safe_load((root / "book" / "_toc.yml").read_text("utf-8"))
    files = {contents["root"], *(c["file"] for part in contents["parts"] for c in part["chapters"])}
    pages = {p.stem for p in (root / "book").iterdir() if p.suffix in (".md", ".ipynb")}
    assert pages == files
