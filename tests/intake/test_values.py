"""What a cell says, and when it is wrong, doubtful, or says nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from indicators.intake import Severity, SheetReading
from indicators.intake.workbook.cells import Cell, CellKind
from tests.intake.sheets import (
    HEADER,
    JOBS,
    POVERTY,
    STATION,
    TITLE,
    WATER,
    cells,
    codes,
    make_sheet,
    percent,
    read,
    values,
)

RESULT = (*HEADER, "Kết quả")


def read_value(row: tuple, value: Any, **arguments: Any) -> SheetReading:
    return read([TITLE, RESULT, (*row, value)], **arguments)


def only(reading: SheetReading) -> float:
    return float(reading.readings[0].value)


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        (WATER, 98.9, 98.9),
        (WATER, "98,9", 98.9),
        (WATER, "98,9 %", 98.9),
        (WATER, "đạt 93,9%", 93.9),
        (WATER, "92.8", 92.8),
        (WATER, "\u00a098,9", 98.9),
        (WATER, percent(0.989), 98.9),
        (WATER, 28.299999999999997, 28.3),
        (WATER, Decimal("1.00005"), 1.0001),
        (JOBS, "1.234", 1234),
        (JOBS, "402 người", 402),
        (JOBS, 402.00000000001, 402),
        (STATION, "Đạt", 1),
        (STATION, "đã đạt", 1),
        (STATION, "Ðạt", 1),
        (STATION, "Duy trì", 1),
        (STATION, "co", 1),
        (STATION, "x", 1),
        (STATION, "X", 1),
        (STATION, "✓", 1),
        (STATION, True, 1),
        (STATION, 1, 1),
        (STATION, "CHƯA ĐẠT", 0),
        (STATION, "Chưa công nhận", 0),
        (STATION, "khong", 0),
        (STATION, False, 0),
        (STATION, 0, 0),
    ],
)
def test_value(row: tuple, value: Any, expected: float) -> None:
    reading = read_value(row, value)
    assert only(reading) == expected
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []


@pytest.mark.parametrize("value", ["-", "–", "…", "...", "chưa có số liệu", "Không có số liệu", "chưa báo cáo", " "])
@pytest.mark.parametrize("row", [WATER, STATION])
def test_blank_says_nothing(row: tuple, value: str) -> None:
    reading = read([TITLE, RESULT, (*POVERTY, 0.63), (*row, value)])
    assert values(reading) == {("multidimensional_poverty", "2026-Q3"): 0.63}
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("row", "value", "code"),
    [
        (WATER, "khoảng 94", "number_not_exact"),
        (WATER, "≥ 94", "number_not_exact"),
        (WATER, "94-95", "number_not_exact"),
        (WATER, "trên 90%", "number_not_exact"),
        (WATER, "Đạt", "text_not_number"),
        (WATER, "1e2", "text_not_number"),
        (WATER, True, "text_not_number"),
        (WATER, "1.234", "number_ambiguous"),
        (JOBS, "1,234", "number_ambiguous"),
        (WATER, date(2026, 8, 1), "date_not_number"),
        (WATER, Cell(CellKind.ERROR, "#REF!"), "error_cell"),
        (STATION, Cell(CellKind.ERROR, "#N/A"), "error_cell"),
        (WATER, Cell(CellKind.UNCOMPUTED, ""), "formula_without_value"),
        (WATER, 9410, "out_of_range"),
        (WATER, percent(94.1), "out_of_range"),
        (WATER, -1, "out_of_range"),
        (JOBS, 1e30, "out_of_range"),
        (JOBS, 402.5, "fraction_not_allowed"),
        (JOBS, percent(4.02), "unit_mismatch"),
        (JOBS, "402 hộ", "unit_mismatch"),
        (WATER, "98,9 người", "unit_mismatch"),
        (STATION, 0.5, "not_yes_or_no"),
        (STATION, "Đang hoàn thiện", "not_yes_or_no"),
    ],
)
def test_wrong_value_is_an_error_at_its_cell(row: tuple, value: Any, code: str) -> None:
    reading = read_value(row, value)
    assert values(reading) == {}
    assert [(issue.code, issue.severity, issue.sheet, issue.cell) for issue in reading.issues] == [
        (code, Severity.ERROR, "Sheet1", "D3")
    ]
    assert "{" not in reading.issues[0].message


@pytest.mark.parametrize(
    ("name", "unit", "fits"),
    [
        (WATER[1], "%/năm", True),
        (WATER[1], "Tỷ lệ", True),
        (WATER[1], "người", False),
        (WATER[1], "triệu đồng", False),
        (JOBS[1], "Người/năm", True),
        (JOBS[1], "lao động", True),
        (JOBS[1], "%", False),
        (JOBS[1], "nghìn hộ", False),
        ("Giá trị sản phẩm trên 1 ha đất trồng trọt", "tr.đ/ha", True),
        ("Giá trị sản phẩm trên 1 ha đất trồng trọt", "Triệu đồng/ha/năm", True),
        ("Giá trị sản phẩm trên 1 ha đất trồng trọt", "nghìn đồng/người", False),
        ("Số DN/1000 dân", "DN/1.000 dân", True),
        ("Số DN/1000 dân", "DN", True),
        ("Thu NSNN trên địa bàn", "tỷ đồng", False),
        ("Thu NSNN trên địa bàn (triệu đồng)", None, False),
        (STATION[1], "xã", True),
    ],
)
def test_unit(name: str, unit: str | None, fits: bool) -> None:
    reading = read([TITLE, RESULT, ("1", name, unit, "Đạt" if name == STATION[1] else 98)])
    assert bool(reading.readings) is fits
    assert codes(reading) == ([] if fits else ["unit_mismatch"])


def test_unit_that_nobody_knows_is_a_warning() -> None:
    reading = read([TITLE, RESULT, ("17", WATER[1], "Phòng Kinh tế", 98)])
    assert only(reading) == 98
    assert cells(reading, "unit_not_recognised") == ["C3"]


@pytest.mark.parametrize("value", [0.989, 1, "0,989"])
def test_fraction_instead_of_a_percentage(value: Any) -> None:
    assert cells(read_value(WATER, value), "fraction_suspected") == ["D3"]


def test_small_percentages_that_are_right() -> None:
    assert codes(read_value(WATER, 0)) == []
    assert codes(read_value(WATER, "0,5%")) == []
    assert codes(read_value(WATER, percent(0.005))) == []
    assert codes(read_value(POVERTY, 0.63)) == []
    assert codes(read_value(POVERTY, 0.63, formats_known=False)) == ["fraction_suspected"]


def test_same_measure_twice() -> None:
    differing = read([TITLE, RESULT, (*WATER, 98), (*WATER, 97)])
    assert values(differing) == {}
    assert codes(differing) == ["duplicate_value"]
    assert "Sheet1!D3" in differing.issues[0].message
    assert "Sheet1!D4" in differing.issues[0].message
    equal = read([TITLE, RESULT, (*WATER, 98), (*WATER, "98,0")])
    assert len(equal.readings) == 1
    assert codes(equal) == []


def test_same_measure_in_two_sheets() -> None:
    sheets = [
        make_sheet(TITLE, RESULT, (*WATER, value), name=name) for name, value in (("Kinh tế", 98), ("Tổng hợp", 97))
    ]
    assert codes(read(*sheets)) == ["duplicate_value"]


def test_far_from_its_own_past() -> None:
    past = {"clean_water": [("2026-Q1", Decimal("98.4")), ("2026-Q2", Decimal("98.7"))]}
    assert codes(read_value(WATER, 98.9, past=past)) == []
    assert cells(read_value(WATER, 9.89, past=past), "far_from_past") == ["D3"]
    jobs = {"new_jobs": [("2025", Decimal(512)), ("2026-Q2", Decimal(271))]}
    assert codes(read_value(JOBS, 402, past=jobs)) == []
    assert codes(read_value(JOBS, 4020, past=jobs)) == ["far_from_past"]


def test_year_to_date_cannot_fall() -> None:
    assert codes(read_value(JOBS, 250, past={"new_jobs": [("2026-Q2", Decimal(271))]})) == ["below_earlier"]
    in_file = read([("NĂM 2026",), (*HEADER, "Quý I", "Quý II"), (*JOBS, 118, 100)])
    assert cells(in_file, "below_earlier") == ["E3"]
    assert codes(read_value(JOBS, 250, past={"new_jobs": [("2025-Q3", Decimal(400))]})) == []


def test_a_correction_is_not_held_against_what_it_corrects() -> None:
    assert codes(read_value(WATER, 98.9, past={"clean_water": [("2026-Q3", Decimal("9.89"))]})) == []


def test_blank_sheet_of_known_rows_says_that_there_is_nothing_yet() -> None:
    assert codes(read([TITLE, RESULT, WATER])) == ["nothing_to_record"]


def test_issues_of_one_kind_are_counted_after_the_fiftieth() -> None:
    rows = [(index, f"Sản lượng số hiệu {index}", "con", index) for index in range(100, 180)]
    reading = read([TITLE, RESULT, (*WATER, 98), *rows])
    assert codes(reading).count("row_not_recognised") == 51
    assert "30" in reading.issues[-1].message


PLAN_HEADER = ("TT", "Chỉ tiêu", "Dự toán giao năm 2026", "Lũy kế 9 tháng", "% so dự toán")
BUDGET, CAPITAL = (1, "Thu NSNN trên địa bàn", 150, 112, 74.7), (2, "Giải ngân vốn đầu tư công", 90, 61, 67.8)


@pytest.mark.parametrize("stated", ["ĐVT: Tỷ đồng", "Đơn vị tính: triệu đồng", "(Đơn vị tính: Triệu đồng)"])
def test_unit_above_the_table_is_checked(stated: str) -> None:
    reading = read([TITLE, (None, None, None, stated), PLAN_HEADER, BUDGET, CAPITAL])
    assert values(reading) == {}
    assert cells(reading, "unit_mismatch") == ["D4", "D5"]


def test_unit_in_the_heading_is_checked() -> None:
    header = (*PLAN_HEADER[:3], "Lũy kế 9 tháng (triệu đồng)", PLAN_HEADER[4])
    reading = read([TITLE, header, BUDGET, CAPITAL])
    assert values(reading) == {}
    assert cells(reading, "unit_mismatch") == ["D3", "D4"]


def test_unit_of_the_row_comes_before_the_table_s() -> None:
    reading = read([TITLE, ("ĐVT: triệu đồng",), RESULT, (*WATER, 98.9)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert codes(reading) == []


def test_short_name_without_any_unit_is_doubted() -> None:
    reading = read([TITLE, PLAN_HEADER, BUDGET, (2, "Tỷ lệ hộ nghèo", None, 0.63)])
    assert len(reading.readings) == 2
    assert cells(reading, "unit_unknown") == ["D3"]


@pytest.mark.parametrize("unit", ["DN", "Doanh nghiệp", "DN/1.000 dân"])
def test_unit_without_the_base_that_the_name_says(unit: str) -> None:
    reading = read([TITLE, RESULT, ("6", "Số doanh nghiệp đang hoạt động trên 1.000 dân", unit, 4.2)])
    assert values(reading) == {("enterprises_per_1000", "2026-Q3"): 4.2}
    assert codes(reading) == []


SCHOOLS, JOBS_COUNTED = (1, "Tỷ lệ trường học các cấp đạt chuẩn quốc gia", "%"), (2, *JOBS[1:])


@pytest.mark.parametrize("count", ["Số lượng", "Số trường", "Số hộ", "Tổng số"])
@pytest.mark.parametrize("share", ["Tỷ lệ (%)", "Tỷ lệ", "Tỉ lệ %"])
@pytest.mark.parametrize("is_merged", [True, False])
def test_count_and_share_side_by_side(count: str, share: str, is_merged: bool) -> None:
    reading = read(
        make_sheet(
            TITLE,
            (*HEADER, "Thực hiện quý III/2026", None),
            (None, None, None, count, share),
            (*SCHOOLS, 9, 81.8),
            (*JOBS_COUNTED, 402, 80.4),
            merges=["A2:A3", "B2:B3", "C2:C3", "D2:E2"] if is_merged else [],
        )
    )
    assert values(reading) == {("schools_national_standard", "2026-Q3"): 81.8, ("new_jobs", "2026-Q3"): 402}
    assert codes(reading) == ["cumulative_unclear"]


@pytest.mark.parametrize(("share", "figures"), [("%", (9, 81.8)), (None, (9,))])
def test_count_is_never_a_share(share: str | None, figures: tuple) -> None:
    header = (*HEADER, "Thực hiện quý III/2026", None)
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]
    finer = (None, None, None, "Số trường", share)
    reading = read(make_sheet(TITLE, header, finer, (*SCHOOLS, *figures), merges=merges))
    assert values(reading) == {}
    assert "column_of_other_kind" in codes(reading)


def test_blank_share_beside_a_count() -> None:
    header = (*HEADER, "Thực hiện quý III/2026", None)
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]
    reading = read(make_sheet(TITLE, header, (None,) * 3 + ("Số hộ", "Tỷ lệ (%)"), (*SCHOOLS, 9), merges=merges))
    assert values(reading) == {}
    assert cells(reading, "column_of_other_kind") == ["D4"]


def test_rows_that_say_words_are_named_too() -> None:
    reading = read(
        [
            TITLE,
            RESULT,
            ("I", "Văn hóa - xã hội"),
            (1, *WATER[1:], 98.9),
            (2, "Không còn ma tuý trên địa bàn", "đạt/chưa", "Đạt"),
            (4, "Tỷ lệ bao phủ BHYTT học sinh", "%", "95,5*"),
            (5, "Tỷ lệ dân xài nước sạch", "%", "đang rà soát"),
            (6, "Tỷ lệ hồ sơ số hóa kho lưu trữ", "%", "-"),
            (None, "Ghi chú: số liệu đến 30/9"),
            (None, "Người lập biểu", None, "CHỦ TỊCH"),
        ]
    )
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "row_not_recognised") == ["B5", "B6", "B7"]


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        (STATION, "Ko đạt", 0),
        (STATION, "Không đạt chuẩn", 0),
        (STATION, "Hoàn thành", 1),
        (STATION, "Chưa hoàn thành", 0),
        (STATION, "Đạt (QĐ 123/QĐ-UBND ngày 5/5/2026)", 1),
        (STATION, "Chưa đạt (theo Quyết định số 12)", 0),
        (STATION, "Đạt*", 1),
        (WATER, "95,5(*)", 95.5),
        (WATER, "99,6*", 99.6),
        (WATER, "99,6% (**)", 99.6),
    ],
)
def test_words_and_footnotes(row: tuple, value: str, expected: float) -> None:
    reading = read_value(row, value)
    assert only(reading) == expected
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("row", "value", "code"),
    [
        (STATION, "Đạt (chưa có quyết định 5)", "not_yes_or_no"),
        (WATER, "đạt 105% kế hoạch", "text_not_number"),
    ],
)
def test_words_that_stay_unread(row: tuple, value: str, code: str) -> None:
    reading = read_value(row, value)
    assert not reading.readings
    assert codes(reading) == [code]
