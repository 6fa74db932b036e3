"""Verifies a review's folder: everything found is named, nothing in it is trusted.

Only the standard library, `cryptography` and this room's wording are imported here, so that a folder can be verified
where the product cannot be installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path, PurePosixPath

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from indicators.verification.cells import cell_digests, changed_cells
from indicators.verification.files import Listing, content_of, digest_of, listed
from indicators.verification.keys import fingerprint_of, is_signed, read_public_key
from indicators.verification.layout import (
    CANONICAL,
    DATA_WORKBOOK,
    MANIFEST,
    PACKAGES,
    PUBLIC_KEY,
    SIGNATURE,
    UNLISTED,
)
from indicators.verification.manifest import MOST_BYTES, Manifest, read_manifest
from indicators.verification.model import Finding, Kind, Verdict
from indicators.verification.packages import member_digests
from indicators.verification.rows import changed_rows

_KEY_BYTES = 10_000
_FILE_BYTES = 300_000_000  # of a file that is looked into; a larger one is only hashed
_MOST_PLACES = 100  # named of one file


def plain_fingerprint(text: str) -> str:
    """The fingerprint as it is compared, from how people write it. Raises ValueError."""
    plain = re.sub(r"[\s:.-]", "", text).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", plain):
        raise ValueError(text)
    return plain


def verify(folder: Path, fingerprint: str | None = None, as_of: datetime | None = None) -> Verdict:
    """What is not as it was signed. `fingerprint`: of the key that must have signed, 64 hexadecimal digits in small
    letters; None: any key's signature will do, and the verdict says that it was not compared. `as_of`: the moment (UTC
    without its zone) by which it must have been frozen. Never raises for what a folder may hold."""
    found = listed(folder)
    if not {MANIFEST, SIGNATURE, PUBLIC_KEY, CANONICAL} & set(found.files):
        return Verdict((Finding(Kind.NOT_A_REVIEW, "."),))
    findings = [Finding(Kind.UNSAFE, path) for path in found.unsafe]
    findings += [Finding(Kind.UNREADABLE, path) for path in found.unreadable]
    manifest, signed_by, problems = _sealing(found, fingerprint)
    findings += problems
    if manifest is not None:
        findings += _against(manifest, found)
        findings += _later(manifest, as_of)
    head = manifest.head if manifest is not None else {}
    said = {name: str(head.get(column, "")) for name, column in _HEAD.items()}
    return Verdict(tuple(dict.fromkeys(findings)), signed_by, fingerprint is not None, files=len(found.files), **said)


_HEAD = {"name": "name_vi", "period": "period", "as_of": "as_of"}


def _later(manifest: Manifest, as_of: datetime | None) -> list[Finding]:
    if as_of is None:
        return []
    said = str(manifest.head.get("frozen_at", ""))
    try:
        frozen_at = datetime.fromisoformat(said)
        if frozen_at <= as_of:
            return []
        return [Finding(Kind.FROZEN_LATER, MANIFEST, f"{frozen_at + timedelta(hours=7):%d/%m/%Y %H:%M}")]
    except (ValueError, TypeError, OverflowError):
        return [Finding(Kind.FROZEN_LATER, MANIFEST, said)]


def _sealing(found: Listing, fingerprint: str | None) -> tuple[Manifest | None, str, list[Finding]]:
    """The manifest, the fingerprint of the key beside it, and what is wrong with the seal."""
    findings: list[Finding] = []
    contents = {
        name: _read(found, name, most, findings)
        for name, most in ((MANIFEST, MOST_BYTES), (SIGNATURE, _KEY_BYTES), (PUBLIC_KEY, _KEY_BYTES))
    }
    signed_by = ""
    if (pem := contents[PUBLIC_KEY]) is not None:
        try:
            key = read_public_key(pem)
        except ValueError:
            findings.append(Finding(Kind.KEY, PUBLIC_KEY))
        else:
            signed_by = fingerprint_of(key)
            findings += _signature(key, contents[SIGNATURE], contents[MANIFEST])
            if fingerprint is not None and signed_by != fingerprint:
                findings.append(Finding(Kind.OTHER_KEY, PUBLIC_KEY, signed_by))
    return _manifest(contents[MANIFEST], signed_by, findings), signed_by, findings


def _read(found: Listing, name: str, most_bytes: int, findings: list[Finding]) -> bytes | None:
    if name not in found.files:
        findings.append(Finding(Kind.MISSING, name))
        return None
    try:
        return content_of(found.files[name], most_bytes)
    except (OSError, ValueError):
        findings.append(Finding(Kind.UNREADABLE, name))
        return None


def _signature(key: Ed25519PublicKey, signature: bytes | None, manifest: bytes | None) -> list[Finding]:
    if signature is None or manifest is None or is_signed(key, signature, manifest):
        return []
    return [Finding(Kind.SIGNATURE, MANIFEST)]


def _manifest(content: bytes | None, signed_by: str, findings: list[Finding]) -> Manifest | None:
    if content is None:
        return None
    try:
        manifest = read_manifest(content)
    except ValueError:
        findings.append(Finding(Kind.MANIFEST, MANIFEST))
        return None
    if signed_by and manifest.fingerprint != signed_by:
        findings.append(Finding(Kind.OTHER_FINGERPRINT, PUBLIC_KEY, signed_by))
    canonical = manifest.files.get(CANONICAL)
    if canonical is None or canonical.sha256 != manifest.canonical_sha256:
        findings.append(Finding(Kind.MANIFEST, MANIFEST))
    return manifest


def _against(manifest: Manifest, found: Listing) -> Iterator[Finding]:
    """The files, held against what the manifest says of them."""
    folders = {str(parent) for path in manifest.files for parent in PurePosixPath(path).parents}
    yield from (Finding(Kind.ADDED, path) for path in found.folders if path not in folders)
    yield from (Finding(Kind.ADDED, path) for path in found.files if path not in UNLISTED | set(manifest.files))
    closed = tuple(found.unreadable)  # what is in there is neither missing nor there
    for path in manifest.files:
        if path.startswith(closed):
            continue
        if path not in found.files:
            yield Finding(Kind.MISSING, path)
            continue
        try:
            is_same = _is_same(manifest, found, path)
        except OSError:
            yield Finding(Kind.UNREADABLE, path)
            continue
        if not is_same:
            yield Finding(Kind.CHANGED, path)
            yield from islice(_inside(manifest, found, path), _MOST_PLACES)


def _is_same(manifest: Manifest, found: Listing, path: str) -> bool:
    """Raises OSError."""
    said, file = manifest.files[path], found.files[path]
    return file.stat().st_size == said.size and digest_of(file) == said.sha256


def _inside(manifest: Manifest, found: Listing, path: str) -> Iterator[Finding]:
    """Where in a changed file, as far as it can be told."""
    try:
        content = content_of(found.files[path], _FILE_BYTES)
        if path == CANONICAL:
            yield from changed_rows(content, manifest.rows)
        if path == DATA_WORKBOOK and _is_same(manifest, found, CANONICAL):
            canonical = content_of(found.files[CANONICAL], _FILE_BYTES)
            yield from changed_cells(content, canonical, manifest)
    except (OSError, ValueError, KeyError):
        return
    signed = manifest.files[path]
    if signed.cells:
        found_cells = cell_digests(content)
        differing = (cell for cell in signed.cells | found_cells if signed.cells.get(cell) != found_cells.get(cell))
        yield from (Finding(Kind.CELL, path, cell) for cell in differing if found_cells)
    if PurePosixPath(path).suffix.lower() in PACKAGES:
        yield from _inner_parts(path, member_digests(content), signed.inner)


def _inner_parts(path: str, inner: dict[str, str], signed: dict[str, str]) -> Iterator[Finding]:
    if not inner:
        return
    for name in sorted(signed.keys() | inner.keys()):
        if name not in inner:
            yield Finding(Kind.INNER_MISSING, path, name)
        elif name not in signed:
            yield Finding(Kind.INNER_ADDED, path, name)
        elif inner[name] != signed[name]:
            yield Finding(Kind.INNER_CHANGED, path, name)
