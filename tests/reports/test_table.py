"""The cells of a report's table, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from indicators.reports.model import Cell
from tests.judging.office import Office, office
from tests.reports.desk import cells_of, report_of, texts_of

JOBS: dict[str, Any] = {"accumulation": "year_to_date", "unit": "người", "decimals": 0}
WANTED: dict[str, Any] = {"unit": "người", "horizon": "each_year", "value": 500}
OCTOBER = "2026-10-03T08:00"


def jobs(**values: object) -> Office:
    """A total of the year against a goal of 500, sent when the third quarter was over."""
    made = office(JOBS, WANTED)
    made.reports({period[1:].replace("_", "-"): value for period, value in values.items()}, on=OCTOBER)
    return made


def test_a_total_of_the_year_is_shown_of_the_quarter_and_since_january() -> None:
    """310 to September, 250 to June: 60 in the quarter. Even pace: 375 by September, 65 short. 310 of 500 are 62%; 200
    the September before: 55% more."""
    assert texts_of(jobs(y2025_Q3=200, y2026_Q2=250, y2026_Q3=310), "2026-Q3") == {
        "target": "1", "name": "Chỉ tiêu thử", "unit": "người", "term_goal": "≥ 500", "year_plan": "500",
        "milestone": "375", "period_value": "60", "cumulative": "310", "year_percent": "62,0", "distance": "−65",
        "year_before": "+55,0%", "status": "Có nguy cơ không đạt",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-Q1", Decimal(100)),  # from January on: the value itself
        ("2026-H1", Decimal(250)),
        ("2026-9M", Decimal(310)),
        ("2026-Q2", Decimal(150)),
        ("2026-09", Decimal(30)),  # August's own value, 280
    ],
)
def test_the_periods_own_part_of_a_total(period: str, expected: Decimal) -> None:
    made = jobs(y2026_Q1=100, y2026_Q2=250, y2026_08=280, y2026_Q3=310)
    assert cells_of(made, period)["period_value"].number == expected


def test_a_half_takes_away_what_a_sheet_of_the_same_end_says() -> None:
    """The second half less June, of which only the quarter's sheet speaks."""
    made = jobs(y2026_Q2=250)
    made.reports({"2026": 500}, on="2027-01-04T08:00")
    assert cells_of(made, "2026-H2")["period_value"].number == Decimal(250)


def test_without_the_period_before_there_is_no_part() -> None:
    found = cells_of(jobs(y2026_Q1=100, y2026_Q3=310), "2026-Q3")
    assert (found["period_value"], found["cumulative"].text) == (Cell(), "310")


def test_a_level_has_no_total_and_a_share_no_part() -> None:
    level, ratio = office(y2026_Q3=50), office({"accumulation": "ratio_to_date"}, y2026_Q3=50)
    assert [cells_of(level, "2026-Q3")[key].text for key in ("period_value", "cumulative")] == ["50,0", ""]
    assert [cells_of(ratio, "2026-Q3")[key].text for key in ("period_value", "cumulative")] == ["", "50,0"]


@pytest.mark.parametrize(
    ("unit", "before", "now", "text"),
    [
        ("%", "40", "41.5", "+1,5\u00a0điểm %"),
        ("%", "0", "41.5", "+41,5\u00a0điểm %"),
        ("%/năm", "-2", "-3", "−1,0\u00a0điểm %"),
        ("nhà", "40", "30", "−25,0%"),
        ("nhà", "40", "40", "0,0%"),
        ("nhà", "0", "3", ""),
        ("nhà", "-4", "3", ""),
    ],
)
def test_against_the_same_period_of_the_year_before(unit: str, before: str, now: str, text: str) -> None:
    """Percent differ by points; a base of zero, or below it, is never divided by."""
    made = office({"unit": unit}, {"unit": unit, "horizon": "each_year", "value": 90})
    made.reports({"2025-Q3": before, "2026-Q3": now}, on=OCTOBER)
    assert cells_of(made, "2026-Q3")["year_before"].text == text


def test_against_nothing_there_is_no_comparison() -> None:
    assert cells_of(office(y2025_Q2=40, y2026_Q3=50), "2026-Q3")["year_before"] == Cell()


def test_what_is_almost_a_hundred_never_reads_a_hundred() -> None:
    made = office({"decimals": 1}, {"horizon": "each_year"}, y2026_Q3="99.96")
    found = cells_of(made, "2026-Q3")
    assert found["period_value"] == Cell("99,96", Decimal("99.9600"), 2)
    assert found["distance"] == Cell("−0,04", Decimal("-0.0400"), 2)
    assert found["year_percent"].text == "99,96"


def test_a_mean_that_is_judged_stands_beside_the_years_own_value() -> None:
    """10 and 20 make 15, at least 15: met exactly. 20 are 133,3% of the year's 15."""
    made = office(target={"horizon": "average", "first_year": 2026, "last_year": 2027, "value": 15})
    made.reports({"2026": 10}, on="2027-01-03T08:00")
    made.reports({"2027": 20}, on="2028-01-03T08:00")
    found = texts_of(made, "2027")
    assert (found["period_value"], found["milestone"], found["distance"]) == ("20,0", "15,0", "0,0")
    assert found["status"] == "Đạt (bình quân 2026-2027: 15,0)"
    assert found["year_percent"] == "133,3"


def test_a_year_of_its_own_has_its_own_goal_and_the_term_keeps_the_plans() -> None:
    made = office(target={"horizon": "each_year", "value": 80, "stretch": 85}, y2026_Q3=90)
    made.wants_of_year(2026, 90, 95)
    found = texts_of(made, "2026-Q3")
    assert (found["term_goal"], found["year_plan"], found["year_percent"]) == ("80 - 85", "90 - 95", "100,0")


def test_what_must_not_be_passed_is_no_plan_to_be_filled() -> None:
    made = office({"better": "down"}, {"bound": "below", "horizon": "each_year", "value": "0.5"}, y2026_Q3="0.4")
    found = cells_of(made, "2026-Q3")
    assert (found["year_plan"], found["year_percent"]) == (Cell("< 0,5"), Cell())


def test_a_yes_is_a_word_with_the_document_that_says_it() -> None:
    """A document of the third quarter says nothing of the second."""
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"unit": "đạt/chưa", "bound": "achieved", "value": 1})
    made.reports({"2026-Q1": 0, "2026-Q2": 1}, on=OCTOBER)
    upload = made.reports({"2026-Q3": 1}, on="2026-10-04T08:00")
    made.remarks(upload, "2026-Q3", "Quyết định số 12/QĐ-UBND", kind="decision")
    found = {period: cells_of(made, period) for period in ("2026-Q1", "2026-Q2", "2026-Q3")}
    assert [cells["period_value"] for cells in found.values()] == [Cell("Chưa đạt"), Cell("Đạt"), Cell("Đạt")]
    assert [cells["status"].text for cells in found.values()] == [
        "Chưa đến kỳ đánh giá", "Đạt (chưa ghi số quyết định)", "Đạt (Quyết định số 12/QĐ-UBND)",
    ]  # fmt: skip


def test_an_estimate_is_called_one() -> None:
    """Sent before the quarter had ended; of a part, where what is taken away was one."""
    assert texts_of(office(y2026_Q3=90), "2026-Q3")["status"].endswith("(số ước)")
    made = office(JOBS, WANTED)
    made.reports({"2026-Q2": 250}, on="2026-06-20T08:00")
    made.reports({"2026-Q3": 380}, on=OCTOBER)
    assert texts_of(made, "2026-Q3")["status"] == "Đúng tiến độ (thực hiện trong kỳ: số ước)"


def test_a_target_that_has_ended_shows_its_last_year_and_says_so() -> None:
    made = office(target={"last_year": 2026, "value": 40}, y2025=30)
    made.reports({"2026-Q1": 20, "2026": 50, "2027-Q1": 10}, on="2027-04-03T08:00")
    made.wants("2")
    found = texts_of(made, "2027-Q1")
    assert (found["period_value"], found["term_goal"]) == ("50,0", "≥ 40 (năm 2026)")
    assert "số năm 2026" in found["status"]
    assert "year_before" not in found


def test_a_goal_striven_for_is_marked() -> None:
    made = office(target={"commitment": "strive"}, y2025=0, y2026_Q3=90)
    assert "phấn đấu" in texts_of(made, "2026-Q3")["status"]


def test_the_columns_are_twelve_and_fill_the_page() -> None:
    columns = report_of(office(y2026_Q3=1), "2026-Q3").columns
    assert [column.heading_vi for column in columns] == [
        "TT", "Chỉ tiêu", "ĐVT", "Mục tiêu 2030", "Kế hoạch năm", "Mốc kỳ này", "Thực hiện", "Lũy kế",
        "So kế hoạch năm (%)", "So mốc", "So cùng kỳ", "Đánh giá",
    ]  # fmt: skip
    assert sum(column.share for column in columns) == 100


def test_a_negative_number_has_the_minus_of_a_distance() -> None:
    """Fewer by June than by March: 59 - 61 = -2; the goal too, and the sentences, never with a hyphen."""
    made = office(
        {"accumulation": "year_to_date", "unit": "người", "decimals": 0},
        {"unit": "người", "value": -4, "horizon": "each_year"}, y2026_Q1=-1, y2026_Q2=-3,
    )  # fmt: skip
    texts = texts_of(made, "2026-Q2")
    assert (texts["term_goal"], texts["period_value"], texts["cumulative"]) == ("≥ −4", "−2", "−3")
    assert not any("-" in text for text in texts.values())
