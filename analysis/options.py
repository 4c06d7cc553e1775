"""The arguments and options that several commands share."""

from pathlib import Path

import click

TEXTS_VARIABLE = "VARIORUM_TEXTS"

sources_argument = click.argument("sources", type=click.Path(path_type=Path), default=Path("sources"))
texts_option = click.option(
    "--texts",
    type=click.Path(path_type=Path),
    envvar=TEXTS_VARIABLE,
    help=f"Folder that holds the articles' texts. [default: ${TEXTS_VARIABLE}, else SOURCES/texts]",
)
