"""What is said around a figure of how to read it: its unit, and the decimal mark of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from indicators.intake.findings import Findings
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Column, Table
from indicators.intake.layout.units import unit_in_heading, unit_of_table
from indicators.intake.names.kinds import quantity_of
from indicators.intake.names.normal import unit_in_name
from indicators.intake.rows import NamedRow
from indicators.intake.values.separators import decimal_mark
from indicators.intake.values.units import UnitFit, is_unit, stated_fit, unit_fit
from indicators.intake.workbook.cells import Cell, CellKind, Place
from indicators.numbers import DecimalMark

_BETWEEN_UNITS = re.compile(r"[;,/\n]")


class DecimalMarks:
    """The mark that parts the decimals in each column of a table."""

    def __init__(self, table: Table, values: Sequence[Column]) -> None:
        self._table, self._values = table, values
        self._marks: dict[int, DecimalMark | None] = {}

    def of(self, column: Column) -> DecimalMark | None:
        """As the column's texts show it; where they do not, the table's."""
        number = column.number
        if number not in self._marks:
            own = self._texts_in(number)
            self._marks[number] = decimal_mark(own, self._texts)
        return self._marks[number]

    def _texts_in(self, column: int) -> list[str]:
        cells = (self._table.grid.at(row, column) for row in self._table.rows)
        return [cell.text for cell in cells if cell is not None and cell.kind is CellKind.TEXT]

    @cached_property
    def _texts(self) -> list[str]:
        return [text for column in self._values for text in self._texts_in(column.number)]


class StatedUnits:
    """The units that one table says, held against those of the measures in its rows."""

    def __init__(self, table: Table, findings: Findings) -> None:
        self._table, self._findings, self._grid = table, findings, table.grid
        self._in_title = unit_of_table(table)
        self._of_rows: dict[tuple[int, str], tuple[str, Place]] = {}

    def fits_row(self, row: NamedRow, *, is_filled: bool) -> bool:
        """Whether the row's unit is the measure's; a unit of another kind is an error, and the row is not read."""
        if row.measure.is_yes_no:
            return True
        written, place = self._unit_of(row)
        if not written:
            return True
        fit = unit_fit(written, row.measure.unit, row.name)
        if fit in {UnitFit.SAME, UnitFit.SCALED} or not is_filled:
            return True
        code = "unit_mismatch" if fit is UnitFit.OTHER else "unit_not_recognised"
        details = {"text": written, "unit": row.measure.unit, "name": row.measure.name_vi}
        self._findings.add(code, self._grid.sheet.name, self._grid.address(place), **details)
        return fit is not UnitFit.OTHER

    def fits_cell(self, row: NamedRow, column: Column, cell: Cell) -> bool:
        """Whether the unit in the column's header is the measure's, and, where neither that nor the row says one, the
        table's. Of a row that says its unit nowhere, and not by its name that it is a percentage, it is doubted."""
        measure = row.measure
        if measure.is_yes_no:
            return True
        in_heading, in_row = unit_in_heading(column.text), self._unit_of(row)[0]
        says_percent = cell.kind is CellKind.PERCENT or "%" in cell.text
        in_title = self._in_title[0] if self._in_title and not in_row and not says_percent else ""
        written = in_heading or in_title
        fit = stated_fit(in_heading, in_row, in_title, measure.unit, row.name)
        address = self._grid.address(Place(row.number, column.number))
        if fit is UnitFit.OTHER:
            self._findings.add(
                "unit_mismatch", self._grid.sheet.name, address, text=written, unit=measure.unit, name=measure.name_vi
            )
            return False
        if not (written or in_row or says_percent) and measure.is_percent and not self._says_kind(row):
            details = {"text": row.name, "unit": measure.unit, "name": measure.name_vi}
            self._findings.add("unit_unknown", self._grid.sheet.name, address, **details)
        return True

    def stated(self, row: NamedRow, column: Column) -> str:
        """What header, row or table say of a figure's unit, the nearest first."""
        in_title = self._in_title[0] if self._in_title else ""
        return unit_in_heading(column.text) or self._unit_of(row)[0] or in_title

    def _says_kind(self, row: NamedRow) -> bool:
        """Whether a row's name, or the group it belongs to, tells the kind of quantity; a row without a name has a
        code, which stands for the measure as it is."""
        return not row.name or row.group is not None or quantity_of(row.name) is not None

    def _unit_of(self, row: NamedRow) -> tuple[str, Place]:
        """The unit in the unit column, else the one behind the name."""
        key = row.number, row.measure.measure
        if key not in self._of_rows:
            self._of_rows[key] = self._find_unit(row)
        return self._of_rows[key]

    def _find_unit(self, row: NamedRow) -> tuple[str, Place]:
        for column in self._table.with_role(Role.UNIT):
            text = self._grid.text(row.number, column.number)
            if text:
                return _own_unit(text, row), Place(row.number, column.number)
        return unit_in_name(row.name), row.place


def _own_unit(text: str, row: NamedRow) -> str:
    """Of several units in one cell ('%; trường') the measure's own, where it is among them."""
    pieces = [] if is_unit(text) else _BETWEEN_UNITS.split(text)
    return next((piece for piece in pieces if unit_fit(piece, row.measure.unit) is UnitFit.SAME), text)
