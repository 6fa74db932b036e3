"""Which plan version held when: a dotted line on the day one takes over, named above the plot, where no data stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from indicators.drawing import look
from indicators.drawing.figures import Row
from indicators.wording import outlook

#: Height of a name, two lines, in pixels; so long takes a name and a half on a phone.
NAME_HEIGHT = 34
_NAME_WIDTH = timedelta(days=850)


def taking_over(versions: Sequence[Row], last_day: date) -> list[Row]:
    """Those that took over from another within the chart: the first began where it does and needs no line.
    `versions`: scenarios.versions_of_target."""
    return [version for version in versions[1:] if version["valid_from"] <= last_day]


def levels_of(versions: Sequence[Row]) -> list[int]:
    """How high the name of each stands, from 0: one that follows too soon to stand beside the last stands above it."""
    levels: list[int] = []
    for before, version in zip([None, *versions[:-1]], versions, strict=False):
        is_near = before is not None and version["valid_from"] - before["valid_from"] < _NAME_WIDTH
        levels.append(levels[-1] + 1 if is_near and levels else 0)
    return levels


def add_versions(figure: go.Figure, versions: Sequence[Row], first_day: date, last_day: date) -> None:
    """`versions`: those of `taking_over`, between the days that the chart shows."""
    for version, level in zip(versions, levels_of(versions), strict=True):
        day = version["valid_from"]
        figure.add_shape(
            type="line", xref="x", yref="paper", x0=day, x1=day, y0=0, y1=1,
            line={"color": look.VERSION, "width": 1.4, "dash": "dot"}, layer="below",
        )  # fmt: skip
        figure.add_annotation(
            text=outlook.version_from_vi(version["plan"], day), showarrow=False, align="center",
            x=day, xref="x", xanchor=_anchor(day, first_day, last_day), y=1, yref="paper", yanchor="bottom",
            yshift=level * NAME_HEIGHT, font={"color": look.VERSION, "size": look.SMALL},
        )  # fmt: skip


def _anchor(day: date, first_day: date, last_day: date) -> str:
    """A name near an end of the chart stands on the side that has room."""
    share = (day - first_day) / (last_day - first_day)
    return "left" if share < 0.15 else "right" if share > 0.85 else "center"
