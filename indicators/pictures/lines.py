"""LINES and YEARS: values along time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.drawing import look
from indicators.drawing.figures import figure_decimals
from indicators.numbers import format_number
from indicators.pictures.beside import Anchors, along, beside, covers
from indicators.pictures.frame import SOFT, Entry, head, legend
from indicators.pictures.look import Look, Type, look_of, type_for
from indicators.pictures.plot import Plot, plot_for
from indicators.pictures.scale import name_lines, named
from indicators.pictures.shapes import Area, At, Mark, Shape, Sheet, Stroke, Words
from indicators.pictures.values import Piece, last_known, led_to, level_pieces, pieces, reached
from indicators.reports.model import Chart, Role, Series
from indicators.wording.pictures import unit_note_vi

#: What lies above what: what was reached above all.
_ORDER = (Role.FLOOR, Role.STRETCH, Role.SCENARIO, Role.GOAL, Role.FORECAST, Role.ACTUAL, Role.ESTIMATE)
_LAST_MM = 1.5


def draw_lines(chart: Chart, width_mm: float, title_vi: str, notes_vi: Sequence[str]) -> Sheet:
    """The lines over each other, the goal named where it lies, the legend below."""
    letters = type_for(width_mm)
    top = head(title_vi, [*notes_vi, *unit_note_vi(chart.unit)], width_mm, letters)
    plot = plot_for(chart, width_mm, top.bottom_mm, letters)
    drawn = [shape for one in sorted(chart.series, key=_depth) for shape in _of_series(chart, one, plot)]
    ink = [at for shape in drawn if isinstance(shape, Stroke) and shape.name != Role.GOAL for at in along(shape)]
    goals = _goal_names(chart, plot, ink, letters)
    entries = [Entry(one.name_vi, look_of(one)) for one in chart.series if last_known(one) and one not in goals]
    foot = legend(entries, plot.bottom + 2 * letters.line_mm + 1.6, 0, width_mm, letters)
    shapes = [*top.shapes, *_grid(chart, plot, letters), *drawn, *goals.values()]
    shapes += [*_last_figure(chart, plot, ink, letters), *foot.shapes]
    return Sheet(width_mm, foot.bottom_mm + _LAST_MM, chart.title_vi, tuple(shapes))


def _depth(series: Series) -> int:
    return _ORDER.index(series.role)


def _grid(chart: Chart, plot: Plot, letters: Type) -> Iterator[Shape]:
    """A line for each round value and each named category, with its name."""
    for step, label in zip(plot.scale.steps, plot.scale.labels_vi, strict=True):
        y = plot.y(step)
        yield Stroke(((plot.left, y), (plot.right, y)), look.GRID, 0.6)
        yield Words((plot.left - 1.8, y + letters.half_mm), label, letters.text, SOFT, "right")
    for place in named(chart.categories_vi, plot.room_mm, letters.text):
        x = plot.x(place)
        yield Stroke(((x, plot.top), (x, plot.bottom)), look.GRID, 0.6)
        for row, line in enumerate(name_lines(chart.categories_vi[place]), start=1):
            yield Words((x, plot.bottom + row * letters.line_mm), line, letters.text, SOFT, "center")
    yield Stroke(((plot.left, plot.bottom), (plot.right, plot.bottom)), look.PATH, 0.7)


def _of_series(chart: Chart, series: Series, plot: Plot) -> Iterator[Shape]:
    shown, name = look_of(series), series.role.value
    if series.role is Role.ACTUAL or (series.role is Role.ESTIMATE and not _has(chart, Role.ACTUAL)):
        yield from _strokes(plot, pieces(chart, reached(chart), joins_gaps=True), look_of(series), name)
    elif series.role is Role.FORECAST:
        yield from _forecast(chart, series, plot)
    elif series.role is Role.GOAL:
        yield from _strokes(plot, level_pieces(series.values), shown, name)
    elif series.role is not Role.ESTIMATE:
        yield from _strokes(plot, pieces(chart, series.values, joins_gaps=False), shown, name)
    if shown.sign:
        size = 4.0 if plot.room_mm < 90 else 5.0
        for place, value in enumerate(series.values):
            if value is not None:
                at = (plot.x(place), plot.y(value))
                yield Mark(at, shown.sign, shown.colour, size, shown.is_hollow, f"{name}-point")


def _has(chart: Chart, role: Role) -> bool:
    return any(series.role is role for series in chart.series)


def _strokes(plot: Plot, lines: Sequence[Piece], shown: Look, name: str) -> Iterator[Stroke]:
    for line in lines:
        if len(line) > 1:
            points = tuple((plot.x(place), plot.y(value)) for place, value in line)
            yield Stroke(points, shown.colour, shown.width, shown.dash, name)


def _forecast(chart: Chart, series: Series, plot: Plot) -> Iterator[Shape]:
    """Dashed from what was reached last; its interval as a bar with ends, its fan behind."""
    shown = look_of(series)
    for place, value in enumerate(series.values):
        if value is None:
            continue
        x, before = plot.x(place), None if series.stands_alone else led_to(chart, place)
        low, high = (ends[place] if ends else None for ends in (series.low, series.high))
        if low is not None and high is not None:
            yield from _interval(x, plot.y(low), plot.y(high), shown.colour)
        if before:
            start = (plot.x(before[0]), plot.y(before[1]))
            if low is not None and high is not None:
                yield Area((start, (x, plot.y(low)), (x, plot.y(high))), shown.colour, 0.12, "fan")
            yield Stroke((start, (x, plot.y(value))), shown.colour, shown.width, shown.dash, "forecast")


def _interval(x: float, low: float, high: float, colour: str) -> Iterator[Stroke]:
    yield Stroke(((x, low), (x, high)), colour, 0.9, name="interval")
    for y in (low, high):
        yield Stroke(((x - 0.9, y), (x + 0.9, y)), colour, 0.9)


def _goal_names(chart: Chart, plot: Plot, ink: Sequence[At], letters: Type) -> dict[Series, Words]:
    """Goal → its name on its line, where it covers nothing there."""
    names: dict[Series, Words] = {}
    for series in chart.series:
        if series.role is Role.GOAL and (last := last_known(series)):
            y = plot.y(last[1])
            ends: Anchors = (((plot.left + 1, y), "left"), ((plot.right - 1, y), "right"))
            words = beside(series.name_vi, letters.text, look_of(series).colour, ends, ink, plot)
            names |= {} if covers(words, ink, plot) else {series: words}
    return names


def _last_figure(chart: Chart, plot: Plot, ink: Sequence[At], letters: Type) -> Iterator[Words]:
    known = [(place, value) for place, value in enumerate(reached(chart)) if value is not None]
    if known:
        place, value = known[-1]
        at, text = (plot.x(place), plot.y(value)), format_number(value, figure_decimals(value, 0))
        sides: Anchors = ((at, "center"), (at, "right"), (at, "left"))
        yield beside(text, letters.text, look.NAVY, sides, ink, plot)
