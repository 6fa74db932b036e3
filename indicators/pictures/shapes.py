"""What a picture is made of, in millimetres from its top left corner; type in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

At: TypeAlias = tuple[float, float]
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Stroke:
    """A line through points. `dash`: lengths of ink and gap in points, () for none; `name`: what it is, in the SVG."""

    points: tuple[At, ...]
    colour: str
    width: float = 0.5
    dash: tuple[float, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Area:
    """A polygon without an outline."""

    points: tuple[At, ...]
    colour: str
    opacity: float = 1.0
    name: str = ""


@dataclass(frozen=True)
class Mark:
    """A sign of `size` points around a point. `sign`: as matplotlib names its markers, or a status (marks.py)."""

    at: At
    sign: str
    colour: str
    size: float = 4.0
    is_hollow: bool = False
    name: str = ""


@dataclass(frozen=True)
class Words:
    """One line of type. `at`: on its base line, at its start, middle or end by `align` (left, center, right);
    `has_halo`: white around the letters, where they cross lines."""

    at: At
    text: str
    size: float
    colour: str
    align: Align = "left"
    is_bold: bool = False
    has_halo: bool = False


Shape: TypeAlias = Stroke | Area | Mark | Words


@dataclass(frozen=True)
class Sheet:
    """A whole picture without the margin around it; the later shapes lie on top."""

    width_mm: float
    height_mm: float
    title_vi: str
    shapes: tuple[Shape, ...]
