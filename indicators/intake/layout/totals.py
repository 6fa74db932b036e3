"""'Cộng' behind the quarters or months of a year: what they come to since January."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indicators.intake.folding import fold
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.roles import Accrual, Heading, Role

if TYPE_CHECKING:
    from indicators.intake.layout.tables import Column

_TOTAL = re.compile(r"(?:tong|cong|tong cong|tong so|tong hop)(?: (?:cac|\d{1,2}|ca|trong) ?(?:quy|thang|nam|ky))?")
_FEWEST_PARTS = 2


def with_totals(grid: Grid, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns; one that says no more than 'Cộng' behind at least two parts of the year is counted from January,
    and says thereby that the parts are not."""
    parts = [column for column in columns if _is_part(column.heading)]
    if len(parts) < _FEWEST_PARTS:
        return tuple(columns)
    last = max(column.number for column in parts)
    return tuple(
        _as_total(column) if column.number > last and _is_total(grid, column) else column for column in columns
    )


def _is_part(heading: Heading) -> bool:
    mention = heading.mention
    return heading.role is Role.VALUE and mention is not None and mention.kind is not None and not mention.to_date


def _is_total(grid: Grid, column: Column) -> bool:
    mention = column.heading.mention
    says_part = mention is not None and mention.kind is not None
    may_be = column.role in {Role.UNKNOWN, Role.VALUE} and column.heading.accrual is Accrual.UNSPECIFIED
    return may_be and not says_part and bool(_TOTAL.fullmatch(fold(grid.text(*column.place)).strip(" :.*()")))


def _as_total(column: Column) -> Column:
    return replace(column, heading=replace(column.heading, role=Role.VALUE, accrual=Accrual.TO_DATE))
