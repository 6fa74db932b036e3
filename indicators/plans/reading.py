"""Reads a plan's workbook: what the newest version becomes by it, and what is wrong with it. Bad content is an issue,
never an exception; bytes are opened by the reader of the reports, in a child process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from indicators.intake.folding import clean, fold
from indicators.intake.model import Issue
from indicators.intake.workbook.cells import Sheet, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.plans import layout
from indicators.plans.cells import Unfit, value_of
from indicators.plans.draft import Document, Drafting, PlanDraft
from indicators.plans.issues import Issues
from indicators.plans.known import PlanVersion
from indicators.plans.layout import CellKind, Column
from indicators.plans.measure_rows import read_measures
from indicators.plans.milestone_rows import read_milestones
from indicators.plans.other_rows import read_paces, read_scenarios, read_steps, read_year_goals
from indicators.plans.tables import TableRow, labelled, rows_of, sheets_by_name, year_of
from indicators.plans.target_rows import read_targets
from indicators.wording import plans as words
from indicators.wording.issues import make_refusal

_PLAN_KINDS = {
    "document_date": CellKind.DATE,
    "valid_from": CellKind.DATE,
    "baseline_year": CellKind.WHOLE,
    "document_number": CellKind.CODE,
    "version": CellKind.WHOLE,
}


@dataclass(frozen=True)
class PlanReading:
    """`drafting` still lacks what has to be computed: milestones in between, paces of the years before."""

    drafting: Drafting
    issues: Issues

    def finished(self) -> PlanDraft:
        return self.drafting.finished()


def open_plan(content: bytes) -> Workbook | Issue:
    """The workbook's cells, or why there are none."""
    workbook = load_workbook(content)
    return make_refusal(workbook) if isinstance(workbook, Refusal) else workbook


def read_plan(workbook: Workbook, version: PlanVersion, document: Document) -> PlanReading:
    """What `version` becomes by the workbook. What `document` says goes before what the sheet «Kế hoạch» says."""
    issues = Issues()
    drafting = Drafting(version, issues, document)
    sheets = sheets_by_name(workbook, issues)
    if not sheets:
        issues.add("no_plan_sheet")
    if words.PLAN in sheets:
        _read_document(drafting, sheets[words.PLAN], document)
    years = layout.plan_years(version.entry.plan.baseline_year)
    for name, columns, take in _readers(drafting, years):
        if name in sheets:
            rows = rows_of(sheets[name], columns, issues)
            if rows is not None:
                take(rows)
    _read_years(drafting, sheets, years)
    return PlanReading(drafting, issues)


def _readers(
    drafting: Drafting, years: range
) -> tuple[tuple[str, Sequence[Column], Callable[[Sequence[TableRow]], None]], ...]:
    """The sheets in the order in which they build on one another."""
    return (
        (words.SCENARIOS, layout.SCENARIOS, lambda rows: read_scenarios(drafting, rows)),
        (words.MEASURES, layout.MEASURES, lambda rows: read_measures(drafting, rows)),
        (words.TARGETS, layout.TARGETS, lambda rows: read_targets(drafting, rows)),
        (
            words.YEAR_GOALS,
            layout.year_goal_columns(years),
            lambda rows: read_year_goals(drafting, rows, years),
        ),
        (words.PACES, layout.PACES, lambda rows: read_paces(drafting, rows)),
        (words.STEPS, layout.STEPS, lambda rows: read_steps(drafting, rows)),
    )


def _read_years(drafting: Drafting, sheets: Mapping[str, Sheet], years: range) -> None:
    for name, sheet in sheets.items():
        year = year_of(name)
        if year is None:
            continue
        if year not in years:
            drafting.issues.add(
                "year_outside", (sheet.name, None), sheet_name=sheet.name, first=years[0], last=years[-1]
            )
            continue
        rows = rows_of(sheet, layout.milestone_columns(year), drafting.issues)
        if rows is not None:
            read_milestones(drafting, rows, year)


def _read_document(drafting: Drafting, sheet: Sheet, document: Document) -> None:
    said: dict[str, Any] = {}
    for field, cell, address in labelled(sheet, words.PLAN_LABELS):
        column = Column(field, words.PLAN_LABELS[field], _PLAN_KINDS.get(field, CellKind.TEXT))
        drafting.places["plan", field] = (sheet.name, address)
        try:
            said[field] = value_of(cell, column)
        except Unfit as error:
            drafting.issues.add(error.code, (sheet.name, address), column=column.title, **error.details)
    _check_commune(drafting, said.get("commune"))
    _check_version(drafting, said.get("version"))
    drafting.document = Document(
        document.number or said.get("document_number") or "",
        document.dated or said.get("document_date"),
        document.valid_from or said.get("valid_from"),
    )
    name = said.get("name_vi")
    if name is not None and name != clean(drafting.plan.name_vi):
        drafting.plan = replace(drafting.plan, name_vi=name)
    if said.get("baseline_year") is not None:
        drafting.plan = replace(drafting.plan, baseline_year=said["baseline_year"])


def _check_commune(drafting: Drafting, said: str | None) -> None:
    expected = drafting.base.commune
    if said is not None and fold(said) not in (fold(expected.name_vi), expected.commune):
        place = drafting.places["plan", "commune"]
        drafting.issues.add("commune_differs", place, found=said, expected=expected.name_vi)


def _check_version(drafting: Drafting, said: int | None) -> None:
    """A workbook taken from an earlier version would undo what later ones changed."""
    current = drafting.version.number
    if said is not None and said != current:
        drafting.issues.add("version_outdated", drafting.places["plan", "version"], found=said, current=current)
