"""Reporting periods from 2021 to 2030: parse, order, first and last day, reporting deadline (design, section 4)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from indicators.errors import PeriodInvalid

FIRST_YEAR, LAST_YEAR = 2021, 2030

_CODE = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])|(9)M))?")


class Kind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


LENGTH_MONTHS = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.HALF: 6, Kind.NINE_MONTHS: 9, Kind.YEAR: 12}
_CODE_FORMAT = {Kind.MONTH: "-{:02d}", Kind.QUARTER: "-Q{}", Kind.HALF: "-H{}", Kind.NINE_MONTHS: "-9M", Kind.YEAR: ""}


class ReportingCalendar(StrEnum):
    """CALENDAR: calendar periods, reported by the 5th of the next month. DECREE: the month from the 15th of the month
    before to the 14th, reported within two working days (weekends counted out, public holidays not)."""

    CALENDAR = "calendar"
    DECREE = "decree"


@dataclass(frozen=True)
class Period:
    """A month, quarter, half, nine months or year. `str()` gives its code: 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026."""

    year: int
    kind: Kind = Kind.YEAR
    number: int = 1

    def __post_init__(self) -> None:
        most = 1 if self.kind is Kind.NINE_MONTHS else 12 // LENGTH_MONTHS[self.kind]
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.number <= most):
            raise PeriodInvalid(self.code)

    def __str__(self) -> str:
        return self.code

    @cached_property
    def code(self) -> str:
        return f"{self.year}{_CODE_FORMAT[self.kind].format(self.number)}"

    @property
    def last_month(self) -> int:
        return LENGTH_MONTHS[self.kind] * self.number

    @property
    def first_month(self) -> int:
        return self.last_month - LENGTH_MONTHS[self.kind] + 1

    @property
    def end_month(self) -> int:
        """Months since year 0: equal for periods that end on the same day, and the order of time."""
        return self.year * 12 + self.last_month

    def ends_with(self, other: Period) -> bool:
        return self.end_month == other.end_month

    def starts_on(self, calendar: ReportingCalendar = ReportingCalendar.CALENDAR) -> date:
        first = date(self.year, self.first_month, 1)
        return first if calendar is ReportingCalendar.CALENDAR else (first - timedelta(days=1)).replace(day=15)

    def ends_on(self, calendar: ReportingCalendar = ReportingCalendar.CALENDAR) -> date:
        last = monthrange(self.year, self.last_month)[1] if calendar is ReportingCalendar.CALENDAR else 14
        return date(self.year, self.last_month, last)

    def deadline_on(self, calendar: ReportingCalendar = ReportingCalendar.CALENDAR) -> date:
        """The last day on which the report is in time."""
        day = self.ends_on(calendar)
        if calendar is ReportingCalendar.CALENDAR:
            return day + timedelta(days=5)
        for _ in range(2):
            day += timedelta(days=1)
            while day.weekday() >= 5:
                day += timedelta(days=1)
        return day


def parse_period(code: str) -> Period:
    """The period with this code (2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026). Raises PeriodInvalid."""
    match = _CODE.fullmatch(code.strip().upper())
    if not match:
        raise PeriodInvalid(code)
    year, month, quarter, half, nine = match.groups()
    if month:
        return Period(int(year), Kind.MONTH, int(month))
    if quarter:
        return Period(int(year), Kind.QUARTER, int(quarter))
    if half:
        return Period(int(year), Kind.HALF, int(half))
    return Period(int(year), Kind.NINE_MONTHS if nine else Kind.YEAR)


def all_periods() -> list[Period]:
    """Every period of 2021-2030, by the day it ends, the longest first."""
    periods = [
        Period(year, kind, number)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for kind, months in LENGTH_MONTHS.items()
        for number in range(1, 2 if kind is Kind.NINE_MONTHS else 12 // months + 1)
    ]
    return sorted(periods, key=lambda period: (period.end_month, -LENGTH_MONTHS[period.kind]))


def quarters(year: int) -> list[Period]:
    """The four quarters of a year."""
    return [Period(year, Kind.QUARTER, number) for number in range(1, 5)]
