"""How far a commune has come: rows for the screens. Every number comes out of SQL (sql/views, sql/queries).

`as_of` is a moment in UTC without its zone, as the store keeps it (`moments.parse_as_of`); `scenario` is `floor` or
`stretch`. Rows are dicts by column, in the plan's order where nothing else is said; values are Decimal, in the unit of
the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from indicators.catalogue import Scenario
from indicators.periods import Kind, Period, quarters
from indicators.store import Row, Store

#: The years that the screens show: those of the five-year plan.
YEARS = range(2026, 2031)

_QUARTERS = [quarter.code for year in YEARS for quarter in quarters(year)]
_MONTHS = [Period(year, Kind.MONTH, month).code for year in YEARS for month in range(1, 13)]


@dataclass(frozen=True)
class Overview:
    """What the functions of the same name below give, from one pass over the store."""

    targets: list[Row]
    indicators: list[Row]
    statuses: list[Row]


def overview(store: Store, commune: str, period: str, as_of: datetime, scenario: str = "floor") -> Overview:
    """`targets_judged` and `indicators_judged` of the period and `statuses_by_quarter`, judged once, not thrice."""
    targets = store.rows("overview", commune=commune, period=period, periods=_QUARTERS, as_of=as_of, scenario=scenario)
    indicators, statuses = [], []
    for row in {target["indicator"]: target for target in targets}.values():
        indicator = {"indicator": row["indicator"]}
        indicators.append(
            {"commune": commune, "period": period}
            | indicator
            | {"ordinal": row["indicator_ordinal"], "group_vi": row["indicator_group_vi"]}
            | {"status": row["indicator_status"], "deciding_target": row["deciding_target"]}
        )
        statuses += [indicator | status for status in row["indicator_statuses"] or ()]
    return Overview(targets, indicators, statuses)


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
    return store.rows("statuses_by_period", commune=commune, periods=_QUARTERS, as_of=as_of, scenario=scenario)


def latest_period_with_data(store: Store, commune: str, as_of: datetime) -> str | None:
    """The period to show first: the latest-ending one after the baseline year with values; of those that end together
    the quarter, half, nine months, year or month. None while nothing has been reported."""
    rows = store.rows("period_with_data_latest", commune=commune, as_of=as_of)
    return str(rows[0]["period"]) if rows else None


def scenarios_in_force(store: Store, commune: str, period: str, as_of: datetime) -> list[Row]:
    """The scenarios of the office's own in the plan version that judges the period: scenario (its id), name_vi and
    sector_vi ('' for the whole), in the plan's order."""
    return store.rows("scenarios_in_force", commune=commune, period=period, as_of=as_of)


def path_of_target(
    store: Store, commune: str, target: str, as_of: datetime, scenario: str = Scenario.FLOOR
) -> list[Row]:
    """The path month by month, 2026-2030, each month under the plan version that judges it: period, end_month (months
    since year 0), year, plan, is_fixed, floor_value, stretch_value and own_value (float, before rounding; the last of a
    `scenario` of the office's own), floor_milestone, stretch_milestone and own_milestone (Decimal, as judged against;
    `between`: the edges). None where there is none: a yes/no before its date, no baseline, no stretch (design,
    section 3)."""
    return store.rows("path_of_target", commune=commune, target=target, periods=_MONTHS, as_of=as_of, scenario=scenario)


def values_of_measure(store: Store, commune: str, measure: str, as_of: datetime) -> list[Row]:
    """What stands, a row a period in time: period, kind, ends_on, end_month, value, estimate, and where it came from:
    upload, file_name, recorded_at (UTC), recorded_by, sheet, cell (design, section 4)."""
    return store.rows("values_of_measure", commune=commune, measure=measure, as_of=as_of)


def value_history(store: Store, commune: str, measure: str, as_of: datetime) -> list[Row]:
    """Everything ever recorded, also what was replaced or withdrawn: as `values_of_measure`, with state (standing,
    replaced, withdrawn), withdrawn_at, withdrawn_by and reason (design, section 4)."""
    return store.rows("value_history", commune=commune, measure=measure, as_of=as_of)


def remarks_of_measure(store: Store, commune: str, measure: str, as_of: datetime) -> list[Row]:
    """The words beside a measure in the uploads that stand, in time: period, ends_on, kind (difficulty, remedy,
    proposal, decision, note), text_vi, and upload, file_name, recorded_at (UTC), recorded_by, sheet, cell."""
    return store.rows("remarks_of_measure", commune=commune, measure=measure, as_of=as_of)


def trends(store: Store, commune: str, as_of: datetime) -> dict[str, list[tuple[int, Decimal]]]:
    """Measure → its course in time as (end_month, value): one point for each month in which a period with a value
    ends, end_month in months since year 0. Measures without any value are left out."""
    return {
        row["measure"]: [(point["end_month"], point["value"]) for point in row["points"]]
        for row in store.rows("trends", commune=commune, as_of=as_of)
    }
