"""What a file is by its content, whatever it is called: a workbook's container, or a kind of its own to be named."""

from __future__ import annotations

import re

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK = b"\0 \t\r\n\x0b\x0c"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_END_OF_ZIP, _LONGEST_END = b"PK\x05\x06", 66_000

_STARTS = (
    (rb"%PDF-", "pdf"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp", "picture"),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|PK\x05\x06|PK\x07\x08|BZh|\xfd7zXZ", "archive"),
    (rb"MZ|\x7fELF|#!", "program"),
    (rb"\{\\rtf", "rtf"),
    (rb"ID;P", "sylk"),
    (rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\0", "old_excel"),
    (rb"MIME-Version:", "html"),
)
_MARKUP = (
    (rb"urn:schemas-microsoft-com:office:spreadsheet", "xml_spreadsheet"),
    (rb"office:document", "flat_opendocument"),
    (rb"<\s*(?:!doctype\s+html|html|head|body|table|meta|style|div|center|script|title|p|tr)\b", "html"),
    (rb"^\s*<\?xml", "xml"),
)
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "word"),
    ("PowerPoint Document", "powerpoint"),
    ("VisioDocument", "visio"),
    ("__properties_version1.0", "mail"),
    ("\x05SummaryInformation", "ole"),
)


def kind_of(content: bytes) -> str:
    """'zip' or 'xls' for what may be a workbook, 'encrypted', 'empty', 'hidden_zip' for a zip behind something else,
    the name of another kind, 'text', or 'unknown'."""
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLE):
        return next((kind for name, kind in _STREAMS if _has_stream(content, name)), _unnamed_ole(content))
    if not content.strip(_BLANK):
        return "empty"
    if _END_OF_ZIP in content[-_LONGEST_END:] and ZIP in content:
        return "hidden_zip"
    return _named(content.removeprefix(b"\xef\xbb\xbf"))


def _named(content: bytes) -> str:
    found = next((kind for start, kind in _STARTS if re.match(start, content, re.DOTALL)), None)
    if found is not None:
        return found
    start = content[:4_000].replace(b"\0", b"")
    if start.lstrip(b"\xff\xfe \t\r\n").startswith(b"<"):
        return next((kind for sign, kind in _MARKUP if re.search(sign, start, re.IGNORECASE)), "unknown")
    if b"%PDF-" in content[:1_024]:
        return "pdf"
    is_utf_16 = content.startswith(_UTF_16) or _is_half_zeros(content)
    return "text" if is_utf_16 or b"\0" not in content.rstrip(b"\0") else "unknown"


def _is_half_zeros(content: bytes) -> bool:
    """UTF-16 without its mark: the zeros of its ASCII letters stand all at even or all at odd places."""
    start = content[:4_000]
    return bool(start[0::2].count(0)) != bool(start[1::2].count(0)) and start.count(0) * 8 >= len(start)


def _unnamed_ole(content: bytes) -> str:
    """A compound file whose directory names nothing that is known, as when it is cut off."""
    return "encrypted" if "EncryptedPackage".encode("utf-16-le") in content else "xls"


def _has_stream(content: bytes, name: str) -> bool:
    """Whether a compound file's directory holds such a stream: the name alone may stand in a cell ([MS-CFB] 2.6.1)."""
    written = name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")
    place = content.find(written)
    while place >= 0 and place % 128:
        place = content.find(written, place + 1)
    return place >= 0
