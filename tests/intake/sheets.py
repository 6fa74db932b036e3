"""What the tests of reading share: sheets written as lists of rows, and short questions to what was read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook as Book

from indicators.catalogue import load_catalogue
from indicators.intake import Memory, Past, SheetReading
from indicators.intake.layout.grid import Grid
from indicators.intake.model import Sending
from indicators.intake.reading import interpret
from indicators.intake.workbook.cells import Cell, CellKind, Place, Range, Sheet, Visibility, Workbook
from indicators.intake.workbook.xlsx_attributes import place_of
from indicators.settings import CATALOGUE

COMMUNES = load_catalogue(CATALOGUE)
NOTHING: tuple[Any, ...] = ()

HEADER = ("TT", "Chỉ tiêu", "ĐVT")
WATER = ("17", "Tỷ lệ dân số được sử dụng nước sạch", "%")  # level
POVERTY = ("7", "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "%")  # level
JOBS = ("16", "Số người được giải quyết việc làm mới trong năm", "người")  # year to date
ON_TIME = ("19", "Tỷ lệ giải quyết thủ tục hành chính đúng hạn", "%")  # ratio to date
GROWTH = ("2", "Tốc độ tăng tổng giá trị sản phẩm trên địa bàn", "%")  # growth
STATION = ("14", "Trạm y tế xã đạt chuẩn quốc gia theo Bộ tiêu chí mới", "đạt/chưa")  # yes or no
TITLE = ("BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU QUÝ III NĂM 2026",)


def percent(value: float) -> Cell:
    return Cell(CellKind.PERCENT, repr(value))


def make_sheet(
    *rows: Sequence[Any],
    name: str = "Sheet1",
    merges: Sequence[str] = (),
    visibility: str = "visible",
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    at: str = "A1",
) -> Sheet:
    """A sheet whose rows start at `at`; None leaves a cell blank."""
    first_row, first_column = place_of(at)
    cells = {
        Place(first_row + row, first_column + column): _cell(value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    }
    ranges = [Range(*place_of(first), *place_of(last)) for first, last in (merge.split(":") for merge in merges)]
    return Sheet(name, Visibility(visibility), cells, ranges, frozenset(hidden_rows), frozenset(hidden_columns))


def read(
    *sheets: Sheet | Sequence[Sequence[Any]],
    formats_known: bool = True,
    past: Past | None = None,
    memory: Memory | None = None,
    **said: Any,
) -> SheetReading:
    """What these sheets say to xã Vĩnh Thịnh, of which `past` or `memory` is known; a list of rows is one sheet."""
    made = [sheet if isinstance(sheet, Sheet) else make_sheet(*sheet) for sheet in sheets]
    known = memory or Memory(past=past or {})
    sending = Sending(
        **{"default_commune": "vinh_thinh"} | said,
        memory_of=lambda commune: known if commune == "vinh_thinh" else Memory(),
    )
    return interpret(Workbook(made, formats_known), COMMUNES, sending)


def values(reading: SheetReading) -> dict[tuple[str, str], float]:
    return {(found.measure, found.period): float(found.value) for found in reading.readings}


def codes(reading: SheetReading) -> list[str]:
    return [issue.code for issue in reading.issues]


def cells(reading: SheetReading, code: str) -> list[str | None]:
    return [issue.cell for issue in reading.issues if issue.code == code]


def turned(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """The same rows with rows and columns exchanged."""
    width = max(map(len, rows))
    return [[row[column] if column < len(row) else None for row in rows] for column in range(width)]


def xlsx(*rows: Sequence[Any], name: str = "Sheet1", merges: Sequence[str] = ()) -> bytes:
    """The rows as the bytes of an .xlsx file."""
    book = Book()
    sheet: Any = book.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    return saved(book)


def saved(book: Book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def grid(*rows: Sequence[Any], merges: Sequence[str] = ()) -> Grid:
    return Grid(make_sheet(*rows, merges=merges))


def _cell(value: Any) -> Cell:
    if isinstance(value, Cell):
        return value
    if isinstance(value, bool):
        return Cell(CellKind.BOOLEAN, str(value).upper())
    if isinstance(value, int | float | Decimal):
        return Cell(CellKind.NUMBER, str(value))
    if isinstance(value, date):
        return Cell(CellKind.DATE, value.isoformat()[:10])
    return Cell(CellKind.TEXT, str(value))
