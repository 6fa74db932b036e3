"""The folder of a review as bytes: what is frozen in the store and what an export writes out."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from indicators.reviews.canonical import CanonicalLine, canonical_bytes
from indicators.reviews.keys import SigningKey
from indicators.reviews.parts import PARTS
from indicators.settings import ROOT
from indicators.verification import layout
from indicators.verification.cells import cell_digests
from indicators.verification.packages import member_digests
from indicators.wording import reviews as words

_NAME_LETTERS = 55  # in UTF-8 four bytes each at most, and 255 bytes are a name's most
_LABELS = ("target", "indicator", "measure", "period", "scenario", "upload", "plan")
_SAFE = frozenset("-_.()")


def sealed(files: Mapping[str, bytes], lines: Sequence[CanonicalLine], key: SigningKey) -> dict[str, bytes]:
    """The files with the canonical form, the public key, the manifest that names them all, and its signature."""
    whole = {
        **files, layout.CANONICAL: canonical_bytes(lines), layout.PUBLIC_KEY: key.public_pem,
    }  # fmt: skip
    manifest = _manifest(whole, lines, key.fingerprint)
    return {**whole, layout.MANIFEST: manifest, layout.SIGNATURE: key.sign(manifest)}


def _manifest(files: Mapping[str, bytes], lines: Sequence[CanonicalLine], fingerprint: str) -> bytes:
    head = next(json.loads(line.content) for line in lines if line.part == "review")
    said = {
        "format": layout.FOLDER_FORMAT,
        "product": product_version(),
        "review": head,
        "fingerprint": fingerprint,
        "canonical_sha256": sha256(files[layout.CANONICAL]).hexdigest(),
        "parts": _parts(lines),
        "sheets": {title: part for part, title in words.PARTS.items()},
        "headings": {part: [words.COLUMNS[name] for name, _ in columns] for part, columns in PARTS.items()},
        "files": {path: _file(path, content) for path, content in files.items()},
    }
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _parts(lines: Iterable[CanonicalLine]) -> list[dict[str, Any]]:
    """Of each part the digest of its lines, and of each line a short one with what it is of."""
    found = []
    for part, members in groupby(lines, lambda line: line.part):
        said = list(members)
        digest = sha256(b"".join(line.text.encode() for line in said)).hexdigest()
        found.append({"part": part, "sha256": digest, "rows": [_row(line) for line in said]})
    return found


def _row(line: CanonicalLine) -> str:
    row = json.loads(line.content)
    label = " ".join(str(row[column]) for column in _LABELS if row.get(column) is not None)
    return f"{sha256(line.text.encode()).hexdigest()[: layout.SHORT_DIGEST]} {label}"


def _file(path: str, content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {"size": len(content), "sha256": sha256(content).hexdigest()}
    inner = member_digests(content) if PurePosixPath(path).suffix.lower() in layout.PACKAGES else {}
    cells = cell_digests(content) if path == layout.REPORT_WORKBOOK else {}
    return found | ({"inner": inner} if inner else {}) | ({"cells": cells} if cells else {})


def original_path(upload: int, file_name: str) -> str:
    """Where an upload's file stands in the folder: its number, then what any system takes of its name."""
    plain = "".join(letter if letter.isalnum() or letter in _SAFE else "_" for letter in normalize("NFC", file_name))
    stem, dot, suffix = plain.rpartition(".")
    name = f"{stem[: _NAME_LETTERS - len(suffix) - 1]}.{suffix}" if dot and len(suffix) < 8 else plain[:_NAME_LETTERS]
    return f"{layout.SHEETS}/{upload:05}_{name.strip('. ') or words.UNNAMED}"


@cache
def product_version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{project['name']} {project['version']}"
