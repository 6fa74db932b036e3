"""'Take the rest': which cells of a sheet may be left out, and what is left of it then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from indicators.intake import Issue, Reading, SheetReading
from indicators.ledger.locking import LockMet, RowsBeside, locks_met_by
from indicators.numbers import format_number
from indicators.periods import parse_period
from indicators.wording.issues import make_issue
from indicators.wording.issues.record import locked_details

#: What is wrong with the whole file, its commune or its period, even where a cell is named: never passed over.
_OF_THE_WHOLE = frozenset({
    "not_a_workbook", "empty_file", "empty_workbook", "encrypted", "damaged_workbook", "unsafe_workbook", "too_large",
    "too_slow", "no_row_recognised", "no_value_column", "nothing_to_record", "commune_conflict", "communes_differ",
    "commune_unknown", "period_missing", "period_conflict", "period_out_of_range",
})  # fmt: skip


@dataclass(frozen=True)
class Rest:
    """A sheet without its troubled cells, and the troubles of the cells that were left out, one a cell."""

    reading: SheetReading
    left_out: tuple[Issue, ...]


def rest_of(reading: SheetReading, locked: Sequence[Issue] = ()) -> Rest | None:
    """What is left of a sheet without the cells of its errors and of `locked`; None where an error is not one of a
    cell, or nothing is left to record."""
    at_places = [one for issue in (*reading.errors, *locked) for one in issue.at_each_place]
    troubles = tuple({(one.code, one.sheet, one.cell): one for one in reversed(at_places)}.values())[::-1]
    if any(issue.sheet is None or issue.cell is None or issue.code in _OF_THE_WHOLE for issue in troubles):
        return None
    cells = {(issue.sheet, issue.cell) for issue in troubles}
    readings = tuple(item for item in reading.readings if (item.sheet, item.cell) not in cells)
    issues = tuple(
        issue for issue in reading.issues if issue not in reading.errors and (issue.sheet, issue.cell) not in cells
    )
    return Rest(replace(reading, readings=readings, issues=issues), troubles) if readings else None


def locked_issues(source: RowsBeside, commune: str, reading: SheetReading, as_of: datetime) -> tuple[Issue, ...]:
    """An error `period_locked` for each cell that would change what stands for a locked period."""
    met = locks_met_by(source, commune, reading.readings, as_of)
    return tuple(_locked(item, found) for item, found in met if found.lock.locked)


def _locked(item: Reading, met: LockMet) -> Issue:
    lock = met.lock
    details = locked_details(parse_period(item.period), parse_period(lock.named), lock.by, lock.at)
    said = {"name": item.row_name, "text": _plain(item.value), "before": _plain(met.before)}
    return make_issue("period_locked", item.sheet, item.cell, **said, **details)


def _plain(value: Decimal | None) -> str:
    return "…" if value is None else format_number(value, max(0, -int(value.normalize().as_tuple().exponent)))
