"""The unit that a heading or a line above a table gives to all figures below it."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.intake.folding import fold
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Table
from indicators.intake.names.normal import as_written, unit_in_name
from indicators.intake.values.units import is_unit
from indicators.intake.workbook.cells import CellKind, Place

_ROWS_ABOVE = 12
_LONGEST = 300
_LEAD = r"(?:dvt|d/v ?t|don vi tinh|dv tinh|don vi)"
_STATED = re.compile(rf"\b{_LEAD} ?[:.(] ?([^;()]+)")
_IN_PARENTHESES = re.compile(rf"\((?:{_LEAD} ?[:.]? ?)?([^()]*)\)")


@lru_cache(maxsize=2_000)
def unit_in_heading(text: str) -> str:
    """The unit in a column's header: 'Lũy kế 9 tháng (triệu đồng)', 'Thực hiện, ĐVT: tỷ đồng'."""
    text = text[:_LONGEST]
    matches = (*_IN_PARENTHESES.finditer(fold(text)), *_STATED.finditer(fold(text)))
    found = [*(as_written(text, match) for match in matches), unit_in_name(text)]
    return next((unit.strip() for unit in found if is_unit(unit)), "")


def unit_of_table(table: Table) -> tuple[str, Place] | None:
    """The unit in the lines just above a table, 'ĐVT: Tỷ đồng', with where it stands in the sheet; the nearest one."""
    grid = Grid(table.grid.sheet) if table.grid.transposed else table.grid
    first, last = table.header.top, table.header.rows[-1]
    if table.grid.transposed:
        first = min((column.number for column in table.with_role(Role.NAME)), default=1)
        last = first - 1
    for row in reversed(grid.rows_between(first - _ROWS_ABOVE, last)):
        cells = [(column, grid.cells[Place(row, column)]) for column in grid.rows[row]]
        if sum(cell.kind in {CellKind.NUMBER, CellKind.PERCENT} for _, cell in cells) > 1:
            return None  # the figures of the table before: what stands above them is not said of this one
        for column, cell in cells:
            match = _STATED.search(fold(cell.text[:_LONGEST])) if cell.kind is CellKind.TEXT else None
            if match and is_unit(match[1]) and (row < first or not match.string[: match.start()].strip(" (")):
                return as_written(cell.text[:_LONGEST], match), Place(row, column)
    return None
