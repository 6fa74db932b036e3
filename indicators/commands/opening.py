"""What the commands share: the clock, the open store, the commune that was asked for."""

from __future__ import annotations

import errno
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from indicators import errors
from indicators.catalogue import Catalogue, CommuneCatalogue
from indicators.console import Refusal, say_aside
from indicators.enrolment import open_enrolled
from indicators.moments import parse_as_of
from indicators.settings import Settings
from indicators.store import Store
from indicators.wording import command_line as words
from indicators.wording.screens import ENROLLED_BY


def opened(path: Path, settings: Settings, catalogue: Catalogue) -> Store:
    """The store with the catalogue taken in. Raises StoreError."""
    return open_enrolled(path, settings.reporting_calendar, catalogue, by=ENROLLED_BY, at=now())


def opened_existing(path: Path, settings: Settings, catalogue: Catalogue) -> Store:
    """As `opened`; a store that is not there yet may be a mistyped place, so its making is said."""
    is_new = not path.exists()
    store = opened(path, settings, catalogue)
    if is_new:
        say_aside(words.STORE_MADE.format(store=path))
    return store


def entry_of(catalogue: Catalogue, commune: str) -> CommuneCatalogue:
    """The commune's catalogue. Raises CommuneUnknown."""
    if commune not in catalogue.by_commune:
        raise errors.CommuneUnknown(commune, sorted(catalogue.by_commune))
    return catalogue.by_commune[commune]


def content_of(file: Path) -> bytes:
    """The file's bytes. Raises Refusal."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal.of_use(words.FILE_UNREADABLE.format(file=file)) from error


def write_file(file: Path, content: bytes) -> None:
    """Writes all of it or leaves what was there. Raises Refusal."""
    try:
        if file.exists() and not file.is_file():  # a folder, or a device that the new file would take the place of
            raise OSError(errno.EISDIR, str(file))
        _write_beside(file, content)
    except (OSError, ValueError) as error:
        is_full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Refusal.of_use((words.DISK_FULL if is_full else words.FILE_UNWRITABLE).format(file=file)) from error


def _write_beside(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def moment(text: str) -> datetime:
    """An ISO date or moment as the store keeps it. Raises Refusal."""
    try:
        return parse_as_of(text)
    except ValueError as error:
        raise Refusal.of_use(words.MOMENT_INVALID.format(text=text)) from error


def now() -> datetime:
    """This moment: the only clock of the command line."""
    return datetime.now(UTC).replace(tzinfo=None)
