"""Whether the columns of a table agree with what the report says of its period."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.intake.layout.roles import Accrual
from indicators.intake.periods.columns import DatedColumn, only
from indicators.intake.periods.document import Document, Source
from indicators.periods import Period


def find_conflict(dated: Sequence[DatedColumn], document: Document) -> tuple[Source, DatedColumn] | None:
    """Who names the report's period, and a column that contradicts it; None where all agree."""
    report = document.source if document.period is not None else None
    if report is not None and document.period is not None and not _has_own_column(dated, document.period):
        stray = [column for column in dated if column.period is not None and not _is_within(document, column)]
        if stray and (not document.is_year_only or stray[0].names_part_of_year):
            return report, max(stray, key=lambda column: column.period.end_month if column.period else 0)
    return _stray_total(dated, document)


def _has_own_column(dated: Sequence[DatedColumn], report: Period) -> bool:
    """Whether a column is the report's own: it names no period, or one that ends with or lies within the report's."""
    return any(
        column.mention is None or (column.period is not None and lies_within(column.period, report)) for column in dated
    )


def _is_within(document: Document, column: DatedColumn) -> bool:
    return document.period is not None and column.period is not None and lies_within(column.period, document.period)


def lies_within(period: Period, report: Period) -> bool:
    """Whether a period ends with a report's own, or is a part of it."""
    if period.ends_with(report):
        return True
    return (
        period.year == report.year
        and report.first_month <= period.first_month
        and period.last_month <= report.last_month
    )


def _stray_total(dated: Sequence[DatedColumn], document: Document) -> tuple[Source, DatedColumn] | None:
    """'Lũy kế 6 tháng' in a report on the third quarter that has no 'Lũy kế 9 tháng': a header nobody updated."""
    source = document.source if not document.is_year_only else None
    report = document.period if source is not None else None
    if report is None:
        own = [column for column in dated if column.accrual is not Accrual.TO_DATE and column.names_part_of_year]
        report = only(column.period for column in own)
        if report is None or own[0].mention is None:
            return None
        source = Source("column", own[0].mention, own[0].column.text)
    totals = [
        column
        for column in dated
        if column.accrual is Accrual.TO_DATE and column.names_part_of_year and not _is_expected(column, report)
    ]
    if source is None or any(column.period and column.period.ends_with(report) for column in totals):
        return None
    stray = next((column for column in totals if column.period and column.period.year == report.year), None)
    return (source, stray) if stray is not None else None


def _is_expected(column: DatedColumn, report: Period) -> bool:
    """'Ước lũy kế 10 tháng' in a report on September: an estimate of what is to come, and no header left as it was."""
    return column.column.heading.estimate and column.period is not None and column.period.end_month > report.end_month
