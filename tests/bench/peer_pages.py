"""What the Dash peer shows: an overview and a detail page, out of the rows of `indicators.progress`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlencode

import plotly.graph_objects as go
from dash import dcc, html

from indicators.numbers import format_number
from indicators.periods import all_periods, parse_period
from indicators.progress import YEARS
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES, Tone
from indicators.wording.statuses import counts as counted

Row = Mapping[str, Any]
Points = Sequence[tuple[int, Decimal]]
#: Measure → its values by month since year 0.
Courses = Mapping[str, Points]

DETAIL = "/chi-tieu"
_COLOURS = {
    Tone.BAD: "#b3261e", Tone.LATE: "#d9822b", Tone.MISSING: "#b0b0b0",
    Tone.GOOD: "#2e8b74", Tone.BEST: "#1b4f8f", Tone.WAITING: "#e6e6e6",
}  # fmt: skip
_HEADINGS = ("TT", "Chỉ tiêu", "Tình trạng", "Thực hiện", "Mốc", "So với mốc", "Sớm / chậm", "Diễn biến")


def overview(period: str, rows: Sequence[Row], statuses: Sequence[Row], trends: Courses) -> list[Any]:
    known = [p for kind in words.PERIOD_KINDS for p in all_periods() if p.kind == kind and p.year in YEARS]
    heading = html.Tr([html.Th(text) for text in _HEADINGS])
    return [
        html.H1("Tổng quan"),
        dcc.Dropdown([{"value": p.code, "label": period_vi(p)} for p in known], period, id="period", clearable=False),
        html.Div(counts(rows), id="counts"),
        html.Table([html.Thead(heading), html.Tbody(lines(period, rows, trends), id="targets")]),
        html.H2("Bản đồ tiến độ theo quý"),
        dcc.Graph(figure=heat_map(statuses), config={"displayModeBar": False}, style={"height": 640}),
    ]


def counts(rows: Sequence[Row]) -> list[Any]:
    found = counted(row["status"] for row in rows)
    return [html.P([html.B(count), f" {STATUSES[status].word}"]) for status, count in found.items()]


def lines(period: str, rows: Sequence[Row], trends: Courses) -> list[Any]:
    return [_line(period, row, trends.get(row["measure"], ())) for row in rows]


def _line(period: str, row: Row, course: Points) -> Any:
    status = STATUSES[row["status"]]
    address = f"{DETAIL}?{urlencode({'target': row['target'], 'period': period})}"
    cells = [
        row["target"],
        dcc.Link(row["name_vi"], href=address),
        html.Span(status.word, style={"color": _COLOURS[status.tone]}),
        *(_number(row, row[column]) for column in ("actual_value", "planned_value", "distance")),
        words.lateness_vi(row["late_months"]),
        html.Img(src=_picture(course), width=116, height=30) if course else None,
    ]
    return html.Tr([html.Td(cell) for cell in cells])


def _number(row: Row, value: Decimal | None) -> str:
    return "" if value is None else f"{format_number(value, row['decimals'], row['goal_value'])} {row['unit']}"


def _picture(course: Points) -> str:
    """A small line as an image's address."""
    first, last = course[0][0], course[-1][0]
    low, high = min(value for _, value in course), max(value for _, value in course)
    across, up = 108 / max(last - first, 1), 22 / float((high - low) or 1)
    points = " ".join(f"{4 + (at - first) * across:.1f},{26 - float(value - low) * up:.1f}" for at, value in course)
    line = f'<polyline points="{points}" fill="none" stroke="#1b4f8f"/>'
    return "data:image/svg+xml," + quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 116 30">{line}</svg>')


def heat_map(statuses: Sequence[Row]) -> go.Figure:
    """A cell an indicator and quarter, in the colour of its status."""
    ranks = {status: rank for rank, status in enumerate(STATUSES)}
    edges = [(rank + side) / len(ranks) for rank in ranks.values() for side in (0, 1)]
    colours = [_COLOURS[words.tone] for words in STATUSES.values() for _ in (0, 1)]
    figure = go.Figure(
        go.Heatmap(
            x=[period_vi(parse_period(row["period"])) for row in statuses],
            y=[f"Chỉ tiêu {row['indicator']}" for row in statuses],
            z=[ranks[row["status"]] for row in statuses],
            text=[STATUSES[row["status"]].word for row in statuses],
            hovertemplate="%{y}, %{x}: %{text}<extra></extra>",
            colorscale=list(zip(edges, colours, strict=True)), zmin=-0.5, zmax=len(ranks) - 0.5,
            showscale=False, xgap=1, ygap=1,
        )
    )  # fmt: skip
    figure.update_yaxes(autorange="reversed", type="category")
    return figure.update_layout(margin={"t": 8, "r": 8, "b": 8, "l": 8})


def detail(row: Row, path: Sequence[Row], values: Sequence[Row]) -> list[Any]:
    actuals = [value for value in values if value["state"] == "standing"]
    figure = go.Figure(
        [
            go.Scatter(x=_days(path), y=[month["floor_value"] for month in path], name="Đường găng"),
            go.Scatter(x=_days(path), y=[month["stretch_value"] for month in path], name="Mức trên"),
            go.Scatter(x=_days(actuals), y=[float(value["value"]) for value in actuals], name="Thực hiện"),
        ]
    ).update_layout(separators=",.", yaxis_title=row["unit"])
    columns = ("period", "value", "state", "upload", "file_name", "sheet", "cell", "recorded_by", "recorded_at")
    return [
        dcc.Link("Tổng quan", href=f"/?{urlencode({'period': row['period']})}"),
        html.H1(f"{row['target']}. {row['name_vi']}"),
        html.P(f"{STATUSES[row['status']].word}: {_number(row, row['actual_value'])}"),
        dcc.Graph(figure=figure, style={"height": 440}),
        html.Table([html.Tr([html.Td(str(value[column])) for column in columns]) for value in values]),
    ]


def _days(rows: Sequence[Row]) -> list[Any]:
    return [parse_period(row["period"]).ends_on() for row in rows]
