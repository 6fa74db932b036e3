"""What is drawn of a year's đường găng: cells, who leads, what is due next, and what is said where there is nothing."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indicators.drawing.html import Html
from indicators.drawing.milestones import milestones_page
from indicators.drawing.shown import Shown
from indicators.milestones import milestones_of_year
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.wording import milestones as words
from indicators.wording import screens
from tests.judging.office import Office, office

LINE = {"horizon": "by_year", "value": 60}
NEXT_YEAR = "2027-02-10"


def drawn(made: Office, period: str = "2026-Q3", on: str = NEXT_YEAR, **asked: Any) -> Html:
    shown_period = parse_period(period)
    scenario = asked.get("scenario", "floor")
    rows = milestones_of_year(made.store, made.commune, shown_period.year, parse_as_of(on), scenario)
    view: dict[str, Any] = {
        "commune": "vinh_thu", "communes": {"vinh_thu": "xã Vĩnh Thử"}, "period": shown_period, "latest": None,
        "scenario": scenario, "order": "plan", "baseline_year": 2025, "today": date.fromisoformat(on),
    }  # fmt: skip
    return milestones_page(Shown(**view | asked), rows)


def line_with(**values: object) -> Office:
    """From 40 to 60 in 60 months, with values given as soon as their quarters were over."""
    made = office(target=LINE, y2025=40)
    for number, value in enumerate(values.values(), start=1):
        made.reports({f"2026-Q{number}": value}, on=str(parse_period(f"2026-Q{number}").deadline_on()))
    return made


def cells(page: str, label: str) -> list[str]:
    """The words in the cells of a column, tags left out."""
    found = re.findall(rf'<td class="[^"]*" data-label="{label}">(.*?)</td>', page)
    return [re.sub(r"<[^>]+>", "", cell).replace("\u00a0", " ") for cell in found]


def test_a_cell_says_the_milestone_and_under_it_what_was_reached() -> None:
    """40 → 60 in 60 months: 41, 42, 43, 44 at the quarters; 0.5 short of 42 is behind, within the tolerance of 1."""
    page = drawn(line_with(first=41, second=41.5, third=46, fourth=42))
    found = [cells(page, f"Quý {number}") for number in ("I", "II", "III", "IV")]
    assert found == [["41,0●41,0"], ["42,0▼41,5"], ["43,0▲46,0"], ["44,0◆42,0"]]
    assert cells(page, "T3") == []
    assert 'aria-label="Chậm tiến độ"' in page


def test_a_month_has_a_cell_where_months_are_reported() -> None:
    page = drawn(office({"frequency": "month", "accumulation": "year_to_date"}, {"horizon": "each_year", "value": 600}))
    assert cells(page, "T1") == ["50,0?"]
    assert cells(page, "Quý IV") == ["600,0?"]


def test_before_a_period_begins_only_its_milestone_stands() -> None:
    page = drawn(line_with(first=41), on="2026-05-10")
    assert [cells(page, f"Quý {number}") for number in ("I", "II", "III")] == [["41,0●41,0"], ["42,0"], ["43,0"]]


def test_fixed_milestones_have_a_mark() -> None:
    made = office(target=LINE, y2025=40)
    made.fixes("2026-Q2", 50)
    page = drawn(made, on="2026-01-10")
    assert [cells(page, f"Quý {number}") for number in ("I", "II")] == [["41,0"], [f"{words.FIXED_MARK} 50,0"]]
    assert words.FIXED.lower() in page
    assert words.DERIVED in page


def test_the_column_where_a_version_takes_over_is_marked() -> None:
    made = office(target=LINE, y2025=40)
    made.decides(plan=2, valid_from=date(2026, 8, 15), document_number="12/NQ", document_date=date(2026, 8, 10))
    made.wants("1", plan=2, value=100)
    page = drawn(made)
    assert re.findall(r"<em>PB 2</em>(T\d+|Quý \w+)", page) == ["T8"]
    assert "Phiên bản 1: Kế hoạch thử, từ ngày 01/01/2026" in page
    assert "Phiên bản 2: Kế hoạch thử, số 12/NQ ngày 10/08/2026, từ ngày 15/08/2026" in page


def test_the_years_plan_stands_beside_what_was_reached_of_it() -> None:
    """130 of 520 people is 25%; a share of 41% against 44% is 3 points short, not '93%'."""
    made = office({"accumulation": "year_to_date", "unit": "người", "decimals": 0},
                  {"horizon": "each_year", "value": 600, "unit": "người"}, y2026_Q1=130)  # fmt: skip
    made.wants_of_year(2026, 480)
    made.wants_of_year(2026, 520, assigned_by="council")
    page = drawn(made)
    assert cells(page, words.COLUMN_YEAR_GOAL) == ["≥ 520 người (Thành phố giao 480 người; HĐND xã giao 520 người)"]
    assert cells(page, words.COLUMN_AGAINST_YEAR) == ["25,0%hết tháng 3"]
    assert "≥ 600 người hằng năm" in page.replace("\u00a0", " ")
    share = office(target=LINE, y2025=40, y2026_Q1=41)
    share.wants_of_year(2026, 44)
    assert cells(drawn(share), words.COLUMN_AGAINST_YEAR) == ["−3,0 điểm %hết tháng 3"]


def test_who_leads_is_said_and_escaped() -> None:
    people = {"joint_units": "Công an xã", "directing_leader": "<b>Trần Văn Bình</b>", "officer": "Nguyễn Thị An"}
    page = drawn(office(target=LINE | people, y2025=40))
    assert "chỉ đạo: &lt;b&gt;Trần Văn Bình" in page
    assert "phụ trách: Nguyễn Thị An" in page
    assert "phối hợp: Công an xã" in page
    assert "<b>Trần" not in page


def test_what_is_due_next_comes_by_date() -> None:
    """On 2 July the quarter's report is due on the 5th; of the months June's was given, July's is due in August."""
    made = office({"frequency": "month"}, LINE, y2025=40)
    made.reports({"2026-06": 42}, on="2026-07-01T08:00")
    made.measures("quarterly", baseline=40)
    made.wants("2", "quarterly", value=60)
    page = drawn(made, on="2026-07-02")
    assert re.findall(r"Hạn báo cáo (\d\d/\d\d/\d{4}) <small>(.*?)</small>", page) == [
        ("05/07/2026", "còn 3 ngày"),
        ("05/08/2026", "còn 34 ngày"),
    ]
    assert words.DUE_NEXT.format(count=1, day="05/07/2026") in page
    due = page.split(words.DUE_TITLE)[1]
    assert due.index("quý II/2026") < due.index("tháng 7/2026")
    assert ">42,0%<" in due
    assert words.DUE_NONE.format(year=2026) in drawn(made, on=NEXT_YEAR)


def test_people_choose_whose_targets_are_shown() -> None:
    made = office(target=LINE | {"officer": "Nguyễn Thị An"}, y2025=40)
    made.wants("2", name_vi="Chỉ tiêu của Bình", officer="Lê Văn Bình")
    page = drawn(made, on="2026-12-20", officer="Lê Văn Bình")
    assert page.count("<tr data-row>") == 2  # in the matrix, and among what is due
    assert "Chỉ tiêu thử" not in page


def test_without_a_baseline_it_says_so_and_shows_what_was_reached() -> None:
    page = drawn(office(target=LINE, y2026_Q1=41))
    assert words.NO_BASELINE.format(year=2025) in page
    assert screens.NO_BASELINE_HINT.format(count=1, year=2025) in page
    assert cells(page, "Quý I") == ["–○41,0ước"]


def test_without_any_value_the_milestones_stand_and_it_says_so() -> None:
    made = office({"baseline": 40}, LINE)
    assert words.NO_DATA.format(year=2026) in drawn(made, on="2026-03-01")
    assert words.NO_DATA.format(year=2027) not in drawn(made, "2027-Q1", on="2026-03-01")
    assert cells(drawn(made, "2027-Q1", on="2026-03-01"), "Quý I") == ["45,0"]


@pytest.mark.parametrize("year", [2021, 2025])
def test_a_year_before_the_plan_leads_to_its_first(year: int) -> None:
    page = drawn(office(target=LINE, y2025=40), f"{year}-Q2")
    assert words.NO_PLAN.format(year=year) in page
    assert "period=2026-Q2" in page
    assert words.PRINT not in page


def test_notes_say_why_there_is_no_milestone() -> None:
    yes_no = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1})
    assert words.DUE_ON.format(day="31/12/2030") in drawn(yes_no)
    assert words.SUSPENDED in drawn(office(target=LINE | {"suspended": True}, y2025=40))


def test_after_its_last_year_a_target_has_a_result_and_no_milestones() -> None:
    """To 60 in 2026, where 61 was reached within the tolerance of 5 (20 in four quarters)."""
    made = office(target=LINE | {"last_year": 2026}, y2025=40)
    made.reports({"2026": 61}, on="2027-01-03T08:00")
    page = drawn(made, "2027")
    assert re.search(r'colspan="18" class="kpi-ms-ended">đã kết thúc năm 2026 .*Đạt</span>', page)
    assert all(cells(page, label) == [] for label in ("Quý I", "Quý IV", words.COLUMN_YEAR_GOAL))
    assert "Đạt</span></td>" not in drawn(made, "2027", on="2026-05-10")


def test_when_a_year_has_closed_its_mean_is_what_stands_there() -> None:
    """1.02 × 1.12 = 1.1424, its root 1.0688: 6.88, under 10 by more than 5% of it; in 2026 there was one year only."""
    made = office({"accumulation": "growth"}, {"horizon": "average", "value": 10})
    for year, value in ((2026, 2), (2027, 12)):
        made.reports({str(year): value}, on=f"{year + 1}-01-03T08:00")
    assert cells(drawn(made, "2027", on="2028-02-01"), "Quý IV") == [f"10,0◆6,88{words.MEAN_MARK}"]
    assert cells(drawn(made, "2026", on="2028-02-01"), "Quý IV") == ["10,0◆2,0"]


def test_the_address_is_the_state() -> None:
    page = drawn(office(target=LINE, y2025=40), officer=None, scenario="stretch")
    assert "/duong-gang?commune=vinh_thu&amp;period=2027-Q3&amp;scenario=stretch" in page
    assert "/chi-tieu?commune=vinh_thu&amp;period=2026-Q3&amp;scenario=stretch&amp;target=1" in page


def test_the_look_has_no_vietnamese_words() -> None:
    """Words are in wording/, so that there is one place to read them."""
    style = Path("serving/assets/milestones.css").read_text(encoding="utf-8")
    assert not re.findall(r'content: "[^"]*[A-Za-zÀ-ỹ][^"]*"', style)
