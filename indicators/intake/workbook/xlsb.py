"""Reads .xlsb, the same workbook as an .xlsx in binary records ([MS-XLSB]), with formats, errors, merges and what is
hidden, of which the ready readers give none.
"""

import posixpath
import struct
from collections.abc import Iterator

from indicators.intake.workbook.fonts import Runs, encoding_of, mark_of, runs_at
from indicators.intake.workbook.formats import built_in_format, day_of, shown_kind
from indicators.intake.workbook.raw import Address, RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.xml_parts import Archive, Attributes

_ROW, _BLANK, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = 0, 1, 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR, _RICH_TEXT = 8, 9, 10, 11, 62
_SHORT, _SHORT_BY = range(12, 19), 11  # the cells from blank to shared, written without their column
_SHARED_ITEM, _FONT, _FORMAT, _XF, _COLUMNS = 19, 43, 44, 47, 60
_BOOK_SETTINGS, _BUNDLED_SHEET, _MERGE = 153, 156, 176
_BEGIN_CELL_FORMATS, _END_CELL_FORMATS = 617, 618
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#WAIT"}
_VISIBILITY = {0: "visible", 1: "hidden", 2: "veryHidden"}
_LARGEST_PART = 60_000_000

Record = tuple[int, bytes]


def read_xlsb(archive: Archive) -> RawWorkbook:
    """Every worksheet of the workbook. Raises Refused."""
    try:
        return _Book(archive).read()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Refused("damaged_workbook") from error


class _Book:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._targets = _relations(archive)
        self._styles = _read_formats(self._records("xl/styles.bin"))
        self._fonts, self._encodings = _read_encodings(self._records("xl/styles.bin"))
        self._strings = [
            self._rich_text(data) for kind, data in self._records("xl/sharedStrings.bin") if kind == _SHARED_ITEM
        ]
        self._from_1904 = False
        self._column = 0

    def read(self) -> RawWorkbook:
        workbook = RawWorkbook(self._archive.limits)
        for kind, data in self._records("xl/workbook.bin"):
            if kind == _BOOK_SETTINGS:
                self._from_1904 = bool(data[0] & 1)
            elif kind == _BUNDLED_SHEET:
                sheet, part = self._bundled(workbook, data)
                if part.startswith("xl/worksheets/"):
                    self._fill(workbook, sheet, part)
                    workbook.add(sheet)
        return workbook

    def _bundled(self, workbook: RawWorkbook, data: bytes) -> tuple[RawSheet, str]:
        relation, after = _string(data, 8)
        name, _ = _string(data, after)
        visibility = _VISIBILITY.get(struct.unpack_from("<I", data)[0], "visible")
        if relation not in self._targets:
            raise Refused("damaged_workbook")
        return workbook.new_sheet(name, visibility), self._targets[relation]

    def _fill(self, workbook: RawWorkbook, sheet: RawSheet, part: str) -> None:
        row = 0
        for kind, data in self._records(part):
            if kind == _ROW:
                row, self._column = struct.unpack_from("<I", data)[0] + 1, 0
                if data[11] & 0x10:
                    sheet.rows_hidden.add(row)
                workbook.check_size(sheet)
            elif kind == _COLUMNS:
                first, last, _, _, flags = struct.unpack_from("<IIIIH", data)
                if flags & 1:
                    sheet.columns_hidden.append((first + 1, last + 1))
            elif kind == _MERGE:
                first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", data)
                sheet.merge(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
            elif kind <= _FORMULA_ERROR or kind == _RICH_TEXT:
                self._column = struct.unpack_from("<I", data)[0] + 1
                self._put(sheet, (row, self._column), kind, data[4:])
            elif kind in _SHORT:
                self._column += 1
                self._put(sheet, (row, self._column), kind - _SHORT_BY, data)

    def _put(self, sheet: RawSheet, place: Address, kind: int, data: bytes) -> None:
        """A cell: its style, and what it holds."""
        style, held = int.from_bytes(data[:3], "little"), data[4:]
        if kind in {_RK, _REAL, _FORMULA_NUMBER}:
            self._put_number(sheet, place, style, _rk(held, 0) if kind == _RK else struct.unpack_from("<d", held)[0])
        elif kind in {_TEXT, _FORMULA_TEXT}:
            self._put_text(sheet, place, style, (_string(held, 0)[0], ()))
        elif kind == _RICH_TEXT:
            self._put_text(sheet, place, style, self._rich_text(held))
        elif kind == _SHARED:
            self._put_text(sheet, place, style, self._strings[struct.unpack_from("<I", held)[0]])
        elif kind in {_BOOL, _FORMULA_BOOL}:
            sheet.put(*place, "b", "TRUE" if held[0] else "FALSE")
        elif kind in {_ERROR, _FORMULA_ERROR}:
            sheet.put(*place, "e", _ERRORS.get(held[0], "#ERR"))

    def _put_text(self, sheet: RawSheet, place: Address, style: int, text: tuple[str, Runs]) -> None:
        sheet.put(*place, "t", text[0])
        sheet.mark(*place, mark_of(text[1], self._encodings[style] if style < len(self._encodings) else ""))

    def _rich_text(self, data: bytes) -> tuple[str, Runs]:
        """A text, and its runs where it stands in several fonts."""
        text, end = _string(data, 1)
        if not data[0] & 1:
            return text, ()
        count = struct.unpack_from("<I", data, end)[0]
        starts = struct.iter_unpack("<HH", data[end + 4 : end + 4 + 4 * count])
        fonts = [(start, self._fonts[font] if font < len(self._fonts) else "") for start, font in starts]
        return text, runs_at(fonts, len(text))

    def _put_number(self, sheet: RawSheet, place: Address, style: int, value: float) -> None:
        if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 NaN differs from itself
            sheet.put(*place, "e", str(value))
            return
        kind = shown_kind(self._styles[style], value) if style < len(self._styles) else "n"
        sheet.put(*place, kind, day_of(value, from_1904=self._from_1904) if kind == "d" else number_text(value))

    def _records(self, part: str) -> Iterator[Record]:
        """The records of a part: their number and length are written in groups of seven bits."""
        data = self._archive.read_start(part, _LARGEST_PART)
        position = 0
        while position < len(data):
            kind, position = _varying(data, position, 2)
            size, position = _varying(data, position, 4)
            if position + size > len(data):
                raise Refused("damaged_workbook")
            yield kind, data[position : position + size]
            position += size


def _relations(archive: Archive) -> dict[str, str]:
    targets: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "").replace("\\", "/")))
            targets[attributes.get("Id", "")] = target.lstrip("/")

    archive.parse("xl/_rels/workbook.bin.rels", start)
    return targets


def _read_formats(records: Iterator[Record]) -> list[str]:
    """The number format of each cell style."""
    codes: dict[int, str] = {}
    styles: list[str] = []
    in_cell_formats = False
    for kind, data in records:
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", data)[0]] = _string(data, 2)[0]
        elif kind in {_BEGIN_CELL_FORMATS, _END_CELL_FORMATS}:
            in_cell_formats = kind == _BEGIN_CELL_FORMATS
        elif kind == _XF and in_cell_formats:
            number = struct.unpack_from("<H", data, 2)[0]
            styles.append(codes.get(number) or built_in_format(number))
    return styles


def _read_encodings(records: Iterator[Record]) -> tuple[list[str], list[str]]:
    """The encoding of each font, and that of each cell style's font."""
    fonts: list[str] = []
    styles: list[str] = []
    in_cell_formats = False
    for kind, data in records:
        if kind == _FONT:
            fonts.append(encoding_of(_string(data, 21)[0]))
        elif kind in {_BEGIN_CELL_FORMATS, _END_CELL_FORMATS}:
            in_cell_formats = kind == _BEGIN_CELL_FORMATS
        elif kind == _XF and in_cell_formats:
            font = struct.unpack_from("<H", data, 4)[0]
            styles.append(fonts[font] if font < len(fonts) else "")
    return fonts, styles


def _varying(data: bytes, position: int, most: int) -> tuple[int, int]:
    value = 0
    for index in range(most):
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return value, position


def _string(data: bytes, position: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    length = struct.unpack_from("<I", data, position)[0]
    if length == 0xFFFFFFFF:
        return "", position + 4
    end = position + 4 + 2 * length
    if end > len(data):
        raise Refused("damaged_workbook")
    return data[position + 4 : end].decode("utf-16-le"), end


def _rk(data: bytes, position: int) -> float:
    """A number in four bytes: an integer of thirty bits or the upper half of a double, perhaps in hundredths."""
    packed = struct.unpack_from("<I", data, position)[0]
    if packed & 2:
        value = float(struct.unpack("<i", struct.pack("<I", packed))[0] >> 2)
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))[0]
    return value / 100 if packed & 1 else value
