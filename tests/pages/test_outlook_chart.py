"""The chart of a target: versions, scenarios and the forecast; no browser."""

from datetime import date
from typing import Any

from indicators import charts, progress, scenarios
from indicators.store import Row
from tests.judging.office import Office, office
from tests.pages.outlook import AT, BAND, FORECAST, adds_own, shown_at, takes_over


def figure_of(made: Office, period: str = "2026-Q3", forecast: Row | None = None) -> Any:
    of_target = (made.store, made.commune, "1")
    return charts.path_figure(
        made.judged(period),
        progress.path_of_target(*of_target, AT),
        progress.values_of_measure(made.store, made.commune, "m", AT),
        shown_at(period),
        scenarios=scenarios.scenario_paths(*of_target, AT),
        versions=scenarios.versions_of_target(*of_target, AT),
        forecast=forecast,
    )


def trace(figure: Any, name: str) -> Any:
    return next(trace for trace in figure.data if trace.name == name)


def test_what_a_document_fixed_is_drawn_through_and_what_is_derived_dashed() -> None:
    """February and March 2026 are fixed: the piece from January on leads to them, the one to April no longer."""
    made = office(target={"value": 60}, y2025=40)
    made.fixes("2026-02", 41)
    made.fixes("2026-03", 42)
    figure = figure_of(made)
    fixed, derived = trace(figure, "Đường găng (đã phê duyệt)"), trace(figure, "Đường găng (chưa phê duyệt)")
    assert (fixed.line.dash, derived.line.dash) == ("solid", "dash")
    assert [str(day) for day in fixed.x] == ["2026-01-31", "2026-02-28", "2026-03-31"]
    assert derived.x[1] is None
    assert [str(derived.x[place]) for place in (0, 2, 3)] == ["2026-01-31", "2026-03-31", "2026-04-30"]


def test_nothing_is_said_to_be_approved_where_nothing_is() -> None:
    names = [trace.name for trace in figure_of(office(target={"value": 60}, y2025=40)).data]
    assert "Đường găng (chưa phê duyệt)" in names
    assert "Đường găng (đã phê duyệt)" not in names


def test_where_a_version_takes_over_stands_a_line_with_its_name() -> None:
    made = office(target={"value": 60}, y2025=40)
    assert [shape for shape in figure_of(made).layout.shapes if shape.xref == "x"] == []
    takes_over(made)
    figure = figure_of(made)
    (line,) = [shape for shape in figure.layout.shapes if shape.xref == "x"]
    assert (str(line.x0), str(line.x1)) == ("2028-07-01", "2028-07-01")
    assert "Phiên bản 2<br>từ 01/07/2028" in [note.text for note in figure.layout.annotations]


def test_versions_that_follow_soon_are_named_above_each_other() -> None:
    made = office(target={"value": 60}, y2025=40)
    takes_over(made)
    made.decides(plan=3, valid_from=date(2029, 1, 1))
    shifts = [note.yshift for note in figure_of(made).layout.annotations if "Phiên bản" in note.text]
    assert shifts == [0, 34]


def test_an_own_scenario_has_a_line_that_can_be_taken_away() -> None:
    made = office(target=BAND, y2025=40, y2026_Q3=45)
    assert figure_of(made).layout.legend.itemclick is False
    adds_own(made, "2026-Q3", "44.5")
    made.fixes("2026-Q4", 46, "kb1")
    figure = figure_of(made)
    own = trace(figure, "Kịch bản Tăng trưởng cao (Nông<br>nghiệp)")
    assert ([str(day) for day in own.x], list(own.y)) == (["2026-09-30", "2026-12-31"], [44.5, 46.0])
    assert figure.layout.legend.itemclick == "toggle"


def test_the_forecast_is_a_hollow_point_with_its_interval() -> None:
    figure = figure_of(office(target={"value": 60}, y2025=40, y2026_Q3=45), forecast=FORECAST)
    drawn = trace(figure, "Dự báo (khoảng tin cậy 80%)")
    assert [str(day) for day in drawn.x] == ["2026-09-30", "2030-12-31"]
    assert list(drawn.y) == [45.0, 58.21]
    assert (drawn.line.dash, drawn.marker.symbol) == ("dot", "diamond-open")
    assert [round(side[1], 2) for side in (drawn.error_y.array, drawn.error_y.arrayminus)] == [2.66, 2.66]
    assert drawn.text[1] == "Dự báo đến hết năm 2030: 58,2% (từ 55,6% đến 60,9%)"


def test_the_forecast_starts_where_it_was_made_not_at_what_came_later() -> None:
    made = office(target={"value": 60}, y2025=40, y2026_Q3=45, y2027_Q1=52)
    drawn = trace(figure_of(made, "2026-Q3", FORECAST), "Dự báo (khoảng tin cậy 80%)")
    assert [str(day) for day in drawn.x] == ["2026-09-30", "2030-12-31"]


def test_the_forecast_of_a_mean_is_not_where_the_values_lead() -> None:
    made = office({"accumulation": "growth"}, {"horizon": "average", "value": 10}, y2026=9)
    drawn = trace(figure_of(made, "2026", FORECAST | {"horizon": "average"}), "Dự báo bình quân (khoảng tin cậy 80%)")
    assert [str(day) for day in drawn.x] == ["2030-12-31"]


def test_what_begins_anew_is_forecast_from_within_its_year() -> None:
    made = office({"accumulation": "year_to_date"}, {"horizon": "each_year", "value": 100}, y2026=90, y2027_Q1=20)
    forecast = FORECAST | {"forecast_period": "2027", "expected": 80, "low": 70, "high": 90}
    assert [str(day) for day in trace(figure_of(made, "2027-Q1", forecast), "Dự báo (khoảng tin cậy 80%)").x] == [
        "2027-03-31",
        "2027-12-31",
    ]


def test_without_a_forecast_there_is_none_on_the_chart() -> None:
    nothing = FORECAST | {"expected": None, "low": None, "high": None, "reason": "too_few_quarters"}
    names = [trace.name for trace in figure_of(office(target=BAND, y2025=40), forecast=nothing).data]
    assert not [name for name in names if name and "Dự báo" in name]


def test_the_line_of_the_goal_is_the_terms_not_the_years() -> None:
    made = office(target={"value": 60}, y2025=40, y2026_Q3=41)
    made.wants_of_year(2026, 44)
    assert "Mục tiêu ≥ 60%" in [note.text for note in figure_of(made).layout.annotations]
