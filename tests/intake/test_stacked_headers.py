"""Headings written line below line, as statistics offices do, with and without a heading over the names."""

from typing import Any

from tests.intake.sheets import HEADER, JOBS, POVERTY, TITLE, WATER, codes, make_sheet, read, turned, values


def test_a_key_in_two_rows_ends_no_header() -> None:
    reading = read([
        ["KẾT QUẢ THÁNG 2 NĂM 2026"],
        ["Chỉ tiêu", "Đơn vị", "Thực hiện", "Thực hiện", "2 tháng"],
        [None, "tính", "tháng 02", "2 tháng", "năm 2026"],
        [None, None, "năm 2026", "năm 2026", "so với cùng kỳ"],
        [None, None, None, None, "năm 2025 (%)"],
        [JOBS[1], "người", 40, 85, 107],
    ])  # fmt: skip
    assert values(reading) == {("new_jobs", "2026-02"): 85}


def test_lines_over_figures_are_one_header_where_nothing_stands_over_the_names() -> None:
    reading = read([
        ["8. Kết quả"],
        [None, "2 tháng", "2 tháng", "2 tháng năm 2026"],
        [None, "năm 2025", "năm 2026", "so với cùng kỳ năm 2025 (%)"],
        ["Tổng số", 900, 950, 105],
        [JOBS[1], 80, 85, 106],
        [WATER[1], 98.4, 98.9, 100.5],
    ])  # fmt: skip
    assert values(reading) == {
        ("new_jobs", "2025-02"): 80, ("new_jobs", "2026-02"): 85,
        ("clean_water", "2025-02"): 98.4, ("clean_water", "2026-02"): 98.9,
    }  # fmt: skip


def test_years_as_numbers_below_their_months_are_a_header() -> None:
    reading = read([
        ["6. Một số kết quả"],
        [None, "Tháng 02", "Tháng 02", "Tháng 02 năm 2026"],
        [None, "năm", "năm", "so với (%)"],
        [None, 2025, 2026, "Tháng 01"],
        ["Tổng số", 900, 950, 105],
        [WATER[1], 98.4, 98.9, 100.5],
        [POVERTY[1], 0.84, 0.8, 95],
    ])  # fmt: skip
    assert values(reading) == {
        ("clean_water", "2025-02"): 98.4, ("clean_water", "2026-02"): 98.9,
        ("multidimensional_poverty", "2025-02"): 0.84, ("multidimensional_poverty", "2026-02"): 0.8,
    }  # fmt: skip


def test_a_day_in_the_middle_of_a_month_names_no_year() -> None:
    reading = read([["Kết quả đến ngày 15 tháng 2 năm 2026"], ["Chỉ tiêu", "Thực hiện kỳ này"], [WATER[1], 98.9]])
    assert codes(reading) == ["period_missing"]
    ended = read([["Kết quả đến ngày 31 tháng 3 năm 2026"], ["Chỉ tiêu", "Thực hiện kỳ này"], [WATER[1], 98.9]])
    assert values(ended) == {("clean_water", "2026-03"): 98.9}


def test_a_title_beyond_the_table_is_no_heading() -> None:
    reading = read([[*[None] * 8, TITLE[0]], (*HEADER, "Thực hiện"), [*WATER, 98.9]])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}


def test_the_word_period_over_the_names_hides_no_quarters() -> None:
    rows: list[list[Any]] = [
        ["Kỳ", "Quý I", None, "Quý II", None],
        ["Nội dung", "KH", "TH", "KH", "TH"],
        [WATER[1], 99, 98.5, 99, 98.6],
        [POVERTY[1], 0.9, 0.8, 0.7, 0.6],
    ]
    expected = {
        ("clean_water", "2026-Q1"): 98.5, ("clean_water", "2026-Q2"): 98.6,
        ("multidimensional_poverty", "2026-Q1"): 0.8, ("multidimensional_poverty", "2026-Q2"): 0.6,
    }  # fmt: skip
    upright = make_sheet(["NĂM 2026"], *rows, merges=["B2:C2", "D2:E2"])
    assert values(read(upright)) == expected
    lying = make_sheet(["NĂM 2026"], *turned(rows), merges=["A3:A4", "A5:A6"])
    assert values(read(lying)) == expected


def test_months_as_numbers_beside_their_word_are_months() -> None:
    rows: list[list[Any]] = [["Tháng", 1, 2], [WATER[1], 98.4, 98.9]]
    expected = {("clean_water", "2026-01"): 98.4, ("clean_water", "2026-02"): 98.9}
    for laid in (rows, turned(rows)):
        assert values(read([["THEO DÕI NĂM 2026"], *laid])) == expected


def test_what_is_said_of_the_report_line_by_line_is_no_header() -> None:
    lines: list[list[Any]] = [["Kỳ báo cáo", "Quý III"], ["Năm", 2026], ["Đơn vị", "Phòng Kinh tế"]]
    assert values(read([*lines, (*HEADER, "Thực hiện"), [*WATER, 98.9]])) == {("clean_water", "2026-Q3"): 98.9}
