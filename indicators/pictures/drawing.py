"""A chart of a report laid out as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.pictures.lines import draw_lines
from indicators.pictures.picture import MARGIN_MM, Picture
from indicators.pictures.stack import draw_stack
from indicators.reports.model import Chart, ChartKind

#: Between the margins of an official document: A4 less 30 mm and 20 mm.
FULL_WIDTH_MM = 160.0


def draw(
    chart: Chart, *, width_mm: float = FULL_WIDTH_MM, notes_vi: Sequence[str] = (), with_title: bool = True
) -> Picture:
    """The chart as a picture so wide; its height follows from what it holds. `notes_vi`: said below the title.

    Raises ValueError where the chart has no value: axes alone would be invented.
    """
    if all(value is None for series in chart.series for value in series.values):
        raise ValueError(chart.title_vi)
    lay_out = draw_stack if chart.kind is ChartKind.STACK else draw_lines
    return Picture(lay_out(chart, width_mm - 2 * MARGIN_MM, chart.title_vi if with_title else "", notes_vi))
