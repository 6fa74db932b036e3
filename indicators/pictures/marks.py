"""The signs of statuses as outlines: the font has not all of the characters that the screens show."""

from __future__ import annotations

from math import cos, pi, sin

from matplotlib.path import Path

#: Status → a marker of matplotlib, or points of lines from -1 to 1, None between two of them.
_LINES: dict[str, tuple[tuple[float, float] | None, ...]] = {
    "not_met": ((-0.8, -0.8), (0.8, 0.8), None, (-0.8, 0.8), (0.8, -0.8)),
    "no_report": (
        (-0.55, 0.45), (-0.4, 0.85), (0.0, 1.0), (0.4, 0.85), (0.55, 0.45), (0.35, 0.1), (0.0, -0.15), (0.0, -0.45),
        None, (0.0, -0.85), (0.0, -1.0),
    ),
    "met": ((-0.85, -0.1), (-0.3, -0.75), (0.85, 0.75)),
    "not_due": ((-0.8, 0.0), (0.8, 0.0)),
    "no_baseline": (*((cos(pi * part / 12) * 0.8, sin(pi * part / 12) * 0.8) for part in range(25)),),
    "suspended": ((-0.35, -0.85), (-0.35, 0.85), None, (0.35, -0.85), (0.35, 0.85)),
}  # fmt: skip
_MARKERS = {"off_track": "D", "behind": "v", "on_track": "o", "exceeded": "^", "met_exceeded": "*"}


def path_of(sign: str) -> tuple[Path | str, bool]:
    """What matplotlib draws for a sign, and whether it is of lines alone."""
    if sign not in _LINES:
        return _MARKERS.get(sign, sign), False
    points, codes = [], []
    for before, point in zip((None, *_LINES[sign]), _LINES[sign], strict=False):
        if point is not None:
            points.append(point)
            codes.append(Path.LINETO if before is not None else Path.MOVETO)
    return Path(points, codes), True
