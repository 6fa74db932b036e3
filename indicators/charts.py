"""Rows in, a Plotly figure out: a target's actuals on its path (đường găng)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeAlias

import plotly.graph_objects as go

from indicators.catalogue import Accumulation
from indicators.drawing.figures import Row, unit_after_number, with_unit
from indicators.drawing.shown import Shown
from indicators.periods import LENGTH_MONTHS, Kind, Period, parse_period
from indicators.wording import screens as words
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi

#: What st.plotly_chart gets beside the figure: no bar of tools, no logo.
CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True, "showTips": False}

_INK, _NAVY, _PATH, _STRETCH, _GRID, _GOAL = "#17222f", "#12355b", "#7c8a9c", "#1b75bb", "#e6ebf1", "#b3261e"
_FONT = '"Segoe UI", Roboto, system-ui, "Noto Sans", Arial, "DejaVu Sans", sans-serif'


@dataclass(frozen=True)
class Point:
    period: Period
    value: Decimal
    is_estimate: bool = False

    @property
    def day(self) -> date:
        return self.period.ends_on()


Points: TypeAlias = Sequence[Point]


def path_figure(target: Row, path: Iterable[Row], values: Iterable[Row], shown: Shown) -> go.Figure:
    """`target`: a judged row; `path`: period, floor_value, stretch_value by month; `values`: those that stand.

    Two views share it: the year shown, and the whole term. A measure that starts anew every year is drawn year by year.
    """
    months = list(path)
    floor, stretch = _path_points(months, "floor_value"), _path_points(months, "stretch_value")
    known = _longest(Point(parse_period(row["period"]), row["value"], bool(row["estimate"])) for row in values)
    actuals, baseline = [point for point in known if point.period.year >= shown.first_year], _baseline(target, shown)
    starts_anew = target["accumulation"] == Accumulation.YEAR_TO_DATE
    figure = go.Figure()
    _add_path(figure, target, floor, stretch, starts_anew=starts_anew)
    _add_goal(figure, target, floor)
    _add_actuals(figure, target, actuals, baseline, starts_anew=starts_anew)
    views = _views([*floor, *stretch, *baseline, *actuals], target, shown, starts_anew=starts_anew)
    _lay_out(figure, target, views, opens_whole=not starts_anew and not _is_flat(floor))
    return figure


def _path_points(months: Iterable[Row], column: str) -> list[Point]:
    """The path by month; without a baseline only its last point is known, and that is no path."""
    points = [
        Point(parse_period(row["period"]), Decimal(repr(round(row[column], 4))))
        for row in months
        if row[column] is not None
    ]
    return points if len(points) > 1 else []


def _longest(points: Iterable[Point]) -> list[Point]:
    """By time, one point for periods that end together: the longest speaks (design, section 4)."""
    ordered = sorted(points, key=lambda p: (p.period.end_month, -LENGTH_MONTHS[p.period.kind]))
    return [next(same) for _, same in groupby(ordered, key=lambda p: p.period.end_month)]


def _baseline(target: Row, shown: Shown) -> list[Point]:
    """Where the path starts, at December of the baseline year; empty where that is not known."""
    value = target["baseline_value"]
    return [] if value is None else [Point(Period(shown.baseline_year), value)]


def _is_flat(floor: Points) -> bool:
    return len({point.value for point in floor}) <= 1


def _add_path(figure: go.Figure, target: Row, floor: Points, stretch: Points, *, starts_anew: bool) -> None:
    """Both paths with the band between them; the quarters marked."""
    if floor:
        name = words.CHART_FLOOR_BAND if stretch else words.CHART_FLOOR
        figure.add_trace(_line(target, floor, name, _PATH, "dash", starts_anew=starts_anew))
    if stretch:
        trace = _line(target, stretch, words.CHART_STRETCH, _STRETCH, "dot", starts_anew=starts_anew)
        if floor and not starts_anew:
            trace.update(fill="tonexty", fillcolor="rgba(27,117,187,0.09)")
        figure.add_trace(trace)


def _line(target: Row, points: Points, name: str, colour: str, dash: str, *, starts_anew: bool) -> go.Scatter:
    spaced = _spaced(points, starts_anew=starts_anew)
    return go.Scatter(
        x=[point.day if point else None for point in spaced],
        y=[float(point.value) if point else None for point in spaced],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.8, "dash": dash},
        marker={
            "color": colour,
            "size": [5 if p and p.period.last_month % 3 == 0 else 0 for p in spaced],
            "line": {"width": 0},
        },
        text=[_said(target, point) if point else "" for point in spaced],
        hovertemplate=f"%{{text}}<extra>{name}</extra>",
    )


def _spaced(points: Points, *, starts_anew: bool) -> list[Point | None]:
    """The points with a gap between years where every year starts anew."""
    if not starts_anew:
        return list(points)
    spaced: list[Point | None] = []
    for point in points:
        if spaced and spaced[-1] is not None and spaced[-1].period.year != point.period.year:
            spaced.append(None)
        spaced.append(point)
    return spaced


def _add_goal(figure: go.Figure, target: Row, floor: Points) -> None:
    """The goal as a line across, where the path does not already lie on it."""
    if target["goal_value"] is None or (floor and _is_flat(floor)):
        return
    goal = goal_vi(target["bound"], target["goal_value"], target["goal_stretch"])
    figure.add_hline(
        y=float(target["goal_value"]),
        line={"color": _GOAL, "width": 1, "dash": "dot"},
        annotation={
            "text": f"{words.CHART_GOAL} {goal}{unit_after_number(target['unit'])}",
            "font": {"color": _GOAL, "size": 12.5},
            "xanchor": "left",
            "x": 0.005,
            "yanchor": "bottom",
            "showarrow": False,
        },
    )


def _add_actuals(figure: go.Figure, target: Row, actuals: Points, baseline: Points, *, starts_anew: bool) -> None:
    """Actuals drawn through; estimates hollow; the baseline a square of its own."""
    joined = actuals if starts_anew else [*baseline, *actuals]
    spaced = _spaced(joined, starts_anew=starts_anew)
    figure.add_trace(
        go.Scatter(
            x=[point.day if point else None for point in spaced],
            y=[float(point.value) if point else None for point in spaced],
            mode="lines",
            line={"color": _NAVY, "width": 2.6},
            hoverinfo="skip",
            showlegend=False,
        )
    )
    for name, points, symbol in (
        (words.CHART_BASELINE, baseline, "square"),
        (words.CHART_ACTUAL, [point for point in actuals if not point.is_estimate], "circle"),
        (words.CHART_ESTIMATE, [point for point in actuals if point.is_estimate], "circle-open"),
    ):
        if points:
            figure.add_trace(_markers(target, points, name, symbol))


def _markers(target: Row, points: Points, name: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[point.day for point in points],
        y=[float(point.value) for point in points],
        name=name,
        mode="markers",
        marker={"color": _NAVY, "size": 10, "symbol": symbol, "line": {"width": 2, "color": _NAVY}},
        text=[_said(target, point) for point in points],
        hovertemplate=f"%{{text}}<extra>{name}</extra>",
    )


def _said(target: Row, point: Point) -> str:
    return f"{words.capitalised(period_vi(point.period))}: {with_unit(target, point.value)}"


def _views(everything: Points, target: Row, shown: Shown, *, starts_anew: bool) -> dict[str, dict[str, Any]]:
    """What the axes show of the year, and of the whole term: ranges and ticks."""
    year, first, last = shown.period.year, shown.first_year, max(target["last_year"], shown.period.year)
    year_start = date(year, 1, 8) if starts_anew else date(year - 1, 12, 15)
    of_year = [point for point in everything if year_start <= point.day <= date(year, 12, 31)]
    goal = [float(target["goal_value"])] if target["goal_value"] is not None else []
    return {
        words.VIEW_YEAR.format(year=year): _view(
            year_start, date(year, 12, 31), of_year or everything, [], _quarter_ticks(year)
        ),
        words.VIEW_TERM.format(first=first, last=last): _view(
            date(first - 1, 12, 1), date(last, 12, 31), everything, goal, _year_ticks(first - 1, last)
        ),
    }


def _view(
    start: date, end: date, points: Points, more: Sequence[float], ticks: Mapping[str, Sequence[object]]
) -> dict[str, Any]:
    values = [*(float(point.value) for point in points), *more] or [0.0, 1.0]
    low, high = min(values), max(values)
    room = (high - low) * 0.14 or abs(high) * 0.05 or 1.0
    return {
        "xaxis.range": [start, end + (end - start) / 16],
        "yaxis.range": [low - room, high + room],
        "xaxis.tickvals": ticks["at"],
        "xaxis.ticktext": ticks["text"],
    }


def _quarter_ticks(year: int) -> dict[str, Sequence[object]]:
    quarters = [Period(year, Kind.QUARTER, number) for number in range(1, 5)]
    return {"at": [q.ends_on() for q in quarters], "text": [words.quarter_tick(q.number) for q in quarters]}


def _year_ticks(first: int, last: int) -> dict[str, Sequence[object]]:
    years = range(first, last + 1)
    return {"at": [date(year, 12, 31) for year in years], "text": [words.year_tick(year) for year in years]}


def _lay_out(figure: go.Figure, target: Row, views: Mapping[str, Mapping[str, Any]], *, opens_whole: bool) -> None:
    opened = len(views) - 1 if opens_whole else 0
    font = {"family": _FONT, "size": 13.5, "color": _INK}
    figure.update_layout(
        height=400,
        margin={"l": 8, "r": 12, "t": 50, "b": 8},
        font=font,
        separators=",.",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        hovermode="closest",
        hoverlabel={"bgcolor": "white", "bordercolor": _GRID, "font": font},
        legend={"orientation": "h", "x": 0, "y": -0.1, "yanchor": "top", "itemclick": False, "itemdoubleclick": False},
        xaxis={"gridcolor": _GRID, "fixedrange": True, "zeroline": False},
        yaxis={
            "gridcolor": _GRID,
            "fixedrange": True,
            "zeroline": False,
            "automargin": True,
            "tickformat": ",~f",
            "ticksuffix": unit_after_number(target["unit"]) if target["unit"].startswith("%") else "",
        },
        updatemenus=[_buttons(views, opened)],
    )
    figure.update_layout({name.replace(".", "_"): value for name, value in list(views.values())[opened].items()})


def _buttons(views: Mapping[str, Mapping[str, Any]], opened: int) -> dict[str, Any]:
    """One button a view; Plotly changes the axes by itself, without asking the server."""
    return {
        "type": "buttons",
        "direction": "left",
        "active": opened,
        "x": 1,
        "xanchor": "right",
        "y": 1.02,
        "yanchor": "bottom",
        "bgcolor": "white",
        "bordercolor": "#c7d1dd",
        "buttons": [{"label": name, "method": "relayout", "args": [dict(view)]} for name, view in views.items()],
    }
