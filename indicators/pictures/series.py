"""The series of a chart along time as lines and marks; what was reached lies above all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.drawing import look
from indicators.pictures.look import Look, looks_of
from indicators.pictures.plot import Plot
from indicators.pictures.shapes import Area, Mark, Shape, Stroke
from indicators.pictures.values import REACHED, Piece, led_to, level_pieces, path_of, pieces, reached
from indicators.reports.model import Chart, ChartKind, Role, Series

_ORDER = (Role.FLOOR, Role.STRETCH, Role.SCENARIO, Role.GOAL, Role.FORECAST, Role.BASELINE, Role.ACTUAL, Role.ESTIMATE)
_NARROW_MM = 90
_REACHED_WIDTH = 1.6


def draw_series(chart: Chart, plot: Plot) -> list[Shape]:
    """Band, paths, goal and forecast, above them the line through what was reached, above all the marks."""
    drawn = sorted(zip(chart.series, looks_of(chart), strict=True), key=lambda pair: _ORDER.index(pair[0].role))
    shapes = [shape for series, shown in drawn for shape in _lines(chart, series, shown, plot)]
    through = _strokes(plot, pieces(chart, reached(chart), joins_gaps=True), Look(look.NAVY, _REACHED_WIDTH), "reached")
    return [
        *_band(chart, plot),
        *shapes,
        *through,
        *(mark for series, shown in drawn for mark in _marks(series, shown, plot)),
    ]


def _band(chart: Chart, plot: Plot) -> Iterator[Area]:
    """The ground between floor and stretch, which has no line of its own; none of totals, as on the page."""
    floor, stretch = (path_of(chart, role) for role in (Role.FLOOR, Role.STRETCH))
    both = [
        (plot.x(place), plot.y(low), plot.y(high))
        for place, (low, high) in enumerate(zip(floor, stretch, strict=True))
        if low is not None and high is not None
    ]
    if chart.kind is ChartKind.LINES and len(both) > 1:
        there, back = [(x, low) for x, low, _ in both], [(x, high) for x, _, high in reversed(both)]
        yield Area((*there, *back), look.STRETCH, 0.09, "band")


def _lines(chart: Chart, series: Series, shown: Look, plot: Plot) -> Iterator[Shape]:
    name = series.role.value
    if series.role is Role.FORECAST:
        yield from _forecast(chart, series, shown, plot)
    elif series.role is Role.GOAL:
        yield from _strokes(plot, level_pieces(series.values), shown, name)
    elif series.role not in REACHED:
        yield from _strokes(plot, pieces(chart, series.values, joins_gaps=False), shown, name)


def _strokes(plot: Plot, lines: Sequence[Piece], shown: Look, name: str) -> Iterator[Stroke]:
    for line in lines:
        if len(line) > 1:
            points = tuple((plot.x(place), plot.y(value)) for place, value in line)
            yield Stroke(points, shown.colour, shown.width, shown.dash, name)


def _marks(series: Series, shown: Look, plot: Plot) -> Iterator[Mark]:
    size = 4.0 if plot.room_mm < _NARROW_MM else 5.0
    for place, value in enumerate(series.values if shown.sign else ()):
        if value is not None:
            at = (plot.x(place), plot.y(value))
            yield Mark(at, shown.sign, shown.colour, size, shown.is_hollow, f"{series.role.value}-point")


def _forecast(chart: Chart, series: Series, shown: Look, plot: Plot) -> Iterator[Shape]:
    """Dashed from what was reached last; its interval as a bar with ends, its fan behind."""
    for place, value in enumerate(series.values):
        if value is None:
            continue
        x, before = plot.x(place), None if series.stands_alone else led_to(chart, place)
        start = (plot.x(before[0]), plot.y(before[1])) if before else None
        low, high = (ends[place] if ends else None for ends in (series.low, series.high))
        if low is not None and high is not None:
            yield from _interval(x, plot.y(low), plot.y(high), shown.colour)
            if start:
                yield Area((start, (x, plot.y(low)), (x, plot.y(high))), shown.colour, 0.12, "fan")
        if start:
            yield Stroke((start, (x, plot.y(value))), shown.colour, shown.width, shown.dash, "forecast")


def _interval(x: float, low: float, high: float, colour: str) -> Iterator[Stroke]:
    yield Stroke(((x, low), (x, high)), colour, 0.9, name="interval")
    for y in (low, high):
        yield Stroke(((x - 0.9, y), (x + 0.9, y)), colour, 0.9)
