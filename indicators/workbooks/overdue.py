"""Who has not reported, and what is due next, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indicators.overdue import Row, names_of
from indicators.wording import overdue as said
from indicators.wording import report_page as words
from indicators.workbooks.model import Column, Content, Kind, Table


def overdue_tables(owed: Sequence[Row], coming: Sequence[Row], on: date) -> list[Table]:
    """`owed`: rows of `overdue.overdue`; `coming`: of `overdue.due_next`, both of the day `on`."""
    counted = said.counted_vi(
        len({row["lead_unit"] for row in owed}), sum(row["due_count"] - row["came_count"] for row in owed), on
    )
    overdue = _table(words.SHEET_OVERDUE, words.COLUMN_LATE, [_row(row, row["late_days"]) for row in owed])
    return [
        replace(overdue, notes_vi=(counted, words.OVERDUE_NOTE)),
        _table(words.SHEET_NEXT, words.COLUMN_LEFT, [_row(row, -row["late_days"]) for row in coming]),
    ]


def _table(name: str, days: str, rows: Sequence[Sequence[Content]]) -> Table:
    return Table(name, name, _columns(days), rows, kept=2)


def _columns(days: str) -> tuple[Column, ...]:
    return (
        Column(words.COLUMN_UNIT, 30),
        Column(words.COLUMN_PERIOD, 16),
        Column(words.COLUMN_DEADLINE, 12, Kind.DATE),
        Column(days, 10, Kind.NUMBER),
        Column(words.COLUMN_CAME, 9),
        Column(words.COLUMN_MISSING, 60),
        Column(words.COLUMN_PROVISIONAL, 30),
    )


def _row(row: Row, days: int) -> Sequence[Content]:
    return (
        said.unit_vi(row["lead_unit"]),
        said.period_of(row["period"]),
        row["deadline_on"],
        days,
        words.CAME.format(came=row["came_count"], due=row["due_count"]),
        "; ".join(names_of(row["missing"])),
        "; ".join(names_of(row["provisional"])),
    )
