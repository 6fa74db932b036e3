"""Kế hoạch, drawn from rows and changes made here: the versions, every change, the years of the đường găng."""

from datetime import date, datetime

import pytest

from indicators.drawing.plan import plan_versions, standings_on
from indicators.drawing.plan_changes import changes, kind_of, plan_preview, plan_recorded
from indicators.drawing.plan_path import path_approved, path_years
from indicators.drawing.shown import Shown
from indicators.intake import Issue, Severity
from indicators.moments import BEGINNING, parse_as_of
from indicators.periods import parse_period
from indicators.plans import ChangeKind, Document, PlanChange, PlanDraft, PlanPreview
from indicators.plans.fixed import YearOfPath, path_by_year
from indicators.wording import plan_page as words
from indicators.wording.plan_page import Standing
from tests.judging.office import Office
from tests.makers import make_catalogue

JULY_2028 = date(2028, 7, 1)
GOAL = PlanChange(ChangeKind.CHANGED, "12", "Bảo hiểm y tế", "Mức dưới", "99", "99,5", "Chỉ tiêu", "K22")


def shown_on(day: date) -> Shown:
    period = parse_period("2026-Q3")
    return Shown("vinh_thu", {"vinh_thu": "xã Vĩnh Thử"}, period, period, "floor", "plan", 2025, day)


def version(plan: int, valid_from: date, **columns: object) -> dict[str, object]:
    row = {
        "plan": plan, "name_vi": "Kế hoạch <thử>", "document_number": "", "document_date": None,
        "valid_from": valid_from, "baseline_year": 2025, "recorded_at": BEGINNING, "recorded_by": "Danh mục",
        "origin": "catalogue", "targets": 30, "file_name": None,
    }  # fmt: skip
    return row | columns


def preview_of(*found: PlanChange, issues: tuple[Issue, ...] = (), valid_from: date | None = JULY_2028) -> PlanPreview:
    entry = make_catalogue().by_commune["vinh_thinh"]
    document = Document("07/NQ-HĐND", None, valid_from)
    draft = PlanDraft(entry, document, (), {})
    return PlanPreview(entry.commune, "kế hoạch.xlsx", b"", None, draft, document, found, issues, "token")


def test_of_versions_from_the_same_day_only_the_newest_holds() -> None:
    versions = [version(3, JULY_2028), version(2, JULY_2028), version(1, date(2026, 1, 1))]
    before = {1: Standing.HOLDS, 2: Standing.OVER, 3: Standing.TO_COME}
    assert standings_on(versions, date(2028, 6, 30)) == before
    assert standings_on(versions, JULY_2028) == {1: Standing.OVER, 2: Standing.OVER, 3: Standing.HOLDS}
    assert standings_on(versions[2:], date(2025, 12, 31)) == {1: Standing.TO_COME}


def test_a_version_that_holds_earlier_may_be_recorded_later() -> None:
    versions = [version(2, date(2026, 1, 1)), version(1, date(2026, 6, 1))]
    assert standings_on(versions, date(2026, 5, 31)) == {1: Standing.TO_COME, 2: Standing.HOLDS}
    assert standings_on(versions, date(2026, 6, 1)) == {1: Standing.HOLDS, 2: Standing.OVER}


def test_the_versions_say_who_decided_what_and_where_it_came_from() -> None:
    recorded = {"recorded_at": datetime(2028, 6, 20, 1, 30), "recorded_by": "Trần Thị Bình", "origin": "sheet"}
    decided = {"document_number": "07/NQ-HĐND", "document_date": date(2028, 6, 15)}
    versions = [
        version(3, JULY_2028, **recorded, document_number="09/QĐ-UBND"),
        version(2, JULY_2028, **recorded, **decided, file_name="<tệp>.xlsx"),
        version(1, date(2026, 1, 1)),
    ]
    drawn = plan_versions(versions, shown_on(date(2026, 11, 21)))
    now, table = drawn.split(words.VERSIONS_TITLE)
    assert "Đang áp dụng: phiên bản 1" in now
    assert "<dd>chưa nhập</dd>" in now
    assert "<dd>Danh mục, từ đầu</dd>" in now
    third, second, first = table.split("<tr>")[2:]
    assert "09/QĐ-UBND, ngày: chưa nhập" in third
    assert words.FROM_APPROVAL in third
    assert "07/NQ-HĐND, ngày 15/06/2028" in second
    assert "Tệp &lt;tệp&gt;.xlsx" in second
    assert "20/06/2028 08:30" in second
    assert "Đã được thay" in second
    assert "Kế hoạch &lt;thử&gt;" in first
    assert words.FROM_CATALOGUE in first


def test_the_path_that_older_stores_hold_for_the_catalogue_is_never_shown() -> None:
    versions = [
        version(2, JULY_2028, recorded_by="data/catalogue"),
        version(1, date(2026, 1, 1), recorded_by="data/catalogue"),
    ]
    drawn = plan_versions(versions, shown_on(date(2026, 11, 21)))
    assert "data/catalogue" not in drawn
    assert "<dd>Danh mục, từ đầu</dd>" in drawn
    assert drawn.count(">Danh mục</td>") == 2


def test_where_no_version_holds_yet_the_page_says_so() -> None:
    assert words.NONE_NOW in plan_versions([version(1, JULY_2028)], shown_on(date(2026, 11, 21)))


def test_the_lines_of_a_target_stand_together_with_word_symbol_and_cell() -> None:
    milestone = PlanChange(
        ChangeKind.ADDED, "12", "Bảo hiểm y tế", "Mốc quý I/2027, mức dưới", "", "95", "Mốc 2027", "H50"
    )
    paused = PlanChange(
        ChangeKind.SUSPENDED, "3", "Đất <trồng>", "Trạng thái", "Đang thực hiện", "Tạm dừng", "Chỉ tiêu", "U10"
    )
    drawn = changes([GOAL, paused, milestone])
    health, land = drawn.split("<details")[1:]
    assert "<b>12</b><span>Bảo hiểm y tế</span><small>2 thay đổi</small>" in health
    assert health.index("Mức dưới") < health.index("Mốc quý I/2027, mức dưới")
    assert "<span>99</span>" in health
    assert "<span>99,5</span>" in health
    assert "≠</span>Sửa" in health
    assert "Chỉ tiêu!K22" in health
    assert "+</span>Thêm" in health
    assert f"<em>{words.EMPTY}</em>" in health
    assert "Đất &lt;trồng&gt;" in land
    assert "<strong>1</strong> tạm dừng" in drawn


def test_what_is_taken_away_is_said_to_be_so() -> None:
    gone = PlanChange(ChangeKind.CHANGED, "12", "BHYT", "Mốc quý I/2027, mức dưới", "95", "", "Mốc 2027", "H50")
    entered = PlanChange(ChangeKind.CHANGED, "12", "BHYT", "Cán bộ phụ trách", "", "Nguyễn Văn An", "Chỉ tiêu", "T22")
    assert [kind_of(change) for change in (GOAL, gone, entered)] == ["changed", "removed", "changed"]
    assert "<strong>1</strong> bỏ" in changes([GOAL, gone])


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_has_its_words(kind: ChangeKind) -> None:
    assert str(kind) in words.CHANGES


def test_a_workbook_with_many_changes_folds_those_of_the_long_ones() -> None:
    months = [
        PlanChange(ChangeKind.ADDED, "1", "Thu ngân sách", f"Mốc tháng {month}", "", "1", "Mốc 2027", f"E{month}")
        for month in range(1, 61)
    ]
    assert changes(months).count('class="kpi-plan-group" open') == 1, "60 lines are still open"
    folded = changes([*months, GOAL])
    assert 'kpi-plan-group"><summary><b>1</b>' in folded
    assert 'kpi-plan-group" open><summary><b>12</b>' in folded


def test_errors_come_first_each_with_its_cell() -> None:
    wrong = Issue("stretch_on_wrong_side", Severity.ERROR, "Mức trên 98 chưa tốt hơn.", "Chỉ tiêu", "L22")
    note = Issue("sheet_not_read", Severity.WARNING, "Trang «Nháp» không được đọc.", "Nháp", None)
    drawn = plan_preview(preview_of(GOAL, issues=(note, wrong)))
    assert "1 lỗi phải sửa trước khi ghi" in drawn
    assert "<b>Chỉ tiêu!L22</b> Mức trên 98 chưa tốt hơn." in drawn
    assert words.ERRORS_NOTE in drawn
    assert drawn.index("Chỉ tiêu!L22") < drawn.index("<b>Nháp</b>") < drawn.index("99,5")


def test_an_unchanged_plan_and_a_missing_day_are_said() -> None:
    unchanged = plan_preview(preview_of(valid_from=None))
    assert "không khác bản đang dùng" in unchanged
    assert words.VALID_FROM_NEEDED not in unchanged
    assert words.VALID_FROM_NEEDED not in plan_preview(preview_of(GOAL))
    assert words.VALID_FROM_NEEDED in plan_preview(preview_of(GOAL, valid_from=None))


def test_after_recording_the_version_is_named_and_leads_on() -> None:
    shown = shown_on(date(2028, 6, 20))
    said = plan_recorded(2, preview_of(GOAL), shown)
    assert "Đã ghi phiên bản 2 của kế hoạch, hiệu lực từ 01/07/2028: 1 thay đổi." in said
    assert 'href="/duong-gang?commune=vinh_thu&amp;period=2026-Q3"' in said
    approved = path_approved(3, [2027, 2028], JULY_2028, shown)
    assert "Đã phê duyệt đường găng các năm 2027, 2028 thành phiên bản 3" in approved


def test_a_day_is_read_as_officials_write_it() -> None:
    assert words.date_said(" 01/07/2028 ") == JULY_2028
    assert words.date_said("1/7/2028") == JULY_2028
    assert words.date_said(" ") is None
    for text in ("2028-07-01", "31/02/2028", "07/2028"):
        with pytest.raises(ValueError, match=r"\S"):
            words.date_said(text)


def test_the_years_of_the_path_say_how_much_is_fixed() -> None:
    states = {
        "Trước khi phiên bản này có hiệu lực": YearOfPath(2025, 0, 0, is_before=True),
        "Không có mốc": YearOfPath(2026, 0, 0),
        "Đã phê duyệt": YearOfPath(2027, 19, 0),
        "Phê duyệt một phần": YearOfPath(2028, 3, 16),
        "Chưa phê duyệt": YearOfPath(2029, 0, 1200),
    }
    years = path_years(list(states.values())).split("<tr>")[2:]
    assert [said for year, said in zip(years, states, strict=True) if f"</span>{said}</span>" in year] == list(states)
    assert '<td class="kpi-n">1.200</td>' in years[4]


def test_fixed_and_derived_milestones_are_counted_by_year() -> None:
    """40 in 2025 to 100 in 2030. A year has 12 months, 4 quarters, 6 and 9 months and the whole: 19. What is fixed of
    quarter I holds for March too, what is fixed of June for quarter II and 6 months: 2 + 3. From 01/07/2027 on 2027 has
    left 6 months, 2 quarters, 9 months and the year: 10; what version 1 fixed is not version 2's, and 2026 ended before
    it."""
    made = Office()
    made.measures()
    made.wants(target="1", value=100)
    made.reports({"2025": 40})
    made.fixes("2026-Q1", 43)
    made.fixes("2026-06", 46)
    now = parse_as_of("2026-11-21")
    counted = path_by_year(made.store, made.commune, now)
    assert counted[0] == YearOfPath(2026, 5, 14)
    assert counted[1:] == [YearOfPath(year, 0, 19) for year in (2027, 2028, 2029, 2030)]
    made.decides(plan=2, valid_from=date(2027, 7, 1))
    made.wants(plan=2, value=100)
    assert path_by_year(made.store, made.commune, now)[:3] == [
        YearOfPath(2026, 0, 0, is_before=True),
        YearOfPath(2027, 0, 10),
        YearOfPath(2028, 0, 19),
    ]
    assert path_by_year(made.store, "khong_co", now) == []
