"""`average`: within an open year the year's own value, after it the mean of the closed years."""

from decimal import Decimal

import pytest

from indicators.store import Row
from tests.judging.office import office

GROWTH: Row = {"accumulation": "growth"}
TOTAL: Row = {"accumulation": "year_to_date", "decimals": 2}
AVERAGE: Row = {"horizon": "average", "value": 15}


def test_growth_takes_the_geometric_mean() -> None:
    """1.10 × 1.21 = 1.331, its root 1.153689…: 15.37%; the arithmetic mean would be 15.5."""
    made = office(GROWTH, AVERAGE, y2026=10, y2027=21)
    row = made.judged("2027")
    assert (row["actual_value"], row["mean_value"]) == (21, Decimal("15.3690"))
    assert (row["planned_value"], row["distance"], row["status"]) == (15, Decimal("0.37"), "on_track")


def test_what_is_no_growth_takes_the_arithmetic_mean() -> None:
    """(0.62 + 0.41 + 0.44)/3 = 0.49, below 0.5."""
    below = AVERAGE | {"bound": "below", "value": "0.5"}
    made = office(TOTAL, below, y2026="0.62", y2027="0.41", y2028="0.44")
    found = [made.judged(period) for period in ("2026", "2027", "2028")]
    assert [row["mean_value"] for row in found] == [Decimal("0.62"), Decimal("0.515"), Decimal("0.49")]
    # tolerance 0.5/12 = 0.0417; 0.515 is compared as 0.52, at two decimals
    assert [row["status"] for row in found] == ["off_track", "behind", "on_track"]


def test_a_mean_of_exactly_the_ceiling_is_not_below_it() -> None:
    made = office(TOTAL, AVERAGE | {"bound": "below", "value": "0.5", "last_year": 2027}, y2026="0.4", y2027="0.6")
    row = made.judged("2027")
    assert (row["mean_value"], row["distance"], row["status"]) == (Decimal("0.5"), 0, "not_met")


@pytest.mark.parametrize(
    ("as_of", "by", "distance", "status"),
    [
        ("2027-12-30", "the year", -1, "off_track"),  # 14 against 15, 5% is 0.75
        ("2027-12-31", "the mean", Decimal("0.98"), "exceeded"),  # √(1.18 × 1.14) = 1.159827…: 15.98
    ],
)
def test_the_year_until_it_closes_then_the_mean(as_of: str, by: str, distance: int, status: str) -> None:
    row = office(GROWTH, AVERAGE, y2026=18, y2027=14).judged("2027", as_of)
    assert (row["distance"], row["status"]) == (distance, status), by


def test_within_a_year_the_mean_so_far_stands_beside() -> None:
    made = office(GROWTH, AVERAGE, y2026=18, y2027_Q3=14)
    row = made.judged("2027-Q3")
    assert (row["mean_value"], row["distance"], row["status"]) == (18, -1, "off_track")
    assert made.judged("2026-Q3")["mean_value"] is None


def test_a_closed_year_without_a_value() -> None:
    made = office(GROWTH, AVERAGE, y2026=18, y2028=14)
    assert [made.status(period) for period in ("2026", "2027", "2028")] == ["exceeded", "no_report", "no_report"]
    row = made.judged("2028")
    assert (row["actual_value"], row["mean_value"], row["distance"]) == (14, None, None)


def test_at_the_end_it_is_final() -> None:
    every = {f"y{year}": value for year, value in zip(range(2026, 2031), (14, 16, 15, 15, 16), strict=True)}
    made = office(GROWTH, AVERAGE, **every)
    row = made.judged("2030")
    # 1.14 × 1.16 × 1.15 × 1.15 × 1.16 = 2.02869…; its fifth root 1.151976…
    assert (row["mean_value"], row["status"], row["is_final"]) == (Decimal("15.1976"), "met", True)
    assert not made.judged("2029")["is_final"]


def test_a_stretch_is_reached_by_the_mean() -> None:
    made = office(GROWTH, AVERAGE | {"stretch": 16}, y2026=16, y2027="15.9")
    assert [made.status(period) for period in ("2026", "2027")] == ["exceeded", "on_track"]
    assert made.judged("2027", scenario="stretch")["distance"] == Decimal("-0.05")  # 15.95 against 16


def test_the_mean_is_held_against_the_goal_of_all_years() -> None:
    made = office(GROWTH, AVERAGE, y2026=12)
    made.wants_of_year(2026, 10)
    open_year, closed = made.judged("2026", "2026-12-30"), made.judged("2026")
    assert (open_year["planned_value"], open_year["goal_value"]) == (10, 10)
    assert (closed["planned_value"], closed["goal_value"]) == (15, 15)


def test_the_years_end_may_be_said_of_its_last_quarter_or_month() -> None:
    made = office(TOTAL, AVERAGE, y2026_12=14, y2027_Q4=16, y2027_12=99)
    assert made.judged("2027")["mean_value"] == 15


def test_a_fall_by_everything_raises_nothing() -> None:
    made = office(GROWTH, AVERAGE, y2026=10, y2027=-150, y2028=-100)
    assert [made.judged(period)["mean_value"] for period in ("2027", "2028")] == [-100, -100]
