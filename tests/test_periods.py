from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import PeriodInvalid
from indicators.periods import Period, ReportingCalendar, all_periods, parse_period, quarters

DECREE = ReportingCalendar.DECREE


@pytest.mark.parametrize(
    ("code", "first_day", "last_day"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-9M", date(2026, 1, 1), date(2026, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_calendar_period_runs_from_its_first_to_its_last_day(code: str, first_day: date, last_day: date) -> None:
    period = parse_period(code)
    assert (period.starts_on(), period.ends_on()) == (first_day, last_day)
    assert period.code == code


@pytest.mark.parametrize(
    ("code", "first_day", "last_day", "deadline"),
    [
        # 14/10/2026 is a Wednesday: two working days later is Friday the 16th
        ("2026-10", date(2026, 9, 15), date(2026, 10, 14), date(2026, 10, 16)),
        # 14/08/2026 is a Friday: the weekend does not count
        ("2026-08", date(2026, 7, 15), date(2026, 8, 14), date(2026, 8, 18)),
        ("2026", date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 16)),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 16)),
    ],
)
def test_the_decree_counts_from_the_15th(code: str, first_day: date, last_day: date, deadline: date) -> None:
    period = parse_period(code)
    assert (period.starts_on(DECREE), period.ends_on(DECREE), period.deadline_on(DECREE)) == (
        first_day,
        last_day,
        deadline,
    )


def test_a_calendar_report_is_in_time_until_the_5th() -> None:
    assert parse_period("2026-Q3").deadline_on() == date(2026, 10, 5)
    assert parse_period("2026").deadline_on() == date(2027, 1, 5)


@pytest.mark.parametrize(
    "text", ["", "2026-Q5", "2026-13", "2026-00", "2026-H3", "2020", "2031-Q1", "quý 3", "2026-3M", "26-Q1", "2026-1"]
)
def test_what_is_no_period_of_2021_to_2030_is_refused(text: str) -> None:
    with pytest.raises(PeriodInvalid):
        parse_period(text)


def test_third_quarter_nine_months_and_september_end_together() -> None:
    september, quarter, nine = (parse_period(code) for code in ("2026-09", "2026-Q3", "2026-9M"))
    assert september.ends_with(quarter)
    assert quarter.ends_with(nine)
    assert not quarter.ends_with(parse_period("2025-Q3"))


def test_all_periods_are_ten_years_of_twenty_by_the_day_they_end() -> None:
    periods = all_periods()
    # 12 months, 4 quarters, 2 halves, nine months and the year
    assert len(periods) == len({period.code for period in periods}) == 10 * 20
    assert [period.code for period in periods[-4:]] == ["2030", "2030-H2", "2030-Q4", "2030-12"]
    assert [period.code for period in quarters(2026)] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


@given(st.sampled_from(all_periods()))
def test_a_code_parses_back_to_its_period(period: Period) -> None:
    assert parse_period(period.code) == period
    assert parse_period(f" {period.code.lower()} ") == period
