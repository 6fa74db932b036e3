"""What a plan's workbook only shows must not be mistaken for what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.plans.desk import Desk


def codes(desk: Desk, **document: Any) -> list[tuple[str, str | None, str | None]]:
    return [(issue.code, issue.sheet, issue.cell) for issue in desk.preview(**document).issues]


def test_an_edit_of_a_derived_row_is_refused_and_said() -> None:
    desk = Desk()
    assert codes(desk) == []
    cell = desk.put("Mốc 2027", "16.1", "Tháng 2", 90, band="Mức dưới (suy ra)")
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert codes(desk) == [("derived_edited", "Mốc 2027", f"D{row}")]


def test_a_corrected_baseline_makes_no_derived_row_an_edited_one() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "97.5"})
    assert codes(desk) == []


def test_a_workbook_of_an_earlier_version_is_said_to_be_one() -> None:
    desk = Desk()
    old = desk.bytes
    desk.put("Chỉ tiêu", "12", "Mức dưới", 98)
    assert desk.record() == 2
    stale = Desk(store=desk.store, content=old)
    stale.put("Chỉ tiêu", "13", "Mức dưới", 55)
    preview = stale.preview(valid_from=date(2026, 12, 1))
    assert [issue.code for issue in preview.issues] == ["version_outdated"]
    assert not preview.errors
    assert {(change.target, change.after) for change in preview.changes} == {("12", "99"), ("13", "55")}


def test_a_stretch_step_short_of_the_floors_is_refused() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "5", "Đường găng", "Theo bậc")
    for band, day, value in (
        ("Mức dưới", date(2027, 12, 31), 2.4), ("Mức dưới", date(2030, 12, 31), 3),
        ("Mức trên", date(2028, 6, 30), 2.2), ("Mức trên", date(2030, 12, 31), 5),
    ):  # fmt: skip
        desk.add("Theo bậc", **{"Mã": "5", "Kịch bản": band, "Từ ngày": day, "Giá trị": value})
    assert codes(desk) == [("step_stretch_short", "Theo bậc", "F7")]


def test_a_stretch_milestone_is_held_against_the_derived_floor() -> None:
    """Target 5 wants 3 by 2030 from 1.5 in 2025: 1.86 at the end of the first quarter of 2027."""
    desk = Desk()
    desk.reports("enterprises_per_1000", {"2025": "1.5"})
    desk.take()
    cells = [
        desk.put("Mốc 2027", "5", quarter, value, band="Mức trên")
        for quarter, value in (("Quý I", 1.8), ("Quý II", 2.4), ("Quý III", 2.6), ("Quý IV", 2.8))
    ]
    found = codes(desk)
    assert ("milestone_stretch_short", "Mốc 2027", cells[0]) in found
    assert cells[1] not in [cell for _, _, cell in found]


def test_a_column_that_is_not_known_is_named() -> None:
    desk = Desk()
    header = desk.cell("Chỉ tiêu", "12", "Mức dưới")[:1] + "4"
    desk.book["Chỉ tiêu"][header] = "Mức sàn"
    assert codes(desk) == [("column_not_read", "Chỉ tiêu", header)]
    desk = Desk()
    header = desk.cell("Mốc 2027", "12", "Quý II", band="Mức dưới")[:1] + "4"
    desk.book["Mốc 2027"][header] = "Quý 2"
    assert codes(desk) == [("column_not_read", "Mốc 2027", header)]


def test_a_percentage_fits_no_other_unit() -> None:
    desk = Desk()
    cells = [desk.put("Chỉ tiêu", "3", "Mức dưới", "94,5%"), desk.put("Chỉ tiêu", "12", "Mức dưới", "98%")]
    fixed = desk.put("Mốc 2027", "3", "Cả năm", 0.97, band="Mức dưới")
    desk.book["Mốc 2027"][fixed].number_format = "0%"
    found = codes(desk)
    assert ("cell_percent", "Chỉ tiêu", cells[0]) in found
    assert ("cell_percent", "Mốc 2027", fixed) in found
    assert cells[1] not in [cell for _, _, cell in found]


def test_a_step_after_the_target_has_ended_is_refused() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "5", "Đường găng", "Theo bậc")
    for day, value in ((date(2030, 12, 31), 3), (date(2031, 1, 1), 4)):
        desk.add("Theo bậc", **{"Mã": "5", "Kịch bản": "Mức dưới", "Từ ngày": day, "Giá trị": value})
    assert codes(desk) == [("step_after_horizon", "Theo bậc", "E6")]
