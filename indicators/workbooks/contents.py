"""What the cells of several tables hold: a target's numbers, periods and people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from indicators.drawing.figures import exact_decimals, figure_decimals, is_yes_no, value_vi
from indicators.moments import to_local
from indicators.periods import parse_period
from indicators.wording import milestones, screens, units
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES
from indicators.workbooks.model import Column, Content, Figure, Kind

Row = Mapping[str, Any]

NUMBER_COLUMN = Column(screens.COLUMN_NUMBER, 7)
NAME_COLUMN = Column(screens.COLUMN_NAME, 38)
UNIT_COLUMN = Column("ĐVT", 12)
STATUS_COLUMN = Column(screens.COLUMN_STATUS, 20)
PEOPLE_COLUMNS = (
    Column(units.PEOPLE["unit"], 22),
    Column(milestones.COLUMN_LEADER, 18),
    Column(milestones.COLUMN_OFFICER, 18),
)


def number_column(heading_vi: str, width: int = 13) -> Column:
    return Column(heading_vi, width, Kind.NUMBER)


def value_of(row: Row, value: Decimal | None) -> Content:
    """The exact number, shown at the decimals that the pages show; 'Đạt' or 'Chưa đạt' of a yes/no."""
    if value is None:
        return None
    text = value_vi(row, value)
    return text if is_yes_no(row) else Figure(value, len(text.partition(",")[2]))


def recorded_value_of(row: Row, value: Decimal) -> Content:
    """As `value_of`, with every decimal that was recorded."""
    return value_of(row, value) if is_yes_no(row) else Figure(value, exact_decimals(value, row["decimals"]))


def distance_of(row: Row, distance: Decimal | None) -> Content:
    """With its sign; none of a yes/no."""
    if distance is None or is_yes_no(row):
        return None
    return Figure(distance, figure_decimals(distance, row["decimals"]), is_signed=True)


def period_of(code: str | None) -> Content:
    """'Quý III/2026'."""
    return screens.capitalised(period_vi(parse_period(code))) if code else None


def status_of(status: str | None) -> Content:
    return STATUSES[status].word if status else None


def moment_of(stored: datetime | None) -> datetime | None:
    """Vietnamese time without its zone, as a workbook can hold it."""
    return to_local(stored).replace(tzinfo=None, microsecond=0) if stored else None


def people_of(row: Row) -> tuple[Content, ...]:
    return row["lead_unit"], row["directing_leader"], row["officer"]


def estimate_of(is_estimate: bool | None) -> Content:
    return screens.ESTIMATE if is_estimate else None
