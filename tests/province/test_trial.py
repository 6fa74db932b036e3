"""Sheets as cities' and provinces' departments send them: what was once lost, misread or refused of them."""

from __future__ import annotations

import pytest

from indicators.intake.workbook.cells import Workbook
from indicators.province import is_province
from indicators.register import CommuneFound, Register, RegisterEntry, RowTrouble
from indicators.register.reading import read_register
from tests.intake.sheets import COMMUNES, make_sheet
from tests.province.sheets import CROPS, JOBS, TITLE, WATER, read, register, troubles, values

POVERTY = "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều"
TWO = (("xã Vĩnh Thịnh", 90, 12), ("xã An Hòa", 80, 3))


def test_signatures_and_notes_below_are_no_communes_and_no_trouble():
    rows = (
        TITLE, ("TT", "Đơn vị", WATER, JOBS), ("I", "Huyện X", None, None), (1, *TWO[0]), (2, *TWO[1]),
        ("Tổng cộng", None, 85, 15), (None, "Người lập biểu", None, "TM. UBND TỈNH"),
        (None, "(Ký, ghi rõ họ tên)", None, "Ngày 05 tháng 10 năm 2026"), (None, None, None, "Nguyễn Văn A"),
    )  # fmt: skip
    assert is_province(Workbook([make_sheet(*rows)]), COMMUNES, register())
    reading = read(*rows)
    assert len(values(reading)) == 4
    assert troubles(reading) == [("total_row", "B6")]


def test_an_unknown_commune_with_a_word_for_a_figure_is_no_note():
    assert troubles(read(TITLE, ("Tên xã", WATER), *[row[:2] for row in TWO], ("Lạ Hoắc", 7), ("xã Lạ", "đang chờ")))[
        :2
    ] == [("commune_unknown_row", "A5"), ("commune_unknown_row", "A6")]


@pytest.mark.parametrize("code", ["00 456", "00.456", " 456", "456.0", "00-456"])
def test_what_parts_the_digits_of_a_code_says_nothing(code):
    assert set(read(TITLE, ("Mã ĐVHC", "Xã", WATER), (code, "P.1", 90), (1234, None, 80)).communes) == {
        "00456", "01234",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("P 1", "00456"), ("p.01", "00456"), ("UBND phường 1", "00456"), ("Ủy ban nhân dân xã An Hòa", "01234"),
        ("X. AN HOÀ", "01234"), ("X AN HOÀ", "01234"), ("TT Yên Lạc", "9"), ("TT. Yên Lạc", "9"),
        ("xã Tân Lập, tỉnh A", "00789"), ("Tân Lập (tỉnh B)", "00790"), ("Tân Lập - tỉnh B", "00790"),
    ],
)  # fmt: skip
def test_names_as_they_are_written(name, key):
    known = register(*register().entries, RegisterEntry("9", "thị trấn Yên Lạc", "tỉnh A"))
    found = known.find("", name)
    assert isinstance(found, CommuneFound)
    assert found.key == key


@pytest.mark.parametrize("text", ["P.9", "X. Lạ", "TT Lạ", "xã Lạ"])
def test_what_calls_itself_a_commune_is_never_passed_over_as_a_group(text):
    reading = read(TITLE, ("Tên xã", WATER), *[row[:2] for row in TWO], (text, 1))
    assert troubles(reading) == [("commune_unknown_row", "A5")]


@pytest.mark.parametrize(
    "text",
    ["TỔNG SỐ", "Tổng cộng toàn tỉnh", "Cộng", "Cộng huyện X", "KHỐI XÃ", "Các phường", "Bình quân chung", "Cụm 1",
     "Trong đó: khu vực nông thôn", "I. Miền núi", "Thị xã X"],
)  # fmt: skip
def test_sums_and_groups_are_passed_over_and_named(text):
    reading = read(TITLE, ("Tên xã", WATER), *[row[:2] for row in TWO], (text, 85))
    assert (len(values(reading)), troubles(reading)) == (2, [("total_row", "A5")])


@pytest.mark.parametrize(
    ("parent", "is_known"), [("tỉnh A", True), ("tỉnh B", False), ("B", False), ("tỉnh Z", False), ("Huyện X", True)]
)
def test_a_commune_of_another_province_is_another_commune(parent, is_known):
    found = register().find("", "xã An Hòa", (parent,))
    assert isinstance(found, CommuneFound) is is_known
    assert is_known or (isinstance(found, RowTrouble) and found.code == "commune_unknown_row")


def test_tables_one_below_the_other_are_read_each_by_its_own_header():
    reading = read(
        TITLE, ("BẢNG 1",), ("TT", "Tên xã", WATER), (1, *TWO[0][:2]), (2, *TWO[1][:2]), (None, "BẢNG 2"),
        ("TT", "Tên xã", JOBS, POVERTY), (1, "Phường 1", 9, 3), (2, "xã An Hòa", 8, 4),
    )  # fmt: skip
    assert values(reading) == {
        ("vinh_thinh", "clean_water", "2026-Q3"): 90,
        ("01234", "clean_water", "2026-Q3"): 80,
        ("00456", "new_jobs", "2026-Q3"): 9,
        ("01234", "new_jobs", "2026-Q3"): 8,
        ("00456", "multidimensional_poverty", "2026-Q3"): 3,
        ("01234", "multidimensional_poverty", "2026-Q3"): 4,
    }
    assert troubles(reading) == []


def test_a_header_repeated_on_every_page_is_no_other_table():
    reading = read(TITLE, ("Tên xã", WATER), TWO[0][:2], ("Tên xã", WATER), TWO[1][:2])
    assert (sorted(values(reading).values()), troubles(reading)) == ([80, 90], [])


def test_headings_that_group_measures_are_no_plans():
    sheet = make_sheet(
        ("9 THÁNG NĂM 2026",), ("Tên xã", "Các chỉ tiêu", None, None), (None, "Lĩnh vực kinh tế", "Xã hội", None),
        (None, CROPS, WATER, JOBS), ("xã Vĩnh Thịnh", 95, 90, 12), ("xã An Hòa", 96, 80, 3),
        merges=["A2:A4", "B2:D2", "C3:D3"],
    )  # fmt: skip
    assert len(values(read(sheet))) == 6


def test_plans_above_and_below_the_measures_are_not_read():
    above = make_sheet(
        ("9 THÁNG NĂM 2026",), ("Tên xã", "Kế hoạch năm 2026", None, "Thực hiện", None),
        (None, WATER, JOBS, WATER, JOBS), ("xã Vĩnh Thịnh", 95, 20, 90, 12), ("xã An Hòa", 95, 20, 80, 3),
        merges=["B2:C2", "D2:E2"],
    )  # fmt: skip
    below = make_sheet(
        ("9 THÁNG NĂM 2026",), ("Tên xã", WATER, None), (None, "Chỉ tiêu", "Thực hiện"),
        ("xã Vĩnh Thịnh", 95, 90), ("xã An Hòa", 95, 80), merges=["B2:C2"],
    )  # fmt: skip
    assert sorted(values(read(above)).values()) == [3, 12, 80, 90]
    assert sorted(values(read(below)).values()) == [80, 90]


def test_only_likenesses_make_a_province_sheet_and_are_asked_for():
    rows = (TITLE, ("Tên xã", "KH nước sạch", "TH nước sạch"), ("xã Vĩnh Thịnh", 95, 90), ("xã An Hòa", 96, 80))
    assert is_province(Workbook([make_sheet(*rows)]), COMMUNES, register())
    reading = read(*rows)
    assert [(column.text, str(column.match)) for column in reading.columns] == [("TH nước sạch", "likely")]
    assert sorted(values(reading).values()) == [80, 90]


def test_a_likeness_in_another_unit_is_another_figure_and_named():
    head = ("Tên xã", "Dân số được sử dụng nước sạch (người)", "Tổng dân số (người)", WATER)
    reading = read(TITLE, head, ("xã Vĩnh Thịnh", 900, 1000, 90), ("xã An Hòa", 800, 1000, 80))
    assert troubles(reading) == [("measure_column_not_recognised", "B2"), ("measure_column_not_recognised", "C2")]
    assert sorted(values(reading).values()) == [80, 90]


def test_one_commune_below_a_heading_that_asks_for_communes_is_enough():
    def found(heading: str) -> bool:
        sheet = make_sheet(TITLE, (heading, WATER, JOBS), TWO[0])
        return is_province(Workbook([sheet]), COMMUNES, register())

    assert found("Tên xã")
    assert not found("Đơn vị")


@pytest.mark.parametrize(
    "head",
    [
        ("Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX"),
        ("Tỉnh", "Mã tỉnh", "Huyện", "Mã huyện", "Tên xã", "Mã xã"),
    ],
)  # fmt: skip
def test_a_register_as_the_statistics_office_publishes_it(head):
    reading = read_register(Workbook([make_sheet(head, ("Tỉnh A", "01", "Huyện X", "005", "Xã An Hòa", "00123"))]))
    [entry] = reading.entries
    assert (entry.code, entry.name_vi, entry.parent_vi) == ("00123", "Xã An Hòa", "Tỉnh A, Huyện X")
    assert isinstance(Register(reading.entries, COMMUNES).find("", "An Hòa", ("huyện X",)), CommuneFound)


def test_periods_down_are_refused_and_one_period_down_is_the_sheet_s():
    head = ("Tên xã", "Kỳ", WATER)
    several = read(("NĂM 2026",), head, ("xã Vĩnh Thịnh", "Quý I", 90), ("xã An Hòa", "Quý II", 80))
    assert (troubles(several), values(several)) == ([("province_periods_down", "B4")], {})
    one = read(("NĂM 2026",), head, ("xã Vĩnh Thịnh", "Quý II", 90), ("xã An Hòa", "Quý II", 80))
    assert {period for _, _, period in values(one)} == {"2026-Q2"}


def test_rows_of_plans_are_not_read_and_a_merged_commune_is_every_row_s():
    sheet = make_sheet(
        TITLE, ("Tên xã", "Nội dung", WATER), ("xã Vĩnh Thịnh", "Kế hoạch", 95), (None, "Thực hiện", 90),
        ("xã An Hòa", "KH năm 2026", 95), (None, "TH", 80), merges=["A3:A4", "A5:A6"],
    )  # fmt: skip
    reading = read(sheet)
    assert values(reading) == {
        ("vinh_thinh", "clean_water", "2026-Q3"): 90,
        ("01234", "clean_water", "2026-Q3"): 80,
    }
    assert troubles(reading) == []


def test_a_rank_beside_a_figure_is_no_figure():
    sheet = make_sheet(
        TITLE, ("Tên xã", WATER, None), (None, "Kết quả", "Xếp hạng"), ("xã Vĩnh Thịnh", 90, 1),
        ("xã An Hòa", 80, 2), merges=["B2:C2"],
    )  # fmt: skip
    assert sorted(values(read(sheet)).values()) == [80, 90]
