"""What the command line prints: one JSON object with `--json`, else plain Vietnamese lines."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from indicators import errors
from indicators.intake import Issue, Reading, Remark, Severity, SheetReading
from indicators.moments import to_local
from indicators.plans import PlanChange
from indicators.store import Row
from indicators.wording import command_line as words
from indicators.wording import milestones
from indicators.wording.forecasts import reason_vi
from indicators.wording.refusals import moment_vi, sentence
from indicators.wording.statuses import STATUSES

REFUSED, WRONG_USE = 1, 2
_WRONG_USES = (errors.PeriodInvalid, errors.CommuneUnknown, errors.UploadUnknown, errors.DetailMissing)

#: What a refused command answers with `--json`, beside the issue.
_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "check": {"readings": [], "remarks": []},
    "import": {"readings": [], "remarks": [], "upload": None},
    "uploads": {"uploads": []},
    "withdraw": {"upload": None},
    "status": {"targets": [], "indicators": []},
    "forecast": {"targets": []},
    "milestones": {"milestones": []},
    "plan check": {"changes": []},
    "plan import": {"changes": [], "plan": None},
    "plan approve": {"changes": [], "plan": None},
    "plan versions": {"versions": []},
}
_READING = ("measure", "period", "value", "sheet", "cell", "match")
_REMARK = ("measure", "period", "kind", "text", "sheet", "cell")
_CHANGE = ("kind", "target", "field", "before", "after", "sheet", "cell")
_VERSION = (
    "plan", "name_vi", "document_number", "document_date", "valid_from", "recorded_at", "recorded_by", "origin",
    "targets", "file_name",
)  # fmt: skip
_ISSUE = ("code", "severity", "sheet", "cell", "message")
#: What a milestone is called in the answer → its column.
_MILESTONE = {
    "target": "target", "indicator": "indicator", "name": "name_vi", "period": "period", "milestone": "planned_value",
    "fixed": "is_fixed", "actual": "actual_value", "mean": "mean_value", "distance": "distance", "status": "status",
    "lead_unit": "lead_unit", "plan": "plan",
}  # fmt: skip
_TARGET = ("target", "indicator", "measure", "actual_value", "planned_value", "distance", "late_months", "status")
_FORECAST = ("target", "expected", "low", "high", "met_period", "needed")


@dataclass(eq=False)
class Refusal(Exception):
    """Why a command stops: a code and a sentence, and the exit code that goes with them."""

    code: str
    message: str
    exit_code: int

    @classmethod
    def of_use(cls, message: str) -> Refusal:
        return cls("wrong_use", message, WRONG_USE)

    @classmethod
    def of_error(cls, error: errors.IndicatorsError) -> Refusal:
        code = re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()
        return cls(code, sentence(error), WRONG_USE if isinstance(error, _WRONG_USES) else REFUSED)

    @property
    def issue(self) -> Issue:
        return Issue(self.code, Severity.ERROR, self.message)


def with_refusal(reading: SheetReading, refusal: Refusal) -> SheetReading:
    """The reading with what stopped it as one more issue."""
    return replace(reading, issues=(*reading.issues, refusal.issue))


def with_unconfirmed(reading: SheetReading) -> SheetReading:
    """The reading with one error a row that was recognised by likeness and that nobody confirmed."""
    rows = {(likely.sheet, likely.cell): likely for likely in reading.likely}
    return replace(reading, issues=(*reading.issues, *map(_unconfirmed, rows.values())))


def say(text: str) -> None:
    """One plain line."""
    print(text)


def say_refusal(refusal: Refusal, *, as_json: bool, command: str) -> None:
    """Why nothing was done; with `--json` in the command's own shape, empty but for the issue."""
    if as_json:
        _print_json({**_EMPTY.get(command, {})} | {"issues": [_fields(refusal.issue, _ISSUE)]})
    else:
        print(refusal.message, file=sys.stderr)


def say_reading(reading: SheetReading, *, as_json: bool, **upload: int | None) -> None:
    """What was read; with `upload=` also the number it was recorded under, None where it was refused."""
    if as_json:
        _print_json(
            {
                "readings": [_fields(item, _READING) for item in reading.readings],
                "remarks": [_fields(item, _REMARK) for item in reading.remarks],
                "issues": [_fields(item, _ISSUE) for item in reading.issues],
                **upload,
            }
        )
        return
    for item in reading.readings:
        print(f"{item.sheet}!{item.cell:<6} {item.period:<8} {item.measure:<34} {item.value:f}")
    _say_issues(reading.issues)
    errors_found = len(reading.errors)
    counts = {"readings": len(reading.readings), "remarks": len(reading.remarks), "errors": errors_found}
    print(words.READ.format(**counts, warnings=len(reading.issues) - errors_found))
    if upload.get("upload"):
        print(words.RECORDED.format(**upload))


def say_plan(changes: Sequence[PlanChange], issues: Sequence[Issue], *, as_json: bool, **plan: int | None) -> None:
    """What a plan's workbook changes; with `plan=` also the version it was recorded as, None where it was refused."""
    if as_json:
        said = [{name: getattr(change, name) for name in _CHANGE} for change in changes]
        _print_json({"changes": said, "issues": [_fields(issue, _ISSUE) for issue in issues], **plan})
        return
    for change in changes:
        place = f"{change.sheet}!{change.cell}" if change.cell else ""
        print(f"{place:<28} {change.target:<6} {change.field}: {change.before or '…'} → {change.after or '…'}")
    _say_issues(issues)
    errors_found = sum(issue.severity is Severity.ERROR for issue in issues)
    print(words.PLAN_READ.format(changes=len(changes), errors=errors_found, warnings=len(issues) - errors_found))
    if plan.get("plan"):
        print(words.PLAN_RECORDED.format(**plan))


def say_plan_versions(rows: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        _print_json({"versions": [{name: row[name] for name in _VERSION} for row in rows]})
        return
    for row in rows:
        day, moment = row["valid_from"].strftime("%d/%m/%Y"), moment_vi(row["recorded_at"])
        document = row["document_number"] or words.NO_DOCUMENT
        said = row | {"valid_from": day, "recorded_at": moment, "document": document}
        print(words.PLAN_VERSION.format(**said))


def say_uploads(rows: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        _print_json({"uploads": list(rows)})
        return
    for row in rows:
        state = words.UPLOAD_WITHDRAWN.format(reason=row["reason"]) if row["withdrawn_at"] else ""
        line = (row["upload"], row["commune"], row["period"] or "", row["file_name"], moment_vi(row["recorded_at"]))
        print("  ".join(map(str, (*line, row["recorded_by"], state))).rstrip())
    if not rows:
        print(words.NO_UPLOADS)


def say_withdrawn(upload: int, *, as_json: bool) -> None:
    if as_json:
        _print_json({"upload": upload})
    else:
        print(words.WITHDRAWN.format(upload=upload))


def say_status(targets: Sequence[Row], indicators: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        _print_json(
            {
                "targets": [{name: row[name] for name in (*_TARGET, "mean_value")} for row in targets],
                "indicators": [{name: row[name] for name in ("indicator", "status")} for row in indicators],
            }
        )
        return
    for row in targets:
        numbers = (_exact(row[name]) for name in ("actual_value", "planned_value", "distance", "late_months"))
        print(f"{row['target']:<6}{row['status']:<13}" + "".join(f"{number:>11}" for number in numbers), row["name_vi"])


def say_milestones(rows: Sequence[Row], *, as_json: bool) -> None:
    """The rows of `milestones_of_year`: a line a target and period, the figures in the target's unit."""
    if as_json:
        _print_json({"milestones": [{name: row[column] for name, column in _MILESTONE.items()} for row in rows]})
        return
    if not rows:
        print(milestones.NOTHING)
        return
    print(_milestone_line(*milestones.HEADINGS))
    for row in rows:
        milestone, actual, distance = (_exact(row[name]) for name in ("planned_value", "actual_value", "distance"))
        fixed = milestones.FIXED_WORD if row["is_fixed"] else ""
        status = STATUSES[row["status"]].word if row["status"] else ""
        keys = row["target"], row["period"]
        print(_milestone_line(*keys, milestone, fixed, actual, distance, status, row["name_vi"]))


def _milestone_line(*texts: str) -> str:
    target, period, milestone, fixed, actual, distance, status, name = texts
    return f"{target:<6}{period:<9}{milestone:>10} {fixed:<8}{actual:>11}{distance:>12}  {status:<24}{name}".rstrip()


def say_forecasts(rows: Sequence[Row], *, as_json: bool) -> None:
    """`rows` of forecasts.forecasts; why there is none as a sentence."""
    reasons = [reason_vi(row["reason"], row["points"]) if row["reason"] else None for row in rows]
    if as_json:
        found = zip(rows, reasons, strict=True)
        _print_json({"targets": [{name: row[name] for name in _FORECAST} | {"reason": why} for row, why in found]})
        return
    for row, why in zip(rows, reasons, strict=True):
        numbers = "".join(f"{_exact(row[name]):>11}" for name in ("expected", "low", "high", "needed"))
        print(f"{row['target']:<6}{row['met_period'] or '':<9}{numbers} {row['name_vi']}{f' ({why})' if why else ''}")


def _say_issues(issues: Iterable[Issue]) -> None:
    for issue in issues:
        label = words.ERROR if issue.severity is Severity.ERROR else words.WARNING
        place = f" {issue.sheet}!{issue.cell}:" if issue.cell else ":"
        print(f"{label}{place} {issue.message}", file=sys.stderr)


def _unconfirmed(likely: Reading) -> Issue:
    message = words.LIKELY_NOT_ACCEPTED.format(name=likely.row_name)
    return Issue("likely_not_accepted", Severity.ERROR, message, likely.sheet, likely.cell)


def _fields(item: Reading | Remark | Issue, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(item, name) for name in names}


def _exact(value: Decimal | None) -> str:
    """Every digit that is stored: '1234567,5'."""
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


def _print_json(answer: Mapping[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False, default=_encode))


def _encode(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime):
        return to_local(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
