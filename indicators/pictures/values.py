"""The values of a chart as they are drawn: what was reached in one, and lines in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from indicators.pictures.scale import year_of
from indicators.reports.model import Chart, ChartKind, Role, Series

Values: TypeAlias = Sequence[Decimal | None]
#: (category's place, value) along a line.
Piece: TypeAlias = list[tuple[int, Decimal]]


#: The line of what was reached passes through them.
REACHED = (Role.BASELINE, Role.ACTUAL, Role.ESTIMATE)


def reached(chart: Chart) -> list[Decimal | None]:
    """The baseline, actuals and estimates in one: the line passes through all."""
    return _first_of(chart, REACHED)


def path_of(chart: Chart, role: Role) -> list[Decimal | None]:
    """A path in one, also where parts of it are approved and others not."""
    return _first_of(chart, (role,))


def _first_of(chart: Chart, roles: Sequence[Role]) -> list[Decimal | None]:
    every = [series.values for series in chart.series if series.role in roles] or [(None,) * len(chart.categories_vi)]
    return [next((value for value in same if value is not None), None) for same in zip(*every, strict=True)]


def pieces(chart: Chart, values: Values, *, joins_gaps: bool) -> list[Piece]:
    """The line through the values, broken where one is missing unless it `joins_gaps`, and where totals begin anew."""
    found: list[Piece] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        goes_on = found and (joins_gaps or found[-1][-1][0] == place - 1) and _go_on(chart, found[-1][-1][0], place)
        if not goes_on:
            found.append([])
        found[-1].append((place, value))
    return found


def level_pieces(values: Values) -> list[Piece]:
    """The line through values that are the same over several categories, broken where they change."""
    found: list[Piece] = []
    for place, value in enumerate(values):
        if value is not None:
            if not found or found[-1][-1] != (place - 1, value):
                found.append([])
            found[-1].append((place, value))
    return found


def last_known(series: Series) -> tuple[int, Decimal] | None:
    """The last category with a value, and that value."""
    known = [(place, value) for place, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def led_to(chart: Chart, place: int) -> tuple[int, Decimal] | None:
    """What was reached last before a category, where that leads to it."""
    before = [(at, value) for at, value in enumerate(reached(chart)[:place]) if value is not None]
    return before[-1] if before and _go_on(chart, before[-1][0], place) else None


def _go_on(chart: Chart, sooner: int, later: int) -> bool:
    names = chart.categories_vi
    return chart.kind is not ChartKind.YEARS or year_of(names[sooner]) == year_of(names[later])
