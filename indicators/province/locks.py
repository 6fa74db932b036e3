"""The values of a province's sheet that run into its communes' locks, by the record's own rule (`ledger.locking`)."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from indicators.intake.model import Issue, Reading
from indicators.ledger.locking import LockMet, RowsBeside, locks_met
from indicators.numbers import format_exact
from indicators.periods import parse_period
from indicators.province.model import ProvinceReading
from indicators.wording.issues import make_issue
from indicators.wording.issues.record import locked_details


def locks_met_by_province(source: RowsBeside, reading: ProvinceReading, as_of: datetime) -> list[LockMet]:
    """Each with the place of its value in the reading."""
    rows, columns, values = reading.rows, reading.columns, reading.values
    if not len(values):
        return []
    said = {
        "commune": np.array([row.key for row in rows], object)[values.rows],
        "measure": np.array([column.measure.measure for column in columns], object)[values.columns],
        "period": np.array([column.period for column in columns], object)[values.columns],
        "ten_thousandths": values.ten_thousandths,
    }
    return locks_met(source, said, as_of)


def locked_issues(source: RowsBeside, reading: ProvinceReading, as_of: datetime) -> tuple[Issue, ...]:
    """An error `period_locked` for each cell that would change what speaks for a locked period."""
    return tuple(_locked(reading, met) for met in locks_met_by_province(source, reading, as_of) if met.lock.locked)


def corrected_readings(source: RowsBeside, reading: ProvinceReading, as_of: datetime) -> tuple[Reading, ...]:
    """The values that change one of a period that had been locked and was unlocked."""
    met = locks_met_by_province(source, reading, as_of)
    return tuple(reading.reading(found.place) for found in met if not found.lock.locked)


def _locked(reading: ProvinceReading, met: LockMet) -> Issue:
    column, lock = reading.columns[reading.values.columns[met.place]], met.lock
    sheet, cell = reading.cell(met.place)
    details = locked_details(parse_period(column.period), parse_period(lock.named), lock.by, lock.at)
    before = "…" if met.before is None else format_exact(met.before)
    said = {"name": column.measure.name_vi, "text": format_exact(reading.value(met.place)), "before": before}
    return make_issue("period_locked", sheet, cell, **said, **details)
