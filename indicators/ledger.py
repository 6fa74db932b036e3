"""The record: a sheet's reading compared, recorded whole or not at all, and withdrawn. Nothing is ever changed.

preview(store, content, reading, as_of)                  what it would add beside what stands
record(store, content, file_name, reading, by=…, at=…)   → the upload's number
withdraw(store, upload, reason=…, by=…, at=…)            the state before it is back, the history stays
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from indicators.errors import (
    AlreadyWithdrawn,
    DetailMissing,
    LikelyUnconfirmed,
    NotSaved,
    PreviewOutdated,
    SameFile,
    SheetRefused,
    UploadUnknown,
)
from indicators.intake import Memory, Reading, SheetReading
from indicators.moments import END
from indicators.store import Row, Store, Transaction


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class ComparedReading:
    """A reading beside the value that stands for its measure and period, None where there is none."""

    reading: Reading
    earlier_value: Decimal | None
    earlier_upload: int | None

    @property
    def change(self) -> Change:
        if self.earlier_value is None:
            return Change.NEW
        return Change.SAME if self.earlier_value == self.reading.value else Change.CHANGED


@dataclass(frozen=True)
class Preview:
    """What a sheet would change. `token` names the very bytes and the state of the ledger it was compared with."""

    commune: str
    rows: tuple[ComparedReading, ...]
    token: str


def preview(store: Store, content: bytes, reading: SheetReading, as_of: datetime) -> Preview:
    """The reading beside what stands. Raises SheetRefused where the commune was not found."""
    commune = _commune_of(reading)
    standing = {
        (row["measure"], row["period"]): row
        for row in store.rows("observations_standing", commune=commune, as_of=as_of)
    }
    rows = tuple(_compare(item, standing.get((item.measure, item.period))) for item in reading.readings)
    return Preview(commune, rows, _token(content, store.rows("ledger_head", commune=commune, as_of=as_of)))


def record(
    store: Store,
    content: bytes,
    file_name: str,
    reading: SheetReading,
    *,
    by: str,
    at: datetime,
    accept_likely: bool = False,
    token: str | None = None,
) -> int:
    """Records the file and everything read from it in one transaction, and reads it back; the upload's number.

    `token` is a preview's: what was previewed is what is stored. Raises DetailMissing, SheetRefused,
    LikelyUnconfirmed, SameFile, PreviewOutdated, NotSaved.
    """
    if not by.strip():
        raise DetailMissing("by")
    if reading.errors or not reading.readings:
        raise SheetRefused(reading.errors)
    if reading.likely and not accept_likely:
        raise LikelyUnconfirmed(reading.likely)
    commune = _commune_of(reading)
    with store.writing() as transaction:
        _refuse_same_file(transaction, commune, content)
        # The whole head, whatever `at` says: writers may commit out of the order of their moments.
        if token is not None and token != _token(content, transaction.rows("ledger_head", commune=commune, as_of=END)):
            raise PreviewOutdated
        upload = int(transaction.rows("next_upload")[0]["upload"])
        transaction.run(
            "insert_upload", commune=commune, upload=upload, period=reading.period, file_name=file_name,
            sha256=sha256(content).hexdigest(), content=content, recorded_at=at, recorded_by=by,
        )  # fmt: skip
        _insert_contents(transaction, commune, upload, reading)
    _read_back(store, commune, upload, content, reading)
    return upload


def withdraw(store: Store, upload: int, *, reason: str, by: str, at: datetime) -> None:
    """Takes an upload back: from `at` on it no longer counts. Raises DetailMissing, UploadUnknown, AlreadyWithdrawn,
    NotSaved."""
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
        transaction.run(
            "insert_withdrawal",
            commune=state["commune"],
            upload=upload,
            reason=reason,
            withdrawn_at=at,
            withdrawn_by=by,
        )
    if store.rows("upload_state", upload=upload)[0]["withdrawn_at"] != at:
        raise NotSaved(str(upload))


def uploads(store: Store) -> list[Row]:
    """Every upload, the newest first: commune, upload, period, file_name, sha256, size_bytes, recorded_at/by (UTC),
    counts of observations, remarks and warnings, withdrawn_at/by and reason (None while it stands)."""
    return store.rows("uploads")


def memory_of(store: Store, commune: str, as_of: datetime) -> Memory:
    """What the record knows of a commune when its sheet is read."""
    return Memory(past=known_values(store, commune, as_of))


def known_values(store: Store, commune: str, as_of: datetime) -> dict[str, list[tuple[str, Decimal]]]:
    """Measure → (period code, value) of all that stands, by time: the past a new sheet is held against."""
    past: dict[str, list[tuple[str, Decimal]]] = {}
    for row in store.rows("observations_standing", commune=commune, as_of=as_of):
        past.setdefault(row["measure"], []).append((row["period"], row["value"]))
    return past


def _commune_of(reading: SheetReading) -> str:
    if reading.commune is None:
        raise SheetRefused(reading.errors)
    return reading.commune


def _compare(reading: Reading, standing: Row | None) -> ComparedReading:
    if standing is None:
        return ComparedReading(reading, None, None)
    return ComparedReading(reading, standing["value"], standing["upload"])


def _token(content: bytes, head: list[Row]) -> str:
    return ":".join([sha256(content).hexdigest(), *map(str, head[0].values())])


def _refuse_same_file(transaction: Transaction, commune: str, content: bytes) -> None:
    found = transaction.rows("standing_upload_of_file", commune=commune, sha256=sha256(content).hexdigest())
    if found:
        raise SameFile(found[0]["upload"], found[0]["recorded_at"], found[0]["recorded_by"])


def _insert_contents(transaction: Transaction, commune: str, upload: int, reading: SheetReading) -> None:
    key = {"commune": commune, "upload": upload}
    transaction.run_each(
        "insert_observation",
        (
            key
            | {
                name: getattr(item, name)
                for name in ("measure", "period", "value", "estimate", "match", "sheet", "cell")
            }
            for item in reading.readings
        ),
    )
    transaction.run_each(
        "insert_remark",
        (
            key | {"ordinal": ordinal, "measure": remark.measure, "period": remark.period, "kind": remark.kind}
            | {"text_vi": remark.text, "sheet": remark.sheet, "cell": remark.cell}
            for ordinal, remark in enumerate(reading.remarks, start=1)
        ),
    )  # fmt: skip
    transaction.run_each(
        "insert_upload_issue",
        (
            key | {"ordinal": ordinal, "code": issue.code, "severity": issue.severity, "message_vi": issue.message}
            | {"sheet": issue.sheet, "cell": issue.cell}
            for ordinal, issue in enumerate(reading.issues, start=1)
        ),
    )  # fmt: skip


def _read_back(store: Store, commune: str, upload: int, content: bytes, reading: SheetReading) -> None:
    """A commit after a failed statement returns normally, so only what is read back counts as saved."""
    expected = {
        "content_sha256": sha256(content).hexdigest(),
        "observations": len(reading.readings),
        "remarks": len(reading.remarks),
        "issues": len(reading.issues),
    }
    if store.rows("upload_as_saved", commune=commune, upload=upload) != [expected]:
        raise NotSaved(str(upload))
