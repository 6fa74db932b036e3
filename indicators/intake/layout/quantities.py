"""Columns that hold a count and a share of the same thing: 'Số lượng' beside 'Tỷ lệ (%)' under one heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from indicators.intake.folding import fold
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.roles import Role

if TYPE_CHECKING:
    from indicators.intake.layout.tables import Column


class Holds(StrEnum):
    COUNT = "count"
    SHARE = "share"
    UNCLEAR = "unclear"  # a bare '%': the share, or how much of the plan was done


_LONGEST = 60
_NOT_COUNTED = (
    r"so bo|chinh thuc|lieu|sanh|voi|bao cao|quyet dinh|qd|ky|thu tu|tt|cung|dau nam|ke hoach|kh|du toan"
    r"|thuc hien|nghi quyet"
)
_COUNT = re.compile(rf"(?:tong )?(?:so|sl)(?: luong)?(?: (?!(?:{_NOT_COUNTED})\b)\w+){{0,4}} ?(?:\([^()%]*\))?")
_SHARE = re.compile(r"(?:ty|ti) ?le(?: ?\(? ?%\)?| phan tram)?|% ?(?:ty|ti) ?le")
_BARE = re.compile(r"\(?%\)?")


def holds(text: str) -> Holds | None:
    """What the lowest heading of a column says that it holds; None where it says neither."""
    folded = fold(text[:_LONGEST]).strip(" :.*")
    for pattern, kind in ((_SHARE, Holds.SHARE), (_BARE, Holds.UNCLEAR), (_COUNT, Holds.COUNT)):
        if pattern.fullmatch(folded):
            return kind
    return None


def pair_shares(grid: Grid, columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, a share beside a count of figures under the same heading being figures too: alone, 'Tỷ lệ (%)' may
    be how much of the plan was done."""
    paired = list(columns)
    for index, column in enumerate(columns):
        if column.role not in {Role.UNKNOWN, Role.IGNORED} or _kind(grid, column) is not Holds.SHARE:
            continue
        for other in columns[max(0, index - 1) : index + 2]:
            if (
                other.role is Role.VALUE
                and _kind(grid, other) is Holds.COUNT
                and column.place.row == other.place.row
                and _group(grid, other)
                and _group(grid, column) in {"", _group(grid, other)}  # '' where the heading over both is not merged
            ):
                paired[index] = replace(column, heading=other.heading)
    return tuple(paired)


def _kind(grid: Grid, column: Column) -> Holds | None:
    return holds(grid.text(*column.place))


def _group(grid: Grid, column: Column) -> str:
    """The header without its lowest level."""
    return column.text.removesuffix(grid.text(*column.place)).strip()
