"""The record: what was read, the uploads, the locks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from indicators.console.printing import exact, fields, issue_fields, print_json, say_issues
from indicators.console.refusal import Refusal
from indicators.intake import Issue, Reading, Severity, SheetReading
from indicators.ledger import MovedMilestone
from indicators.periods import parse_period
from indicators.store import Row
from indicators.wording import command_line as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi

_READING = ("measure", "period", "value", "sheet", "cell", "match")
_REMARK = ("measure", "period", "kind", "text", "sheet", "cell")
_LEFT_OUT = ("sheet", "cell", "code", "message")


def with_issues(reading: SheetReading, *issues: Issue) -> SheetReading:
    """The reading with what stopped it as more issues."""
    return replace(reading, issues=(*reading.issues, *issues))


def with_refusal(reading: SheetReading, refusal: Refusal) -> SheetReading:
    """The reading with what stopped it as one more issue."""
    return with_issues(reading, refusal.issue)


def with_unconfirmed(
    reading: SheetReading, *, accept_likely: bool = False, accept_doubtful: bool = False
) -> SheetReading:
    """The reading with one error a row recognised by likeness, and a value far from its past, that nobody
    confirmed."""
    rows = {} if accept_likely else {(likely.sheet, likely.cell): likely for likely in reading.likely}
    doubted = () if accept_doubtful else reading.doubtful
    return with_issues(reading, *map(_unconfirmed, rows.values()), *map(_doubted, doubted))


def say_reading(
    reading: SheetReading,
    *,
    as_json: bool,
    moved: Sequence[MovedMilestone] = (),
    left_out: Sequence[Issue] = (),
    **upload: int | None,
) -> None:
    """What was read, what was left out of it and the milestones it moves; with `upload=` also the number it was
    recorded under, None where it was refused."""
    if as_json:
        _print_reading(reading, moved, left_out, upload)
        return
    for item in reading.readings:
        print(f"{item.sheet}!{item.cell:<6} {item.period:<8} {item.measure:<34} {item.value:f}")
    for milestone in moved:
        print(words.MILESTONE_MOVED.format(**_moved_vi(milestone)))
    say_issues((*reading.issues, *left_out))
    errors_found = len(reading.errors)
    counts = {"readings": len(reading.readings), "remarks": len(reading.remarks), "errors": errors_found}
    print(words.READ.format(**counts, warnings=len(reading.issues) - errors_found))
    if left_out:
        print(words.LEFT_OUT.format(count=len({(issue.sheet, issue.cell) for issue in left_out})))
    if upload.get("upload"):
        print(words.RECORDED.format(**upload))


def say_uploads(rows: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        print_json({"uploads": list(rows)})
        return
    for row in rows:
        notes = (
            words.UPLOAD_LEFT_OUT.format(count=row["left_out"]) if row["left_out"] else "",
            words.UPLOAD_CORRECTS.format(reason=row["correction_reason"]) if row["correction_reason"] else "",
            words.UPLOAD_WITHDRAWN.format(reason=row["reason"]) if row["withdrawn_at"] else "",
        )
        line = (row["upload"], row["commune"], row["period"] or "", row["file_name"], moment_vi(row["recorded_at"]))
        print("  ".join(map(str, (*line, row["recorded_by"], *filter(None, notes)))).rstrip())
    if not rows:
        print(words.NO_UPLOADS)


def say_withdrawn(upload: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"upload": upload})
    else:
        print(words.WITHDRAWN.format(upload=upload))


def say_locks(rows: Sequence[Row], *, as_json: bool) -> None:
    """The rows of `ledger.locks`."""
    if as_json:
        print_json({"locks": list(rows)})
        return
    for row in rows:
        act = words.LOCKED if row["locked"] else words.UNLOCKED
        said = row | {"period": period_vi(parse_period(row["period"])), "acted_at": moment_vi(row["acted_at"])}
        line = words.LOCK.format(what=act, **said)
        print(f"{line}: {row['reason']}" if row["reason"] else line)
    if not rows:
        print(words.NO_LOCKS)


def say_lock(period: str, *, locked: bool, as_json: bool) -> None:
    """The period that was just locked or unlocked."""
    if as_json:
        print_json({"period": period, "locked": locked})
    else:
        said = words.PERIOD_LOCKED if locked else words.PERIOD_UNLOCKED
        print(said.format(period=period_vi(parse_period(period))))


def _print_reading(
    reading: SheetReading, moved: Sequence[MovedMilestone], left_out: Sequence[Issue], upload: dict[str, int | None]
) -> None:
    answer: dict[str, Any] = {
        "readings": [fields(item, _READING) for item in reading.readings],
        "remarks": [fields(item, _REMARK) for item in reading.remarks],
        "issues": issue_fields(reading.issues),
        "moved_milestones": [asdict(milestone) for milestone in moved],
    }
    if upload:
        answer["left_out"] = [fields(issue, _LEFT_OUT) for issue in left_out]
    print_json({**answer, **upload})


def _moved_vi(milestone: MovedMilestone) -> dict[str, str]:
    return {
        "target": milestone.target,
        "period": milestone.period,
        "before": exact(milestone.before) or "…",
        "after": exact(milestone.after) or "…",
    }


def _unconfirmed(likely: Reading) -> Issue:
    message = words.LIKELY_NOT_ACCEPTED.format(name=likely.row_name)
    return Issue("likely_not_accepted", Severity.ERROR, message, likely.sheet, likely.cell)


def _doubted(doubt: Issue) -> Issue:
    message = words.DOUBTFUL_NOT_ACCEPTED.format(message=doubt.message)
    return Issue("doubtful_not_accepted", Severity.ERROR, message, doubt.sheet, doubt.cell)
