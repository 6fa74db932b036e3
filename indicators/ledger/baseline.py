"""The milestones that a sheet moves by giving or changing the baseline year's value. All arithmetic is the SQL's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from indicators.intake import Reading, SheetReading
from indicators.moments import to_local
from indicators.periods import Kind, all_periods
from indicators.store import Store


@dataclass(frozen=True)
class MovedMilestone:
    """A milestone before and after a sheet, in the target's unit; None where there is none. `stretch_*`: of the upper
    edge of a band."""

    target: str
    name_vi: str
    period: str
    before: Decimal | None
    after: Decimal | None
    stretch_before: Decimal | None
    stretch_after: Decimal | None


def baseline_effect(
    store: Store, commune: str, reading: SheetReading | Sequence[Reading], as_of: datetime
) -> list[MovedMilestone]:
    """The milestones, of year ends and of the quarters of the year of `as_of`, that the sheet's values of the baseline
    year move; the target in the plan's order, each in time. Fixed milestones do not move, nor do those that round to
    what they were."""
    readings = reading.readings if isinstance(reading, SheetReading) else reading
    of_december = [item for item in readings if item.period in _ENDS_A_YEAR]
    if not of_december:
        return []
    rows = store.rows(
        "milestones_moved",
        commune=commune,
        as_of=as_of,
        periods=_periods(to_local(as_of).year),
        measures=[item.measure for item in of_december],
        said_periods=[item.period for item in of_december],
        said_values=[item.value for item in of_december],
    )
    return [MovedMilestone(**row) for row in rows]


_ENDS_A_YEAR = frozenset(period.code for period in all_periods() if period.last_month == 12)


def _periods(year: int) -> list[str]:
    return [
        period.code
        for period in all_periods()
        if period.kind is Kind.YEAR or (period.kind is Kind.QUARTER and period.year == year)
    ]
