"""A sheet as a grid to be asked: what a cell says, also as part of a merged range; upright or transposed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from indicators.intake.folding import clean
from indicators.intake.workbook.cells import Cell, CellKind, Place, Range, Sheet

LONGEST_TEXT = 1_000  # letters; longer texts are notes, and no name or heading
MOST_SPREAD_CELLS = 100_000  # a merge over whole columns is spread over the rows in use, and no further than this


class Grid:
    """Rows and columns are those of the grid; `address` gives the sheet's own, whichever way the grid is turned."""

    def __init__(self, sheet: Sheet, *, transposed: bool = False) -> None:
        self.sheet = sheet
        self.transposed = transposed
        self.cells = {self._turned(place): cell for place, cell in sheet.cells.items()} if transposed else sheet.cells

    @cached_property
    def rows(self) -> dict[int, list[int]]:
        """The columns in use of each row in use, both in order."""
        rows: dict[int, list[int]] = {}
        for place in sorted(self.cells):
            rows.setdefault(place.row, []).append(place.column)
        return rows

    def address(self, place: Place) -> str:
        row, column = self.in_sheet(place)
        letters = ""
        while column:
            column, letter = divmod(column - 1, 26)
            letters = chr(65 + letter) + letters
        return f"{letters}{row}"

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that stands here itself."""
        return self.cells.get(Place(row, column))

    def covering(self, row: int, column: int) -> Place:
        """Here, or the first cell of the merged range that covers here."""
        place = Place(row, column)
        return place if place in self.cells else self._covered.get(place, place)

    def text(self, row: int, column: int) -> str:
        """What can be read here, a merged range's text anywhere in it; '' where nothing is."""
        return text_of(self.cells.get(self.covering(row, column)))

    def merge_at(self, row: int, column: int) -> Range | None:
        """The merged range that starts here."""
        return self._merges.get(Place(row, column))

    def rows_between(self, first_row: int, last_row: int) -> list[int]:
        """The rows in use among these."""
        return self._row_numbers[bisect_left(self._row_numbers, first_row) : bisect_right(self._row_numbers, last_row)]

    def columns_between(self, first_row: int, last_row: int) -> list[int]:
        """The columns in use in these rows, merged cells counted where they reach."""
        rows = self.rows_between(first_row, last_row)
        return sorted({column for row in rows for column in (*self.rows[row], *self._covered_columns.get(row, ()))})

    @cached_property
    def _row_numbers(self) -> list[int]:
        return list(self.rows)

    @cached_property
    def _covered_columns(self) -> dict[int, list[int]]:
        columns: dict[int, list[int]] = {}
        for place in self._covered:
            columns.setdefault(place.row, []).append(place.column)
        return columns

    def in_sheet(self, place: Place) -> Place:
        """Where a place of the grid stands in the sheet."""
        return self._turned(place)

    def _turned(self, place: Place) -> Place:
        return Place(place.column, place.row) if self.transposed else place

    @cached_property
    def _merges(self) -> dict[Place, Range]:
        merges = (
            Range(c1, r1, c2, r2) if self.transposed else Range(r1, c1, r2, c2) for r1, c1, r2, c2 in self.sheet.merges
        )
        return {Place(merge.first_row, merge.first_column): merge for merge in merges}

    @cached_property
    def _covered(self) -> dict[Place, Place]:
        """The places that show a merged cell's text, among the rows and columns in use."""
        columns = sorted({place.column for place in self.cells})
        covered: dict[Place, Place] = {}
        room = MOST_SPREAD_CELLS  # merges that overlap cover the same places again and again
        for first, merge in self._merges.items():
            if first in self.cells:
                reached = columns[bisect_left(columns, merge.first_column) : bisect_right(columns, merge.last_column)]
                rows = self.rows_between(merge.first_row, merge.last_row)[: room // max(len(reached), 1)]
                room -= len(rows) * len(reached)
                for row in rows:
                    covered.update((Place(row, column), first) for column in reached)
        return covered


def text_of(cell: Cell | None) -> str:
    """A cell as a header or a name reads it: text, a number as written, a date as its month, nothing for an error."""
    if cell is None or cell.kind in {CellKind.ERROR, CellKind.UNCOMPUTED}:
        return ""
    if cell.kind is CellKind.DATE:
        return f"{int(cell.text[5:7])}/{cell.text[:4]}" if cell.text[4:5] == "-" else ""
    return cell.text if cell.kind is CellKind.NUMBER else _cleaned(cell.text[:LONGEST_TEXT])


@lru_cache(maxsize=20_000)
def _cleaned(text: str) -> str:
    return clean(text)
