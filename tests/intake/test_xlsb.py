"""An .xlsb written record by record ([MS-XLSB]): every kind of cell, short ones too, styles, runs, what is hidden."""

import struct

from indicators.intake.legacy import decoded
from indicators.intake.workbook.cells import Visibility, Workbook
from tests.intake.hostile import opened, parts_of, zipped
from tests.intake.sheets import COMMUNES
from tests.intake.test_legacy import tcvn3

PLAIN, PERCENT, OWN_PERCENT, DAY, OLD = range(5)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.bin"/></Relationships>'
)


def varying(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varying(rest) if rest else bytes([low])


def record(kind: int, data: bytes = b"") -> bytes:
    return varying(kind) + varying(len(data)) + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def rich(value: str, *starts: tuple[int, int]) -> bytes:
    runs = struct.pack("<I", len(starts)) + b"".join(struct.pack("<HH", *start) for start in starts)
    return (b"\1" if starts else b"\0") + text(value) + (runs if starts else b"")


def cell(kind: int, column: int, held: bytes, style: int = PLAIN) -> bytes:
    return record(kind, struct.pack("<II", column, style) + held)


def short(kind: int, held: bytes, style: int = PLAIN) -> bytes:
    return record(kind, struct.pack("<I", style) + held)


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = bytes([0, 0x10 if hidden else 0, 0])
    return record(0, struct.pack("<IIH", number, 0, 300) + flags + struct.pack("<I", 0)) + b"".join(cells)


def styles() -> bytes:
    def font(name: str) -> bytes:
        return record(43, bytes(21) + text(name))

    def style(shown: int, used: int = 0) -> bytes:
        return record(47, struct.pack("<HHH", 0, shown, used) + bytes(10))

    own = record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 164) + text("0.0%;@")) + record(616)
    used = style(0) + style(9) + style(164) + style(14) + style(0, 1)
    return (
        own
        + font("Arial")
        + font(".VnTime")
        + record(626)
        + style(9)
        + record(617, struct.pack("<I", 5))
        + used
        + record(618)
    )


def xlsb(*rows: bytes, strings: bytes = b"", behind: bytes = b"", from_1904: bool = False) -> bytes:
    book = record(153, struct.pack("<II", from_1904, 0) + text(""))
    for number, (name, state) in enumerate([("Biểu", 0), ("Rất ẩn", 2)], start=1):
        book += record(156, struct.pack("<II", state, number) + text(f"rId{number}") + text(name))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": record(131) + book + record(132),
        "xl/_rels/workbook.bin.rels": RELATIONS,
        "xl/styles.bin": styles(),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", 9, 1)) + strings + record(160),
        "xl/worksheets/sheet1.bin": sheet(*rows) + behind,
        "xl/worksheets/sheet2.bin": sheet(row(0, cell(5, 0, struct.pack("<d", 7)))),
    }
    return zipped({name: part.encode() if isinstance(part, str) else part for name, part in parts.items()})


def sheet(*rows: bytes) -> bytes:
    last = struct.pack("<IIII", 0, 9, 0, 99)
    return record(129) + record(148, last) + record(145) + b"".join(rows) + record(146)


def book_of(content: bytes) -> Workbook:
    found = opened(content)
    assert isinstance(found, Workbook), found
    return found


def held(content: bytes) -> dict[tuple[int, int], tuple[str, str]]:
    return {tuple(place): tuple(cell) for place, cell in book_of(content).sheets[0].cells.items()}  # type: ignore[misc]


TEN_TIMES, DOUBLE = struct.pack("<I", 989 << 2 | 3), struct.pack("<d", 0.989)
FORMULA = struct.pack("<HI", 0, 0)


def test_every_kind_of_cell() -> None:
    cells = [
        cell(1, 0, b""), cell(2, 1, TEN_TIMES), cell(3, 2, b"\x07"), cell(4, 3, b"\1"), cell(5, 4, DOUBLE, PERCENT),
        cell(6, 5, text("Đạt")), cell(7, 6, struct.pack("<I", 0)), cell(8, 7, text("chữ") + FORMULA),
        cell(9, 8, struct.pack("<d", -0.05) + FORMULA, OWN_PERCENT), cell(10, 9, b"\0" + FORMULA),
        cell(11, 10, b"\x2a" + FORMULA), cell(62, 11, rich("hai", (1, 0))), cell(5, 12, struct.pack("<d", 46230), DAY),
        cell(5, 13, struct.pack("<d", float("nan"))), cell(8, 14, text("") + FORMULA),
    ]  # fmt: skip
    assert held(xlsb(row(0, *cells), strings=record(19, rich("chung")))) == {
        (1, 2): ("n", "9.89"), (1, 3): ("e", "#DIV/0!"), (1, 4): ("b", "TRUE"), (1, 5): ("p", "0.989"),
        (1, 6): ("t", "Đạt"), (1, 7): ("t", "chung"), (1, 8): ("t", "chữ"), (1, 9): ("p", "-0.05"),
        (1, 10): ("b", "FALSE"), (1, 11): ("e", "#N/A"), (1, 12): ("t", "hai"), (1, 13): ("d", "2026-07-27"),
        (1, 14): ("e", "nan"),
    }  # fmt: skip


def test_cells_written_without_their_column_stand_behind_the_one_before() -> None:
    first = row(0, cell(1, 2, b""), short(13, TEN_TIMES), short(12, b""), short(16, DOUBLE, PERCENT), short(15, b"\1"))
    second = row(4, short(14, b"\x17"), short(17, text("Đạt")), short(18, struct.pack("<I", 0)))
    assert held(xlsb(first, second, strings=record(19, rich("chung")))) == {
        (1, 4): ("n", "9.89"), (1, 6): ("p", "0.989"), (1, 7): ("b", "TRUE"),
        (5, 1): ("e", "#REF!"), (5, 2): ("t", "Đạt"), (5, 3): ("t", "chung"),
    }  # fmt: skip


def test_days_from_1904() -> None:
    content = xlsb(row(0, cell(5, 0, struct.pack("<d", 44768), DAY)), from_1904=True)
    assert held(content) == {(1, 1): ("d", "2026-07-27")}


def test_what_is_hidden_and_merged() -> None:
    column = record(60, struct.pack("<IIIIH", 1, 2, 0, 0, 1))
    merge = record(176, struct.pack("<IIII", 0, 1, 2, 3))
    rows = column + row(0, cell(5, 1, DOUBLE)) + row(3, cell(5, 0, DOUBLE), hidden=True)
    first, second = book_of(xlsb(rows, behind=merge)).sheets
    assert (set(first.hidden_columns), set(first.hidden_rows)) == ({2}, {4})
    assert [tuple(merge) for merge in first.merges] == [(1, 3, 2, 4)]
    assert (second.name, second.visibility) == ("Rất ẩn", Visibility.VERY_HIDDEN)


def test_fonts_from_before_unicode() -> None:
    strings = record(19, rich("Tỷ lệ " + tcvn3("hộ nghèo"), (6, 1))) + record(19, rich(tcvn3("Tỷ lệ hộ nghèo")))
    cells = [
        cell(7, 0, struct.pack("<I", 0)),
        cell(7, 1, struct.pack("<I", 1), OLD),
        cell(62, 2, rich(tcvn3("Tỷ lệ ") + "hộ nghèo", (6, 0)), OLD),
    ]
    read = decoded(book_of(xlsb(row(0, *cells), strings=strings)).sheets[0], COMMUNES)
    assert [cell.text for cell in read.cells.values()] == ["Tỷ lệ hộ nghèo"] * 3
    assert len(read.legacy) == 3


def test_targets_from_the_root_and_with_other_slashes() -> None:
    parts = parts_of(xlsb(row(0, cell(5, 0, DOUBLE))))
    relations = parts["xl/_rels/workbook.bin.rels"]
    relations = relations.replace(b'"worksheets/sheet1', b'"/xl/worksheets/sheet1').replace(
        b"worksheets/", b"worksheets\\"
    )
    assert len(book_of(zipped(parts | {"xl/_rels/workbook.bin.rels": relations})).sheets) == 2
