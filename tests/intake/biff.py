"""An .xls written record by record ([MS-XLS], [MS-CFB]), for what no program at hand writes."""

import struct
from collections.abc import Sequence

BIFF5, BIFF8 = 0x500, 0x600
RECALC_ID = struct.pack("<HHI", 0x1C1, 8, 0x1C1) + struct.pack("<I", 124_519)
NO_SECTOR, END_OF_CHAIN, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def number(row: int, column: int, value: float, style: int = 1) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, text: bytes, style: int = 1) -> bytes:
    """A text of BIFF5: letters of the book's code page."""
    return record(0x204, struct.pack("<HHHH", row, column, style, len(text)) + text)


def formula(row: int, column: int, result: bytes, flags: int = 0, style: int = 1) -> bytes:
    """Of the result, a number is a double; else it begins with its kind: text, truth, error, empty text."""
    return record(
        0x6, struct.pack("<HHH8sHIH", row, column, style, result.ljust(8, b"\xff"), flags, 0, 3) + b"\x1e\1\0"
    )


def result(kind: int, value: int = 0) -> bytes:
    return bytes([kind, 0, value, 0, 0, 0])


def rich(row: int, column: int, text: str, starts: Sequence[tuple[int, int]], style: int = 1) -> bytes:
    """A text of BIFF8 in runs: where each begins, and its font."""
    letters = text.encode("utf-16-le")
    head = struct.pack("<HHHHB", row, column, style, len(text), 1)
    return record(
        0xD6, head + letters + struct.pack("<H", len(starts)) + b"".join(struct.pack("<HH", *s) for s in starts)
    )


def stream(
    *cells: bytes,
    version: int = BIFF8,
    settings: bytes = RECALC_ID,
    fonts: Sequence[str] = ("Arial",),
    state: int = 0,
) -> bytes:
    """A book of one sheet. Style 1 is plain, 2 shows a percentage, 3 a day; those behind them have the other fonts."""
    kinds = [(0, 0), (0, 10), (0, 14), *((font, 0) for font in range(1, len(fonts)))]
    styles = _style(0, 0, 0xFFF5, version) + b"".join(_style(font, shown, 1, version) for font, shown in kinds)
    before = _begin(5, version) + settings + b"".join(_font(font, version) for font in fonts) + styles
    name = b"S1" if version == BIFF5 else b"\0S1"
    size = 4 + 4 + 1 + 1 + 1 + len(name)
    start = len(before) + size + 4
    bound = record(0x85, struct.pack("<IBBB", start, state, 0, 2) + name)
    return before + bound + record(0xA) + _begin(16, version) + b"".join(cells) + record(0xA)


def compound(content: bytes, name: str = "Workbook") -> bytes:
    """The stream in a compound file, as every .xls is."""
    content += bytes(max(4096 - len(content), -len(content) % 512))
    sectors = len(content) // 512
    chain = [FAT_SECTOR, END_OF_CHAIN, *range(3, sectors + 2), END_OF_CHAIN]
    table = struct.pack("<128I", *chain, *[NO_SECTOR] * (128 - len(chain)))
    numbers = (1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0, *[NO_SECTOR] * 108)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    directory = _entry("Root Entry", 5, END_OF_CHAIN, 0, child=1) + _entry(name, 2, 2, len(content)) + bytes(256)
    return header + struct.pack("<117I", *numbers) + table + directory + content


def _begin(kind: int, version: int) -> bytes:
    return record(0x809, struct.pack("<HHHH", version, kind, 0, 0) + (bytes(8) if version == BIFF8 else b""))


def _font(name: str, version: int) -> bytes:
    written = bytes([len(name)]) + (name.encode() if version == BIFF5 else b"\0" + name.encode())
    return record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + written)


def _style(font: int, shown: int, kind: int, version: int) -> bytes:
    return record(0xE0, struct.pack("<HHH", font, shown, kind) + bytes(10 if version == BIFF5 else 14))


def _entry(name: str, kind: int, sector: int, size: int, child: int = NO_SECTOR) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, NO_SECTOR, NO_SECTOR, child)
    return head + bytes(36) + struct.pack("<IQ", sector, size)
