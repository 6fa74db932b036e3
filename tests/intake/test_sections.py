"""Headings inside a table: what they say of the rows below them."""

from tests.intake.sheets import GROWTH, HEADER, POVERTY, TITLE, WATER, cells, codes, make_sheet, read, values

_KNOWN = (*HEADER, "Thực hiện")


def test_rows_below_a_quarter_are_that_quarters() -> None:
    reading = read([
        ["NĂM 2026"], _KNOWN, [None, "Quý I"], [*WATER, 98.5], [*POVERTY, 0.8], ["II", "Quý II"], [*WATER, 98.6],
    ])  # fmt: skip
    assert values(reading) == {
        ("clean_water", "2026-Q1"): 98.5, ("multidimensional_poverty", "2026-Q1"): 0.8,
        ("clean_water", "2026-Q2"): 98.6,
    }  # fmt: skip


def test_a_heading_below_the_header_dates_a_table_without_a_title() -> None:
    assert values(read([_KNOWN, [None, "QUÝ III NĂM 2026"], [*WATER, 98.9]])) == {("clean_water", "2026-Q3"): 98.9}


def test_rows_below_another_quarter_are_not_the_reports() -> None:
    reading = read([TITLE, _KNOWN, [*WATER, 98.9], ["Phụ lục: chỉ tiêu quý II"], [*POVERTY, 0.8]])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q2"): 0.8}


def test_rows_below_a_plan_or_a_comparison_are_named_and_not_read() -> None:
    reading = read([
        TITLE, (*HEADER, "Số liệu"), ["A", "KẾ HOẠCH NĂM 2026"], [*WATER, 99], ["B", "KẾT QUẢ THỰC HIỆN"],
        [*POVERTY, 0.7], ["C", "Cùng kỳ năm trước"], [*GROWTH, 14],
    ])  # fmt: skip
    assert values(reading) == {("multidimensional_poverty", "2026-Q3"): 0.7}
    assert cells(reading, "plan_rows_not_read") == ["B3", "B7"]


def test_a_group_that_speaks_of_a_year_dates_nothing() -> None:
    reading = read(
        [TITLE, _KNOWN, ["I", "Năm 2026"], [*WATER, 98.9], ["II", "Chỉ tiêu đạt trước năm 2030"], [*POVERTY, 1]]
    )
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 1}
    assert codes(reading) == []


def test_columns_of_villages_women_or_the_city_are_not_the_communes() -> None:
    for part in ("Thôn 1", "Trong đó: nữ", "Nam", "Thành phố", "Bình quân cả nước", "Tổ dân phố số 3"):
        sheet = make_sheet(
            TITLE, (*HEADER, "Thực hiện", None), (None, None, None, "Toàn xã", part), [*WATER, 98.9, 97],
            [*POVERTY, None, 0.8], merges=["A2:A3", "B2:B3", "C2:C3", "D2:E2"],
        )  # fmt: skip
        assert values(read(sheet)) == {("clean_water", "2026-Q3"): 98.9}, part


def test_a_year_is_no_man_and_a_part_that_names_a_period_is_one() -> None:
    reading = read([TITLE, (*HEADER, "Năm 2025", "Trong đó: quý III"), [*WATER, 98.4, 98.9]])
    assert values(reading) == {("clean_water", "2025"): 98.4, ("clean_water", "2026-Q3"): 98.9}


def test_a_day_over_a_column_is_the_day_up_to_which_it_goes() -> None:
    reading = read([TITLE, (*HEADER, "Hiện trạng 31/12/2025", "Kết quả đến 30/9/2026"), [*WATER, 98.4, 98.9]])
    assert values(reading) == {("clean_water", "2025-12"): 98.4, ("clean_water", "2026-Q3"): 98.9}


def test_the_days_of_a_decrees_month_say_its_year() -> None:
    reading = read([["BÁO CÁO THÁNG 9 (từ 15/8 đến 14/9/2026)"], _KNOWN, [*WATER, 98.9]])
    assert values(reading) == {("clean_water", "2026-09"): 98.9}
