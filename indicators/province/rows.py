"""Which commune each row of a province's sheet is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from indicators.intake.findings import Findings
from indicators.intake.folding import clean, fold
from indicators.intake.workbook.cells import CellKind, address_of
from indicators.province.cells import CellColumns
from indicators.province.layout import Heads, Layout
from indicators.province.model import ProvinceRow
from indicators.register import CommuneFound, Register, RowTrouble

_AREA = r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|khu vuc|cum)"
_GROUP = re.compile(
    r"(?:tong|cong)(?: (?:cong|so|the|chung|toan .*))?"
    rf"|toan (?:{_AREA}|dia ban|vung)\b.*|{_AREA} .*"
    r"|(?:binh quan|trung binh)(?: chung| (?:toan|cac|cua)\b.*)?"
    r"|(?:[ivx]+|[a-z])[.)].*|(?:cac )?(?:xa|phuong|dac khu|thi tran)"
)
_LONGEST = 80


def commune_rows(
    sheet: str, cells: CellColumns, layout: Layout, filled: Collection[int], register: Register, findings: Findings
) -> list[ProvinceRow]:
    """The rows of communes, among those with figures (`filled`). Every other one is named."""
    heads = layout.heads
    texts = {column: _texts_in(cells, column) for column in heads.own}
    found = []
    for number in sorted(filled):
        code, name = (texts[column].get(number, "") if column else "" for column in (heads.code, heads.name))
        parents = [texts[column].get(number, "") for column in heads.parents]
        commune = _commune(code, name, parents, register)
        if isinstance(commune, RowTrouble):
            cell = address_of(number, _named_column(heads, code, name))
            findings.add(commune.code, sheet, cell, **commune.details)
            continue
        if commune.other_name and heads.name:
            cell = address_of(number, heads.name)
            details = {"text": code, "expected": commune.name_vi, "name": name}
            findings.add("commune_name_differs", sheet, cell, **details)
        found.append(ProvinceRow(sheet, number, commune.key, commune.name_vi))
    return found


def _commune(code: str, name: str, parents: Sequence[str], register: Register) -> CommuneFound | RowTrouble:
    if not code and not name:
        group = next((parent for parent in parents if _GROUP.fullmatch(fold(parent))), None)
        return RowTrouble("total_row", {"text": group}) if group else RowTrouble("commune_missing_row")
    commune = register.find(code, name, parents)
    said = name or code
    if isinstance(commune, RowTrouble) and commune.code == "commune_unknown_row" and _GROUP.fullmatch(fold(said)):
        return RowTrouble("total_row", {"text": said[:_LONGEST]})
    return commune


def _named_column(heads: Heads, code: str, name: str) -> int:
    return (heads.code if code or not name else heads.name) or heads.name or heads.first


def _texts_in(cells: CellColumns, column: int) -> Mapping[int, str]:
    """Row → what a cell of the column says; errors say nothing."""
    unread = {ord(CellKind.ERROR), ord(CellKind.UNCOMPUTED)}
    places = cells.by_column.get(column, ())
    return {
        int(cells.rows[place]): clean(cells.texts[place])[:_LONGEST]
        for place in places
        if int(cells.kinds[place]) not in unread
    }
