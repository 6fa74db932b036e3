"""Shapes that offices give their tables: headers of up to four rows, tables beside and below each other, odd rows."""

import pytest

from indicators.intake import SheetReading
from tests.intake.sheets import HEADER, JOBS, POVERTY, TITLE, WATER, cells, codes, make_sheet, read, values

BOTH = {("clean_water", "2026-Q3"): 98.9, ("new_jobs", "2026-Q3"): 402}
WATER_ONLY = {("clean_water", "2026-Q3"): 98.9}


def reads(reading: SheetReading, expected: dict) -> None:
    assert values(reading) == expected
    assert codes(reading) == []


def test_header_of_three_rows() -> None:
    rows = [
        TITLE,
        (*HEADER, "Năm 2026", None, None, None),
        (None, None, None, "Kế hoạch", "Thực hiện", None, "So sánh (%)"),
        (None, None, None, None, "Quý III", "Lũy kế 9 tháng", None),
        (*WATER, 100, 98.9, 97, 99),
        (*JOBS, 500, 131, 402, 80),
    ]
    merges = ["A2:A4", "B2:B4", "C2:C4", "D2:G2", "D3:D4", "E3:F3", "G3:G4"]
    reads(read(make_sheet(*rows, merges=merges)), BOTH)


def test_header_of_four_rows() -> None:
    rows = [
        TITLE,
        (*HEADER, "KẾT QUẢ THỰC HIỆN", None, None),
        (None, None, None, "Năm 2026", None, None),
        (None, None, None, "Kế hoạch năm", "Thực hiện", None),
        (None, None, None, None, "Quý III", "Lũy kế 9 tháng"),
        (*WATER, 100, 98.9, 97),
        (*JOBS, 500, 131, 402),
    ]
    merges = ["A2:A5", "B2:B5", "C2:C5", "D2:F2", "D3:F3", "D4:D5", "E4:F4"]
    reads(read(make_sheet(*rows, merges=merges)), BOTH)


def test_header_with_a_blank_row_in_it() -> None:
    rows = [
        TITLE,
        (*HEADER, "Thực hiện", None),
        (),
        (None, None, None, "Quý III", "Lũy kế 9 tháng"),
        (*WATER, 98.9, 97),
        (*JOBS, 131, 402),
    ]
    reads(read(make_sheet(*rows, merges=["A2:A4", "B2:B4", "C2:C4", "D2:E3"])), BOTH)
    reads(read(rows), BOTH)


def test_the_same_header_again_on_the_next_page() -> None:
    header = (*HEADER, "Quý III", "Lũy kế 9 tháng")
    reads(read([TITLE, header, (*WATER, 98.9, 97), (), header, (*JOBS, 131, 402)]), BOTH)
    marked = ("A", "B", "C", 1, 2)
    reads(read([TITLE, header, marked, (*WATER, 98.9, 97), header, marked, (*JOBS, 131, 402)]), BOTH)


def test_a_second_header_without_the_word_for_names() -> None:
    rows = [
        TITLE,
        (*HEADER, "Quý III"),
        (*WATER, 98.9),
        ("B. LAO ĐỘNG",),
        ("STT", "Nội dung khác", "Đơn vị tính", "Trong quý", "Lũy kế 9 tháng"),
        (*JOBS, 131, 402),
    ]
    reads(read(rows), BOTH)


def test_tables_side_by_side_of_different_periods() -> None:
    rows = [
        ("Chỉ tiêu", "Quý I/2026", None, "Chỉ tiêu", "Quý II/2026"),
        (WATER[1], 97, None, WATER[1], 98),
        (POVERTY[1], 0.8, None, POVERTY[1], 0.7),
    ]
    expected = {
        ("clean_water", "2026-Q1"): 97, ("clean_water", "2026-Q2"): 98,
        ("multidimensional_poverty", "2026-Q1"): 0.8, ("multidimensional_poverty", "2026-Q2"): 0.7,
    }  # fmt: skip
    reads(read(rows), expected)


def test_stacked_tables_with_titles_between_and_periods_in_their_columns() -> None:
    rows = [
        ("Bảng 1",), (*HEADER, "Quý I/2026"), (*WATER, 97), ("Nguồn: phòng chuyên môn",), (),
        ("Bảng 2",), (*HEADER, "Tháng 8/2026"), (*WATER, 98.5),
    ]  # fmt: skip
    reads(read(rows), {("clean_water", "2026-Q1"): 97, ("clean_water", "2026-08"): 98.5})


@pytest.mark.parametrize(
    "extra",
    [
        ("Tổng cộng", None, None, None, 500.9),
        (None, "Cộng", None, None, 500.9),
        ("I", "Kinh tế", None, None, None),
        (None, "II. VĂN HÓA - XÃ HỘI", None, None, None),
        (None, "Người lập biểu", None, "Chủ tịch", None),
        ("Ghi chú: số liệu đến 30/9/2026",),
        (None, None, None, "Vĩnh Thịnh, ngày 05 tháng 10 năm 2026"),
    ],
)
def test_group_total_note_and_signature_rows_are_no_figures(extra: tuple) -> None:
    rows = [TITLE, (*HEADER, "Kế hoạch", "Quý III"), (*WATER, 100, 98.9), extra, (*POVERTY, 0.5, 0.6)]
    reading = read(rows)
    assert values(reading) == {**WATER_ONLY, ("multidimensional_poverty", "2026-Q3"): 0.6}
    assert set(codes(reading)) <= {"row_not_recognised"}


def test_a_row_that_is_repeated_counts_once() -> None:
    reads(read([TITLE, (*HEADER, "Quý III"), (*WATER, 98.9), (*WATER, 98.9)]), WATER_ONLY)
    differing = read([TITLE, (*HEADER, "Quý III"), (*WATER, 98.9), (*WATER, 98.8)])
    assert cells(differing, "duplicate_value") == ["D4"]


@pytest.mark.parametrize(
    "rows",
    [
        [(None, None, *HEADER, "Quý III"), (None, None, *WATER, 98.9)],  # blank columns before it
        [("Chỉ tiêu", "ĐVT", "Quý III"), (WATER[1], "%", 98.9)],  # no numbers
        [("Chỉ tiêu", "Quý III"), (WATER[1], 98.9)],
        [("Quý III", "ĐVT", "Chỉ tiêu"), (98.9, "%", WATER[1])],  # names behind the figures
        [("ĐVT", "Quý III", "Ghi chú", "Chỉ tiêu", "TT"), ("%", 98.9, "ổn", WATER[1], 17)],
        [(*HEADER, "Phòng chủ trì", "Quý III", "Cột thêm"), (*WATER, "Phòng Kinh tế", 98.9, "chữ")],
        [("TT", "Chỉ tiêu", None, "ĐVT", None, "Quý III"), ("17", WATER[1], None, "%", None, 98.9)],
    ],
)
def test_columns_moved_added_or_missing(rows: list) -> None:
    reads(read([TITLE, *rows]), WATER_ONLY)


def test_periods_across_years_quarters_and_months() -> None:
    header = (*HEADER, "Năm 2025", "Quý I/2026", "Tháng 7/2026")
    expected = {("clean_water", "2025"): 97, ("clean_water", "2026-Q1"): 98, ("clean_water", "2026-07"): 98.5}
    reads(read([header, (*WATER, 97, 98, 98.5)]), expected)


def test_group_headings_left_of_the_names() -> None:
    rows = [
        ("Năm 2025", None, "Năm 2026"),
        ("Quý III", "Quý IV", "Quý III", "ĐVT", "Chỉ tiêu"),
        (97, 98, 98.9, "%", WATER[1]),
    ]
    expected = {("clean_water", "2025-Q3"): 97, ("clean_water", "2025-Q4"): 98, **WATER_ONLY}
    reads(read(make_sheet(*rows, merges=["A1:B1"])), expected)
