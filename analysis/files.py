"""Putting finished files in place at once, so that an interrupt leaves the old ones whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def put_in_place(finished: Path, folder: Path) -> None:
    """Put a copy of a finished folder where another stood, all at once."""
    with replaced_folder(folder) as new:
        shutil.copytree(finished, new, dirs_exist_ok=True)
