"""A workbook as plain cells: what the child process sends and the rest of the room reads. No reader is imported."""

from __future__ import annotations

import re
from array import array
from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from indicators.intake.workbook.raw import BETWEEN_TEXTS, Layout

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class CellKind(StrEnum):
    NUMBER = "n"
    PERCENT = "p"  # a number that the sheet shows a hundred times larger, with a percent sign
    TEXT = "t"
    BOOLEAN = "b"
    DATE = "d"
    ERROR = "e"
    UNCOMPUTED = "f"  # a formula whose result was never stored


class Place(NamedTuple):
    """Row and column, both from 1."""

    row: int
    column: int


class Cell(NamedTuple):
    """`text` holds the number exactly as the file has it, the text, TRUE or FALSE, YYYY-MM-DD, or the error."""

    kind: CellKind
    text: str


class PackedCells(Mapping[Place, Cell]):
    """The cells of a sheet as four columns of equal length, in the file's order: what is read of a hundred thousand
    cells at once takes the columns, all else the mapping, which is built when it is first asked for.

    `kinds` is one letter a cell (CellKind). Raises ValueError for columns that fit no sheet."""

    def __init__(self, rows: Sequence[int], columns: Sequence[int], kinds: str, texts: Sequence[str]) -> None:
        if not len(rows) == len(columns) == len(kinds) == len(texts) or not set(kinds) <= _KINDS.keys():
            raise ValueError("no columns of cells")
        self.rows, self.columns, self.kinds, self.texts = rows, columns, kinds, texts

    @classmethod
    def sent(cls, layouts: Sequence[Layout], rows: Sequence[tuple[int, int]], texts: str | list[str]) -> PackedCells:
        """As `RawSheet` tells them: the layouts (columns and kinds) that rows share, number and layout of each row, and
        the texts. Raises ValueError for what is none of these, before it is made as large as it claims."""
        parted = texts.split(BETWEEN_TEXTS) if isinstance(texts, str) else [_text(text) for text in texts]
        sizes = [len(columns) for columns, _ in layouts]
        if sum(sizes[layout] for _, layout in rows) != len(parted) or sizes != [len(kinds) for _, kinds in layouts]:
            raise ValueError("no columns of cells")
        numbers, across = array("q"), array("q")
        try:
            columns = [array("q", columns) for columns, _ in layouts]
            for row, layout in rows:
                numbers.extend(array("q", (row,)) * sizes[layout])
                across.extend(columns[layout])
        except OverflowError as error:
            raise ValueError("no columns of cells") from error
        return cls(numbers, across, "".join([layouts[layout][1] for _, layout in rows]), parted)

    @cached_property
    def _by_place(self) -> dict[Place, Cell]:
        places = map(Place, self.rows, self.columns)
        return dict(zip(places, map(Cell, map(_KINDS.__getitem__, self.kinds), self.texts), strict=True))

    def __getitem__(self, place: Place) -> Cell:
        return self._by_place[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_place)

    def __len__(self) -> int:
        return len(self.rows)

    def keys(self) -> KeysView[Place]:
        return self._by_place.keys()

    def values(self) -> ValuesView[Cell]:
        return self._by_place.values()

    def items(self) -> ItemsView[Place, Cell]:
        return self._by_place.items()


def _text(sent: object) -> str:
    if not isinstance(sent, str):
        raise ValueError("no columns of cells")
    return sent


_KINDS = {kind.value: kind for kind in CellKind}


class Range(NamedTuple):
    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Visibility(StrEnum):
    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet that hold something, wherever they are; nothing is said of the others. `legacy` names, for a
    text in a font from before Unicode, its encoding: 'tcvn3', 'tcvn3_capitals' or 'vni'."""

    name: str
    visibility: Visibility
    cells: Mapping[Place, Cell]
    merges: Sequence[Range]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    legacy: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """`formats_known` is False where the file's kind does not tell whether a number is shown as a percentage."""

    sheets: Sequence[Sheet]
    formats_known: bool = True


def letters_of(column: int) -> str:
    """A column's letters: 'A', 'Z', 'AA'."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def address_of(row: int, column: int) -> str:
    """'B7'."""
    return f"{letters_of(column)}{row}"


def place_in(address: str) -> Place | None:
    """Where 'B7' is; None for what is no address."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return Place(int(match[2]), column)


def workbook_from(sent: Mapping[str, Any]) -> Workbook:
    """The workbook that the child process wrote as JSON."""
    return Workbook([_sheet_from(sheet) for sheet in sent["sheets"]], sent["formats_known"])


def _sheet_from(sent: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=sent["name"],
        visibility=Visibility(sent["visibility"]),
        cells=PackedCells.sent(*sent["cells"]),
        merges=[Range(*merge) for merge in sent["merges"]],
        hidden_rows=frozenset(sent["hidden_rows"]),
        hidden_columns=frozenset(sent["hidden_columns"]),
        legacy={Place(row, column): encoding for row, column, encoding in sent["legacy"]},
    )
