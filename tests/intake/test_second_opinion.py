"""Our readers beside openpyxl and calamine: the same number in the same cell, whoever reads it."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook as open_with_openpyxl
from python_calamine import CalamineWorkbook

from indicators.intake.workbook.cells import CellKind, Sheet, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.settings import ROOT

SAMPLES = sorted((ROOT / "data" / "samples").glob("*.xlsx"))
OTHER_KINDS = sorted((Path(__file__).parent / "files").glob("*.*"))
CORPUS = sorted(
    file
    for file in (Path(__file__).parent / "corpus").iterdir()
    if file.suffix in {".xls", ".xlsb", ".ods", ".xlsm"} and "protected" not in file.name
)

Values = dict[tuple[int, int], float | str]


def ours(content: bytes) -> list[Values]:
    workbook = load_workbook(content)
    assert isinstance(workbook, Workbook), workbook
    return [_values(sheet) for sheet in workbook.sheets]


def _values(sheet: Sheet) -> Values:
    numbers = {CellKind.NUMBER, CellKind.PERCENT}
    return {
        (place.row, place.column): float(cell.text) if cell.kind in numbers else cell.text
        for place, cell in sheet.cells.items()
        if cell.kind in numbers | {CellKind.TEXT}
    }


def _plain(value: object) -> float | str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, str) and value.strip() else None


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_the_same_cells_as_openpyxl(file: Path) -> None:
    content = file.read_bytes()
    expected = [
        {
            (cell.row, cell.column): plain
            for row in sheet.iter_rows()
            for cell in row
            if (plain := _plain(cell.value)) is not None
        }
        for sheet in open_with_openpyxl(io.BytesIO(content), data_only=True).worksheets
    ]
    assert ours(content) == expected


@pytest.mark.parametrize("file", [*SAMPLES, *OTHER_KINDS, *CORPUS], ids=lambda file: file.name)
def test_the_same_cells_as_calamine(file: Path) -> None:
    content = file.read_bytes()
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    expected = [
        {
            (row, column): plain
            for row, line in enumerate(workbook.get_sheet_by_index(index).to_python(skip_empty_area=False), start=1)
            for column, value in enumerate(line, start=1)
            if (plain := _plain(value)) is not None
        }
        for index in range(len(workbook.sheet_names))
    ]
    assert ours(content) == expected
