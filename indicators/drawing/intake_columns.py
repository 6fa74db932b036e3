"""The columns of a table that somebody may have to point at: their headers, and the first values below each."""

from __future__ import annotations

from collections.abc import Container, Iterable

from indicators.drawing.sheet_cells import cell_vi
from indicators.intake import SheetReading, TableFound
from indicators.intake.model import ColumnFound
from indicators.intake.workbook.cells import letters_of, place_in
from indicators.wording import intake_page as words

#: Issues that another meaning of a column may settle.
_OF_COLUMNS = frozenset({
    "duplicate_value", "same_day_differs", "column_not_recognised", "column_of_other_kind", "no_value_column",
    "cumulative_unclear", "cumulative_missing", "flow_not_read", "plan_not_read", "other_column_read",
})  # fmt: skip
_SAMPLES, _LONGEST = 3, 40


def tables_to_point(reading: SheetReading, pointed_before: Container[str]) -> list[TableFound]:
    """One table of each layout that leaves something open, was pointed at before, or whose columns are in doubt."""
    doubted = {issue.sheet for issue in reading.issues if issue.code in _OF_COLUMNS}
    found: dict[str, TableFound] = {}
    for table in reading.tables:
        if table.is_open or table.layout in pointed_before or table.sheet in doubted:
            found.setdefault(table.layout, table)
    return list(found.values())


def is_refused(reading: SheetReading, table: TableFound) -> bool:
    """Whether an error is there that another meaning of this table's columns may settle, and nothing else would."""
    return any(
        issue.code in _OF_COLUMNS and all(place.sheet == table.sheet for place in issue.at_each_place)
        for issue in reading.errors
    )


def table_title(table: TableFound) -> str:
    return words.POINT_TABLE.format(sheet=table.sheet, first=table.first_row, last=table.last_row)


def column_title(column: ColumnFound) -> str:
    """'Cột D: Thực hiện'."""
    place = place_in(column.cell)
    letters = letters_of(place.column) if place else str(column.number)
    return words.POINT_COLUMN.format(letters=letters, text=_short(column.text) or words.POINT_NO_TEXT)


def samples(reading: SheetReading, table: TableFound, column: ColumnFound) -> str:
    """The first values below the header: 'Ví dụ: 94,1; 95; x'."""
    place = place_in(column.cell)
    sheets = reading.workbook.sheets if reading.workbook else ()
    sheet = next((sheet for sheet in sheets if sheet.name == table.sheet), None)
    if place is None or sheet is None:
        return ""
    below = sorted(at for at in sheet.cells if at.column == place.column and place.row < at.row <= table.last_row)
    values = _distinct(_short(cell_vi(sheet.cells[at])) for at in below)
    return words.POINT_SAMPLES.format(samples="; ".join(values)) if values else ""


def _distinct(texts: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for text in texts:
        found[text] = None
        if len(found) == _SAMPLES:
            break
    return list(found)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
