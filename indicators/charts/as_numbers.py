"""What the chart of a target shows, as numbers: for the picture of it that is taken along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from indicators.charts.paths import by_scenario, of_kind
from indicators.charts.points import Points, actual_points, baseline_point, is_flat, path_points
from indicators.charts.versions import taking_over
from indicators.drawing.figures import Row, unit_after_number
from indicators.drawing.shown import Shown
from indicators.drawing.versions import version_of
from indicators.periods import Kind, Period
from indicators.reports.chart_series import category_vi, forecast_series, kind_of
from indicators.reports.model import Chart, ChartKind, Role, Series
from indicators.wording import outlook, pictures, screens
from indicators.wording.goals import goal_vi


@dataclass(frozen=True)
class _Months:
    """The categories: from the end of the baseline year to that of the target's last, or of the year shown."""

    periods: tuple[Period, ...]

    def values(self, points: Iterable[tuple[int, Decimal]]) -> tuple[Decimal | None, ...]:
        """`points`: (end_month, value)."""
        by_month: Mapping[int, Decimal] = dict(points)
        return tuple(by_month.get(period.end_month) for period in self.periods)


def chart_of_target(
    target: Row,
    path: Sequence[Row],
    values: Sequence[Row],
    shown: Shown,
    *,
    scenarios: Sequence[Row] = (),
    versions: Sequence[Row] = (),
    forecast: Row | None = None,
) -> Chart:
    """The whole term of `charts.path_figure`, from the same rows, by month."""
    months = _months(target, shown)
    floor, stretch = path_points(path, "floor_value"), path_points(path, "stretch_value")
    starts_anew = kind_of(target) is ChartKind.YEARS
    series = [
        *_path(months, floor, Role.FLOOR, screens.CHART_FLOOR_BAND if stretch else screens.CHART_FLOOR, starts_anew),
        *_path(months, stretch, Role.STRETCH, screens.CHART_STRETCH, starts_anew),
        *(_line(months, points, Role.SCENARIO, _on_one_line(name)) for name, points in by_scenario(scenarios)),
        *_reached(months, target, values, shown),
        *_forecast(months, forecast, values, shown),
        *_goal(months, target, version_of(target, versions) or target, floor),
    ]
    title = pictures.TARGET.format(number=target["target"], name=target["name_vi"])
    categories = tuple(category_vi(period) for period in months.periods)
    return Chart(kind_of(target), title, target["unit"], categories, tuple(series), target["target"])


def version_notes(target: Row, versions: Sequence[Row], shown: Shown) -> list[str]:
    """A line a version of the plan that takes over within the chart. `versions`: scenarios.versions_of_target."""
    last_day = date(max(target["last_year"], shown.period.year), 12, 31)
    later = taking_over(versions, last_day)
    return [_on_one_line(outlook.version_from_vi(version["plan"], version["valid_from"])) for version in later]


def _months(target: Row, shown: Shown) -> _Months:
    years = range(shown.first_year, max(target["last_year"], shown.period.year) + 1)
    months = (Period(year, Kind.MONTH, month) for year in years for month in range(1, 13))
    return _Months((Period(shown.baseline_year, Kind.MONTH, 12), *months))


def _on_one_line(text: str) -> str:
    return text.replace("<br>", " ")


def _line(months: _Months, points: Points, role: Role, name: str, *, is_fixed: bool = False) -> Series:
    return Series(role, name, months.values((one.period.end_month, one.value) for one in points), is_fixed=is_fixed)


def _path(months: _Months, points: Points, role: Role, name: str, starts_anew: bool) -> Iterator[Series]:
    """What a document approved and what is only derived, each with its name."""
    for is_fixed, said in ((False, outlook.CHART_DERIVED), (True, outlook.CHART_FIXED)):
        kept = [point for point in of_kind(points, is_fixed, starts_anew=starts_anew) if point]
        if kept:
            yield _line(months, kept, role, said.format(path=name), is_fixed=is_fixed)


def _reached(months: _Months, target: Row, values: Sequence[Row], shown: Shown) -> Iterator[Series]:
    actuals = [point for point in actual_points(values) if point.period.year >= shown.first_year]
    kinds = (
        (Role.BASELINE, screens.CHART_BASELINE, baseline_point(target, shown)),
        (Role.ACTUAL, screens.CHART_ACTUAL, [point for point in actuals if not point.is_estimate]),
        (Role.ESTIMATE, screens.CHART_ESTIMATE, [point for point in actuals if point.is_estimate]),
    )
    yield from (_line(months, points, role, name) for role, name, points in kinds if points)


def _forecast(months: _Months, forecast: Row | None, values: Sequence[Row], shown: Shown) -> Iterator[Series]:
    """Nothing leads to it from what came after the period it was made in."""
    came_later = any(row["end_month"] > shown.period.end_month for row in values)
    for series in forecast_series(forecast, [period.code for period in months.periods]):
        yield replace(series, stands_alone=series.stands_alone or came_later)


def _goal(months: _Months, target: Row, goal: Row, floor: Points) -> Iterator[Series]:
    """As on the page: not where the path already lies on it."""
    if goal["goal_value"] is None or (floor and is_flat(floor)):
        return
    said = goal_vi(target["bound"], goal["goal_value"], goal["goal_stretch"]) + unit_after_number(target["unit"])
    values = tuple(goal["goal_value"] for _ in months.periods)
    yield Series(Role.GOAL, f"{screens.CHART_GOAL} {said}", values)
