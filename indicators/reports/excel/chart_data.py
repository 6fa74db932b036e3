"""The numbers of a chart on the sheet that the native charts read, and which lines to draw from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.pictures.scale import year_of
from indicators.pictures.values import led_to, reached
from indicators.reports.model import Chart, ChartKind, Role, Series
from indicators.wording import workbooks as words

Values = Sequence[Decimal | None]


@dataclass(frozen=True)
class Drawn:
    """A column of numbers: a line, points (`is_marked`) or an interval's ends. `series`: whose look it has; `is_named`:
    in the legend."""

    name_vi: str
    values: Values
    series: Series
    is_line: bool = True
    is_marked: bool = False
    is_end: bool = False
    is_named: bool = True


def drawn_of(chart: Chart) -> list[Drawn]:
    """The columns of a chart. What was reached is one line through actuals and estimates, under their points."""
    if chart.kind is ChartKind.STACK:
        return [Drawn(series.name_vi, series.values, series) for series in chart.series]
    joined = [drawn for series in chart.series for drawn in _joined(chart, series)]
    return [*(drawn for series in chart.series for drawn in _told(series)), *joined]


def _told(series: Series) -> Iterator[Drawn]:
    """The series' own numbers, of a forecast its interval too."""
    is_marked = series.role in (Role.ACTUAL, Role.ESTIMATE, Role.FORECAST)
    yield Drawn(series.name_vi, series.values, series, is_line=not is_marked, is_marked=is_marked)
    for template, ends in ((words.LOW, series.low), (words.HIGH, series.high)):
        if any(end is not None for end in ends):
            yield Drawn(template.format(name=series.name_vi), ends, series, is_line=False, is_end=True, is_named=False)


def _joined(chart: Chart, series: Series) -> Iterator[Drawn]:
    """The line under the points: of what was reached once, of a forecast from the last figure that leads to it."""
    name = words.JOINED.format(name=series.name_vi)
    has_actual = any(other.role is Role.ACTUAL for other in chart.series)
    if series.role is Role.ACTUAL or (series.role is Role.ESTIMATE and not has_actual):
        yield Drawn(name, reached(chart), series, is_named=False)
    elif series.role is Role.FORECAST and not series.stands_alone:
        values = list(series.values)
        first = next((place for place, value in enumerate(values) if value is not None), None)
        if first is not None and (before := led_to(chart, first)):
            values[before[0]] = before[1]
            yield Drawn(name, values, series, is_named=False)


def rows_of(chart: Chart) -> list[int | None]:
    """The categories' places, None between two years where totals begin anew: an empty row breaks every line."""
    rows: list[int | None] = []
    for place, name in enumerate(chart.categories_vi):
        anew = chart.kind is ChartKind.YEARS and place and year_of(name) != year_of(chart.categories_vi[place - 1])
        rows += [None, place] if anew else [place]
    return rows
