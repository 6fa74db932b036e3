"""The đường găng of a year as rows: what is wanted when, what was reached, who decided it, what is due next."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from indicators.__main__ import main
from indicators.milestones import TargetYear, by_target, milestones_of_year, versions_of_year
from indicators.moments import parse_as_of
from indicators.progress import targets_judged
from indicators.store import Row
from tests.judging.office import AFTER_ALL, Office, office

LINE: Row = {"horizon": "by_year", "value": 60}
MONTHLY_TOTAL: Row = {"accumulation": "year_to_date", "frequency": "month"}
EVERY_YEAR: Row = {"horizon": "each_year", "value": 600}


def year_of(made: Office, year: int = 2026, as_of: str = AFTER_ALL, scenario: str = "floor") -> dict[str, TargetYear]:
    rows = milestones_of_year(made.store, made.commune, year, parse_as_of(as_of), scenario)
    return {line.head["target"]: line for line in by_target(rows)}


def column(line: TargetYear, name: str, *periods: str) -> list[Any]:
    return [line.by_period[period][name] for period in periods]


def test_a_line_through_every_period_of_the_year() -> None:
    """From 40 at the end of 2025 to 60 in 60 months: a third a month; periods that end together want the same."""
    line = year_of(office(target=LINE, y2025=40))["1"]
    assert len(line.by_period) == 12 + 4 + 2 + 1 + 1
    periods = ("2026-01", "2026-03", "2026-Q1", "2026-06", "2026-H1", "2026-9M", "2026-Q4", "2026-H2", "2026")
    wanted = ["40.3333", "41", "41", "42", "42", "43", "44", "44", "44"]
    assert column(line, "planned_value", *periods) == [Decimal(text) for text in wanted]
    assert not any(row["is_fixed"] for row in line.by_period.values())


def test_only_what_has_begun_has_something_reached() -> None:
    """On 10 May the first quarter is judged (41 against 41), the second has begun, the third has not."""
    line = year_of(office(target=LINE, y2025=40, y2026_Q1=41), as_of="2026-05-10")["1"]
    assert column(line, "status", "2026-Q1", "2026-Q2", "2026-Q3", "2026-05", "2026-06", "2026") == [
        "on_track", "not_due", None, "not_due", None, "not_due",
    ]  # fmt: skip
    assert column(line, "actual_value", "2026-Q1", "2026-Q2", "2026-Q3") == [41, None, None]
    assert column(line, "distance", "2026-Q1", "2026-Q3") == [0, None]
    assert column(line, "planned_value", "2026-Q3") == [43]


def test_a_value_recorded_before_its_period_begins_is_shown_there() -> None:
    """On 10 May the third quarter has 45 against 43, so has what ends with it; the fourth has nothing."""
    line = year_of(office(target=LINE, y2025=40, y2026_Q1=41, y2026_Q3=45), as_of="2026-05-10")["1"]
    periods = ("2026-Q1", "2026-Q2", "2026-08", "2026-Q3", "2026-9M", "2026-Q4")
    assert column(line, "has_begun", *periods) == [True, True, False, False, True, False]
    assert column(line, "actual_value", *periods) == [41, None, None, 45, 45, None]
    assert column(line, "distance", *periods) == [0, None, None, 2, 2, None]
    assert column(line, "status", *periods) == ["on_track", "not_due", None, "exceeded", "exceeded", None]
    assert column(line, "is_said_then", *periods) == [True, False, False, True, True, False]
    assert line.latest is not None
    assert line.latest["period"] == "2026-9M"


def test_a_word_that_holds_on_is_not_said_of_the_future() -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1}, y2026_Q1=1)
    line = year_of(made, as_of="2026-05-10")["1"]
    periods = ("2026-Q1", "2026-Q2", "2026-Q3")
    assert column(line, "status", *periods) == ["met", "met", None]
    assert column(line, "is_said_then", *periods) == [True, False, False]


def test_a_total_follows_its_pace() -> None:
    """600 by 5, 10, 15, 25, … percent: 90 in March, 45% in June is 270, 75% in September 450. 300 in June is half."""
    made = office(MONTHLY_TOTAL, EVERY_YEAR)
    made.paces(5, 10, 15, 25, 35, 45, 55, 65, 75, 85, 95, 100)
    made.reports({"2026-06": 300}, on="2026-07-02T08:00")
    line = year_of(made)["1"]
    assert column(line, "planned_value", "2026-03", "2026-Q1", "2026-Q2", "2026-9M", "2026") == [90, 90, 270, 450, 600]
    assert column(line, "distance", "2026-06", "2026-H1") == [30, 30]
    assert line.latest is not None
    assert (line.latest["period"], line.latest["year_goal"], line.latest["year_goal_percent"]) == ("2026-H1", 600, 50)


def test_a_cell_is_due_where_the_measure_reports() -> None:
    def due(frequency: str) -> list[str]:
        line = year_of(office({"frequency": frequency}, LINE, y2025=40))["1"]
        return [
            period for period, row in line.by_period.items() if row["is_due"] and row["kind"] in ("month", "quarter")
        ]

    quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert due("quarter") == quarters
    assert due("half") == ["2026-Q2", "2026-Q4"]
    assert due("year") == ["2026-Q4"]
    assert len(due("month")) == 12 + 4


def test_fixed_milestones_are_told_apart() -> None:
    """50 is fixed for the second quarter, and so for what ends with it; of the stretch path nothing is fixed."""
    made = office(target={"value": 60, "stretch": 80}, y2025=40)
    made.fixes("2026-Q2", 50)
    line = year_of(made)["1"]
    assert [period for period, row in line.by_period.items() if row["is_fixed"]] == ["2026-06", "2026-Q2", "2026-H1"]
    assert column(line, "planned_value", "2026-Q2", "2026-Q3") == [50, 43]
    upper = year_of(made, scenario="stretch")["1"]
    assert column(upper, "planned_value", "2026-Q2") == [44]  # 40 + 40 × 6/60
    assert not any(row["is_fixed"] for row in upper.by_period.values())


def test_a_scenario_of_the_offices_own_is_fixed_where_it_says_a_value() -> None:
    made = office(target=LINE, y2025=40)
    made.fixes("2026-Q1", 48, scenario="kb1")
    line = year_of(made, scenario="kb1")["1"]
    assert column(line, "planned_value", "2026-Q1", "2026-Q2") == [48, 42]
    assert column(line, "is_fixed", "2026-Q1", "2026-03", "2026-Q2") == [True, True, False]


def with_a_new_version() -> Office:
    """From July on 100 instead of 60: from 42 at the end of June, 58 in 54 months. Target 2 is gone, 3 has come."""
    made = office(target=LINE, y2025=40)
    made.wants("2", value=60)
    made.decides(plan=2, valid_from=date(2026, 7, 1), name_vi="Kế hoạch điều chỉnh", document_number="12/NQ")
    made.wants("1", plan=2, value=100, officer="Nguyễn Văn An")
    made.wants("3", plan=2, value=100)
    return made


def test_a_new_version_judges_from_its_day_on() -> None:
    found = year_of(with_a_new_version())
    line = found["1"]
    assert column(line, "plan", "2026-06", "2026-H1", "2026-07", "2026-Q3", "2026") == [1, 1, 2, 2, 2]
    wanted = [Decimal(text) for text in ("42", "43.0741", "45.2222", "48.4444")]  # 42 + 58 × 1/54, 3/54, 6/54
    assert column(line, "planned_value", "2026-06", "2026-07", "2026-Q3", "2026") == wanted
    assert line.head["officer"] == "Nguyễn Văn An"
    assert list(found["2"].by_period)[-1] == "2026-H1"
    assert next(iter(found["3"].by_period)) == "2026-07"
    rows = [row for line in found.values() for row in line.by_period.values()]
    assert [(row["plan"], row["document_number"]) for row in versions_of_year(rows)] == [(1, ""), (2, "12/NQ")]


def test_a_later_version_is_unknown_before_it_is_recorded() -> None:
    made = office(target=LINE, y2025=40)
    made.decides(plan=2, valid_from=date(2026, 7, 1), recorded_at=parse_as_of("2026-08-01T08:00"))
    made.wants("1", plan=2, value=100)
    assert column(year_of(made, as_of="2026-07-31")["1"], "planned_value", "2026-Q3") == [43]


def test_the_years_goal_and_who_assigned_it() -> None:
    made = office(MONTHLY_TOTAL, EVERY_YEAR, y2026_03=130)
    made.wants_of_year(2026, 480)
    made.wants_of_year(2026, 520, assigned_by="council")
    row = year_of(made)["1"].latest
    assert row is not None
    assert [row[name] for name in ("year_goal", "city_goal", "council_goal")] == [520, 480, 520]
    assert (row["year_goal_percent"], row["own_goal"], row["planned_value"]) == (25, 600, 130)  # 520 × 3/12


def next_due(made: Office, as_of: str, target: str = "1") -> tuple[str | None, date | None]:
    head = year_of(made, as_of=as_of)[target].head
    return head["next_period"], head["next_due_on"]


def test_the_next_report_is_the_first_that_is_not_given_for_good() -> None:
    """June's is due on 5 July; an estimate is not it; given on the 3rd, July's comes next, then none is left."""
    made = office(MONTHLY_TOTAL, EVERY_YEAR)
    assert next_due(made, "2026-07-05") == ("2026-06", date(2026, 7, 5))
    assert next_due(made, "2026-07-06") == ("2026-07", date(2026, 8, 5))
    made.reports({"2026-06": 290}, on="2026-06-20T08:00", estimate=True)
    assert next_due(made, "2026-07-02") == ("2026-06", date(2026, 7, 5))
    made.reports({"2026-06": 300}, on="2026-07-03T08:00")
    assert next_due(made, "2026-07-03") == ("2026-07", date(2026, 8, 5))
    assert next_due(made, "2027-01-06") == (None, None)


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [("quarter", ("2026-Q2", date(2026, 7, 5))), ("half", ("2026-H1", date(2026, 7, 5))),
     ("year", ("2026", date(2027, 1, 5)))],
)  # fmt: skip
def test_the_next_report_by_frequency(frequency: str, expected: tuple[str, date]) -> None:
    assert next_due(office({"frequency": frequency}, LINE, y2025=40), "2026-05-10") == expected


@pytest.mark.parametrize("target", [{"suspended": True}, {"value": 60, "last_year": 2025}])
def test_nothing_is_due_of_what_is_suspended_or_over(target: Row) -> None:
    assert next_due(office(target=LINE | target, y2025=40), "2026-05-10") == (None, None)


def test_nothing_is_due_of_a_year_that_wants_nothing() -> None:
    """A total of 2030 alone: in 2026 there is no milestone."""
    assert next_due(office(MONTHLY_TOTAL, {"value": 1000}), "2026-05-10") == (None, None)


def test_a_yes_no_is_asked_for_at_the_end_of_the_year_that_judges_it() -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "last_year": 2027}, y2026_Q1=0)
    assert next_due(made, "2026-05-10") == (None, None)
    assert year_of(made, 2027, "2027-05-10")["1"].head["next_due_on"] == date(2028, 1, 5)
    made.reports({"2026-Q2": 1}, on="2026-07-02T08:00")
    assert year_of(made, 2027, "2027-05-10")["1"].head["next_due_on"] is None


def test_without_a_baseline_reports_are_due_all_the_same() -> None:
    assert next_due(office(target=LINE), "2026-05-10") == ("2026-Q2", date(2026, 7, 5))


def test_every_row_is_what_its_period_alone_is_judged() -> None:
    made = with_a_new_version()
    made.reports({"2026-Q1": 40, "2026-06": 43, "2026-Q3": 47}, on="2026-10-02T08:00")
    columns = ("plan", "planned_value", "actual_value", "distance", "status")
    as_of = parse_as_of("2026-12-20")
    lines = year_of(made, as_of="2026-12-20")
    for period in ("2026-02", "2026-Q1", "2026-06", "2026-H1", "2026-9M", "2026"):
        alone = {row["target"]: row for row in targets_judged(made.store, made.commune, period, as_of)}
        found = {target: line.by_period[period] for target, line in lines.items() if period in line.by_period}
        assert found.keys() == alone.keys()
        for target, row in found.items():
            assert [row[name] for name in columns] == [alone[target][name] for name in columns]


def test_a_year_without_a_plan_wants_nothing() -> None:
    line = year_of(office(target=LINE, y2025=40), year=2024)["1"]
    assert {row["planned_value"] for row in line.by_period.values()} == {None}


Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    main(["--store", str(tmp_path / "kpi.duckdb"), "init"])
    capsys.readouterr()

    def _run(*arguments: str) -> tuple[int, Any]:
        code = main(["--store", str(tmp_path / "kpi.duckdb"), "milestones", *arguments])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in arguments else out + err

    return _run


def test_the_command_lists_every_target_and_period(run: Run) -> None:
    """Public investment: 100 by twelfths, 75 in the third quarter; nothing was reported by 6 October."""
    code, answer = run("--year", "2026", "--as-of", "2026-10-06", "--json")
    assert (code, len(answer["milestones"])) == (0, 30 * 20)
    found = {(row["target"], row["period"]): row for row in answer["milestones"]}
    assert found["4", "2026-Q3"] == {
        "target": "4", "indicator": "4", "name": "Tỷ lệ giải ngân vốn đầu tư công", "period": "2026-Q3",
        "milestone": 75, "fixed": False, "actual": None, "mean": None, "distance": None, "status": "no_report",
        "lead_unit": "Phòng Kinh tế", "plan": 1,
    }  # fmt: skip
    assert (found["4", "2026-Q4"]["status"], found["4", "2026-11"]["status"]) == ("not_due", None)
    assert found["3", "2026-Q3"]["milestone"] is None  # no baseline


def test_the_command_prints_a_table(run: Run) -> None:
    code, words = run("--year", "2026", "--commune", "vinh_phong")
    lines = words.splitlines()
    assert code == 0
    assert lines[0].split() == ["TT", "Kỳ", "Mốc", "Cố", "định", "Thực", "hiện", "So", "với", "mốc", "Tình", "trạng",
                                "Chỉ", "tiêu"]  # fmt: skip
    assert (len(lines) - 1) % 20 == 0


@pytest.mark.parametrize(
    "arguments",
    [("--year", "2031"), ("--year", "2020"), ("--year", "nay"), (), ("--year", "2026", "--scenario", "kb9"),
     ("--year", "2026", "--commune", "khong_co")],
)  # fmt: skip
def test_wrong_use_of_the_command(run: Run, arguments: tuple[str, ...]) -> None:
    code, words = run(*arguments)
    assert (code, len(words.strip().splitlines())) == (2, 1)
    code, answer = run(*arguments, "--json")
    assert (code, answer["milestones"], len(answer["issues"])) == (2, [], 1)
