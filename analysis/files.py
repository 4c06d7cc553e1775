"""Putting finished files in place at once, so that an interrupt leaves the old ones whole."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from analysis.errors import SourceError


def check_replaceable(folder: Path, *, sign: str) -> None:
    """Refuse to replace a folder that this program did not write.

    Parameters
    ----------
    folder : Path
        What a run is about to replace whole; it need not exist.
    sign : str
        A file that stands in every folder of that kind.

    Raises
    ------
    SourceError
        If something else than a folder is there, or a folder with files but without the sign.
    """
    if folder.exists() and not folder.is_dir():
        message = f"{folder}: expected a folder, found a file.\nMove it away, or name another --output."
        raise SourceError(message)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / sign).is_file():
        message = (
            f"{folder}: this folder would be replaced, and it holds files that are not ours (no {sign} is in it).\n"
            "Move it away, or name another --output."
        )
        raise SourceError(message)


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends well, it takes the place of `folder`.

    The old folder stays until the new one is complete, and stays for good if the block fails.
    Where `folder` is a link, the folder that it points to is replaced, not the link.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new.chmod(0o755)
        yield new
        old = new.with_name(new.name + "-old")
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:
            if old.exists():
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(new, ignore_errors=True)


class Change(NamedTuple):
    """What a file held when it was read (None: it was not there), and what it is to hold."""

    before: bytes | None
    after: bytes


def change_files(changes: Mapping[Path, Change]) -> None:
    """Put new contents in the place of files, all of them once all are written; a link stays a link.

    Raises
    ------
    SourceError
        If a file has changed since it was read, or another run is changing it.
    """
    places = {path.resolve(): change for path, change in changes.items()}
    new = {path: path.with_name(f".{path.name}-new") for path in places}
    made: list[Path] = []
    try:
        for path, change in places.items():
            with new[path].open("xb") as file:  # also what keeps another run out
                made.append(new[path])
                file.write(change.after)
            if path.exists():
                shutil.copymode(path, new[path])
            if (path.read_bytes() if path.exists() else None) != change.before:
                message = f"{path}: another run has changed this file since it was read.\nRun again."
                raise SourceError(message)
        for path in places:
            new[path].replace(path)
    except FileExistsError as error:
        message = (
            f"{error.filename}: another run is changing this file, or one was killed.\n"
            "Wait and run again; if none runs, delete it."
        )
        raise SourceError(message) from None
    finally:
        for path in made:
            path.unlink(missing_ok=True)


def put_in_place(finished: Path, folder: Path) -> None:
    """Put a copy of a finished folder where another stood, all at once."""
    with replaced_folder(folder) as new:
        shutil.copytree(finished, new, dirs_exist_ok=True)
