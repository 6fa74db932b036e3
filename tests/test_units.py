"""Who answers for what, and whose reports came in time."""

from datetime import date
from typing import Any

import pytest

from indicators.moments import parse_as_of
from indicators.progress import overview
from indicators.units import (
    judged_in_year,
    portfolios,
    remarks_of_year,
    reports_by_state,
    reports_of_year,
    tally_of,
    works_jointly,
)
from indicators.wording.statuses import Tally
from indicators.wording.units import scenario_vi, tally_vi
from tests.judging.office import Office, office

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


def reports(made: Office, as_of: str, year: int = 2026) -> dict[str, tuple[str, Any]]:
    """Period → (state, days late); the commune has one target."""
    rows = reports_of_year(made.store, made.commune, year, parse_as_of(as_of))
    return {row["period"]: (row["state"], row["late_days"]) for row in rows}


def test_on_time_up_to_the_end_of_the_deadline_and_late_by_days_after_it() -> None:
    """Quarters end on 31/3, 30/6, 30/9, 31/12; the deadlines are 5/4, 5/7, 5/10, 5/1. Q1 comes on the last minute of
    5/4, Q2 at the first of 6/7: a day late; Q3 has not come by 20/10: 15 days; Q4 is not due."""
    made = office()
    made.reports({"2026-Q1": 1}, on="2026-04-05T23:59")
    made.reports({"2026-Q2": 1}, on="2026-07-06T00:00")
    assert reports(made, "2026-10-20") == {
        "2026-Q1": ("on_time", None),
        "2026-Q2": ("late", 1),
        "2026-Q3": ("missing", 15),
        "2026-Q4": ("not_yet_due", None),
    }
    row = reports_of_year(made.store, made.commune, 2026, parse_as_of("2026-10-20"))[1]
    assert (row["recorded_on"], row["deadline_on"], row["last_month"]) == (date(2026, 7, 6), date(2026, 7, 5), 6)
    assert (row["measure"], row["measure_name_vi"], row["lead_unit"]) == ("m", "Đại lượng thử", "Phòng Kinh tế")


def test_a_report_is_missing_from_the_end_of_its_deadline_on() -> None:
    made = office()
    assert reports(made, "2026-04-05T23:59")["2026-Q1"] == ("not_yet_due", None)
    assert reports(made, "2026-04-06T00:00")["2026-Q1"] == ("missing", 1)


def test_only_what_stands_at_the_moment_counts() -> None:
    """Sent on 3/4, taken back on 10/4, sent again on 15/4: ten days after 5/4."""
    made = office()
    made.takes_back(made.reports({"2026-Q1": 1}, on="2026-04-03T08:00"), on="2026-04-10T08:00")
    made.reports({"2026-Q1": 2}, on="2026-04-15T08:00")
    assert reports(made, "2026-04-09")["2026-Q1"] == ("on_time", None)
    assert reports(made, "2026-04-12")["2026-Q1"] == ("missing", 7)
    assert reports(made, "2026-04-15")["2026-Q1"] == ("late", 10)


def test_a_correction_does_not_make_the_first_report_late() -> None:
    made = office(y2026_Q1=1)
    made.reports({"2026-Q1": 2}, on="2026-05-20T08:00")
    assert reports(made, "2026-06-01")["2026-Q1"] == ("on_time", None)


def test_an_estimate_came_in_time_and_is_called_one() -> None:
    made = office()
    made.reports({"2026-Q1": 1}, on="2026-03-28T08:00")
    made.reports({"2026-Q2": 1}, on="2026-07-01T08:00")
    rows = reports_of_year(made.store, made.commune, 2026, parse_as_of("2026-08-01"))
    assert [(row["state"], row["estimate"]) for row in rows[:2]] == [("on_time", True), ("on_time", False)]


@pytest.mark.parametrize(
    ("frequency", "due"),
    [
        ("month", [f"2026-{month:02}" for month in range(1, 13)]),
        ("quarter", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("half", ["2026-H1", "2026-H2"]),
        ("year", ["2026"]),
    ],
)
def test_a_report_is_due_at_the_ends_of_the_measures_own_periods(frequency: str, due: list[str]) -> None:
    assert list(reports(office({"frequency": frequency}), "2027-06-01")) == due


def test_a_period_that_ends_together_reports_too() -> None:
    """The half year's sheet says what June's would: it came on 4/7, in time; May is missing."""
    made = office({"frequency": "month"})
    made.reports({"2026-H1": 1}, on="2026-07-04T08:00")
    found = reports(made, "2026-07-06")
    assert (found["2026-06"], found["2026-05"]) == (("on_time", None), ("missing", 31))


def test_a_yes_is_asked_for_at_the_end_of_the_year_that_judges_it() -> None:
    """Due in 2027 alone; what was recognised in 2026 need not be said again."""
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "last_year": 2027})
    assert reports(made, "2028-01-06") == {}
    assert reports(made, "2028-01-06", 2027) == {"2027-Q4": ("missing", 1)}
    made.reports({"2026-Q3": 1}, on="2026-10-20T08:00")
    assert reports(made, "2028-01-06", 2027) == {"2027-Q4": ("on_time", None)}


def test_a_no_of_an_earlier_period_is_no_report_of_the_later() -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "last_year": 2027}, y2026_Q3=0)
    assert reports(made, "2028-01-06", 2027) == {"2027-Q4": ("missing", 1)}


def test_nothing_is_asked_for_what_is_suspended_not_in_force_or_over() -> None:
    assert reports(office(target={"suspended": True}), "2027-06-01") == {}
    later = office()
    assert reports(later, "2029-06-01", 2025) == {}
    over = office(target={"last_year": 2027})
    assert list(reports(over, "2029-06-01", 2027)) == ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]
    assert reports(over, "2029-06-01", 2028) == {}
    from_july = Office(valid_from=date(2026, 7, 1))
    from_july.measures()
    from_july.wants()
    assert list(reports(from_july, "2027-06-01")) == ["2026-Q3", "2026-Q4"]


def two_units() -> Office:
    """Indicator 1: targets 1.1 (Phòng Kinh tế) and 1.2 (Công an xã) on one measure, 42 of the wanted 43 in Q3;
    indicator 2 (Công an xã, with Phòng Kinh tế) wants 80 and has 90. Trần Thị Bình directs 1.1 and 2."""
    made = Office()
    made.measures()
    made.measures("other")
    made.wants("1.1", value=60, lead_unit="Phòng Kinh tế", directing_leader=BINH)
    made.wants("1.2", value=60, lead_unit="Công an xã", officer=AN)
    joint: Any = {"joint_units": "Trạm Y tế; Phòng Kinh tế", "directing_leader": BINH}
    made.wants("2", "other", horizon="each_year", value=80, lead_unit="Công an xã", **joint)
    made.reports({"2025": 40, "2026-Q3": 42}, on="2026-10-02T08:00")
    made.reports({"2026-Q3": 90}, measure="other", on="2026-10-09T08:00")
    return made


def found_by(by: str) -> dict[str, tuple[list[str], list[str], tuple[int, int, int]]]:
    """Name → targets led, targets joint, (reached, missed, of)."""
    made, now = two_units(), parse_as_of("2026-11-21")
    seen = overview(made.store, made.commune, "2026-Q3", now)
    statuses = {row["indicator"]: row["status"] for row in seen.indicators}
    due = reports_of_year(made.store, made.commune, 2026, now)
    return {
        found.name: (
            [row["target"] for row in found.led],
            [row["target"] for row in found.joint],
            (found.tally.reached, found.tally.missed, found.tally.total),
        )
        for found in portfolios(by, seen.targets, statuses, due)
    }


def test_targets_by_who_leads_them() -> None:
    """Indicator 1 is behind, 2 exceeded: Phòng Kinh tế misses its one indicator, Công an xã one of its two."""
    assert found_by("unit") == {
        "Phòng Kinh tế": (["1.1"], ["2"], (0, 1, 1)),
        "Công an xã": (["1.2", "2"], [], (1, 1, 2)),
    }
    assert found_by("leader") == {BINH: (["1.1", "2"], [], (1, 1, 2)), "": (["1.2"], [], (0, 1, 1))}
    assert found_by("officer") == {AN: (["1.2"], [], (0, 1, 1)), "": (["1.1", "2"], [], (1, 1, 2))}


def test_the_tally_counts_indicators_not_targets() -> None:
    rows = [{"indicator": "1"}, {"indicator": "1"}, {"indicator": "2"}, {"indicator": "3"}, {"indicator": "4"}]
    tally = tally_of(rows, {"1": "met", "2": "behind", "3": "no_report", "4": "exceeded", "5": "met"})
    assert (tally.reached, tally.missed, tally.unjudged, tally.total) == (2, 1, 1, 4)


def test_reports_of_a_measure_count_once() -> None:
    """Of 'm' (two targets) and 'other', four quarters each: Q1, Q2 missing; Q3 of m in time, of other 4 days late."""
    made, now = two_units(), parse_as_of("2026-11-21")
    seen = overview(made.store, made.commune, "2026-Q3", now)
    due = reports_of_year(made.store, made.commune, 2026, now)
    assert len(due) == 12
    statuses = {row["indicator"]: row["status"] for row in seen.indicators}
    police = portfolios("unit", seen.targets, statuses, due)[1]
    assert reports_by_state(police.reports) == {"on_time": 1, "late": 1, "missing": 4, "not_yet_due": 2}
    assert [row["late_days"] for row in police.reports if row["state"] == "late"] == [4]
    assert [len(found.reports) for found in portfolios("officer", seen.targets, statuses, due)] == [4, 8]


def test_two_targets_on_one_measure_ask_for_its_report_once() -> None:
    made = office()
    made.wants("2", value=50)
    due = reports_of_year(made.store, made.commune, 2026, parse_as_of("2026-11-21"))
    assert len(due) == 8
    targets = [{"indicator": "1", "lead_unit": "Phòng Kinh tế", "joint_units": ""}]
    [found] = portfolios("unit", targets, {"1": "met"}, due)
    assert [row["period"] for row in found.reports] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


@pytest.mark.parametrize(
    ("joint_units", "is_joint"),
    [
        ("Công an xã", True),
        ("Trạm Y tế; Công an xã", True),
        ("Trạm Y tế,Công an xã", True),
        ("Trạm Y tế| Công an xã ", True),
        ("Ban Công an xã", False),
        ("", False),
    ],
)
def test_a_joint_unit_is_named_whole(joint_units: str, is_joint: bool) -> None:
    assert works_jointly({"joint_units": joint_units}, "Công an xã") is is_joint
    assert not works_jointly({"joint_units": joint_units}, "")


def test_the_year_quarter_by_quarter() -> None:
    """41 is the milestone of Q1 on a line 40 → 60; 42 is 1 short of 43, the tolerance; nothing is due after it."""
    made = office(target={"value": 60}, y2025=40, y2026_Q1=41, y2026_Q3=42)
    found = judged_in_year(made.store, made.commune, 2026, parse_as_of("2026-11-21"))["1"]
    assert [(period, row["status"]) for period, row in found.items()] == [
        ("2026-Q1", "on_track"), ("2026-Q2", "no_report"), ("2026-Q3", "behind"), ("2026-Q4", "not_due"),
        ("2026", "not_due"),
    ]  # fmt: skip
    assert found["2026-Q3"]["plan_name_vi"] == "Kế hoạch thử"


def test_the_words_of_the_year_in_the_uploads_that_stand() -> None:
    made = office()
    first, wrong = made.reports({"2026-Q1": 1}), made.reports({"2026-Q2": 2})
    made.remarks(first, "2026-Q1", "Thiếu vốn")
    made.remarks(wrong, "2026-Q2", "Nhầm")
    made.takes_back(wrong, on="2026-08-01T08:00")

    def words(year: int, as_of: str) -> list[str]:
        return [row["text_vi"] for row in remarks_of_year(made.store, made.commune, year, parse_as_of(as_of))]

    assert words(2026, "2026-07-01") == ["Thiếu vốn", "Nhầm"]
    assert words(2026, "2026-11-21") == ["Thiếu vốn"]
    assert words(2027, "2027-11-21") == []


def test_on_the_way_milestones_are_reached_and_at_the_end_goals() -> None:
    assert tally_vi(Tally(14, 4, 4), are_final=False) == "Đạt và vượt mốc 14/22, chưa đạt mốc 4/22, chưa đánh giá 4/22"
    assert tally_vi(Tally(18, 4, 0), are_final=True) == "Đạt và vượt 18/22, không đạt 4/22"


def test_a_scenario_is_not_called_one_twice() -> None:
    assert scenario_vi("Kịch bản thu ngân sách", "") == "Thu ngân sách"
    assert scenario_vi("Tăng trưởng cao", "Nông nghiệp") == "Tăng trưởng cao (Nông nghiệp)"
