"""What is inside a .xlsx or .docx, told by the standard library alone and within limits."""

from __future__ import annotations

import zlib
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from indicators.verification.layout import SHORT_DIGEST

_MOST_MEMBERS = 3000
_MOST_BYTES = 600_000_000  # unpacked, of the whole file
_CHUNK = 1 << 20
BROKEN = (BadZipFile, LargeZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


def member_digests(content: bytes) -> dict[str, str]:
    """Inner part → short digest of its unpacked bytes; empty for what is no zip, is broken or unpacks to too much."""
    try:
        with ZipFile(BytesIO(content)) as package:
            members = package.infolist()
            if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
                return {}
            return {member.filename: _digest(package, member) for member in members}
    except BROKEN:
        return {}


def member(content: bytes, name: str, most_bytes: int) -> bytes:
    """The unpacked bytes of an inner part. Raises one of BROKEN, or KeyError; ValueError where it is too much."""
    with ZipFile(BytesIO(content)) as package, package.open(name) as opened:
        found = opened.read(most_bytes + 1)
    if len(found) > most_bytes:
        raise ValueError(name)
    return found


def _digest(package: ZipFile, member: ZipInfo) -> str:
    """Raises ValueError where more comes out than the directory says."""
    digest, left = sha256(), member.file_size
    with package.open(member) as opened:
        while chunk := opened.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise ValueError(member.filename)
            digest.update(chunk)
    return digest.hexdigest()[:SHORT_DIGEST]
