"""The form of 22 rows: one row holds several targets, one cell all of their figures."""

from typing import Any

import pytest

from tests.intake.sheets import HEADER, TITLE, WATER, cells, codes, read, values

CULTURE = {("cultural_families", "2026-Q3"): 98.6, ("cultural_villages", "2026-Q3"): 77.8}
INSURED = {("health_insurance_coverage", "2026-Q3"): 99.1, ("social_insurance_coverage", "2026-Q3"): 71.2}


def row_of(code: str, name: str, cell: Any, header: str = "Kết quả") -> Any:
    return read([TITLE, (*HEADER, header), (code, name, "%", cell), (*WATER, 98.9)])


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("Tỷ lệ gia đình văn hóa; thôn văn hóa", "98,6% / 77,8%", CULTURE),
        ("Tỷ lệ thôn văn hóa, gia đình văn hóa", "77,8%; 98,6%", CULTURE),
        ("Tỷ lệ gia đình văn hóa và tỷ lệ thôn văn hóa", "98,6%\n77,8%", CULTURE),
        ("Tỷ lệ gia đình văn hóa/thôn văn hóa", "Thôn văn hóa 77,8%; gia đình văn hóa 98,6%", CULTURE),
        ("Tỷ lệ tham gia BHYT, BHXH", "Đạt 99,1%; 71,2%", INSURED),
        ("Tỷ lệ tham gia BHYT, BHXH", "BHXH 71,2%; BHYT 99,1%", INSURED),
        (
            "Tỷ lệ giải quyết thủ tục hành chính đúng hạn; hồ sơ trực tuyến",
            "99,5% / 72%",
            {("procedures_on_time", "2026-Q3"): 99.5, ("online_filing_share", "2026-Q3"): 72},
        ),
    ],
)
def test_the_name_or_the_labels_tell_whose_they_are(name: str, cell: str, expected: dict) -> None:
    reading = row_of("9", name, cell)
    assert values(reading) == expected | {("clean_water", "2026-Q3"): 98.9}
    assert codes(reading) == []
    assert {found.cell for found in reading.readings} == {"D3", "D4"}


def test_the_catalogues_order_must_be_confirmed() -> None:
    reading = row_of("9", "Danh hiệu văn hóa (gia đình, khu dân cư văn hóa)", "98,6%; 77,8%")
    assert values(reading) == CULTURE | {("clean_water", "2026-Q3"): 98.9}
    assert [(issue.code, issue.cell) for issue in reading.doubtful] == [("several_in_one_cell", "D3")]


@pytest.mark.parametrize("cell", ["98,6%", 98.6, "98,6%; 77,8%; 5%", "98,6%; chưa rõ", "A 98,6%; B 77,8%"])
def test_what_nobody_can_tell_apart_is_an_error_and_given_to_nobody(cell: Any) -> None:
    reading = row_of("9", "Tỷ lệ gia đình văn hóa; thôn văn hóa", cell)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "several_not_told_apart") == ["D3"]


def test_a_blank_says_nothing() -> None:
    reading = row_of("9", "Tỷ lệ gia đình văn hóa; thôn văn hóa", None)
    assert (values(reading), codes(reading)) == ({("clean_water", "2026-Q3"): 98.9}, [])


def test_a_number_that_counts_the_rows_is_no_indicator() -> None:
    reading = row_of("9", "Tỷ lệ trẻ em tiêm chủng đầy đủ", "98,6%; 77,8%")
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}


def test_each_measure_takes_its_own_column() -> None:
    name = "Tỷ lệ giải quyết thủ tục hành chính đúng hạn; dân số được sử dụng nước sạch"
    header = (*HEADER, "Trong quý III", "Lũy kế từ đầu năm")
    reading = read([TITLE, header, ("x", name, "%", "99% / 90%", "97% / 80%")])
    assert values(reading) == {("procedures_on_time", "2026-Q3"): 97, ("clean_water", "2026-Q3"): 90}


def test_a_value_out_of_range_in_one_part_is_named() -> None:
    reading = row_of("9", "Tỷ lệ gia đình văn hóa; thôn văn hóa", "98,6%; 177,8%")
    assert ("cultural_villages", "2026-Q3") not in values(reading)
    assert cells(reading, "out_of_range") == ["D3"]


@pytest.mark.parametrize(("unit", "found"), [("%; trường", []), ("%, trường", []), ("%; nhà", ["unit_not_recognised"])])
def test_their_units_stand_in_one_cell_too(unit: str, found: list[str]) -> None:
    name = "Tỷ lệ trường học các cấp đạt chuẩn quốc gia; số trường đạt thêm chuẩn quốc gia mức độ 2"
    reading = read([TITLE, (*HEADER, "Kết quả"), ("10", name, unit, "81,8%; 2")])
    assert values(reading) == {("schools_national_standard", "2026-Q3"): 81.8, ("schools_level_2_added", "2026-Q3"): 2}
    assert codes(reading) == found
