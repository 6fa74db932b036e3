"""Which commune each row of a province's sheet is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from indicators.intake.findings import Findings
from indicators.intake.folding import clean
from indicators.intake.values.convert import Value, looks_like_number
from indicators.intake.values.yes_no import yes_or_no
from indicators.intake.workbook.cells import CellKind, Sheet, address_of
from indicators.province.cells import CellColumns
from indicators.province.groups import is_group
from indicators.province.headings import says_plan
from indicators.province.layout import Heads, Layout
from indicators.province.model import ProvinceRow
from indicators.register import CommuneFound, Register, RowTrouble
from indicators.register.names import is_code, names_a_commune

_LONGEST = 80


def commune_rows(
    sheet: Sheet,
    cells: CellColumns,
    layout: Layout,
    columns: Collection[int],
    register: Register,
    findings: Findings,
) -> list[ProvinceRow]:
    """The rows of communes, among those where something stands in `columns`. Every other one is named, but for
    signatures and notes, which hold no figures."""
    heads = layout.heads
    read = (cells.rows > layout.bottom) & np.isin(cells.columns, sorted(columns))
    texts = {column: _filled_down(_texts_in(cells, column), column, sheet.merges) for column in heads.own}
    found = []
    plans = _rows_of_plans(cells, layout, columns)
    for number in np.unique(cells.rows[read]).tolist():
        if number in plans:
            continue
        code, name = (texts[column].get(number, "") if column else "" for column in (heads.code, heads.name))
        parents = [texts[column].get(number, "") for column in heads.parents]
        others = [texts[column].get(number, "") for column in sorted(heads.others)]
        commune = _commune(code, name, parents, others, register)
        if isinstance(commune, RowTrouble):
            means_none = not names_a_commune(name) and not is_code(code)
            if means_none and not _holds_figures(cells, np.flatnonzero(read & (cells.rows == number)).tolist()):
                continue
            cell = address_of(number, _named_column(heads, code, name))
            findings.add(commune.code, sheet.name, cell, **commune.details)
            continue
        if commune.other_name and heads.name:
            cell = address_of(number, heads.name)
            details = {"text": code, "expected": commune.name_vi, "name": name}
            findings.add("commune_name_differs", sheet.name, cell, **details)
        found.append(ProvinceRow(sheet.name, number, commune.key, commune.name_vi))
    return found


def _commune(
    code: str, name: str, parents: Sequence[str], others: Sequence[str], register: Register
) -> CommuneFound | RowTrouble:
    if not code and not name:
        group = next((text for text in (*parents, *others) if is_group(text)), None)
        return RowTrouble("total_row", {"text": group}) if group else RowTrouble("commune_missing_row")
    commune = register.find(code, name, parents)
    said = name or code
    if isinstance(commune, RowTrouble) and commune.code == "commune_unknown_row" and is_group(said):
        return RowTrouble("total_row", {"text": said[:_LONGEST]})
    return commune


def _rows_of_plans(cells: CellColumns, layout: Layout, columns: Collection[int]) -> set[int]:
    """The rows that a word in a column of their own calls a plan: 'Kế hoạch' above 'Thực hiện'."""
    beside = ~np.isin(cells.columns, sorted({*columns, *layout.heads.own})) & (cells.kinds == ord(CellKind.TEXT))
    places = np.flatnonzero(beside & (cells.rows > layout.bottom)).tolist()
    labels = {text for text in {cells.texts[place] for place in places} if says_plan(text)}
    return {int(cells.rows[place]) for place in places if cells.texts[place] in labels}


def _filled_down(texts: Mapping[int, str], column: int, merges: Iterable[Sequence[int]]) -> Mapping[int, str]:
    """Row → text with what a cell merged over several rows says of each of them."""
    over = [merge for merge in merges if merge[0] < merge[2] and merge[1] <= column <= merge[3] and merge[0] in texts]
    return {**texts, **{row: texts[merge[0]] for merge in over for row in range(merge[0] + 1, merge[2] + 1)}}


def _holds_figures(cells: CellColumns, places: Sequence[int]) -> bool:
    return any(
        looks_like_number(cell) or (cell.kind is CellKind.TEXT and isinstance(yes_or_no(cell), Value))
        for cell in map(cells.cell, places)
    )


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
