"""The uploads that were recorded, and taking one back."""

from __future__ import annotations

from datetime import datetime

from indicators.errors import AlreadyWithdrawn, DetailMissing, NotSaved, UploadUnknown, WithdrawalLocked
from indicators.ledger.locking import PeriodLock
from indicators.moments import END
from indicators.store import Row, Store, Transaction


def uploads(store: Store, as_of: datetime = END) -> list[Row]:
    """Every upload of up to a moment, the newest first: commune, upload, period, file_name, sha256, size_bytes,
    recorded_at/by (UTC), counts of observations, remarks, warnings and left_out, correction_reason, withdrawn_at/by and
    reason (None where it stood then)."""
    return store.rows("uploads", as_of=as_of)


def left_out_of(store: Store, upload: int) -> list[Row]:
    """The troubled cells that an upload left out: sheet, cell, code, message_vi."""
    return store.rows("left_out_of_upload", upload=upload)


def withdraw(store: Store, upload: int, *, reason: str, by: str, at: datetime) -> None:
    """Takes an upload back: from `at` on it no longer counts. Raises DetailMissing, UploadUnknown, AlreadyWithdrawn,
    WithdrawalLocked, NotSaved."""
    for detail, text in (("reason", reason), ("by", by)):
        if not text.strip():
            raise DetailMissing(detail)
    with store.writing() as transaction:
        found = transaction.rows("upload_state", upload=upload)
        if not found:
            raise UploadUnknown(upload)
        state = found[0]
        if state["withdrawn_at"] is not None:
            raise AlreadyWithdrawn(upload, state["withdrawn_at"], state["withdrawn_by"])
        _refuse_locked(transaction, upload)
        said = {"reason": reason.strip(), "withdrawn_by": by.strip()}
        transaction.run("insert_withdrawals", upload=upload, withdrawn_at=at, **said)
    if any(state["withdrawn_at"] != at for state in store.rows("upload_state", upload=upload)):
        raise NotSaved(str(upload))


def _refuse_locked(transaction: Transaction, upload: int) -> None:
    """A withdrawal that would change what speaks for a locked period, of any of its communes, is refused."""
    communes = [row["commune"] for row in transaction.rows("upload_communes_locked", upload=upload)]
    if not communes:
        return
    found = transaction.rows("locks_in_withdrawal", upload=upload, communes=communes, as_of=END)
    if found:
        raise WithdrawalLocked(upload, tuple(_lock(row) for row in found))


def _lock(row: Row) -> PeriodLock:
    return PeriodLock(row["period"], row["locked_period"], True, row["reason"], row["acted_at"], row["acted_by"])
