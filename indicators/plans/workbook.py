"""The workbook of a plan: what its newest version holds, to be changed in Excel and sent back (`reading`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue import Assigner, Bound, Closing, Commune, CommuneCatalogue, Measure, PaceSource, Target
from indicators.errors import CommuneUnknown
from indicators.plans import layout
from indicators.plans.known import PlanVersion, newest_version
from indicators.plans.look import FIRST_ROW, begin, frame, name_styles, offer_words, put_row, spare_rows, write
from indicators.plans.milestone_sheets import write_milestones
from indicators.plans.paths import has_rhythm
from indicators.store import Row, Store
from indicators.wording import plans as words
from indicators.wording.looking_back import in_file

_NAMES_APART = "; "
_DATES = ("document_date", "valid_from")


def build_plan_workbook(store: Store, commune: Commune, as_of: datetime, *, looks_back: bool = False) -> bytes:
    """The .xlsx of a commune's newest plan version as known at `as_of`, which it says where it `looks_back`. Raises
    CommuneUnknown where it has no plan."""
    version = newest_version(store, commune, as_of)
    if version is None:
        raise CommuneUnknown(commune.commune, sorted(row["commune"] for row in store.rows("communes")))
    entry = version.entry
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    name_styles(workbook)
    _write_plan(workbook.create_sheet(words.PLAN), version, in_file(as_of) if looks_back else "")
    _write_targets(workbook.create_sheet(words.TARGETS), version)
    _write_measures(workbook.create_sheet(words.MEASURES), entry)
    _write_year_goals(workbook.create_sheet(words.YEAR_GOALS), entry)
    paths = paths_of(store, version, as_of)
    for year in layout.plan_years(entry.plan.baseline_year):
        write_milestones(workbook.create_sheet(words.MILESTONES.format(year=year)), entry, year, paths)
    _write_paces(workbook.create_sheet(words.PACES), entry)
    _write_steps(workbook.create_sheet(words.STEPS), entry)
    _write_scenarios(workbook.create_sheet(words.SCENARIOS), entry)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def paths_of(store: Store, version: PlanVersion, as_of: datetime) -> list[Row]:
    """What the version wants in the years of its plan: the rows of sql/queries/plan_paths.sql."""
    years = layout.plan_years(version.entry.plan.baseline_year)
    return store.rows(
        "plan_paths", commune=version.entry.commune.commune, plan=version.number, as_of=as_of,
        periods=[period.code for year in years for period in layout.milestone_periods(year)],
    )  # fmt: skip


def _write_plan(sheet: Worksheet, version: PlanVersion, note: str) -> None:
    """The fields of the new version beside those of the one it will follow."""
    plan, commune = version.entry.plan, version.entry.commune
    write(sheet.cell(1, 1), words.TITLES[words.PLAN].format(commune=commune.name_vi.upper())).font = Font(
        bold=True, size=14
    )
    if note:
        write(sheet.cell(2, 1), note).font = Font(bold=True)
    for column, title in ((2, words.NEW_VERSION), (3, words.CURRENT_VERSION)):
        write(sheet.cell(3, column), title).font = Font(bold=True)
    shown_only: Row = {"commune": commune.name_vi, "version": version.number}
    kept = shown_only | {"name_vi": plan.name_vi, "baseline_year": plan.baseline_year}
    before = {**vars(plan), **shown_only}
    for row, (field, label) in enumerate(words.PLAN_LABELS.items(), start=4):
        write(sheet.cell(row, 1), label).font = Font(bold=True)
        said = write(frame(sheet.cell(row, 2), is_open=field not in shown_only), kept.get(field))
        if field in _DATES:
            said.number_format = "dd/mm/yyyy"
        write(frame(sheet.cell(row, 3), is_open=False), before[field] or words.UNKNOWN)
    for letter, width in (("A", 22), ("B", 48), ("C", 48)):
        sheet.column_dimensions[letter].width = width
    for row, line in enumerate(words.GUIDE, start=12):
        write(sheet.cell(row, 1), line).font = Font(italic=True, color="595959")
    sheet.protection.sheet = True


def _write_targets(sheet: Worksheet, version: PlanVersion) -> None:
    entry = version.entry
    begin(sheet, words.TITLES[words.TARGETS], words.GUIDES[words.TARGETS], layout.TARGETS)
    row = FIRST_ROW
    for target in entry.targets:
        state = words.SUSPENDED if target.suspended else words.ACTIVE
        put_row(sheet, row, layout.TARGETS, target_cells(entry, target, state))
        row += 1
    replaced_by = {retirement.target: retirement.replaced_by for retirement in entry.retirements}
    for target in version.retired:
        cells = target_cells(entry, target, words.RETIRED) | {"replaced_by": replaced_by[target.target]}
        put_row(sheet, row, layout.TARGETS, cells, is_open=False)
        row += 1
    spare_rows(sheet, row, layout.TARGETS)


def target_cells(entry: CommuneCatalogue, target: Target, state: str) -> Row:
    """A target as its row shows it. A lead unit of its own it need not have: then its measure's."""
    measure = entry.measure_by_id.get(target.measure)
    is_yes_no = target.bound is Bound.ACHIEVED
    return {
        **vars(target),
        "value": None if is_yes_no else target.value,
        "rhythm": rhythm_of(entry, target),
        "lead_unit": target.lead_unit or (measure.lead_unit if measure else ""),
        "state": state,
    }


def rhythm_of(entry: CommuneCatalogue, target: Target) -> str | None:
    """How the months share the year's total; None where a target's path has no such rhythm."""
    measure = entry.measure_by_id.get(target.measure)
    if measure is None or not has_rhythm(measure, target):
        return None
    source = next((pace.source for pace in entry.paces if pace.target == target.target), None)
    return {None: words.EVEN, PaceSource.OWN: words.OWN, PaceSource.HISTORY: words.HISTORY}[source]


def _write_measures(sheet: Worksheet, entry: CommuneCatalogue) -> None:
    begin(sheet, words.TITLES[words.MEASURES], words.GUIDES[words.MEASURES], layout.MEASURES)
    row = FIRST_ROW
    for measure in entry.measures:
        put_row(sheet, row, layout.MEASURES, measure_cells(measure), is_open=False)
        row += 1
    spare_rows(sheet, row, layout.MEASURES)


def measure_cells(measure: Measure) -> Row:
    """A measure as its row shows it."""
    return {
        **vars(measure),
        "closes": closing_vi(measure.closes),
        "names_seen_vi": _NAMES_APART.join(measure.names_seen_vi),
    }


def closing_vi(closing: Closing) -> str:
    """'31/12', '31/01 năm sau'."""
    return f"{closing.day:02d}/{closing.month:02d}" + (f" {words.NEXT_YEAR}" if closing.next_year else "")


def _write_year_goals(sheet: Worksheet, entry: CommuneCatalogue) -> None:
    columns = layout.year_goal_columns(layout.plan_years(entry.plan.baseline_year))
    begin(sheet, words.TITLES[words.YEAR_GOALS], words.GUIDES[words.YEAR_GOALS], columns)
    goals: dict[tuple[str, str], dict[str, Decimal | None]] = {}
    for goal in entry.year_goals:
        cells = goals.setdefault((goal.target, goal.assigned_by), {})
        cells |= {f"{goal.year}:value": goal.value, f"{goal.year}:stretch": goal.stretch}
    row = FIRST_ROW
    for target in entry.targets:
        for assigner in Assigner:
            own = goals.get((target.target, assigner), {})
            put_row(sheet, row, columns, {**named_cells(target), "assigned_by": assigner, **own})
            row += 1
    offer_words(sheet, columns, row - 1)


def named_cells(target: Target) -> Row:
    return {"target": target.target, "name_vi": target.name_vi, "unit": target.unit}


def _write_paces(sheet: Worksheet, entry: CommuneCatalogue) -> None:
    """A row a target that runs by the share of the year; a pace taken from the years before is only shown."""
    begin(sheet, words.TITLES[words.PACES], words.GUIDES[words.PACES], layout.PACES)
    row = FIRST_ROW
    for target in entry.targets:
        rhythm = rhythm_of(entry, target)
        if rhythm is not None:
            shares = {str(pace.month): pace.share for pace in entry.paces if pace.target == target.target}
            put_row(sheet, row, layout.PACES, named_cells(target) | shares, is_open=rhythm != words.HISTORY)
            row += 1


def _write_steps(sheet: Worksheet, entry: CommuneCatalogue) -> None:
    begin(sheet, words.TITLES[words.STEPS], words.GUIDES[words.STEPS], layout.STEPS)
    row = FIRST_ROW
    for step in entry.steps:
        shown = {"scenario": words.BANDS[step.scenario], "on_date": step.on_date, "value": step.value}
        put_row(sheet, row, layout.STEPS, named_cells(entry.target_by_id[step.target]) | shown)
        row += 1
    spare_rows(sheet, row, layout.STEPS)


def _write_scenarios(sheet: Worksheet, entry: CommuneCatalogue) -> None:
    begin(sheet, words.TITLES[words.SCENARIOS], words.GUIDES[words.SCENARIOS], layout.SCENARIOS)
    row = FIRST_ROW
    for scenario in entry.scenarios:
        put_row(sheet, row, layout.SCENARIOS, vars(scenario))
        row += 1
    spare_rows(sheet, row, layout.SCENARIOS)
