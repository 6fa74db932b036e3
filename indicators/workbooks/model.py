"""A table on its way into a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds. PERCENT: a number that is a percentage already (97.3 reads 97,3%). A cell of any column may
    be a text where there is no such value ('Đạt')."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True)
class Figure:
    """The exact number, shown with so many decimals. `is_signed`: with its sign also where it is positive; `after_vi`:
    what stands behind it in its cell."""

    value: Decimal
    decimals: int
    is_signed: bool = False
    after_vi: str = ""


#: What a cell may hold; a moment is Vietnamese time without its zone. Of a bare Decimal the column knows the decimals.
Content = str | int | Decimal | Figure | date | datetime | None


@dataclass(frozen=True)
class Column:
    """`width`: in characters; `decimals`: of its bare numbers."""

    heading_vi: str
    width: int
    kind: Kind = Kind.TEXT
    decimals: int = 0


@dataclass(frozen=True)
class Table:
    """`name_vi`: of its sheet, 31 characters at most; `notes_vi`: what to know of it, a line each; `rows`: a content a
    column; `kept`: columns that stay in sight at the left."""

    name_vi: str
    title_vi: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Content]]
    notes_vi: tuple[str, ...] = ()
    kept: int = 0


@dataclass(frozen=True)
class About:
    """What stands over every table. `period_vi`: '' where a table is of no period; `as_of`: the moment of the figures,
    UTC without its zone; `is_demonstration`: they are invented."""

    commune_vi: str
    period_vi: str
    as_of: datetime
    is_demonstration: bool = False
