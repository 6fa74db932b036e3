"""What the screens are given: the overview in one pass, the heat map, paths, values, history, remarks, trends."""

from datetime import date, datetime
from decimal import Decimal

from indicators.moments import parse_as_of
from indicators.progress import (
    indicators_judged,
    latest_period_with_data,
    overview,
    path_of_target,
    remarks_of_measure,
    statuses_by_quarter,
    targets_judged,
    trends,
    value_history,
    values_of_measure,
)
from tests.judging.office import Office, office

NOW = parse_as_of("2026-11-21")


def two_indicators() -> Office:
    """Indicator 1 on a line 40 → 60, indicator 2 wanting 80 every year."""
    made = office(target={"value": 60}, y2025=40, y2026_Q1=41, y2026_Q3=42)
    made.measures("other")
    made.wants("2", "other", horizon="each_year", value=80)
    made.reports({"2026-Q3": 90}, measure="other", on="2026-10-02T08:00")
    return made


def test_the_overview_is_what_its_parts_are() -> None:
    made = two_indicators()
    for scenario in ("floor", "stretch"):
        found = overview(made.store, made.commune, "2026-Q3", NOW, scenario)
        targets = targets_judged(made.store, made.commune, "2026-Q3", NOW, scenario)
        assert [{name: row[name] for name in targets[0]} for row in found.targets] == targets
        assert found.indicators == indicators_judged(made.store, made.commune, "2026-Q3", NOW, scenario)
        assert found.statuses == statuses_by_quarter(made.store, made.commune, NOW, scenario)


def test_the_overview_of_a_month_has_the_quarters_in_its_map() -> None:
    made = two_indicators()
    found = overview(made.store, made.commune, "2026-09", NOW)
    assert [row["actual_period"] for row in found.targets] == ["2026-Q3", "2026-Q3"]
    assert found.statuses[0] == {"indicator": "1", "period": "2026-Q1", "status": "on_track"}
    assert len(found.statuses) == 40


def test_the_overview_of_nothing_is_empty() -> None:
    found = overview(office().store, "vinh_khong", "2026-Q3", NOW)
    assert (found.targets, found.indicators, found.statuses) == ([], [], [])


def test_an_indicator_dropped_before_the_first_quarter_ended_is_not_on_the_map() -> None:
    made = two_indicators()
    made.decides(plan=2, valid_from=date(2026, 3, 1))
    made.wants(plan=2, value=60)
    found = overview(made.store, made.commune, "2026-02", NOW)
    assert [row["indicator"] for row in found.indicators] == ["1", "2"]
    assert {row["indicator"] for row in found.statuses} == {"1"}


def test_the_heat_map() -> None:
    """41 is the milestone of 2026-Q1; 42 is 1 short of 43, the tolerance; Q2 unreported; after Q3 nothing is due."""
    made = two_indicators()
    rows = statuses_by_quarter(made.store, made.commune, NOW)
    first = [(row["period"], row["status"]) for row in rows if row["indicator"] == "1"]
    expected = [("2026-Q1", "on_track"), ("2026-Q2", "no_report"), ("2026-Q3", "behind"), ("2026-Q4", "not_due")]
    assert first[:4] == expected
    assert [period for period, _ in first] == [
        f"{year}-Q{number}" for year in range(2026, 2031) for number in range(1, 5)
    ]
    assert [row["indicator"] for row in rows] == ["1"] * 20 + ["2"] * 20


def test_the_latest_period_with_data() -> None:
    made = office(target={"value": 60}, y2025=40)
    asked = [latest_period_with_data(made.store, made.commune, NOW)]
    for period in ("2026-01", "2026-Q2", "2026-06", "2026-H1", "2026-9M", "2026-09", "2026"):
        made.reports({period: 42})
        asked.append(latest_period_with_data(made.store, made.commune, NOW))
    assert asked == [None, "2026-01", "2026-Q2", "2026-Q2", "2026-Q2", "2026-9M", "2026-9M", "2026"]
    made.reports({"2026-Q4": 42}, on="2026-12-01T08:00")
    assert latest_period_with_data(made.store, made.commune, NOW) == "2026"
    assert latest_period_with_data(made.store, made.commune, parse_as_of("2026-12-01")) == "2026-Q4"


def test_the_latest_period_with_data_after_a_withdrawal() -> None:
    made = office(target={"value": 60}, y2026_Q1=42)
    made.takes_back(made.reports({"2026-Q2": 42}), on="2026-08-01T08:00")
    assert latest_period_with_data(made.store, made.commune, NOW) == "2026-Q1"
    assert latest_period_with_data(made.store, "vinh_khong", NOW) is None


def test_the_path_month_by_month() -> None:
    """0 → 7 and 0 → 10 in 60 months, in whole units: after 21 months 2.45 and 3.5."""
    made = office({"decimals": 0, "baseline": 0}, {"value": 7, "stretch": 10})
    rows = path_of_target(made.store, made.commune, "1", NOW)
    assert [rows[0]["period"], rows[-1]["period"], len(rows)] == ["2026-01", "2030-12", 60]
    september = rows[20]
    assert (september["period"], september["year"], september["plan"]) == ("2027-09", 2027, 1)
    assert september["end_month"] == 2027 * 12 + 9
    assert (round(september["floor_value"], 9), round(september["stretch_value"], 9)) == (2.45, 3.5)
    assert (september["floor_milestone"], september["stretch_milestone"]) == (2, 3)
    assert [rows[-1][name] for name in ("floor_value", "floor_milestone", "stretch_milestone")] == [7, 7, 10]


def test_the_path_of_what_has_none() -> None:
    made = office(target={"value": 60})
    without_baseline = path_of_target(made.store, made.commune, "1", NOW)
    assert {row["floor_value"] for row in without_baseline[:-1]} == {None}
    assert without_baseline[-1]["floor_milestone"] == 60
    yes_no = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "last_year": 2027})
    due = [
        row["period"] for row in path_of_target(yes_no.store, yes_no.commune, "1", NOW) if row["floor_milestone"] == 1
    ]
    assert due == ["2027-12"]
    assert path_of_target(yes_no.store, yes_no.commune, "9", NOW) == []
    by_2027 = office(target={"value": 60, "last_year": 2027}, y2025=40)
    rows = path_of_target(by_2027.store, by_2027.commune, "1", NOW)
    assert [row["floor_milestone"] for row in rows if row["period"] in ("2027-12", "2028-01")] == [60, None]


def test_the_path_changes_with_the_plan_in_force() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    made.wants(plan=2, value=100)
    rows = {row["period"]: row for row in path_of_target(made.store, made.commune, "1", NOW)}
    assert (rows["2028-06"]["plan"], rows["2028-06"]["floor_milestone"]) == (1, 50)
    assert (rows["2028-07"]["plan"], rows["2028-07"]["floor_milestone"]) == (2, Decimal("51.6667"))  # 50 + 50 × 1/30


def test_the_values_that_stand() -> None:
    made = office(y2026_Q3=42, y2025=40, y2026_09=41)
    newer = made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    rows = values_of_measure(made.store, made.commune, "m", NOW)
    assert [(row["period"], row["value"], row["estimate"]) for row in rows] == [
        ("2025", 40, False), ("2026-09", 41, True), ("2026-Q3", 43, False),
    ]  # fmt: skip
    assert rows[-1] == {
        "period": "2026-Q3", "kind": "quarter", "ends_on": date(2026, 9, 30), "end_month": 24321,
        "value": Decimal(43), "estimate": False, "upload": newer, "file_name": f"{newer}.xlsx",
        "recorded_at": datetime(2026, 10, 2, 1), "recorded_by": "Lan", "sheet": "Biểu", "cell": "F8",
    }  # fmt: skip


def test_the_history_keeps_what_was_replaced_and_withdrawn() -> None:
    made = office(y2026_Q3=41)
    made.reports({"2026-Q3": 42}, on="2026-10-02T08:00")
    wrong = made.reports({"2026-Q3": 43}, on="2026-10-03T08:00")
    made.takes_back(wrong, on="2026-10-04T08:00")
    made.reports({"2026-Q3": 44}, on="2026-12-01T08:00")
    found = value_history(made.store, made.commune, "m", NOW)
    assert [(row["value"], row["state"], row["estimate"]) for row in found] == [
        (41, "replaced", True), (42, "standing", False), (43, "withdrawn", False),
    ]  # fmt: skip
    assert [row["reason"] for row in found] == [None, None, "nhầm tệp"]
    assert (found[2]["withdrawn_at"], found[2]["withdrawn_by"]) == (datetime(2026, 10, 4, 1), "Lan")
    before = value_history(made.store, made.commune, "m", parse_as_of("2026-10-03"))
    assert [(row["state"], row["reason"]) for row in before] == [
        ("replaced", None),
        ("replaced", None),
        ("standing", None),
    ]


def test_the_remarks_of_uploads_that_stand() -> None:
    made = office()
    first, wrong = made.reports({"2026-Q1": 1}), made.reports({"2026-Q2": 2})
    for upload, period, text in ((first, "2026-Q1", "Thiếu vốn"), (wrong, "2026-Q2", "Nhầm")):
        made.remarks(upload, period, text)
    made.takes_back(wrong, on="2026-08-01T08:00")
    rows = remarks_of_measure(made.store, made.commune, "m", NOW)
    assert [(row["period"], row["kind"], row["text_vi"], row["upload"]) for row in rows] == [
        ("2026-Q1", "difficulty", "Thiếu vốn", first)
    ]
    assert rows[0]["ends_on"] == date(2026, 3, 31)
    assert [row["text_vi"] for row in remarks_of_measure(made.store, made.commune, "m", parse_as_of("2026-07-31"))] == [
        "Thiếu vốn", "Nhầm",
    ]  # fmt: skip
    assert remarks_of_measure(made.store, made.commune, "other", NOW) == []


def test_the_trends() -> None:
    made = office(y2026_Q1=41, y2025=40, y2026_03=99, y2026_04=42)
    assert trends(made.store, made.commune, NOW) == {
        "m": [(24312, Decimal(40)), (24315, Decimal(41)), (24316, Decimal(42))]  # of March the quarter's
    }
    assert trends(made.store, "vinh_khong", NOW) == {}
