"""Words beside what they speak of, where they cover the least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import TypeAlias

from indicators.pictures.plot import Plot
from indicators.pictures.shapes import Align, At, Stroke, Words
from indicators.pictures.typeface import MM_A_POINT, width_mm

#: Where the words may begin, stand or end.
Anchors: TypeAlias = Sequence[tuple[At, Align]]

_APART_MM = 1.3


def beside(text: str, size: float, colour: str, anchors: Anchors, ink: Sequence[At], plot: Plot) -> Words:
    """The words above or below one of the anchors (where, and which way they run), over as few points of `ink` as can
    be and within the plot."""
    tall = size * MM_A_POINT
    options = [
        Words((x, y + down), text, size, colour, align, has_halo=True)
        for (x, y), align in anchors
        for down in (-_APART_MM, _APART_MM + tall * 0.72)
    ]
    return min(options, key=lambda words: _covered(words, ink, plot))


def along(stroke: Stroke) -> Iterator[At]:
    """Points of a line, a millimetre apart at most."""
    for (x, y), (to_x, to_y) in pairwise(stroke.points):
        steps = ceil(hypot(to_x - x, to_y - y)) or 1
        yield from ((x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(steps + 1))


def covers(words: Words, ink: Sequence[At], plot: Plot) -> bool:
    """Whether the words stand over points of `ink`, or outside the plot."""
    return _covered(words, ink, plot) > (False, 0)


def _covered(words: Words, ink: Sequence[At], plot: Plot) -> tuple[bool, int]:
    left, top, right, bottom = _box(words)
    outside = left < plot.left - 0.1 or right > plot.right + 3 or top < plot.top or bottom > plot.bottom
    return outside, sum(left - 1 < x < right + 1 and top - 0.8 < y < bottom + 0.8 for x, y in ink)


def _box(words: Words) -> tuple[float, float, float, float]:
    (x, y), wide, tall = words.at, width_mm(words.text, words.size), words.size * MM_A_POINT
    left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * wide
    return left, y - 0.72 * tall, left + wide, y + 0.22 * tall
