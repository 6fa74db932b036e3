"""Files made to do harm, built in the tests, and the one place that measures what opening one costs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any
from unittest.mock import patch

from openpyxl import Workbook as Book

from indicators.intake.workbook import isolation
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import STANDARD, Limits
from indicators.settings import ROOT

SHEET, STRINGS, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PATIENT = STANDARD._replace(seconds=60)  # whatever else runs on the machine: the clock has tests of its own
SAMPLE = (ROOT / "data" / "samples" / "bao_cao_quy_3_2026.xlsx").read_bytes()

_MEASURED = f"""
import json, sys
sys.path.append({str(ROOT)!r})
from indicators.intake.workbook.child import main
from indicators.limits import Limits
main(sys.argv[1], Limits(*json.loads(sys.argv[2])))
peak = 0
if sys.platform == "linux":
    peak = next(int(line.split()[1]) * 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.stdout.buffer.write(b"\\n" + str(peak).encode())
"""


def opened(content: bytes, limits: Limits = PATIENT) -> Workbook | Refusal:
    """What comes of a file; fails where its child took more memory than it may."""
    peaks = [0]

    def measured(arguments: list[str], content: bytes, limits: Limits) -> bytes | Refusal:
        answer = real(["-c", _MEASURED, *arguments[1:]], content, limits)
        if isinstance(answer, Refusal):
            return answer
        told, _, peak = answer.rpartition(b"\n")
        peaks.append(int(peak))
        return told

    real = isolation.parse_elsewhere
    with patch.object(isolation, "parse_elsewhere", measured):
        found = isolation.load_workbook(content, limits)
    assert max(peaks) <= limits.memory_bytes, f"{max(peaks):,} bytes"
    return found


def refusal(content: bytes, limits: Limits = PATIENT) -> tuple[str, str]:
    """The code and the trouble of a file that is refused."""
    found = opened(content, limits)
    assert isinstance(found, Refusal), "it was read"
    return found.code, found.trouble


def cells(content: bytes, limits: Limits = PATIENT) -> dict[tuple[int, int], str]:
    """The texts of the first sheet of a file that is read."""
    found = opened(content, limits)
    assert isinstance(found, Workbook), found
    return {(place.row, place.column): cell.text for place, cell in found.sheets[0].cells.items()}


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def plain() -> bytes:
    """A workbook with 1 in A1."""
    book, file = Book(), io.BytesIO()
    page: Any = book.active
    page["A1"] = 1
    book.save(file)
    return file.getvalue()


PLAIN = parts_of(plain())


def with_parts(**parts: bytes) -> bytes:
    """The plain workbook with parts of its own: SHEET, STRINGS, STYLES or BOOK."""
    return zipped(PLAIN | {globals()[name]: data for name, data in parts.items()})


def sheet(xml: str) -> bytes:
    return f"<worksheet {MAIN}>{xml}</worksheet>".encode()


def with_rows(xml: str, before: str = "", after: str = "") -> bytes:
    return with_parts(SHEET=sheet(f"{before}<sheetData>{xml}</sheetData>{after}"))


def with_strings(items: str, index: str, rows: str = "") -> bytes:
    """A sheet whose A1 shows the shared text `index`, or one of these rows."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rIdS" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    relations = PLAIN[RELATIONS].replace(b"</Relationships>", relation.encode())
    shown = rows or f'<sheetData><c r="A1" t="s"><v>{index}</v></c></sheetData>'
    return zipped(PLAIN | {STRINGS: f"<sst {MAIN}>{items}</sst>".encode(), SHEET: sheet(shown), RELATIONS: relations})


def ods(table: str, manifest: bytes = b"<manifest/>") -> bytes:
    body = f'<body><spreadsheet><table name="1">{table}</table></spreadsheet></body>'
    content = f"<document-content>{body}</document-content>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


class Overlapping:
    """An archive written byte by byte, whose directory says what it likes."""

    def __init__(self) -> None:
        self._file, self._directory = bytearray(), bytearray()
        self._count = 0

    def add(self, name: str, data: bytes, *, told: Callable[[list[int]], None] | None = None) -> int:
        """A deflated part; `told` may change the directory's method, crc, sizes and offset. Gives its offset."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
        offset = len(self._file)
        facts = [8, zlib.crc32(data), len(packed), len(data), offset]
        self._file += struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, *facts[1:4], len(name), 0)
        self._file += name.encode() + packed
        if told is not None:
            told(facts)
        self.tell(name, facts)
        return offset

    def tell(self, name: str, facts: list[int]) -> None:
        method, crc, packed, unpacked, offset = facts
        self._directory += struct.pack("<IHHHHHHIII", 0x02014B50, 20, 20, 0, method, 0, 33, crc, packed, unpacked)
        self._directory += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, offset) + name.encode()
        self._count += 1

    def done(self) -> bytes:
        count = min(self._count, 0xFFFF)
        end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(self._directory), len(self._file), 0)
        return bytes(self._file + self._directory + end)
