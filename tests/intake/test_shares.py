"""Numerators and denominators instead of percentages, or beside them."""

from decimal import Decimal

import pytest

from indicators.intake import Reading
from tests.intake.sheets import HEADER, ON_TIME, POVERTY, TITLE, WATER, cells, codes, make_sheet, read, values

INSURED = ("12", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%")
SPENT = ("4", "Tỷ lệ giải ngân vốn đầu tư công", "%")


def shares(found: tuple[Reading, ...]) -> list[tuple[str, float, int, int, str]]:
    return [
        (one.measure, float(one.value), int(one.numerator or 0), int(one.denominator or 0), one.cell) for one in found
    ]


@pytest.mark.parametrize(("part", "whole"), [("Tử số", "Mẫu số"), ("Số đạt", "Tổng số"), ("Số hộ nghèo", "Tổng số hộ")])
def test_columns_of_both(part: str, whole: str) -> None:
    reading = read([TITLE, (*HEADER, part, whole), (*POVERTY, 12, 2000)])
    assert shares(reading.readings) == [("multidimensional_poverty", 0.6, 12, 2000, "D3")]
    assert codes(reading) == []


def test_columns_of_both_under_two_periods() -> None:
    header = [
        (*HEADER, "Quý I/2026", None, "Quý II/2026", None),
        (None, None, None, "Tử số", "Mẫu số", "Tử số", "Mẫu số"),
    ]
    reading = read(make_sheet(*header, (*WATER, 90, 100, 95, 100), merges=["D1:E1", "F1:G1"]))
    assert values(reading) == {("clean_water", "2026-Q1"): 90, ("clean_water", "2026-Q2"): 95}
    assert codes(reading) == []


def test_a_percentage_beside_them_is_the_value_and_must_agree() -> None:
    header = (*HEADER, "Tử số", "Mẫu số", "Kết quả")
    reading = read([TITLE, header, (*WATER, 9413, 10000, 94.1)])
    assert shares(reading.readings) == [("clean_water", 94.1, 9413, 10000, "F3")]
    assert codes(reading) == []
    other = read([TITLE, header, (*WATER, 9413, 10000, 93.1)])
    assert values(other) == {}
    assert cells(other, "ratio_differs") == ["F3"]


def test_what_counts_from_january_takes_both_from_the_totals() -> None:
    header = [
        (*HEADER, "Trong quý III", None, "Lũy kế từ đầu năm", None),
        (None, None, None, "Tử số", "Mẫu số", "Tử số", "Mẫu số"),
    ]
    rows = [TITLE, *header, (*ON_TIME, 90, 100, 480, 500), (*WATER, 80, 100, 70, 100)]
    reading = read(make_sheet(*rows, merges=["D2:E2", "F2:G2"]))
    assert values(reading) == {("procedures_on_time", "2026-Q3"): 96, ("clean_water", "2026-Q3"): 80}


def test_a_cell_holds_both() -> None:
    reading = read([TITLE, (*HEADER, "Kết quả"), (*WATER, "1.234/5.000"), (*POVERTY, "0,6% (12/2.000 hộ)")])
    assert shares(reading.readings) == [
        ("clean_water", 24.68, 1234, 5000, "D3"), ("multidimensional_poverty", 0.6, 12, 2000, "D4"),
    ]  # fmt: skip
    wrong = read([TITLE, (*HEADER, "Kết quả"), (*WATER, "95% (90/100)"), (*POVERTY, "30/20")])
    assert values(wrong) == {}
    assert cells(wrong, "ratio_differs") == ["D3"]
    assert cells(wrong, "numerator_too_large") == ["D4"]


@pytest.mark.parametrize("own", [None, 0.6])
def test_rows_below_the_measures_own(own: float | None) -> None:
    rows = [
        TITLE, (*HEADER, "Quý III"), (*POVERTY, own), (None, "- Số hộ nghèo", "hộ", 12),
        (None, "- Tổng số hộ", "hộ", 2000),
        (*WATER, 98.9),
    ]  # fmt: skip
    reading = read(rows)
    assert shares(reading.readings) == [
        ("multidimensional_poverty", 0.6, 12, 2000, "D4" if own is None else "D3"), ("clean_water", 98.9, 0, 0, "D6"),
    ]  # fmt: skip
    assert codes(reading) == []


def test_rows_without_the_measures_own() -> None:
    reading = read([TITLE, (*HEADER, "Quý III"), (1, "Số hộ nghèo", "hộ", 12), (2, "Tổng số hộ", "hộ", 2000)])
    assert shares(reading.readings) == [("multidimensional_poverty", 0.6, 12, 2000, "D3")]
    assert codes(reading) == []


def test_names_that_several_measures_share_count_below_their_own_only() -> None:
    below = (None, "Số người tham gia", "người", 941), (None, "Dân số", "người", 1000)
    reading = read([TITLE, (*HEADER, "Quý III"), (*INSURED, None), *below])
    assert values(reading) == {("health_insurance_coverage", "2026-Q3"): 94.1}
    stranger = read([TITLE, (*HEADER, "Quý III"), (*INSURED, 94.1), ("x", "Bảo hiểm khác", "%", 3), *below])
    assert shares(stranger.readings) == [("health_insurance_coverage", 94.1, 0, 0, "D3")]
    assert len(cells(stranger, "row_not_recognised")) == 3


def test_money_is_converted_on_both_sides() -> None:
    rows = [
        TITLE, (*HEADER, "Lũy kế 9 tháng"), (*SPENT, None), (None, "Vốn đã giải ngân", "tỷ đồng", 4.5),
        (None, "Kế hoạch vốn năm", "triệu đồng", 9000),
    ]  # fmt: skip
    (found,) = read(rows).readings
    assert (found.value, found.numerator, found.denominator) == (Decimal(50), Decimal(4500), Decimal(9000))


def test_half_a_share_is_said() -> None:
    reading = read([TITLE, (*HEADER, "Tử số", "Mẫu số"), (*WATER, 90, None)])
    assert values(reading) == {}
    assert cells(reading, "ratio_incomplete") == ["E3"]


def test_a_plan_of_both_is_not_read() -> None:
    header = [(*HEADER, "Kế hoạch", None, "Thực hiện", None), (None, None, None, "Tử số", "Mẫu số", "Tử số", "Mẫu số")]
    reading = read(make_sheet(TITLE, *header, (*WATER, 100, 100, 90, 100), merges=["D2:E2", "F2:G2"]))
    assert values(reading) == {("clean_water", "2026-Q3"): 90}


def test_a_percentage_or_a_text_is_no_numerator() -> None:
    reading = read([TITLE, (*HEADER, "Tử số", "Mẫu số"), (*WATER, "chín mươi", 100), (*POVERTY, 1, "#")])
    assert values(reading) == {}
    assert cells(reading, "text_not_number") == ["D3", "E4"]


@pytest.mark.parametrize(("part", "whole"), [("Tử số", "Mẫu số"), ("Số người tham gia", "Dân số")])
def test_a_share_beside_both_is_the_figure(part: str, whole: str) -> None:
    header = ("Chỉ tiêu", part, whole, "Tỷ lệ (%)")
    reading = read([TITLE, header, (INSURED[1], 941, 1000, 94.1)])
    assert shares(reading.readings) == [("health_insurance_coverage", 94.1, 941, 1000, "D3")]
    assert codes(reading) == []
    assert cells(read([TITLE, header, (INSURED[1], 941, 1000, 99)]), "ratio_differs") == ["D3"]


def test_a_share_that_differs_from_its_parts_names_the_cell_of_the_numerator_too() -> None:
    header = (*HEADER, "Tử số", "Mẫu số", "Kết quả")
    (issue,) = read([TITLE, header, (*WATER, 90, 100, 95)]).errors
    assert (issue.code, issue.cell, issue.also) == ("ratio_differs", "F3", ("Sheet1", "D3"))
