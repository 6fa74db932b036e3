"""Whatever words, numbers and merges a sheet is made of, reading it ends in readings and issues."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.intake.model import Meaning
from indicators.intake.workbook.cells import Cell, CellKind
from tests.intake.sheets import COMMUNES, make_sheet, percent, read

NAMES = [measure.name_vi for measure in COMMUNES.communes[1].measures[:6]]
WORDS = [
    "TT", "Mã", "Chỉ tiêu", "ĐVT", "Kỳ", "Quý", "Tháng", "Năm", "Quý I", "Quý III/2026", "T7", "Năm 2026", "Năm 2035",
    "Lũy kế 6 tháng", "Lũy kế", "Thực hiện", "Kế hoạch", "So với cùng kỳ (%)", "Ghi chú", "cả năm", "2025", "1", "I",
    "(3)=(2)/(1)", "%", "người", "94,1", "1.234", "Đạt", "-", "Tử số", "Mẫu số", "Số hộ nghèo", "Tổng số hộ",
    "12/2.000", "98,6% / 77,8%", "Tỷ lệ gia đình văn hóa; thôn văn hóa", "9", "Thực hiện kế hoạch quý III",
    "UBND XÃ VĨNH THỊNH", "BÁO CÁO QUÝ II NĂM 2026", *NAMES,
]  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.sampled_from([1, 3, 12, 2026, 98.9, -5, 1e300, True, percent(0.5)]),
    st.sampled_from([Cell(CellKind.ERROR, "#REF!"), Cell(CellKind.UNCOMPUTED, ""), Cell(CellKind.DATE, "2026-07-01")]),
    st.text(max_size=20),
)
ROWS: st.SearchStrategy[list[list[Any]]] = st.lists(st.lists(CELLS, max_size=7), max_size=9)
MERGES = st.lists(st.sampled_from(["A1:C1", "B2:B4", "D3:F3", "A1:G9", "C2:C9"]), max_size=2, unique=True)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, ROWS, MERGES)
def test_reading_never_raises(first: list[list[Any]], second: list[list[Any]], merges: list[str]) -> None:
    sheets = make_sheet(*first, merges=merges), make_sheet(*second, name="Quý 3", visibility="hidden")
    reading = read(*sheets, file_name="Q3.2026.xlsx")
    places = [(found.measure, found.period) for found in reading.readings]
    assert len(places) == len(set(places))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, st.lists(st.sampled_from(Meaning), min_size=1, max_size=7))
def test_whatever_is_pointed_at_never_raises(rows: list[list[Any]], meanings: list[Meaning]) -> None:
    pointing = dict(enumerate(meanings, 1))
    found = read(make_sheet(*rows)).tables
    again = read(make_sheet(*rows), pointed={table.layout: pointing for table in found})
    assert {table.layout for table in again.tables} == {table.layout for table in found}
