"""Sheets as the bytes of a file, the way Excel and others save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook as Book

from indicators.intake.workbook.cells import Cell, CellKind, Sheet
from tests.intake.sheets import saved


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Every cell as its kind, percentages by their format; merges and what is hidden too."""
    book = Book()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page: Any = book.create_sheet(sheet.name)
        page.sheet_state = sheet.visibility.value
        for place, cell in sheet.cells.items():
            written = page.cell(place.row, place.column, _value(cell))
            written.number_format = "0.00%" if cell.kind is CellKind.PERCENT else "General"
        for merge in sheet.merges:
            page.merge_cells(None, merge.first_row, merge.first_column, merge.last_row, merge.last_column)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[page.cell(1, column).column_letter].hidden = True
    return saved(book)


def as_csv(sheet: Sheet, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Every cell as Excel shows it on a Vietnamese machine: decimals after a comma."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator)
    last_row = max(place.row for place in sheet.cells)
    last_column = max(place.column for place in sheet.cells)
    for row in range(1, last_row + 1):
        writer.writerow([_shown(sheet.cells.get((row, column))) for column in range(1, last_column + 1)])  # type: ignore[call-overload]
    return file.getvalue().encode(encoding)


def _value(cell: Cell) -> Any:
    if cell.kind in {CellKind.NUMBER, CellKind.PERCENT}:
        return float(cell.text)
    return cell.text


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.kind is CellKind.PERCENT:
        return f"{float(cell.text) * 100:.4g}%".replace(".", ",")
    return cell.text.replace(".", ",") if cell.kind is CellKind.NUMBER else cell.text
