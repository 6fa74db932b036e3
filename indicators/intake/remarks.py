"""The words that an office wrote beside a measure: difficulties, remedies, proposals, decisions, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indicators.intake.folding import clean
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Table
from indicators.intake.model import Remark
from indicators.intake.rows import NamedRow
from indicators.intake.values.convert import says_nothing
from indicators.intake.workbook.cells import CellKind, Place


def read_remarks(table: Table, rows: Sequence[NamedRow], period_of_row: Mapping[int, str]) -> Iterator[Remark]:
    """The remarks of the rows for which a period is known; a remark merged over several rows belongs to the first."""
    for row in rows:
        period = period_of_row.get(row.number)
        for column in table.with_role(Role.REMARK):
            cell = table.grid.at(row.number, column.number)
            kind = column.heading.remark
            if period is None or kind is None or cell is None or cell.kind is CellKind.ERROR or says_nothing(cell):
                continue
            address = table.grid.address(Place(row.number, column.number))
            yield Remark(row.measure.measure, period, kind, clean(cell.text), table.grid.sheet.name, address)
