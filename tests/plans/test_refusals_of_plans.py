# ruff: noqa: E501 a case stands on one line
"""Every wrong plan is refused with its sheet, its cell and a sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from indicators.plans import preview_plan
from indicators.wording import plans as words
from tests.makers import MORNING
from tests.plans.desk import Desk, reading_desk

TARGETS, YEARS, STEPS, PACES = "Chỉ tiêu", "Chỉ tiêu giao năm", "Theo bậc", "Tỷ trọng tháng"
MEASURE = {
    "Mã đại lượng": "new_one", "Tên đại lượng": "Đại lượng mới", "ĐVT": "%", "Cách cộng dồn": "Tại thời điểm cuối kỳ",
    "Tần suất": "Quý", "Ngày khép sổ": "31/12", "Số chữ số thập phân": 1,
}  # fmt: skip
TARGET = {
    "Mã": "30", "Nhóm": "Kinh tế", "Tên chỉ tiêu": "Chỉ tiêu mới", "ĐVT": "%", "Mã đại lượng": "clean_water",
    "Cách đánh giá": "Đến năm", "Từ năm": 2030, "Đến năm": 2030, "So sánh": "≥", "Mức dưới": 90,
}  # fmt: skip

#: What is done at the desk; it returns the sheet and the cell that must be named.
Wrong = Callable[[Desk], tuple[str, str]]


def put(sheet: str, key: str, column: str, value: object, band: str | None = None) -> Wrong:
    return lambda desk: (sheet, desk.put(sheet, key, column, value, band))


def at(sheet: str, key: str, column: str, band: str | None = None) -> Wrong:
    """Nothing more is done; the cell is named."""
    return lambda desk: (sheet, desk.cell(sheet, key, column, band))


def added(sheet: str, cells: dict[str, object], column: str) -> Wrong:
    def change(desk: Desk) -> tuple[str, str]:
        row = desk.add(sheet, **cells)
        return (
            sheet,
            f"{desk.cell(sheet, str(desk.book[sheet].cell(5, 1).value), column)[:-1].rstrip('0123456789')}{row}",
        )

    return change


def quarters(year: int, target: str, values: tuple[object, ...], named: str, band: str = "Mức dưới") -> Wrong:
    """A row of quarters; the cell under the title `named` is the wrong one."""

    def change(desk: Desk) -> tuple[str, str]:
        for title, value in zip(("Quý I", "Quý II", "Quý III", "Quý IV"), values, strict=True):
            desk.put(f"Mốc {year}", target, title, value, band)
        return f"Mốc {year}", desk.cell(f"Mốc {year}", target, named, band)

    return change


def both(first: Wrong, second: Wrong) -> Wrong:
    """Two changes, the second of which is named."""
    return lambda desk: (first(desk), second(desk))[1]


def removed(desk: Desk) -> tuple[str, str]:
    page = desk.book[TARGETS]
    row = int(desk.cell(TARGETS, "3", "Mã")[1:])
    page.delete_rows(row)
    return TARGETS, f"A{row - 1}"


def stretched(desk: Desk) -> tuple[str, str]:
    quarters(2027, "2", (15, 15, 15, 15), "Quý I")(desk)
    return quarters(2027, "2", (16, 14, 16, 16), "Quý II", "Mức trên")(desk)


def step_of(target: str, scenario: str, letter: str) -> Wrong:
    """One step; the wrong cell stands under the column's letter."""

    def change(desk: Desk) -> tuple[str, str]:
        cells = {"Mã": target, "Kịch bản": scenario, "Từ ngày": date(2027, 1, 1), "Giá trị": 99}
        return STEPS, f"{letter}{desk.add(STEPS, **cells)}"

    return change


def stepped(*steps: tuple[object, object], named: int = 0, column: str = "F") -> Wrong:
    def change(desk: Desk) -> tuple[str, str]:
        desk.put(TARGETS, "17", "Đường găng", "Theo bậc")
        rows = [
            desk.add(STEPS, **{"Mã": "17", "Kịch bản": "Mức dưới", "Từ ngày": day, "Giá trị": value})
            for day, value in steps
        ]
        return STEPS, f"{column}{rows[named]}"

    return change


def paced(*shares: object) -> Wrong:
    def change(desk: Desk) -> tuple[str, str]:
        desk.put(TARGETS, "4", "Nhịp tháng", "Tỷ trọng riêng")
        cells = [desk.put(PACES, "4", f"Tháng {month}", share) for month, share in enumerate(shares, 1)]
        return PACES, f"A{cells[0][1:]}"

    return change


GROWING = (5, 10, 20, 25, 30, 45, 50, 55, 70, 80, 90, 100)
# fmt: off
CASES: list[tuple[str, Wrong]] = [
    ("target_gone", removed),
    ("cell_needed", put(TARGETS, "17", "Tên chỉ tiêu", None)),
    ("cell_needed", put(TARGETS, "17", "Mức dưới", "  ")),
    ("cell_not_number", put(TARGETS, "17", "Mức dưới", "chín mươi")),
    ("cell_not_number", put(TARGETS, "17", "Mức dưới", "95 người")),
    ("cell_not_number", put(TARGETS, "17", "Mức dưới", date(2026, 1, 1))),
    ("cell_ambiguous", put(TARGETS, "3", "Mức dưới", "1.234")),
    ("cell_too_precise", put(TARGETS, "17", "Mức dưới", 99.12345)),
    ("cell_too_large", put(TARGETS, "3", "Mức dưới", 1e15)),
    ("cell_not_word", put(TARGETS, "17", "So sánh", "lớn hơn")),
    ("cell_not_whole", put(TARGETS, "17", "Đến năm", 2029.5)),
    ("cell_error", put(TARGETS, "17", "Mức dưới", "#DIV/0!")),
    ("year_goal_outside_years", both(put(TARGETS, "9.1", "Từ năm", 2028), put(YEARS, "9.1", "2027: mức dưới", 99, "Thành phố"))),
    ("cell_formula", put(TARGETS, "17", "Mức dưới", "=90+5")),
    ("cell_not_text", put(TARGETS, "17", "Mã", date(2026, 1, 9))),
    ("year_invalid", put(TARGETS, "9.1", "Đến năm", 2035)),
    ("years_reversed", both(put(TARGETS, "9.1", "Đến năm", 2026), put(TARGETS, "9.1", "Từ năm", 2027))),
    ("row_twice", added(TARGETS, TARGET | {"Mã": "17"}, "Mã")),
    ("code_invalid", added(TARGETS, TARGET | {"Mã": "9 ,1"}, "Mã")),
    ("unknown_measure", added(TARGETS, TARGET | {"Mã đại lượng": "khong_co"}, "Mã đại lượng")),
    ("target_name_taken", added(TARGETS, TARGET | {"Tên chỉ tiêu": "tỷ lệ thôn văn hóa"}, "Tên chỉ tiêu")),
    ("retired_new", added(TARGETS, TARGET | {"Trạng thái": "Ngừng"}, "Trạng thái")),
    ("replacement_without_end", put(TARGETS, "17", "Thay bằng", "18")),
    ("replacement_unknown", both(put(TARGETS, "17", "Trạng thái", "Ngừng"), put(TARGETS, "17", "Thay bằng", "99"))),
    ("value_outside_range", put(TARGETS, "17", "Mức dưới", 101)),
    ("value_not_whole", put(TARGETS, "10.2", "Mức dưới", 2.5)),
    ("stretch_on_wrong_side", put(TARGETS, "3", "Mức trên", 180)),
    ("between_needs_upper", both(put(TARGETS, "17", "So sánh", "Trong khoảng"), at(TARGETS, "17", "Mức trên"))),
    ("bound_does_not_fit_unit", put(TARGETS, "17", "So sánh", "Đạt")),
    ("unit_differs_from_measure", put(TARGETS, "17", "ĐVT", "người")),
    ("bound_does_not_fit_horizon", put(TARGETS, "21", "Cách đánh giá", "Bình quân")),
    ("years_do_not_fit_horizon", both(put(TARGETS, "9.1", "Cách đánh giá", "Đến năm"), at(TARGETS, "9.1", "Đến năm"))),
    ("negative_tolerance", put(TARGETS, "17", "Ngưỡng dung sai", -1)),
    ("path_rule_does_not_fit", put(TARGETS, "4", "Đường găng", "Tuyến tính")),
    ("pace_does_not_fit", put(TARGETS, "17", "Nhịp tháng", "Như các năm trước")),
    ("history_missing", put(TARGETS, "4", "Nhịp tháng", "Như các năm trước")),
    ("pace_missing", put(TARGETS, "4", "Nhịp tháng", "Tỷ trọng riêng")),
    ("pace_incomplete", paced(*GROWING[:-1])),
    ("pace_incomplete", paced(*GROWING[:-1], 99)),
    ("pace_incomplete", paced(5, 4, *GROWING[2:])),
    ("steps_missing", put(TARGETS, "17", "Đường găng", "Theo bậc")),
    ("steps_unused", step_of("18", "Mức dưới", "A")),
    ("steps_miss_goal", stepped((date(2027, 7, 1), 99))),
    ("value_outside_range", stepped((date(2027, 7, 1), 101), (date(2030, 1, 1), 100))),
    ("row_twice", stepped((date(2030, 1, 1), 100), (date(2030, 1, 1), 99), named=1, column="E")),
    ("step_of_scenario", step_of("17", "kb1", "D")),
    ("unknown_target", added(STEPS, {"Mã": "99", "Kịch bản": "Mức dưới"}, "Mã")),
    ("stretch_without_floor", both(put(YEARS, "3", "2027: mức trên", 180, "Thành phố"), at(YEARS, "3", "2027: mức dưới", "Thành phố"))),
    ("stretch_on_wrong_side", both(put(YEARS, "3", "2027: mức dưới", 180, "Thành phố"), put(YEARS, "3", "2027: mức trên", 170, "Thành phố"))),
    ("value_outside_range", put(YEARS, "17", "2027: mức dưới", 120, "HĐND xã")),
    ("value_not_whole", put(YEARS, "16.1", "2027: mức dưới", 450.5, "HĐND xã")),
    ("milestone_gap", quarters(2027, "16.1", (90, None, 390, 500), "Quý II")),
    ("milestone_backwards", quarters(2027, "16.1", (90, 80, 390, 500), "Quý II")),
    ("milestones_miss_goal", quarters(2027, "16.1", (90, 240, 390, 499), "Quý IV")),
    ("milestones_miss_goal", quarters(2030, "9.1", (99, 99, 99, 98), "Quý IV")),
    ("milestones_disagree", both(quarters(2027, "16.1", (90, 240, 390, 500), "Quý I"), put("Mốc 2027", "16.1", "6 tháng", 241, "Mức dưới"))),
    ("milestone_stretch_short", stretched),
    ("milestone_no_start", quarters(2027, "18", (90, 91, 92, 93), "Tháng 1")),
    ("value_outside_range", quarters(2027, "9.1", (101, 99, 99, 99), "Quý I")),
    ("cell_not_number", put("Mốc 2027", "16.1", "Quý I", "n/a", "Mức dưới")),
    ("unknown_scenario", added("Mốc 2027", {"Mã": "16.1", "Kịch bản": "Lạc quan", "Cả năm": 600}, "Kịch bản")),
    ("unknown_target", added("Mốc 2027", {"Mã": "99", "Kịch bản": "Mức dưới", "Cả năm": 600}, "Mã")),
    ("milestone_of_yes_no", added("Mốc 2027", {"Mã": "21", "Kịch bản": "Mức dưới", "Tháng 1": 1}, "Tháng 1")),
    ("milestone_stretch_unwanted", added("Mốc 2027", {"Mã": "16.1", "Kịch bản": "Mức trên", "Tháng 3": 1, "Quý II": 2, "Quý III": 3, "Quý IV": 4}, "Tháng 1")),
    ("milestone_outside_years", both(put(TARGETS, "9.1", "Từ năm", 2028), quarters(2027, "9.1", (99, 99, 99, 99), "Quý I"))),
    ("scenario_word", added("Kịch bản", {"Mã kịch bản": "floor", "Tên kịch bản": "Mới"}, "Mã kịch bản")),
    ("scenario_name_taken", added("Kịch bản", {"Mã kịch bản": "kb1", "Tên kịch bản": "Mức trên"}, "Tên kịch bản")),
    ("scenario_unnamed", added("Kịch bản", {"Mã kịch bản": "kb1", "Lĩnh vực": "Du lịch"}, "Tên kịch bản")),
    ("identifier_invalid", added("Kịch bản", {"Mã kịch bản": "KB 1", "Tên kịch bản": "Mới"}, "Mã kịch bản")),
    ("measure_changed", put("Đại lượng", "clean_water", "Lớn nhất", 200)),
    ("duplicate_name", added("Đại lượng", MEASURE | {"Tên đại lượng": "Tỷ lệ thôn văn hóa"}, "Tên đại lượng")),
    ("range_reversed", added("Đại lượng", MEASURE | {"Nhỏ nhất": 10, "Lớn nhất": 5}, "Lớn nhất")),
    ("closing_invalid", added("Đại lượng", MEASURE | {"Ngày khép sổ": "31/02"}, "Ngày khép sổ")),
    ("decimals_invalid", added("Đại lượng", MEASURE | {"Số chữ số thập phân": 7}, "Số chữ số thập phân")),
    ("cell_needed", added("Đại lượng", {"Mã đại lượng": "new_one"} | {k: v for k, v in MEASURE.items() if k != "ĐVT"}, "ĐVT")),
]
# fmt: on


@pytest.mark.parametrize(("code", "wrong"), CASES, ids=[f"{code}-{at}" for at, (code, _) in enumerate(CASES)])
def test_a_wrong_plan_is_refused_with_its_cell(code: str, wrong: Wrong) -> None:
    desk = reading_desk()
    place = wrong(desk)
    found = [(issue.sheet, issue.cell) for issue in desk.preview().errors if issue.code == code]
    assert place in found, desk.preview().errors
    if code not in {"cell_not_text", "years_do_not_fit_horizon", "bound_does_not_fit_unit"}:
        assert {issue.code for issue in desk.preview().errors} == {code}


def zip_of(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7", "not_a_workbook"),
        (b"PK\x03\x04 not a zip", "damaged_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not an xls", "damaged_workbook"),
        (zip_of("xl/workbook.xml", b"0" * 30_000_000), "unsafe_workbook"),
        (zip_of("xl/workbook.xml", b"<workbook>"), "damaged_workbook"),
    ],
)
def test_hostile_bytes_are_refused_with_a_sentence(content: bytes, code: str) -> None:
    desk = reading_desk()
    preview = preview_plan(desk.store, desk.commune, content, "a.xls", at=MORNING)
    assert [issue.code for issue in preview.errors] == [code]
    assert preview.draft is None


def test_a_table_of_text_is_no_plan() -> None:
    desk = reading_desk()
    preview = preview_plan(desk.store, desk.commune, b"Ma,Chi tieu\n1,2", "a.xls", at=MORNING)
    assert [issue.code for issue in preview.errors] == ["no_plan_sheet"]


def test_another_communes_plan_and_a_report_are_no_plan() -> None:
    desk = reading_desk()
    desk.book["Kế hoạch"]["B4"] = "xã Vĩnh Phong"
    assert [issue.code for issue in desk.preview().errors] == ["commune_differs"]
    for name in desk.book.sheetnames[1:]:
        del desk.book[name]
    desk.book["Kế hoạch"].title = "Báo cáo"
    assert desk.refused("no_plan_sheet")[2].startswith("Không thấy trang nào")


def test_sheets_that_are_wrong_as_a_whole() -> None:
    desk = reading_desk()
    desk.book["Mốc 2026"].title = "Mốc 2035"
    assert desk.refused("year_outside")[0] == "Mốc 2035"
    desk = reading_desk()
    desk.book["Theo bậc"].title = "CHỈ TIÊU "
    desk.book["Tỷ trọng tháng"].delete_cols(14)
    assert {issue.code for issue in desk.preview().errors} == {"sheet_twice", "column_missing"}
    desk = reading_desk()
    desk.book[TARGETS].delete_rows(4)
    assert desk.refused("header_missing")[0] == TARGETS


def test_a_target_whose_horizon_is_over_can_only_be_ended() -> None:
    desk = reading_desk()
    desk.put(TARGETS, "8", "Cam kết", "Phấn đấu")
    sheet, cell, message = desk.refused("horizon_over", valid_from=date(2027, 1, 1))
    assert (sheet, cell) == (TARGETS, desk.cell(TARGETS, "8", "Đến năm"))
    assert "kết thúc năm 2026" in message


def test_a_retired_code_is_never_used_again() -> None:
    desk = Desk()
    desk.put(TARGETS, "13", "Trạng thái", "Ngừng")
    desk.record()
    desk.take()
    cell = desk.cell(TARGETS, "13", "Mã")
    desk.put(TARGETS, "13", "Trạng thái", "Đang thực hiện")
    assert desk.refused("retired_again")[:2] == (TARGETS, cell)


def test_a_plan_without_targets_is_none() -> None:
    desk = reading_desk()
    for target in desk.entry().targets:
        desk.put(TARGETS, target.target, "Trạng thái", "Ngừng")
    assert desk.refused("no_target")


def test_columns_that_stand_twice_and_sheets_that_are_not_read() -> None:
    desk = reading_desk()
    desk.book[TARGETS]["X4"] = "Mức dưới"
    assert desk.refused("column_twice")[:2] == (TARGETS, "X4")
    desk = reading_desk()
    desk.book.create_sheet("Nháp")["A1"] = "ghi chú"
    desk.book["Mốc 2026"].sheet_state = "hidden"
    assert {(issue.code, issue.severity, issue.sheet) for issue in desk.preview().issues} == {
        ("sheet_not_read", "warning", "Nháp"),
        ("hidden_sheet_not_read", "warning", "Mốc 2026"),
    }


def test_the_table_of_issues_is_all_in_use() -> None:
    """Each sentence is asked for somewhere in the room."""
    room = "".join(file.read_text() for file in Path("indicators/plans").glob("*.py"))
    checked = Path("indicators/catalogue/checks.py").read_text()
    known = {*words._ERRORS, *words._WARNINGS}
    assert {code for code in known if f'"{code}"' not in room + checked} == set()
