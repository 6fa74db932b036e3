"""Figures that are plans, sums or comparisons, by what stands around them; and what two alike columns leave open."""

from tests.intake.sheets import (
    GROWTH,
    HEADER,
    JOBS,
    POVERTY,
    TITLE,
    WATER,
    cells,
    codes,
    make_sheet,
    read,
    values,
)


def test_below_a_plans_title_only_earlier_years_are_results() -> None:
    title = ["KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026"]
    reading = read([title, (*HEADER, "Năm 2025", "Năm 2026"), [*WATER, 98.4, 100]])
    assert values(reading) == {("clean_water", "2025"): 98.4}
    assert cells(reading, "plan_not_read") == ["E2"]


def test_targets_given_for_a_quarter_are_no_results() -> None:
    reading = read([["GIAO CHỈ TIÊU QUÝ III NĂM 2026"], (*HEADER, "Số liệu"), [*WATER, 98.9]])
    assert reading.readings == ()
    assert cells(reading, "plan_not_read") == ["D2"]


def test_a_report_on_a_plan_is_a_report() -> None:
    for title in ("TÌNH HÌNH THỰC HIỆN KẾ HOẠCH QUÝ III NĂM 2026", "Biểu 1. Chỉ tiêu quý III năm 2026"):
        assert values(read([[title], (*HEADER, "Số liệu"), [*WATER, 98.9]])) == {("clean_water", "2026-Q3"): 98.9}
    reading = read([["KẾ HOẠCH NĂM 2026"], ["Kết quả quý III"], (*HEADER, "Số liệu"), [*WATER, 98.9]])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}


def test_a_sum_behind_the_quarters_is_what_counts_from_january() -> None:
    for total in ("Cộng", "TỔNG SỐ", "Tổng 3 quý"):
        reading = read([["NĂM 2026"], (*HEADER, "Quý I", "Quý II", "Quý III", total), [*JOBS, 100, 120, 142, 362]])
        assert values(reading)["new_jobs", "2026-Q3"] == 362, total
        assert ("new_jobs", "2026-Q2") not in values(reading)
        assert "flow_not_read" in codes(reading)


def test_a_sum_leaves_the_quarters_of_a_level_alone() -> None:
    reading = read([["NĂM 2026"], (*HEADER, "Quý I", "Quý II", "Cộng"), [*WATER, 98.5, 98.6, None]])
    assert values(reading) == {("clean_water", "2026-Q1"): 98.5, ("clean_water", "2026-Q2"): 98.6}


def test_what_is_expected_of_the_next_month_contradicts_no_report() -> None:
    header = (*HEADER, "Thực hiện tháng 9", "Ước thực hiện tháng 10", "Ước lũy kế 10 tháng")
    reading = read([["KẾT QUẢ THÁNG 9 NĂM 2026"], header, [*WATER, 98.9, 99, 99], [*JOBS, 52, 40, 442]])
    assert values(reading) == {
        ("clean_water", "2026-09"): 98.9, ("clean_water", "2026-10"): 99, ("new_jobs", "2026-10"): 442,
    }  # fmt: skip
    assert {found.period for found in reading.readings if found.estimate} == {"2026-10"}


def test_a_column_of_contents_beside_the_names_is_no_name() -> None:
    reading = read([TITLE, ("Chỉ tiêu", "Nội dung", "Thực hiện"), [WATER[1], "Nước", 98.9], [POVERTY[1], "", 0.8]])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.8}


def test_a_row_of_the_year_before_below_a_merged_name_is_not_read() -> None:
    sheet = make_sheet(
        TITLE, ("TT", "Chỉ tiêu", "Nội dung", "Số liệu"),
        ["17", WATER[1], "Thực hiện", 98.9], [None, None, "Cùng kỳ", 97],
        merges=["A3:A4", "B3:B4"],
    )  # fmt: skip
    assert values(read(sheet)) == {("clean_water", "2026-Q3"): 98.9}


def test_a_unit_a_year_is_no_comparison() -> None:
    sheet = make_sheet(TITLE, (*HEADER, "Thực hiện"), [*JOBS[:2], "người/năm", 402])
    assert values(read(sheet)) == {("new_jobs", "2026-Q3"): 402}


def test_two_columns_of_one_period_that_differ_may_be_pointed_at() -> None:
    rows = [TITLE, (*HEADER, "Kết quả", "Số báo cáo"), [*WATER, 98.9, 97], [*POVERTY, 0.8, 0.8]]
    reading = read(rows)
    assert "duplicate_value" in codes(reading)
    assert [column.text for column in reading.tables[0].columns if column.meaning is None] == ["Kết quả", "Số báo cáo"]
    alike = read([*rows[:2], [*WATER, 98.9, 98.9]])
    assert not alike.tables[0].is_open


def test_how_a_measure_is_counted_is_no_comparison() -> None:
    rows = [TITLE, (*HEADER, "Cách tính", "Thực hiện"), [*GROWTH, "So với cùng kỳ năm trước", 15.2]]
    assert values(read(rows)) == {("gross_product_growth", "2026-Q3"): 15.2}
