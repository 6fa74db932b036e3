"""A unit of the measure's kind is converted and said so; one of another kind is an error, whatever it looks like."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.values.convert import Converted, Value, to_value
from indicators.intake.values.units import UnitFit, is_unit, stated_fit, unit_factor, unit_fit
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import DecimalMark, format_exact
from tests.intake.sheets import COMMUNES, HEADER, JOBS, TITLE, WATER, cells, codes, read, values

RESULT = (*HEADER, "Kết quả")
MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
CROPS = ("4", "Giá trị sản phẩm trên 1 ha đất trồng trọt")
GROWN = ("15", "Tỷ lệ phát triển dân số tự nhiên")


@pytest.mark.parametrize(
    ("written", "expected", "factor"),
    [
        ("tỷ đồng", "triệu đồng", "1000"),
        ("tỉ đồng", "triệu đồng", "1000"),
        ("tỷ", "triệu đồng", "1000"),
        ("triệu đồng", "tỷ đồng", "0.001"),
        ("nghìn đồng", "triệu đồng", "0.001"),
        ("ngàn đồng", "triệu đồng", "0.001"),
        ("1.000 đồng", "triệu đồng", "0.001"),
        ("đồng", "triệu đồng", "0.000001"),
        ("VNĐ", "triệu đồng", "0.000001"),
        ("Tr.đ", "triệu đồng", "1"),
        ("nghìn tỷ đồng", "tỷ đồng", "1000"),
        ("trăm triệu đồng", "triệu đồng", "100"),
        ("tỷ đồng/ha", "triệu đồng/ha", "1000"),
        ("nghìn đồng/m2", "triệu đồng/ha", "10"),
        ("triệu đồng/1 ha", "triệu đồng/ha", "1"),
        ("nghìn người", "người", "1000"),
        ("1.000 người", "người", "1000"),
        ("vạn người", "người", "10000"),
        ("chục người", "người", "10"),
        ("người", "nghìn người", "0.001"),
        ("‰", "%", "0.1"),
        ("phần nghìn", "%", "0.1"),
        ("%", "‰", "10"),
        ("tạ/ha", "tấn/ha", "0.1"),
        ("m2", "ha", "0.0001"),
        ("DN/nghìn dân", "doanh nghiệp/1.000 dân", "1"),
        ("DN/vạn dân", "doanh nghiệp/1.000 dân", "0.1"),
    ],
)
def test_units_of_one_kind(written: str, expected: str, factor: str) -> None:
    assert unit_factor(written, expected) == Decimal(factor)
    assert unit_fit(written, expected) is (UnitFit.SAME if factor == "1" else UnitFit.SCALED)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("trường", "người"),
        ("hộ", "người"),
        ("người", "%"),
        ("%", "người"),
        ("triệu đồng", "%"),
        ("triệu USD", "triệu đồng"),
        ("tỷ đồng", "triệu đồng/ha"),
        ("triệu đồng/người", "triệu đồng/ha"),
        ("nghìn hộ", "người"),
        ("điểm %", "%"),
        ("lần", "%"),
        ("m2", "km"),
    ],
)
def test_units_of_another_kind(written: str, expected: str) -> None:
    assert unit_fit(written, expected) is UnitFit.OTHER
    assert unit_factor(written, expected) is None


@pytest.mark.parametrize("word", ["Phòng Kinh tế", "quý", "", "2026", "100 trường", "15 triệu"])
def test_words_that_are_no_unit(word: str) -> None:
    assert not is_unit(word)


def test_header_and_row_must_agree_and_a_title_must_name_the_whole_unit() -> None:
    def fit(in_heading: str, in_row: str, in_title: str) -> UnitFit:
        return stated_fit(in_heading, in_row, in_title, "triệu đồng/ha", CROPS[1])

    assert fit("", "", "") is UnitFit.SAME
    assert fit("triệu đồng/ha", "triệu đồng/ha", "tỷ đồng") is UnitFit.SAME
    assert fit("nghìn đồng/ha", "", "") is UnitFit.SCALED
    assert fit("nghìn đồng/ha", "triệu đồng/ha", "") is UnitFit.OTHER
    assert fit("nghìn đồng/ha", "1.000 đồng/ha", "") is UnitFit.SCALED
    assert fit("", "", "triệu đồng") is UnitFit.SAME  # the name says what it is counted on
    assert fit("", "", "tỷ đồng/ha") is UnitFit.SCALED
    assert fit("", "", "tỷ đồng") is UnitFit.OTHER  # said of the table's amounts, perhaps not of this row


@pytest.mark.parametrize(
    ("row", "measure", "expected", "said"),
    [
        ((*CROPS, "tỷ đồng/ha", 0.25), "crop_value_per_hectare", 250, ("0,25", "tỷ đồng/ha", "250")),
        ((*CROPS, "tỷ đồng", 0.25), "crop_value_per_hectare", 250, ("0,25", "tỷ đồng", "250")),
        (("4", "Giá trị SP trên 1ha", "tỷ đồng", 0.25), "crop_value_per_hectare", 250, ("0,25", "tỷ đồng", "250")),
        ((*CROPS, "nghìn đồng/ha", 185500), "crop_value_per_hectare", 185.5, ("185.500", "nghìn đồng/ha", "185,5")),
        (
            ("4", f"{CROPS[1]} (đồng/ha)", None, 2 * 10**8),
            "crop_value_per_hectare",
            200,
            ("200.000.000", "đồng/ha", "200"),
        ),
        ((*CROPS, None, "0,25 tỷ đồng/ha"), "crop_value_per_hectare", 250, ("0,25", "tỷ đồng/ha", "250")),
        ((*CROPS, "triệu đồng/ha", "0,25 tỷ"), "crop_value_per_hectare", 250, ("0,25", "tỷ", "250")),
        ((*JOBS[:2], "nghìn người", 0.402), "new_jobs", 402, ("0,402", "nghìn người", "402")),
        ((*JOBS[:2], "nghìn người", "1,5"), "new_jobs", 1500, ("1,5", "nghìn người", "1.500")),
        ((*JOBS[:2], "người", "1,5 nghìn người"), "new_jobs", 1500, ("1,5", "nghìn người", "1.500")),
        ((*GROWN, "‰", 9.5), "natural_population_growth", 0.95, ("9,5", "‰", "0,95")),
        ((*GROWN, "%", "9,5‰"), "natural_population_growth", 0.95, ("9,5", "‰", "0,95")),
    ],
)
def test_a_conversion_is_said_with_both_units_and_both_values(
    row: tuple[Any, ...], measure: str, expected: float, said: tuple[str, str, str]
) -> None:
    reading = read([TITLE, RESULT, row])
    assert values(reading) == {(measure, "2026-Q3"): expected}
    assert cells(reading, "unit_converted") == ["D3"]
    message = reading.issues[0].message
    assert all(part in message for part in (*said, MEASURES[measure].unit, MEASURES[measure].name_vi))


def test_the_range_holds_after_the_conversion() -> None:
    assert codes(read([TITLE, RESULT, (*GROWN, "‰", 45)])) == ["unit_converted"]  # 4,5%
    assert codes(read([TITLE, RESULT, (*GROWN, "‰", 55)])) == ["out_of_range"]  # 5,5%
    assert codes(read([TITLE, RESULT, (*GROWN, "‰", 9.5)], formats_known=False)) == ["unit_converted"]  # no fraction
    assert codes(read([TITLE, RESULT, (*JOBS[:2], "nghìn người", 0.4025)])) == ["fraction_not_allowed"]  # 402,5


def test_thousands_of_people_need_not_be_whole() -> None:
    row = (*JOBS[:2], "người", "1.234 nghìn người")  # 1,234 or 1.234 thousands?
    assert codes(read([TITLE, RESULT, row])) == ["number_ambiguous"]
    assert codes(read([TITLE, RESULT, (*JOBS[:2], "nghìn người", "1.234")])) == ["number_ambiguous"]
    assert values(read([TITLE, RESULT, row, (*WATER, "98.9")]))["new_jobs", "2026-Q3"] == 1234


def test_units_in_header_and_title_convert_too() -> None:
    header = (*HEADER[:2], "Kết quả (nghìn đồng/ha)")
    assert values(read([TITLE, header, (*CROPS, 185500)])) == {("crop_value_per_hectare", "2026-Q3"): 185.5}
    title = ("ĐVT: nghìn đồng/ha",)
    reading = read([TITLE, title, (*HEADER[:2], "Kết quả"), (*CROPS, 185500)])
    assert values(reading) == {("crop_value_per_hectare", "2026-Q3"): 185.5}
    assert "nghìn đồng/ha" in reading.issues[0].message


def test_a_cell_shown_as_a_percentage_is_one_whatever_its_row_says() -> None:
    assert to_value(Cell(CellKind.PERCENT, "0.0095"), MEASURES["natural_population_growth"], unit="‰") == Value(
        Decimal("0.95")
    )
    assert codes(read([TITLE, RESULT, (*WATER[:2], "người", "98,9%")])) == ["unit_mismatch"]


@given(st.decimals(0, 10**6, places=3), st.sampled_from(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]))
def test_an_amount_is_the_same_in_whatever_unit_it_is_written(millions: Decimal, unit: str) -> None:
    """The amount written in a unit, read back in millions: nothing is lost."""
    written = millions / (unit_factor(unit, "triệu đồng") or 0)
    measure = MEASURES["crop_value_per_hectare"]
    found = to_value(Cell(CellKind.NUMBER, f"{written:f}"), measure, unit=f"{unit}/ha")
    assert isinstance(found, Value)
    assert found.number == millions
    assert found.converted == (None if unit == "triệu đồng" else Converted(written, f"{unit}/ha"))
    text = Cell(CellKind.TEXT, f"{format_exact(written)} {unit}/ha")
    assert to_value(text, measure, mark=DecimalMark.COMMA) == found
