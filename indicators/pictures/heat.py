"""The heat map: an indicator a row, a quarter a column, each cell a status by colour and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from indicators.drawing import look
from indicators.periods import Period
from indicators.pictures.frame import SOFT, Entry, box, head, legend
from indicators.pictures.look import Type, colour_of, ink_on, type_for
from indicators.pictures.picture import MARGIN_MM, Picture
from indicators.pictures.shapes import Mark, Shape, Sheet, Stroke, Words
from indicators.pictures.typeface import lines_of, width_mm
from indicators.wording.screens import quarter_tick
from indicators.wording.statuses import STATUSES, counts

#: Wide enough for twenty quarters beside the names: a slide.
SLIDE_WIDTH_MM = 250.0
_ROW_MM, _NAMES_SHARE, _SIGN, _APART_MM, _LAST_MM = 6.0, 0.4, 6.0, 1.6, 0.5


@dataclass(frozen=True)
class HeatRow:
    """An indicator: its number, its name, its status in each quarter, None where there is nothing to show."""

    number: str
    name_vi: str
    statuses: tuple[str | None, ...]


@dataclass(frozen=True)
class HeatMap:
    title_vi: str
    quarters: tuple[Period, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True)
class _Grid:
    """Where the cells begin, how wide each is, where the names stand after their numbers."""

    left: float
    cell: float
    names: float
    letters: Type

    def middle(self, column: float) -> float:
        return self.left + (column + 0.5) * self.cell


def draw_heat_map(heat: HeatMap, *, width_mm: float = SLIDE_WIDTH_MM, notes_vi: Sequence[str] = ()) -> Picture:
    """The heat map as a picture so wide. Raises ValueError where no cell has a status."""
    statuses = counts(status for row in heat.rows for status in row.statuses if status)
    if not statuses:
        raise ValueError(heat.title_vi)
    wide, letters = width_mm - 2 * MARGIN_MM, type_for(width_mm)
    top, grid = head(heat.title_vi, notes_vi, wide, letters), _grid(heat, wide, letters)
    shapes: list[Shape] = [*top.shapes, *_headings(heat, top.bottom_mm, grid)]
    y = top.bottom_mm + 2 * letters.line_mm + _APART_MM
    for row in heat.rows:
        lines = lines_of(row.name_vi, letters.text, grid.left - grid.names - 2)
        tall = max(_ROW_MM, len(lines) * letters.line_mm + 0.8)
        shapes += _row(row, lines, y, tall, grid)
        y += tall
        shapes.append(Stroke(((0, y - 0.2), (wide, y - 0.2)), look.GRID, 0.5))
    entries = [Entry(STATUSES[status].word, status=status) for status in statuses]
    foot = legend(entries, y + _APART_MM, 0, wide, letters)
    return Picture(Sheet(wide, foot.bottom_mm + _LAST_MM, heat.title_vi, (*shapes, *foot.shapes)))


def _grid(heat: HeatMap, wide: float, letters: Type) -> _Grid:
    numbers = max(width_mm(row.number, letters.text) for row in heat.rows) + 2
    names = max(width_mm(row.name_vi, letters.text) for row in heat.rows)
    left = min(numbers + names, wide * _NAMES_SHARE) + 2
    return _Grid(left, (wide - left) / len(heat.quarters), numbers, letters)


def _headings(heat: HeatMap, top: float, grid: _Grid) -> Iterator[Words]:
    """The years, and below them their quarters."""
    size, line = grid.letters.text, grid.letters.line_mm
    for year, same in groupby(enumerate(heat.quarters), key=lambda pair: pair[1].year):
        columns = [column for column, _ in same]
        middle = grid.middle((columns[0] + columns[-1]) / 2)
        yield Words((middle, top + line), str(year), size, look.INK, "center", is_bold=True)
    for column, quarter in enumerate(heat.quarters):
        numeral = quarter_tick(quarter.number).rpartition(" ")[2]
        yield Words((grid.middle(column), top + 2 * line), numeral, size, SOFT, "center")


def _row(row: HeatRow, lines: Sequence[str], top: float, tall: float, grid: _Grid) -> Iterator[Shape]:
    size, line, middle = grid.letters.text, grid.letters.line_mm, top + tall / 2
    first = middle - (len(lines) - 1) * line / 2 + grid.letters.half_mm
    yield Words((0, first), row.number, size, SOFT)
    yield from (Words((grid.names, first + place * line), text, size, look.INK) for place, text in enumerate(lines))
    for column, status in enumerate(row.statuses):
        if status:
            left, right = grid.left + column * grid.cell, grid.left + (column + 1) * grid.cell
            yield box(left, top, right - 0.4, top + tall - 0.4, colour_of(status), f"status-{status}")
            yield Mark((grid.middle(column) - 0.2, middle - 0.2), status, ink_on(status), _SIGN)
