"""A table without a header that says what it is: texts beside numbers, of which somebody may say what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import MOST_HEADER_ROWS, Header
from indicators.intake.workbook.cells import CellKind, Place

_FEWEST_ROWS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = frozenset({CellKind.NUMBER, CellKind.PERCENT})


def find_block(grid: Grid) -> tuple[Header, tuple[int, ...]] | None:
    """The rows in which texts stand beside numbers in columns that most of them share, under the lines of texts just
    above them, if there are any; None where there are none."""
    mixed = [row for row in grid.rows if _has_text(grid, row) and _figure_columns(grid, row)]
    counts = Counter(column for row in mixed for column in _figure_columns(grid, row))
    shared = {column for column, count in counts.items() if 2 * count >= max(counts.values())}
    rows = [row for row in mixed if shared & set(_figure_columns(grid, row))]
    if len(rows) < _FEWEST_ROWS:
        return None
    heading = _heading_above(grid, rows[0], min(shared))
    return Header(heading or (rows[0],), rows[0] - 1, ()), tuple(grid.rows_between(rows[0], rows[-1]))


def _heading_above(grid: Grid, first: int, first_figures: int) -> tuple[int, ...]:
    """The line above, and those stacked upon it that stand over figures only: '2 tháng' over 'năm 2025'."""
    lines: list[int] = []
    for row in reversed(grid.rows_between(max(first - MOST_HEADER_ROWS, 1), first - 1)):
        above = lines[-1] if lines else first
        is_over_figures = not lines or grid.rows[row][0] >= first_figures
        if above - row > (1 if lines else 2) or len(grid.rows[row]) < 2 or _figure_columns(grid, row):
            break
        if not is_over_figures:
            break
        lines.append(row)
    return tuple(reversed(lines))


def _figure_columns(grid: Grid, row: int) -> Sequence[int]:
    """The columns with numbers; none where they are years that nothing stands before: the last line of a header."""
    columns = [column for column in grid.rows[row] if grid.cells[Place(row, column)].kind in _FIGURES]
    are_years = all(_YEAR.fullmatch(grid.cells[Place(row, column)].text) for column in columns)
    return [] if are_years and columns[:1] == grid.rows[row][:1] else columns


def _has_text(grid: Grid, row: int) -> bool:
    return any(grid.cells[Place(row, column)].kind is CellKind.TEXT for column in grid.rows[row])
