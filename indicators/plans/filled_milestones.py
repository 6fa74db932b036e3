"""The months that a row of milestones leaves open: filled in explicitly, so that what is recorded is what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from indicators.periods import Kind, Period, parse_period
from indicators.plans.draft import Drafting, MilestoneRow
from indicators.plans.layout import milestone_periods
from indicators.plans.paths import FLAT, LINEAR, SHARE, is_judged_in, path_kind
from indicators.store import Row, Store
from indicators.wording import plans as words
from indicators.wording.periods import period_vi

_MONTHS = 12
_QUARTER = 3
_WHOLE_YEAR = 100

#: (target, scenario, months since year 0) → what stands there.
Standing = dict[tuple[str, str, int], Decimal]


def fill_milestones(store: Store, drafting: Drafting, at: datetime) -> None:
    """Adds the open months of every changed row; a row with a gap is an issue."""
    rows = [row for row in drafting.milestone_rows if _is_wanted(drafting, row)]
    if not rows:
        return
    taken_over = _takeover_month(store, drafting)
    standing = _standing(store, drafting, at, taken_over)
    points: list[Row] = []
    asked: list[Row] = []
    for line, row in enumerate(rows):
        start = max(row.year * _MONTHS, taken_over)
        said = _said(drafting, row)
        if start >= (row.year + 1) * _MONTHS or not _is_whole(drafting, row, said, start):
            continue
        before = _before(drafting, row, standing, start)
        if before is not None:
            said = {start: before} | said
        points += [{"line": line, "month": month, "value": value} for month, value in said.items()]
        asked += [
            {"line": line, "month": month} | _shape(drafting, row, said, month)
            for month in range(start + 1, (row.year + 1) * _MONTHS + 1)
            if month not in said
        ]
    if asked:
        for filled in store.rows("milestones_between", points=points, asked=asked):
            _put(drafting, rows[filled["line"]], filled)


def _is_wanted(drafting: Drafting, row: MilestoneRow) -> bool:
    """Others are refused by the checks."""
    target = drafting.targets.get(row.target)
    return target is not None and target.measure in drafting.measures and is_judged_in(target, row.year)


def _takeover_month(store: Store, drafting: Drafting) -> int:
    """The last month that had ended when the draft takes over."""
    return store.rows("month_ended_before", on_date=drafting.valid_from)[0]["end_month"] or 0


def _standing(store: Store, drafting: Drafting, at: datetime, taken_over: int) -> Standing:
    """Where the newest version's paths stand when the draft takes over and at the ends of the years before."""
    years = {row.year - 1 for row in drafting.milestone_rows}
    months = {Period(year, Kind.MONTH, _MONTHS).code for year in years if year >= drafting.base.plan.baseline_year}
    if taken_over:
        months.add(Period((taken_over - 1) // _MONTHS, Kind.MONTH, (taken_over - 1) % _MONTHS + 1).code)
    rows = store.rows(
        "plan_paths", commune=drafting.base.commune.commune, plan=drafting.version.number, as_of=at,
        periods=sorted(months),
    )  # fmt: skip
    return {
        (row["target"], band, row["end_month"]): row[f"{band}_value"]
        for row in rows
        for band in words.BANDS
        if row[f"{band}_value"] is not None
    }


def _said(drafting: Drafting, row: MilestoneRow) -> dict[int, Decimal]:
    """Month → value, of periods that end together the longest's."""
    return {
        period.end_month: value
        for period in milestone_periods(row.year)
        if (value := drafting.milestones.get((row.target, row.scenario, period.code))) is not None
    }


def _is_whole(drafting: Drafting, row: MilestoneRow, said: dict[int, Decimal], start: int) -> bool:
    """Every quarter's end after the start is said; of a scenario of the office's own the year alone is enough."""
    end = (row.year + 1) * _MONTHS
    if row.scenario not in words.BANDS and set(said) == {end}:
        return True
    missing = [month for month in range(start + 1, end + 1) if month % _QUARTER == 0 and month not in said]
    if missing:
        quarters = (Period(row.year, Kind.QUARTER, (month - row.year * _MONTHS) // _QUARTER) for month in missing)
        place = row.row.place(f"{row.year}-Q{(missing[0] - row.year * _MONTHS) // _QUARTER}")
        drafting.issues.add("milestone_gap", place, missing=", ".join(map(period_vi, quarters)))
    return not missing


def _before(drafting: Drafting, row: MilestoneRow, standing: Standing, start: int) -> Decimal | None:
    """Where the row's line comes from: what the draft says of that month, else where the path stands; a total of the
    year begins at nothing."""
    target = drafting.targets[row.target]
    if start == row.year * _MONTHS and _kind(drafting, row) == SHARE:
        return Decimal(0)
    for scenario in (row.scenario, "floor"):
        own = [
            value
            for (code, of, period), value in drafting.milestones.items()
            if (code, of) == (target.target, scenario) and parse_period(period).end_month == start
        ]
        found = own[0] if own else standing.get((target.target, scenario, start))
        if found is not None:
            return found
    return None


def _kind(drafting: Drafting, row: MilestoneRow) -> str:
    target = drafting.targets[row.target]
    return path_kind(drafting.measures[target.measure], target)


def _shape(drafting: Drafting, row: MilestoneRow, said: dict[int, Decimal], month: int) -> Row:
    """How the line runs to the next point: a year alone by the target's own rule, else straight, or flat where the path
    is the goal itself."""
    kind = _kind(drafting, row)
    is_year_alone = row.scenario not in words.BANDS and not _inner(row, said)
    if kind == SHARE and is_year_alone:
        shares = drafting.paces.get(row.target, {})
        of_year = month - row.year * _MONTHS
        return {"shape": SHARE, "share": shares.get(of_year, Decimal(of_year * _WHOLE_YEAR) / _MONTHS)}
    return {"shape": FLAT if kind == FLAT else LINEAR, "share": None}


def _inner(row: MilestoneRow, said: dict[int, Decimal]) -> Iterator[int] | list[int]:
    return [month for month in said if row.year * _MONTHS < month < (row.year + 1) * _MONTHS]


def _put(drafting: Drafting, row: MilestoneRow, filled: Row) -> None:
    period = Period(row.year, Kind.MONTH, filled["month"] - row.year * _MONTHS)
    if filled["value"] is None:
        drafting.issues.add("milestone_no_start", row.row.place(period.code))
    else:
        drafting.milestones[row.target, row.scenario, period.code] = filled["value"]
