"""The forecast of a year's total by its pace: the years before, else the path; its interval, and what it takes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.store import Row
from tests.judging.office import office
from tests.judging.test_forecast_lines import forecast, interval

TOTAL: Row = {"accumulation": "year_to_date", "frequency": "month", "decimals": 0}
YEARLY: Row = {"horizon": "each_year", "last_year": 2030, "value": 500}
AVERAGE: Row = {"horizon": "average", "last_year": 2030, "value": 500}


def test_an_even_pace_without_noise() -> None:
    """40 a month: 480 at the end, without an interval; 500 wants (500 - 240)/6 of every month that remains."""
    made = office(TOTAL, YEARLY, y2026_02=80, y2026_04=160, y2026_06=240)
    row = forecast(made, "2026-06")
    assert interval(row) == (480, 480, 480)
    assert (row["forecast_period"], row["meets_goal"], row["met_period"], row["points"]) == ("2026", False, None, 3)
    assert (row["needed"], row["needed_per"]) == (Decimal("43.3333"), "month")


def test_the_interval_by_hand() -> None:
    """100 by March and 300 by June, half the year: 600. A quarter's share is 150: off by -50 and 50, so
    σ² = (2500/0.25 + 2500/0.25)/1 = 20000; half = 3.077684 · √20000 · √(0.5/0.5) = 435.2502. It is 500 by October."""
    row = forecast(office(TOTAL, YEARLY, y2026_Q1=100, y2026_Q2=300), "2026-Q2")
    assert interval(row) == (600, Decimal("164.7498"), Decimal("1035.2502"))
    assert (row["meets_goal"], row["met_period"]) == (True, "2026-10")


def test_the_plans_own_pace() -> None:
    """10% by March, 30% by June: 60 and 180 are 600; half of 500 is short, 90% in October is enough."""
    made = office(TOTAL, YEARLY, y2026_03=60, y2026_06=180)
    made.paces(2, 5, 10, 15, 20, 30, 40, 50, 60, 90, 95, 100)
    row = forecast(made, "2026-06")
    assert (interval(row), row["met_period"]) == ((600, 600, 600), "2026-10")


def test_the_pace_of_the_years_before() -> None:
    """By March 10% and 20%, so 15%; by June 40% and 50%, so 45%: 75 and 225 are 500. 70% in September, all in December.
    The plan's own pace does not count; nor does 2023, which came to nothing."""
    made = office(TOTAL, YEARLY | {"value": 350}, y2026_Q1=75, y2026_Q2=225, y2023_Q2=5, y2023=0)
    made.reports({"2024-Q1": 10, "2024-Q2": 40, "2024-Q3": 70, "2024": 100})
    made.reports({"2025-Q1": 40, "2025-Q2": 100, "2025-Q3": 140, "2025": 200})
    made.paces(*range(1, 12), 100)
    row = forecast(made, "2026-Q2")
    assert (interval(row), row["met_period"]) == ((500, 500, 500), "2026-09")


def test_where_the_years_before_say_nothing_of_a_month_the_path_stands_in() -> None:
    """60% by June in 2025; of March nothing, so half of it: 30%. 90 and 180 are 300."""
    made = office(TOTAL, YEARLY, y2025_Q2=60, y2025=100, y2026_Q1=90, y2026_Q2=180)
    assert interval(forecast(made, "2026-Q2")) == (300, 300, 300)


def test_a_year_at_its_end_is_what_was_reached() -> None:
    """Public investment: the year closes at the end of January."""
    late = {"closes_month": 1, "closes_next_year": True}
    made = office(TOTAL | late, YEARLY, y2026_Q3=300, y2026=480)
    row = forecast(made, "2026", "2027-01-15")
    assert (interval(row), row["needed"]) == ((480, 480, 480), None)
    assert forecast(made, "2026", "2027-02-15")["reason"] == "closed"


@pytest.mark.parametrize(("values", "points"), [({}, 0), ({"y2026_Q2": 240}, 1), ({"y2025_Q1": 5, "y2025": 50}, 0)])
def test_one_value_of_the_year_is_too_few(values: Row, points: int) -> None:
    row = forecast(office(TOTAL, YEARLY, **values), "2026-Q2")
    assert (row["expected"], row["reason"], row["points"]) == (None, "too_few_in_year", points)


def test_one_day_is_one_value() -> None:
    """The month and the quarter that end together; the asked period's own counts."""
    made = office(TOTAL, YEARLY, y2026_03=100, y2026_06=180, y2026_Q2=200)
    assert (forecast(made, "2026-Q2")["points"], interval(forecast(made, "2026-Q2"))) == (2, (400, 400, 400))


def test_no_share_by_now_is_no_pace() -> None:
    made = office(TOTAL, YEARLY, y2026_01=10, y2026_02=20)
    made.paces(0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
    row = forecast(made, "2026-02")
    assert (row["expected"], row["reason"], row["needed"]) == (None, "no_pace", 48)


def test_what_is_reached_needs_nothing_more() -> None:
    row = forecast(office(TOTAL, YEARLY, y2026_03=100, y2026_06=510), "2026-06")
    assert (row["needed"], row["met_period"]) == (0, "2026-06")


def test_a_ceiling_is_met_at_the_years_end_only() -> None:
    """20 a month under a ceiling of 300: 240, and 30 a month would do."""
    made = office(TOTAL, YEARLY | {"bound": "at_most", "value": 300}, y2026_03=60, y2026_06=120)
    row = forecast(made, "2026-06")
    assert (row["expected"], row["meets_goal"], row["met_period"], row["needed"]) == (240, True, "2026-12", 30)


def test_the_measures_range_holds_it() -> None:
    row = forecast(office(TOTAL | {"maximum": 500}, YEARLY, y2026_Q1=100, y2026_Q2=300), "2026-Q2")
    assert interval(row) == (500, Decimal("164.7498"), 500)


def test_the_mean_of_totals_goes_on_at_this_years_pace() -> None:
    """2026 closed at 400; 2027 goes to 600 as every year after it: (400 + 4 · 600)/5 = 560. 3.5 years' worth remain
    after half a one: σ √(3.5 · 4/0.5) = √20000 · √28; times 3.077684, by five years."""
    made = office(TOTAL, AVERAGE, y2026=400, y2027_Q1=100, y2027_Q2=300)
    row = forecast(made, "2027-Q2")
    assert (row["expected"], row["forecast_period"], row["met_period"]) == (560, "2030", "2030")
    half = 3.077684 * (20000 * 28) ** 0.5 / 5
    assert (row["low"], row["high"]) == (Decimal(f"{560 - half:.4f}"), Decimal(f"{560 + half:.4f}"))
    assert (row["needed"], row["needed_per"]) == (525, "year")  # (2500 - 400)/4


def test_a_total_of_one_year_is_forecast_in_that_year() -> None:
    made = office(TOTAL, {"value": 500}, y2026_Q1=100, y2026_Q2=200, y2030_Q1=100, y2030_Q2=200)
    before = forecast(made, "2026-Q2")
    assert (before["reason"], before["expected"], before["needed"]) == ("year_not_begun", None, None)
    assert interval(forecast(made, "2030-Q2")) == (400, 400, 400)
