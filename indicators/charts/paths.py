"""What was planned: the path of the floor and of the stretch, and those of the office's own scenarios.

What a document approved is drawn through, what is only derived is dashed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle, groupby
from textwrap import wrap

import plotly.graph_objects as go

from indicators.charts.points import Gapped, Point, Points, gapped, said
from indicators.drawing import look
from indicators.drawing.figures import Row
from indicators.periods import parse_period
from indicators.wording import outlook, screens
from indicators.wording.units import scenario_vi

#: Characters of a name in the legend that a phone has room for.
_WIDEST_NAME = 34


def path_traces(target: Row, floor: Points, stretch: Points, *, starts_anew: bool) -> list[go.Scatter]:
    """Both paths with the band between them; the quarters marked."""
    traces: list[go.Scatter] = []
    if stretch:
        traces += _band(floor, stretch) if floor and not starts_anew else []
        traces += _in_two_kinds(target, stretch, screens.CHART_STRETCH, look.STRETCH, "dot", starts_anew=starts_anew)
    name = screens.CHART_FLOOR_BAND if stretch else screens.CHART_FLOOR
    return _in_two_kinds(target, floor, name, look.PATH, "dash", starts_anew=starts_anew) + traces


def scenario_traces(target: Row, rows: Iterable[Row], *, starts_anew: bool) -> list[go.Scatter]:
    """A line a scenario of the office's own. `rows`: scenarios.scenario_paths."""
    return [
        _line(target, gapped(points, starts_anew=starts_anew), name, colour, "longdashdot")
        for (name, points), colour in zip(by_scenario(rows), cycle(look.SCENARIOS), strict=False)
    ]


def scenario_points(rows: Iterable[Row]) -> list[Point]:
    return [point for _, points in by_scenario(rows) for point in points]


def by_scenario(rows: Iterable[Row]) -> list[tuple[str, list[Point]]]:
    """A scenario's name, in lines, and its path. `rows`: scenarios.scenario_paths."""
    grouped = groupby(rows, lambda row: (row["scenario"], row["name_vi"], row["sector_vi"]))
    return [
        (
            "<br>".join(wrap(outlook.CHART_SCENARIO.format(scenario=scenario_vi(name, sector)), _WIDEST_NAME)),
            [Point(parse_period(row["period"]), row["value"]) for row in members],
        )
        for (_, name, sector), members in grouped
    ]


def _band(floor: Points, stretch: Points) -> list[go.Scatter]:
    """The ground between the two, which has no line of its own."""
    common = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
    lower, upper = (
        go.Scatter(x=[point.day for point in points], y=[float(point.value) for point in points], **common)
        for points in (floor, stretch)
    )
    return [lower, upper.update(fill="tonexty", fillcolor=look.BAND)]


def _in_two_kinds(
    target: Row, points: Points, name: str, colour: str, dash: str, *, starts_anew: bool
) -> list[go.Scatter]:
    """What is approved, drawn through, and what is not: each with its name in the legend."""
    kinds = ((False, outlook.CHART_DERIVED, dash), (True, outlook.CHART_FIXED, "solid"))
    return [
        _line(target, of_kind(points, is_fixed, starts_anew=starts_anew), said.format(path=name), colour, kind)
        for is_fixed, said, kind in kinds
        if any(point.is_fixed == is_fixed for point in points)
    ]


def of_kind(points: Points, is_fixed: bool, *, starts_anew: bool) -> Gapped:
    """The pieces of a line that are fixed, or that are not: a piece is as the point it leads to."""
    kept: list[Point | None] = []
    for before, point in zip([None, *points[:-1]], points, strict=False):
        if point.is_fixed != is_fixed:
            continue
        joined = before if before and not (starts_anew and before.period.year != point.period.year) else None
        if kept and (joined is None or kept[-1] is not joined):
            kept.append(None)
        if joined and (not kept or kept[-1] is not joined):
            kept.append(joined)
        kept.append(point)
    return kept


def _line(target: Row, points: Gapped, name: str, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=[point.day if point else None for point in points],
        y=[float(point.value) if point else None for point in points],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.8, "dash": dash},
        marker={
            "color": colour,
            "size": [5 if point and point.period.last_month % 3 == 0 else 0 for point in points],
            "line": {"width": 0},
        },
        text=[said(target, point) if point else "" for point in points],
        hovertemplate=f"%{{text}}<extra>{name}</extra>",
    )
