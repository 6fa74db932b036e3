"""The rectangle in which values are drawn along time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from indicators.pictures.look import HALF_PAGE_MM, Type
from indicators.pictures.scale import Scale, name_lines, scale_of
from indicators.pictures.typeface import width_mm
from indicators.reports.model import Chart, ChartKind

_HEIGHT_MM, _HALF_HEIGHT_MM = 58.0, 36.0


@dataclass(frozen=True)
class Plot:
    """Its sides in millimetres from the picture's top left corner; `categories`: how many stand along its foot."""

    left: float
    top: float
    right: float
    bottom: float
    categories: int
    scale: Scale

    @property
    def room_mm(self) -> float:
        return self.right - self.left

    def x(self, place: float) -> float:
        """A single category stands in the middle."""
        return self.left + self.room_mm * (place / (self.categories - 1) if self.categories > 1 else 0.5)

    def y(self, value: Decimal | float) -> float:
        return self.bottom - (self.bottom - self.top) * self.scale.height(value)


def plot_for(chart: Chart, wide_mm: float, top_mm: float, letters: Type) -> Plot:
    """With room at the left for the round values, and at the right for half the last category's name."""
    values = [value for series in chart.series for value in (*series.values, *series.low, *series.high)]
    scale = scale_of([value for value in values if value is not None], from_zero=chart.kind is ChartKind.YEARS)
    labels = max((width_mm(label, letters.text) for label in scale.labels_vi), default=0.0)
    first, last = (
        max(width_mm(line, letters.text) for line in name_lines(name)) / 2
        for name in (chart.categories_vi[0], chart.categories_vi[-1])
    )
    height = _HALF_HEIGHT_MM if wide_mm < HALF_PAGE_MM else _HEIGHT_MM
    left, right = max(labels + 2.0, first), wide_mm - last - 0.3
    return Plot(left, top_mm, right, top_mm + height, len(chart.categories_vi), scale)
