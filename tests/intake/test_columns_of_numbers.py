"""Which mark parts the decimals is told by the column as a whole, and by the table where the column is silent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.values.convert import Value, Wrong, to_value
from indicators.intake.values.separators import decimal_mark
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import DecimalMark, format_number
from tests.intake.sheets import COMMUNES, HEADER, JOBS, TITLE, WATER, codes, read, values

COMMA, POINT = DecimalMark.COMMA, DecimalMark.POINT
MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
CROPS = ("4", "Giá trị sản phẩm trên 1 ha đất trồng trọt", "triệu đồng/ha")  # one decimal, from 0 on
BUSINESSES = ("6", "Số doanh nghiệp đang hoạt động trên 1.000 dân", "DN/1.000 dân")
RESULT = (*HEADER, "Kết quả")


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["98,9"], COMMA),
        (["98.9"], POINT),
        (["1.234,5"], COMMA),
        (["1,234.5"], POINT),
        (["1.234.567"], COMMA),
        (["1,234,567"], POINT),
        (["1 234,5"], COMMA),
        (["1 234,567"], COMMA),
        (["1'234.5"], POINT),
        (["0,234"], COMMA),
        (["0.234"], POINT),
        (["1234,567"], COMMA),
        (["1,2345"], COMMA),
        (["(1,5)"], COMMA),
        (["ước đạt 98,9% (1)"], COMMA),
        (["98.9*"], POINT),
        (["1.234", "98,9"], COMMA),
        (["1.234", "1,234"], None),
        (["1.234", "5.678", "12", "1 234", "Đạt", "", "-"], None),
        (["98,9", "92.8"], None),
        (["1.234,5", "1,234.5"], None),
        (["98,9", "30.9.2026"], COMMA),
        ([], None),
    ],
)
def test_the_mark_that_texts_show(texts: list[str], mark: DecimalMark | None) -> None:
    assert decimal_mark(texts) is mark


def test_the_nearest_circle_that_shows_something_decides() -> None:
    assert decimal_mark(["1.234"], ["98,9"]) is COMMA
    assert decimal_mark(["98.9"], ["98,9"]) is POINT
    assert decimal_mark(["98,9", "98.9"], ["98,9"]) is None  # a column that contradicts itself is not settled by others


@pytest.mark.parametrize(
    ("measure", "text", "silent", "comma", "point"),
    [
        # a percentage from 0 to 100
        ("clean_water", "1.234", "number_ambiguous", "out_of_range", "1.234"),
        ("clean_water", "1,234", "1.234", "1.234", "out_of_range"),
        ("clean_water", "98.9", "98.9", "98.9", "98.9"),
        ("clean_water", "98,9", "98.9", "98.9", "98.9"),
        # an amount with decimals
        ("crop_value_per_hectare", "1.234", "number_ambiguous", "1234", "1.234"),
        ("crop_value_per_hectare", "1,234", "number_ambiguous", "1.234", "1234"),
        ("crop_value_per_hectare", "1.234,5", "1234.5", "1234.5", "1234.5"),
        ("crop_value_per_hectare", "1,234.5", "1234.5", "1234.5", "1234.5"),
        ("crop_value_per_hectare", "0.234", "0.234", "0.234", "0.234"),
        ("crop_value_per_hectare", "1234.5000", "1234.5", "1234.5", "1234.5"),
        # a whole number: a thousandth of a person was never meant
        ("new_jobs", "1.234", "1234", "1234", "1234"),
        ("new_jobs", "1,234", "number_ambiguous", "number_ambiguous", "1234"),
        ("new_jobs", "1.234.567", "1234567", "1234567", "1234567"),
        ("new_jobs", "1.5", "fraction_not_allowed", "fraction_not_allowed", "fraction_not_allowed"),
    ],
)
def test_what_a_text_is_in_a_column_of_each_style(measure: str, text: str, silent: str, comma: str, point: str) -> None:
    for mark, expected in ((None, silent), (COMMA, comma), (POINT, point)):
        found = to_value(Cell(CellKind.TEXT, text), MEASURES[measure], mark=mark)
        assert found.code == expected if isinstance(found, Wrong) else found.number == Decimal(expected)


@pytest.mark.parametrize(
    ("other", "expected"), [("98,9", 1234), ("1.234,5", 1234), ("98.9", 1.234), ("1,234.5", 1.234), ("98,9%", 1234)]
)
def test_another_text_of_the_column_settles_it(other: str, expected: float) -> None:
    row = (*BUSINESSES, other) if "," in other and "." in other else (*WATER, other)
    reading = read([TITLE, RESULT, (*CROPS, "1.234"), row])
    assert values(reading)["crop_value_per_hectare", "2026-Q3"] == expected
    assert codes(reading) == []


def test_a_column_without_such_a_text_leaves_it_open() -> None:
    reading = read([TITLE, RESULT, (*CROPS, "1.234"), (*WATER, 98.9), (*JOBS, "402")])
    assert codes(reading) == ["number_ambiguous"]


def test_the_table_settles_what_the_column_leaves_open() -> None:
    rows = [("NĂM 2026",), (*HEADER, "Quý I", "Quý II"), (*CROPS, "1.234", "1.250,5"), (*WATER, "98", "98,1")]
    assert values(read(rows))["crop_value_per_hectare", "2026-Q1"] == 1234


@given(st.decimals(0, 10**9, places=4), st.sampled_from([COMMA, POINT]), st.integers(1, 4))
def test_what_is_written_in_a_style_is_read_in_it(number: Decimal, mark: DecimalMark, decimals: int) -> None:
    """Written with thousands and this many decimals, then read in a column of that style: the same number."""
    exact = round(number, decimals)
    written = f"{exact:,.{decimals}f}"
    if mark is COMMA:
        written = written.translate({ord(","): ".", ord("."): ","})
    found = to_value(Cell(CellKind.TEXT, written), MEASURES["crop_value_per_hectare"], mark=mark)
    assert found == Value(exact)


@given(st.lists(st.integers(0, 10**8), min_size=1), st.sampled_from([0, 1, 2, 4]))
def test_our_own_way_to_write_never_shows_the_point(numbers: list[int], decimals: int) -> None:
    texts = [format_number(Decimal(number).scaleb(-2), decimals) for number in numbers]
    assert decimal_mark(texts) in {COMMA, None}
