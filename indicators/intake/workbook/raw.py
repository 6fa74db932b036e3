"""What the readers of the child process fill in, and how they refuse. Light: its import is paid at each upload."""

MOST_CELLS = 100_000
MOST_MERGES = 20_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LONGEST_TEXT = 32_767


class Refused(Exception):
    """The file cannot be read as a workbook; the code has its sentence in `wording.issues`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RawSheet:
    """One sheet as it is being read. `columns_hidden` holds (first, last) pairs."""

    def __init__(self, name: str, visibility: str = "visible") -> None:
        self.name = name
        self.visibility = visibility
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.rows_hidden: set[int] = set()
        self.columns_hidden: list[tuple[int, int]] = []
        self.legacy: dict[tuple[int, int], str] = {}

    def put(self, row: int, column: int, kind: str, text: str) -> None:
        """Keeps a cell that holds something. Refuses a place outside a sheet, and the same place twice."""
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN) or (row, column) in self.cells:
            raise Refused("damaged_workbook")
        if kind == "t" and not text.strip():
            return
        self.cells[row, column] = (kind, text[:LONGEST_TEXT])

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if not (1 <= first_row <= last_row <= LAST_ROW and 1 <= first_column <= last_column <= LAST_COLUMN):
            raise Refused("damaged_workbook")
        self.merges.append((first_row, first_column, last_row, last_column))
        if len(self.merges) > MOST_MERGES:
            raise Refused("too_large")

    def sent(self) -> dict[str, object]:
        """What goes to the parent: hidden rows and columns only where they hold cells."""
        columns = {column for _, column in self.cells}
        hidden = {column for column in columns if any(first <= column <= last for first, last in self.columns_hidden)}
        return {
            "name": self.name,
            "visibility": self.visibility,
            "cells": [(row, column, kind, text) for (row, column), (kind, text) in self.cells.items()],
            "merges": self.merges,
            "hidden_rows": sorted(self.rows_hidden & {row for row, _ in self.cells}),
            "hidden_columns": sorted(hidden),
            "legacy": [(row, column, encoding) for (row, column), encoding in self.legacy.items()],
        }


class RawWorkbook:
    """The sheets read so far; counts the cells of all of them."""

    def __init__(self, *, formats_known: bool = True) -> None:
        self.sheets: list[RawSheet] = []
        self.formats_known = formats_known

    def add(self, sheet: RawSheet) -> None:
        self.sheets.append(sheet)
        self.check_size()

    def check_size(self, reading: RawSheet | None = None) -> None:
        cells = sum(len(sheet.cells) for sheet in self.sheets) + (len(reading.cells) if reading else 0)
        if cells > MOST_CELLS or len(self.sheets) > 500:
            raise Refused("too_large")

    def sent(self) -> dict[str, object]:
        return {"sheets": [sheet.sent() for sheet in self.sheets], "formats_known": self.formats_known}


def number_text(value: float) -> str:
    """The shortest text that gives this number again: 0.94099999999999995 is written 0.941."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
