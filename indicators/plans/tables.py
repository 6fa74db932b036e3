"""The sheets of a plan's workbook as tables: found by their folded names, columns by their folded titles, rows as they
come. Moved and added columns are no matter; a key column that is missing is an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from indicators.intake.folding import clean, fold
from indicators.intake.workbook.cells import Cell, CellKind, Place, Sheet, Visibility, Workbook
from indicators.plans import issues as found
from indicators.plans.cells import Unfit, is_percent, value_of
from indicators.plans.issues import Issues
from indicators.plans.layout import Column
from indicators.wording import plans as words

_LAST_HEADER_ROW = 20
_MILESTONES = re.compile(rf"{re.escape(fold(words.MILESTONES.format(year='')).strip())}\s*(\d{{4}})")
_NAMES = {
    fold(name): name
    for name in (
        words.PLAN, words.TARGETS, words.MEASURES, words.YEAR_GOALS, words.PACES, words.STEPS, words.SCENARIOS,
    )
}  # fmt: skip


@dataclass(frozen=True)
class TableRow:
    """A row of a table: `values` of the columns that the sheet has, None for blanks; what could not be read is not
    among them (`unfit`) and has its issue. `percents`: the columns whose cell is written as a percentage."""

    sheet: str
    number: int
    values: Mapping[str, Any]
    unfit: frozenset[str]
    percents: frozenset[str]
    addresses: Mapping[str, str]

    def place(self, column: str) -> found.Place:
        """Sheet and cell of a column; of the row's first cell where the sheet has no such column."""
        return self.sheet, self.addresses.get(column) or next(iter(self.addresses.values()), f"A{self.number}")


def sheets_by_name(workbook: Workbook, issues: Issues) -> dict[str, Sheet]:
    """The sheets of a plan by their names here ('Chỉ tiêu', 'Mốc 2027')."""
    sheets: dict[str, Sheet] = {}
    for sheet in workbook.sheets:
        name = _name_of(sheet)
        if name is None:
            if sheet.cells and sheet.visibility is Visibility.VISIBLE:
                issues.add("sheet_not_read", (sheet.name, None), sheet_name=sheet.name)
        elif sheet.visibility is not Visibility.VISIBLE:
            issues.add("hidden_sheet_not_read", (sheet.name, None), sheet_name=sheet.name)
        elif name in sheets:
            issues.add("sheet_twice", (sheet.name, None), sheet_name=name)
        else:
            sheets[name] = sheet
    return sheets


def year_of(name: str) -> int | None:
    """The year of a sheet «Mốc 2027»; None for the other sheets."""
    match = _MILESTONES.fullmatch(fold(name))
    return int(match[1]) if match else None


def rows_of(sheet: Sheet, columns: Sequence[Column], issues: Issues) -> list[TableRow] | None:
    """The rows below the header that hold anything in a column that is read; None, with an issue, where there is no
    header to go by."""
    header = _find_header(sheet, columns)
    if header is None:
        key = next(column for column in columns if column.is_key)
        issues.add("header_missing", (sheet.name, None), sheet_name=sheet.name, column=key.title)
        return None
    placed = _place_columns(sheet, header, columns, issues)
    if placed is None:
        return None
    rows: dict[int, dict[str, Cell]] = {}
    for place, cell in sheet.cells.items():
        if place.row > header:
            rows.setdefault(place.row, {})[str(place.column)] = cell
    return [
        _read_row(sheet, number, cells, placed, issues)
        for number, cells in sorted(rows.items())
        if any(str(at) in cells and cells[str(at)].text.strip() for at in placed.values())
    ]


def labelled(sheet: Sheet, titles: Mapping[str, str]) -> Iterator[tuple[str, Cell | None, str]]:
    """Of a sheet with labels down a column: each name found, the cell to the right of its label, and its address."""
    by_title = {fold(title): name for name, title in titles.items()}
    for place, cell in sorted(sheet.cells.items()):
        name = by_title.pop(fold(cell.text).rstrip(":"), None) if cell.kind is CellKind.TEXT else None
        if name is not None:
            beside = Place(place.row, place.column + 1)
            yield name, sheet.cells.get(beside), _address(*beside)


def _name_of(sheet: Sheet) -> str | None:
    year = year_of(sheet.name)
    return words.MILESTONES.format(year=year) if year is not None else _NAMES.get(fold(sheet.name))


def _find_header(sheet: Sheet, columns: Sequence[Column]) -> int | None:
    """The row among the first ones with most of the titles, if it has the first key."""
    titles = {fold(column.title) for column in columns}
    key = fold(next(column for column in columns if column.is_key).title)
    texts: dict[int, set[str]] = {}
    for place, cell in sheet.cells.items():
        if place.row <= _LAST_HEADER_ROW and cell.kind is CellKind.TEXT:
            texts.setdefault(place.row, set()).add(fold(cell.text))
    rows = [row for row, said in texts.items() if key in said]
    return max(rows, key=lambda row: (len(texts[row] & titles), -row), default=None)


def _place_columns(sheet: Sheet, header: int, columns: Sequence[Column], issues: Issues) -> dict[Column, int] | None:
    """Column → where it stands; None where a key column is missing or one stands twice."""
    at: dict[str, list[int]] = {}
    for place, cell in sheet.cells.items():
        if place.row == header and cell.kind is CellKind.TEXT:
            at.setdefault(fold(cell.text), []).append(place.column)
    wanted = [column for column in columns if not column.is_shown_only]
    for title in at.keys() - {fold(column.title) for column in columns}:
        place = Place(header, at[title][0])
        issues.add("column_not_read", (sheet.name, _address(*place)), column=clean(sheet.cells[place].text))
    for column in wanted:
        standing = at.get(fold(column.title), [])
        if column.is_key and not standing:
            issues.add("column_missing", (sheet.name, None), sheet_name=sheet.name, column=column.title)
            return None
        if len(standing) > 1:
            issues.add("column_twice", (sheet.name, _address(header, max(standing))), column=column.title)
            return None
    return {column: at[fold(column.title)][0] for column in wanted if fold(column.title) in at}


def _read_row(
    sheet: Sheet, number: int, cells: Mapping[str, Cell], placed: Mapping[Column, int], issues: Issues
) -> TableRow:
    values: dict[str, Any] = {}
    unfit: set[str] = set()
    for column, at in placed.items():
        try:
            values[column.name] = value_of(cells.get(str(at)), column)
        except Unfit as error:
            unfit.add(column.name)
            issues.add(error.code, (sheet.name, _address(number, at)), column=column.title, **error.details)
    addresses = {column.name: _address(number, at) for column, at in placed.items()}
    percents = frozenset(column.name for column, at in placed.items() if is_percent(cells.get(str(at))))
    return TableRow(sheet.name, number, values, frozenset(unfit), percents, addresses)


def _address(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"
