"""The tables of a sheet: each with its columns understood, its rows, and the title lines above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from indicators.intake.folding import clean
from indicators.intake.layout.blocks import find_block
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import Header, IsKnownName, find_headers, numbered_text
from indicators.intake.layout.quantities import pair_shares
from indicators.intake.layout.roles import Heading, Role, heading_of, says_kind
from indicators.intake.layout.totals import with_totals
from indicators.intake.periods.words import find_mentions
from indicators.intake.workbook.cells import CellKind, Place

MOST_TITLE_CELLS, MOST_TITLE_LETTERS = 20, 500


@dataclass(frozen=True)
class Column:
    """A column of a table; `text` is its header as a person reads it, `place` where the lowest part of it stands."""

    number: int
    heading: Heading
    text: str
    place: Place

    @property
    def role(self) -> Role:
        return self.heading.role


@dataclass(frozen=True)
class TitleLine:
    """One row above a table, its cells joined; `place` is its first cell."""

    text: str
    place: Place


@dataclass(frozen=True)
class Table:
    grid: Grid
    header: Header
    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    layout: str = ""

    def with_role(self, role: Role) -> list[Column]:
        return self._by_role.get(role, [])

    @cached_property
    def _by_role(self) -> dict[Role, list[Column]]:
        columns: dict[Role, list[Column]] = {}
        for column in self.columns:
            columns.setdefault(column.role, []).append(column)
        return columns

    @property
    def span(self) -> range:
        """The columns from the first to the last."""
        numbers = [column.number for column in self.columns]
        return range(min(numbers), max(numbers) + 1)

    @property
    def header_says_anything(self) -> bool:
        return self.header.top <= self.header.bottom


def find_tables(grid: Grid, is_known_name: IsKnownName) -> list[Table]:
    """The tables of a sheet, from top to bottom, and from left to right where they stand side by side."""
    headers = find_headers(grid, is_known_name)
    tables: list[Table] = []
    for index, header in enumerate(headers):
        last = headers[index + 1].top - 1 if index + 1 < len(headers) else max(grid.rows, default=0)
        rows = tuple(grid.rows_between(header.bottom + 1, last))
        columns = _read_columns(grid, header, rows, last)
        tables += [Table(grid, header, part, rows) for part in _split_side_by_side(columns)]
    return [_without_titles(_with_name_column(table, is_known_name)) for table in tables]


def find_loose_table(grid: Grid, is_known_name: IsKnownName) -> list[Table]:
    """The block of texts beside numbers in a sheet without any header, as a table nothing of which is said."""
    block = find_block(grid)
    if block is None:
        return []
    header, rows = block
    if header.top > header.bottom:
        numbers = grid.columns_between(rows[0], rows[-1])
        places = ((number, _first_cell(grid, rows, number)) for number in numbers)
        columns = tuple(Column(number, Heading(Role.UNKNOWN), "", place) for number, place in places)
    else:
        columns = _read_columns(grid, header, rows, rows[-1])
    return [_with_name_column(Table(grid, header, columns, rows), is_known_name)]


def _first_cell(grid: Grid, rows: tuple[int, ...], number: int) -> Place:
    return next((Place(row, number) for row in rows if grid.at(row, number)), Place(rows[0], number))


def title_lines(
    grid: Grid, first_row: int, last_row: int, own: range = range(0), others: Sequence[range] = ()
) -> list[TitleLine]:
    """The rows between, as lines of text: numbers too, for 'Quý:' and '3' may stand in two cells. A row with texts over
    the columns (`own`) of one table and of `others` beside it says to each what stands over it."""
    lines = []
    for row in grid.rows_between(first_row, last_row):
        columns = grid.rows[row][:MOST_TITLE_CELLS]
        if _is_over_several(columns, (own, *others)):
            columns = [column for column in columns if column in own]
        cells = [cell for column in columns if (cell := grid.at(row, column)) is not None]
        texts = [
            clean(cell.text[:MOST_TITLE_LETTERS]) for cell in cells if cell.kind in {CellKind.TEXT, CellKind.NUMBER}
        ]
        if texts:
            lines.append(TitleLine(" ".join(texts), Place(row, columns[0])))
    return lines


def _is_over_several(columns: Sequence[int], tables: Sequence[range]) -> bool:
    return sum(any(column in table for column in columns) for table in tables) == len(tables) > 1


def _read_columns(grid: Grid, header: Header, rows: tuple[int, ...], last: int) -> tuple[Column, ...]:
    numbers = grid.columns_between(header.top, max(last, header.bottom))
    columns = [_settle(grid, rows, _read_column(grid, header, number)) for number in numbers]
    return with_totals(grid, pair_shares(grid, columns))


def _read_column(grid: Grid, header: Header, number: int) -> Column:
    levels, place = _levels(grid, header, number)
    heading = Heading(Role.NAME) if number in header.name_columns else heading_of(levels)
    return Column(number, heading, " ".join(levels), place)


def _levels(grid: Grid, header: Header, number: int) -> tuple[list[str], Place]:
    """The header's texts over a column, top to bottom, a text merged over several rows once."""
    levels: list[str] = []
    seen: set[Place] = set()
    place = Place(header.rows[-1], number)
    for row in header.rows:
        source = grid.covering(row, number)
        text = _own_text(grid, header, row, number) or _group_text(grid, header, row, number)
        if text and source not in seen:
            levels.append(text)
            place = source
        seen.add(source)
    return levels, place


def _own_text(grid: Grid, header: Header, row: int, number: int) -> str:
    names = header.name_columns[0] if header.name_columns else number
    return numbered_text(grid, row, number, names) if number > names else grid.text(row, number)


def _group_text(grid: Grid, header: Header, row: int, number: int) -> str:
    """An unmerged group heading goes on over the blank cells right of it, while finer headings stand below them that
    do not say by themselves what they are."""
    below = [text for lower in header.rows if lower > row and (text := grid.text(lower, number))]
    if not below or says_kind(" ".join(below)) or row == header.rows[-1]:
        return ""
    for column in range(number - 1, max(number - 40, min(grid.rows[row]) - 1), -1):
        text = grid.text(row, column)
        if text:
            finer = any(grid.at(lower, column) for lower in header.rows if lower > row)
            merged = (
                merge := grid.merge_at(*grid.covering(row, column))
            ) is not None and merge.last_column > merge.first_column
            return (
                text
                if finer and not merged and heading_of([text]).role in {Role.VALUE, Role.IGNORED, Role.PERIOD}
                else ""
            )
    return ""


def _settle(grid: Grid, rows: tuple[int, ...], column: Column) -> Column:
    """What only the cells below can tell: 'Kỳ báo cáo' over periods or over figures, 'Chỉ tiêu' over names or goals."""
    if column.role not in {Role.PERIOD, Role.NAME}:
        return column
    cells = [cell for row in rows if (cell := grid.at(row, column.number)) is not None]
    numbers = sum(cell.kind in {CellKind.NUMBER, CellKind.PERCENT} for cell in cells)
    mostly_numbers = numbers * 2 > len(cells)
    if column.role is Role.NAME:
        return replace(column, heading=Heading(Role.IGNORED)) if mostly_numbers else column
    periods = sum(_is_period_cell(column.text, grid.text(row, column.number)) for row in rows)
    if periods and periods * 2 > len(cells):
        return replace(column, heading=Heading(Role.PERIOD))
    return replace(column, heading=heading_of([f"{column.text} này"]) if numbers else Heading(Role.IGNORED))


def _is_period_cell(header: str, text: str) -> bool:
    return bool(text) and bool(find_mentions(text) or find_mentions(f"{header} {text}"))


def _split_side_by_side(columns: tuple[Column, ...]) -> list[tuple[Column, ...]]:
    """Two tables on the same rows: a code or name column after columns of figures starts the next one."""
    parts: list[list[Column]] = [[]]
    for column in columns:
        starts = column.role in {Role.CODE, Role.NAME}
        if (
            starts
            and any(before.role in {Role.VALUE, Role.UNKNOWN, Role.PERIOD} for before in parts[-1])
            and any(before.role is Role.NAME for before in parts[-1])
        ):
            parts.append([])
        parts[-1].append(column)
    return [tuple(part) for part in parts]


def _without_titles(table: Table) -> Table:
    """A text before the names with nothing below it is no column: in a table turned on its side, the sheet's title."""
    first = min((column.number for column in table.with_role(Role.NAME)), default=0)
    columns = (
        column
        for column in table.columns
        if column.number >= first
        or column.role is not Role.VALUE
        or any(table.grid.at(row, column.number) for row in table.rows)
    )
    return replace(table, columns=tuple(columns))


def _with_name_column(table: Table, is_known_name: IsKnownName) -> Table:
    """A table whose header calls no column 'Chỉ tiêu': the column that holds the most known names."""
    if table.with_role(Role.NAME):
        return _without_other_names(table, is_known_name)
    counts = {
        column.number: sum(is_known_name(table.grid.text(row, column.number)) for row in table.rows)
        for column in table.columns
        if column.role in {Role.UNKNOWN, Role.IGNORED}
    }
    best = max(counts, key=lambda number: counts[number], default=0)
    if not counts.get(best):
        return table
    columns = (
        replace(column, heading=Heading(Role.NAME)) if column.number == best else column for column in table.columns
    )
    return replace(table, columns=tuple(columns))


def _without_other_names(table: Table, is_known_name: IsKnownName) -> Table:
    """'Nội dung' beside 'Chỉ tiêu', each a heading of its own: the one without a known name is no name column."""
    names = table.with_role(Role.NAME)
    if len({table.grid.covering(*column.place) for column in names}) < 2:
        return table
    known = [
        column.number
        for column in names
        if any(is_known_name(table.grid.text(row, column.number)) for row in table.rows)
    ]
    others = {column.number for column in names} - set(known) if known else set()
    columns = (
        replace(column, heading=Heading(Role.IGNORED)) if column.number in others else column
        for column in table.columns
    )
    return replace(table, columns=tuple(columns))
