"""What changed between two moments."""

from __future__ import annotations

from indicators.console.printing import exact, print_json
from indicators.store import Row
from indicators.two_moments import Differences
from indicators.wording import looking_back as words
from indicators.wording.periods import code_vi
from indicators.wording.refusals import moment_vi
from indicators.wording.statuses import STATUSES

#: What something is called in the answer → its column.
_VALUE = {
    "measure": "measure", "name": "name_vi", "unit": "unit", "period": "period", "before": "before", "after": "after",
    "change": "change", "act": "act", "upload": "upload", "file_name": "file_name", "by": "acted_by", "at": "acted_at",
    "reason": "reason",
}  # fmt: skip
_STATUS = {
    "target": "target", "indicator": "indicator", "name": "name_vi", "before": "before", "after": "after",
    "before_actual": "before_actual", "after_actual": "after_actual", "before_milestone": "before_planned",
    "after_milestone": "after_planned", "before_plan": "before_plan", "after_plan": "after_plan",
}  # fmt: skip
_ACT = {
    "act": "act", "number": "number", "by": "acted_by", "at": "acted_at", "period": "period", "name": "name",
    "document_number": "document_number", "valid_from": "valid_from", "reason": "reason", "counted": "counted",
    "measures": "measures",
}  # fmt: skip


def say_differences(found: Differences, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {"commune": found.commune, "from": found.earlier, "to": found.later, "period": found.period}
            | {"values": [_named(row, _VALUE) for row in found.values]}
            | {"statuses": [_named(row, _STATUS) for row in found.statuses]}
            | {"acts": [_named(row, _ACT) for row in found.acts]}
        )
        return
    print(words.summary_vi(found))
    for row in found.values:
        before, after = exact(row["before"]) or words.NOTHING, exact(row["after"]) or words.NOTHING
        what = row["name_vi"] or row["measure"]
        print(f"  {code_vi(row['period'])}  {what}: {before} → {after} ({words.deciding_vi(row)})")
    for row in found.statuses:
        before, after = (STATUSES[row[name]].word if row[name] else words.NOTHING for name in ("before", "after"))
        print(f"  {row['target']:<6}{before} → {after}  {row['name_vi']}")
    for row in found.acts:
        print(f"  {moment_vi(row['acted_at'])}  {words.act_vi(row)}")


def _named(row: Row, columns: dict[str, str]) -> dict[str, object]:
    return {name: row[column] for name, column in columns.items()}
