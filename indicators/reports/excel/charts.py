"""Native charts of a report: every title, name and number is a cell of the sheet with their numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import Any

from indicators.drawing import look
from indicators.drawing.figures import exact_decimals
from indicators.pictures.look import colour_of, ink_on, look_of
from indicators.pictures.scale import year_of
from indicators.reports.excel.chart_data import Drawn, drawn_of, rows_of
from indicators.reports.model import Chart, ChartKind, Report, Role
from indicators.wording import workbooks as words
from indicators.workbooks.book import Book
from indicators.workbooks.model import Figure
from indicators.workbooks.sheet import FONT, Sheet

#: Two charts of this size side by side, two rows of them, fill a page of A4 across.
_WIDTH, _HEIGHT = 500, 300
_ROW_PIXELS, _COLUMNS_A_CHART, _ROWS_A_PAGE = 20, 8, 32
_BAR_PIXELS, _AROUND_BARS = 24, 120
_CATEGORY_WIDTH, _VALUE_WIDTH = 26, 17
_MOST_LABELS = 8
_DASHES = {
    Role.FLOOR: "dash", Role.STRETCH: "square_dot", Role.FORECAST: "dash", Role.GOAL: "round_dot",
    Role.SCENARIO: "dash_dot",
}  # fmt: skip
#: Inside of a point that is not final: no white, which some programs draw without its border.
_PALE = {Role.ESTIMATE: "#B7C6DA", Role.FORECAST: "#F0D9B8"}
_FONT = {"name": FONT, "size": 9, "bold": False, "color": look.INK}


@dataclass(frozen=True)
class Block:
    """Where a chart's numbers stand: the rows of its title, unit, headings, first and last category."""

    sheet: str
    title: int
    unit: int
    heading: int
    first: int
    last: int

    def cell(self, row: int, column: int) -> list[Any]:
        return [self.sheet, row, column]

    def column(self, column: int) -> list[Any]:
        return [self.sheet, self.first, column, self.last, column]


def write_charts(book: Book, report: Report) -> None:
    """Both sheets; none where no chart has a value, since axes alone would be invented."""
    charts = [chart for chart in report.charts if _has_values(chart)]
    if not charts:
        return
    widest = max(len(drawn_of(chart)) for chart in charts)
    shown = book.sheet(words.SHEET_CHARTS, [])
    numbers = book.sheet(words.SHEET_CHART_DATA, [_CATEGORY_WIDTH] + [_VALUE_WIDTH] * max(widest, 4))
    blocks = [_write_numbers(numbers, chart) for chart in charts]
    numbers.set_up_print()
    _place(shown, [_native(book, chart, block) for chart, block in zip(charts, blocks, strict=True)], charts)


def _has_values(chart: Chart) -> bool:
    return any(value is not None for series in chart.series for value in series.values)


def _write_numbers(sheet: Sheet, chart: Chart) -> Block:
    """A block of rows: title, unit, headings, a row a category."""
    drawn, title = drawn_of(chart), sheet.row
    sheet.line(chart.title_vi, bold=True)
    sheet.line(words.UNIT.format(unit=chart.unit) if chart.unit else "", italic=True)
    category = words.CATEGORY_OF_STACK if chart.kind is ChartKind.STACK else words.CATEGORY
    sheet.headings([category, *(one.name_vi for one in drawn)])
    first = sheet.row
    for place in rows_of(chart):
        values = [None if place is None else one.values[place] for one in drawn]
        figures = [None if value is None else Figure(value, exact_decimals(value, 0)) for value in values]
        sheet.framed(["" if place is None else chart.categories_vi[place], *figures])
    block = Block(sheet.worksheet.get_name(), title, title + 1, title + 2, first, sheet.row - 1)
    sheet.line()
    return block


def _native(book: Book, chart: Chart, block: Block) -> Any:
    is_stack = chart.kind is ChartKind.STACK
    native = book.workbook.add_chart({"type": "bar", "subtype": "stacked"} if is_stack else {"type": "line"})
    drawn = drawn_of(chart)
    for column, one in enumerate(drawn, start=1):
        series = {
            "name": block.cell(block.heading, column),
            "categories": block.column(0),
            "values": block.column(column),
        }
        native.add_series({**series, **(_bar(one) if is_stack else _line(one))})
    native.set_title({"name": block.cell(block.title, 0), "name_font": {**_FONT, "size": 11, "bold": True}})
    unnamed = [place for place, one in enumerate(drawn) if not one.is_named]
    native.set_legend({"position": "bottom", "font": _FONT, "delete_series": unnamed})
    native.show_blanks_as("gap" if chart.kind is ChartKind.YEARS else "span")
    _set_axes(native, chart, block)
    return native


def _line(drawn: Drawn) -> dict[str, Any]:
    shown, role = look_of(drawn.series), drawn.series.role
    stroke = {"color": shown.colour, "width": shown.width * 1.25, "dash_type": _DASHES.get(role, "solid")}
    kind = "long_dash" if drawn.is_end else "diamond" if role is Role.FORECAST else "circle"
    inside = {"color": _PALE.get(role, shown.colour)}
    marker = {"type": kind, "size": 7, "border": {"color": shown.colour}, "fill": inside}
    return {
        "line": stroke if drawn.is_line else {"none": True},
        "marker": marker if drawn.is_marked or drawn.is_end else {"type": "none"},
    }


def _bar(drawn: Drawn) -> dict[str, Any]:
    status = drawn.series.status or "not_due"
    labels = {"value": True, "num_format": "0;;", "font": {**_FONT, "bold": True, "color": ink_on(status)}}
    return {"fill": {"color": colour_of(status)}, "data_labels": labels, "gap": 45}


def _set_axes(native: Any, chart: Chart, block: Block) -> None:
    grid = {"visible": True, "line": {"color": look.GRID, "width": 0.75}}
    across: dict[str, Any] = {"num_font": _FONT, "line": {"color": look.PATH}}
    upward: dict[str, Any] = {"num_font": _FONT, "line": {"none": True}}
    if chart.kind is ChartKind.STACK:
        native.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        native.set_y_axis({**across, "reverse": True})
        return
    named = {"name": block.cell(block.unit, 0), "name_font": _FONT} if chart.unit else {}
    native.set_x_axis({**across, "label_position": "low", "interval_unit": _label_every(chart)})
    native.set_y_axis({**upward, **named, "major_gridlines": grid, "num_format": "#,##0.##"})


def _label_every(chart: Chart) -> int:
    """Every category is named where there are few, else one a year."""
    rows = rows_of(chart)
    if len(rows) <= _MOST_LABELS:
        return 1
    by_year = Counter(year_of(name) for name in chart.categories_vi)
    return max(by_year.values()) + (chart.kind is ChartKind.YEARS)


def _place(sheet: Sheet, natives: list[Any], charts: list[Chart]) -> None:
    """Two side by side, a stack over the whole width; a page breaks between rows of charts."""
    row, column, page_from = sheet.row, 0, sheet.row
    breaks = []
    for native, chart in zip(natives, charts, strict=True):
        width, height = _size(chart)
        if column and width > _WIDTH:
            row, column = row + _rows(_HEIGHT), 0
        if column == 0 and row > page_from and row + _rows(height) - page_from > _ROWS_A_PAGE:
            breaks.append(row)
            page_from = row
        native.set_size({"width": width, "height": height})
        sheet.worksheet.insert_chart(row, column, native)
        if width > _WIDTH or column:
            row, column = row + _rows(height), 0
        else:
            column = _COLUMNS_A_CHART
    sheet.set_up_print()
    sheet.worksheet.set_h_pagebreaks(breaks)
    sheet.worksheet.hide_gridlines(2)


def _size(chart: Chart) -> tuple[int, int]:
    if chart.kind is not ChartKind.STACK:
        return _WIDTH, _HEIGHT
    return 2 * _WIDTH + 12, max(_HEIGHT, _BAR_PIXELS * len(chart.categories_vi) + _AROUND_BARS)


def _rows(height: int) -> int:
    return ceil(height / _ROW_PIXELS) + 1
