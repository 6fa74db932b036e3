"""A zip looked at before anything is unpacked: it is opened only when it is one plain archive from its first byte to
its last, and its two descriptions of each part agree. What differs between readers is how polyglots and bombs are made.
"""

import io
import struct
import zipfile

from indicators.intake.workbook.raw import Refused
from indicators.limits import Limits

_LOCAL, _CENTRAL, _END, _END_SIZE = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", 22
# Of the flags: sizes that follow the part, names in UTF-8, and the three encryptions (APPNOTE.TXT, 4.4.4).
_SIZES_FOLLOW, _UTF_8, _ENCRYPTED, _IN_EXTRA = (
    0x8,
    0x800,
    0x2041,
    0xFFFFFFFF,
)
_ENCRYPTED_METHOD = 99
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def open_container(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive. Raises Refused."""
    _check_end(content)
    if content.count(_CENTRAL) > limits.parts:
        raise Refused("unsafe_workbook", "parts")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise Refused("damaged_workbook", "zip") from error
    entries = archive.infolist()
    _check_packing(entries)
    _check_places(content, entries, archive.start_dir)
    _check_sizes(entries, limits)
    return archive


def part_name(name: str) -> str:
    """One name for what some reader takes for the same part, whatever the case and the slash."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _check_end(content: bytes) -> None:
    """The directory's end stands last, with no comment behind it."""
    last = content.rfind(_END)
    if last < 0:
        raise Refused("damaged_workbook", "truncated")
    if last + _END_SIZE > len(content):
        raise Refused("damaged_workbook", "truncated")
    if last + _END_SIZE < len(content):
        raise Refused("unsafe_workbook", "bytes_after")


def _check_packing(entries: list[zipfile.ZipInfo]) -> None:
    names = {part_name(entry.filename) for entry in entries}
    if len(names) != len(entries):
        raise Refused("unsafe_workbook", "part_twice")
    if any(entry.flag_bits & _ENCRYPTED or entry.compress_type == _ENCRYPTED_METHOD for entry in entries):
        raise Refused("encrypted")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise Refused("unsafe_workbook", "method")


def _check_places(content: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """The parts begin with the file, none lies in another, and none reaches into the directory."""
    places = sorted((entry.header_offset, _end_of(content, entry)) for entry in entries)
    if places and places[0][0] != 0:
        raise Refused("unsafe_workbook", "bytes_before")
    following = [start for start, _ in places[1:]] + [directory]
    if any(end > start for (_, end), start in zip(places, following, strict=False)):
        raise Refused("unsafe_workbook", "overlap")


def _end_of(content: bytes, entry: zipfile.ZipInfo) -> int:
    """Where a part ends, by its local header, which must say what the directory says."""
    start = entry.header_offset
    header = content[start : start + 30] if start >= 0 else b""
    if len(header) < 30 or not header.startswith(_LOCAL):
        raise Refused("damaged_workbook", "zip")
    _, _, flags, method, _, _, crc, packed, unpacked, name, extra = struct.unpack("<IHHHHHIIIHH", header)
    told = (crc, packed, unpacked) == (entry.CRC, entry.compress_size, entry.file_size)
    named = content[start + 30 : start + 30 + name].decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
    if (
        (method, named) != (entry.compress_type, entry.orig_filename)
        or (flags ^ entry.flag_bits) & _ENCRYPTED
        or not (told or flags & _SIZES_FOLLOW or _IN_EXTRA in (packed, unpacked))
    ):
        raise Refused("unsafe_workbook", "forged")
    return start + 30 + int(name) + int(extra) + entry.compress_size


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(_is_bomb(entry, limits) for entry in entries):
        raise Refused("unsafe_workbook", "unpacked_ratio")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise Refused("too_large", "unpacked_bytes")


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    packed = max(entry.compress_size, 1)
    return entry.file_size > limits.small_part_bytes and entry.file_size > limits.unpacked_ratio * packed
