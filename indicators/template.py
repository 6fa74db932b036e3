"""The sheet an office fills in for a period: codes, names, units, goals, milestones and last values are there, only the
cells to fill are open. It reads back through `intake` like any other sheet, also when another program saved it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue import CommuneCatalogue, Measure
from indicators.periods import Period, parse_period
from indicators.plans.look import write
from indicators.progress import targets_judged
from indicators.store import Row, Store
from indicators.wording import template as words
from indicators.wording.goals import goal_vi
from indicators.wording.looking_back import in_file
from indicators.wording.periods import period_vi

_WIDTHS = (7, 44, 16, 18, 14, 14, 14, 16, 18, 30, 30, 30, 30)
_VALUE_COLUMN = 9
_HEADER_ROW = 6
_CENTERED = (1, 3, 4, 5, 8)

_THIN = Side(style="thin", color="B8C4CE")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADER_FILL = PatternFill("solid", start_color="1F4E79")
_GROUP_FILL = PatternFill("solid", start_color="DCE6F1")
_OPEN_FILL = PatternFill("solid", start_color="FFF9DB")


def build_template(
    store: Store, entry: CommuneCatalogue, period: Period, as_of: datetime, *, looks_back: bool = False
) -> bytes:
    """The .xlsx for a commune and period: one row a measure, milestones and last values as known at `as_of`, which it
    says where it `looks_back`."""
    judged = targets_judged(store, entry.commune.commune, period.code, as_of)
    by_measure: dict[str, list[Row]] = {}
    for row in judged:
        by_measure.setdefault(row["measure"], []).append(row)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet: Worksheet = workbook.create_sheet(words.SHEET)
    _write_titles(sheet, entry, period, in_file(as_of) if looks_back else "")
    _write_header(sheet, period)
    _write_rows(sheet, entry, by_measure)
    _set_up_page(sheet)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _write_titles(sheet: Worksheet, entry: CommuneCatalogue, period: Period, note: str) -> None:
    last = get_column_letter(len(_WIDTHS))
    for row, text, font in (
        (1, words.COMMITTEE.format(commune=entry.commune.name_vi).upper(), Font(bold=True)),
        (3, words.TITLE.format(period=period_vi(period)).upper(), Font(bold=True, size=14)),
        (4, words.GUIDE, Font(italic=True, color="595959")),
        (5, note or None, Font(bold=True)),
    ):
        write(sheet.cell(row, 1), text).font = font
        sheet.merge_cells(f"A{row}:{last}{row}")
    sheet["A3"].alignment = Alignment(horizontal="center")


def _write_header(sheet: Worksheet, period: Period) -> None:
    titles = (
        words.CODE, words.NAME, words.UNIT, words.WAY, words.GOAL, words.MILESTONE, words.LAST_VALUE,
        words.LAST_PERIOD, words.VALUE.format(period=period_vi(period)), words.DIFFICULTY, words.REMEDY,
        words.PROPOSAL, words.DECISION,
    )  # fmt: skip
    for column, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True), start=1):
        cell = write(sheet.cell(_HEADER_ROW, column), title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill, cell.border = _HEADER_FILL, _FRAME
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[_HEADER_ROW].height = 34


def _write_rows(sheet: Worksheet, entry: CommuneCatalogue, by_measure: Mapping[str, Sequence[Row]]) -> None:
    """Group headings and one row a measure, in the order of the plan's targets."""
    row_number, group, written = _HEADER_ROW + 1, "", set()
    for target in entry.targets:
        if target.measure in written:
            continue
        written.add(target.measure)
        if target.group != group:
            group = target.group
            _write_group(sheet, row_number, group)
            row_number += 1
        _write_measure(sheet, row_number, entry.measure_by_id[target.measure], by_measure.get(target.measure, ()))
        row_number += 1


def _write_group(sheet: Worksheet, row_number: int, group: str) -> None:
    for column in range(1, len(_WIDTHS) + 1):
        cell = write(sheet.cell(row_number, column), group.upper() if column == 2 else None)
        cell.font, cell.fill, cell.border = Font(bold=True), _GROUP_FILL, _FRAME


def _write_measure(sheet: Worksheet, row_number: int, measure: Measure, judged: Sequence[Row]) -> None:
    first: Mapping[str, Any] = judged[0] if judged else {}
    planned = next((row["planned_value"] for row in judged if row["planned_value"] is not None), None)
    last_period = first.get("last_known_period")
    cells = (
        first.get("target"),
        measure.name_vi,
        measure.unit,
        words.WAYS[measure.accumulation],
        "\n".join(goal_vi(row["bound"], row["goal_value"], row["goal_stretch"]) for row in judged),
        _shown(measure, planned),
        _shown(measure, first.get("last_known_value")),
        period_vi(parse_period(last_period)) if last_period else None,
        None, None, None, None, None,
    )  # fmt: skip
    for column, value in enumerate(cells, start=1):
        cell = write(sheet.cell(row_number, column), value)
        is_open = column >= _VALUE_COLUMN
        cell.border = _FRAME
        cell.protection = Protection(locked=not is_open)
        cell.alignment = Alignment(
            vertical="center", wrap_text=True, horizontal="center" if column in _CENTERED else None
        )
        if is_open:
            cell.fill = _OPEN_FILL
    _restrict(sheet, f"{get_column_letter(_VALUE_COLUMN)}{row_number}", measure)


def _shown(measure: Measure, value: Decimal | float | None) -> str | float | None:
    if value is None:
        return None
    if measure.is_yes_no:
        return words.YES if value else words.NO
    return float(value)


def _restrict(sheet: Worksheet, cell: str, measure: Measure) -> None:
    """A drop-down for yes/no, a number within the measure's range for the others."""
    if measure.is_yes_no:
        rule = DataValidation(type="list", formula1=f'"{words.YES},{words.NO}"', allow_blank=True, showDropDown=False)
        rule.errorTitle, rule.error = words.CHOOSE_TITLE, words.CHOOSE_WORD
    else:
        low = measure.minimum if measure.minimum is not None else Decimal("-1E12")
        high = measure.maximum if measure.maximum is not None else Decimal("1E12")
        kind: Literal["whole", "decimal"] = "whole" if measure.decimals == 0 else "decimal"
        rule = DataValidation(
            type=kind, operator="between", formula1=f"{low:f}", formula2=f"{high:f}", allow_blank=True
        )
        rule.errorTitle = words.NUMBER_TITLE
        rule.error = words.NUMBER_WORD.format(range=words.range_vi(measure.minimum, measure.maximum))
    rule.showErrorMessage = True
    rule.add(cell)
    sheet.add_data_validation(rule)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
