from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from indicators.catalogue import Catalogue, Milestone
from indicators.enrolment import enrol
from indicators.plans import preview_plan
from tests.makers import MORNING, make_catalogue
from tests.plans.desk import Desk, lines


@pytest.mark.parametrize("commune", ["vinh_thinh", "vinh_phong"])
def test_an_unedited_plan_says_nothing_new(commune: str) -> None:
    desk = Desk(commune)
    preview = desk.preview()
    assert (preview.changes, preview.issues) == ((), ())
    assert preview.draft is not None
    assert preview.draft.entry == desk.entry() or preview.draft.document.valid_from is None


@pytest.mark.libreoffice
@pytest.mark.parametrize("commune", ["vinh_thinh", "vinh_phong"])
def test_libreoffice_changes_nothing(commune: str, save_by_libreoffice: Callable[[bytes], bytes]) -> None:
    desk = Desk(commune)
    content = save_by_libreoffice(desk.bytes)
    preview = preview_plan(desk.store, desk.commune, content, "a.xlsx", at=MORNING)
    assert (preview.changes, preview.issues) == ((), ())


def rich(desk: Desk) -> None:
    """A plan with everything a version can hold."""
    desk.put("Chỉ tiêu", "17", "Đường găng", "Theo bậc")
    desk.add("Theo bậc", **{"Mã": "17", "Kịch bản": "Mức dưới", "Từ ngày": date(2027, 6, 30), "Giá trị": 99})
    desk.add("Theo bậc", **{"Mã": "17", "Kịch bản": "Mức dưới", "Từ ngày": "31/12/2029", "Giá trị": 100})
    desk.put("Chỉ tiêu giao năm", "4", "2027: mức dưới", 98, "HĐND xã")
    desk.add("Kịch bản", **{"Mã kịch bản": "kb1", "Tên kịch bản": "Nông nghiệp tăng nhanh", "Lĩnh vực": "Nông nghiệp"})
    desk.add("Mốc 2027", **{"Mã": "2.1", "Kịch bản": "Nông nghiệp tăng nhanh", "Cả năm": 1.6})
    desk.put("Chỉ tiêu", "1", "Nhịp tháng", "Tỷ trọng riêng")
    shares = {
        f"Tháng {month}": value for month, value in enumerate((5, 10, 20, 25, 30, 45, 50, 55, 70, 80, 90, 100), 1)
    }
    for title, share in shares.items():
        desk.put("Tỷ trọng tháng", "1", title, share)
    desk.put("Chỉ tiêu", "9.1", "Trạng thái", "Ngừng")
    desk.put("Chỉ tiêu", "9.2", "Trạng thái", "Tạm dừng")
    desk.put("Chỉ tiêu", "12", "Cán bộ phụ trách", "=Nguyễn Văn An")


@pytest.mark.libreoffice
def test_a_rich_plan_comes_back_as_it_was(save_by_libreoffice: Callable[[bytes], bytes]) -> None:
    desk = Desk()
    rich(desk)
    desk.book["Chỉ tiêu"][desk.cell("Chỉ tiêu", "12", "Cán bộ phụ trách")].data_type = "s"
    assert desk.record() == 2
    desk.take()
    assert desk.preview().changes == ()
    assert desk.preview().issues == ()
    content = save_by_libreoffice(desk.bytes)
    preview = preview_plan(desk.store, desk.commune, content, "a.xlsx", at=MORNING)
    assert (preview.changes, preview.issues) == ((), ())


def test_no_text_starts_a_formula() -> None:
    desk = Desk()
    for text in ("=1+1", "+84", "-5", "@now"):
        address = desk.put("Chỉ tiêu", "12", "Cán bộ phụ trách", text)
        desk.book["Chỉ tiêu"][address].data_type = "s"
        assert lines(desk.preview())[0][-1] == text
        officer = desk.record(valid_from=date(2026, 11, 1)) and desk.entry().target_by_id["12"].officer
        assert officer == text
        desk.take()
        cell = desk.book["Chỉ tiêu"][desk.cell("Chỉ tiêu", "12", "Cán bộ phụ trách")]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_what_is_derived_is_shown_and_never_read() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4"})
    desk.take()
    page = desk.book["Mốc 2026"]
    rows = [row for row in range(5, page.max_row) if page.cell(row, 1).value == "17"]
    shown, fixed = rows
    # linear from 98.4 to 100 over 60 months, after 9: 98.4 + 1.6 × 9/60 = 98.64
    assert [page.cell(shown, column).value for column in (4,)] == ["Mức dưới (suy ra)"]
    assert page[f"{desk.cell('Mốc 2026', '17', 'Quý III')}"].value == 98.64
    assert {cell.value for cell in page[fixed][4:]} == {None}
    for cell in page[shown][4:]:
        cell.value = 1
    assert desk.preview().changes == ()


def test_moved_added_and_missing_columns_do_not_matter() -> None:
    desk = Desk()
    page = desk.book["Chỉ tiêu"]
    page.insert_cols(3)
    page["C4"] = "Ghi chú của xã"
    officer = desk.cell("Chỉ tiêu", "12", "Cán bộ phụ trách")[:-2].rstrip("0123456789")
    page.delete_cols(page[f"{officer}4"].column)
    page.delete_rows(1, 2)
    preview = desk.preview()
    assert (preview.changes, [issue.code for issue in preview.issues], preview.errors) == ((), ["column_not_read"], ())


def test_a_sheet_that_is_not_there_changes_nothing() -> None:
    desk = Desk()
    for name in desk.book.sheetnames:
        if name not in ("Kịch bản", "Mốc 2027"):
            del desk.book[name]
    desk.add("Kịch bản", **{"Mã kịch bản": "kb1", "Tên kịch bản": "Thuận lợi", "Lĩnh vực": ""})
    desk.add("Mốc 2027", **{"Mã": "2", "Kịch bản": "thuan loi", "Quý I": 15, "Quý II": 15, "Quý III": 16, "Quý IV": 17})
    changes = lines(desk.preview())
    assert ("added", "kb1", "Kịch bản mới", "", "Thuận lợi") in changes
    # growth runs flat: each month is its quarter's own value
    assert ("added", "2", "Mốc tháng 7/2027, Thuận lợi", "", "16") in changes
    assert ("added", "2", "Mốc tháng 11/2027, Thuận lợi", "", "17") in changes
    assert len(changes) == 1 + 4 + 8
    assert load_workbook(BytesIO(desk.bytes)).sheetnames == ["Mốc 2027", "Kịch bản"]


def test_a_lone_milestone_of_the_files_stays_as_it_is() -> None:
    desk = Desk()
    files = make_catalogue()
    entry = files.by_commune["vinh_thinh"]
    lone = replace(entry, milestones=(Milestone("17", "floor", "2027-06", Decimal("98.9")),))
    enrol(desk.store, Catalogue((files.by_commune["vinh_phong"], lone)), by="tệp", at=MORNING)
    desk.take()
    assert desk.book["Mốc 2027"][desk.cell("Mốc 2027", "17", "Tháng 6", "Mức dưới")].value == 98.9
    preview = desk.preview()
    assert (preview.changes, preview.issues) == ((), ())


def test_what_a_version_derives_is_shown_from_the_day_it_takes_over() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "4", "Ngưỡng dung sai", 2)
    desk.record(valid_from=date(2026, 11, 1))
    desk.take()
    shown = {
        title: desk.book["Mốc 2026"][desk.cell("Mốc 2026", "4", title)].value
        for title in ("Quý III", "Tháng 10", "Tháng 11", "Cả năm")
    }
    # a total of 100 in the year, even: 11/12 of it by the end of November
    assert shown == {"Quý III": None, "Tháng 10": None, "Tháng 11": 91.6667, "Cả năm": 100}
