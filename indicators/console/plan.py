"""The plan: what a workbook changes, and its versions."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.console.printing import issue_fields, print_json, say_issues
from indicators.intake import Issue, Severity
from indicators.plans import PlanChange
from indicators.store import Row
from indicators.wording import command_line as words
from indicators.wording.refusals import moment_vi
from indicators.wording.screens import recorder_vi

_CHANGE = ("kind", "target", "field", "before", "after", "sheet", "cell")
_VERSION = (
    "plan", "name_vi", "document_number", "document_date", "valid_from", "recorded_at", "recorded_by", "origin",
    "targets", "file_name",
)  # fmt: skip


def say_plan(changes: Sequence[PlanChange], issues: Sequence[Issue], *, as_json: bool, **plan: int | None) -> None:
    """What a plan's workbook changes; with `plan=` also the version it was recorded as, None where it was refused."""
    if as_json:
        said = [{name: getattr(change, name) for name in _CHANGE} for change in changes]
        print_json({"changes": said, "issues": issue_fields(issues), **plan})
        return
    for change in changes:
        place = f"{change.sheet}!{change.cell}" if change.cell else ""
        print(f"{place:<28} {change.target:<6} {change.field}: {change.before or '…'} → {change.after or '…'}")
    say_issues(issues)
    errors_found = sum(issue.severity is Severity.ERROR for issue in issues)
    print(words.PLAN_READ.format(changes=len(changes), errors=errors_found, warnings=len(issues) - errors_found))
    if plan.get("plan"):
        print(words.PLAN_RECORDED.format(**plan))


def say_plan_versions(rows: Sequence[Row], *, as_json: bool) -> None:
    shown = [row | {"recorded_by": recorder_vi(row["recorded_by"])} for row in rows]
    if as_json:
        print_json({"versions": [{name: row[name] for name in _VERSION} for row in shown]})
        return
    for row in shown:
        day, moment = row["valid_from"].strftime("%d/%m/%Y"), moment_vi(row["recorded_at"])
        document = row["document_number"] or words.NO_DOCUMENT
        said = row | {"valid_from": day, "recorded_at": moment, "document": document}
        print(words.PLAN_VERSION.format(**said))
