"""What was reached."""

from __future__ import annotations

import plotly.graph_objects as go

from indicators.charts.points import Points, gapped, said
from indicators.drawing import look
from indicators.drawing.figures import Row
from indicators.wording import screens as words


def actual_traces(target: Row, actuals: Points, baseline: Points, *, starts_anew: bool) -> list[go.Scatter]:
    """Actuals drawn through; estimates hollow; the baseline a square of its own."""
    joined = gapped(actuals if starts_anew else [*baseline, *actuals], starts_anew=starts_anew)
    line = go.Scatter(
        x=[point.day if point else None for point in joined],
        y=[float(point.value) if point else None for point in joined],
        mode="lines",
        line={"color": look.NAVY, "width": 2.6},
        hoverinfo="skip",
        showlegend=False,
    )
    marked = (
        (words.CHART_BASELINE, baseline, "square"),
        (words.CHART_ACTUAL, [point for point in actuals if not point.is_estimate], "circle"),
        (words.CHART_ESTIMATE, [point for point in actuals if point.is_estimate], "circle-open"),
    )
    return [line, *(_markers(target, points, name, symbol) for name, points, symbol in marked if points)]


def _markers(target: Row, points: Points, name: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[point.day for point in points],
        y=[float(point.value) for point in points],
        name=name,
        mode="markers",
        marker={"color": look.NAVY, "size": 10, "symbol": symbol, "line": {"width": 2, "color": look.NAVY}},
        text=[said(target, point) for point in points],
        hovertemplate=f"%{{text}}<extra>{name}</extra>",
    )
