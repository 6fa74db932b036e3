"""'Phê duyệt đường găng': the derived milestones of chosen years become the plan's own, with the deciding document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from indicators.catalogue import Commune, CommuneCatalogue, Milestone
from indicators.errors import CommuneUnknown, DetailMissing, PeriodInvalid, PlanRefused, PlanUnchanged
from indicators.plans.content import insert_next, read_back
from indicators.plans.issues import NOWHERE, Issues
from indicators.plans.known import PlanVersion, newest_version
from indicators.plans.layout import milestone_periods, plan_years
from indicators.plans.validity import check_validity
from indicators.store import Store
from indicators.wording import plans as words


def approve_path(
    store: Store,
    commune: Commune,
    years: Sequence[int],
    *,
    document_number: str,
    document_date: date | None = None,
    valid_from: date,
    by: str,
    at: datetime,
) -> int:
    """Records the next version: the newest one with every milestone of these years fixed, from the periods that end on
    `valid_from` or later, as the path stands at `at` (four decimals); so a corrected baseline no longer moves it. The
    version's number. Raises DetailMissing, CommuneUnknown, PeriodInvalid (a year outside the plan), PlanRefused,
    PlanUnchanged (everything is fixed already, or nothing can be derived), NotSaved."""
    for detail, said in (("by", by), ("document_number", document_number)):
        if not said.strip():
            raise DetailMissing(detail)
    with store.writing() as transaction:
        version = newest_version(transaction, commune, at)
        if version is None:
            raise CommuneUnknown(commune.commune, sorted(row["commune"] for row in transaction.rows("communes")))
        _refuse(store, version, years, valid_from, at)
        fixed = _fixed(store, version, years, valid_from, at)
        if not fixed:
            raise PlanUnchanged
        plan = replace(
            version.entry.plan, document_number=document_number.strip(), document_date=document_date,
            valid_from=valid_from,
        )  # fmt: skip
        entry = replace(version.entry, plan=plan, milestones=(*version.entry.milestones, *fixed))
        number = insert_next(transaction, entry, by=by.strip(), at=at)
    read_back(store, entry, number)
    return number


def _refuse(store: Store, version: PlanVersion, years: Sequence[int], valid_from: date, at: datetime) -> None:
    for year in years:
        if year not in plan_years(version.entry.plan.baseline_year):
            raise PeriodInvalid(str(year))
    issues = Issues()
    check_validity(store, version, valid_from, at, NOWHERE, issues)
    if issues.has_errors:
        raise PlanRefused(issues.all())


def _fixed(store: Store, version: PlanVersion, years: Sequence[int], valid_from: date, at: datetime) -> list[Milestone]:
    """What is derived and not fixed yet."""
    taken_over = store.rows("month_ended_before", on_date=valid_from)[0]["end_month"] or 0
    periods = [period.code for year in years for period in milestone_periods(year) if period.end_month > taken_over]
    rows = store.rows(
        "plan_paths", commune=version.entry.commune.commune, plan=version.number, as_of=at, periods=periods
    )
    known = _known(version.entry)
    return [
        Milestone(row["target"], band, row["period"], row[f"{band}_value"])
        for row in rows
        for band in words.BANDS
        if row[f"{band}_value"] is not None and (row["target"], band, row["period"]) not in known
    ]


def _known(entry: CommuneCatalogue) -> set[tuple[str, str, str]]:
    return {(milestone.target, milestone.scenario, milestone.period) for milestone in entry.milestones}
