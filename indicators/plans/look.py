"""How the sheets of a plan's workbook look: a title, a header, framed rows, open cells in yellow, the rest locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indicators.plans.layout import CellKind, Column
from indicators.wording import plans as words

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
_SPARE_ROWS = 20

_THIN = Side(style="thin", color="B8C4CE")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADER_FILL = PatternFill("solid", start_color="1F4E79")
_OPEN_FILL = PatternFill("solid", start_color="FFF9DB")
_LOCKED_FILL = PatternFill("solid", start_color="EEF1F4")
_GREY = "6B7280"


def begin(sheet: Worksheet, title: str, guide: str, columns: Sequence[Column]) -> None:
    """Title, guide and header row; the sheet is locked but for what is opened."""
    write(sheet.cell(1, 1), title).font = Font(bold=True, size=14)
    write(sheet.cell(2, 1), guide).font = Font(italic=True, color="595959")
    for number, column in enumerate(columns, start=1):
        cell = write(sheet.cell(HEADER_ROW, number), column.title)
        cell.font, cell.fill, cell.border = Font(bold=True, color="FFFFFF"), _HEADER_FILL, _FRAME
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEADER_ROW].height = 34
    frozen = next((n for n, column in enumerate(columns, start=1) if column.name == "name_vi"), 1) + 1
    sheet.freeze_panes = f"{get_column_letter(frozen)}{FIRST_ROW}"
    _set_up_page(sheet)


def put_row(
    sheet: Worksheet, row: int, columns: Sequence[Column], values: Mapping[str, object], *, is_open: bool = True
) -> None:
    """One row of a sheet; what is only shown, and what names the row, stays locked also in an open row."""
    for number, column in enumerate(columns, start=1):
        names_it = column.is_key and column.kind not in {CellKind.DATE, CellKind.NUMBER} and column.name in values
        opened = is_open and not column.is_shown_only and not names_it
        cell = frame(sheet.cell(row, number), opened, is_number=column.kind is CellKind.NUMBER)
        write(cell, in_words(column, values.get(column.name)))


def in_words(column: Column, value: object) -> object:
    """The value as the cell shows it: of chosen words the word."""
    return column.words[str(value)] if column.words is not None and value is not None else value


def frame(cell: Cell | MergedCell, is_open: bool, *, is_number: bool = False) -> Cell | MergedCell:
    """Marks a cell as one to fill in, or as one to look at; before anything is written into it."""
    cell.style = words.CELL_STYLES[is_open, is_number]
    return cell


def name_styles(workbook: Workbook) -> None:
    """Names the looks of framed cells: said anew in every cell they would take most of an export's time."""
    for (is_open, is_number), name in words.CELL_STYLES.items():
        style = NamedStyle(name, border=_FRAME, protection=Protection(locked=not is_open))
        style.alignment = Alignment(vertical="center", wrap_text=not is_number)
        style.fill = _OPEN_FILL if is_open else _LOCKED_FILL
        style.font = Font(name="Calibri", size=11, color=None if is_open else _GREY)
        workbook.add_named_style(style)


def spare_rows(sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """Empty open rows below the last one, for what is added; then the drop-downs of the whole table."""
    for number in range(row, row + _SPARE_ROWS):
        put_row(sheet, number, [_opened(column) for column in columns], {})
    offer_words(sheet, columns, row + _SPARE_ROWS - 1)


def offer_words(sheet: Worksheet, columns: Iterable[Column], last_row: int) -> None:
    """A drop-down in every column whose cells hold chosen words."""
    for number, column in enumerate(columns, start=1):
        if column.words is not None:
            offered = ",".join(column.words.values())
            rule = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True, showErrorMessage=True)
            letter = get_column_letter(number)
            rule.add(f"{letter}{FIRST_ROW}:{letter}{max(last_row, FIRST_ROW)}")
            sheet.add_data_validation(rule)


def write(cell: Cell | MergedCell, value: object) -> Cell:
    """Puts a value so that no text can start a formula."""
    if isinstance(cell, MergedCell):
        raise TypeError(cell.coordinate)
    if isinstance(value, Decimal):
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, str) and value:
        cell.value = value
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@"
    else:
        cell.value = value if isinstance(value, int | float) else None
    return cell


def _opened(column: Column) -> Column:
    """In a row that is still empty, what is only shown elsewhere may be written too."""
    return Column(column.name, column.title, column.kind, column.width, column.words)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.insertRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
