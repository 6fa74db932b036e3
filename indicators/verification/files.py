"""The files that are really in a folder: found without following a link, read in pieces and never beyond a limit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

_DEPTH, _MOST_FILES = 8, 100_000
_CHUNK = 1 << 20


@dataclass
class Listing:
    """`files`: path within the folder, with slashes → where it is; `unsafe`: links, devices and what lies too deep;
    `unreadable`: folders that could not be looked into."""

    files: dict[str, Path] = field(default_factory=dict)
    unsafe: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


def is_folder(path: Path) -> bool:
    """Also of a path that the system does not take: too long, or within a closed folder."""
    try:
        return path.is_dir()
    except OSError:
        return False


def listed(folder: Path) -> Listing:
    found = Listing()
    _list(folder, "", 0, found)
    return found


def _list(folder: Path, prefix: str, depth: int, found: Listing) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        found.unreadable.append(prefix or ".")
        return
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.is_symlink() or len(found.files) >= _MOST_FILES:
            found.unsafe.append(path)
        elif entry.is_dir(follow_symlinks=False):
            _enter(Path(entry.path), path, depth, found)
        elif entry.is_file(follow_symlinks=False):
            found.files[path] = Path(entry.path)
        else:
            found.unsafe.append(path)


def _enter(folder: Path, path: str, depth: int, found: Listing) -> None:
    found.folders.append(path)
    if depth >= _DEPTH:
        found.unsafe.append(path)
    else:
        _list(folder, f"{path}/", depth + 1, found)


def digest_of(file: Path) -> str:
    """SHA-256 in hexadecimal. Raises OSError."""
    digest = sha256()
    with file.open("rb") as opened:
        for piece in _pieces(opened):
            digest.update(piece)
    return digest.hexdigest()


def content_of(file: Path, most_bytes: int) -> bytes:
    """Raises OSError; ValueError where there is more."""
    with file.open("rb") as opened:
        content = opened.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise ValueError(file.name)
    return content


def _pieces(opened: object) -> Iterator[bytes]:
    read = opened.read  # type: ignore[attr-defined]
    while piece := read(_CHUNK):
        yield piece
