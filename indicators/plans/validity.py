"""From when a version may hold: a change never restates what was judged under a version that a document decided."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from indicators.moments import to_local
from indicators.periods import FIRST_YEAR, LAST_YEAR, parse_period
from indicators.plans.difference import shown
from indicators.plans.issues import Issues, Place
from indicators.plans.known import PlanVersion
from indicators.store import Store
from indicators.wording.periods import period_vi

FROM_SHEET = "sheet"


def check_validity(
    store: Store, version: PlanVersion, valid_from: date | None, at: datetime, place: Place, issues: Issues
) -> None:
    """Adds an issue where the day cannot be; a warning where the first plan of the office's own judges anew what the
    catalogue's had judged."""
    if valid_from is None:
        return
    text, newest = shown(valid_from), version.entry.plan.valid_from
    if not FIRST_YEAR <= valid_from.year <= LAST_YEAR:
        issues.add("valid_from_outside", place, text=text, first=FIRST_YEAR, last=LAST_YEAR)
        return
    if valid_from < newest:
        issues.add("valid_from_before_newest", place, text=text, newest=shown(newest))
        return
    today = to_local(at).date()
    ended_on = store.rows("month_ended_before", on_date=today)[0]["ends_on"]
    if ended_on is None or valid_from > ended_on:
        return
    if version.row["origin"] == FROM_SHEET and newest <= today:
        earliest = shown(ended_on + timedelta(days=1))
        issues.add("valid_from_restates", place, text=text, earliest=earliest)
        return
    periods = store.rows("periods_ended_between", first_day=valid_from, last_day=ended_on)
    names = ", ".join(period_vi(parse_period(row["period"])) for row in periods)
    issues.add("judged_anew", place, text=text, periods=names)
