"""Whose sheet it is."""

import unicodedata

import pytest

from tests.intake.sheets import HEADER, POVERTY, TITLE, WATER, codes, make_sheet, read, values

ROW = ("12", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 94.1)
TABLE = [TITLE, (*HEADER, "Kết quả"), ROW]


@pytest.mark.parametrize(
    "line",
    [
        "UBND XÃ VĨNH PHONG",
        "Uỷ ban nhân dân xã Vĩnh Phong",
        "ubnd xa vinh phong",
        "UBND XÃ VĨNH PHONG\nPHÒNG KINH TẾ",
        "Kết quả của xã Vĩnh Phong năm 2026",
        unicodedata.normalize("NFD", "UBND XÃ VĨNH PHONG"),
    ],
)
def test_named_in_a_title(line: str) -> None:
    reading = read([(line,), *TABLE])
    assert reading.commune == "vinh_phong"
    assert len(values(reading)) == 1


def test_named_by_a_sheet() -> None:
    assert read(make_sheet(*TABLE, name="xã Vĩnh Phong")).commune == "vinh_phong"


def test_named_by_the_user_or_by_nobody() -> None:
    assert read(TABLE, commune="vinh_phong").commune == "vinh_phong"
    assert read(TABLE).commune == "vinh_thinh"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["UBND XÃ VĨNH PHONG"], "commune_conflict"),
        (["UBND XÃ TÂN AN"], "commune_unknown"),
        (["UBND PHƯỜNG LÊ CHÂN"], "commune_unknown"),
        (["ỦY BAN NHÂN DÂN", "XÃ TÂN AN"], "commune_unknown"),
        (["UBND XÃ VĨNH THỊNH ĐÔNG"], "commune_unknown"),
        (["UBND XÃ VĨNH THỊNH", "Số liệu của xã Vĩnh Phong"], "communes_differ"),
    ],
)
def test_another_commune_is_an_error_and_nothing_is_read(lines: list[str], code: str) -> None:
    reading = read([*((line,) for line in lines), *TABLE], commune="vinh_thinh")
    assert codes(reading) == [code]
    assert values(reading) == {}
    assert reading.commune is None


@pytest.mark.parametrize(
    "line",
    [
        "BÁO CÁO CỦA XÃ TÂN HƯNG",
        "UBND xã Tân Hưng báo cáo kết quả",
        "Xã Tân Hưng",
        "XÃ VĨNH THUẬN - QUÝ III/2026",
        "XÃ TÂN HƯNG QUÝ III NĂM 2026",
        "Kết quả trên địa bàn xã Tân Hưng",
        "Đơn vị: Xã Tân Hưng",
        "Đơn vị báo cáo: UBND phường Vĩnh Thuận",
        "HĐND - UBND XÃ TÂN HƯNG",
        "ĐẢNG ỦY XÃ TÂN HƯNG",
        "Thị trấn Vĩnh Bảo",
    ],
)
def test_a_commune_that_nobody_knows_is_an_error(line: str) -> None:
    assert codes(read([(line,), *TABLE])) == ["commune_unknown"]


def test_named_by_a_sheet_or_a_signature_only() -> None:
    assert codes(read(make_sheet(*TABLE, name="Xã Tân Hưng"))) == ["commune_unknown"]
    assert codes(read([*TABLE, (), ("", "TM. UBND XÃ TÂN HƯNG")])) == ["commune_unknown"]
    assert codes(read([*TABLE, (), ("", "Ghi chú: so với xã Tân Hưng")])) == []


@pytest.mark.parametrize(
    "line",
    [
        "UBND thành phố Hải Phòng",
        "Chỉ tiêu UBND xã giao",
        "UBND XÃ NĂM 2026",
        "UBND xã",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO KINH TẾ - XÃ HỘI QUÝ III NĂM 2026",
        "Xã không ma túy",
        "XÃ ĐẠT CHUẨN NÔNG THÔN MỚI KIỂU MẪU",
        "Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND xã",
        "BIỂU TỔNG HỢP CÁC CHỈ TIÊU XÃ THỰC HIỆN QUÝ III NĂM 2026",
        "Phó Chủ tịch UBND xã Nguyễn Văn An",
    ],
)
def test_words_that_name_no_commune(line: str) -> None:
    assert codes(read([(line,), *TABLE])) == []


def test_a_sheet_called_after_another_commune_is_not_the_firsts() -> None:
    first = make_sheet(TITLE, (*HEADER, "Thực hiện"), [*WATER, 98.9], name="Vĩnh Thịnh")
    second = make_sheet(TITLE, (*HEADER, "Thực hiện"), [*POVERTY, 0.8], name="Vĩnh Phong")
    assert codes(read(first, second)) == ["communes_differ"]
    assert values(read(first)) == {("clean_water", "2026-Q3"): 98.9}


def test_a_commune_over_columns_or_over_rows_says_whose_they_are() -> None:
    beside = make_sheet(
        TITLE, (*HEADER, "Thực hiện", None), (None, None, None, "Xã Vĩnh Thịnh", "Xã Vĩnh Phong"), [*WATER, 98.9, None],
        [*POVERTY, None, 0.8], merges=["A2:A3", "B2:B3", "C2:C3", "D2:E2"],
    )  # fmt: skip
    assert codes(read(beside)) == ["communes_differ"]
    below = [
        TITLE,
        (*HEADER, "Thực hiện"),
        ["I", "Xã Vĩnh Thịnh"],
        [*WATER, 98.9],
        ["II", "XÃ VĨNH PHONG"],
        [*POVERTY, 1],
    ]
    assert codes(read(below)) == ["communes_differ"]
    assert values(read(below[:4])) == {("clean_water", "2026-Q3"): 98.9}
    assert codes(read([*below[:3], ["I", "Xã Tân Hưng"], [*WATER, 98.9]])) == ["commune_unknown"]


def test_a_target_that_begins_with_the_commune_is_no_place() -> None:
    rows = [
        TITLE,
        (*HEADER, "Thực hiện"),
        ["22", "XÃ KHÔNG MA TÚY"],
        ["II", "Xã hội"],
        ["8", "Xã Nông thôn mới kiểu mẫu"],
    ]
    assert "commune_unknown" not in codes(read([*rows, [*WATER, 98.9], ["1", "Phối hợp", "xã Tân Hưng", "Đạt"]]))
