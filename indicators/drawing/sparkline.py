"""A small picture of a value's course on its path, as a data URI: one <img>, no script."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias
from urllib.parse import quote

from indicators.drawing.html import Html, tag

#: (month since year 0, value), by time.
Points: TypeAlias = Sequence[tuple[int, Decimal]]

_WIDTH, _HEIGHT, _EDGE = 116, 30, 4
_INK, _PATH = "#12355B", "#8A97A8"
_TONES = {"bad": "#B3261E", "late": "#A35A00", "good": "#1B7A55", "best": "#0B5FA5"}


def sparkline(actual: Points, path: Points, tone: str, alt: str) -> Html:
    """Actuals drawn through, the path dashed, the last actual a dot in the tone of its status."""
    months = [month for month, _ in (*actual, *path)]
    values = [value for _, value in (*actual, *path)]
    left, low = min(months), min(values)
    wide, high = max(max(months) - left, 1), max(values) - low

    def place(point: tuple[int, Decimal]) -> str:
        across = _EDGE + (_WIDTH - 2 * _EDGE) * (point[0] - left) / wide
        up = float((point[1] - low) / high) if high else 0.5
        return f"{across:.1f},{_HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * up:.1f}"

    last_x, _, last_y = place(actual[-1]).partition(",")
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<g fill="none" stroke-linejoin="round" stroke-linecap="round">'
        f'<polyline points="{" ".join(map(place, path))}" stroke="{_PATH}" stroke-width="1.3" stroke-dasharray="3 3"/>'
        f'<polyline points="{" ".join(map(place, actual))}" stroke="{_INK}" stroke-width="1.8"/></g>'
        f'<circle cx="{last_x}" cy="{last_y}" r="3.2" fill="{_TONES.get(tone, _INK)}"/></svg>'
    )
    source = "data:image/svg+xml," + quote(drawing, safe="/:=<>' ,.-\"").replace('"', "'").replace("#", "%23")
    return tag("img", src=source, alt=alt, width=_WIDTH, height=_HEIGHT, class_="kpi-trend")
