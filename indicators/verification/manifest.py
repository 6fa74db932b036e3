"""The manifest of a review's folder, read as something a stranger may have written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.verification.layout import FOLDER_FORMAT

MOST_BYTES = 100_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class ListedFile:
    """Short digests: `inner` of a package's inner parts, `cells` ('Sheet!F8') of those of the report's workbook."""

    size: int
    sha256: str
    inner: dict[str, str]
    cells: dict[str, str]


@dataclass(frozen=True)
class ListedRow:
    """A line of the canonical form: `digest` short; `label`: what it is of ('1.2 2028-Q2 floor')."""

    part: str
    ordinal: int
    digest: str
    label: str


@dataclass(frozen=True)
class Manifest:
    """`sheets`: the data workbook's, title → part; `headings`: part → what stands above its columns."""

    fingerprint: str
    canonical_sha256: str
    head: dict[str, Any]
    files: dict[str, ListedFile]
    rows: Sequence[ListedRow]
    sheets: dict[str, str]
    headings: dict[str, list[str]]


def read_manifest(content: bytes) -> Manifest:
    """Raises ValueError for anything that a review's manifest is not."""
    try:
        said = json.loads(content.decode("utf-8"), object_pairs_hook=_once_each)
        return _manifest(said)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(str(error)) from error


def _manifest(said: dict[str, Any]) -> Manifest:
    if said["format"] != FOLDER_FORMAT:
        raise ValueError(said["format"])
    return Manifest(
        fingerprint=_digest(said["fingerprint"]),
        canonical_sha256=_digest(said["canonical_sha256"]),
        head=dict(said["review"]),
        files={_inside(path): _file(file) for path, file in said["files"].items()},
        rows=[
            ListedRow(str(part["part"]), ordinal, *_split(row))
            for part in said["parts"]
            for ordinal, row in enumerate(part["rows"], 1)
        ],
        sheets={str(title): str(part) for title, part in said["sheets"].items()},
        headings={str(part): [str(name) for name in names] for part, names in said.get("headings", {}).items()},
    )


def _file(said: dict[str, Any]) -> ListedFile:
    inner, cells = (
        {str(name): str(digest) for name, digest in said.get(column, {}).items()} for column in ("inner", "cells")
    )
    return ListedFile(int(said["size"]), _digest(said["sha256"]), inner, cells)


def _split(row: str) -> tuple[str, str]:
    digest, _, label = row.partition(" ")
    return digest, label


def _digest(text: Any) -> str:
    if not isinstance(text, str) or not _SHA256.fullmatch(text):
        raise ValueError(str(text)[:80])
    return text


def _inside(path: str) -> str:
    """A path that stays in the folder."""
    if not path or "\\" in path or "\0" in path or any(step in ("", ".", "..") for step in path.split("/")):
        raise ValueError(path)
    return path


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found
