"""How much of the đường găng of a commune's newest version is fixed, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from indicators.periods import parse_period
from indicators.plans.layout import milestone_periods, plan_years
from indicators.store import Store
from indicators.wording.plans import BANDS


@dataclass(frozen=True)
class YearOfPath:
    """Milestones of floor and stretch, from the day the version holds: fixed by the plan (also by a period that ends
    on the same day: a quarter's is its last month's), and derived by rule. `is_before`: the year ends before that day,
    so its milestones are an earlier version's."""

    year: int
    fixed: int
    derived: int
    is_before: bool = False


def path_by_year(store: Store, commune: str, as_of: datetime) -> list[YearOfPath]:
    """A row a year of the plan that 'phê duyệt đường găng' would extend at `as_of`; none where there is no plan."""
    newest = store.rows("plan_newest_known", commune=commune, as_of=as_of)
    if not newest:
        return []
    plan, years = newest[0]["plan"], plan_years(newest[0]["baseline_year"])
    taken_over = store.rows("month_ended_before", on_date=newest[0]["valid_from"])[0]["end_month"] or 0
    held = {
        (row["target"], row["scenario"], parse_period(row["period"]).end_month)
        for row in store.rows("plan_milestones", commune=commune, plan=plan)
    }
    year_of = {
        period.code: year for year in years for period in milestone_periods(year) if period.end_month > taken_over
    }
    fixed, derived = dict.fromkeys(years, 0), dict.fromkeys(years, 0)
    for row in store.rows("plan_paths", commune=commune, plan=plan, periods=list(year_of), as_of=as_of):
        for band in BANDS:
            if row[f"{band}_value"] is not None:
                counted = fixed if (row["target"], band, row["end_month"]) in held else derived
                counted[year_of[row["period"]]] += 1
    return [
        YearOfPath(year, fixed[year], derived[year], is_before=date(year, 12, 31) < newest[0]["valid_from"])
        for year in years
    ]
