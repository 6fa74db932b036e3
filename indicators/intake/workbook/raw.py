"""What the readers of the child process fill in, and how they refuse. Light: its import is paid at each upload."""

from collections.abc import Sequence

from indicators.limits import STANDARD, Limits

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

BETWEEN_TEXTS = "\x7f"  # stands in no text that anybody writes; a sheet that has it sends its texts as a list

Address = tuple[int, int]
Layout = tuple[tuple[int, ...], str]  # the columns of a row's cells, and a letter of kind for each


class Refused(Exception):
    """The file cannot be read as a workbook. The code has its sentence in `wording.issues`, the trouble its words in
    `wording.issues.file`; sheet and place (row, column) tell where, as far as that is known."""

    def __init__(self, code: str, trouble: str = "", sheet: str | None = None, place: Address | None = None) -> None:
        super().__init__(code)
        self.code, self.trouble, self.sheet, self.place = code, trouble, sheet, place


class RawSheet:
    """One sheet as it is being read, a row after the other: rows of one layout share its columns and kinds.
    `columns_hidden` holds (first, last) pairs."""

    def __init__(self, name: str, visibility: str = "visible", limits: Limits = STANDARD) -> None:
        self.name = name
        self.visibility = visibility
        self.texts: list[str] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.rows_hidden: set[int] = set()
        self.columns_hidden: list[tuple[int, int]] = []
        self.legacy: dict[tuple[int, int], str] = {}
        self.limits = limits
        self._layouts: dict[Layout, int] = {}
        self._rows: list[tuple[int, int]] = []  # number and layout
        self._open: tuple[list[int], list[str]] = ([], [])
        self._last = (0, 0)
        self._places: set[Address] | None = None  # only where the cells do not ascend

    def put(self, row: int, column: int, kind: str, text: str) -> None:
        """Keeps a cell that holds something. Refuses a place outside a sheet, the same place twice, and a long text."""
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise Refused("damaged_workbook", "no_such_place", self.name)
        if (self._places is not None or (row, column) <= self._last) and (row, column) in self._occupied():
            raise Refused("damaged_workbook", "cell_twice", self.name, (row, column))
        if kind == "t" and not text.strip():
            return
        if len(text) > self.limits.text_letters:
            raise Refused("too_large", "text_letters", self.name, (row, column))
        self._keep(row, column, kind, text)

    def put_row(self, row: int, layout: Layout, texts: Sequence[str]) -> bool:
        """Keeps the cells of a row at once, none of them blank; False where that must be done one by one. The columns
        ascend."""
        columns, _ = layout
        if self._places is not None or row <= self._last[0] or row > LAST_ROW or columns[-1] > LAST_COLUMN:
            return False
        if max(map(len, texts)) > self.limits.text_letters:
            return False
        self._close()
        self._rows.append((row, self._layouts.setdefault(layout, len(self._layouts))))
        self.texts += texts
        self._last = (row, columns[-1])
        return True

    def mark(self, row: int, column: int, encoding: str) -> None:
        """Says that a text, if the cell holds one, stands in a font of this encoding."""
        if encoding:
            self.legacy[row, column] = encoding

    def _keep(self, row: int, column: int, kind: str, text: str) -> None:
        if row != self._last[0]:
            self._close()
        self._open[0].append(column)
        self._open[1].append(kind)
        self.texts.append(text)
        self._last = (row, column)
        if self._places is not None:
            self._places.add((row, column))

    def _occupied(self) -> set[Address]:
        if self._places is None:
            self._places = {(row, column) for row, (columns, _) in self._lines() for column in columns}
        return self._places

    def _close(self) -> None:
        """Ends the row that is being put cell by cell."""
        columns, kinds = self._open
        if columns:
            layout = tuple(columns), "".join(kinds)
            self._rows.append((self._last[0], self._layouts.setdefault(layout, len(self._layouts))))
            self._open = ([], [])

    def _lines(self) -> list[tuple[int, Layout]]:
        self._close()
        layouts = list(self._layouts)
        return [(row, layouts[number]) for row, number in self._rows]

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if not (1 <= first_row <= last_row <= LAST_ROW and 1 <= first_column <= last_column <= LAST_COLUMN):
            raise Refused("damaged_workbook", "merge", self.name)
        self.merges.append((first_row, first_column, last_row, last_column))
        if len(self.merges) > self.limits.merges:
            raise Refused("too_large", "merges", self.name)

    def check_size(self) -> None:
        """Refuses more rows or columns in use than are read."""
        if len(self._rows_used()) > self.limits.rows:
            raise Refused("too_large", "rows", self.name)
        if len(self._columns_used()) > self.limits.columns:
            raise Refused("too_large", "columns", self.name)

    def sent(self) -> dict[str, object]:
        """What goes to the parent: hidden rows and columns only where they hold cells."""
        columns = self._columns_used()
        hidden = {column for column in columns if any(first <= column <= last for first, last in self.columns_hidden)}
        return {
            "name": self.name,
            "visibility": self.visibility,
            "cells": self._cells(),
            "merges": self.merges,
            "hidden_rows": sorted(self.rows_hidden & self._rows_used()),
            "hidden_columns": sorted(hidden),
            "legacy": self._marks(),
        }

    def _cells(self) -> tuple[list[Layout], list[tuple[int, int]], str | list[str]]:
        """The layouts, number and layout of each row, and the texts in one piece, which is sent ten times as fast."""
        self._close()
        joined = BETWEEN_TEXTS.join(self.texts)
        in_one = joined.count(BETWEEN_TEXTS) == len(self.texts) - 1
        return list(self._layouts), self._rows, joined if in_one else self.texts

    def _marks(self) -> list[tuple[int, int, str]]:
        lines = self._lines() if self.legacy else []
        texts = {(row, column) for row, layout in lines for column, kind in zip(*layout, strict=True) if kind == "t"}
        return [(*place, encoding) for place, encoding in self.legacy.items() if place in texts]

    def _rows_used(self) -> set[int]:
        self._close()
        return {row for row, _ in self._rows}

    def _columns_used(self) -> set[int]:
        self._close()
        return {column for columns, _ in self._layouts for column in columns}


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
        if sum(len(sheet.texts) for sheet in sheets) > self.limits.cells:
            raise Refused("too_large", "cells")
        if sum(len(sheet.merges) for sheet in sheets) > self.limits.merges:
            raise Refused("too_large", "merges")

    def sent(self) -> dict[str, object]:
        return {"sheets": [sheet.sent() for sheet in self.sheets], "formats_known": self.formats_known}


def number_text(value: float) -> str:
    """The shortest text that gives this number again: 0.94099999999999995 is written 0.941."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
