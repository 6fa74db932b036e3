"""STACK: a bar across for each category, its parts side by side, each with its sign and its count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.drawing import look
from indicators.numbers import format_exact
from indicators.pictures.frame import Entry, box, head, legend
from indicators.pictures.look import Type, colour_of, ink_on, type_for
from indicators.pictures.shapes import Mark, Shape, Sheet, Words
from indicators.pictures.typeface import lines_of, width_mm
from indicators.reports.model import Chart, Series

_NAMES_SHARE, _APART_MM, _SIGN_MM, _LAST_MM = 0.42, 2.2, 2.4, 0.5
_BAR_MM, _TALL_BAR_MM = 5.2, 7.6


@dataclass(frozen=True)
class Bars:
    """Where the bars begin, how long a count of one is, how high a bar; `has_rows`: its sign stands above a count, as
    some part is too short for both side by side."""

    left: float
    a_count: float
    height: float
    has_rows: bool


def draw_stack(chart: Chart, width_mm: float, title_vi: str, notes_vi: Sequence[str]) -> Sheet:
    """Bars from the first category down, on one scale, with the total of each behind it."""
    letters = type_for(width_mm)
    top = head(title_vi, notes_vi, width_mm, letters)
    shapes, y, bars = list(top.shapes), top.bottom_mm, _bars(chart, width_mm, letters)
    for place, name in enumerate(chart.categories_vi):
        lines = lines_of(name, letters.text, bars.left - 2)
        tall = max(bars.height, len(lines) * letters.line_mm)
        shapes += _names(lines, y + tall / 2, bars.left - 2, letters)
        shapes += _bar(chart, place, y + (tall - bars.height) / 2, bars, letters)
        y += tall + _APART_MM
    shown = [series for series in chart.series if any(series.values) and series.status]
    foot = legend([Entry(series.name_vi, status=series.status) for series in shown], y, 0, width_mm, letters)
    return Sheet(width_mm, foot.bottom_mm + _LAST_MM, chart.title_vi, (*shapes, *foot.shapes))


def _bars(chart: Chart, wide_mm: float, letters: Type) -> Bars:
    names = max(width_mm(name, letters.text) for name in chart.categories_vi)
    left = min(names, wide_mm * _NAMES_SHARE) + 2
    totals = [_total(chart, place) for place in range(len(chart.categories_vi))]
    behind = max(width_mm(format_exact(one), letters.text, is_bold=True) for one in totals) + 2
    a_count = (wide_mm - left - behind) / float(max(totals))
    parts = [count for series in chart.series for count in series.values if count]
    has_rows = any(float(count) * a_count < _side_by_side(count, letters) for count in parts)
    return Bars(left, a_count, _TALL_BAR_MM if has_rows else _BAR_MM, has_rows)


def _total(chart: Chart, place: int) -> Decimal:
    return sum((series.values[place] or Decimal(0) for series in chart.series), Decimal(0))


def _side_by_side(count: Decimal, letters: Type) -> float:
    return width_mm(format_exact(count), letters.text) + _SIGN_MM + 1.6


def _names(lines: Sequence[str], middle: float, right: float, letters: Type) -> Iterator[Words]:
    first = middle - (len(lines) - 1) * letters.line_mm / 2 + letters.half_mm
    for row, line in enumerate(lines):
        yield Words((right, first + row * letters.line_mm), line, letters.text, look.INK, "right")


def _bar(chart: Chart, place: int, top: float, bars: Bars, letters: Type) -> Iterator[Shape]:
    x = bars.left
    for series in chart.series:
        count = series.values[place]
        if count:
            yield from _part(series, count, x, top, bars, letters)
            x += float(count) * bars.a_count
    at = (x + 1.2, top + bars.height / 2 + letters.half_mm)
    yield Words(at, format_exact(_total(chart, place)), letters.text, look.INK, is_bold=True)


def _part(series: Series, count: Decimal, left: float, top: float, bars: Bars, letters: Type) -> Iterator[Shape]:
    status, text, wide = series.status or "", format_exact(count), float(count) * bars.a_count
    yield box(left, top, left + wide - 0.25, top + bars.height, colour_of(status), f"status-{status}")
    middle, y, ink = left + wide / 2, top + bars.height / 2, ink_on(status)
    if bars.has_rows:
        sign, words = (middle, y - 1.7), (middle, y + 1.8 + letters.half_mm)
    else:
        aside = (_SIGN_MM + 0.6) / 2
        sign = (middle - width_mm(text, letters.text) / 2 - 0.3, y)
        words = (middle + aside, y + letters.half_mm)
    yield Mark(sign, status, ink, 5.5)
    yield Words(words, text, letters.text, ink, "center")
