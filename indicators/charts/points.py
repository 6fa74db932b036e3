"""Rows as points in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from indicators.drawing.figures import Row, with_unit
from indicators.drawing.shown import Shown
from indicators.periods import LENGTH_MONTHS, Period, parse_period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi


@dataclass(frozen=True)
class Point:
    """`is_fixed`: a milestone that a document approved."""

    period: Period
    value: Decimal
    is_estimate: bool = False
    is_fixed: bool = False

    @property
    def day(self) -> date:
        return self.period.ends_on()


Points: TypeAlias = Sequence[Point]
#: Points of a line; None is a gap in it.
Gapped: TypeAlias = Sequence[Point | None]


def path_points(months: Iterable[Row], column: str) -> list[Point]:
    """The path by month; without a baseline only its last point is known, and that is no path."""
    points = [
        Point(parse_period(row["period"]), Decimal(repr(round(row[column], 4))), is_fixed=row["is_fixed"])
        for row in months
        if row[column] is not None
    ]
    return points if len(points) > 1 else []


def actual_points(values: Iterable[Row]) -> list[Point]:
    """By time, one point for periods that end together: the longest speaks (design, section 4)."""
    points = [Point(parse_period(row["period"]), row["value"], bool(row["estimate"])) for row in values]
    ordered = sorted(points, key=lambda p: (p.period.end_month, -LENGTH_MONTHS[p.period.kind]))
    return [next(same) for _, same in groupby(ordered, key=lambda p: p.period.end_month)]


def baseline_point(target: Row, shown: Shown) -> list[Point]:
    """Where the path starts, at December of the baseline year; empty where that is not known."""
    value = target["baseline_value"]
    return [] if value is None else [Point(Period(shown.baseline_year), value)]


def is_flat(points: Points) -> bool:
    return len({point.value for point in points}) <= 1


def gapped(points: Points, *, starts_anew: bool) -> list[Point | None]:
    """The points with a gap between years where every year starts anew."""
    if not starts_anew:
        return list(points)
    spaced: list[Point | None] = []
    for point in points:
        if spaced and spaced[-1] is not None and spaced[-1].period.year != point.period.year:
            spaced.append(None)
        spaced.append(point)
    return spaced


def said(target: Row, point: Point) -> str:
    """'Quý III/2026: 70,3%'."""
    return f"{words.capitalised(period_vi(point.period))}: {with_unit(target, point.value)}"
