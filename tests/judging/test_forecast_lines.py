"""The forecast by a line through the quarters: at the horizon, with its interval, and when it meets the goal."""

from __future__ import annotations

from decimal import Decimal
from math import gamma, pi, sqrt
from typing import Any

import pytest

from indicators.forecasts import forecasts
from indicators.moments import parse_as_of
from indicators.store import Row
from tests.judging.office import AFTER_ALL, Office, office

#: Rises by 2 every quarter from 40 in December 2025.
STEADY: Row = {"y2026_Q1": 42, "y2026_Q2": 44, "y2026_Q3": 46, "y2026_Q4": 48}
#: Quarters at -3, -1, 1, 3 halves of one from their middle: 10, 12, 11, 13.
UNEVEN: Row = {"y2026_Q1": 10, "y2026_Q2": 12, "y2026_Q3": 11, "y2026_Q4": 13}
EACH_YEAR: Row = {"horizon": "each_year", "last_year": 2030}
GROWTH: Row = {"accumulation": "growth"}
AVERAGE: Row = {"horizon": "average", "value": 15}


def forecast(made: Office, period: str, as_of: str = AFTER_ALL, scenario: str = "floor", target: str = "1") -> Row:
    rows = forecasts(made.store, made.commune, period, parse_as_of(as_of), scenario)
    return next(row for row in rows if row["target"] == target)


def interval(row: Row) -> tuple[Any, Any, Any]:
    return row["expected"], row["low"], row["high"]


def test_a_perfect_line_is_forecast_exactly() -> None:
    """16 quarters after 2026-Q4: 48 + 16 × 2 = 80. It reaches 70 after 11 of them: 2029-Q3; 22 in 16 quarters."""
    row = forecast(office(target={"value": 70}, y2025=40, **STEADY), "2026-Q4")
    assert interval(row) == (80, 80, 80)
    assert (row["goal"], row["forecast_period"], row["meets_goal"]) == (70, "2030", True)
    assert (row["met_period"], row["points"], row["reason"]) == ("2029-Q3", 4, None)
    assert (row["needed"], row["needed_per"]) == (Decimal("1.375"), "quarter")


def test_an_uneven_line_by_hand() -> None:
    """Middle 11.5; slope (-3·10 - 12 + 11 + 3·13)/20 · 2 = 0.8 a quarter. Fitted 10.3, 11.1, 11.9, 12.7: off by
    -0.3, 0.9, -0.9, 0.3, squares 1.8; s² = 1.8/2 = 0.9. December 2027, 5.5 quarters from the middle: 11.5 + 4.4 = 15.9;
    Sxx = 5; half = 1.885618 · √(0.9 · (1 + 1/4 + 30.25/5)) = 1.885618 · √6.57 = 4.8332."""
    row = forecast(office(target={"value": 16, "last_year": 2027}, y2025=9, **UNEVEN), "2026-Q4")
    assert interval(row) == (Decimal("15.9"), Decimal("11.0668"), Decimal("20.7332"))
    assert (row["meets_goal"], row["met_period"]) == (False, "2028-Q1")  # 16.7; 15.9 in 2027-Q4
    assert row["needed"] == Decimal("0.75")  # 3 in 4 quarters


def test_the_baseline_year_and_the_future_are_no_points() -> None:
    made = office(target={"value": 70}, y2025_Q2=0, y2025_Q3=99, y2025=40, **STEADY, y2027_Q1=0)
    assert forecast(made, "2026-Q4")["points"] == 4
    assert interval(forecast(made, "2026-Q4")) == (80, 80, 80)
    assert forecast(made, "2027-Q1")["points"] == 5


def test_a_quarter_may_be_said_of_a_period_that_ends_with_it() -> None:
    made = office(y2026_03=42, y2026_H1=44, y2026_9M=46, y2026=48, y2026_05=0, y2026_11=0)
    assert interval(forecast(made, "2026")) == (80, 80, 80)


def test_three_quarters_are_too_few() -> None:
    made = office(y2025=40, y2026_Q1=42, y2026_Q2=44, y2026_Q3=46)
    row = forecast(made, "2026-Q3")
    assert (row["expected"], row["low"], row["high"], row["meets_goal"]) == (None, None, None, None)
    assert (row["reason"], row["points"]) == ("too_few_quarters", 3)
    assert row["needed"] == Decimal("3.1765")  # 54 in 17 quarters: 3.17647…


def test_a_year_on_its_own_is_forecast_at_its_december() -> None:
    """Of four quarters from 2026-Q3 to 2027-Q2, 46 to 52: December 2027 is 56."""
    values: Row = {"y2026_Q3": 46, "y2026_Q4": 48, "y2027_Q1": 50, "y2027_Q2": 52}
    row = forecast(office(target=EACH_YEAR | {"value": 55}, **values), "2027-Q2")
    assert (row["expected"], row["forecast_period"], row["met_period"]) == (56, "2027", "2027-Q4")
    assert row["needed"] == Decimal("1.5")  # 3 in 2 quarters


def test_what_is_known_of_the_very_day_is_not_forecast_over() -> None:
    """A line through 10, 12, 11, 13 would say 12.7 of December; 13 was reported. The year has not closed yet."""
    row = forecast(office(target=EACH_YEAR, **UNEVEN), "2026-Q4", "2026-12-30")
    assert (interval(row), row["needed"]) == ((13, 13, 13), None)


def test_it_stays_within_the_measures_range() -> None:
    """120 at the horizon; at most 100. A goal of 100 is met by 2029-Q2: 80 and ten quarters of 2."""
    up: Row = {"y2026_Q1": 74, "y2026_Q2": 76, "y2026_Q3": 78, "y2026_Q4": 80}
    row = forecast(office({"minimum": 0, "maximum": 100}, **up), "2026-Q4")
    assert (interval(row), row["meets_goal"], row["met_period"]) == ((100, 100, 100), True, "2029-Q2")
    down: Row = {"y2026_Q1": 8, "y2026_Q2": 6, "y2026_Q3": 4, "y2026_Q4": 2}
    falling = forecast(office({"minimum": 0}, {"bound": "at_most", "value": 0}, **down), "2026-Q4")
    assert (interval(falling), falling["meets_goal"], falling["met_period"]) == ((0, 0, 0), True, "2027-Q1")


def test_the_line_itself_stays_within_the_range() -> None:
    """3 a quarter from 80: 98 after six quarters and 101 after seven, which is 100: between 99 and 100 in 2028-Q3."""
    up: Row = {"y2026_Q1": 71, "y2026_Q2": 74, "y2026_Q3": 77, "y2026_Q4": 80}
    row = forecast(office({"maximum": 100}, {"bound": "between", "value": 99, "stretch": 100}, **up), "2026-Q4")
    assert (row["met_period"], row["meets_goal"]) == ("2028-Q3", True)


@pytest.mark.parametrize(
    ("bound", "value", "stretch", "met_period", "meets_goal"),
    [
        ("at_least", 50, None, "2027-Q1", True),
        ("above", 50, None, "2027-Q2", True),
        ("at_least", 48, None, "2026-Q4", True),  # it is there already
        ("above", 48, None, "2027-Q1", True),
        ("between", 50, 60, "2027-Q1", False),  # 80 at the horizon
        ("at_least", 81, None, None, False),
        ("at_most", 48, None, "2026-Q4", False),
        ("below", 48, None, None, False),
    ],
)
def test_when_a_bound_is_met(
    bound: str, value: int, stretch: int | None, met_period: str | None, meets_goal: bool
) -> None:
    made = office(target={"bound": bound, "value": value, "stretch": stretch}, **STEADY)
    row = forecast(made, "2026-Q4")
    assert (row["met_period"], row["meets_goal"]) == (met_period, meets_goal)


def test_it_is_compared_at_the_decimals_that_judge() -> None:
    """A third a quarter, cut at four decimals: 49.66664 in December 2027 is compared as 49.67."""
    values: Row = {"y2026_Q1": "47.3333", "y2026_Q2": "47.6667", "y2026_Q3": "48", "y2026_Q4": "48.3333"}
    made = office({"decimals": 2}, {"value": "49.67", "last_year": 2027}, **values)
    row = forecast(made, "2026-Q4")
    assert (row["expected"], row["meets_goal"]) == (Decimal("49.6666"), True)


def test_the_years_own_goal_and_the_stretch_hold() -> None:
    made = office(target=EACH_YEAR | {"value": 70, "stretch": 90}, **STEADY, y2027_Q1=50)
    made.wants_of_year(2027, 54, 60)
    assert [forecast(made, "2027-Q1", scenario=name)["goal"] for name in ("floor", "stretch")] == [54, 60]
    assert forecast(made, "2027-Q1")["met_period"] == "2027-Q3"
    assert forecast(made, "2026-Q3", scenario="stretch")["goal"] == 90


def test_the_goal_at_the_horizon_is_its_years_own() -> None:
    made = office(target={"value": 70}, **STEADY)
    made.wants_of_year(2027, 50)
    assert forecast(made, "2026-Q4")["goal"] == 70
    made.wants_of_year(2030, 79)
    assert forecast(made, "2026-Q4")["goal"] == 79


def test_an_arithmetic_mean_takes_closed_years_and_the_line() -> None:
    """2026 closed at 48; the line says 56, 64, 72, 80 of the Decembers to come: 320/5 = 64."""
    row = forecast(office(target=AVERAGE | {"value": 60}, **STEADY), "2026-Q4")
    assert (interval(row), row["forecast_period"]) == ((64, 64, 64), "2030")
    assert (row["meets_goal"], row["met_period"]) == (True, "2030")
    assert (row["needed"], row["needed_per"]) == (63, "year")  # (5 · 60 - 48)/4


def test_the_interval_of_a_mean_by_hand() -> None:
    """As the uneven line, 2026 and 2027: (13 + 15.9)/2 = 14.45; 1.885618 · √6.57 / 2 = 2.4166."""
    row = forecast(office(target=AVERAGE | {"last_year": 2027}, **UNEVEN), "2026-Q4")
    assert interval(row) == (Decimal("14.45"), Decimal("12.0334"), Decimal("16.8666"))
    assert (row["meets_goal"], row["met_period"], row["needed"]) == (False, None, 17)


def test_two_years_to_come_vary_together() -> None:
    """2027 and 2028 are 5.5 and 9.5 quarters from the middle: 15.9 and 19.1; (13 + 35)/3 = 16. Variance of their sum
    0.9 · (2 + 4/4 + 15²/5) = 43.2; half = 1.885618 · √43.2 / 3 = 4.1312."""
    row = forecast(office(target=AVERAGE | {"last_year": 2028}, **UNEVEN), "2026-Q4")
    assert interval(row) == (16, Decimal("11.8688"), Decimal("20.1312"))


def test_growth_takes_the_geometric_mean() -> None:
    """A constant 10%: it stays the mean, and 15 takes (1.15⁵/1.1)^¼ - 1 = 16.2851% in each of four years."""
    values: Row = {f"y2026_Q{quarter}": 10 for quarter in range(1, 5)}
    row = forecast(office(GROWTH, AVERAGE, **values), "2026-Q4")
    assert interval(row) == (10, 10, 10)
    assert row["needed"] == Decimal(f"{((1.15**5 / 1.1) ** 0.25 - 1) * 100:.4f}") == Decimal("16.2851")


def test_growth_is_fitted_by_its_factors() -> None:
    """1.1, 1.21, 1.331, 1.4641 are a line in logarithms: 1.4641 in 2026, 1.1⁸ in 2027; the mean factor 1.1⁶."""
    values: Row = {"y2026_Q1": 10, "y2026_Q2": 21, "y2026_Q3": "33.1", "y2026_Q4": "46.41"}
    row = forecast(office(GROWTH, AVERAGE | {"last_year": 2027}, **values), "2026-Q4")
    assert interval(row) == (Decimal("77.1561"),) * 3


def test_growth_of_one_year_is_a_line_of_its_own_values() -> None:
    row = forecast(office(GROWTH, EACH_YEAR, **STEADY, y2027_Q2=52), "2027-Q2")
    assert row["expected"] == 56


def test_the_rate_that_five_years_take() -> None:
    """Closed 10 and 20: (1.15⁵/(1.1 · 1.2))^⅓ - 1; before any year had closed 15 itself, after the last nothing."""
    made = office(GROWTH, AVERAGE, y2026=10, y2027=20)
    worked_out = ((1.15**5 / (1.1 * 1.2)) ** (1 / 3) - 1) * 100
    assert forecast(made, "2027")["needed"] == Decimal(f"{worked_out:.4f}")
    assert [forecast(made, period)["needed"] for period in ("2026-Q2", "2030")] == [15, None]


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 9, 18, 40])
def test_the_factors_are_students(freedom: int) -> None:
    """By Simpson's rule: the density from 0 to the factor covers 0.4."""
    [(factor,)] = Office().store._connection.execute(f"select interval_factor({freedom})").fetchall()
    constant = gamma((freedom + 1) / 2) / sqrt(freedom * pi) / gamma(freedom / 2)
    steps = 2000
    heights = [constant * (1 + (factor * i / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)]
    area = (heights[0] + heights[-1] + 4 * sum(heights[1::2]) + 2 * sum(heights[2:-1:2])) * factor / steps / 3
    assert abs(area - 0.4) < 2e-7
