"""Reporting periods locked and unlocked ('khóa kỳ báo cáo'): acts that are only added, a later one overrides.

An act holds for every period that ends within its own: locking 2026-Q3 locks its months, the quarter and the nine
months; locking 2026 locks the year. So no value that speaks for a locked period (design, section 4) can change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from indicators.errors import DetailMissing, LockUnchanged, NotSaved
from indicators.ledger.standing import Rows, Standing
from indicators.moments import END
from indicators.periods import Period
from indicators.store import Row, Store


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

    def refuses(self, standing: Standing, measure: str, period: str, value: Decimal) -> PeriodLock | None:
        """The lock that a value runs into: of a locked period, and not what speaks for it already."""
        lock = self.by_period.get(period)
        if lock is None or not lock.locked or standing.speaking(measure, period) == value:
            return None
        return lock

    def asks_reason(self, standing: Standing, measure: str, period: str, value: Decimal) -> bool:
        """Whether the value corrects one of a period that had been locked and was unlocked."""
        lock, before = self.by_period.get(period), standing.speaking(measure, period)
        return lock is not None and not lock.locked and before is not None and before != value


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
