"""One workbook in several kinds: openpyxl's .xlsx and LibreOffice's .xlsx, .xls and .ods say the same."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from python_calamine import CalamineWorkbook

from indicators.intake.legacy import decoded
from indicators.intake.workbook.cells import Sheet, Visibility, Workbook
from indicators.intake.workbook.isolation import load_workbook
from tests.intake.sheets import COMMUNES
from tests.intake.test_legacy import tcvn3

LONG = "Nguồn vốn phân bổ chậm. " * 1_200
# What is written, in which format, and what every kind must say of it.
WRITTEN: list[tuple[Any, str, tuple[str, str] | None]] = [
    (98.9, "General", ("n", "98.9")),
    (0.989, "0.0%", ("p", "0.989")),
    (0.989, "0.0%;@", ("p", "0.989")),
    (-0.05, "0.0%;@", ("p", "-0.05")),
    (0.989, '0.0"%"', ("n", "0.989")),
    (-0.05, "0%;(0)", ("n", "-0.05")),
    (1234567.891, '#,##0.00 "₫"', ("n", "1234567.891")),
    (1234.5, "[$₫-42A] #,##0", ("n", "1234.5")),
    (123456789012, "0", ("n", "123456789012")),
    (0.0000001, "0.00E+00", ("n", "1e-07")),
    (0, "General", ("n", "0")),
    (date(2026, 9, 30), "dd/mm/yyyy", ("d", "2026-09-30")),
    (True, "General", ("b", "TRUE")),
    ("98,9", "@", ("t", "98,9")),
    ("#DIV/0!", "General", ("e", "#DIV/0!")),
    ("=1/0", "General", ("e", "#DIV/0!")),
    ("=NA()", "General", ("e", "#N/A")),
    ("=1+1", "General", ("n", "2")),
    ("=0.5", "0%", ("p", "0.5")),
    ("=1=1", "General", ("b", "TRUE")),
    ('="x"', "General", ("t", "x")),
    ('=""', "General", None),
    (LONG, "General", ("t", LONG)),
    ("hai\ndòng", "General", ("t", "hai\ndòng")),
    (unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo"), "General", ("t", unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo"))),
    (CellRichText("Tỷ lệ ", TextBlock(InlineFont(b=True), "hộ nghèo")), "General", ("t", "Tỷ lệ hộ nghèo")),
]  # fmt: skip
CELLS = {(row, 1): expected for row, (_, _, expected) in enumerate(WRITTEN, start=1) if expected}
HIDDEN_ROW, KINDS = 5, ["xlsx", "xls", "ods"]


def make(*, from_1904: bool) -> Book:
    book = Book()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet: Any = book.active
    sheet.title = "Biểu số 1"
    for row, (value, number_format, _) in enumerate(WRITTEN, start=1):
        sheet.cell(row, 1, value).number_format = number_format
        if value == "#DIV/0!":
            sheet.cell(row, 1).data_type = "e"
    sheet.merge_cells("C2:D3")
    sheet["C2"] = "gộp"
    sheet.row_dimensions[HIDDEN_ROW].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for name, state in (("Ẩn", "hidden"), ("Rất ẩn", "veryHidden"), ("Chữ cũ", "visible")):
        book.create_sheet(name).sheet_state = state
        book[name]["B2"] = 1
    _add_old_texts(book["Chữ cũ"])
    return book


def _add_old_texts(sheet: Any) -> None:
    sheet["A1"], sheet["A1"].font = tcvn3("Tỷ lệ hộ nghèo"), Font(name=".VnTime")
    sheet["A2"] = CellRichText("Tỷ lệ ", TextBlock(InlineFont(rFont=".VnTime"), tcvn3("hộ nghèo")))
    for row in range(3, 40):
        sheet.cell(row, 1, tcvn3("Tỷ lệ hộ nghèo")).font = Font(name=".VnTime")


@pytest.fixture(scope="module", params=[False, True], ids=["from 1900", "from 1904"])
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, libreoffice_save: Callable[..., Path]
) -> dict[str, bytes]:
    """The workbook by its kind, each saved once."""
    made = tmp_path_factory.mktemp("made") / "bieu.xlsx"
    make(from_1904=request.param).save(made)
    return {kind: libreoffice_save(made, kind).read_bytes() for kind in KINDS} | {"made": made.read_bytes()}


def sheets_of(content: bytes) -> dict[str, Sheet]:
    workbook = load_workbook(content)
    assert isinstance(workbook, Workbook), workbook
    return {sheet.name: sheet for sheet in workbook.sheets}


def cells_of(sheet: Sheet) -> dict[tuple[int, int], tuple[str, str]]:
    return {tuple(place): tuple(cell) for place, cell in sheet.cells.items() if place.column == 1}  # type: ignore[misc]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_cells(files: dict[str, bytes], kind: str) -> None:
    assert cells_of(sheets_of(files[kind])["Biểu số 1"]) == CELLS


def test_formulas_that_were_never_computed(files: dict[str, bytes]) -> None:
    uncomputed = {
        (row, 1): ("f", "")
        for row, (value, _, _) in enumerate(WRITTEN, 1)
        if isinstance(value, str) and value[0] == "="
    }
    assert cells_of(sheets_of(files["made"])["Biểu số 1"]) == CELLS | uncomputed


@pytest.mark.parametrize("kind", [*KINDS, "made"])
def test_what_is_merged_and_hidden(files: dict[str, bytes], kind: str) -> None:
    sheets = sheets_of(files[kind])
    first = sheets["Biểu số 1"]
    assert [tuple(merge) for merge in first.merges] == [(2, 3, 3, 4)]
    assert first.cells[2, 3] == ("t", "gộp")  # type: ignore[index]
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({HIDDEN_ROW}, {3})
    assert [sheet.visibility for sheet in sheets.values()] == [
        Visibility.VISIBLE,
        Visibility.HIDDEN,
        Visibility.VERY_HIDDEN if kind == "made" else Visibility.HIDDEN,  # LibreOffice knows one way to hide
        Visibility.VISIBLE,
    ]


@pytest.mark.parametrize("kind", [*KINDS, "made"])
def test_old_fonts(files: dict[str, bytes], kind: str) -> None:
    sheet = sheets_of(files[kind])["Chữ cũ"]
    texts = {cell.text for place, cell in decoded(sheet, COMMUNES).cells.items() if place.column == 1}
    assert texts == {"Tỷ lệ hộ nghèo"}
    assert {tuple(place) for place in sheet.legacy} == {(row, 1) for row in range(1, 40)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_numbers_as_calamine(files: dict[str, bytes], kind: str) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files[kind]))
    lines = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    read = {(row, 1): line[0] for row, line in enumerate(lines, 1) if type(line[0]) in {int, float}}
    ours = {place: float(text) for place, (kind, text) in CELLS.items() if kind in {"n", "p"}}
    assert {place: value for place, value in read.items() if place in ours} == pytest.approx(ours, rel=1e-12)
