"""How far a commune has come: rows for the screens. Every number comes out of SQL (sql/views, sql/queries).

`as_of` is a moment in UTC without its zone, as the store keeps it (`moments.parse_as_of`); `scenario` is `floor` or
`stretch`. Rows are dicts by column, in the plan's order where nothing else is said; values are Decimal, in the unit of
the row.
"""

from __future__ import annotations

from datetime import datetime

from indicators.periods import FIRST_YEAR, LAST_YEAR, quarters
from indicators.store import Row, Store

#: The baseline year and what lies before it are kept, not judged.
FIRST_JUDGED_YEAR = FIRST_YEAR + 5


def targets_judged(store: Store, commune: str, period: str, as_of: datetime, scenario: str = "floor") -> list[Row]:
    """A row a target with its goal, value, milestone, distance, lateness and status: the columns of 70_judged.sql
    (design, section 3). Empty where the commune has no plan."""
    return store.rows("targets_judged", commune=commune, period=period, as_of=as_of, scenario=scenario)


def indicators_judged(store: Store, commune: str, period: str, as_of: datetime, scenario: str = "floor") -> list[Row]:
    """A row an indicator: commune, period, indicator, ordinal, group_vi, status (the worst of its targets) and
    deciding_target (design, section 3)."""
    return store.rows("indicators_judged", commune=commune, period=period, as_of=as_of, scenario=scenario)


def statuses_by_quarter(store: Store, commune: str, as_of: datetime, scenario: str = "floor") -> list[Row]:
    """The heat map: indicator, period, status for each of the 20 quarters 2026-2030, indicator by indicator."""
    periods = [quarter.code for year in range(FIRST_JUDGED_YEAR, LAST_YEAR + 1) for quarter in quarters(year)]
    return store.rows("statuses_by_period", commune=commune, periods=periods, as_of=as_of, scenario=scenario)


def latest_period_with_data(store: Store, commune: str, as_of: datetime) -> str | None:
    """The period to show first: the latest-ending one after the baseline year with values; of those that end together
    the quarter, half, nine months, year or month. None while nothing has been reported."""
    rows = store.rows("period_with_data_latest", commune=commune, as_of=as_of)
    return str(rows[0]["period"]) if rows else None
