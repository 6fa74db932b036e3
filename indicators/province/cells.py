"""The cells of a sheet as columns of numbers and texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.intake.workbook.cells import Cell, CellKind, PackedCells, Place, Range, Sheet

TOP_ROWS = 60
"""A header ends above this row, or the sheet is none that is read by its columns."""

NUMBER, PERCENT = (np.uint8(ord(kind)) for kind in (CellKind.NUMBER, CellKind.PERCENT))
_KINDS = {ord(kind): kind for kind in CellKind}


@dataclass(frozen=True)
class CellColumns:
    """Parallel columns, in the file's order; `kinds` are the letters of CellKind as bytes."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    texts: Sequence[str]

    @classmethod
    def of(cls, sheet: Sheet) -> CellColumns:
        cells = sheet.cells
        if isinstance(cells, PackedCells):
            parts: tuple[Any, Any, str, Sequence[str]] = (cells.rows, cells.columns, cells.kinds, cells.texts)
        else:
            rows, columns = [place.row for place in cells], [place.column for place in cells]
            parts = rows, columns, "".join(cell.kind for cell in cells.values()), [c.text for c in cells.values()]
        kinds = np.frombuffer(parts[2].encode("ascii"), np.uint8)
        return cls(np.asarray(parts[0], np.int64), np.asarray(parts[1], np.int64), kinds, parts[3])

    def within(self, first: int, last: int) -> CellColumns:
        """Those of the rows from `first` to `last`."""
        kept = np.flatnonzero((self.rows >= first) & (self.rows <= last))
        texts = [self.texts[place] for place in kept.tolist()]
        return CellColumns(self.rows[kept], self.columns[kept], self.kinds[kept], texts)

    def cell(self, place: int) -> Cell:
        return Cell(_KINDS[int(self.kinds[place])], self.texts[place])

    @cached_property
    def by_column(self) -> dict[int, NDArray[np.intp]]:
        """The places of the cells of each column of the sheet, from top to bottom."""
        order = np.lexsort((self.rows, self.columns))
        sorted_columns = self.columns[order]
        numbers, starts = np.unique(sorted_columns, return_index=True)
        parts = np.split(order, starts[1:])
        return {int(number): part for number, part in zip(numbers, parts, strict=True)}


def top_of(sheet: Sheet, cells: CellColumns, titles: int = 0, first: int = 1) -> Sheet:
    """The sheet without what stands below the first rows from row `first` on; of what stands above that, with the rows
    up to `titles`."""
    last = first + TOP_ROWS - 1
    places = np.flatnonzero((cells.rows <= titles) | ((cells.rows >= first) & (cells.rows <= last)))
    found = {Place(int(cells.rows[place]), int(cells.columns[place])): cells.cell(int(place)) for place in places}
    merges = [Range(*merge) for merge in sheet.merges if merge[0] <= titles or first <= merge[0] <= last]
    return Sheet(sheet.name, sheet.visibility, found, merges, frozenset(), frozenset())
