"""Growth scenarios (kịch bản tăng trưởng): where a target stands against each, and the versions of the plan they come
from. Rows for the screens; every number comes out of SQL.

`as_of` is a moment in UTC without its zone; values are Decimal, in the unit of the target.
"""

from __future__ import annotations

from datetime import datetime

from indicators.periods import Kind, Period
from indicators.progress import YEARS
from indicators.store import Row, Store

_MONTHS = [Period(year, Kind.MONTH, month).code for year in YEARS for month in range(1, 13)]


def scenarios_of_target(store: Store, commune: str, target: str, period: str, as_of: datetime) -> list[Row]:
    """A row a scenario with a milestone in the period, the least demanding first: scenario, name_vi, sector_vi (both ''
    of floor and stretch), planned_value as judged, distance (positive when better; None without an actual), reached,
    followed (the most demanding that is reached: the commune is travelling under it) and next_above (the least
    demanding that is not). Empty for a yes/no, for `between` and where nothing is planned (issue 3, point 3)."""
    return store.rows("scenarios_of_target", commune=commune, target=target, period=period, as_of=as_of)


def scenario_paths(store: Store, commune: str, target: str, as_of: datetime) -> list[Row]:
    """The paths of the office's own scenarios, 2026-2030, each month under the plan version that judges it: scenario,
    name_vi, sector_vi, period, plan, value; a row a scenario and month that has a value."""
    return store.rows("scenario_paths_of_target", commune=commune, target=target, periods=_MONTHS, as_of=as_of)


def versions_of_target(store: Store, commune: str, target: str, as_of: datetime) -> list[Row]:
    """Which version of the plan held when, as known at the moment, in time: plan, name_vi, document_number,
    document_date, valid_from, valid_to (None: still), recorded_at (UTC), recorded_by, and what it wants of the target:
    bound, horizon, first_year, last_year, unit, commitment, suspended, goal_value, goal_stretch, tolerance (None where
    the version has it not), year_goals, is_fixed, is_retired, replaced_by (design, section 4)."""
    return store.rows("plan_versions_of_target", commune=commune, target=target, as_of=as_of)
