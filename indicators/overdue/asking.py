"""Which reports a unit owes: rows of sql/queries/reports_by_unit.sql, by deadline and then in the plan's order.

Two questions, never mixed: `on` is the day on which deadlines are looked at (a report is overdue from the day after
its deadline), `as_of` is what is known of uploads, withdrawals and plans. A report that came, even late, even as an
estimate (named in `provisional`), is not overdue. What is due is the rule of sql/views/97_report_due.sql.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from indicators.periods import FIRST_YEAR, LAST_YEAR
from indicators.store import Store

Row = Mapping[str, Any]

#: How far 'due next' looks ahead: the longest way from one quarter's deadline to the next.
DAYS_AHEAD = 92

#: No deadline lies before or after them, whatever the reporting calendar.
_FIRST_DAY, _LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 12, 31)


def overdue(store: Store, commune: str, on: date, as_of: datetime) -> list[Row]:
    """A row a unit and period of any year of the plan whose deadline lies before `on` and of which something has not
    come by `as_of`: lead_unit ('' where nobody is entered), period, deadline_on, late_days, due_count and came_count in
    reports (measures), missing (target, measure, name_vi, measure_name_vi, officer of each)."""
    rows = deadlines(store, commune, _FIRST_DAY, max(on, _FIRST_DAY) - timedelta(days=1), on, as_of)
    return [row for row in rows if row["missing"]]


def due_next(store: Store, commune: str, on: date, as_of: datetime, days: int = DAYS_AHEAD) -> list[Row]:
    """The same of what has not come and whose deadline is `on` or one of the `days` after it; late_days counts from
    -days to 0."""
    rows = deadlines(store, commune, on, min(on, _LAST_DAY) + timedelta(days=days), on, as_of)
    return [row for row in rows if row["missing"]]


def deadlines(store: Store, commune: str, first_on: date, last_on: date, on: date, as_of: datetime) -> list[Row]:
    """The same of every unit and period with a deadline from `first_on` to `last_on`, also where all has come."""
    days = {"first_on": first_on, "last_on": last_on, "on_day": on}
    return list(store.rows("reports_by_unit", commune=commune, **days, as_of=as_of))


def calendar_deadlines(store: Store, commune: str, on: date, as_of: datetime) -> list[Row]:
    """The same of every unit and period whose deadline lies between `on` and the end of the year after it."""
    begin = min(on, _LAST_DAY)
    return deadlines(store, commune, begin, date(begin.year + 1, 12, 31), on, as_of)


def units_asked(store: Store, commune: str, as_of: datetime) -> list[str]:
    """The units that have to report something in the plan's years, in the plan's order; '' among them where somebody
    is yet to be entered."""
    rows = deadlines(store, commune, _FIRST_DAY, _LAST_DAY, _FIRST_DAY, as_of)
    return list(dict.fromkeys(row["lead_unit"] for row in rows))


def names_of(said: Iterable[Row]) -> list[str]:
    """The measures' names of `missing`, `provisional` or `asked`, each once."""
    return list({row["measure"]: row["measure_name_vi"] for row in said}.values())
