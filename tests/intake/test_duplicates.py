"""Rows that claim the same measure and period: an error that names both cells where they differ, nothing else."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake import Match, SheetReading
from tests.intake.sheets import (
    GROWTH,
    HEADER,
    JOBS,
    POVERTY,
    STATION,
    TITLE,
    WATER,
    codes,
    make_sheet,
    percent,
    read,
    values,
)

RESULT = (*HEADER, "Kết quả")
LIKELY = ("", "Tỷ lệ hộ nghèo đa chiều", "%")
CROPS = ("4", "Giá trị sản phẩm trên 1 ha đất trồng trọt", "triệu đồng/ha")


def twice(first: tuple[Any, ...], second: tuple[Any, ...]) -> SheetReading:
    return read([TITLE, RESULT, first, second])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (94.1, "94,1"),
        (94.1, percent(0.941)),
        ("94,10%", percent(0.941)),
        ("94,1 (1)", "đạt 94,1%"),
        (94.10000000000001, 94.1),
        ("94,1", "94.1"),
    ],
)
def test_equal_values_are_fine_however_they_are_written(first: Any, second: Any) -> None:
    reading = twice((*WATER, first), (*WATER, second))
    assert values(reading) == {("clean_water", "2026-Q3"): 94.1}
    assert codes(reading) == []


def test_equal_amounts_in_two_units_are_fine() -> None:
    reading = twice((*CROPS, 185.5), (*CROPS[:2], "nghìn đồng/ha", 185500))
    assert values(reading) == {("crop_value_per_hectare", "2026-Q3"): 185.5}
    assert codes(reading) == ["unit_converted"]


def test_of_equal_values_the_surest_is_kept() -> None:
    assert [found.estimate for found in twice((*WATER, "ước 94,1"), (*WATER, 94.1)).readings] == [False]


@pytest.mark.parametrize(("first", "second"), [(94.1, 94.2), (94.1, "ước 95"), ("94,1", percent(0.9411))])
def test_different_values_are_an_error_with_both_cells(first: Any, second: Any) -> None:
    reading = twice((*WATER, first), (*WATER, second))
    assert values(reading) == {}
    assert codes(reading) == ["duplicate_value"]
    assert all(cell in reading.issues[0].message for cell in ("Sheet1!D3", "Sheet1!D4"))


def test_across_sheets() -> None:
    sheets = [make_sheet(TITLE, RESULT, (*POVERTY, value), name=name) for name, value in (("Một", 0.6), ("Hai", 0.7))]
    reading = read(*sheets)
    assert codes(reading) == ["duplicate_value"]
    assert all(cell in reading.issues[0].message for cell in ("Một!D3", "Hai!D3"))


def test_across_sheets_where_one_row_is_only_like_the_measure() -> None:
    sheets = [
        make_sheet(TITLE, RESULT, (*row, value), name=name)
        for name, row, value in (("Một", POVERTY, 0.6), ("Hai", LIKELY, 0.7))
    ]
    reading = read(*sheets)
    assert values(reading) == {}
    assert "duplicate_value" in codes(reading)
    same = read(sheets[0], make_sheet(TITLE, RESULT, (*LIKELY, "0,60%"), name="Hai"))
    assert [found.match for found in same.readings] == [Match.NAME]


def test_across_two_tables_of_a_sheet() -> None:
    reading = read([TITLE, RESULT, (*WATER, 94.1), (None,), (None,), RESULT, (*WATER, 95)])
    assert codes(reading) == ["duplicate_value"]
    assert all(cell in reading.issues[0].message for cell in ("Sheet1!D3", "Sheet1!D7"))


@pytest.mark.parametrize(
    ("row", "value", "shown"),
    [
        (WATER, 100.1, "100,1"),
        (WATER, -0.1, "-0,1"),
        (WATER, percent(1.001), "100,1"),
        (WATER, "(1,5)", "-1,5"),
        (GROWTH, 300.5, "300,5"),
        (GROWTH, "-100,5%", "-100,5"),
        (JOBS, -1, "-1"),
        (CROPS, "−0,5", "-0,5"),
    ],
)
def test_out_of_range_names_measure_value_range_and_cell(row: tuple[Any, ...], value: Any, shown: str) -> None:
    reading = read([TITLE, RESULT, (*row, value)])
    assert [(issue.code, issue.sheet, issue.cell) for issue in reading.issues] == [("out_of_range", "Sheet1", "D3")]
    assert all(part in reading.issues[0].message for part in (row[1], f" {shown} ", "từ ", row[2]))


@pytest.mark.parametrize("value", [2, -1, 100, "2"])
def test_a_yes_or_no_has_no_other_value(value: Any) -> None:
    assert codes(read([TITLE, RESULT, (*STATION, value)])) == ["not_yes_or_no"]


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_two_rows_are_fine_exactly_where_their_values_are_equal(first: Decimal, second: Decimal) -> None:
    reading = twice((*WATER, f"{first}%"), (*WATER, f"{second}%".replace(".", ",")))
    assert ("duplicate_value" in codes(reading)) == (first != second)


def test_an_issue_of_two_cells_names_both_of_their_places() -> None:
    (issue,) = twice((*WATER, 94.1), (*WATER, 95)).issues
    assert (issue.sheet, issue.cell, issue.also) == ("Sheet1", "D4", ("Sheet1", "D3"))
    assert [(one.cell, one.also) for one in issue.at_each_place] == [("D4", None), ("D3", None)]


def test_of_three_rows_that_differ_each_cell_is_named() -> None:
    reading = read([TITLE, RESULT, (*WATER, 94.1), (*WATER, 95), (*WATER, 94.1)])
    assert reading.readings == ()
    assert {one.cell for issue in reading.errors for one in issue.at_each_place} == {"D3", "D4", "D5"}


def test_periods_that_end_on_the_same_day_name_both_cells() -> None:
    reading = read([("BÁO CÁO NĂM 2026",), (*HEADER, "Lũy kế 9 tháng 2026", "Lũy kế quý III/2026"), (*JOBS, 402, 300)])
    (issue,) = reading.errors
    assert (issue.code, {one.cell for one in issue.at_each_place}) == ("same_day_differs", {"D3", "E3"})
