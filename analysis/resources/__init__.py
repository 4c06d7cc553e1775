"""Generic resources, complete and with their origin named in SOURCES.md: nothing here knows an event."""

from functools import cache
from importlib.resources import files


def read_resource(name: str) -> str:
    """Return a data file's text."""
    return files(__name__).joinpath(name).read_text("utf-8")


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list: one a line, case folded, blank lines and # comments left out."""
    lines = (line.split("#")[0].strip() for line in read_resource(name).splitlines())
    return tuple(line.casefold() for line in lines if line)
