"""What is to be expected if it goes on as it has: a hollow point with its interval, fanning out from the last value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import plotly.graph_objects as go

from indicators.catalogue import Horizon
from indicators.charts.points import Point, Points
from indicators.drawing import look
from indicators.drawing.figures import Row, estimated_vi
from indicators.drawing.outlook import expected_of_vi
from indicators.periods import Period, parse_period
from indicators.wording import outlook


def forecast_traces(target: Row, forecast: Row | None, actuals: Points, *, starts_anew: bool) -> list[go.Scatter]:
    """`forecast`: a row of forecasts.forecasts, None or without `expected` where there is none."""
    if forecast is None or forecast["expected"] is None:
        return []
    period = parse_period(forecast["forecast_period"])
    last = None if _is_mean(target) else _last_before(actuals, period, within_year=starts_anew)
    return ([_fan(forecast, last, period.ends_on())] if last else []) + [_point(target, forecast, last, period)]


def forecast_points(forecast: Row | None) -> list[Point]:
    """The ends of the interval: what the axes have to hold."""
    if forecast is None or forecast["expected"] is None:
        return []
    period = parse_period(forecast["forecast_period"])
    return [Point(period, Decimal(forecast[column])) for column in ("low", "expected", "high")]


def _is_mean(target: Row) -> bool:
    """The mean of years is not where the values lead."""
    return bool(target["horizon"] == Horizon.AVERAGE)


def _last_before(actuals: Points, period: Period, *, within_year: bool) -> Point | None:
    """Where the way to the forecast starts; what begins anew every year is forecast from within that year."""
    known = [
        point
        for point in actuals
        if point.period.end_month < period.end_month and (not within_year or point.period.year == period.year)
    ]
    return known[-1] if known else None


def _fan(forecast: Row, last: Point, day: date) -> go.Scatter:
    return go.Scatter(
        x=[last.day, day, day, last.day],
        y=[float(last.value), float(forecast["low"]), float(forecast["high"]), float(last.value)],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=look.FORECAST_FAN,
        hoverinfo="skip",
        showlegend=False,
    )


def _point(target: Row, forecast: Row, last: Point | None, period: Period) -> go.Scatter:
    expected, low, high = (float(forecast[column]) for column in ("expected", "low", "high"))
    start = [last] if last else []
    name = outlook.CHART_FORECAST_MEAN if _is_mean(target) else outlook.CHART_FORECAST
    return go.Scatter(
        x=[*(point.day for point in start), period.ends_on()],
        y=[*(float(point.value) for point in start), expected],
        name=name,
        mode="lines+markers",
        line={"color": look.FORECAST, "width": 2, "dash": "dot"},
        marker={
            "color": look.FORECAST,
            "symbol": "diamond-open",
            "size": [*(0 for _ in start), 11],
            "line": {"width": 2, "color": look.FORECAST},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [*(0 for _ in start), high - expected],
            "arrayminus": [*(0 for _ in start), expected - low],
            "color": look.FORECAST,
            "thickness": 1.5,
            "width": 5,
        },
        text=[*("" for _ in start), _said(target, forecast)],
        hovertemplate=f"%{{text}}<extra>{name}</extra>",
    )


def _said(target: Row, forecast: Row) -> str:
    """'Dự báo đến hết năm 2030: 96,2% (từ 94,1% đến 98,3%)'."""
    values = {name: estimated_vi(target, forecast[name]) for name in ("expected", "low", "high")}
    return outlook.FORECAST_POINT.format(what=expected_of_vi(target, forecast), **values)
