"""What stands in the chart of a target: its path, what was reached, what is to be expected, its goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from indicators.catalogue import Accumulation, Horizon
from indicators.drawing.figures import Row, unit_after_number
from indicators.periods import Period, parse_period
from indicators.reports.model import ChartKind, Role, Series
from indicators.wording import outlook, screens
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi

_PATHS = {
    Role.FLOOR: "floor_milestone",
    Role.STRETCH: "stretch_milestone",
    Role.SCENARIO: "own_milestone",
}


def kind_of(target: Row) -> ChartKind:
    """A total begins anew every year."""
    return ChartKind.YEARS if target["accumulation"] == Accumulation.YEAR_TO_DATE else ChartKind.LINES


def category_vi(period: Period) -> str:
    """'Quý I/2026', 'Tháng 3/2026'."""
    return screens.capitalised(period_vi(period))


def path_series(rows: Sequence[Row], own: str) -> list[Series]:
    """Of the floor, the stretch and the office's own scenario (its name is `own`) what is a path: more than one point.
    `rows`: of sql/queries/report_charts.sql."""
    values = {role: tuple(row[column] for row in rows) for role, column in _PATHS.items()}
    paths = {role: points for role, points in values.items() if sum(point is not None for point in points) > 1}
    names = {
        Role.FLOOR: screens.CHART_FLOOR_BAND if Role.STRETCH in paths else screens.CHART_FLOOR,
        Role.STRETCH: screens.CHART_STRETCH,
        Role.SCENARIO: outlook.CHART_SCENARIO.format(scenario=own),
    }
    return [Series(role, names[role], points) for role, points in paths.items()]


def reached_series(rows: Sequence[Row]) -> list[Series]:
    """Actuals, and apart from them the provisional ones."""
    kinds = ((Role.ACTUAL, screens.CHART_ACTUAL, False), (Role.ESTIMATE, screens.CHART_ESTIMATE, True))
    found = [
        Series(role, name, tuple(row["value"] if bool(row["estimate"]) == kind else None for row in rows))
        for role, name, kind in kinds
    ]
    return [series for series in found if _has_values(series)]


def goal_series(target: Row, rows: Sequence[Row], drawn: Sequence[Series]) -> Iterator[Series]:
    """The target's goal through the plan's years, unless the path lies on it all the way. `target`: a row with
    term_goal and term_stretch."""
    goal = target["term_goal"]
    path = next((series for series in drawn if series.role is Role.FLOOR), None)
    if goal is None or (path and set(path.values) <= {None, goal}):
        return
    said = goal_vi(target["bound"], goal, target["term_stretch"]) + unit_after_number(target["unit"])
    first = target["baseline_year"] + 1
    values = tuple(goal if first <= parse_period(row["period"]).year <= target["last_year"] else None for row in rows)
    yield Series(Role.GOAL, f"{screens.CHART_GOAL} {said}", values)


def forecast_series(forecast: Row | None, periods: Sequence[str]) -> Iterator[Series]:
    """The forecast at the end of the year it is about, with its interval. `forecast`: a row of forecasts.forecasts."""
    if forecast is None or forecast["expected"] is None:
        return
    end = parse_period(forecast["forecast_period"])
    places = [parse_period(period).ends_with(end) for period in periods]
    expected, low, high = (_only(places, forecast[column]) for column in ("expected", "low", "high"))
    is_mean = forecast["horizon"] == Horizon.AVERAGE
    name = outlook.CHART_FORECAST_MEAN if is_mean else outlook.CHART_FORECAST
    if any(places):
        yield Series(Role.FORECAST, name, expected, low=low, high=high, stands_alone=is_mean)


def _only(places: Sequence[bool], value: Decimal) -> tuple[Decimal | None, ...]:
    return tuple(value if is_place else None for is_place in places)


def _has_values(series: Series) -> bool:
    return any(value is not None for value in series.values)
