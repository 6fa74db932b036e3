"""The rules of a catalogue's files (`indicators.catalogue.checks`) on a draft, whose rows take the place of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from indicators.catalogue import Bound, Measure, checks
from indicators.catalogue.files import Problem, Row
from indicators.periods import FIRST_YEAR
from indicators.plans.difference import shown
from indicators.plans.draft import About, PlanDraft
from indicators.plans.issues import Issues
from indicators.wording import plans as words
from indicators.wording.template import range_vi

_CODES = {"outside_range": "value_outside_range"}
_COLUMNS = {"year": "last_year"}
_KEYS = {
    "measure": ("measure",),
    "target": ("target",),
    "year_goal": ("target", "assigned_by", "year"),
    "milestone": ("target", "scenario", "period"),
    "step": ("target", "scenario", "on_date"),
    "pace": ("target",),
}

#: What is wrong, the measure whose range it is about, the row.
Found = tuple[Problem, Measure | None, Row]


def check_by_catalogue(draft: PlanDraft, issues: Issues) -> None:
    """Adds an issue for every row that the catalogue's rules would refuse."""
    for found in (_measure_problems(draft), _target_problems(draft), _goal_problems(draft), _pace_problems(draft)):
        for problem, measure, row in found:
            column = _COLUMNS.get(problem.column, problem.column)
            issues.add(
                _CODES.get(problem.code, problem.code),
                draft.place(*_about(row), column),
                text=_said(row, problem.column),
                range=range_vi(measure.minimum, measure.maximum).strip() if measure else "",
                floor=shown(row.cells.get("value")),
                first=FIRST_YEAR,
                target=row.cells.get("target"),
            )


def _rows(kind: str, items: Iterable[Any]) -> list[Row]:
    return [
        Row(Path(kind), line, {"year": getattr(item, "last_year", None), **vars(item)})
        for line, item in enumerate(items)
    ]


def _about(row: Row) -> About:
    return (row.file.name, *(row.cells[key] for key in _KEYS[row.file.name]))


def _said(row: Row, column: str) -> str:
    value = row.cells[column]
    return words.BOUNDS[value] if isinstance(value, Bound) else shown(value)


def _measure_problems(draft: PlanDraft) -> Iterator[Found]:
    measures = draft.entry.measures
    rows = _rows("measure", measures)
    for problem in checks.name_problems(rows, measures):
        yield problem, None, rows[problem.line]
    for row, measure in zip(rows, measures, strict=True):
        for problem in checks.measure_problems(row, measure):
            yield problem, measure, row


def _target_problems(draft: PlanDraft) -> Iterator[Found]:
    entry = draft.entry
    for row, target in zip(_rows("target", entry.targets), entry.targets, strict=True):
        measure = entry.measure_by_id.get(target.measure)
        for problem in checks.target_problems(row, target, measure):
            yield problem, measure, row


def _goal_problems(draft: PlanDraft) -> Iterator[Found]:
    """Of goals of single years, milestones and steps; a target without its measure has its own issue."""
    entry = draft.entry
    for row in (
        *_rows("year_goal", entry.year_goals), *_rows("milestone", entry.milestones), *_rows("step", entry.steps),
    ):  # fmt: skip
        target = entry.target_by_id[row.cells["target"]]
        measure = entry.measure_by_id.get(target.measure)
        if measure is not None:
            for problem in checks.goal_problems(row, target, measure):
                yield problem, measure, row


def _pace_problems(draft: PlanDraft) -> Iterator[Found]:
    rows = _rows("pace", draft.entry.paces)
    for problem in checks.pace_problems(rows):
        yield problem, None, rows[problem.line]
