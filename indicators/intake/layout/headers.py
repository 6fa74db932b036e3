"""Where the header of each table stands: found by its own words ('TT', 'Chỉ tiêu', 'ĐVT'), else above known names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from indicators.intake.folding import fold
from indicators.intake.layout.grid import Grid, text_of
from indicators.intake.layout.quantities import holds
from indicators.intake.layout.roles import Role, anchor_of, heading_of, names_part_of_share
from indicators.intake.periods.words import find_mentions
from indicators.intake.workbook.cells import CellKind, Place

MOST_HEADER_ROWS = 6
MOST_ROWS_ABOVE_NAMES = 1_000
_ROWS_BELOW = 10
WIDEST_HEADER = 500  # columns; ten years of months and quarters take less

# A row that numbers the columns: 'A', 'B', '1', '(2)', '(3)=(2)/(1)', '5 = 4/3'.
_MARK = re.compile(r"\(?\s*(?:[a-z]|\d{1,2}|i{1,3}|iv|v)\s*\)?(?:\s*=.*)?|\(?\s*=.*")
_SMALL_NUMBER = re.compile(r"\d{1,2}(?:\.0)?|(?:19|20)\d\d")
_ORDER_NUMBER = re.compile(r"\(?(?:[a-z]|[ivx]+|\d+(?:\.\d+)*)\)?[.)]?")  # what stands under 'TT': 'II', 'b', '3.1'

_KEYS = frozenset({Role.NAME, Role.CODE, Role.UNIT})
_NUMBERED = re.compile(r"quy|thang|nam")

IsKnownName = Callable[[str], bool]


@dataclass(frozen=True)
class Header:
    """The rows of one header, without those that number the columns; `bottom` counts these in."""

    rows: tuple[int, ...]
    bottom: int
    name_columns: tuple[int, ...]

    @property
    def top(self) -> int:
        return self.rows[0]


def find_headers(grid: Grid, is_known_name: IsKnownName) -> list[Header]:
    """The headers of a sheet, from top to bottom."""
    return list(_anchored_headers(grid, is_known_name)) or list(_header_above_names(grid, is_known_name))


def first_header(grid: Grid) -> Header | None:
    """The first header that says by its own words that it is one."""
    return next(_anchored_headers(grid, lambda _: False), None)


def _anchored_headers(grid: Grid, is_known_name: IsKnownName) -> Iterator[Header]:
    bottom = 0
    for row in grid.rows:
        if row > bottom and _is_anchored(grid, row, is_known_name, is_first=not bottom):
            header = _grow(grid, row, bottom)
            bottom = header.bottom
            yield header


def _is_anchored(grid: Grid, row: int, is_known_name: IsKnownName, *, is_first: bool) -> bool:
    """A row that says 'Chỉ tiêu', 'TT', 'Mã' or 'ĐVT' beside a heading of another kind; the first header of a sheet
    may have anything beside 'Chỉ tiêu'. A group of rows called 'Chỉ tiêu kinh tế' is none."""
    columns = grid.rows[row]
    if not 2 <= len(columns) <= WIDEST_HEADER:
        return False
    texts = [text_of(cell) for column in columns if (cell := grid.cells[Place(row, column)]).kind is CellKind.TEXT]
    roles = {role for text in texts if (role := anchor_of(text)) is not None}
    if not roles or _is_group_of_rows(grid, row):
        return False
    texts = [grid.text(row, column) for column in columns]
    headings = {heading_of([text]).role for text in texts} - {Role.UNKNOWN}
    is_header = len(headings) > 1 or (is_first and Role.NAME in roles)
    return is_header and not any(map(is_known_name, texts))


def _is_group_of_rows(grid: Grid, row: int) -> bool:
    """'II | Chỉ tiêu xã hội': numbered like the rows it stands over, or with figures of its own."""
    columns = grid.rows[row]
    name = next((column for column in columns if anchor_of(grid.text(row, column)) is Role.NAME), None)
    if name is None:
        return False
    before = [fold(grid.text(row, column)) for column in columns if column < name]
    is_numbered = bool(before) and bool(_ORDER_NUMBER.fullmatch(before[-1]))
    return is_numbered or any(_is_figure(grid, row, column) for column in columns)


def _grow(grid: Grid, row: int, after: int) -> Header:
    """The whole header around an anchored row: group headings above it, finer headings below it."""
    anchors = {column: anchor_of(grid.text(row, column)) for column in grid.rows[row]}
    names = tuple(column for column, role in anchors.items() if role is Role.NAME)
    keys = tuple(column for column, role in anchors.items() if role in _KEYS)
    top = row
    while top - 1 > after and row - top < 3 and _is_group_row(grid, top - 1, row, anchors):
        top -= 1
    bottom = max((merge.last_row for column in anchors if (merge := grid.merge_at(row, column))), default=row)
    bottom = min(bottom, row + MOST_HEADER_ROWS)
    while bottom - row < MOST_HEADER_ROWS and (finer := _finer_row_below(grid, bottom, keys)):
        bottom = finer
    rows = tuple(number for number in range(top, bottom + 1) if number in grid.rows and not _is_marks(grid, number))
    while _is_marks(grid, bottom + 1):
        bottom += 1
    return Header(rows, bottom, _spread(grid, row, names))


def _spread(grid: Grid, row: int, names: tuple[int, ...]) -> tuple[int, ...]:
    """The columns under 'Chỉ tiêu', also where it is merged over two."""
    merges = [(column, grid.merge_at(row, column)) for column in names]
    return tuple(
        number
        for column, merge in merges
        for number in range(column, min(merge.last_column if merge else column, column + 5) + 1)
    )


def _is_group_row(grid: Grid, row: int, anchored: int, anchors: dict[int, Role | None]) -> bool:
    """A row of headings that stand over other columns than the keys: 'Năm 2026' over the quarters. What starts before
    the header does, or where nothing stands below it, is a title; 'Kỳ' over the names only says what stands beside
    it."""
    columns, first = grid.rows.get(row, []), grid.rows[anchored][0]
    if grid.transposed:  # the sheet's titles stand before the tables, in its first columns' own rows
        columns = [column for column in columns if column >= first]
    if not columns or columns[0] < first or any(_is_over_key(grid, row, key, role) for key, role in anchors.items()):
        return False
    if columns[0] > max(grid.columns_between(row + 1, row + _ROWS_BELOW), default=0):
        return False
    return all(
        heading_of([grid.text(row, column)]).role in {Role.VALUE, Role.IGNORED, Role.REMARK, Role.PERIOD}
        for column in columns
    )


def _is_over_key(grid: Grid, row: int, key: int, role: Role | None) -> bool:
    """Whether something stands over a key column that is not 'Kỳ' over the names."""
    text = grid.text(row, key)
    if role not in _KEYS or not text:
        return False
    return role is not Role.NAME or heading_of([text]).role is not Role.PERIOD


def _finer_row_below(grid: Grid, bottom: int, keys: tuple[int, ...]) -> int | None:
    """The row of finer headings under a header, also behind a blank row."""
    below = grid.rows_between(bottom + 1, bottom + 2)
    return below[0] if below and _is_finer_row(grid, below[0], keys) else None


def _is_finer_row(grid: Grid, row: int, keys: tuple[int, ...]) -> bool:
    """A row under the header that names no indicator, and holds headings: periods, kinds, months as numbers."""
    columns = grid.rows.get(row, [])
    if not columns or any(grid.at(row, key) and not _goes_on(grid, row, key) for key in keys):
        return False
    return any(map(_is_heading_text, _texts(grid, row))) and not any(
        _is_figure(grid, row, column) for column in columns
    )


def _goes_on(grid: Grid, row: int, key: int) -> bool:
    """'Đơn vị' over 'tính', 'Số' over 'TT': one heading of a key written in two rows."""
    above = grid.text(row - 1, key)
    return bool(above) and anchor_of(f"{above} {grid.text(row, key)}") is not None


def _is_heading_text(text: str) -> bool:
    says_kind = heading_of([text]).role is not Role.UNKNOWN or holds(text) is not None or names_part_of_share(text)
    return says_kind or bool(_SMALL_NUMBER.fullmatch(text) or _MARK.fullmatch(fold(text)))


def _is_figure(grid: Grid, row: int, column: int) -> bool:
    """A number that can be no year, month or mark."""
    cell = grid.at(row, column)
    if cell is None or cell.kind not in {CellKind.NUMBER, CellKind.PERCENT}:
        return False
    return cell.kind is CellKind.PERCENT or not _SMALL_NUMBER.fullmatch(cell.text)


def _is_marks(grid: Grid, row: int) -> bool:
    """A row that only numbers the columns; '1', '2', '3' under 'Tháng' stands under no key column and is a heading."""
    texts = list(_texts(grid, row))
    if len(texts) < 2 or not all(_MARK.fullmatch(fold(text)) for text in texts):
        return False
    first = min(grid.rows[row])
    previous = [column for number in range(row - MOST_HEADER_ROWS, row) for column in grid.rows.get(number, [])]
    return first == min(previous, default=first) or any("(" in text or "=" in text for text in texts)


def _texts(grid: Grid, row: int) -> Iterator[str]:
    return (grid.text(row, column) for column in grid.rows.get(row, []))


def numbered_text(grid: Grid, row: int, column: int, names: int) -> str:
    """A header's text; of a number beside 'Tháng' or 'Quý' over the names, with that word: 'Tháng 1'."""
    text, label = grid.text(row, column), grid.text(row, names)
    is_numbered = bool(_SMALL_NUMBER.fullmatch(text)) and bool(_NUMBERED.fullmatch(fold(label)))
    return f"{label} {text}" if is_numbered else text


def _header_above_names(grid: Grid, is_known_name: IsKnownName) -> Iterator[Header]:
    """A table whose header says nothing of names: the rows with periods or kinds just above the first known name."""
    known = [
        (row, column)
        for row, columns in islice(grid.rows.items(), MOST_ROWS_ABOVE_NAMES)
        for column in columns
        if (cell := grid.at(row, column)) and cell.kind is CellKind.TEXT and is_known_name(grid.text(row, column))
    ]
    if not known:
        return
    columns = [column for _, column in known]
    names = max(set(columns), key=lambda column: (columns.count(column), -column))
    first = min(row for row, column in known if column == names)
    above = [row for row in grid.rows if row < first][-MOST_HEADER_ROWS:]
    rows: list[int] = []
    for row in reversed(above):
        headings = [numbered_text(grid, row, column, names) for column in grid.rows[row] if column > names]
        if not any(heading_of([text]).role is not Role.UNKNOWN or find_mentions(text) for text in headings):
            break
        rows.insert(0, row)
    if rows:
        yield Header(tuple(rows), first - 1, (names,))
