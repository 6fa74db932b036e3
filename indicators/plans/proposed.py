"""A plan's workbook with the proposals of a review filled in, as an officer would type them: from there on it goes the
way of every changed plan (`recording`), with all its checks, and its file's name says which review it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.catalogue import Commune, Horizon
from indicators.plans.layout import TARGETS
from indicators.plans.look import FIRST_ROW
from indicators.plans.workbook import build_plan_workbook
from indicators.store import Row, Store
from indicators.wording import plans as words

#: Column of a proposal → column of the sheet «Chỉ tiêu».
_CELLS = {"goal_value": "value", "goal_stretch": "stretch", "tolerance": "tolerance", "last_year": "last_year"}
_COLUMNS = {column.name: number for number, column in enumerate(TARGETS, start=1)}
_ONE_YEAR = words.HORIZONS[Horizon.BY_YEAR]


def build_proposed_workbook(store: Store, commune: Commune, proposals: Iterable[Row], as_of: datetime) -> bytes:
    """The .xlsx of the commune's newest plan version with what is proposed (rows of kpi.review_proposal) in place of
    what it holds; a target that the version has no longer is left out. Raises CommuneUnknown."""
    workbook = load_workbook(BytesIO(build_plan_workbook(store, commune, as_of)))
    sheet = workbook[words.TARGETS]
    rows = _rows_of(sheet)
    for proposal in proposals:
        if proposal["target"] in rows:
            _fill(sheet, rows[proposal["target"]], proposal)
    workbook.save(file := BytesIO())
    return file.getvalue()


def _rows_of(sheet: Worksheet) -> Mapping[str, int]:
    """Target → its row, of those that are not retired."""
    return {
        str(sheet.cell(row, _COLUMNS["target"]).value): row
        for row in range(FIRST_ROW, sheet.max_row + 1)
        if sheet.cell(row, _COLUMNS["target"]).value is not None
        and sheet.cell(row, _COLUMNS["state"]).value != words.STATES[words.RETIRED]
    }


def _fill(sheet: Worksheet, row: int, proposal: Row) -> None:
    said = {cell: proposal[name] for name, cell in _CELLS.items() if proposal[name] is not None}
    if "last_year" in said and sheet.cell(row, _COLUMNS["horizon"]).value == _ONE_YEAR:
        said["first_year"] = said["last_year"]  # 'đến năm' has one year
    if proposal["suspended"] is not None:
        said["state"] = words.STATES[words.SUSPENDED if proposal["suspended"] else words.ACTIVE]
    for name, value in said.items():
        sheet.cell(row, _COLUMNS[name]).value = value
