"""Two views of one chart, the year shown and the whole term: Plotly changes them without asking the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import plotly.graph_objects as go

from indicators.charts.points import Points
from indicators.drawing import look
from indicators.drawing.figures import Row, unit_after_number
from indicators.drawing.shown import Shown
from indicators.periods import Kind, Period
from indicators.wording import screens as words

#: Name of a view → what it sets of the axes.
Views: TypeAlias = Mapping[str, Mapping[str, Any]]

_HEIGHT, _ROOM_OF_LEGEND, _ENTRIES_WITHIN = 400, 22, 4


def views(everything: Points, target: Row, shown: Shown, *, starts_anew: bool) -> Views:
    """What the axes show of the year, and of the whole term: ranges and ticks."""
    year, first, last = shown.period.year, shown.first_year, max(target["last_year"], shown.period.year)
    year_start = date(year, 1, 8) if starts_anew else date(year - 1, 12, 15)
    of_year = [point for point in everything if year_start <= point.day <= date(year, 12, 31)]
    goal = [float(target["goal_value"])] if target["goal_value"] is not None else []
    return {
        words.VIEW_YEAR.format(year=year): _view(
            year_start, date(year, 12, 31), of_year or everything, [], _quarter_ticks(year)
        ),
        words.VIEW_TERM.format(first=first, last=last): _view(
            date(first - 1, 12, 1), date(last, 12, 31), everything, goal, _year_ticks(first - 1, last)
        ),
    }


def lay_out(figure: go.Figure, target: Row, views: Views, *, opens_whole: bool, can_toggle: bool) -> None:
    """`can_toggle`: a click on the legend hides a line and shows it again."""
    opened = len(views) - 1 if opens_whole else 0
    font = {"family": look.FONT, "size": 13.5, "color": look.INK}
    entries = sum(trace.showlegend is not False for trace in figure.data)
    figure.update_layout(
        height=_HEIGHT + _ROOM_OF_LEGEND * max(0, entries - _ENTRIES_WITHIN),
        margin={"l": 8, "r": 12, "t": 50, "b": 8},
        font=font,
        separators=",.",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        hovermode="closest",
        hoverlabel={"bgcolor": "white", "bordercolor": look.GRID, "font": font},
        legend=_legend(can_toggle),
        xaxis={"gridcolor": look.GRID, "fixedrange": True, "zeroline": False, "tickangle": 0},
        yaxis={
            "gridcolor": look.GRID,
            "fixedrange": True,
            "zeroline": False,
            "automargin": True,
            "tickformat": ",~f",
            "ticksuffix": unit_after_number(target["unit"]) if target["unit"].startswith("%") else "",
        },
        updatemenus=[_buttons(views, opened)],
    )
    figure.update_layout({name.replace(".", "_"): value for name, value in list(views.values())[opened].items()})


def make_room_above(figure: go.Figure, pixels: int) -> None:
    """Room between the plot and the buttons for so many pixels of names."""
    layout = figure.layout
    layout.height += pixels
    layout.margin.t += pixels
    layout.updatemenus[0].pad.b = pixels


def _view(
    start: date, end: date, points: Points, more: Sequence[float], ticks: Mapping[str, Sequence[object]]
) -> dict[str, Any]:
    values = [*(float(point.value) for point in points), *more] or [0.0, 1.0]
    low, high = min(values), max(values)
    room = (high - low) * 0.14 or abs(high) * 0.05 or 1.0
    return {
        "xaxis.range": [start, end + (end - start) / 16],
        "yaxis.range": [low - room, high + room],
        "xaxis.tickvals": ticks["at"],
        "xaxis.ticktext": ticks["text"],
    }


def _quarter_ticks(year: int) -> dict[str, Sequence[object]]:
    quarters = [Period(year, Kind.QUARTER, number) for number in range(1, 5)]
    return {"at": [q.ends_on() for q in quarters], "text": [words.quarter_tick(q.number) for q in quarters]}


def _year_ticks(first: int, last: int) -> dict[str, Sequence[object]]:
    """On two lines, which stand side by side on a phone."""
    years = range(first, last + 1)
    text = [words.year_tick(year).replace(" ", "<br>") for year in years]
    return {"at": [date(year, 12, 31) for year in years], "text": text}


def _legend(can_toggle: bool) -> dict[str, Any]:
    click = "toggle" if can_toggle else False
    return {
        "orientation": "h", "x": 0, "y": -0.14, "yanchor": "top", "traceorder": "normal", "itemclick": click,
        "itemdoubleclick": False,
    }  # fmt: skip


def _buttons(views: Views, opened: int) -> dict[str, Any]:
    return {
        "type": "buttons",
        "direction": "left",
        "active": opened,
        "x": 1,
        "xanchor": "right",
        "y": 1.02,
        "yanchor": "bottom",
        "bgcolor": "white",
        "bordercolor": look.BORDER,
        "buttons": [{"label": name, "method": "relayout", "args": [dict(view)]} for name, view in views.items()],
    }
