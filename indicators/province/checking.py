"""A province's values beside what stands: new, changed or the same, and which of them are far from their own past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import numpy as np

from indicators.intake.model import Issue
from indicators.numbers import format_exact
from indicators.periods import LENGTH_MONTHS, all_periods
from indicators.province.locks import locked_issues
from indicators.province.model import ProvinceCheck, ProvinceReading
from indicators.province.tables import tables_of
from indicators.store import Store, Transaction, open_store
from indicators.wording.issues import make_issue
from indicators.wording.periods import period_vi

NEW, CHANGED, SAME = range(3)
_DOUBTS = {1: "below_earlier", 2: "far_from_past"}
_PERIODS = {period.end_month * 100 + LENGTH_MONTHS[period.kind]: period for period in all_periods()}


def check_province(store: Store | None, content: bytes, reading: ProvinceReading, as_of: datetime) -> ProvinceCheck:
    """The reading beside what stands at a moment; without a store everything is new."""
    if not len(reading.values):
        return ProvinceCheck(reading, 0, 0, 0, reading.issues)
    if store is None:
        if _says_each_once(reading):
            return _all_new(reading, (), "")
        with open_store(None) as empty:
            return replace(check_province(empty, content, reading, as_of), token="")
    token = token_of(content, store, as_of)  # first: what is written meanwhile must make it outdated
    if _says_each_once(reading) and not store.rows("province_head", as_of=as_of)[0]["uploads"]:
        return _all_new(reading, locked_issues(store, reading, as_of), token)
    beside = _beside(store, reading, as_of)
    changes = np.empty(len(reading.values), np.int8)
    changes[beside["value_number"]] = beside["change"]
    new, changed, same = (int((changes == change).sum()) for change in (NEW, CHANGED, SAME))
    issues = (*locked_issues(store, reading, as_of), *reading.issues, *_doubts(reading, beside))
    return ProvinceCheck(
        reading, new, changed, same, tuple(sorted(issues, key=lambda issue: issue.severity)),
        token, changes,
    )  # fmt: skip


def _says_each_once(reading: ProvinceReading) -> bool:
    """Whether no measure stands for two periods: then nothing in the file itself is another value's past."""
    periods = {(column.measure.measure, column.period) for column in reading.columns}
    return len(periods) == len({measure for measure, _ in periods})


def _all_new(reading: ProvinceReading, locked: Sequence[Issue], token: str) -> ProvinceCheck:
    """The check of a record in which nothing stands yet: there is nothing to hold the values against."""
    issues = tuple(sorted((*locked, *reading.issues), key=lambda issue: issue.severity))
    changes = np.full(len(reading.values), NEW, np.int8)
    return ProvinceCheck(reading, len(reading.values), 0, 0, issues, token, changes)


def token_of(content: bytes, source: Store | Transaction, as_of: datetime) -> str:
    """The very bytes, and where the record of all communes stood: not what came while the file was being read."""
    head = source.rows("province_head", as_of=as_of)[0]
    return ":".join([sha256(content).hexdigest(), *map(str, head.values())])


def _beside(store: Store, reading: ProvinceReading, as_of: datetime) -> Mapping[str, Any]:
    tables = tables_of(reading)
    asked = {name: tables[name] for name in ("province_row", "province_column", "province_value")}
    return store.columns_beside("province_beside", asked, as_of=as_of)


def _doubts(reading: ProvinceReading, beside: Mapping[str, Any]) -> Iterator[Issue]:
    """Values far from their commune's past, and totals below an earlier one of their year."""
    doubted = np.flatnonzero(beside["doubt"])
    doubted = doubted[np.argsort(beside["value_number"][doubted])]
    names = ("value_number", "doubt", "past_period", "past_ten_thousandths")
    for value, doubt, period, before in zip(*(beside[name][doubted].tolist() for name in names), strict=True):
        sheet, cell = reading.cell(value)
        column = reading.columns[reading.values.columns[value]]
        said = {"name": column.measure.name_vi, "text": format_exact(reading.value(value))}
        past = {"past": format_exact(Decimal(before).scaleb(-4)), "period": period_vi(_PERIODS[period])}
        yield make_issue(_DOUBTS[doubt], sheet, cell, **said, **past)
