"""Records a file and what was read from it: one transaction, read back before it is called saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from indicators.errors import (
    DetailMissing,
    DoubtfulUnconfirmed,
    LikelyUnconfirmed,
    NotSaved,
    PeriodLocked,
    ReasonMissing,
    SameFile,
    SheetRefused,
)
from indicators.intake import Issue, Pointing, Reading, SheetReading
from indicators.intake.names.normal import remembered_name
from indicators.ledger.comparison import Token, commune_of, refuse_outdated
from indicators.ledger.locking import locks_met_by
from indicators.ledger.rest import Rest, locked_issues, rest_of
from indicators.moments import END
from indicators.store import Store, Transaction


@dataclass(frozen=True)
class _Contents:
    """All that an upload stores beside its file."""

    reading: SheetReading
    left_out: tuple[Issue, ...]
    pointed: Mapping[str, Pointing]
    reason: str | None

    @property
    def names(self) -> set[tuple[str, str]]:
        return {(remembered_name(item.row_name), item.measure) for item in self.reading.likely}

    @property
    def columns(self) -> list[tuple[str, int, str]]:
        return [
            (layout, number, str(meaning))
            for layout, columns in self.pointed.items()
            for number, meaning in columns.items()
        ]


def record(  # noqa: PLR0913 each is an answer of the sender, by name
    store: Store,
    content: bytes,
    file_name: str,
    reading: SheetReading,
    *,
    by: str,
    at: datetime,
    accept_likely: bool = False,
    accept_doubtful: bool = False,
    leave_out: bool = False,
    reason: str = "",
    pointed: Mapping[str, Pointing] | None = None,
    token: Token | None = None,
) -> int:
    """Records the file and everything read from it in one transaction, and reads it back; the upload's number.

    `leave_out` takes the rest where single cells are troubled; `reason`: why values of periods that had been locked
    change; `pointed`: what somebody said of this file's layouts, remembered with it. `token` is a preview's: what was
    previewed is what is stored. Raises DetailMissing, SheetRefused, LikelyUnconfirmed, DoubtfulUnconfirmed, SameFile,
    PreviewOutdated, PeriodLocked, ReasonMissing, NotSaved.
    """
    if not by.strip():
        raise DetailMissing("by")
    commune, said = commune_of(reading), pointed or {}
    if not leave_out:
        _refuse_unfit(reading, accept_likely=accept_likely, accept_doubtful=accept_doubtful)
    with store.writing() as transaction:
        _refuse_same_file(transaction, commune, content)
        if token is not None:
            refuse_outdated(transaction, content, reading, said, token)
        rest = _permitted(transaction, commune, reading, leave_out=leave_out)
        _refuse_unfit(rest.reading, accept_likely=accept_likely, accept_doubtful=accept_doubtful)
        _refuse_unexplained(transaction, commune, rest.reading.readings, reason)
        contents = _Contents(rest.reading, rest.left_out, said, reason.strip() or None)
        upload = int(transaction.rows("next_upload")[0]["upload"])
        transaction.run(
            "insert_upload", commune=commune, upload=upload, period=reading.period, file_name=file_name,
            sha256=sha256(content).hexdigest(), content=content, recorded_at=at, recorded_by=by.strip(),
            correction_reason=contents.reason,
        )  # fmt: skip
        _insert_contents(transaction, commune, upload, contents)
    _read_back(store, commune, upload, content, contents)
    return upload


def _refuse_unfit(reading: SheetReading, *, accept_likely: bool, accept_doubtful: bool) -> None:
    if reading.errors or not reading.readings:
        raise SheetRefused(reading.errors)
    if reading.likely and not accept_likely:
        raise LikelyUnconfirmed(reading.likely)
    if reading.doubtful and not accept_doubtful:
        raise DoubtfulUnconfirmed(reading.doubtful)


def _refuse_same_file(transaction: Transaction, commune: str, content: bytes) -> None:
    found = transaction.rows("standing_upload_of_file", commune=commune, sha256=sha256(content).hexdigest())
    if found:
        raise SameFile(found[0]["upload"], found[0]["recorded_at"], found[0]["recorded_by"])


def _permitted(transaction: Transaction, commune: str, reading: SheetReading, *, leave_out: bool) -> Rest:
    """The sheet, or its rest, as the locks of this moment permit it."""
    locked = locked_issues(transaction, commune, reading, END)
    if not reading.errors and not locked:
        return Rest(reading, ())
    if not leave_out:
        raise PeriodLocked(locked)
    rest = rest_of(reading, locked)
    if rest is None:
        raise SheetRefused((*reading.errors, *locked))
    return rest


def _refuse_unexplained(transaction: Transaction, commune: str, readings: Sequence[Reading], reason: str) -> None:
    if reason.strip():
        return
    corrected = [item for item, met in locks_met_by(transaction, commune, readings, END) if not met.lock.locked]
    if corrected:
        raise ReasonMissing(tuple(corrected))


def _insert_contents(transaction: Transaction, commune: str, upload: int, contents: _Contents) -> None:
    key = {"commune": commune, "upload": upload}
    _insert_reading(transaction, key, contents.reading)
    transaction.run_each(
        "insert_left_out",
        (
            key | {"ordinal": ordinal, "code": issue.code, "message_vi": issue.message}
            | {"sheet": issue.sheet, "cell": issue.cell}
            for ordinal, issue in enumerate(contents.left_out, start=1)
        ),
    )  # fmt: skip
    transaction.run_each(
        "insert_confirmed_name",
        (key | {"name_key": name, "measure": measure} for name, measure in sorted(contents.names)),
    )
    transaction.run_each(
        "insert_pointed_column",
        (
            key | {"layout": layout, "column_number": number, "meaning": meaning}
            for layout, number, meaning in contents.columns
        ),
    )


def _insert_reading(transaction: Transaction, key: Mapping[str, object], reading: SheetReading) -> None:
    observed = (
        "measure", "period", "value", "estimate", "match", "sheet", "cell", "numerator", "denominator",
    )  # fmt: skip
    transaction.run_each(
        "insert_observation", ({**key} | {name: getattr(item, name) for name in observed} for item in reading.readings)
    )
    transaction.run_each(
        "insert_remark",
        (
            {**key, "ordinal": ordinal, "measure": remark.measure, "period": remark.period, "kind": remark.kind}
            | {"text_vi": remark.text, "sheet": remark.sheet, "cell": remark.cell}
            for ordinal, remark in enumerate(reading.remarks, start=1)
        ),
    )
    transaction.run_each(
        "insert_upload_issue",
        (
            {**key, "ordinal": ordinal, "code": issue.code, "severity": issue.severity, "message_vi": issue.message}
            | {"sheet": issue.sheet, "cell": issue.cell}
            for ordinal, issue in enumerate(reading.issues, start=1)
        ),
    )


def _read_back(store: Store, commune: str, upload: int, content: bytes, contents: _Contents) -> None:
    """A commit after a failed statement returns normally, so only what is read back counts as saved."""
    expected = {
        "content_sha256": sha256(content).hexdigest(),
        "correction_reason": contents.reason,
        "observations": len(contents.reading.readings),
        "remarks": len(contents.reading.remarks),
        "issues": len(contents.reading.issues),
        "left_out": len(contents.left_out),
        "names": len(contents.names),
        "columns": len(contents.columns),
    }
    if store.rows("upload_as_saved", commune=commune, upload=upload) != [expected]:
        raise NotSaved(str(upload))
