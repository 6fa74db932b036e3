"""A province's values beside what stands: new, changed or the same, and which of them are far from their own past.

What cannot be far is sorted out with arrays; only what is left goes through the rules of `values.history`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.intake.model import Issue
from indicators.intake.values.history import Known, below_earlier, far_from
from indicators.intake.workbook.cells import letters_of
from indicators.numbers import format_exact
from indicators.periods import parse_period
from indicators.province.model import ProvinceCheck, ProvinceReading
from indicators.store import Store, Tables, Transaction
from indicators.wording.issues import make_issue
from indicators.wording.issues.record import locked_details
from indicators.wording.periods import period_vi

NEW, CHANGED, SAME = range(3)


@dataclass(frozen=True)
class _Standing:
    """What stands for the communes and measures of a file, as columns of one length: a commune and a measure as one
    number (`pairs`), the period, the value in ten-thousandths."""

    pairs: NDArray[np.int64]
    periods: Sequence[str]
    ten_thousandths: NDArray[np.int64]


def check_province(store: Store | None, content: bytes, reading: ProvinceReading, as_of: datetime) -> ProvinceCheck:
    """The reading beside what stands at a moment; without a store everything is new."""
    if store is None or not len(reading.values):
        return ProvinceCheck(reading, len(reading.values), 0, 0, reading.issues)
    standing = _standing(store, reading, as_of)
    changes = _changes(reading, standing)
    new, changed, same = (int((changes == change).sum()) for change in (NEW, CHANGED, SAME))
    issues = (*locked_issues(store, reading, as_of), *reading.issues, *_doubts(reading, standing))
    return ProvinceCheck(
        reading, new, changed, same, tuple(sorted(issues, key=lambda issue: issue.severity)),
        token_of(content, store), changes,
    )  # fmt: skip


def token_of(content: bytes, source: Store | Transaction) -> str:
    """The very bytes, and where the record of all communes stands."""
    head = source.rows("province_head")[0]
    return ":".join([sha256(content).hexdigest(), *map(str, head.values())])


def tables_of(reading: ProvinceReading) -> Tables:
    """The reading as the statements of a province take it."""
    rows, columns, values = reading.rows, reading.columns, reading.values
    return {
        "province_row": {
            "row_number": np.arange(len(rows)),
            "commune": np.array([row.key for row in rows], object),
            "sheet_row": np.array([row.number for row in rows], np.int64),
        },
        "province_column": {
            "column_number": np.arange(len(columns)),
            "measure": np.array([column.measure.measure for column in columns], object),
            "period": np.array([column.period for column in columns], object),
            "match": np.array([str(column.match) for column in columns], object),
            "sheet": np.array([column.sheet for column in columns], object),
            "letters": np.array([letters_of(column.number) for column in columns], object),
        },
        "province_value": {
            "value_number": np.arange(len(values)),
            "row_number": values.rows,
            "column_number": values.columns,
            "ten_thousandths": values.ten_thousandths,
            "estimate": values.estimates,
        },
        "province_commune": {
            "commune": np.array(list(reading.communes), object),
            "name_vi": np.array(list(reading.communes.values()), object),
        },
    }


def locked_issues(source: Store | Transaction, reading: ProvinceReading, as_of: datetime) -> tuple[Issue, ...]:
    """An error `period_locked` for each cell that would change what stands for a locked period."""
    found = _lock_rows(source, reading, as_of)
    return tuple(_locked(reading, value, *lock) for value, locked, *lock in found if locked)


def corrects_unlocked(source: Store | Transaction, reading: ProvinceReading, as_of: datetime) -> bool:
    """Whether a value changes one of a period that had been locked and was unlocked."""
    return any(not row[1] for row in _lock_rows(source, reading, as_of))


def _lock_rows(source: Store | Transaction, reading: ProvinceReading, as_of: datetime) -> list[tuple[Any, ...]]:
    if not source.rows("province_any_lock", as_of=as_of):
        return []
    found = source.columns_beside("province_locked", tables_of(reading), as_of=as_of)
    moments = found["acted_at"].astype("datetime64[us]").tolist()
    names = "value_number", "locked", "locked_period", "acted_by"
    return list(zip(*(found[name].tolist() for name in names), moments, found["ten_thousandths"].tolist(), strict=True))


def _locked(reading: ProvinceReading, value: int, period: str, by: str, at: datetime, before: int | None) -> Issue:
    column = reading.columns[reading.values.columns[value]]
    sheet, cell = reading.cell(value)
    details = locked_details(parse_period(column.period), parse_period(period), by, at)
    said = {"name": column.measure.name_vi, "text": format_exact(reading.value(value))}
    shown = "…" if before is None else _plain(before)
    return make_issue("period_locked", sheet, cell, **said, before=shown, **details)


def _standing(store: Store, reading: ProvinceReading, as_of: datetime) -> _Standing:
    tables = tables_of(reading)
    found = store.columns_beside(
        "province_standing",
        {name: tables[name] for name in ("province_row", "province_column")},
        as_of=as_of,
    )
    measures = _numbers_of_measures(reading)
    numbers = np.array([measures[measure] for measure in found["measure"].tolist()], np.int64)
    pairs = found["row_number"].astype(np.int64) * len(measures) + numbers
    return _Standing(pairs, found["period"].tolist(), found["ten_thousandths"].astype(np.int64))


def _numbers_of_measures(reading: ProvinceReading) -> dict[str, int]:
    return {
        measure: number
        for number, measure in enumerate(dict.fromkeys(column.measure.measure for column in reading.columns))
    }


def _pairs(reading: ProvinceReading) -> NDArray[np.int64]:
    """For each value its commune and measure as one number; a commune's rows count as its first."""
    first: dict[str, int] = {}
    rows = np.array([first.setdefault(row.key, number) for number, row in enumerate(reading.rows)], np.int64)
    measures = _numbers_of_measures(reading)
    columns = np.array([measures[column.measure.measure] for column in reading.columns], np.int64)
    return rows[reading.values.rows] * len(measures) + columns[reading.values.columns]


def _changes(reading: ProvinceReading, standing: _Standing) -> NDArray[np.int8]:
    changes = np.full(len(reading.values), NEW, np.int8)
    pairs, periods = _pairs(reading), np.array([column.period for column in reading.columns], object)
    own_periods = np.array(standing.periods, object)
    for period in dict.fromkeys(periods):
        at = np.flatnonzero(own_periods == period)
        order = at[np.argsort(standing.pairs[at])]
        asked = np.flatnonzero(periods[reading.values.columns] == period)
        if not len(order):
            continue
        place = np.minimum(np.searchsorted(standing.pairs[order], pairs[asked]), len(order) - 1)
        known = standing.pairs[order[place]] == pairs[asked]
        same = standing.ten_thousandths[order[place]] == reading.values.ten_thousandths[asked]
        changes[asked[known]] = np.where(same[known], SAME, CHANGED)
    return changes


def _doubts(reading: ProvinceReading, standing: _Standing) -> list[Issue]:
    """Values far from their commune's past, and totals below an earlier one of their year."""
    if not len(standing.pairs):
        return []
    pairs = _pairs(reading)
    past: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for pair, period, value in zip(
        standing.pairs.tolist(), standing.periods, standing.ten_thousandths.tolist(), strict=True
    ):
        past[pair].append((period, value))
    in_file: dict[int, dict[str, int]] = defaultdict(dict)
    for value, pair in enumerate(pairs.tolist()):
        in_file[pair][reading.columns[reading.values.columns[value]].period] = int(
            reading.values.ten_thousandths[value]
        )
    candidates = np.flatnonzero(np.isin(pairs, standing.pairs)).tolist()
    found = (_doubt(reading, value, past[int(pairs[value])], in_file[int(pairs[value])]) for value in candidates)
    return [issue for issue in found if issue is not None]


def _doubt(
    reading: ProvinceReading, value: int, past: Sequence[tuple[str, int]], in_file: Mapping[str, int]
) -> Issue | None:
    column, number = reading.columns[reading.values.columns[value]], int(reading.values.ten_thousandths[value])
    if _is_near(number, past, is_level=column.measure.accumulation != "year_to_date"):
        return None
    before = [Known(parse_period(period), _decimal(known)) for period, known in past if period not in in_file]
    together = before + [Known(parse_period(period), _decimal(known)) for period, known in in_file.items()]
    asked = column.measure, parse_period(column.period), reading.value(value)
    for code, entry in (
        ("below_earlier", below_earlier(*asked, together)),
        ("far_from_past", far_from(*asked, before)),
    ):
        if entry is not None:
            sheet, cell = reading.cell(value)
            details = {"name": column.measure.name_vi, "text": _plain(number)}
            said = {"past": format_exact(entry.value), "period": period_vi(entry.period)}
            return make_issue(code, sheet, cell, **details, **said)
    return None


def _is_near(number: int, past: Sequence[tuple[str, int]], *, is_level: bool) -> bool:
    """Whether a value is, for sure, within half of each known one."""
    return is_level and all(2 * abs(number - known) <= abs(known) for _, known in past)


def _decimal(ten_thousandths: int) -> Decimal:
    return Decimal(ten_thousandths).scaleb(-4)


def _plain(ten_thousandths: int) -> str:
    return format_exact(_decimal(ten_thousandths))
