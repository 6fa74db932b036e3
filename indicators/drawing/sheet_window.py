"""Which rows and columns of a sheet are drawn: all of a small one, of a large one those around what matters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from indicators.intake.workbook.cells import Place, Sheet

MOST_ROWS, MOST_COLUMNS = 200, 40
_AROUND = 2
_TOP = 12


@dataclass(frozen=True)
class Window:
    """The rows and columns to draw, in order, and how many with something in them are left out."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    rows_left_out: int
    columns_left_out: int


def window_of(sheet: Sheet, places: Collection[Place], most_rows: int = MOST_ROWS) -> Window:
    """What of a sheet is drawn; `places` matter, the first ones most: they come with their neighbours, then the sheet's
    top and left, then the rest in order."""
    used_rows = {place.row for place in sheet.cells}
    used_columns = {place.column for place in sheet.cells}
    rows = _chosen(used_rows, [place.row for place in places], most_rows)
    columns = _chosen(used_columns, [place.column for place in places], MOST_COLUMNS)
    return Window(rows, columns, len(used_rows - {*rows}), len(used_columns - {*columns}))


def runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers in runs without a gap."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _chosen(used: Collection[int], wanted: Iterable[int], most: int) -> tuple[int, ...]:
    """At most so many numbers, in order: all from the first to the last where they are few enough."""
    first, last = min(used, default=1), max(used, default=1)
    if last <= most:
        return tuple(range(1, last + 1))
    if last - first < most:
        return tuple(range(first, last + 1))
    chosen: dict[int, None] = dict.fromkeys(number for number in range(first, first + _TOP) if number in used)
    for number in wanted:
        chosen |= dict.fromkeys(near for near in range(number - _AROUND, number + _AROUND + 1) if first <= near <= last)
        if len(chosen) >= most:
            break
    for number in sorted(used):
        if len(chosen) >= most:
            break
        chosen[number] = None
    return tuple(sorted([*chosen][:most]))
