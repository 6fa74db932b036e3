"""Tables wherever they stand and whichever way they lie."""

import unicodedata
from datetime import date

import pytest

from indicators.intake.workbook.cells import Place
from tests.intake.sheets import (
    HEADER,
    JOBS,
    ON_TIME,
    POVERTY,
    STATION,
    TITLE,
    WATER,
    cells,
    codes,
    grid,
    make_sheet,
    read,
    turned,
    values,
)

BOTH = {("clean_water", "2026-Q3"): 98.9, ("new_jobs", "2026-Q3"): 402}


def test_header_under_titles_with_plan_and_comparison_beside() -> None:
    header = (*HEADER, "Mục tiêu", "Thực hiện quý III/2026", "Lũy kế 9 tháng", "So với cùng kỳ (%)", "Xếp loại")
    reading = read([TITLE, (), header, (*WATER, 100, 98.9, 98, 101, 1), (*JOBS, 500, 131, 402, 99, 2)])
    assert values(reading) == BOTH
    assert codes(reading) == []


def test_two_header_rows_merged_and_numbered() -> None:
    rows = [
        TITLE,
        (*HEADER, "Kế hoạch năm 2026", "Thực hiện", None, "So sánh (%)", None),
        (None, None, None, None, "Quý III", "Lũy kế", "Kế hoạch", "Cùng kỳ"),
        ("A", "B", "C", 1, 2, 3, "(4)=(3)/(1)", "5"),
        (*WATER, 100, 98.9, 98, 98.9, 101),
        (*JOBS, 500, 131, 402, 80.4, 120),
    ]
    merged = read(make_sheet(*rows, merges=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2"]))
    assert values(merged) == values(read(rows)) == BOTH
    assert codes(merged) == codes(read(rows)) == []


def test_group_heading_above_the_row_of_names() -> None:
    rows = [("SỐ LIỆU NĂM 2026",), (None, None, None, "Năm 2026"), (*HEADER, "Quý I", "Quý II"), (*JOBS, 118, 271)]
    reading = read(make_sheet(*rows, merges=["D2:E2"]))
    assert values(reading) == {("new_jobs", "2026-Q1"): 118, ("new_jobs", "2026-Q2"): 271}


def test_months_and_quarters_as_bare_numbers() -> None:
    months = read(
        [("Năm 2026 (lũy kế từ đầu năm)",), (*HEADER, "Tháng"), (None, None, None, 1, 2, 12), (*JOBS, 31, 62, 500)]
    )
    assert values(months) == {("new_jobs", "2026-01"): 31, ("new_jobs", "2026-02"): 62, ("new_jobs", "2026-12"): 500}
    quarters = read([("Năm 2026",), (*HEADER, "Quý"), (None, None, None, "I", "II", "IV"), (*WATER, 97, 98, 99)])
    assert [period for _, period in values(quarters)] == ["2026-Q1", "2026-Q2", "2026-Q4"]
    assert codes(months) == codes(quarters) == []


def test_plan_and_result_under_each_year() -> None:
    header = [
        (*HEADER, "Năm 2025", None, "Năm 2026", None),
        (None, None, None, "Kế hoạch", "Thực hiện") * 1 + ("Kế hoạch", "Thực hiện quý III"),
    ]
    reading = read(make_sheet(*header, (*WATER, 98, 97, 100, 98.9), merges=["D1:E1", "F1:G1"]))
    assert values(reading) == {("clean_water", "2025"): 97, ("clean_water", "2026-Q3"): 98.9}


def test_excel_dates_as_months() -> None:
    reading = read([(*HEADER, date(2026, 7, 1), date(2026, 8, 1)), (*WATER, 98, 99)])
    assert values(reading) == {("clean_water", "2026-07"): 98, ("clean_water", "2026-08"): 99}


def test_data_away_from_a1() -> None:
    sheet = make_sheet(TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9), at="D7")
    assert [reading.cell for reading in read(sheet).readings] == ["G9"]


def test_data_at_the_last_cell_of_a_sheet() -> None:
    sheet = make_sheet(TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9), at="XFA1048574")
    assert [reading.cell for reading in read(sheet).readings] == ["XFD1048576"]


def test_list_with_a_period_column() -> None:
    rows = [
        ("Chỉ tiêu", "Kỳ", "Giá trị"),
        (WATER[1], "Quý I/2026", 97),
        (WATER[1], "T7/2026", 98),
        (JOBS[1], date(2026, 7, 1), 300),
    ]
    reading = read(rows)
    assert values(reading) == {
        ("clean_water", "2026-Q1"): 97,
        ("clean_water", "2026-07"): 98,
        ("new_jobs", "2026-07"): 300,
    }
    assert codes(reading) == []


def test_list_with_year_and_quarter_in_two_columns() -> None:
    reading = read([("Năm", "Quý", "Chỉ tiêu", "Kết quả"), (2026, 1, WATER[1], 97), (2026, "III", WATER[1], 98)])
    assert values(reading) == {("clean_water", "2026-Q1"): 97, ("clean_water", "2026-Q3"): 98}


def test_reporting_period_over_figures_is_the_periods_own() -> None:
    header = (*HEADER, "Kỳ báo cáo", "Lũy kế từ đầu năm", "Kỳ trước")
    reading = read([TITLE, header, (*WATER, 98.9, 97, 96), (*JOBS, 131, 402, 153)])
    assert values(reading) == BOTH


def test_transposed() -> None:
    rows = [("Kỳ", WATER[1], JOBS[1], STATION[1]), ("Quý I/2026", 97, 118, "Chưa"), ("Quý II/2026", 98, 271, "Đạt")]
    reading = read(rows)
    assert values(reading) == {
        ("clean_water", "2026-Q1"): 97, ("clean_water", "2026-Q2"): 98,
        ("new_jobs", "2026-Q1"): 118, ("new_jobs", "2026-Q2"): 271,
        ("health_station_standard", "2026-Q1"): 0, ("health_station_standard", "2026-Q2"): 1,
    }  # fmt: skip
    assert {(found.measure, found.cell) for found in reading.readings} >= {("clean_water", "B2"), ("new_jobs", "C3")}
    assert codes(reading) == []


def test_transposed_with_titles_units_and_numbers() -> None:
    rows = [("SỐ LIỆU NĂM 2026",), (), ("STT", "Kỳ", WATER[1], JOBS[1]), (None, "ĐVT", "%", "%"), (1, "Quý I", 97, 118)]
    reading = read(rows)
    assert values(reading) == {("clean_water", "2026-Q1"): 97}
    assert cells(reading, "unit_mismatch") == ["D4"]


def test_turning_a_sheet_twice_gives_it_back() -> None:
    rows = [TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9)]
    assert turned(turned(rows))[2][3] == 98.9


def test_stacked_tables_with_their_own_columns() -> None:
    rows = [
        ("KẾT QUẢ QUÝ III/2026",), (*HEADER, "Kết quả"), (*WATER, 98.9), (), ("II. VIỆC LÀM",),
        (*HEADER, "Thực hiện quý III", "Lũy kế 9 tháng"), (*JOBS, 131, 402),
    ]  # fmt: skip
    reading = read(rows)
    assert values(reading) == BOTH
    assert codes(reading) == []


def test_stacked_tables_of_two_periods() -> None:
    rows = [
        ("NĂM 2026",),
        ("Quý I",),
        (*HEADER, "Kết quả"),
        (*WATER, 97),
        ("Quý II",),
        (*HEADER, "Kết quả"),
        (*WATER, 98),
    ]
    assert values(read(rows)) == {("clean_water", "2026-Q1"): 97, ("clean_water", "2026-Q2"): 98}


@pytest.mark.parametrize(
    "group",
    [
        ("I", "Chỉ tiêu kinh tế"),
        ("I", "CÁC CHỈ TIÊU KINH TẾ"),
        (1, "CHỈ TIÊU KINH TẾ - XÃ HỘI"),
        ("A", "Chỉ tiêu chủ yếu"),
        (None, "Chỉ tiêu kinh tế", None, 12.5),
        ("II.", "Chỉ tiêu phát triển", "%"),
    ],
)
def test_a_group_of_rows_called_indicators_is_no_header(group: tuple) -> None:
    reading = read([TITLE, (*HEADER, "Quý III"), (*WATER, 98.9), group, (*POVERTY, 0.6)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.6}
    first = read([TITLE, (*HEADER, "Quý III"), group, (*WATER, 98.9)])
    assert values(first) == {("clean_water", "2026-Q3"): 98.9}


def test_tables_side_by_side() -> None:
    rows = [("Chỉ tiêu", "Quý I/2026", None, "Chỉ tiêu", "Quý I/2026"), (WATER[1], 97, None, JOBS[1], 118)]
    assert values(read(rows)) == {("clean_water", "2026-Q1"): 97, ("new_jobs", "2026-Q1"): 118}


def test_a_sheet_for_each_quarter_and_the_year_on_the_cover() -> None:
    table = [(*HEADER, "Thực hiện", "Lũy kế")]
    sheets = [
        make_sheet(*table, (*JOBS, own, total), name=name)
        for name, own, total in (("Quý I", 118, 118), ("Quý II", 153, 271))
    ]
    reading = read(make_sheet(("SỐ LIỆU NĂM 2026",), name="Bìa"), *sheets)
    assert values(reading) == {("new_jobs", "2026-Q1"): 118, ("new_jobs", "2026-Q2"): 271}
    assert codes(reading) == []
    assert reading.period is None


def test_name_in_two_columns_the_particular_one_decides() -> None:
    rows = [
        TITLE,
        ("TT", "Chỉ tiêu", None, "ĐVT", "Kết quả"),
        ("2", "Tốc độ tăng", "Công nghiệp - Xây dựng", "%", 18.4),
    ]
    reading = read(make_sheet(*rows, merges=["B2:C2"]))
    assert values(reading) == {("industry_construction_growth", "2026-Q3"): 18.4}


def test_codes_alone() -> None:
    reading = read([TITLE, ("Mã", "Kết quả"), ("12", 94.1), ("2.1.", 1.2), (10.1, 81.8), ("clean_water", 98)])
    assert values(reading) == {
        ("health_insurance_coverage", "2026-Q3"): 94.1, ("agriculture_fishery_growth", "2026-Q3"): 1.2,
        ("schools_national_standard", "2026-Q3"): 81.8, ("clean_water", "2026-Q3"): 98,
    }  # fmt: skip


def test_decomposed_and_without_marks() -> None:
    rows = [TITLE, (*HEADER, "Thực hiện"), (*WATER, 98.9), ("7", "Tỉ lệ hộ nghèo", "%", 0.63)]
    plain = [[_bare(text) if isinstance(text, str) else text for text in row] for row in rows]
    decomposed = [
        [unicodedata.normalize("NFD", text) if isinstance(text, str) else text for text in row] for row in rows
    ]
    assert values(read(rows)) == values(read(plain)) == values(read(decomposed))
    assert len(values(read(rows))) == 2


def test_old_encodings() -> None:
    rows = [
        ("B¸o c¸o quý III n¨m 2026",),
        ("TT", "ChØ tiªu", "§¬n vÞ tÝnh", "Thùc hiÖn"),
        ("17", "Tû lÖ d©n sè ®\u00adîc sö dông n\u00adíc s¹ch", "%", 98.9),
        ("7", "Tyû leä hoä ngheøo theo chuaån ngheøo ña chieàu", "%", 0.63),
    ]
    assert values(read(rows)) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.63}


def test_column_that_nobody_understands() -> None:
    reading = read([TITLE, (*HEADER, "Cột lạ", "Kết quả", None, "Ghi chú"), (*WATER, 5, 98.9, 3, "ổn")])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "column_not_recognised") == ["D2", "F3"]


def test_comparison_that_speaks_of_results_is_not_read() -> None:
    reading = read([TITLE, (*HEADER, "Thực hiện quý III so với cùng kỳ (%)", "Kết quả"), (*WATER, 101, 98.9)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert codes(reading) == []


def test_a_chance_of_fulfilment_is_no_figure() -> None:
    for header in ("Khả năng hoàn thành", "Đánh giá khả năng hoàn thành"):
        reading = read([TITLE, (*HEADER, "Quý III", header), (*WATER, 98.9, 100)])
        assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
        assert codes(reading) == []


def test_plan_and_result_as_rows_under_one_name() -> None:
    rows = [TITLE, (*HEADER, "Phân loại", "Quý III"), (*WATER, "Kế hoạch", 100), (None, None, None, "Thực hiện", 98.9)]
    merges = ["A3:A4", "B3:B4", "C3:C4"]
    assert values(read(make_sheet(*rows, merges=merges))) == {("clean_water", "2026-Q3"): 98.9}
    blank = [*rows[:3], (None, None, None, "Thực hiện", None)]
    assert values(read(make_sheet(*blank, merges=merges))) == {}
    unnamed = [TITLE, (*HEADER, None, "Quý III"), *rows[2:]]
    assert values(read(make_sheet(*unnamed, merges=merges))) == {("clean_water", "2026-Q3"): 98.9}


def test_result_or_share_of_the_plan_is_not_guessed() -> None:
    for header in ("Thực hiện kế hoạch quý III", "Thực hiện quý III (%)"):
        reading = read([TITLE, (*HEADER, header), (*WATER, 98.9)])
        assert values(reading) == {}
        assert cells(reading, "column_not_recognised") == ["D2"]


def test_remarks_of_every_kind() -> None:
    header = (*HEADER, "Kết quả", "Khó khăn, vướng mắc", "Biện pháp", "Kiến nghị, đề xuất", "Số quyết định", "Ghi chú")
    reading = read([TITLE, header, (*STATION, "Đạt", "thiếu vốn", "đôn đốc", "bổ sung", "QĐ 12", 2026)])
    found = [(remark.kind.value, remark.text, remark.cell) for remark in reading.remarks]
    assert found == [
        ("difficulty", "thiếu vốn", "E3"), ("remedy", "đôn đốc", "F3"), ("proposal", "bổ sung", "G3"),
        ("decision", "QĐ 12", "H3"), ("note", "2026", "I3"),
    ]  # fmt: skip
    assert {remark.period for remark in reading.remarks} == {"2026-Q3"}


def test_remark_of_a_tracking_sheet_is_about_the_latest_value() -> None:
    reading = read([("NĂM 2026",), (*HEADER, "Quý I", "Quý II", "Ghi chú"), (*WATER, 97, 98, "đã kiểm tra")])
    assert [(remark.period, remark.text) for remark in reading.remarks] == [("2026-Q2", "đã kiểm tra")]


def test_hidden_rows_and_columns_are_read_with_a_warning() -> None:
    rows = [TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9), (*ON_TIME, 99)]
    reading = read(make_sheet(*rows, hidden_rows=[3], hidden_columns=[4]))
    assert len(values(reading)) == 2
    assert cells(reading, "hidden_row") == ["D3"]
    assert cells(reading, "hidden_column") == ["D3"]


def test_merge_over_the_whole_sheet_is_spread_no_further_than_the_cells() -> None:
    wide = grid(("Chỉ tiêu",), ("x",), merges=["A1:XFD1048576"])
    assert wide.text(2, 1) == "x"
    assert wide.covering(1, 1) == Place(1, 1)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return (
        "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        .replace("đ", "d")
        .replace("Đ", "D")
    )


def test_the_title_of_a_table_on_its_side_is_no_column_for_the_year() -> None:
    rows = [
        ("THEO DÕI NĂM 2026",),
        ("Tháng", "Số người được giải quyết việc làm mới trong năm"),
        ("Tháng 1", 31),
        ("Tháng 2", 62),
    ]
    reading = read(rows)
    assert values(reading) == {("new_jobs", "2026-01"): 31, ("new_jobs", "2026-02"): 62}
    assert codes(reading) == []


def test_of_tables_side_by_side_each_has_the_titles_over_its_own_columns() -> None:
    header = ["Chỉ tiêu", "Thực hiện", None, "Chỉ tiêu", "Thực hiện"]
    own = read([["NĂM 2026"], ["QUÝ I", None, None, "QUÝ II"], header, [WATER[1], 98.5, None, WATER[1], 98.6]])
    assert values(own) == {("clean_water", "2026-Q1"): 98.5, ("clean_water", "2026-Q2"): 98.6}
    shared = read([["QUÝ I NĂM 2026", None, None, "Biểu số 2"], header, [WATER[1], 98.5, None, POVERTY[1], 0.8]])
    assert values(shared) == {("clean_water", "2026-Q1"): 98.5, ("multidimensional_poverty", "2026-Q1"): 0.8}
