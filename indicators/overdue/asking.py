"""Which reports a unit owes: rows of sql/queries/reports_by_unit.sql, by deadline and then in the plan's order.

Two questions, never mixed: `on` is the day on which deadlines are looked at (a report is overdue from the day after
its deadline), `as_of` is what is known of uploads, withdrawals and plans. A report that came, even late, even as an
estimate (named in `provisional`), is not overdue. What is due is the rule of sql/views/97_report_due.sql.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from indicators.periods import FIRST_YEAR
from indicators.store import Store

Row = Mapping[str, Any]

#: How far 'due next' looks ahead: the longest way from one quarter's deadline to the next.
DAYS_AHEAD = 92

_FIRST_DAY = date(FIRST_YEAR, 1, 1)


def overdue(store: Store, commune: str, on: date, as_of: datetime) -> list[Row]:
    """A row a unit and period of any year of the plan whose deadline lies before `on` and of which something has not
    come by `as_of`: lead_unit ('' where nobody is entered), period, deadline_on, late_days, due_count and came_count in
    reports (measures), missing (target, measure, name_vi, measure_name_vi, officer of each)."""
    rows = deadlines(store, commune, _FIRST_DAY, on - timedelta(days=1), on, as_of)
    return [row for row in rows if row["missing"]]


def due_next(store: Store, commune: str, on: date, as_of: datetime, days: int = DAYS_AHEAD) -> list[Row]:
    """The same of what has not come and whose deadline is `on` or one of the `days` after it; late_days counts from
    -days to 0."""
    rows = deadlines(store, commune, on, on + timedelta(days=days), on, as_of)
    return [row for row in rows if row["missing"]]


def deadlines(store: Store, commune: str, first_on: date, last_on: date, on: date, as_of: datetime) -> list[Row]:
    """The same of every unit and period with a deadline from `first_on` to `last_on`, also where all has come."""
    days = {"first_on": first_on, "last_on": last_on, "on_day": on}
    return list(store.rows("reports_by_unit", commune=commune, **days, as_of=as_of))
