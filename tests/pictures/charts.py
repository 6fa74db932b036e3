"""Charts made by hand, and what is read out of a picture."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import repeat
from typing import Any
from xml.etree import ElementTree

from indicators.pictures import Picture
from indicators.pictures.shapes import Words
from indicators.pictures.typeface import width_mm
from indicators.reports.model import Chart, ChartKind, Role, Series
from indicators.wording.statuses import STATUSES

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

QUARTERS = ("Quý IV/2025", *(f"Quý {quarter}/{year}" for year in (2026, 2027) for quarter in ("I", "II", "III", "IV")))


def numbers(*values: float | str | None) -> tuple[Decimal | None, ...]:
    """As many as there are quarters, the rest None."""
    known = [None if value is None else Decimal(str(value)) for value in values]
    return (*known, *repeat(None, len(QUARTERS) - len(known)))


def series(role: Role, *values: float | str | None, name: str = "", **more: Any) -> Series:
    return Series(role, name or role.value, numbers(*values), **more)


def chart(*drawn: Series, kind: ChartKind = ChartKind.LINES, unit: str = "%", title: str = "Nước sạch") -> Chart:
    return Chart(kind, title, unit, QUARTERS, drawn, "17")


def stack(*counts: tuple[str, tuple[int, ...]], groups: tuple[str, ...] = ("Kinh tế", "Xã hội")) -> Chart:
    """`counts`: a status and its count in each group."""
    parts = tuple(
        Series(Role.STATUS, STATUSES[status].word, tuple(Decimal(one) or None for one in many), status)
        for status, many in counts
    )
    return Chart(ChartKind.STACK, "Tình trạng", "chỉ tiêu", groups, parts)


def points_of(picture: Picture, name: str) -> list[tuple[float, float]]:
    """Where the SVG has the marks of this name, in its own units, y downwards."""
    groups = (group for group in _groups(picture, name))
    uses = (use for group in groups for use in group.iter(f"{_SVG}use"))
    return [(float(use.attrib["x"]), float(use.attrib["y"])) for use in uses]


def lines_of(picture: Picture, name: str) -> list[list[tuple[float, float]]]:
    """The lines or areas of this name in the SVG: their corners."""
    paths = (path for group in _groups(picture, name) for path in group.iter(f"{_SVG}path") if "d" in path.attrib)
    flat = ([float(number) for number in _NUMBER.findall(path.attrib["d"])] for path in paths)
    return [list(zip(each[::2], each[1::2], strict=True)) for each in flat]


def _groups(picture: Picture, name: str) -> list[ElementTree.Element]:
    tree = ElementTree.fromstring(picture.svg)
    return [group for group in tree.iter(f"{_SVG}g") if re.fullmatch(rf"{name}-\d+", group.attrib.get("id", ""))]


def words_of(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.sheet.shapes if isinstance(shape, Words)]


def outside(picture: Picture) -> list[str]:
    """Words that reach over an edge of the sheet."""
    return [shape.text for shape in picture.sheet.shapes if isinstance(shape, Words) and _is_outside(picture, shape)]


def _is_outside(picture: Picture, words: Words) -> bool:
    wide = width_mm(words.text, words.size, is_bold=words.is_bold)
    left = words.at[0] - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[words.align]
    sheet = picture.sheet
    return left < -0.5 or left + wide > sheet.width_mm + 0.5 or not 2 < words.at[1] < sheet.height_mm
