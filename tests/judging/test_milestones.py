"""The milestone of a period: derived for every bound, horizon and accumulation; by year; fixed; without a baseline."""

from datetime import date, datetime
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from indicators.store import Row
from tests.judging.office import Office, office

NUMERIC = ("at_least", "above", "at_most", "below", "between")
HORIZONS = ("each_year", "by_year", "average")
ACCUMULATIONS = ("level", "ratio_to_date", "growth", "year_to_date")
ALL = list(product(NUMERIC, HORIZONS, ACCUMULATIONS))

# From 40 at the end of 2025 to 60 by 2030 (`between`: 60 and 80), 45 at the end of September 2026.
# A line stands at 40 + 20 × 9/60 = 43, tolerance 20/20 = 1. The goal itself is 60, tolerance 5% = 3. The share of the
# year is 60 × 9/12 = 45 (80 × 9/12 = 60), tolerance 60/12 = 5. The lower edge is always the nearer one.
ON_THE_WAY: dict[str, dict[str, tuple[Any, ...]]] = {
    "line": {
        "at_least": (43, 2, 1, "exceeded"), "above": (43, 2, 1, "exceeded"), "at_most": (43, -2, 1, "off_track"),
        "below": (43, -2, 1, "off_track"), "between": (43, 2, 1, "on_track"),
    },
    "goal": {
        "at_least": (60, -15, 3, "off_track"), "above": (60, -15, 3, "off_track"), "at_most": (60, 15, 3, "exceeded"),
        "below": (60, 15, 3, "exceeded"), "between": (60, -15, 3, "off_track"),
    },
    "share": {
        "at_least": (45, 0, 5, "on_track"), "above": (45, 0, 5, "behind"), "at_most": (45, 0, 5, "on_track"),
        "below": (45, 0, 5, "behind"), "between": (45, 0, 5, "on_track"),
    },
    "nothing": dict.fromkeys(NUMERIC, (None, None, None, "not_due")),
}  # fmt: skip


def kind_of(horizon: str, accumulation: str) -> str:
    if accumulation == "year_to_date":
        return "nothing" if horizon == "by_year" else "share"
    return "line" if horizon == "by_year" and accumulation != "growth" else "goal"


def small(bound: str, horizon: str, accumulation: str, **values: object) -> Office:
    upper = 80 if bound == "between" else None
    target: Row = {"bound": bound, "horizon": horizon, "value": 60, "stretch": upper}
    return office({"accumulation": accumulation}, target, **values)


@pytest.mark.parametrize(("bound", "horizon", "accumulation"), ALL)
def test_on_the_way(bound: str, horizon: str, accumulation: str) -> None:
    row = small(bound, horizon, accumulation, y2025=40, y2026_Q3=45).judged("2026-Q3", "2026-10-06")
    found = tuple(row[column] for column in ("planned_value", "distance", "tolerance", "status"))
    assert found == ON_THE_WAY[kind_of(horizon, accumulation)][bound]


@pytest.mark.parametrize(("bound", "horizon", "accumulation"), ALL)
def test_at_the_end_with_the_goal_exactly(bound: str, horizon: str, accumulation: str) -> None:
    """60 in every year: at, not above and not below 60; within 60 and 80. Every mean of five times 60 is 60."""
    values = {f"y{year}": 60 for year in range(2026, 2031)}
    row = small(bound, horizon, accumulation, y2025=40, **values).judged("2030", "2031-01-06")
    assert (row["planned_value"], row["distance"]) == (60, 0)
    assert row["status"] == ("not_met" if bound in ("above", "below") else "met")
    assert row["is_final"]


@pytest.mark.parametrize("horizon", ["each_year", "by_year"])
def test_a_yes_no_is_due_in_december(horizon: str) -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "horizon": horizon}, y2025=0)
    due = {"each_year": "2026-12-31", "by_year": "2030-12-31"}[horizon]
    before = made.judged("2026-Q3", "2026-10-06")
    assert (before["planned_value"], before["status"], str(before["due_on"])) == (None, "not_due", due)
    assert made.judged(due[:4], due)["planned_value"] == 1


LINE: Row = {"horizon": "by_year", "value": 60}


def planned(made: Office, *periods: str, **asked: Any) -> list[Decimal | None]:
    return [made.judged(period, **asked)["planned_value"] for period in periods]


def test_the_line_month_by_month_and_by_any_period() -> None:
    """20 over 60 months: a third a month; the same for every period that ends together."""
    made = office(target=LINE, y2025=40)
    assert planned(made, "2026-01", "2026-06", "2026-Q2", "2026-H1", "2026-9M", "2026", "2030-11", "2030") == [
        Decimal(text) for text in ("40.3333", "42", "42", "42", "43", "44", "59.6667", "60")
    ]


def test_without_a_baseline_there_is_no_line_before_its_end() -> None:
    made = office(target=LINE, y2026_Q3=45, y2030=61)
    assert [made.status("2026-Q3"), *planned(made, "2026-Q3", "2030-Q3", "2030")] == ["no_baseline", None, None, 60]
    assert made.status("2030") == "met"  # the tolerance is 5% of the goal, 3, as no path gives one


@pytest.mark.parametrize(
    ("values", "own", "baseline"),
    [
        ({"y2025": 40, "y2025_Q4": 41, "y2025_12": 42}, None, 40),
        ({"y2025_Q4": 41, "y2025_12": 42}, None, 41),
        ({"y2025_12": 42}, None, 42),
        ({"y2025": 40}, 0, 0),
        ({"y2025_Q3": 40, "y2024": 39}, None, None),
    ],
)
def test_the_baseline(values: dict[str, int], own: int | None, baseline: int | None) -> None:
    assert office({"baseline": own}, LINE, **values).judged("2026-Q3")["baseline_value"] == baseline


def test_a_corrected_baseline_moves_the_line_from_then_on() -> None:
    made = office(target=LINE, y2025=40)
    made.reports({"2025": 50}, on="2026-08-01T09:00")
    assert planned(made, "2026-Q3", as_of="2026-07-31") == [43]
    assert planned(made, "2026-Q3", as_of="2026-08-01") == [Decimal("51.5")]  # 50 + 10 × 9/60


def test_whole_numbers_are_rounded_in_the_communes_favour() -> None:
    """From 0 to 7 in 60 months: after 21 months 2.45, in December of the last year 7. Downwards 10 → 3: 7.55."""
    up = office({"decimals": 0, "baseline": 0}, {"value": 7})
    assert planned(up, "2027-Q3", "2030-Q3", "2030") == [2, 6, 7]
    down = office({"decimals": 0, "baseline": 10, "better": "down"}, {"value": 3, "bound": "at_most"})
    assert planned(down, "2027-Q3", "2030-Q3", "2030") == [8, 4, 3]
    assert up.judged("2027-Q3", scenario="stretch")["planned_value"] == 2


def test_a_whole_milestone_is_not_missed_by_binary_noise() -> None:
    """0 → 3, at 0.6 at the end of 2026, then 27 in 2027: 0.6 + 26.4 × 2/12 = 5, in binary 4.999999999999999."""
    made = office({"decimals": 0, "baseline": 0}, {"value": 3})
    made.wants_of_year(2027, 27)
    assert planned(made, "2027-02", "2027-07") == [5, 16]


@pytest.mark.parametrize("goal", [4_845_527_796_000, 8_685_078_996_000, 34_245_306_480_000, 90_000_000_000_000])
@pytest.mark.parametrize("decimals", [0, 1])
def test_three_quarters_of_a_very_large_goal_are_on_time(goal: int, decimals: int) -> None:
    """In đồng a year's revenue is beyond what a binary fraction says to four decimals."""
    measure = {"accumulation": "year_to_date", "unit": "đồng", "decimals": decimals}
    row = office(measure, {"value": goal, "horizon": "each_year"}, y2026_Q3=goal * 3 // 4).judged("2026-Q3")
    assert (row["planned_value"], row["distance"], row["status"]) == (goal * 3 // 4, 0, "on_track")


def test_the_years_own_goal_counts_in_that_year() -> None:
    """Every year 60, but 48 with an upper 54 in 2027: 48 × 9/12 = 36, 54 × 9/12 = 40.5, tolerance 48/12."""
    made = office({"accumulation": "year_to_date"}, {"horizon": "each_year", "value": 60}, y2027_Q3=41)
    made.wants_of_year(2027, 48, 54)
    row = made.judged("2027-Q3")
    found = [row[name] for name in ("goal_value", "goal_stretch", "planned_value", "stretch_value", "tolerance")]
    assert found == [48, 54, 36, Decimal("40.5"), 4]
    assert row["status"] == "exceeded"
    assert planned(made, "2026-Q3", "2028-Q3") == [45, 45]


def test_a_total_of_one_year_has_milestones_only_then_and_in_years_with_a_goal() -> None:
    made = office({"accumulation": "year_to_date", "decimals": 0}, {"value": 1000}, y2026_Q3=402, y2027_Q3=500)
    made.wants_of_year(2027, 600)
    assert planned(made, "2026-Q3", "2027-Q3", "2030-Q3", "2030") == [None, 450, 750, 1000]
    assert [made.status("2026-Q3"), made.status("2027-Q3")] == ["not_due", "on_track"]  # 600/12 = 50 is not passed
    assert made.judged("2026-Q3")["goal_value"] == 1000


def test_a_line_runs_to_the_years_goal_and_starts_anew_from_it() -> None:
    """40 → 60: at the end of 2026 at 44; 2027 has the goal 50: 44 + 6 × 6/12 = 47; from there 50 + 10 × 12/36."""
    made = office(target=LINE, y2025=40)
    made.wants_of_year(2027, 50)
    expected = [44, 47, 50, Decimal("53.3333"), Decimal("56.6667"), 60]
    assert planned(made, "2026", "2027-Q2", "2027", "2028", "2029", "2030") == expected


def test_after_a_years_goal_the_line_needs_no_baseline() -> None:
    made = office(target=LINE)
    made.wants_of_year(2027, 50)
    assert planned(made, "2027-Q2", "2027", "2028-Q2") == [None, 50, Decimal("51.6667")]  # 50 + 10 × 6/36


def test_a_fixed_milestone_goes_before_the_derived() -> None:
    made = office(target=LINE, y2025=40)
    made.fixes("2026-Q3", 41)
    assert planned(made, "2026-Q3", "2026-Q2") == [41, 42]
    assert planned(made, "2026-09", "2026-9M") == [41, 41]  # they end together


def test_of_fixed_milestones_its_own_then_the_longest_counts() -> None:
    made = office(target=LINE, y2025=40)
    for period, value in (("2026-06", 1), ("2026-Q2", 2), ("2026-H1", 3)):
        made.fixes(period, value)
    assert planned(made, "2026-06", "2026-Q2", "2026-H1") == [1, 2, 3]
    made.fixes("2026-9M", 5)
    made.fixes("2026-09", 4)
    assert planned(made, "2026-Q3") == [5]


def test_a_fixed_milestone_is_of_its_scenario_and_needs_no_baseline() -> None:
    made = office(target=LINE | {"stretch": 80})
    made.fixes("2026-Q3", 41)
    made.fixes("2026-Q3", 46, "stretch")
    assert planned(made, "2026-Q3") == [41]
    assert planned(made, "2026-Q3", scenario="stretch") == [46]
    assert made.judged("2026-Q3")["stretch_value"] == 46


def test_the_stretch_path_and_what_has_none() -> None:
    """Lines 40 → 60 and 40 → 80 after 9 of 60 months: 43 and 46; the tolerance is that of the path judged against."""
    band = office(target=LINE | {"stretch": 80}, y2025=40, y2026_Q3=45)
    floor, stretch = band.judged("2026-Q3"), band.judged("2026-Q3", scenario="stretch")
    assert [floor[name] for name in ("planned_value", "stretch_value", "tolerance")] == [43, 46, 1]
    assert [stretch[name] for name in ("planned_value", "stretch_value", "tolerance")] == [46, 46, 2]
    assert (floor["status"], stretch["status"]) == ("on_track", "behind")
    assert planned(office(target=LINE, y2025=40), "2026-Q3", scenario="stretch") == [43]


BETWEEN: Row = {"bound": "between", "value": 60, "stretch": 80}


@pytest.mark.parametrize(
    ("baseline", "actual", "planned_value", "distance", "status"),
    [
        (40, 45, 43, 2, "on_track"),  # lower 40 → 60 at 43, upper flat at 80
        (40, 42, 43, -1, "behind"),  # 20/20 = 1
        (40, 41, 43, -2, "off_track"),
        (100, 98, 97, -1, "behind"),  # upper 100 → 80 at 97, lower flat at 60
        (100, 96, 97, 1, "on_track"),
        (70, 60, 60, 0, "on_track"),  # inside: both edges flat
        (70, 80, 80, 0, "on_track"),
        (70, 59, 60, -1, "off_track"),  # |60 − 70|/20 = 0.5
    ],
)
def test_between_is_judged_at_the_nearer_edge(
    baseline: int, actual: int, planned_value: int, distance: int, status: str
) -> None:
    row = office(target=BETWEEN, y2025=baseline, y2026_Q3=actual).judged("2026-Q3", "2026-10-06")
    assert (row["planned_value"], row["distance"], row["status"]) == (planned_value, distance, status)
    assert row["stretch_value"] is None


def test_between_of_a_total_of_the_year_takes_the_share_of_both_edges() -> None:
    """60 and 80, nine months: 45 and 60; the upper edge is nearer to 59 and passed by 61 (tolerance 80/12)."""
    made = office({"accumulation": "year_to_date"}, BETWEEN | {"horizon": "each_year"}, y2026_Q3=59, y2027_Q3=61)
    inside, outside = made.judged("2026-Q3"), made.judged("2027-Q3")
    assert (inside["planned_value"], inside["distance"], inside["status"]) == (60, 1, "on_track")
    assert (outside["distance"], outside["tolerance"], outside["status"]) == (-1, Decimal("6.6667"), "behind")


def test_the_plan_in_force_on_the_last_day_judges() -> None:
    """Plan 2 holds from 01/07/2028: the quarter that ends on 30/06 is plan 1's."""
    made = office(target=LINE, y2025=40)
    decided = {"valid_from": date(2028, 7, 1), "recorded_at": datetime(2028, 6, 15)}
    made.decides(plan=2, **decided)
    made.wants(plan=2, value=100)
    row, later = made.judged("2028-Q2"), made.judged("2028-Q3")
    assert (row["plan"], row["planned_value"]) == (1, 50)  # 40 + 20 × 30/60
    assert (later["plan"], later["planned_value"]) == (2, 55)  # from 50 in June: 50 + 50 × 3/30
    assert made.judged("2028-Q3", "2028-06-14")["plan"] == 1  # not known yet


def test_of_versions_from_the_same_day_the_newest_judges() -> None:
    made = office(target=LINE, y2025=40)
    made.decides(plan=2, recorded_at=datetime(2026, 8, 1))
    made.wants(plan=2, value=100)
    assert planned(made, "2026-Q3", as_of="2026-07-31") == [43]
    assert planned(made, "2026-Q3", as_of="2026-08-02") == [49]  # 40 + 60 × 9/60


def test_nothing_is_due_before_the_plan_is_in_force() -> None:
    """In force from 01/07/2026; its path still starts at the end of 2025."""
    made = Office(valid_from=date(2026, 7, 1))
    made.measures()
    made.wants(value=60)
    made.reports({"2025": 40, "2026-Q2": 30, "2026-Q3": 43})
    assert [made.status(period) for period in ("2026-Q2", "2026-Q3")] == ["not_due", "on_track"]


def test_before_any_plan_the_first_is_shown_and_nothing_is_due() -> None:
    made = Office()
    made.measures()
    made.wants(value=60)
    made.decides(plan=2, valid_from=date(2028, 1, 1))
    made.wants(plan=2, value=70)
    made.reports({"2025": 40, "2025-Q3": 39})
    row = made.judged("2025-Q3")
    assert (row["plan"], row["status"], row["planned_value"], row["actual_value"]) == (1, "not_due", None, 39)


@pytest.mark.parametrize(
    ("measure", "target", "share"),
    [
        ({}, LINE, "0.25"),  # from 40, 5 of 20
        ({}, LINE | {"value": 30, "bound": "at_most"}, "-0.5"),  # 5 the wrong way of 10
        ({"accumulation": "ratio_to_date"}, LINE | {"horizon": "each_year"}, "0.25"),
        ({}, LINE | {"value": 40}, None),  # no way to go
        ({"accumulation": "year_to_date"}, LINE | {"horizon": "each_year"}, None),
        ({"accumulation": "growth"}, LINE, None),
        ({}, {"bound": "between", "value": 60, "stretch": 80}, None),
    ],
)
def test_the_share_of_the_way(measure: Row, target: Row, share: str | None) -> None:
    found = office(measure, target, y2025=40, y2026_Q3=45).judged("2026-Q3")["share_of_way"]
    assert found == (None if share is None else Decimal(share))


def test_there_is_no_share_of_the_way_without_a_baseline() -> None:
    assert office(target=LINE, y2026_Q3=45).judged("2026-Q3")["share_of_way"] is None
