"""Reads .xls with xlrd: it knows the number formats, the errors, the merges and what is hidden."""

import io

import xlrd
from xlrd.biffh import XLRDError

from indicators.intake.workbook.fonts import encoding_of, mark_of, runs_at
from indicators.intake.workbook.formats import day_of, shown_kind
from indicators.intake.workbook.raw import Address, RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.xls_formulas import Places, find_uncomputed
from indicators.limits import Limits

_VISIBILITY = ("visible", "hidden", "veryHidden")


def read_xls(content: bytes, limits: Limits) -> RawWorkbook:
    """Every sheet of the workbook. Raises Refused."""
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO(), on_demand=True
        )
    except XLRDError as error:
        raise Refused(_reason(str(error).lower())) from error
    workbook = RawWorkbook(limits)
    uncomputed = find_uncomputed(book)
    for index, name in enumerate(book.sheet_names()):
        workbook.add(_read_sheet(book, book.sheet_by_index(index), workbook.new_sheet(name), uncomputed[index]))
        book.unload_sheet(index)
    return workbook


def _reason(message: str) -> str:
    if "encrypted" in message:
        return "encrypted"
    return "not_a_workbook" if "can't find workbook" in message else "damaged_workbook"


def _read_sheet(book: xlrd.book.Book, source: xlrd.sheet.Sheet, sheet: RawSheet, uncomputed: Places) -> RawSheet:
    sheet.visibility = _VISIBILITY[source.visibility]
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            if (row, column) in uncomputed:
                sheet.put(row + 1, column + 1, "f", "")
            else:
                _put(book, sheet, row + 1, column + 1, source.cell(row, column))
    for (row, column), starts in source.rich_text_runlist_map.items():
        _mark_runs(book, sheet, source.cell(row, column), (row + 1, column + 1), starts)
    for first_row, end_row, first_column, end_column in source.merged_cells:
        sheet.merge(first_row + 1, first_column + 1, end_row, end_column)
    sheet.rows_hidden |= {row + 1 for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.columns_hidden += [(column + 1, column + 1) for column, info in source.colinfo_map.items() if info.hidden]
    return sheet


def _put(book: xlrd.book.Book, sheet: RawSheet, row: int, column: int, cell: xlrd.sheet.Cell) -> None:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        sheet.put(row, column, "t", str(cell.value))
        sheet.mark(row, column, encoding_of(_font_of(book, cell)))
    elif cell.ctype in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        value = float(cell.value)
        kind = shown_kind(_format_of(book, cell), value)
        from_1904 = bool(book.datemode)
        sheet.put(row, column, kind, day_of(value, from_1904=from_1904) if kind == "d" else number_text(value))
    elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
        sheet.put(row, column, "b", "TRUE" if cell.value else "FALSE")
    elif cell.ctype == xlrd.XL_CELL_ERROR:
        sheet.put(row, column, "e", xlrd.error_text_from_code.get(int(cell.value), "#ERR"))


def _mark_runs(
    book: xlrd.book.Book, sheet: RawSheet, cell: xlrd.sheet.Cell, place: Address, starts: list[tuple[int, int]]
) -> None:
    fonts = [(start, encoding_of(_font_name(book, font))) for start, font in starts]
    sheet.mark(*place, mark_of(runs_at(fonts, len(str(cell.value))), encoding_of(_font_of(book, cell))))


def _font_of(book: xlrd.book.Book, cell: xlrd.sheet.Cell) -> str:
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return ""
    return _font_name(book, book.xf_list[cell.xf_index].font_index)


def _font_name(book: xlrd.book.Book, font: int) -> str:
    return str(book.font_list[font].name) if font < len(book.font_list) else ""


def _format_of(book: xlrd.book.Book, cell: xlrd.sheet.Cell) -> str:
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return "General"
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return str(found.format_str) if found is not None else "General"
