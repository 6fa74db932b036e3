"""The catalogue taken into the store: new communes at once, later changes as newer rows, never over the old ones.

The catalogue's first word holds from the beginning of time, so that any `as_of` has a plan to judge by; a changed
measure is a newer row and a changed plan a newer version, known from the moment it was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from indicators.catalogue import Catalogue, CommuneCatalogue
from indicators.moments import BEGINNING, END
from indicators.periods import ReportingCalendar
from indicators.plans.content import content_rows, insert_version, measure_row, stored_content
from indicators.store import Store, Transaction, open_store


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
    stored = {row["measure"]: row for row in transaction.rows("measures_newest", commune=commune, as_of=END)}
    changed = [
        row
        for row in (measure_row(commune, measure) for measure in entry.measures)
        if not _says_the_same(stored.get(row["measure"]), row)
    ]
    transaction.run_each("insert_measure", (row | {"recorded_at": at} for row in changed))
    return [f"{commune}/{row['measure']}" for row in changed]


def _take_in_plan(transaction: Transaction, entry: CommuneCatalogue, by: str, at: datetime) -> list[str]:
    """Compared with the catalogue's own last word: versions that came by sheet are no reason to repeat it."""
    commune = entry.commune.commune
    last = transaction.rows("plan_of_catalogue_newest", commune=commune)
    if (
        last
        and _says_the_same(last[0], {"commune": commune, **vars(entry.plan)})
        and stored_content(transaction, commune, last[0]["plan"]) == content_rows(entry)
    ):
        return []
    newest = transaction.rows("plan_newest", commune=commune)
    version = newest[0]["plan"] + 1 if newest else 1
    insert_version(transaction, entry, version, origin="catalogue", by=by, at=at)
    return [f"{commune}/plan {version}"]


def _says_the_same(stored: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    return stored is not None and all(stored[column] == value for column, value in row.items())
