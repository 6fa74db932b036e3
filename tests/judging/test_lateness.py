"""Lateness in time: when the path reaches the value, against now. Positive is late."""

from decimal import Decimal

import pytest

from indicators.store import Row
from tests.judging.office import Office, office

LINE: Row = {"value": 60}  # 40 → 60 in 60 months from the end of 2025: a third a month
TOTAL: Row = {"accumulation": "year_to_date"}
EACH_YEAR: Row = {"horizon": "each_year"}


def late(made: Office, period: str = "2026-Q3", **asked: str) -> Decimal | None:
    found: Decimal | None = made.judged(period, **asked)["late_months"]
    return found


@pytest.mark.parametrize(
    ("actual", "months"),
    [
        ("43", "0"),
        ("42", "3"),  # due after 6 months
        ("45", "-6"),  # due after 15
        ("39", "9"),  # worse than the start: as if at the start
        ("61", "-51"),  # better than the end: as if at the end
    ],
)
def test_on_a_line(actual: str, months: str) -> None:
    assert late(office(target=LINE, y2025=40, y2026_Q3=actual)) == Decimal(months)


def test_the_line_ends_with_its_last_year() -> None:
    """40 → 60 in 24 months: 70 is beyond its end, as if at the end."""
    assert late(office(target=LINE | {"last_year": 2027}, y2025=40, y2026_Q3=70)) == -15


def test_downwards() -> None:
    """0.84 → 0: 0.63 is due after 15 months, 0.77 after 5."""
    down = {"value": 0, "bound": "at_most"}
    assert late(office({"decimals": 2}, down, y2025="0.84", y2026_Q3="0.63")) == -6
    assert late(office({"decimals": 2}, down, y2025="0.84", y2026_Q3="0.77")) == 4


@pytest.mark.parametrize(
    ("actual", "months"),
    [("70.3", "0.564"), ("75", "0"), ("4", "8.52"), ("0", "9"), ("-3", "9"), ("100", "-3"), ("120", "-3")],
)
def test_within_the_year(actual: str, months: str) -> None:
    """100 over 12 months, from nothing in January, and never beyond the year."""
    assert late(office(TOTAL, EACH_YEAR, y2026_Q3=actual)) == Decimal(months)


@pytest.mark.parametrize(("actual", "months"), [("0.41", "0.84"), ("0.35", "-0.6"), ("0.7", "3"), ("-0.1", "-9")])
def test_a_ceiling_that_fills_up_is_late_where_it_is_ahead(actual: str, months: str) -> None:
    """0.5 over 12 months; 0.41 belongs after 9.84 months, 0.35 after 8.4."""
    below = EACH_YEAR | {"bound": "below", "value": "0.5"}
    assert late(office(TOTAL | {"decimals": 2}, below, y2026_Q3=actual)) == Decimal(months)


def test_a_line_from_beyond_the_goal_runs_the_other_way() -> None:
    """At least 40, from 60: a third a month may be lost. 55 belongs after 15 months, 58 after 6."""
    made = office(target={"value": 40}, y2025=60, y2026_Q3=55, y2026_Q4=58)
    assert [late(made, "2026-Q3"), late(made, "2026-Q4")] == [6, -6]
    assert [made.status("2026-Q3"), made.status("2026-Q4")] == ["off_track", "exceeded"]


def test_on_the_path_before_it_is_rounded() -> None:
    """0 → 7 in 60 months: 2 belongs after 17.1429 months, though 2 is the milestone until the 25th."""
    assert late(office({"decimals": 0, "baseline": 0}, {"value": 7}, y2027_Q3=2), "2027-Q3") == Decimal("3.8571")


def test_on_the_path_of_the_scenario() -> None:
    """40 → 80: 45 belongs after 7.5 months."""
    assert late(office(target=LINE | {"stretch": 80}, y2025=40, y2026_Q3=45), scenario="stretch") == Decimal("1.5")


def test_on_fixed_milestones_between_their_months() -> None:
    """After 7 months 40 + 7/3 = 42.3333, fixed 44 after 8: 43 belongs after 7.4 months."""
    made = office(target=LINE, y2025=40, y2026_Q3=43)
    made.fixes("2026-08", 44)
    made.fixes("2026-09", 45)
    assert late(made) == Decimal("1.6")


def test_where_the_path_stands_still_the_nearest_month_counts() -> None:
    """Fixed at 42 from June to August: now is September, so a value of 42 is one month late."""
    made = office(target=LINE, y2025=40, y2026_Q3=42)
    for month in ("2026-06", "2026-07", "2026-08"):
        made.fixes(month, 42)
    assert late(made) == 1


def test_where_the_path_ends_standing_still_its_end_counts() -> None:
    """Fixed at 60 in November already, and 60 in December: the value is in time, not a month late."""
    made = office(target=LINE, y2025=40, y2030=60)
    made.fixes("2030-11", 60)
    assert late(made, "2030") == 0


def test_growth_has_none_on_fixed_milestones_either() -> None:
    made = office({"accumulation": "growth"}, EACH_YEAR, y2026_Q3=41)
    made.fixes("2026-Q2", 40)
    made.fixes("2026-Q3", 42)
    assert late(made) is None


def test_towards_a_years_own_goal() -> None:
    """2026 ends at 44; 2027 runs from there to 50, half a point a month: 45.5 belongs 3 months into it."""
    made = office(target=LINE, y2025=40, y2027_Q2="45.5")
    made.wants_of_year(2027, 50)
    assert late(made, "2027-Q2") == 3


@pytest.mark.parametrize(
    ("measure", "target", "values"),
    [
        ({}, EACH_YEAR, {"y2026_Q3": 90}),  # the goal itself
        ({"accumulation": "growth"}, LINE, {"y2025": 40, "y2026_Q3": 45}),
        ({}, LINE, {"y2025": 60, "y2026_Q3": 59}),  # baseline and goal are one
        ({}, LINE, {"y2025": 40}),  # no value
        ({}, LINE, {"y2026_Q3": 45}),  # no baseline
        (TOTAL, LINE, {"y2026_Q3": 45}),  # a total of 2030
        (TOTAL, EACH_YEAR | {"value": 0}, {"y2026_Q3": 1}),
        ({}, {"bound": "between", "value": 60, "stretch": 80}, {"y2025": 70, "y2026_Q3": 65}),
    ],
)
def test_there_is_none(measure: Row, target: Row, values: Row) -> None:
    assert late(office(measure, target, **values)) is None


def test_there_is_none_where_the_mean_is_judged() -> None:
    made = office(TOTAL, {"horizon": "average"}, y2026=90)
    assert late(made, "2026", as_of="2026-12-30") == Decimal("1.2")  # 90 of 100 belongs after 10.8 months
    assert late(made, "2026") is None


def test_between_is_late_against_its_nearer_edge() -> None:
    """Lower edge 40 → 60: 42 belongs after 6 months; upper edge 100 → 80: 98 after 6."""
    between: Row = {"bound": "between", "value": 60, "stretch": 80}
    assert late(office(target=between, y2025=40, y2026_Q3=42)) == 3
    assert late(office(target=between, y2025=100, y2026_Q3=98)) == 3
