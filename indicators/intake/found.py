"""Every table as it was understood, for whoever draws it or points at what it leaves open."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from indicators.intake.layout.pointing import layout_columns
from indicators.intake.layout.roles import Accrual, Role
from indicators.intake.layout.tables import Column, Table
from indicators.intake.model import ColumnFound, Meaning, TableFound
from indicators.intake.periods.columns import DatedColumn
from indicators.intake.rows import NamedRow
from indicators.intake.values.convert import looks_like_number
from indicators.periods import Kind, Period

_MEANINGS = {Role.NAME: Meaning.NAME, Role.NUMERATOR: Meaning.NUMERATOR, Role.DENOMINATOR: Meaning.DENOMINATOR}


def found_table(
    table: Table,
    rows: Sequence[NamedRow],
    dated: Sequence[DatedColumn] = (),
    report: Period | None = None,
    doubted: Collection[int] = (),
) -> TableFound:
    """A table with its columns' meanings; `doubted` are the numbers of columns whose figures could be two things."""
    periods = {column.column.number: column for column in dated}
    found = tuple(
        ColumnFound(
            number=number,
            cell=table.grid.address(column.place),
            text=column.text,
            meaning=None if column.number in doubted else _meaning(table, rows, column, periods, report),
            period=_code(periods.get(column.number)),
        )
        for number, column in enumerate(layout_columns(table), 1)
    )
    first, last = _span(table, rows)
    return TableFound(table.layout, table.grid.sheet.name, first, last, found)


def _meaning(
    table: Table,
    rows: Sequence[NamedRow],
    column: Column,
    periods: dict[int, DatedColumn],
    report: Period | None,
) -> Meaning | None:
    if column.heading.pointed is not None:
        return column.heading.pointed
    if column.role is Role.UNKNOWN:
        return None if _is_open(table, rows, column) else Meaning.IGNORED
    if column.role is not Role.VALUE:
        return _MEANINGS.get(column.role, Meaning.IGNORED)
    dated = periods.get(column.number)
    if dated is not None and dated.is_unclear:
        return None
    if dated is not None and _is_year_before(dated.period, report):
        return Meaning.YEAR_BEFORE
    accrual = dated.accrual if dated is not None else column.heading.accrual
    return Meaning.TO_DATE if accrual is Accrual.TO_DATE else Meaning.OWN


def _is_open(table: Table, rows: Sequence[NamedRow], column: Column) -> bool:
    """Whether a column that says nothing holds figures of the rows that are read, or may be the one that names them."""
    if not table.with_role(Role.NAME):
        return True
    numbers = [row.number for row in rows] or table.rows
    return any(looks_like_number(table.grid.at(row, column.number)) for row in numbers)


def _is_year_before(period: Period | None, report: Period | None) -> bool:
    if period is None or report is None:
        return False
    return period.kind is Kind.YEAR and period.year == report.year - 1


def _code(dated: DatedColumn | None) -> str | None:
    return dated.period.code if dated is not None and dated.period is not None else None


def _span(table: Table, rows: Sequence[NamedRow]) -> tuple[int, int]:
    """The table's first and last row in its sheet."""
    if table.grid.transposed:
        numbers = [column.number for column in table.columns]
        return min(numbers, default=1), max(numbers, default=1)
    last = max((row.number for row in rows), default=max(table.rows, default=table.header.bottom))
    return min(table.header.top, last), last
