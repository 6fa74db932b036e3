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
