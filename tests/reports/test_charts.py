"""The charts of a report as numbers, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.reports.charts import charts_of
from indicators.reports.model import Asked, Chart, ChartKind, Report, Role, Series
from tests.judging.office import AFTER_ALL, Office, office
from tests.pages.outlook import adds_own

#: What is recorded before its period has ended is an estimate.
LATER = "2031-01-02T08:00"


def charts(made: Office, period: str = "2026-Q3", as_of: str = AFTER_ALL, scenario: str = "floor") -> tuple[Chart, ...]:
    moment = parse_as_of(as_of)
    lines = made.store.rows("report_lines", commune=made.commune, period=period, as_of=moment, scenario=scenario)
    return charts_of(made.store, Asked(made.commune, parse_period(period), moment, scenario=scenario), lines)


def one(chart: Chart, role: Role) -> Series:
    (found,) = [series for series in chart.series if series.role is role]
    return found


def known(chart: Chart, role: Role) -> dict[str, Decimal]:
    """Category → value, where there is one."""
    pairs = zip(chart.categories_vi, one(chart, role).values, strict=True)
    return {category: value for category, value in pairs if value is not None}


def test_a_path_from_40_to_60_gains_1_a_quarter() -> None:
    """Twenty quarters from the end of 2025 to the end of 2030; the stretch goes to 80, 2 a quarter."""
    made = office(target={"value": 60, "stretch": 80}, y2025=40)
    made.reports({"2026-Q1": "41.5", "2026-Q2": "41.9"}, LATER)
    _, chart = charts(made)
    assert (chart.kind, chart.unit, chart.target, chart.title_vi) == (ChartKind.LINES, "%", "1", "1. Chỉ tiêu thử")
    assert (len(chart.categories_vi), chart.categories_vi[0], chart.categories_vi[-1]) == (
        21, "Quý IV/2025", "Quý IV/2030",
    )  # fmt: skip
    assert one(chart, Role.FLOOR).values == (None, *(Decimal(40 + quarter) for quarter in range(1, 21)))
    assert one(chart, Role.STRETCH).values == (None, *(Decimal(40 + 2 * quarter) for quarter in range(1, 21)))
    assert known(chart, Role.ACTUAL) == {
        "Quý IV/2025": 40, "Quý I/2026": Decimal("41.5"), "Quý II/2026": Decimal("41.9"),
    }  # fmt: skip
    assert one(chart, Role.GOAL).name_vi == "Mục tiêu 60 - 80%"
    assert one(chart, Role.GOAL).values == (None, *[Decimal(60)] * 20)
    assert {series.role for series in chart.series} == {Role.FLOOR, Role.STRETCH, Role.ACTUAL, Role.GOAL}


def test_the_chart_ends_with_the_year_of_the_goal() -> None:
    _, chart = charts(office(target={"value": 60, "last_year": 2027}, y2025=40))
    assert chart.categories_vi[-1] == "Quý IV/2027"


def test_of_a_period_nothing_is_drawn_that_came_after_it() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q2": 42, "2026-Q4": 43}, LATER)
    assert list(known(charts(made, "2026-Q3")[1], Role.ACTUAL)) == ["Quý IV/2025", "Quý II/2026"]
    assert list(known(charts(made, "2026")[1], Role.ACTUAL)) == ["Quý IV/2025", "Quý II/2026", "Quý IV/2026"]


def test_what_was_recorded_after_the_moment_is_not_known() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q1": 41}, "2026-04-03T08:00")
    made.reports({"2026-Q2": 42}, "2026-07-03T08:00")
    assert list(known(charts(made, as_of="2026-07-01")[1], Role.ACTUAL)) == ["Quý IV/2025", "Quý I/2026"]


def test_estimates_stand_apart() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q1": 41}, "2026-04-03T08:00")
    made.reports({"2026-Q2": 42}, "2026-07-03T08:00", estimate=True)
    _, chart = charts(made)
    assert list(known(chart, Role.ACTUAL)) == ["Quý IV/2025", "Quý I/2026"]
    assert known(chart, Role.ESTIMATE) == {"Quý II/2026": 42}


def test_without_a_baseline_there_is_no_path_and_no_zero_for_what_nobody_said() -> None:
    made = office(target={"value": 60})
    made.reports({"2026-Q2": 42}, LATER)
    _, chart = charts(made)
    assert {series.role for series in chart.series} == {Role.ACTUAL, Role.GOAL}
    assert known(chart, Role.ACTUAL) == {"Quý II/2026": 42}


def test_of_a_yes_or_no_and_of_nothing_at_all_there_is_no_chart() -> None:
    assert len(charts(office(target={"bound": "achieved", "value": 1}, y2025=0, y2026_Q1=1))) == 1
    assert len(charts(office(target={"value": 60}))) == 1


def test_totals_grow_from_january_to_the_goal_of_the_year() -> None:
    made = office(
        measure={"accumulation": "year_to_date"}, target={"value": 400, "horizon": "each_year", "first_year": 2026}
    )
    made.reports({"2026-Q1": 90}, LATER)
    _, chart = charts(made)
    assert chart.kind is ChartKind.YEARS
    assert one(chart, Role.FLOOR).values == (None, *[Decimal(value) for value in (100, 200, 300, 400)] * 5)


def test_a_goal_on_which_the_path_lies_is_not_drawn_twice() -> None:
    _, chart = charts(office(target={"value": 60, "horizon": "each_year", "first_year": 2026}, y2025=40))
    assert {series.role for series in chart.series} == {Role.FLOOR, Role.ACTUAL}


def test_a_forecast_stands_at_the_end_of_its_year_with_its_interval() -> None:
    """Four values on one line of 1 a quarter lead on to 60 at the end of 2030, for certain."""
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q1": 41, "2026-Q2": 42, "2026-Q3": 43, "2026-Q4": 44}, LATER)
    _, chart = charts(made, "2026-Q4")
    assert known(chart, Role.FORECAST) == {"Quý IV/2030": 60}
    forecast = one(chart, Role.FORECAST)
    assert (forecast.low[-1], forecast.high[-1]) == (Decimal(60), Decimal(60))
    assert not forecast.stands_alone


def test_the_office_s_own_scenario_has_a_path_of_its_own() -> None:
    made = office(target={"value": 60}, y2025=40)
    adds_own(made, "2026-Q2", 45)
    made.fixes("2026-Q4", 50, "kb1")
    own = one(charts(made, scenario="kb1")[1], Role.SCENARIO)
    assert own.name_vi.startswith("Kịch bản Tăng trưởng cao")
    assert [value for value in own.values if value is not None] == [45, 50]
    assert Role.SCENARIO not in {series.role for series in charts(made)[1].series}


def test_indicators_are_counted_by_group_and_status_the_worst_first() -> None:
    """1 is behind by its part 1.2, 2 reaches its milestone of 41, 3 has no baseline."""
    made = Office()
    for measure, value in (("a", 41), ("b", "40.5"), ("c", 41), ("d", None)):
        made.measures(measure)
        if value:
            made.reports({"2025": 40, "2026-Q1": value}, LATER, measure)
    made.wants("1.1", "a", value=60)
    made.wants("1.2", "b", value=60)
    made.wants("2", "c", value=60, group_vi="Xã hội")
    made.wants("3", "d", value=60, group_vi="Xã hội")
    stack, *others = charts(made, "2026-Q1")
    assert (stack.kind, stack.categories_vi, stack.unit) == (ChartKind.STACK, ("Kinh tế", "Xã hội"), "chỉ tiêu")
    assert [(series.status, series.values) for series in stack.series] == [
        ("behind", (1, None)), ("no_baseline", (None, 1)), ("on_track", (None, 1)),
    ]  # fmt: skip
    assert [chart.target for chart in others] == ["1.1", "1.2", "2"]


def test_what_a_chart_shows_of_the_period_is_what_the_table_says(third_quarter: Report) -> None:
    rows = {line.row["target"]: line.row for group in third_quarter.groups for line in group.lines}
    paths = [chart for chart in third_quarter.charts if chart.target]
    assert len(paths) == 26
    for chart in paths:
        row, place = rows[chart.target or ""], chart.categories_vi.index("Quý III/2026")
        said = {series.role: series.values[place] for series in chart.series}
        assert said.get(Role.FLOOR) == row["planned_value"], chart.target
        assert said[Role.ESTIMATE if row["estimate"] else Role.ACTUAL] == row["actual_value"], chart.target
