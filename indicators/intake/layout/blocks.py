"""A table without a header that says what it is: texts beside numbers, of which somebody may say what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import Header
from indicators.intake.workbook.cells import CellKind, Place

_FEWEST_ROWS = 2
_FIGURES = frozenset({CellKind.NUMBER, CellKind.PERCENT})


def find_block(grid: Grid) -> tuple[Header, tuple[int, ...]] | None:
    """The rows in which texts stand beside numbers in columns that most of them share, under the line of texts just
    above them, if there is one; None where there are none."""
    mixed = [row for row in grid.rows if _has_text(grid, row) and _figure_columns(grid, row)]
    counts = Counter(column for row in mixed for column in _figure_columns(grid, row))
    shared = {column for column, count in counts.items() if 2 * count >= max(counts.values())}
    rows = [row for row in mixed if shared & set(_figure_columns(grid, row))]
    if len(rows) < _FEWEST_ROWS:
        return None
    heading = _heading_above(grid, rows[0])
    return Header(heading or (rows[0],), rows[0] - 1, ()), tuple(grid.rows_between(rows[0], rows[-1]))


def _heading_above(grid: Grid, first: int) -> tuple[int, ...]:
    above = [row for row in grid.rows_between(max(first - 2, 1), first - 1) if len(grid.rows[row]) > 1]
    return tuple(row for row in above[-1:] if not _figure_columns(grid, row))


def _figure_columns(grid: Grid, row: int) -> Sequence[int]:
    return [column for column in grid.rows[row] if grid.cells[Place(row, column)].kind in _FIGURES]


def _has_text(grid: Grid, row: int) -> bool:
    return any(grid.cells[Place(row, column)].kind is CellKind.TEXT for column in grid.rows[row])
