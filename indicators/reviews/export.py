"""Writes a review out as a folder: the stored bytes, whole or not at all, and no key is needed."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from indicators import errors
from indicators.reviews.model import Progress, Review
from indicators.reviews.opening import file_of_review
from indicators.store import Store
from indicators.verification.checking import verify
from indicators.wording import reviews as words

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = 0o444
_UNFINISHED = ".dang_ghi"


def _silent(done: int, steps: int, what_vi: str) -> None:
    """Nobody watches."""


def export(store: Store, review: Review, folder: Path, progress: Progress = _silent) -> Path:
    """Writes the review's files into the new folder, each read-only; verified before it gets its name.

    Raises FolderTaken, FolderUnwritable (also of a full disk), ReviewDamaged; then nothing is left behind.
    """
    if os.path.lexists(folder):
        raise errors.FolderTaken(folder)
    with _made_beside(folder) as place:
        for number, file in enumerate(review.files):
            progress(number, len(review.files) + 1, words.EXPORTING)
            _write(place / file.path, file_of_review(store, review.row, file.path))
        _sync_folders(place)
        progress(len(review.files), len(review.files) + 1, words.VERIFYING)
        if verify(place, review.row["fingerprint"]).findings:
            raise errors.FolderUnwritable(folder, is_full=False)
    progress(len(review.files) + 1, len(review.files) + 1, words.EXPORTED.format(folder=folder))
    return folder


@contextmanager
def _made_beside(folder: Path) -> Iterator[Path]:
    """A folder that is renamed to `folder` when the block ends, and gone when it raises."""
    place, beginning = None, f".{folder.name[:40]}."
    try:
        _clear_unfinished(folder.parent, beginning)
        place = Path(mkdtemp(prefix=beginning, suffix=_UNFINISHED, dir=folder.parent))
        yield place
        place.chmod(0o755)
        # Renaming over an empty folder would succeed: what came meanwhile is not to be taken over.
        if os.path.lexists(folder):
            raise errors.FolderTaken(folder)
        place.rename(folder)
        _sync(folder.parent)
    except OSError as error:
        raise errors.FolderUnwritable(folder, is_full=error.errno in _FULL) from error
    finally:
        if place is not None and place.exists():
            shutil.rmtree(place, ignore_errors=True)


def _clear_unfinished(parent: Path, beginning: str) -> None:
    """Takes away what an export of that name left whose process was killed: nobody else's folder is named so."""
    unfinished = re.compile(f"{re.escape(beginning)}[a-z0-9_]{{8}}{re.escape(_UNFINISHED)}")
    for found in [path for path in parent.iterdir() if unfinished.fullmatch(path.name)]:
        shutil.rmtree(found, ignore_errors=True)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    file.chmod(_READ_ONLY)


def _sync_folders(place: Path) -> None:
    for folder in [place, *(path for path in place.rglob("*") if path.is_dir())]:
        _sync(folder)


def _sync(folder: Path) -> None:
    """Makes names in it last; where the system cannot open a folder they are left to it."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
