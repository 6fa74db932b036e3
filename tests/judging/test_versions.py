"""Versions of a plan: what a later one wants where it takes over, and how its path runs (design, sections 3 and 4)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from indicators.store import Row
from tests.judging.office import Office, office

#: 40 at the end of 2025, by 2030 60: a third of a point a month, 50 in June 2028.
LINE: Row = {"value": 60}
MIDTERM = date(2028, 7, 1)


def changed(made: Office, plan: int = 2, valid_from: date = MIDTERM, **target: Any) -> Office:
    made.decides(plan=plan, valid_from=valid_from)
    made.wants(plan=plan, **target)
    return made


def planned(made: Office, *periods: str, scenario: str = "floor", target: str = "1") -> list[Decimal | None]:
    return [made.judged(period, scenario=scenario, target=target)["planned_value"] for period in periods]


def test_a_later_version_starts_where_the_earlier_path_stands() -> None:
    made = changed(office(target=LINE, y2025=40), value=100)
    assert planned(made, "2028-06", "2028-Q3", "2030") == [50, 55, 100]  # 50 + 50 × 3/30


def test_a_version_that_takes_over_within_a_month_starts_at_the_month_before() -> None:
    """July ends under the new version, so its path begins at the end of June."""
    made = changed(office(target=LINE, y2025=40), valid_from=date(2028, 7, 15), value=100)
    assert planned(made, "2028-06", "2028-Q3") == [50, 55]


def test_versions_follow_one_another() -> None:
    made = changed(office(target=LINE, y2025=40), value=100)
    changed(made, plan=3, valid_from=date(2029, 7, 1), value=80)
    # version 2 in June 2029: 50 + 50 × 12/30 = 70; version 3 from there to 80 in 18 months
    assert planned(made, "2029-Q2", "2029", "2030") == [70, Decimal("73.3333"), 80]


def test_of_two_versions_from_one_day_only_the_newest_counts() -> None:
    made = changed(office(target=LINE, y2025=40), value=100)
    changed(made, plan=3, value=80)
    assert planned(made, "2028-Q3") == [53]  # from 50, not from version 2's 50 again: 50 + 30 × 3/30


def test_versions_that_take_over_in_one_month_are_one_takeover() -> None:
    """No period ends between them: the later one follows the one before both."""
    made = changed(office(target=LINE, y2025=40), value=100)
    changed(made, plan=3, valid_from=date(2028, 7, 15), value=80)
    assert planned(made, "2028-Q2", "2028-Q3") == [50, 53]
    changed(made, plan=4, valid_from=date(2029, 1, 1), value=80)
    changed(made, plan=5, valid_from=date(2029, 1, 20), value=80)
    assert planned(made, "2028", "2029-01") == [56, 57]  # a point a month, whichever version says so


def test_the_stretch_path_is_handed_over_too() -> None:
    made = changed(office(target=LINE | {"stretch": 70}, y2025=40), value=100, stretch=120)
    # version 1's stretch in June 2028: 40 + 30 × 30/60 = 55; then 55 + 65 × 3/30
    assert planned(made, "2028-Q3", scenario="stretch") == [Decimal("61.5")]


def test_a_stretch_that_the_earlier_version_had_not_starts_at_its_floor() -> None:
    made = changed(office(target=LINE, y2025=40), value=100, stretch=110)
    assert planned(made, "2028-Q3", scenario="stretch") == [56]  # 50 + 60 × 3/30


def test_a_milestone_that_was_fixed_for_that_day_is_where_the_next_version_starts() -> None:
    made = office(target=LINE, y2025=40)
    made.fixes("2028-Q2", 55)
    assert planned(changed(made, value=100), "2028-Q3") == [Decimal("59.5")]  # 55 + 45 × 3/30


def test_a_path_through_the_goal_of_a_year_is_handed_over_as_it_runs() -> None:
    made = office(target=LINE, y2025=40)
    made.wants_of_year(2028, 50)  # 48 at the end of 2027, so 49 in June
    changed(made, value=100)
    made.wants_of_year(2027, 47, plan=2)  # a year that was over before version 2
    assert planned(made, "2028-Q2", "2028-Q3") == [49, Decimal("54.1")]  # 49 + 51 × 3/30


def test_the_year_of_the_takeover_may_have_a_goal_of_its_own() -> None:
    made = changed(office(target=LINE, y2025=40), value=100)
    made.wants_of_year(2028, 62, plan=2)
    # from 50 in June to 62 in December; from there to 100 in two years
    assert planned(made, "2028-Q3", "2028", "2029-Q2") == [56, 62, Decimal("71.5")]


def test_a_target_that_is_new_or_judged_on_another_measure_starts_at_the_baseline() -> None:
    made = office(target=LINE, y2025=40)
    made.measures("other")
    made.reports({"2025": 10}, measure="other")
    changed(made, value=70, measure="other")
    made.wants(target="2", plan=2, value=100)
    assert planned(made, "2028-Q3") == [43]  # 10 + 60 × 33/60
    assert planned(made, "2028-Q3", target="2") == [73]  # 40 + 60 × 33/60


def test_a_flat_path_hands_over_its_goal() -> None:
    made = changed(office(target=LINE | {"path_rule": "flat"}, y2025=40), value=100)
    assert planned(made, "2028-Q2", "2028-Q3") == [60, 64]  # 60 + 40 × 3/30


def test_without_a_baseline_a_later_version_has_none_either() -> None:
    made = changed(office(target=LINE, y2026_Q1=41), value=100)
    made.reports({"2028-Q3": 60})
    assert made.status("2028-Q3") == "no_baseline"
    made.reports({"2025": 40})
    assert planned(made, "2028-Q3") == [55]


def test_between_hands_over_both_edges() -> None:
    made = changed(office(target={"bound": "between", "value": 20, "stretch": 30}, y2025=40), bound="between",
                   value=24, stretch=26)  # fmt: skip
    made.reports({"2028-Q3": 34})
    # the lower edge is 20 all along, then 20 + 4 × 3/30; the upper 40 → 30, 35 in June 2028, then 35 − 9 × 3/30
    row = made.judged("2028-Q3")
    assert (row["planned_value"], row["distance"], row["status"]) == (Decimal("34.1"), Decimal("0.1"), "on_track")


def test_lateness_looks_back_along_the_path_of_the_earlier_version() -> None:
    made = changed(office(target=LINE, y2025=40), value=100)
    made.reports({"2028-Q3": 50, "2028-10": 45})
    assert made.judged("2028-Q3")["late_months"] == 3  # the path stood at 50 in June
    assert made.judged("2028-10")["late_months"] == 19  # at 45 in March 2027, 15 months after 2025


def test_a_later_version_leaves_everything_before_it_as_it_was() -> None:
    made = office(target=LINE | {"stretch": 65}, y2025=40, y2026=42, y2028_Q1=51, y2028_Q2=49)
    periods = ("2026-Q1", "2026", "2028-Q1", "2028-05", "2028-Q2")
    before = [made.judged(period) for period in periods]
    changed(made, value=100, tolerance=1, commitment="strive")
    made.fixes("2028-Q2", 70, plan=2)
    made.wants_of_year(2028, 90, plan=2)
    assert [made.judged(period) for period in periods] == before


def test_a_plan_may_hold_a_level_flat() -> None:
    made = office(target={"value": 0, "bound": "at_most", "path_rule": "flat"}, y2025="1.5", y2026_Q3="0.2")
    row = made.judged("2026-Q3")
    assert (row["planned_value"], row["distance"], row["path_kind"]) == (0, Decimal("-0.2"), "flat")


def test_steps_hold_from_their_day_on() -> None:
    made = office(target=LINE | {"path_rule": "steps"}, y2025=40)
    made.steps("2027-03-31", 45)
    made.steps("2029-01-01", 55)
    made.steps("2030-12-31", 60)
    assert planned(made, "2026-Q3", "2027-02", "2027-03", "2028", "2029-01", "2030") == [40, 40, 45, 45, 55, 60]
    # a quarter's worth: 20 points in 20 quarters
    assert made.judged("2027-Q2")["tolerance"] == 1


def test_steps_without_a_baseline_want_nothing_known_before_the_first() -> None:
    made = office(target=LINE | {"path_rule": "steps"}, y2026_Q3=41, y2027_Q2=44)
    made.steps("2027-03-31", 45)
    assert made.status("2026-Q3") == "no_baseline"
    assert planned(made, "2027-Q2") == [45]


def test_steps_of_the_stretch_are_its_own() -> None:
    made = office(target=LINE | {"path_rule": "steps", "stretch": 80}, y2025=40, y2027_Q2=60)
    made.steps("2027-03-31", 45)
    assert made.judged("2027-Q2")["stretch_value"] is None
    made.steps("2027-03-31", 50, scenario="stretch")
    assert planned(made, "2027-Q2", scenario="stretch") == [50]


def test_a_pace_of_its_own_parts_the_year() -> None:
    made = office({"accumulation": "year_to_date"}, {"horizon": "each_year", "value": 200})
    made.paces(2, 5, 10, 15, 20, 30, 40, 50, 60, 70, 85, 100)
    assert planned(made, "2026-01", "2026-Q1", "2026-H1", "2026-9M", "2026-11", "2026") == [4, 20, 60, 120, 170, 200]
    assert made.judged("2026-Q1")["tolerance"] == Decimal("16.6667")  # a month's worth, 200 / 12


def test_the_councils_goal_of_a_year_judges_and_both_are_told() -> None:
    made = office({"accumulation": "year_to_date"}, {"horizon": "each_year", "value": 500}, y2026_Q3=390)
    made.wants_of_year(2026, 510)
    row = made.judged("2026-Q3")
    assert (row["year_goal"], row["city_goal"], row["council_goal"]) == (510, 510, None)
    made.wants_of_year(2026, 520, assigned_by="council")
    row = made.judged("2026-Q3")
    assert (row["year_goal"], row["city_goal"], row["council_goal"]) == (520, 510, 520)
    assert (row["planned_value"], row["year_goal_distance"], row["year_goal_percent"]) == (390, -130, 75)


def test_the_years_goal_is_told_where_the_year_has_one() -> None:
    """A line's years have none unless assigned, but for the last."""
    made = office(target=LINE, y2025=40, y2026_Q3=43, y2030_Q3=57)
    assert made.judged("2026-Q3")["year_goal"] is None
    assert made.judged("2030-Q3")["year_goal_percent"] == 95  # 57 of 60
    below = office({"accumulation": "growth"}, {"horizon": "average", "bound": "at_most", "value": 2}, y2026_Q3=3)
    row = below.judged("2026-Q3")
    assert (row["year_goal"], row["year_goal_distance"], row["year_goal_percent"]) == (2, -1, None)


def test_a_scenario_of_the_offices_own_judges_where_it_says_something() -> None:
    made = office(target=LINE | {"stretch": 70}, y2025=40, y2026_Q2=44, y2026_Q3=44)
    made.fixes("2026-Q3", "45.5", scenario="kb1")
    row = made.judged("2026-Q3", scenario="kb1")
    assert (row["planned_value"], row["distance"], row["status"]) == (Decimal("45.5"), Decimal("-1.5"), "off_track")
    assert made.judged("2026-Q2", scenario="kb1") == made.judged("2026-Q2")
    assert made.judged("2026-Q3")["planned_value"] == 43


def test_a_unit_of_the_targets_own_goes_before_the_measures() -> None:
    made = office(target={"lead_unit": "Trạm Y tế", "officer": "Nguyễn Văn An", "directing_leader": "Trần Thị Bình"})
    row = made.judged("2026-Q3")
    assert (row["lead_unit"], row["officer"], row["directing_leader"]) == (
        "Trạm Y tế",
        "Nguyễn Văn An",
        "Trần Thị Bình",
    )
    assert office().judged("2026-Q3")["lead_unit"] == "Phòng Kinh tế"
