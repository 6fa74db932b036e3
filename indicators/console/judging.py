"""What the figures say."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.console.printing import exact, print_json
from indicators.store import Row
from indicators.wording import milestones
from indicators.wording.forecasts import reason_vi
from indicators.wording.statuses import STATUSES

#: What a milestone is called in the answer → its column.
_MILESTONE = {
    "target": "target", "indicator": "indicator", "name": "name_vi", "period": "period", "milestone": "planned_value",
    "fixed": "is_fixed", "actual": "actual_value", "mean": "mean_value", "distance": "distance", "status": "status",
    "lead_unit": "lead_unit", "plan": "plan",
}  # fmt: skip
_TARGET = ("target", "indicator", "measure", "actual_value", "planned_value", "distance", "late_months", "status")
_FORECAST = ("target", "expected", "low", "high", "met_period", "needed")


def say_status(targets: Sequence[Row], indicators: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "targets": [{name: row[name] for name in (*_TARGET, "mean_value")} for row in targets],
                "indicators": [{name: row[name] for name in ("indicator", "status")} for row in indicators],
            }
        )
        return
    for row in targets:
        numbers = (exact(row[name]) for name in ("actual_value", "planned_value", "distance", "late_months"))
        print(f"{row['target']:<6}{row['status']:<13}" + "".join(f"{number:>11}" for number in numbers), row["name_vi"])


def say_milestones(rows: Sequence[Row], *, as_json: bool) -> None:
    """The rows of `milestones_of_year`: a line a target and period, the figures in the target's unit."""
    if as_json:
        print_json({"milestones": [{name: row[column] for name, column in _MILESTONE.items()} for row in rows]})
        return
    if not rows:
        print(milestones.NOTHING)
        return
    print(_milestone_line(*milestones.HEADINGS))
    for row in rows:
        milestone, actual, distance = (exact(row[name]) for name in ("planned_value", "actual_value", "distance"))
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
        print_json({"targets": [{name: row[name] for name in _FORECAST} | {"reason": why} for row, why in found]})
        return
    for row, why in zip(rows, reasons, strict=True):
        numbers = "".join(f"{exact(row[name]):>11}" for name in ("expected", "low", "high", "needed"))
        print(f"{row['target']:<6}{row['met_period'] or '':<9}{numbers} {row['name_vi']}{f' ({why})' if why else ''}")
