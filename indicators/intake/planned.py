"""What a table plans for: rows and columns that hold no results, whatever they are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.findings import Findings
from indicators.intake.folding import fold
from indicators.intake.layout.roles import Heading, Role, is_comparison_label, is_plan_label, says_result
from indicators.intake.layout.tables import Column, Table
from indicators.intake.periods.document import Document
from indicators.intake.periods.words import LONGEST_TEXT, Mention
from indicators.intake.rows import NamedRow
from indicators.intake.values.convert import says_nothing

_PLAN_TITLE = re.compile(
    r"(?:(?:phu luc|bieu)(?: so)? ?[\divxa-c.]{0,4} ?[:.\-]? ?)?(?:(?:he thong |cac )?chi tieu )?"
    r"(?:giao|phan giao|ke hoach|muc tieu|du toan|dang ky)\b"
)
_NEAR = 3  # rows
_REPORT = re.compile(r"thuc hien|ket qua|bao cao|tinh hinh|theo doi|danh gia|tien do|tong hop|\bdat duoc\b")


def without_plans(
    table: Table,
    rows: Sequence[NamedRow],
    planned: Sequence[Mention],
    document: Document,
    findings: Findings,
    *,
    is_plan: bool = False,
) -> Table:
    """A column named like the time that a title calls a plan, and no result by its own words, is not read; below a
    title that is a plan's (`is_plan`), none that may be of the plan's time."""
    ahead = [mention for mention in planned if _is_ahead(mention, document)]
    filled = [
        column
        for column in filled_columns(table, rows)
        if _is_planned(column, ahead) or (is_plan and _is_of_plan(column, document))
    ]
    for column in filled:
        findings.add("plan_not_read", table.grid.sheet.name, table.grid.address(column.place), text=column.text)
    columns = (
        replace(column, heading=Heading(Role.IGNORED)) if column in filled else column for column in table.columns
    )
    return replace(table, columns=tuple(columns))


def is_plan_row(table: Table, row: NamedRow) -> bool:
    """'Kế hoạch', or 'Cùng kỳ', beside a name that stands over the rows of its plan and of its result."""
    first = min((column.number for column in table.with_role(Role.VALUE)), default=0)
    beside = [column.number for column in table.columns if row.place.column < column.number < first]
    return any(
        is_plan_label(table.grid.text(row.number, number)) or _is_compared(table, row.number, number)
        for number in beside
    )


def _is_compared(table: Table, row: int, column: int) -> bool:
    """'Cùng kỳ' near a 'Thực hiện' in the same column; alone, it may say how every measure is counted."""
    if not is_comparison_label(table.grid.text(row, column)):
        return False
    near = (table.grid.text(other, column) for other in range(row - _NEAR, row + _NEAR + 1))
    return any(says_result(text) and not is_comparison_label(text) for text in near)


def _is_ahead(mention: Mention, document: Document) -> bool:
    """Whether a planned time ends after the report's: 'nhiệm vụ 9 tháng' in a report on the third quarter is not."""
    report = document.period
    if report is None or mention.year is None:
        return True
    return mention.year * 12 + mention.last_month > report.end_month


def _is_planned(column: Column, ahead: Sequence[Mention]) -> bool:
    mention = column.heading.mention
    if mention is None or says_result(column.text) or column.heading.pointed is not None:
        return False
    return any(
        (mention.kind, mention.number) == (plan.kind, plan.number)
        and (mention.year is None or plan.year is None or mention.year == plan.year)
        for plan in ahead
    )


def is_plan_title(texts: Sequence[str]) -> bool:
    """Whether a table's titles say that it is a plan, and none that it reports anything: 'KẾ HOẠCH ... NĂM 2026'."""
    folded = [fold(text[:LONGEST_TEXT]) for text in texts]
    return any(map(_PLAN_TITLE.match, folded)) and not any(map(_REPORT.search, folded))


def _is_of_plan(column: Column, document: Document) -> bool:
    mention = column.heading.mention
    if says_result(column.text) or column.heading.pointed is not None:
        return False
    return mention is None or mention.year is None or document.year is None or mention.year >= document.year


def filled_columns(table: Table, rows: Sequence[NamedRow]) -> list[Column]:
    """The columns of figures that say something in a recognised row; an empty one neither counts nor contradicts."""
    return [
        column
        for column in table.with_role(Role.VALUE)
        if any(not says_nothing(table.grid.at(row.number, column.number)) for row in rows)
    ]
