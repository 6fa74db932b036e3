"""Which plan version held when: a dotted line on the day one takes over, named along the line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

import plotly.graph_objects as go

from indicators.charts import look
from indicators.charts.points import Points
from indicators.drawing.figures import Row
from indicators.wording import outlook

#: The name stands to the left of its line.
_BEFORE_IT = timedelta(days=45)


def add_versions(figure: go.Figure, versions: Iterable[Row], everything: Points, last_day: date) -> None:
    """`versions`: scenarios.versions_of_target; the first began where the chart does and needs no line."""
    for version in list(versions)[1:]:
        if version["valid_from"] <= last_day:
            _add_version(figure, version, at_top=_is_low(everything, version["valid_from"] - _BEFORE_IT))


def _is_low(everything: Points, day: date) -> bool:
    """Whether what is drawn nearest to the day lies in the lower half: then there is room above it."""
    if not everything:
        return True
    days = min(abs((point.day - day).days) for point in everything)
    nearest = [point.value for point in everything if abs((point.day - day).days) == days]
    values = [point.value for point in everything]
    return sum(nearest, Decimal(0)) / len(nearest) <= (min(values) + max(values)) / 2


def _add_version(figure: go.Figure, version: Row, *, at_top: bool) -> None:
    day = version["valid_from"]
    figure.add_shape(
        type="line", xref="x", yref="paper", x0=day, x1=day, y0=0, y1=1,
        line={"color": look.VERSION, "width": 1.4, "dash": "dot"}, layer="below",
    )  # fmt: skip
    # Along the line: beside it there is no room on a phone.
    figure.add_annotation(
        text=outlook.version_from_vi(version["plan"], day), textangle=-90, showarrow=False,
        x=day, xref="x", xanchor="right", y=0.99 if at_top else 0.01, yref="paper",
        yanchor="top" if at_top else "bottom", bgcolor="rgba(255,255,255,0.8)", borderpad=1,
        font={"color": look.VERSION, "size": look.SMALL},
    )  # fmt: skip
