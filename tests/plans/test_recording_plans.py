"""A plan is recorded whole or not at all, from a day that restates nothing; then the product knows what it brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from indicators.catalogue import Catalogue
from indicators.enrolment import enrol
from indicators.errors import DetailMissing, PeriodInvalid, PlanRefused, PlanUnchanged, PreviewOutdated
from indicators.intake import Sending, read_workbook
from indicators.moments import END
from indicators.periods import parse_period
from indicators.plans import approve_path, known_catalogue, plan_file, plan_versions, record_plan
from indicators.progress import targets_judged
from indicators.store import Store, Transaction
from indicators.template import build_template
from tests.makers import MORNING, make_catalogue
from tests.plans.desk import Desk, reading_desk

LATER = datetime(2027, 3, 10)
MEASURE = {
    "Mã đại lượng": "new_one", "Tên đại lượng": "Đại lượng mới", "ĐVT": "%", "Tần suất": "Quý",
    "Cách cộng dồn": "Tại thời điểm cuối kỳ", "Ngày khép sổ": "31/12", "Số chữ số thập phân": 1,
}  # fmt: skip


def raised(desk: Desk) -> Desk:
    desk.put("Chỉ tiêu", "3", "Mức trên", 210)
    return desk


def judged(store: Store, period: str, target: str) -> dict[str, Any]:
    return next(row for row in targets_judged(store, "vinh_thinh", period, END) if row["target"] == target)


def test_a_version_with_its_document_and_its_file() -> None:
    desk = raised(Desk())
    preview = desk.preview()
    given: dict[str, Any] = {"by": "An", "at": MORNING, "document_number": "12/NQ-HĐND"}
    days: dict[str, Any] = {"document_date": date(2026, 10, 20), "valid_from": date(2026, 11, 1)}
    assert record_plan(desk.store, preview, **given, **days) == 2
    newest, oldest = plan_versions(desk.store, "vinh_thinh", END)
    assert (newest["plan"], newest["document_number"], newest["document_date"]) == (2, "12/NQ-HĐND", date(2026, 10, 20))
    assert (newest["recorded_at"], newest["recorded_by"], newest["origin"], newest["targets"]) == (
        MORNING, "An", "sheet", 30,
    )  # fmt: skip
    assert (oldest["plan"], oldest["origin"], oldest["file_name"]) == (1, "catalogue", None)
    stored = plan_file(desk.store, "vinh_thinh", 2)
    assert (stored["file_name"], stored["content"]) == ("ke_hoach.xlsx", preview.content)
    assert plan_file(desk.store, "vinh_thinh", 1) == {}
    assert [row["plan"] for row in plan_versions(desk.store, "vinh_thinh", datetime(2026, 10, 1))] == [1]


def test_what_is_missing_is_asked_for() -> None:
    desk = raised(reading_desk())
    for detail, given in (
        ("by", {"by": " ", "document_number": "1", "valid_from": date(2026, 11, 1)}),
        ("document_number", {"by": "An", "valid_from": date(2026, 11, 1)}),
        ("valid_from", {"by": "An", "document_number": "1"}),
    ):
        with pytest.raises(DetailMissing) as refused:
            record_plan(desk.store, desk.preview(), at=MORNING, **given)
        assert refused.value.detail == detail


def test_an_unchanged_or_wrong_plan_is_not_recorded() -> None:
    desk = reading_desk()
    with pytest.raises(PlanUnchanged):
        desk.record()
    desk.put("Chỉ tiêu", "17", "Mức dưới", 120)
    with pytest.raises(PlanRefused) as refused:
        desk.record()
    assert refused.value.issues[0].code == "value_outside_range"
    assert len(plan_versions(desk.store, "vinh_thinh", END)) == 1


def test_an_outdated_preview_is_refused() -> None:
    desk = raised(Desk())
    preview = desk.preview()
    desk.reports("clean_water", {"2025": "98.4"})
    with pytest.raises(PreviewOutdated):
        record_plan(
            desk.store, preview, by="An", at=MORNING, document_number="1", valid_from=date(2026, 11, 1),
            token=preview.token,
        )  # fmt: skip
    assert desk.record() == 2


def test_nothing_is_half_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = raised(Desk())
    desk.add("Đại lượng", **MEASURE)
    run = Transaction.run

    def break_off(self: Transaction, name: str, **parameters: object) -> None:
        if name == "insert_plan_file":
            raise OSError("the disk is full")
        run(self, name, **parameters)

    with monkeypatch.context() as broken:
        broken.setattr(Transaction, "run", break_off)
        with pytest.raises(OSError, match="full"):
            desk.record()
    assert len(plan_versions(desk.store, "vinh_thinh", END)) == 1
    assert "new_one" not in desk.entry().measure_by_id
    assert desk.record() == 2


def test_from_when_a_version_may_hold() -> None:
    desk = raised(Desk())
    assert desk.refused("valid_from_before_newest", valid_from=date(2025, 12, 31))[:2] == ("Kế hoạch", "B8")
    desk.decided(valid_from=date(2020, 5, 1))
    assert desk.refused("valid_from_outside")[:2] == ("Kế hoạch", "B8")
    desk.decided(valid_from="")
    # the office's first plan over the catalogue's: the periods that it judges anew are named
    [warning] = desk.preview(valid_from=date(2026, 5, 1)).issues
    assert (warning.code, warning.severity) == ("judged_anew", "warning")
    assert warning.message.endswith("quý II/2026, quý III/2026.")
    desk.record(valid_from=date(2026, 5, 1))
    desk.take()
    desk.put("Chỉ tiêu", "3", "Mức trên", 220)
    # on 10/03/2027 February has ended: what was judged under the office's own plan stays as it was
    late = {"at": LATER, "valid_from": date(2027, 2, 28)}
    assert "từ ngày 01/03/2027 trở đi" in desk.refused("valid_from_restates", **late)[2]
    assert desk.preview(at=LATER, valid_from=date(2027, 3, 1)).issues == ()


def test_an_earlier_judgement_stays_as_it_was() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4", "2026-Q3": "98.5"})
    before = targets_judged(desk.store, "vinh_thinh", "2026-Q3", END)
    desk.take()
    desk.put("Chỉ tiêu", "17", "Mức dưới", 99)
    desk.put("Chỉ tiêu", "9.1", "Trạng thái", "Ngừng")
    desk.record()
    assert targets_judged(desk.store, "vinh_thinh", "2026-Q3", END) == before


def test_an_approved_path_no_longer_moves_with_its_baseline() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4"})
    version = approve_path(
        desk.store, desk.commune, [2027], document_number="5/QĐ-UBND", valid_from=date(2026, 11, 1), by="An", at=MORNING
    )
    assert version == 2
    fixed = {(m.target, m.scenario, m.period): m.value for m in desk.entry().milestones}
    # linear from 98.4 to 100 over 60 months: March 2027 is 15 of them: 98.8; a total of 500 by half a year 250
    assert fixed["17", "floor", "2027-Q1"] == fixed["17", "floor", "2027-03"] == Decimal("98.8")
    assert [int(fixed["16.1", "floor", period]) for period in ("2027-H1", "2027")] == [250, 500]
    assert [int(fixed["2", band, "2027-9M"]) for band in ("floor", "stretch")] == [15, 16]
    assert {code for code, _, _ in fixed}.isdisjoint({"8", "14", "18"})  # yes/no, and no baseline
    assert {period[:4] for _, _, period in fixed} == {"2027"}
    desk.reports("clean_water", {"2025": "90"})
    row = judged(desk.store, "2027-Q1", "17")
    assert (row["planned_value"], row["is_fixed"]) == (Decimal("98.8"), True)
    assert judged(desk.store, "2028-Q1", "17")["planned_value"] != Decimal("98.8")
    desk.take()  # and goes through Excel unharmed
    assert desk.preview().changes == ()


def test_an_approval_begins_with_its_day_and_is_not_repeated() -> None:
    desk = Desk()
    given: dict[str, Any] = {"document_number": "5", "valid_from": date(2026, 11, 1), "by": "An", "at": MORNING}
    approve_path(desk.store, desk.commune, [2026], **given)
    assert {m.period for m in desk.entry().milestones} == {"2026-11", "2026-12", "2026-Q4", "2026"}
    with pytest.raises(PlanUnchanged):
        approve_path(desk.store, desk.commune, [2026], **given)
    with pytest.raises(PeriodInvalid):
        approve_path(desk.store, desk.commune, [2035], **given)
    with pytest.raises(PlanRefused):
        approve_path(desk.store, desk.commune, [2027], **given | {"valid_from": date(2026, 1, 1)})
    with pytest.raises(DetailMissing):
        approve_path(desk.store, desk.commune, [2027], **given | {"document_number": " "})


def test_intake_and_template_know_what_came_by_sheet() -> None:
    desk = Desk()
    desk.add("Đại lượng", **{
        "Mã đại lượng": "satisfaction", "Tên đại lượng": "Mức độ hài lòng của người dân", "ĐVT": "%",
        "Cách cộng dồn": "Tại thời điểm cuối kỳ", "Tần suất": "Quý", "Ngày khép sổ": "31/12", "Số chữ số thập phân": 1,
    })  # fmt: skip
    desk.add("Chỉ tiêu", **{
        "Mã": "23", "Nhóm": "Hành chính", "Tên chỉ tiêu": "Mức độ hài lòng", "ĐVT": "%", "Mã đại lượng": "satisfaction",
        "Cách đánh giá": "Hằng năm", "Từ năm": 2026, "Đến năm": 2030, "So sánh": "≥", "Mức dưới": 95,
    })  # fmt: skip
    desk.put("Chỉ tiêu", "13", "Tên chỉ tiêu", "Bảo hiểm xã hội trong độ tuổi")
    desk.record()
    desk.take()
    desk.put("Chỉ tiêu", "13", "Trạng thái", "Ngừng")
    desk.record(at=datetime(2026, 10, 6), valid_from=date(2026, 11, 1))
    files = make_catalogue()
    known = known_catalogue(desk.store, files, END)
    entry = known.by_commune["vinh_thinh"]
    assert known.by_commune["vinh_phong"].targets == files.by_commune["vinh_phong"].targets
    assert "satisfaction" in entry.measure_by_id
    assert "13" not in entry.target_by_id
    retired = entry.measure_by_id["social_insurance_coverage"]
    assert "Bảo hiểm xã hội trong độ tuổi" in entry.names_of(retired)
    sheet = build_template(desk.store, entry, parse_period("2026-Q4"), MORNING)
    from_template = read_workbook(_filled(sheet), known, Sending("vinh_thinh"))
    assert [(item.measure, item.value) for item in from_template.readings] == [("satisfaction", Decimal(96))]
    assert known_catalogue(desk.store, files, datetime(2026, 10, 1)).by_commune["vinh_thinh"].target_by_id["13"]


def _filled(template: bytes) -> bytes:
    book = load_workbook(BytesIO(template))
    page = book.worksheets[0]
    row = next(cell.row for cell in page["B"] if cell.value == "Mức độ hài lòng của người dân")
    page.cell(row, 9).value = 96
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_restart_changes_nothing_after_a_plan_came_by_sheet() -> None:
    desk = raised(Desk())
    desk.add("Đại lượng", **MEASURE)
    desk.record()
    assert enrol(desk.store, make_catalogue(), by="An", at=LATER) == []
    assert desk.entry().target_by_id["3"].stretch == 210
    assert "new_one" in desk.entry().measure_by_id


def test_a_changed_catalogue_does_not_undo_what_a_document_decided() -> None:
    desk = raised(Desk())
    desk.record()
    files = make_catalogue()
    entry = files.by_commune["vinh_thinh"]
    renamed = replace(entry, plan=replace(entry.plan, name_vi="Tên khác"))
    taken = enrol(desk.store, Catalogue((files.by_commune["vinh_phong"], renamed)), by="tệp", at=LATER)
    assert taken == ["vinh_thinh/plan 3"]
    # it holds from 01/01/2026 on, the sheet's from 01/11/2026: the sheet's stays the newest
    assert desk.entry().target_by_id["3"].stretch == 210
