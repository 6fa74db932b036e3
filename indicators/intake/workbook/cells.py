"""A workbook as plain cells: what the child process sends and the rest of the room reads. No reader is imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


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
    text in a font from before Unicode, its encoding: 'tcvn3' or 'vni'."""

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


def workbook_from(sent: Mapping[str, Any]) -> Workbook:
    """The workbook that the child process wrote as JSON."""
    return Workbook([_sheet_from(sheet) for sheet in sent["sheets"]], sent["formats_known"])


def _sheet_from(sent: Mapping[str, Any]) -> Sheet:
    kinds = {kind.value: kind for kind in CellKind}
    return Sheet(
        name=sent["name"],
        visibility=Visibility(sent["visibility"]),
        cells={Place(row, column): Cell(kinds[kind], text) for row, column, kind, text in sent["cells"]},
        merges=[Range(*merge) for merge in sent["merges"]],
        hidden_rows=frozenset(sent["hidden_rows"]),
        hidden_columns=frozenset(sent["hidden_columns"]),
        legacy={Place(row, column): encoding for row, column, encoding in sent["legacy"]},
    )
