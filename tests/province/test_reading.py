"""A sheet with one row a commune, read: which commune, which measure, which period, which value."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.catalogue import load_catalogue
from indicators.intake.model import Match
from indicators.intake.values.convert import Value, to_value
from indicators.intake.workbook.cells import Cell, CellKind, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.periods import parse_period
from indicators.province import is_province
from indicators.register import Register, RegisterEntry
from indicators.settings import CATALOGUE
from tests.conftest import ROOT
from tests.intake.sheets import COMMUNES, make_sheet, percent
from tests.province.sheets import CROPS, JOBS, STATION, TITLE, WATER, read, register, troubles, values

HEAD = ("TT", "Mã xã", "Tên xã", WATER, JOBS)


def test_communes_by_code_and_by_name():
    reading = read(TITLE, HEAD, (1, "01234", "xã An Hòa", 91.5, 12), (2, None, "P. 1", 88, 7))
    assert values(reading) == {
        ("01234", "clean_water", "2026-Q3"): 91.5,
        ("01234", "new_jobs", "2026-Q3"): 12,
        ("00456", "clean_water", "2026-Q3"): 88,
        ("00456", "new_jobs", "2026-Q3"): 7,
    }
    assert troubles(reading) == []
    assert [item["cell"] for item in reading.readings()] == ["D3", "D4", "E3", "E4"]


def test_a_code_that_lost_its_zeros_is_the_code():
    reading = read(TITLE, HEAD, (1, 1234, "xã An Hòa", 91.5, 12), (2, 456, None, 88, None))
    assert set(reading.communes) == {"01234", "00456"}


def test_a_registered_commune_of_one_set_takes_its_key():
    reading = read(TITLE, HEAD, (1, "00123", "xã Vĩnh Thịnh", 91.5, 12), (2, "01234", None, 88, 1))
    assert set(reading.communes) == {"vinh_thinh", "01234"}


def test_without_a_register_only_the_catalogue_is_known():
    reading = read(
        TITLE, HEAD, (1, "9", "xã Vĩnh Phong", 91.5, 12), (2, "1", "xã An Hòa", 88, 1), known=Register((), COMMUNES)
    )
    assert set(reading.communes) == {"vinh_phong"}
    assert troubles(reading) == [("commune_unknown_row", "B4")]


def test_a_name_that_two_have_is_never_guessed():
    reading = read(TITLE, HEAD, (1, None, "xã Tân Lập", 91, 12), (2, "01234", "xã An Hòa", 88, 1))
    assert troubles(reading) == [("commune_ambiguous", "C3")]
    assert set(reading.communes) == {"01234"}


def test_the_parent_column_tells_two_of_a_name_apart():
    head = ("Tên xã", "Tỉnh/Thành phố", WATER)
    reading = read(TITLE, head, ("xã Tân Lập", "Tỉnh B", 91), ("An Hòa", "tỉnh A", 88))
    assert set(reading.communes) == {"00790", "01234"}


def test_a_code_and_a_name_that_contradict_each_other():
    reading = read(TITLE, HEAD, (1, "01234", "Phường 1", 91, 12), (2, "00456", "Phường Một", 88, 1))
    assert troubles(reading) == [("commune_code_conflict", "B3"), ("commune_name_differs", "C4")]


def test_other_marks_are_another_commune():
    reading = read(TITLE, HEAD, (1, None, "xã An Hóa", 91, 12), (2, None, "xa An Hoa", 88, 1))
    assert troubles(reading) == [("commune_unknown_row", "C3")]


def test_a_total_is_no_commune_and_a_row_without_a_name_is_named():
    rows = (1, "01234", None, 91, 2), (2, "456", None, 90, 1), (None, None, "Tổng cộng", 90, 3), (3, None, None, 88, 1)
    assert troubles(read(TITLE, HEAD, *rows)) == [("commune_missing_row", "B6"), ("total_row", "C5")]


def test_what_a_cell_may_not_hold_is_named_and_not_read():
    reading = read(TITLE, ("Mã xã", WATER, JOBS, STATION), (1234, 101, 2.5, "Đạt"), (456, "không rõ", "12", "Chưa"))
    assert troubles(reading) == [("out_of_range", "B3"), ("text_not_number", "B4"), ("fraction_not_allowed", "C3")]
    assert sorted(values(reading).values()) == [0, 1, 12]


def test_units_in_the_header_convert_or_refuse():
    head = ("Mã xã", CROPS, WATER)
    reading = read(TITLE, head, (None, "nghìn đồng/ha", "người"), (1234, 150_000, 91), (456, 90_000, 5))
    assert troubles(reading) == [("unit_mismatch", "C2"), ("unit_converted", "B2")]
    assert sorted(values(reading).values()) == [90, 150]


def test_groups_of_periods_over_measures_and_measures_over_periods():
    sheet = make_sheet(
        ("NĂM 2026",), ("Mã xã", WATER, None, "Quý III", None), (None, "Quý I", "Quý II", WATER, JOBS),
        (1234, 90, 91, 92, 5), (456, 80, 81, 82, 6), merges=["A2:A3", "B2:C2", "D2:E2"],
    )  # fmt: skip
    found = values(read(sheet))
    assert [found["01234", "clean_water", f"2026-Q{quarter}"] for quarter in (1, 2, 3)] == [90, 91, 92]
    assert found["00456", "new_jobs", "2026-Q3"] == 6


def test_plans_and_comparisons_are_not_read():
    head = ("Mã xã", WATER, WATER, "So với cùng kỳ")
    reading = read(TITLE, head, (None, "Kế hoạch", "Thực hiện", None), (1234, 95, 91, 1), (456, 95, 92, 2))
    assert sorted(values(reading).values()) == [91, 92]
    assert troubles(reading) == []


def test_the_same_commune_twice():
    reading = read(TITLE, HEAD, (1, 1234, None, 91, 12), (2, 1234, None, 90, 12), (3, 456, None, 1.5, 1))
    assert troubles(reading) == [("province_duplicate", "D4")]
    assert ("01234", "clean_water", "2026-Q3") not in values(reading)
    assert values(reading)["01234", "new_jobs", "2026-Q3"] == 12


def test_no_period_anywhere_is_an_error_and_the_argument_completes_it():
    rows = (HEAD, (1, 1234, None, 91, 12), (2, 456, None, 90, 1))
    assert troubles(read(*rows)) == [("period_missing", "D1"), ("period_missing", "E1")]
    assert read(*rows, period=parse_period("2026-Q2")).period == "2026-Q2"
    assert [code for code, _ in troubles(read(TITLE, *rows, period=parse_period("2026-Q2")))] == ["period_conflict"]


def test_a_likeness_must_be_confirmed():
    reading = read(TITLE, ("Mã xã", "Tỷ lệ người dân sử dụng nước sạch", JOBS), (1234, 91, 1), (456, 90, 2))
    assert [column.match for column in reading.columns] == [Match.LIKELY, Match.NAME]


def test_fractions_of_percentages_are_doubted_and_formats_heeded():
    reading = read(TITLE, ("Mã xã", WATER), (1234, 0.91), (456, percent(0.9)))
    assert values(reading)["00456", "clean_water", "2026-Q3"] == 90
    assert troubles(reading) == [("fraction_suspected", "B3")]


NUMBERS = st.one_of(
    st.decimals(-200, 2000, allow_nan=False, places=6).map(str),
    st.floats(width=64).map(repr),
    st.integers(-(10**14), 10**14).map(str),
    st.sampled_from(["0.00005", "99.99995", "100.00004", "100.00005", "1e-9", "12.34565", "nan", "-0.0"]),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(NUMBERS, min_size=2, max_size=12), st.sampled_from(["clean_water", "new_jobs", "crop_value_per_hectare"])
)
def test_arrays_give_what_one_cell_gives(texts: list[str], measure: str):
    own = COMMUNES.by_commune["vinh_thinh"].measure_by_id[measure]
    cells = [Cell(CellKind.NUMBER, text) for text in texts]
    expected = [to_value(cell, own, name=own.name_vi) for cell in cells]
    names = [f"xã Thử {number}" for number in range(len(cells))]
    known = register(*(RegisterEntry(f"{number + 1:05d}", name) for number, name in enumerate(names)))
    reading = read(TITLE, ("Tên xã", own.name_vi), *zip(names, cells, strict=True), known=known)
    kept = {str(item["cell"]): item["value"] for item in reading.readings()}
    wanted = {f"B{row}": value.number for row, value in enumerate(expected, start=3) if isinstance(value, Value)}
    assert kept == wanted
    wrong = {f"B{row}": value.code for row, value in enumerate(expected, start=3) if not isinstance(value, Value)}
    assert {issue.cell: issue.code for issue in reading.errors if issue.cell in wrong} == wrong
    assert all(Decimal(str(value)) == value for value in kept.values())


FILES = [*(ROOT / "data/samples").glob("*.xlsx"), *(ROOT / "tests/intake/corpus").iterdir()]


@pytest.mark.parametrize("file", sorted(file for file in FILES if file.suffix != ".csv"), ids=lambda file: file.name)
def test_no_sample_of_an_office_and_no_file_of_the_corpus_is_a_province_sheet(file):
    workbook = load_workbook(file.read_bytes())
    assert isinstance(workbook, Refusal) or not is_province(workbook, load_catalogue(CATALOGUE), register())


def test_what_is_a_province_sheet_and_what_not():
    rows = ((1, 1234, "xã An Hòa", 91, 12), (2, 456, "Phường 1", 90, 1))
    assert is_province(Workbook([make_sheet(TITLE, HEAD, *rows)]), COMMUNES, register())
    assert is_province(Workbook([make_sheet(TITLE, HEAD, *rows)]), COMMUNES, Register((), COMMUNES))
    one = make_sheet(("xã Vĩnh Thịnh",), ("Đơn vị", WATER, JOBS), ("xã Vĩnh Thịnh", 91, 12))
    periods = make_sheet(("xã Vĩnh Thịnh",), ("Kỳ", WATER, JOBS), ("Quý I", 91, 12), ("Quý II", 92, 14))
    office = make_sheet(
        TITLE, ("Mã", "Chỉ tiêu", "Đơn vị", "Quý III"), ("17", WATER, "%", 91), ("16", JOBS, "người", 9)
    )
    for sheet in (one, periods, office):
        assert not is_province(Workbook([sheet]), COMMUNES, register())
