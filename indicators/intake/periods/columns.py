"""The period of each column of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from indicators.errors import PeriodInvalid
from indicators.intake.folding import fold
from indicators.intake.layout.roles import Accrual
from indicators.intake.layout.tables import Column
from indicators.intake.model import Meaning
from indicators.intake.periods.document import Document, make_period, period_of
from indicators.intake.periods.words import Mention
from indicators.periods import LENGTH_MONTHS, Kind, Period

_T = TypeVar("_T")

_COUNTED = re.compile(r"\b(?:luy ke|luy tien|cong don|12 thang|tu dau nam)\b")
_UNNAMED_PART = re.compile(r"\btrong (?P<part>quy|thang)\b")
_WHOLE_YEAR = re.compile(r"\b(?:het|cuoi|ca|tron) nam\b")


@dataclass(frozen=True)
class DatedColumn:
    """A column of figures with its period. Without one, `is_unclear` says that its words allow two periods, and
    `is_out_of_range` that its year is none of 2021-2030; else nothing tells the period."""

    column: Column
    period: Period | None
    accrual: Accrual
    is_unclear: bool = False
    is_out_of_range: bool = False

    @property
    def mention(self) -> Mention | None:
        return self.column.heading.mention

    @property
    def names_part_of_year(self) -> bool:
        return self.mention is not None and self.mention.kind not in {None, Kind.YEAR}


def date_columns(columns: Sequence[Column], document: Document) -> list[DatedColumn]:
    """The columns of figures with their periods, completed by the document's, and by each other's year."""
    year = document.year or only(
        column.heading.mention.year for column in columns if column.heading.mention and column.heading.mention.kind
    )
    dated = [_date_column(column, columns, document, year) for column in columns]
    dated = [_counted_from_january(column, dated, document) for column in dated]
    return [
        replace(column, accrual=Accrual.OWN)
        if column.accrual is Accrual.UNSPECIFIED and column.names_part_of_year and total_of(column, dated) is not None
        else column
        for column in dated
    ]


def total_of(column: DatedColumn, dated: Sequence[DatedColumn]) -> DatedColumn | None:
    """A column by which the table tells a period's own figures from totals: one counted from January, or one of a
    longer period that holds this one ('Cả năm' beside the quarters)."""
    period = column.period
    if period is None:
        return None
    return next((other for other in dated if other is not column and _is_total(other, period)), None)


def _is_total(other: DatedColumn, period: Period) -> bool:
    whole = other.period
    if other.mention is not None and other.mention.kind is None and other.mention.year is not None:
        whole = _whole_year(other.mention.year)  # 'Năm 2026' in a report on a part of it, or beside that part
    if other.accrual is Accrual.TO_DATE and (whole is None or whole.year == period.year or other.names_part_of_year):
        return True
    return (
        whole is not None
        and whole.year == period.year
        and whole.first_month <= period.first_month
        and period.last_month <= whole.last_month
        and (whole.first_month, whole.last_month) != (period.first_month, period.last_month)
    )


def _counted_from_january(column: DatedColumn, dated: Sequence[DatedColumn], document: Document) -> DatedColumn:
    """A title that counts from January speaks for the columns that do not say what they are; of those that name a
    part of the year only where it says so itself ('lũy kế') and no column is a total beside them."""
    if column.accrual is not Accrual.UNSPECIFIED or not document.to_date:
        return column
    says_total = any(other.accrual is Accrual.TO_DATE for other in dated)
    if column.names_part_of_year and (says_total or not document.says_to_date) and not _is_reports(column, document):
        return column
    return replace(column, accrual=Accrual.TO_DATE)


def _is_reports(column: DatedColumn, document: Document) -> bool:
    """Whether a column is named like a report that counts from January by its name ('6 tháng đầu năm')."""
    return document.period is not None and column.period == document.period and document.period.first_month == 1


def _date_column(column: Column, columns: Sequence[Column], document: Document, year: int | None) -> DatedColumn:
    accrual = column.heading.accrual
    if column.heading.names_several or column.heading.has_unread_part:
        return DatedColumn(column, None, accrual, is_unclear=column.heading.names_several)
    try:
        if column.heading.pointed is Meaning.YEAR_BEFORE:
            return DatedColumn(column, Period(document.year - 1) if document.year is not None else None, accrual)
        period = _period_in(column, columns, document, year)
    except PeriodInvalid:
        return DatedColumn(column, None, accrual, is_out_of_range=True)
    return DatedColumn(column, period, accrual, is_unclear=period is None and _is_open_year(column.heading.mention))


def _period_in(column: Column, columns: Sequence[Column], document: Document, year: int | None) -> Period | None:
    mention = column.heading.mention
    part = _unnamed_part(column, document)
    if part is not None:
        return _part_reached(part, columns, year or (mention.year if mention else None))
    if _goes_on(column, document):
        return document.reached
    if mention is None:
        return document.period
    if mention.kind is None:
        return _year_in(column, columns, document)
    period = period_of(mention, year)
    is_total = period is not None and _is_counted(column, mention)
    return _report_of(period, columns, document, year) if period is not None and is_total else period


def _is_counted(column: Column, mention: Mention) -> bool:
    """Whether a column counts from January; 'Cả năm' alone is the year's own figure."""
    if mention.kind is Kind.YEAR:
        return bool(_COUNTED.search(fold(column.text)))
    return mention.to_date or column.heading.accrual is Accrual.TO_DATE


def _report_of(period: Period, columns: Sequence[Column], document: Document, year: int | None) -> Period:
    """Whose total it is: 'Lũy kế 6 tháng' in a quarter's report, or beside a quarter, is that quarter's."""
    if document.period is not None and not document.is_year_only:
        return document.period if document.period.ends_with(period) else period
    own_periods = [
        _part_reached(part, columns, year) if (part := _unnamed_part(other, document)) else _own_period(other, year)
        for other in columns
    ]
    same_end = [own for own in own_periods if own is not None and own.ends_with(period)]
    return min(same_end, key=lambda own: own.first_month, default=period)


def _unnamed_part(column: Column, document: Document) -> Kind | None:
    """'Trong quý' where nothing says which quarter: never the year."""
    mention = column.heading.mention
    says_report = document.period is not None and not document.is_year_only
    if says_report or (mention is not None and mention.kind is not None):
        return None
    match = _UNNAMED_PART.search(fold(column.text))
    return (Kind.QUARTER if match["part"] == "quy" else Kind.MONTH) if match else None


def _part_reached(part: Kind, columns: Sequence[Column], year: int | None) -> Period | None:
    """The quarter or month that ends with the columns counted from January: 'Trong quý' beside 'Lũy kế 9 tháng'."""
    named = (column.heading.mention for column in columns)
    reached = only(mention.last_month for mention in named if mention and mention.kind and mention.to_date)
    if reached is None or year is None or reached % LENGTH_MONTHS[part]:
        return None
    return make_period(year, part, reached // LENGTH_MONTHS[part])


def _goes_on(column: Column, document: Document) -> bool:
    """'Lũy kế' beside the months of a year that only a title names: it ends with the last month that has figures."""
    mention = column.heading.mention
    if column.heading.accrual is not Accrual.TO_DATE or not document.is_year_only or not document.has_parts:
        return False
    if mention is None:
        return True
    return mention.kind is None and mention.year == document.year and not _WHOLE_YEAR.search(fold(column.text))


def reached_by(columns: Sequence[Column], document: Document) -> Document:
    """The document with the last part of the year that these columns, which hold figures, give by itself."""
    own = [period for column in columns if (period := _own_period(column, document.year)) is not None]
    parts = [period for period in own if period.kind is not Kind.YEAR and period.year == document.year]
    last = max(parts, key=lambda period: (period.end_month, -period.first_month), default=None)
    return replace(document, reached=last)


def _year_in(column: Column, columns: Sequence[Column], document: Document) -> Period | None:
    """'Năm 2026' over a column: the whole year, but in a report on a part of that year what has been done so far;
    None where another column of the same table already is that."""
    mention = column.heading.mention
    report = document.period
    if mention is None or mention.year is None:
        return None
    whole = period_of(mention, None)
    if report is None or document.is_year_only or report.year != mention.year or column.heading.estimate:
        return whole
    if whole is not None and report.ends_with(whole):
        return whole
    others = (other for other in columns if other.number != column.number and not _is_open_year(other.heading.mention))
    if any(
        other.heading.mention is None or period_of(other.heading.mention, report.year) == report for other in others
    ):
        return None
    return report


def names_parts(columns: Sequence[Column], document: Document) -> bool:
    """Whether columns name parts of the year, whatever they hold."""
    return any(
        column.heading.mention is not None and column.heading.mention.kind not in {None, Kind.YEAR}
        for column in columns
        if _own_period(column, document.year) is not None
    )


def _whole_year(year: int) -> Period | None:
    try:
        return Period(year)
    except PeriodInvalid:
        return None


def _own_period(column: Column, year: int | None) -> Period | None:
    """The period that a column names as its own, not counted from January."""
    mention = column.heading.mention
    if mention is None or mention.kind is None or mention.to_date or column.heading.accrual is Accrual.TO_DATE:
        return None
    try:
        return period_of(mention, year)
    except PeriodInvalid:
        return None


def _is_open_year(mention: Mention | None) -> bool:
    return mention is not None and mention.kind is None


def only(values: Iterable[_T | None]) -> _T | None:
    """The one value that all of them say, None aside."""
    found = {value for value in values if value is not None}
    return found.pop() if len(found) == 1 else None
