"""What the readers of the child process fill in, and how they refuse. Light: its import is paid at each upload."""

from itertools import repeat

from indicators.limits import STANDARD, Limits

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

Address = tuple[int, int]


class Refused(Exception):
    """The file cannot be read as a workbook. The code has its sentence in `wording.issues`, the trouble its words in
    `wording.issues.file`; sheet and place (row, column) tell where, as far as that is known."""

    def __init__(self, code: str, trouble: str = "", sheet: str | None = None, place: Address | None = None) -> None:
        super().__init__(code)
        self.code, self.trouble, self.sheet, self.place = code, trouble, sheet, place


class RawSheet:
    """One sheet as it is being read. `columns_hidden` holds (first, last) pairs."""

    def __init__(self, name: str, visibility: str = "visible", limits: Limits = STANDARD) -> None:
        self.name = name
        self.visibility = visibility
        self.cells: dict[tuple[int, int], tuple[str, str]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.rows_hidden: set[int] = set()
        self.columns_hidden: list[tuple[int, int]] = []
        self.legacy: dict[tuple[int, int], str] = {}
        self.limits = limits

    def put(self, row: int, column: int, kind: str, text: str) -> None:
        """Keeps a cell that holds something. Refuses a place outside a sheet, the same place twice, and a long text."""
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise Refused("damaged_workbook", "no_such_place", self.name)
        if (row, column) in self.cells:
            raise Refused("damaged_workbook", "cell_twice", self.name, (row, column))
        if kind == "t" and not text.strip():
            return
        if len(text) > self.limits.text_letters:
            raise Refused("too_large", "text_letters", self.name, (row, column))
        self.cells[row, column] = (kind, text)

    def mark(self, row: int, column: int, encoding: str) -> None:
        """Says that a text, if the cell holds one, stands in a font of this encoding."""
        if encoding and self.cells.get((row, column), ("", ""))[0] == "t":
            self.legacy[row, column] = encoding

    def put_row(self, row: int, columns: list[int], kinds: list[str], texts: list[str]) -> None:
        """Keeps the numbers of a row at once, with the refusals of `put`."""
        before = len(self.cells)
        places = zip(repeat(row), columns, strict=False)
        if row > LAST_ROW or max(columns) > LAST_COLUMN or min(row, *columns) < 1:
            raise Refused("damaged_workbook", "no_such_place", self.name)
        self.cells.update(zip(places, zip(kinds, texts, strict=True), strict=True))
        if len(self.cells) < before + len(columns):
            raise Refused("damaged_workbook", "cell_twice", self.name)

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if not (1 <= first_row <= last_row <= LAST_ROW and 1 <= first_column <= last_column <= LAST_COLUMN):
            raise Refused("damaged_workbook", "merge", self.name)
        self.merges.append((first_row, first_column, last_row, last_column))
        if len(self.merges) > self.limits.merges:
            raise Refused("too_large", "merges", self.name)

    def check_size(self) -> None:
        """Refuses more rows or columns in use than are read."""
        if len({row for row, _ in self.cells}) > self.limits.rows:
            raise Refused("too_large", "rows", self.name)
        if len({column for _, column in self.cells}) > self.limits.columns:
            raise Refused("too_large", "columns", self.name)

    def sent(self) -> dict[str, object]:
        """What goes to the parent: hidden rows and columns only where they hold cells."""
        columns = {column for _, column in self.cells}
        hidden = {column for column in columns if any(first <= column <= last for first, last in self.columns_hidden)}
        return {
            "name": self.name,
            "visibility": self.visibility,
            "cells": self._columns(),
            "merges": self.merges,
            "hidden_rows": sorted(self.rows_hidden & {row for row, _ in self.cells}),
            "hidden_columns": sorted(hidden),
            "legacy": [(row, column, encoding) for (row, column), encoding in self.legacy.items()],
        }

    def _columns(self) -> tuple[list[int], list[int], str, list[str]]:
        """Rows, columns, kinds and texts of the cells: four lists are sent several times faster than a list a cell."""
        kinds = "".join([kind for kind, _ in self.cells.values()])
        texts = [text for _, text in self.cells.values()]
        return [row for row, _ in self.cells], [column for _, column in self.cells], kinds, texts


class RawWorkbook:
    """The sheets read so far; counts what all of them hold."""

    def __init__(self, limits: Limits = STANDARD, *, formats_known: bool = True) -> None:
        self.sheets: list[RawSheet] = []
        self.formats_known = formats_known
        self.limits = limits

    def new_sheet(self, name: str, visibility: str = "visible") -> RawSheet:
        """A sheet to be filled, and then to be added."""
        if len(self.sheets) >= self.limits.sheets:
            raise Refused("too_large", "sheets")
        return RawSheet(name, visibility, self.limits)

    def add(self, sheet: RawSheet) -> None:
        self.sheets.append(sheet)
        sheet.check_size()
        self.check_size()

    def check_size(self, reading: RawSheet | None = None) -> None:
        """Refuses more cells or merges than are read of a whole file; `reading` is the sheet not yet added."""
        sheets = self.sheets if reading is None else [*self.sheets, reading]
        if sum(len(sheet.cells) for sheet in sheets) > self.limits.cells:
            raise Refused("too_large", "cells")
        if sum(len(sheet.merges) for sheet in sheets) > self.limits.merges:
            raise Refused("too_large", "merges")

    def sent(self) -> dict[str, object]:
        return {"sheets": [sheet.sent() for sheet in self.sheets], "formats_known": self.formats_known}


def number_text(value: float) -> str:
    """The shortest text that gives this number again: 0.94099999999999995 is written 0.941."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
