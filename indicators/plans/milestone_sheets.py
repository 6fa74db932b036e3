"""The sheets «Mốc …» of a plan's workbook: what the plan fixed is open; what is derived stands above it, only shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue import CommuneCatalogue, Scenario, Target
from indicators.plans import layout
from indicators.plans.look import FIRST_ROW, begin, put_row, spare_rows
from indicators.plans.milestone_rows import proof_of
from indicators.plans.paths import is_judged_in
from indicators.store import Row
from indicators.wording import plans as words


def write_milestones(sheet: Worksheet, entry: CommuneCatalogue, year: int, paths: Sequence[Row]) -> None:
    """A year's milestones: floor and stretch of every target with a path then, and the scenarios of the office's own.

    `paths`: the rows of sql/queries/plan_paths.sql."""
    columns = layout.milestone_columns(year)
    begin(sheet, words.TITLES[words.MILESTONES].format(year=year), words.GUIDES[words.MILESTONES], columns)
    fixed = _fixed(entry)
    of_year = {period.code for period in layout.milestone_periods(year)}
    derived = _derived(row for row in paths if row["period"] in of_year)
    own = {scenario.scenario: scenario.name_vi for scenario in entry.scenarios}
    row = FIRST_ROW
    for target in entry.targets:
        if not is_judged_in(target, year):
            continue
        for scenario, name in (words.BANDS | own).items():
            cells = fixed.get((target.target, scenario), {})
            if not _has_row(target, scenario, cells):
                continue
            named: Row = {"target": target.target, "name_vi": target.name_vi, "unit": target.unit}
            if scenario in words.BANDS:
                values = derived.get((target.target, scenario), {})
                said = {"scenario": f"{name} {words.DERIVED}", layout.PROOF.name: proof_of(values)}
                put_row(sheet, row, columns, named | said | values, is_open=False)
                row += 1
            put_row(sheet, row, columns, named | {"scenario": name} | cells)
            row += 1
    spare_rows(sheet, row, columns)
    sheet.column_dimensions[get_column_letter(len(columns))].hidden = True


def _has_row(target: Target, scenario: str, cells: object) -> bool:
    """Floor always, stretch where there is one, a scenario of the office's own where it says something."""
    if scenario == Scenario.FLOOR:
        return True
    return target.stretch is not None if scenario == Scenario.STRETCH and not cells else bool(cells)


def _fixed(entry: CommuneCatalogue) -> dict[tuple[str, str], dict[str, Decimal]]:
    found: dict[tuple[str, str], dict[str, Decimal]] = {}
    for milestone in entry.milestones:
        found.setdefault((milestone.target, milestone.scenario), {})[milestone.period] = milestone.value
    return found


def _derived(paths: Iterable[Row]) -> dict[tuple[str, str], dict[str, Decimal]]:
    found: dict[tuple[str, str], dict[str, Decimal]] = {}
    for row in paths:
        for scenario in Scenario:
            value = row[f"{scenario}_value"]
            if value is not None:
                found.setdefault((row["target"], scenario), {})[row["period"]] = value
    return found
