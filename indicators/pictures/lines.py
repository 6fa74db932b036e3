"""LINES and YEARS: values along time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.drawing import look
from indicators.drawing.figures import figure_decimals
from indicators.numbers import format_figure
from indicators.pictures.beside import Anchors, along, beside, covers
from indicators.pictures.frame import SOFT, Entry, head, legend
from indicators.pictures.look import Type, look_of, looks_of, type_for
from indicators.pictures.plot import Plot, plot_for
from indicators.pictures.scale import name_lines, named
from indicators.pictures.series import draw_series
from indicators.pictures.shapes import At, Shape, Sheet, Stroke, Words
from indicators.pictures.values import last_known, reached
from indicators.reports.model import Chart, Role, Series
from indicators.wording.pictures import unit_note_vi

_LAST_MM = 0.5


def draw_lines(chart: Chart, width_mm: float, title_vi: str, notes_vi: Sequence[str]) -> Sheet:
    """The lines over each other, the goal named where it lies, the legend below."""
    letters = type_for(width_mm)
    top = head(title_vi, [*notes_vi, *unit_note_vi(chart.unit)], width_mm, letters)
    plot = plot_for(chart, width_mm, top.bottom_mm, letters)
    drawn = draw_series(chart, plot)
    ink = [at for shape in drawn if isinstance(shape, Stroke) and shape.name != Role.GOAL for at in along(shape)]
    goals = _goal_names(chart, plot, ink, letters)
    named_below = [pair for pair in zip(chart.series, looks_of(chart), strict=True) if pair[0] not in goals]
    entries = [Entry(series.name_vi, shown) for series, shown in named_below if last_known(series)]
    foot = legend(entries, plot.bottom + 2 * letters.line_mm + 1.6, 0, width_mm, letters)
    shapes = [*top.shapes, *_grid(chart, plot, letters), *drawn, *goals.values()]
    shapes += [*_last_figure(chart, plot, ink, letters), *foot.shapes]
    return Sheet(width_mm, foot.bottom_mm + _LAST_MM, chart.title_vi, tuple(shapes))


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
        at, text = (plot.x(place), plot.y(value)), format_figure(value, figure_decimals(value, 0))
        sides: Anchors = ((at, "center"), (at, "right"), (at, "left"))
        yield beside(text, letters.text, look.NAVY, sides, ink, plot)
