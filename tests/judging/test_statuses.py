"""The status of a target: thresholds and their edges, days and deadlines, what is not due, what is final."""

from decimal import Decimal

import pytest

from indicators.store import Row
from tests.judging.office import Office, office

EACH_YEAR: Row = {"horizon": "each_year"}
YES_NO: Row = {"unit": "đạt/chưa", "decimals": 0}
LINE: Row = {"value": 60}  # from 40 at the end of 2025: 43 at 2026-Q3, tolerance 1
MONTHLY: Row = {"frequency": "month"}


# Thresholds. Goal 80 each year, tolerance of its own 2.
@pytest.mark.parametrize(
    ("bound", "actual", "status"),
    [
        ("at_least", "82.01", "exceeded"),
        ("at_least", "82", "on_track"),  # better by the tolerance, not by more
        ("at_least", "80", "on_track"),
        ("at_least", "79.99", "behind"),
        ("at_least", "78", "behind"),  # short by exactly the tolerance
        ("at_least", "77.99", "off_track"),
        ("above", "82.01", "exceeded"),
        ("above", "80.01", "on_track"),
        ("above", "80", "behind"),
        ("above", "78", "behind"),
        ("above", "77.99", "off_track"),
        ("at_most", "77.99", "exceeded"),
        ("at_most", "78", "on_track"),
        ("at_most", "80", "on_track"),
        ("at_most", "82", "behind"),
        ("at_most", "82.01", "off_track"),
        ("below", "77.99", "exceeded"),
        ("below", "79.99", "on_track"),
        ("below", "80", "behind"),
        ("below", "82", "behind"),
        ("below", "82.01", "off_track"),
    ],
)
def test_thresholds(bound: str, actual: str, status: str) -> None:
    made = office(target=EACH_YEAR | {"bound": bound, "value": 80, "tolerance": 2}, y2026_Q3=actual)
    assert made.status("2026-Q3") == status


@pytest.mark.parametrize(
    ("bound", "stretch", "actual", "status"),
    [
        ("at_least", 90, "90", "exceeded"),  # reaches the stretch
        ("at_least", 90, "89.99", "on_track"),  # far beyond the tolerance, but there is a stretch
        ("at_most", 70, "70", "exceeded"),
        ("at_most", 70, "70.01", "on_track"),
        ("below", 70, "70", "exceeded"),
    ],
)
def test_with_a_stretch_exceeded_is_to_reach_it(bound: str, stretch: int, actual: str, status: str) -> None:
    target = EACH_YEAR | {"bound": bound, "value": 80, "stretch": stretch, "tolerance": 2}
    assert office(target=target, y2026_Q3=actual).status("2026-Q3") == status


@pytest.mark.parametrize(("actual", "status"), [("92.01", "exceeded"), ("92", "on_track"), ("87.99", "off_track")])
def test_in_the_stretch_scenario_exceeded_is_better_by_more_than_the_tolerance(actual: str, status: str) -> None:
    made = office(target=EACH_YEAR | {"value": 80, "stretch": 90, "tolerance": 2}, y2026_Q3=actual)
    assert made.status("2026-Q3", scenario="stretch") == status


@pytest.mark.parametrize(
    ("decimals", "goal", "actual", "status"),
    [
        (2, "81.82", "81.8182", "met"),  # 9 of 11 schools, compared at two decimals
        (2, "81.82", "81.8149", "not_met"),  # 81.81
        (0, "81.8", "81.7951", "met"),  # two decimals at least: 81.80
        (1, "81.818", "81.8176", "met"),  # the goal has three: 81.818
        (1, "81.818", "81.8174", "not_met"),
        (4, "81.8182", "81.8181", "not_met"),
    ],
)
def test_values_are_compared_at_the_targets_decimals(decimals: int, goal: str, actual: str, status: str) -> None:
    made = office({"decimals": decimals}, EACH_YEAR | {"value": goal}, y2026=actual)
    row = made.judged("2026")
    assert (row["status"], row["actual_value"]) == (status, Decimal(actual))


def test_a_milestone_is_compared_at_four_decimals() -> None:
    """38.5 + 11.5 × 9/60 = 40.225: 40.22 is short of it by 0.005."""
    made = office(target={"value": 50}, y2025="38.5", y2026_Q3="40.22")
    assert made.judged("2026-Q3")["distance"] == Decimal("-0.005")


# Nothing divides by zero.
@pytest.mark.parametrize(
    ("measure", "target", "baseline", "actual", "status"),
    [
        ({}, {"value": 0, "bound": "at_most"}, "0", "0", "on_track"),  # baseline, goal and milestone 0
        ({}, {"value": 0, "bound": "at_most"}, "0", "0.01", "off_track"),  # a quarter's worth of nothing
        ({}, {"value": 60}, "60", "60", "on_track"),
        ({}, {"value": 60}, "60", "59.99", "behind"),  # the path is flat: 5% of 60
        ({}, EACH_YEAR | {"value": 0, "bound": "at_most"}, "1", "0", "on_track"),
        ({}, EACH_YEAR | {"value": 0, "bound": "below"}, "1", "0", "behind"),  # short by 0 of 0
        ({"accumulation": "year_to_date"}, EACH_YEAR | {"value": 0}, "1", "0", "on_track"),
        ({"accumulation": "growth"}, EACH_YEAR | {"value": 0}, "1", "-0.1", "off_track"),
        ({"accumulation": "growth"}, EACH_YEAR | {"value": -2}, "1", "-2.1", "behind"),  # 5% of 2 = 0.1
        ({"decimals": 0}, {"value": 5}, "5", "5", "on_track"),  # nothing still to move: kept is kept
        ({"decimals": 0}, {"value": 5}, "5", "4", "behind"),  # at least 1
    ],
)
def test_zeros_and_equals(measure: Row, target: Row, baseline: str, actual: str, status: str) -> None:
    made = office(measure, target, y2025=baseline, y2026_Q3=actual)
    row = made.judged("2026-Q3")
    assert row["status"] == status
    assert row["share_of_way"] is None or row["goal_value"] != row["baseline_value"]


# Reports, deadlines, closing days.
@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2026-08-15", "not_due"),  # the quarter has not ended
        ("2026-10-05", "not_due"),  # the last day in time
        ("2026-10-05T23:59:59.999999", "not_due"),
        ("2026-10-06T00:00", "no_report"),
        ("2026-10-06", "no_report"),
    ],
)
def test_an_unreported_quarter(as_of: str, status: str) -> None:
    made = office(target=LINE, y2025=40)
    row = made.judged("2026-Q3", as_of)
    assert (row["status"], row["planned_value"], row["distance"]) == (status, 43, None)


@pytest.mark.parametrize(
    ("frequency", "no_report"),
    [
        ("month", ["2026-02", "2026-03", "2026-Q1", "2026-06", "2026-H1", "2026-9M", "2026-12", "2026"]),
        ("quarter", ["2026-03", "2026-Q1", "2026-06", "2026-H1", "2026-9M", "2026-12", "2026"]),
        ("half", ["2026-06", "2026-H1", "2026-12", "2026"]),
        ("year", ["2026-12", "2026"]),
    ],
)
def test_a_measure_is_due_at_the_ends_of_its_own_periods(frequency: str, no_report: list[str]) -> None:
    made = office({"frequency": frequency}, EACH_YEAR)
    asked = ["2026-02", "2026-03", "2026-Q1", "2026-06", "2026-H1", "2026-9M", "2026-12", "2026"]
    assert [period for period in asked if made.status(period) == "no_report"] == no_report


def test_what_is_reported_early_is_judged() -> None:
    made = office({"frequency": "year"}, EACH_YEAR | {"value": 80}, y2025=99, y2026_05=81)
    assert [made.status(period) for period in ("2026-05", "2026-06")] == ["on_track", "not_due"]
    unreported = made.judged("2026-06")
    assert (unreported["actual_value"], str(unreported["due_on"])) == (None, "2026-12-31")
    assert (unreported["last_known_value"], unreported["last_known_period"]) == (81, "2026-05")


@pytest.mark.parametrize(
    ("as_of", "status", "final"),
    [
        ("2027-01-30", "on_track", False),
        ("2027-01-31T23:59:59", "on_track", False),
        ("2027-01-31", "met", True),  # a date means its end
        ("2027-02-01", "met", True),
    ],
)
def test_the_year_closes_on_the_measures_own_day(as_of: str, status: str, final: bool) -> None:
    closing = {"accumulation": "year_to_date", "closes_month": 1, "closes_day": 31, "closes_next_year": True}
    made = office(MONTHLY | closing, EACH_YEAR, y2026=100)
    row = made.judged("2026", as_of)
    assert (row["status"], row["is_final"]) == (status, final)


def test_a_closing_day_that_february_lacks_is_its_last() -> None:
    made = office({"closes_month": 2, "closes_day": 29, "closes_next_year": True}, EACH_YEAR, y2026=100)
    assert [made.status("2026", day) for day in ("2027-02-27", "2027-02-28")] == ["on_track", "met"]


def test_final_names_come_only_at_the_end_of_the_horizon() -> None:
    every = office(target=EACH_YEAR | {"value": 80, "tolerance": 2}, y2026_Q3=83, y2026=83, y2027=80, y2028=79)
    asked = ["2026-Q3", "2026-12", "2026-Q4", "2026", "2027", "2028", "2029"]
    expected = ["exceeded", "met_exceeded", "met_exceeded", "met_exceeded", "met", "not_met", "no_report"]
    assert [every.status(period) for period in asked] == expected
    by_2030 = office(target=LINE, y2025=40, y2029=56, y2030="59.9")
    assert [by_2030.status("2029"), by_2030.status("2030")] == ["on_track", "not_met"]
    assert by_2030.status("2030", "2030-12-30") == "behind"


def test_after_its_year_a_target_is_judged_as_at_that_years_end() -> None:
    made = office(target={"value": 60, "last_year": 2026}, y2025=40, y2026=61, y2027_Q1=30)
    row = made.judged("2027-Q1")
    assert (row["status"], row["actual_value"], row["actual_period"]) == ("met", 61, "2026")
    assert (row["period"], row["last_known_value"]) == ("2027-Q1", 30)
    assert row["tolerance"] == 5  # 20 over the four quarters of one year; 1 better: not exceeded


def test_before_the_horizon_nothing_is_due() -> None:
    made = office(target=EACH_YEAR | {"first_year": 2028}, y2025_Q4=1, y2026_Q3=1)
    assert [made.status(period) for period in ("2025-Q4", "2026-Q3", "2027")] == ["not_due"] * 3
    assert str(made.judged("2026-Q3")["due_on"]) == "2028-12-31"
    assert made.judged("2026-Q3")["planned_value"] is None


def test_a_suspended_target_is_not_judged() -> None:
    assert office(target=LINE | {"suspended": True}, y2025=40, y2026_Q3=1).status("2026-Q3") == "suspended"


def test_a_whole_milestone_still_at_the_baseline() -> None:
    """0 → 2 over 60 months: one school after 30 months."""
    made = office({"decimals": 0, "baseline": 0}, {"value": 2}, y2026_Q3=0, y2026_Q4=1, y2028_Q1=0, y2028_Q2=0, y2030=0)
    found = {period: made.status(period) for period in ("2026-Q3", "2026-Q4", "2027-Q1", "2028-Q1", "2028-Q2", "2030")}
    assert found == {
        "2026-Q3": "not_due",
        "2026-Q4": "on_track",  # better by 1, which is the tolerance
        "2027-Q1": "no_report",  # the rule is about values that are there
        "2028-Q1": "not_due",
        "2028-Q2": "behind",
        "2030": "not_met",
    }
    assert str(made.judged("2026-Q3")["due_on"]) == "2030-12-31"


# Yes or no.
def achieved(horizon: str = "by_year", last_year: int = 2027, **values: object) -> Office:
    return office(YES_NO, {"bound": "achieved", "value": 1, "horizon": horizon, "last_year": last_year}, **values)


def test_recognised_is_met_and_carried_forward() -> None:
    made = achieved(y2026_Q2=1)
    assert [made.status(period) for period in ("2026-Q1", "2026-Q2", "2026-Q3", "2027", "2029-Q1")] == [
        "not_due", "met", "met", "met", "met",
    ]  # fmt: skip
    later = made.judged("2029-Q1")
    assert (later["actual_value"], later["actual_period"]) == (1, "2026-Q2")
    assert [made.judged(period)["is_final"] for period in ("2026-Q3", "2027")] == [False, True]


def test_recognition_before_the_plan_counts() -> None:
    assert achieved(y2025=1).status("2026-Q1") == "met"


def test_recognition_can_be_lost_and_won_again() -> None:
    made = achieved(y2026_Q1=1, y2026_Q3=0, y2027_Q4=0, y2028_Q2=1)
    asked = ["2026-Q2", "2026-Q3", "2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"]
    assert [made.status(period) for period in asked] == ["met", "not_due", "not_due", "not_met", "not_met", "met"]
    row = made.judged("2027-Q4")
    assert (row["planned_value"], row["distance"], row["late_months"], row["tolerance"]) == (1, -1, None, None)


@pytest.mark.parametrize(
    ("as_of", "said_no", "unsaid"),
    [
        ("2027-12-30", "not_due", "not_due"),  # its day is not over
        ("2027-12-31", "not_met", "not_due"),  # the year closes; the report has until 05/01
        ("2028-01-05", "not_met", "not_due"),
        ("2028-01-06", "not_met", "no_report"),
    ],
)
def test_a_yes_no_at_its_date(as_of: str, said_no: str, unsaid: str) -> None:
    assert achieved(y2025=0).status("2027-Q4", as_of) == said_no
    assert achieved().status("2027", as_of) == unsaid


def test_a_yes_no_is_off_track_between_its_day_and_the_closing_of_the_year() -> None:
    made = office(
        YES_NO | {"closes_month": 1, "closes_day": 31, "closes_next_year": True},
        {"bound": "achieved", "value": 1, "horizon": "by_year", "last_year": 2027},
        y2027_Q4=0,
    )
    days = ("2027-12-30", "2027-12-31", "2028-01-30", "2028-01-31")
    assert [made.status("2027-Q4", day) for day in days] == ["not_due", "off_track", "off_track", "not_met"]


def test_a_yes_no_every_year() -> None:
    made = achieved("each_year", 2030, y2026_Q2=0, y2027_Q3=1, y2028_Q1=0)
    asked = ["2026-Q2", "2026", "2027-Q1", "2027-Q4", "2028-Q1", "2028"]
    assert [made.status(period) for period in asked] == ["not_due", "not_met", "not_due", "met", "not_due", "not_met"]
    assert [str(made.judged(period)["due_on"]) for period in ("2026-Q2", "2027")] == ["2026-12-31", "2027-12-31"]


def test_default_tolerances() -> None:
    """A line: 20/20. The goal: 5% of 60. A total: 60/12, also by a year. Counted: at least 1, its own as it is."""
    cases: list[tuple[Row, Row, int | str]] = [
        ({}, LINE, 1),
        ({}, LINE | {"last_year": 2027}, "2.5"),  # 20 over the 8 quarters of two years
        ({}, LINE | EACH_YEAR, 3),
        ({"accumulation": "year_to_date"}, LINE | EACH_YEAR, 5),
        ({"accumulation": "year_to_date"}, LINE | {"last_year": 2026}, 5),
        ({"decimals": 0}, EACH_YEAR | {"value": 2}, 1),
        ({"decimals": 0}, EACH_YEAR | {"value": 2, "tolerance": "0.5"}, "0.5"),
        ({}, LINE | {"tolerance": 0}, 0),
    ]
    found = [office(measure, target, y2025=40).judged("2026-Q3")["tolerance"] for measure, target, _ in cases]
    assert found == [Decimal(expected) for *_, expected in cases]
