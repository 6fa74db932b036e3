"""Where a sheet with one row a commune has its header, its communes and its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from indicators.intake.folding import fold
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.units import unit_in_heading
from indicators.intake.values.convert import looks_like_number
from indicators.intake.values.units import is_unit
from indicators.intake.workbook.cells import CellKind, Place
from indicators.province.cells import CellColumns
from indicators.province.groups import is_group
from indicators.register import Register
from indicators.register.names import is_code, names_a_commune
from indicators.register.reading import CODE_HEADING, NAME_HEADING, PARENT_HEADING, heading_form

_MOST_GROUP_ROWS, _MOST_HEADER_ROWS, _LONGEST_HEADING = 3, 6, 80
_FIRST_NUMBER = 3  # columns are numbered from 1, or from behind the code and the name
_NUMBERING = re.compile(r"\(?(?:[a-z]|\d{1,3})\)?(?: ?= ?.*)?")
_COUNTER = re.compile(r"tt|stt|so tt|s\.t\.t|so thu tu|#")
_STATED_UNIT = re.compile(r"\b(?:dvt|d/v ?t|don vi tinh|dv tinh)\b")


@dataclass(frozen=True)
class Heads:
    """The columns that say which commune a row is, found in the header row `row`."""

    row: int
    code: int | None
    name: int | None
    parents: tuple[int, ...]
    others: frozenset[int]
    asks_for_communes: bool = False

    @property
    def own(self) -> frozenset[int]:
        found = {self.code, self.name, *self.parents} - {None}
        return frozenset(column for column in found if column is not None) | self.others

    @property
    def first(self) -> int:
        return min(column for column in (self.code, self.name) if column is not None)


@dataclass(frozen=True)
class Layout:
    """A header from `top` to `bottom`; communes stand below it, and titles above."""

    grid: Grid
    heads: Heads
    top: int
    bottom: int

    def levels(self, column: int) -> list[tuple[str, Place]]:
        """The texts of a column's header, from top to bottom, each with its cell; numbers of columns are left out."""
        found: list[tuple[str, Place]] = []
        for row in self.grid.rows_between(self.top, self.bottom):
            place = self._speaking(row, column)
            text = self.grid.text(*place)
            if text and not _NUMBERING.fullmatch(fold(text)) and (text, place) not in found:
                found.append((text, place))
        return found

    def titles(self) -> list[tuple[str, Place]]:
        """The lines above the header."""
        rows = self.grid.rows_between(1, self.top - 1)
        texts = ((self.grid.text(row, column), Place(row, column)) for row in rows for column in self.grid.rows[row])
        return [(text, place) for text, place in texts if text]

    def stated_unit(self) -> str:
        """The unit that a line above the header gives to all figures."""
        stated = (unit_in_heading(text) for text, _ in self.titles() if _STATED_UNIT.search(fold(text)))
        return next(filter(None, stated), "")

    def _speaking(self, row: int, column: int) -> Place:
        """Where the text over a column in a row stands: here, in the merged cell, or, in a row of groups, the nearest
        cell to the left that is not merged."""
        place = self.grid.covering(row, column)
        if self.grid.text(*place) or row >= self.bottom or not self._has_finer(row, column):
            return place
        left = [other for other in self.grid.rows[row] if other < column and other not in self.heads.own]
        nearest = Place(row, max(left)) if left else place
        return place if self.grid.merge_at(*nearest) else nearest

    def _has_finer(self, row: int, column: int) -> bool:
        below = (self.grid.text(lower, column) for lower in self.grid.rows_between(row + 1, self.bottom))
        return any(text and not is_unit(text) and not _NUMBERING.fullmatch(fold(text)) for text in below)


def find_layout(grid: Grid, register: Register) -> Layout | None:
    """The layout of a sheet of communes, from its first rows; None where it is none. At least two rows must be communes
    by their own words or by the register, or stand under a heading of codes as codes, and be most of those that say
    anything."""
    for row in grid.rows:
        heads = _heads_in(grid, row)
        if heads is None:
            continue
        bottom = _bottom(grid, heads)
        if _holds_communes(grid, heads, bottom, register):
            return Layout(grid, heads, _top(grid, heads), bottom)
    return None


def _heads_in(grid: Grid, row: int) -> Heads | None:
    texts = {
        column: heading_form(grid.text(row, column)[:_LONGEST_HEADING])
        for column in grid.rows[row]
        if grid.cells[Place(row, column)].kind is CellKind.TEXT
    }
    names = [column for column, text in texts.items() if NAME_HEADING.fullmatch(text)]
    codes = [column for column, text in texts.items() if CODE_HEADING.fullmatch(text) and not _is_bare(text, names)]
    if len(texts) < 2 or not (names or codes):
        return None
    parents = tuple(column for column, text in texts.items() if PARENT_HEADING.fullmatch(text))
    others = frozenset(
        column for column, text in texts.items() if _COUNTER.fullmatch(text) or re.fullmatch(r"ma (?:so )?.*", text)
    )
    code, name = (columns[-1] if columns else None for columns in (codes, names[:1]))
    asks = any(re.search(r"\b(?:xa|phuong)\b", texts[column]) for column in (code, name) if column is not None)
    return Heads(row, code, name, parents, others, asks)


def _is_bare(text: str, names: Sequence[int]) -> bool:
    """'Mã' alone may be the code of anything; beside the name of a commune it is the commune's."""
    return text in {"ma", "ma so", "code"} and not names


def _bottom(grid: Grid, heads: Heads) -> int:
    """The last row of the header: the next one says a commune. A row that numbers the columns belongs to the header."""
    for row in grid.rows_between(heads.row + 1, heads.row + _MOST_HEADER_ROWS):
        own = [grid.at(row, column) for column in (heads.code, heads.name) if column is not None]
        if any(cell is not None for cell in own) and not _numbers_columns(grid, row):
            return row - 1
    return heads.row + _MOST_HEADER_ROWS


def _numbers_columns(grid: Grid, row: int) -> bool:
    texts = [fold(grid.text(row, column)) for column in grid.rows[row]]
    if len(texts) < 2 or not all(map(_NUMBERING.fullmatch, texts)):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return numbers[:1] <= [_FIRST_NUMBER] and all(after - before == 1 for before, after in pairwise(numbers))


def _top(grid: Grid, heads: Heads) -> int:
    """The header grows upwards over rows of groups, which stand over the figures and nowhere else."""
    top = heads.row
    while top > 1 and heads.row - top < _MOST_GROUP_ROWS and grid.rows.get(top - 1):
        columns = grid.rows[top - 1]
        if min(columns) <= heads.first or set(columns) & heads.own:
            break
        top -= 1
    return top


def _holds_communes(grid: Grid, heads: Heads, bottom: int, register: Register) -> bool:
    """Whether there are two communes or more, and no fewer than other rows with figures that are no totals or groups:
    signatures and notes below say nothing. One alone is enough below a heading that asks for a commune."""
    others = communes = 0
    for row in grid.rows_between(bottom + 1, max(grid.rows)):
        name, code = (grid.text(row, column) if column else "" for column in (heads.name, heads.code))
        if (bool(code) and is_code(code)) or names_a_commune(name) or (bool(name) and register.knows(name)):
            communes += 1
        elif (name or code) and not is_group(name or code) and _has_figures(grid, heads, row):
            others += 1
    return communes >= max(others, 1 if heads.asks_for_communes and not others else 2)


def _has_figures(grid: Grid, heads: Heads, row: int) -> bool:
    kinds = (grid.cells[Place(row, column)].kind for column in grid.rows[row] if column not in heads.own)
    return any(kind in {CellKind.NUMBER, CellKind.PERCENT} for kind in kinds)


def next_header(cells: CellColumns, layout: Layout) -> int | None:
    """The row of the next table's header below this one; a header that only repeats this one's is none."""
    heads = layout.heads
    said = (cells.kinds == ord(CellKind.TEXT)) & (cells.rows > layout.bottom)
    with_words = np.unique(cells.rows[said & ~np.isin(cells.columns, sorted(heads.own))])
    for column in filter(None, (heads.name, heads.code)):
        for place in np.flatnonzero(said & (cells.columns == column) & np.isin(cells.rows, with_words)).tolist():
            row, text = int(cells.rows[place]), cells.texts[place]
            if len(text) <= _LONGEST_HEADING and _is_heading(text):
                texts = _texts_beside(cells, heads, row)
                if texts and texts.items() - _texts_beside(cells, heads, heads.row).items():
                    return row
    return None


def _is_heading(text: str) -> bool:
    form = heading_form(text)
    return NAME_HEADING.fullmatch(form) is not None or CODE_HEADING.fullmatch(form) is not None


def _texts_beside(cells: CellColumns, heads: Heads, row: int) -> dict[int, str]:
    """Column → text of a row, without those that say the commune, numbers and what reads like them."""
    places = np.flatnonzero(cells.rows == row).tolist()
    found = {int(cells.columns[place]): cells.cell(place) for place in places}
    return {
        column: cell.text
        for column, cell in found.items()
        if column not in heads.own and cell.kind is CellKind.TEXT and not looks_like_number(cell)
    }
