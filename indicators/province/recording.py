"""A province's sheet recorded: all its communes in one transaction under one number, its bytes once, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import numpy as np

from indicators.errors import (
    DetailMissing,
    DoubtfulUnconfirmed,
    LikelyUnconfirmed,
    NotSaved,
    PeriodLocked,
    PreviewOutdated,
    ReasonMissing,
    SameFile,
    SheetRefused,
)
from indicators.intake.model import Issue, Severity
from indicators.intake.workbook.cells import place_in
from indicators.moments import END
from indicators.province.checking import token_of
from indicators.province.locks import corrected_readings, locked_issues
from indicators.province.model import ProvinceCheck, ProvinceReading
from indicators.province.tables import tables_of
from indicators.store import Store, Transaction

_OF_THE_WHOLE = frozenset({
    "period_conflict", "period_missing", "period_out_of_range", "province_no_measure", "province_nothing_to_record",
    "province_periods_down",
})  # fmt: skip


@dataclass(frozen=True)
class _Kept:
    """What is recorded: the values, the warnings kept with them, and the troubles of the cells left out."""

    reading: ProvinceReading
    warnings: tuple[Issue, ...]
    left_out: tuple[Issue, ...]


def record_province(  # noqa: PLR0913 each is an answer of the sender, by name
    store: Store,
    content: bytes,
    file_name: str,
    check: ProvinceCheck,
    *,
    by: str,
    at: datetime,
    accept_likely: bool = False,
    accept_doubtful: bool = False,
    leave_out: bool = False,
    reason: str = "",
    token: str | None = None,
) -> int:
    """Records what was checked and reads it back; the upload's number. The arguments are those of `ledger.record`; one
    confirmation is for all doubtful values together. Raises what that raises."""
    if not by.strip():
        raise DetailMissing("by")
    with store.writing() as transaction:
        _refuse_same_file(transaction, content)
        if token is not None and token != token_of(content, transaction, END):
            raise PreviewOutdated
        kept = _kept(transaction, check, leave_out=leave_out)
        _refuse_unconfirmed(check, kept, accept_likely=accept_likely, accept_doubtful=accept_doubtful)
        if not reason.strip() and (corrected := corrected_readings(transaction, kept.reading, END)):
            raise ReasonMissing(corrected)
        upload = int(transaction.rows("next_upload")[0]["upload"])
        said = {"file_name": file_name, "recorded_at": at, "recorded_by": by.strip()}
        _insert(transaction, upload, content, kept, said | {"correction_reason": reason.strip() or None})
    _read_back(store, upload, content, kept)
    return upload


def may_leave_out(check: ProvinceCheck) -> bool:
    """Whether every error is one of a cell, and something is left without them."""
    return len(check.reading.values) > 0 and all(
        issue.sheet and issue.cell and issue.code not in _OF_THE_WHOLE for issue in check.errors
    )


def rest_of(check: ProvinceCheck) -> ProvinceCheck:
    """What is left to record without the cells of the errors, those of locked periods among them."""
    if not check.errors:
        return check
    return check.without({(issue.sheet or "", issue.cell or "") for issue in check.errors})


def _kept(transaction: Transaction, check: ProvinceCheck, *, leave_out: bool) -> _Kept:
    """What errors and the locks of this moment permit."""
    locked = locked_issues(transaction, check.reading, END)
    troubles = (*check.reading.errors, *locked)
    warnings = tuple(issue for issue in check.issues if issue.severity is not Severity.ERROR)
    if not troubles and len(check.reading.values):
        return _Kept(check.reading, warnings, ())
    if not leave_out or not may_leave_out(check):
        raise PeriodLocked(locked) if locked and not check.reading.errors else SheetRefused(troubles)
    cells = {(issue.sheet or "", issue.cell or "") for issue in troubles}
    rest = check.reading.without(cells) if locked else check.reading
    if not len(rest.values):
        raise SheetRefused(troubles)
    said = tuple(issue for issue in warnings if not any((one.sheet, one.cell) in cells for one in issue.at_each_place))
    return _Kept(rest, said, troubles)


def _refuse_unconfirmed(check: ProvinceCheck, kept: _Kept, *, accept_likely: bool, accept_doubtful: bool) -> None:
    if kept.reading.likely and not accept_likely:
        raise LikelyUnconfirmed(kept.reading.likely)
    doubtful = replace(check, issues=kept.warnings).doubtful
    if doubtful and not accept_doubtful:
        raise DoubtfulUnconfirmed(doubtful)


def _refuse_same_file(transaction: Transaction, content: bytes) -> None:
    found = transaction.rows("province_same_file", sha256=sha256(content).hexdigest())
    if found:
        raise SameFile(found[0]["upload"], found[0]["recorded_at"], found[0]["recorded_by"])


def _insert(transaction: Transaction, upload: int, content: bytes, kept: _Kept, said: Mapping[str, object]) -> None:
    tables = tables_of(kept.reading)
    communes = {"province_commune": tables["province_commune"]}
    transaction.run("insert_province_upload", upload=upload, content=content)
    transaction.run_beside("insert_province_communes", communes)
    transaction.run_beside(
        "insert_province_uploads", communes, upload=upload, period=kept.reading.period,
        sha256=sha256(content).hexdigest(), **said,
    )  # fmt: skip
    transaction.run_beside("insert_province_observations", tables, upload=upload)
    if kept.warnings:
        issues = {"province_issue": _issue_columns(kept.reading, kept.warnings)}
        transaction.run_beside("insert_province_issues", issues, upload=upload)
    if kept.left_out:
        left_out = {"province_left_out": _issue_columns(kept.reading, kept.left_out)}
        transaction.run_beside("insert_province_left_out", left_out, upload=upload)


def _issue_columns(reading: ProvinceReading, issues: Sequence[Issue]) -> dict[str, Any]:
    """The issues as columns, each with the commune of its row, else with the first of the file."""
    owners = {(row.sheet, row.number): row.key for row in reading.rows if row.key in reading.communes}
    first = next(iter(reading.communes))
    places = [place_in(issue.cell or "") for issue in issues]
    named = ("code", "severity", "message", "sheet", "cell")
    columns = {name: [getattr(issue, name) for issue in issues] for name in named}
    columns["message_vi"] = columns.pop("message")
    columns["severity"] = [str(severity) for severity in columns["severity"]]
    columns["commune"] = [
        owners.get((issue.sheet or "", place.row), first) if place else first
        for issue, place in zip(issues, places, strict=True)
    ]
    objects: dict[str, Any] = {name: np.array(column, object) for name, column in columns.items()}
    return objects | {"ordinal": np.arange(1, len(issues) + 1)}


def _read_back(store: Store, upload: int, content: bytes, kept: _Kept) -> None:
    """A commit after a failed statement returns normally, so only what is read back counts as saved."""
    total = sum(kept.reading.values.ten_thousandths.tolist())
    expected = {
        "content_sha256": sha256(content).hexdigest(),
        "communes": len(kept.reading.communes),
        "observations": len(kept.reading.values),
        "total": Decimal(total).scaleb(-4),
        "issues": len(kept.warnings),
        "left_out": len(kept.left_out),
    }
    if store.rows("province_as_saved", upload=upload) != [expected]:
        raise NotSaved(str(upload))
