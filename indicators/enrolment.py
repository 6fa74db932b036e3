"""The catalogue taken into the store: new communes at once, later changes as newer rows, never over the old ones.

The catalogue's first word holds from the beginning of time, so that any `as_of` has a plan to judge by; a changed
measure is a newer row and a changed plan a newer version, known from the moment it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from indicators.catalogue import Catalogue, CommuneCatalogue, Measure
from indicators.moments import BEGINNING
from indicators.periods import ReportingCalendar
from indicators.store import Row, Store, Transaction, open_store


def open_enrolled(path: Path, calendar: ReportingCalendar, catalogue: Catalogue, *, by: str, at: datetime) -> Store:
    """The store at `path`, opened with the catalogue taken in; closed again where that fails. Raises StoreError."""
    store = open_store(path, calendar)
    try:
        enrol(store, catalogue, by=by, at=at)
    except BaseException:
        store.close()
        raise
    return store


def enrol(store: Store, catalogue: Catalogue, *, by: str, at: datetime) -> list[str]:
    """Takes in what the catalogue has and the store has not, in one transaction.

    Returns what was taken in: `commune`, `commune/measure`, `commune/plan N`; empty when nothing was new.
    """
    taken: list[str] = []
    with store.writing() as transaction:
        known = {row["commune"] for row in transaction.rows("communes")}
        for entry in catalogue.communes:
            if entry.commune.commune not in known:
                transaction.run("insert_commune", commune=entry.commune.commune, name_vi=entry.commune.name_vi)
                taken.append(entry.commune.commune)
                taken += _take_in(transaction, entry, by, BEGINNING)
            else:
                taken += _take_in(transaction, entry, by, at)
    return taken


def _take_in(transaction: Transaction, entry: CommuneCatalogue, by: str, at: datetime) -> list[str]:
    return _take_in_measures(transaction, entry, at) + _take_in_plan(transaction, entry, by, at)


def _take_in_measures(transaction: Transaction, entry: CommuneCatalogue, at: datetime) -> list[str]:
    commune = entry.commune.commune
    stored = {row["measure"]: row for row in transaction.rows("measures_newest", commune=commune)}
    changed = [
        row
        for row in (_measure_row(commune, measure) for measure in entry.measures)
        if not _says_the_same(stored.get(row["measure"]), row)
    ]
    transaction.run_each("insert_measure", (row | {"recorded_at": at} for row in changed))
    return [f"{commune}/{row['measure']}" for row in changed]


def _take_in_plan(transaction: Transaction, entry: CommuneCatalogue, by: str, at: datetime) -> list[str]:
    commune = entry.commune.commune
    newest = transaction.rows("plan_newest", commune=commune)
    version = newest[0]["plan"] if newest else 0
    plan = {"commune": commune, **vars(entry.plan)}
    content = _plan_content(entry)
    if newest and _says_the_same(newest[0], plan) and _stored_content(transaction, commune, version) == content:
        return []
    version += 1
    transaction.run("insert_plan", plan=version, recorded_at=at, recorded_by=by, **plan)
    for command, rows in content.items():
        transaction.run_each(command, (row | {"commune": commune, "plan": version} for row in rows))
    return [f"{commune}/plan {version}"]


def _plan_content(entry: CommuneCatalogue) -> dict[str, list[Row]]:
    """The rows of a plan version by the command that inserts them, without commune and version."""
    targets = [
        {"ordinal": ordinal, "group_vi": target.group, "suspended": False}
        | {name: value for name, value in vars(target).items() if name != "group"}
        for ordinal, target in enumerate(entry.targets, start=1)
    ]
    return {
        "insert_target": targets,
        "insert_year_goal": [dict(vars(goal)) for goal in sorted(entry.year_goals, key=lambda g: (g.target, g.year))],
        "insert_milestone": [
            dict(vars(milestone))
            for milestone in sorted(entry.milestones, key=lambda m: (m.target, m.scenario, m.period))
        ],
    }


def _stored_content(transaction: Transaction, commune: str, version: int) -> dict[str, list[Row]]:
    stored = {
        "insert_target": transaction.rows("plan_targets", commune=commune, plan=version),
        "insert_year_goal": transaction.rows("plan_year_goals", commune=commune, plan=version),
        "insert_milestone": transaction.rows("plan_milestones", commune=commune, plan=version),
    }
    return {
        command: [{name: value for name, value in row.items() if name not in ("commune", "plan")} for row in rows]
        for command, rows in stored.items()
    }


def _measure_row(commune: str, measure: Measure) -> Row:
    columns: Iterable[str] = (
        "measure", "name_vi", "unit", "accumulation", "frequency", "decimals", "better", "minimum", "maximum",
        "baseline", "lead_unit", "data_source_vi",
    )  # fmt: skip
    closing = measure.closes
    return {
        "commune": commune,
        "closes_month": closing.month,
        "closes_day": closing.day,
        "closes_next_year": closing.next_year,
        **{column: getattr(measure, column) for column in columns},
    }


def _says_the_same(stored: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    return stored is not None and all(stored[column] == value for column, value in row.items())
