"""Yes and no as offices write them: ticks, decisions, years, what is put off."""

from decimal import Decimal
from typing import Any

import pytest

from indicators.intake import SheetReading
from indicators.intake.values.convert import Value
from indicators.intake.values.yes_no import yes_or_no
from indicators.intake.workbook.cells import Cell, CellKind
from tests.intake.sheets import HEADER, STATION, TITLE, codes, read, values

KEY = ("health_station_standard", "2026-Q3")
MODEL = "Xã đạt chuẩn nông thôn mới kiểu mẫu"


def said(value: Any) -> SheetReading:
    return read([TITLE, (*HEADER, "Kết quả"), (*STATION, value)])


def of_model(text: str) -> Decimal | None:
    value = yes_or_no(Cell(CellKind.TEXT, text), MODEL, 2026)
    return value.number if isinstance(value, Value) else None


@pytest.mark.parametrize(
    "text",
    [
        "V", "v", "x", "✓", "✔", "🗸", "ü", "\uf0fc", "\uf052",
        "Đạt chuẩn năm 2025", "Đạt năm 2026", "Đạt từ năm 2024", "Được công nhận (năm 2025)", "Đạt chuẩn mức độ 1",
        "Đã công nhận theo QĐ số 123/QĐ-UBND ngày 01/7/2026", "Đạt chuẩn theo Quyết định số 45/QĐ-SYT",
        "Đã được công nhận tại Quyết định số 123/QĐ-UBND", "Tiếp tục duy trì đạt chuẩn", "Đã có QĐ công nhận", "Xã đạt",
    ],
)  # fmt: skip
def test_a_yes_that_nobody_doubts(text: str) -> None:
    assert values(said(text)) == {KEY: 1}
    assert codes(said(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chưa đạt, dự kiến 2027", "Chưa đạt (dự kiến năm 2027)", "Chưa đạt; phấn đấu năm 2027", "Chưa, phấn đấu 2027",
        "Chưa đạt - đang hoàn thiện hồ sơ", "Không đạt (còn 03 tiêu chí)", "Chưa đạt dự kiến quý IV",
        "Chưa có quyết định công nhận", "Xã chưa đạt",
    ],
)  # fmt: skip
def test_a_no_with_what_is_hoped_for(text: str) -> None:
    assert values(said(text)) == {KEY: 0}
    assert codes(said(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "R", "P", "✗", "☒", "☐", "Đ", "C", "Dự kiến đạt", "Dự kiến đạt năm 2027", "Đạt năm 2027", "Đạt quý IV/2026",
        "Phấn đấu đạt", "Cơ bản đạt", "Đạt 18/19 tiêu chí", "Đạt một phần", "Đạt/Chưa", "x năm 2025",
        "Chưa đạt; đã được công nhận", "Chưa (đạt)", "Đạt theo QĐ số 5, chưa công bố", "Đạt theo QĐ 5 đã thu hồi",
        "Đạt theo QĐ số 5" + " của Ủy ban nhân dân" * 20,
    ],
)  # fmt: skip
def test_what_may_be_either_is_asked_back(text: str) -> None:
    assert values(said(text)) == {}
    assert codes(said(text)) == ["not_yes_or_no"]


def test_a_year_counts_only_once_it_has_come() -> None:
    cell = Cell(CellKind.TEXT, "Đạt năm 2026")
    assert yes_or_no(cell, MODEL, 2026) == yes_or_no(cell, MODEL, 2027) == Value(Decimal(1))
    assert not isinstance(yes_or_no(cell, MODEL, 2025), Value)
    assert not isinstance(yes_or_no(cell, MODEL), Value)


def test_the_whole_of_the_own_name_is_a_yes_and_a_part_of_it_is_less() -> None:
    assert of_model("Đạt chuẩn NTM kiểu mẫu") == of_model("Đã đạt chuẩn nông thôn mới kiểu mẫu") == 1
    assert of_model("Chưa đạt chuẩn NTM kiểu mẫu") == 0
    assert of_model("Đạt chuẩn NTM") is None
    assert of_model("Đạt chuẩn NTM nâng cao") is None


def test_a_level_says_something_where_the_measure_asks_for_one() -> None:
    cell = Cell(CellKind.TEXT, "Đạt chuẩn mức độ 1")
    assert isinstance(yes_or_no(cell, MODEL), Value)
    assert not isinstance(yes_or_no(cell, "Trường đạt chuẩn quốc gia mức độ 2"), Value)
