"""Reporting periods locked and unlocked ('khóa kỳ báo cáo'): acts that are only added, a later one overrides.

An act holds for every period that ends within its own: locking 2026-Q3 locks its months, the quarter and the nine
months; locking 2026 locks the year. So no value that speaks for a locked period (design, section 4) can change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

import numpy as np

from indicators.errors import DetailMissing, LockUnchanged, NotSaved
from indicators.intake import Reading
from indicators.ledger.standing import Rows
from indicators.moments import END
from indicators.periods import Period
from indicators.store import Row, Store, Tables


@dataclass(frozen=True)
class PeriodLock:
    """The last act that holds for a period; `named` is the period it was said of."""

    period: str
    named: str
    locked: bool
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True)
class PeriodLocks:
    """The last act on each period that was ever locked or unlocked."""

    by_period: dict[str, PeriodLock]


@dataclass(frozen=True)
class LockMet:
    """A value, by its place in what was said, that would change what speaks for the lock's period: refused while this
    is locked, else a correction that asks for its reason. `before` speaks now, None where nothing does."""

    place: int
    lock: PeriodLock
    before: Decimal | None


class RowsBeside(Rows, Protocol):
    """A store, or a transaction on it, that takes tables too."""

    def columns_beside(self, name: str, tables: Tables, **parameters: object) -> dict[str, Any]: ...


def locks_standing(source: Rows, commune: str, as_of: datetime) -> PeriodLocks:
    """What is locked, or was, as of a moment."""
    rows = source.rows("period_locks_standing", commune=commune, as_of=as_of)
    return PeriodLocks(
        {
            row["period"]: PeriodLock(
                row["period"], row["locked_period"], row["locked"], row["reason"], row["acted_at"], row["acted_by"]
            )
            for row in rows
        }
    )


def locks_met(source: RowsBeside, said: Mapping[str, Any], as_of: datetime) -> list[LockMet]:
    """The values that run into a lock or correct what one had held. `said`: columns of one length, commune, measure,
    period and ten_thousandths of the measure's unit."""
    asked = sorted(set(said["commune"]))  # by hash: numpy would sort a province's hundred thousand names
    communes = [row["commune"] for row in source.rows("communes_with_locks", communes=asked, as_of=as_of)]
    if not communes:
        return []
    table = {"place": np.arange(len(said["commune"]))} | dict(said)
    found = source.columns_beside("locks_met", {"said": table}, communes=communes, as_of=as_of)
    moments = found.pop("acted_at").astype("datetime64[us]").tolist()
    rows = zip(*(column.tolist() for column in found.values()), moments, strict=True)
    return [
        LockMet(
            place,
            PeriodLock(said["period"][place], named, locked, reason, at, by),
            None if before is None else Decimal(before).scaleb(-4),
        )
        for place, locked, named, reason, by, before, at in rows
    ]


def locks_met_by(
    source: RowsBeside, commune: str, readings: Sequence[Reading], as_of: datetime
) -> list[tuple[Reading, LockMet]]:
    """The same of a commune's readings."""
    said = {
        "commune": np.array([commune] * len(readings), object),
        "measure": np.array([item.measure for item in readings], object),
        "period": np.array([item.period for item in readings], object),
        "ten_thousandths": np.array([int(item.value.scaleb(4)) for item in readings], np.int64),
    }
    return [(readings[met.place], met) for met in locks_met(source, said, as_of)] if readings else []


def locks(store: Store, commune: str, as_of: datetime) -> list[Row]:
    """Every act, the newest first: act, period, locked, reason, acted_at (UTC), acted_by; in_force, it is the last word
    on some period."""
    return store.rows("period_locks", commune=commune, as_of=as_of)


def lock_period(store: Store, commune: str, period: Period, *, by: str, at: datetime, reason: str = "") -> None:
    """Locks every period that ends within `period`. Raises DetailMissing, LockUnchanged, NotSaved."""
    _act(store, commune, period.code, locked=True, reason=reason, by=by, at=at)


def unlock_period(store: Store, commune: str, period: Period, *, reason: str, by: str, at: datetime) -> None:
    """Unlocks every period that ends within `period`. Raises DetailMissing, LockUnchanged, NotSaved."""
    if not reason.strip():
        raise DetailMissing("unlock_reason")
    _act(store, commune, period.code, locked=False, reason=reason, by=by, at=at)


def _act(store: Store, commune: str, period: str, *, locked: bool, reason: str, by: str, at: datetime) -> None:
    if not by.strip():
        raise DetailMissing("by")
    with store.writing() as transaction:
        _refuse_unchanged(transaction, commune, period, locked=locked)
        act = int(transaction.rows("next_lock_act", commune=commune)[0]["act"])
        transaction.run(
            "insert_period_lock", commune=commune, act=act, period=period, locked=locked, reason=reason.strip(),
            acted_at=at, acted_by=by.strip(),
        )  # fmt: skip
    saved = store.rows("period_locks", commune=commune, as_of=END)
    if not saved or (saved[0]["act"], saved[0]["period"], saved[0]["locked"]) != (act, period, locked):
        raise NotSaved(period)


def _refuse_unchanged(transaction: Rows, commune: str, period: str, *, locked: bool) -> None:
    standing = locks_standing(transaction, commune, END).by_period
    for row in transaction.rows("periods_ending_within", period=period):
        found = standing.get(row["period"])
        if (found is not None and found.locked) != locked:
            return
    raise LockUnchanged(period, locked)
