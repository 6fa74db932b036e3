"""The chart of a target, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import plotly.graph_objects as go

from indicators.catalogue import Accumulation
from indicators.charts.actuals import actual_traces
from indicators.charts.forecast import forecast_points, forecast_traces
from indicators.charts.layout import lay_out, make_room_above, views
from indicators.charts.paths import path_traces, scenario_points, scenario_traces
from indicators.charts.points import Points, actual_points, baseline_point, is_flat, path_points
from indicators.charts.versions import NAME_HEIGHT, add_versions, levels_of, taking_over
from indicators.drawing import look
from indicators.drawing.figures import Row, unit_after_number
from indicators.drawing.shown import Shown
from indicators.drawing.versions import version_of
from indicators.wording import screens as words
from indicators.wording.goals import goal_vi

#: What st.plotly_chart gets beside the figure: no bar of tools, no logo.
CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True, "showTips": False}


def can_draw(target: Row, path: Sequence[Row], values: Sequence[Row], shown: Shown) -> bool:
    """Whether there is anything to draw: a path, a baseline or a value. Axes alone would be invented."""
    return bool(path_points(path, "floor_value") or baseline_point(target, shown) or values)


def path_figure(
    target: Row,
    path: Sequence[Row],
    values: Iterable[Row],
    shown: Shown,
    *,
    scenarios: Sequence[Row] = (),
    versions: Sequence[Row] = (),
    forecast: Row | None = None,
) -> go.Figure:
    """`target`: a judged row; `path`: period, is_fixed, floor_value, stretch_value by month; `values`: those that
    stand; `scenarios`, `versions`: scenarios.scenario_paths and versions_of_target; `forecast`: a row of
    forecasts.forecasts.

    Two views share it: the year shown, and the whole term. A measure that starts anew every year is drawn year by year.
    """
    floor, stretch = path_points(path, "floor_value"), path_points(path, "stretch_value")
    actuals = [point for point in actual_points(values) if point.period.year >= shown.first_year]
    baseline = baseline_point(target, shown)
    starts_anew = target["accumulation"] == Accumulation.YEAR_TO_DATE
    forecast_from = [point for point in actuals if point.period.end_month <= shown.period.end_month]
    figure = go.Figure(
        [
            *path_traces(target, floor, stretch, starts_anew=starts_anew),
            *scenario_traces(target, scenarios, starts_anew=starts_anew),
            *forecast_traces(target, forecast, forecast_from, starts_anew=starts_anew),
            *actual_traces(target, actuals, baseline, starts_anew=starts_anew),
        ]
    )
    _add_goal(figure, target, version_of(target, versions) or target, floor)
    points = [*floor, *stretch, *scenario_points(scenarios), *forecast_points(forecast), *baseline, *actuals]
    first_day, last_day = date(shown.baseline_year, 12, 31), date(max(target["last_year"], shown.period.year), 12, 31)
    later = taking_over(versions, last_day)
    add_versions(figure, later, first_day, last_day)
    opens_whole = not starts_anew and not is_flat(floor)
    both = views(points, target, shown, starts_anew=starts_anew)
    lay_out(figure, target, both, opens_whole=opens_whole, can_toggle=bool(scenarios))
    make_room_above(figure, (max(levels_of(later)) + 1) * NAME_HEIGHT if later else 0)
    return figure


def _add_goal(figure: go.Figure, target: Row, goal: Row, floor: Points) -> None:
    """The goal as a line across, where the path does not already lie on it; named at the left, far from where the path
    comes to it."""
    if goal["goal_value"] is None or (floor and is_flat(floor)):
        return
    said = goal_vi(target["bound"], goal["goal_value"], goal["goal_stretch"])
    figure.add_hline(
        y=float(goal["goal_value"]),
        line={"color": look.GOAL, "width": 1, "dash": "dot"},
        annotation={
            "text": f"{words.CHART_GOAL} {said}{unit_after_number(target['unit'])}",
            "font": {"color": look.GOAL, "size": look.SMALL},
            "xanchor": "left",
            "x": 0.005,
            "yanchor": "bottom",
            "showarrow": False,
        },
    )
