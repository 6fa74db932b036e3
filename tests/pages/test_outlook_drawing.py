"""What is drawn of scenarios, forecasts and versions; no browser."""

from datetime import date
from decimal import Decimal

import pytest

from indicators import scenarios
from indicators.drawing.detail import detail_head
from indicators.drawing.figures import estimated_vi
from indicators.drawing.lead import attention
from indicators.drawing.outlook import needed_vi, outlook_section
from indicators.drawing.travelling import scenarios_section, travelling
from indicators.drawing.versions import versions_section
from indicators.store import Row
from tests.judging.office import Office, office
from tests.pages.outlook import AT, BAND, FORECAST, adds_own, overview_rows, shown_at, takes_over, text_of


def standing(made: Office, period: str = "2026-Q3") -> list[Row]:
    return scenarios.scenarios_of_target(made.store, made.commune, "1", period, AT)


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (
            45,
            ("đang theo kịch bản «Tăng trưởng cao (Nông nghiệp)» (mốc 44,5%); còn thiếu 1,0 điểm % so với kịch bản"
            " «Mức trên»."),
        ),
        (46, "đang theo kịch bản «Mức trên» (mốc 46,0%)."),
        (42, "chưa đạt mức của kịch bản nào; gần nhất là kịch bản «Mức dưới» (mốc 43,0%): còn thiếu 1,0 điểm %."),
    ],
)  # fmt: skip
def test_under_which_scenario_the_commune_travels(actual: object, said: str) -> None:
    made = office(target=BAND, y2025=40, y2026_Q3=actual)
    adds_own(made, "2026-Q3", "44.5")
    spoken = travelling(made.judged("2026-Q3"), standing(made), shown_at("2026-Q3"))
    assert spoken.replace("\u00a0", " ") == f"Quý III/2026, thực hiện {said}"


def test_where_less_is_better_it_stands_above_the_scenario() -> None:
    """From 10 to 4 by 2030 (stretch 2): 9.1 and 8.8 in September 2026."""
    target = {"bound": "at_most", "value": 4, "stretch": 2}
    made = office({"better": "down"}, target, y2025=10, y2026_Q3=9)
    spoken = travelling(made.judged("2026-Q3"), standing(made), shown_at("2026-Q3"))
    assert "«Mức dưới» (mốc 9,1%); còn cao hơn 0,2\u00a0điểm % so với kịch bản «Mức trên»." in spoken


def test_without_a_value_nothing_is_said_and_one_path_is_no_choice() -> None:
    made = office(target=BAND, y2025=40)
    assert travelling(made.judged("2026-Q3"), standing(made), shown_at("2026-Q3")) == ""
    assert "43,0%" in scenarios_section(made.judged("2026-Q3"), standing(made), shown_at("2026-Q3"))
    alone = office(target={"value": 60}, y2025=40, y2026_Q3=45)
    assert scenarios_section(alone.judged("2026-Q3"), standing(alone), shown_at("2026-Q3")) == ""


def test_the_milestone_is_said_to_be_the_chosen_scenarios() -> None:
    made = office(target=BAND, y2025=40, y2026_Q3=45)
    adds_own(made, "2026-Q3", "44.5")
    rows, shown = overview_rows(made, scenario="kb1"), shown_at("2026-Q3", scenario="kb1")
    head = text_of(detail_head(rows[0], rows, [], shown, standing(made)))
    assert "Mốc theo kịch bản «Tăng trưởng cao (Nông nghiệp)» 44,5 %" in head
    later = overview_rows(made, "2026-Q4", "kb1")
    of_floor = text_of(detail_head(later[0], later, [], shown_at("2026-Q4", scenario="kb1"), standing(made, "2026-Q4")))
    assert "Mốc theo đường găng 44,0 %" in of_floor


@pytest.mark.parametrize(
    ("target", "needed", "per", "said"),
    [
        ({}, "0.8824", "quarter", "mỗi quý còn lại cần tăng 0,89 điểm %"),
        ({"bound": "at_most"}, "-0.0371", "quarter", "mỗi quý còn lại cần giảm 0,04 điểm %"),
        ({}, "0", "quarter", "đã đạt mức của mục tiêu, cần giữ vững"),
        ({"unit": "người", "decimals": 0}, "36.2", "month", "mỗi tháng còn lại cần thêm 37 người"),
        ({"unit": "vụ", "decimals": 0, "bound": "at_most"}, "3.8", "month", "mỗi tháng còn lại không quá 3 vụ"),
        ({"unit": "vụ", "decimals": 0, "bound": "at_most"}, "-1", "month", "số thực hiện đã vượt mức của cả năm"),
        ({"unit": "trường", "decimals": 0}, "0.1176", "quarter", "mỗi quý còn lại cần tăng 0,12 trường"),
        ({"accumulation": "growth", "unit": "%/năm"}, "15.8", "year", "mỗi năm còn lại cần tăng 15,8%"),
        ({}, "105", "year", "mỗi năm còn lại cần đạt 105,0%"),
        ({"bound": "below", "decimals": 2}, "0.4999", "year", "mỗi năm còn lại phải dưới 0,49%"),
        ({}, None, None, ""),
    ],
)  # fmt: skip
def test_what_it_takes_is_rounded_to_what_is_enough(target: Row, needed: str | None, per: str, said: str) -> None:
    row = {"bound": "at_least", "accumulation": "level", "unit": "%", "decimals": 1, "goal_value": Decimal(60)} | target
    forecast = {"needed": None if needed is None else Decimal(needed), "needed_per": per}
    assert needed_vi(row, forecast).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("bound", "said"), [("above", "cao hơn"), ("below", "thấp hơn")])
def test_what_equals_a_goal_that_must_be_passed_is_not_said_to_have_reached_it(bound: str, said: str) -> None:
    row = {"bound": bound, "compared_value": Decimal(50)}
    forecast = {"needed": Decimal(0), "needed_per": "quarter", "goal": Decimal(50)}
    assert needed_vi(row, forecast) == f"đang bằng mức của mục tiêu, cần {said} mức này"


def test_a_forecast_is_shown_as_it_is_compared() -> None:
    """0,498 counts as 0,50 and does not meet '< 0,5': it may not be read as if it did."""
    row = {"unit": "%", "decimals": 1, "goal_value": Decimal("0.5")}
    assert [estimated_vi(row, Decimal(value)) for value in ("0.498", "0.494")] == ["0,5%", "0,49%"]
    assert estimated_vi(row | {"goal_value": Decimal("99")}, Decimal("98.996")) == "99,0%"
    assert estimated_vi(row | {"goal_value": Decimal("99")}, Decimal("98.96")) == "98,96%"
    assert estimated_vi(row | {"goal_value": Decimal("0.5"), "decimals": 3}, Decimal("0.498")) == "0,498%"


def section(forecast: Row, period: str = "2026-Q3") -> str:
    made = office(target={"value": 60}, y2025=40, y2026_Q3=45)
    return text_of(outlook_section(made.judged(period), forecast, shown_at(period)))


def test_the_section_says_value_interval_goal_time_and_what_it_takes() -> None:
    said = section(FORECAST)
    assert "Dự báo đến hết năm 2030 58,2% (khoảng tin cậy 80%: 55,6% - 60,9%)" in said
    assert "So với mục tiêu ≥ 60% dự báo không đạt" in said
    assert "Thời điểm đạt mục tiêu sau năm 2030, hoặc không đạt được với nhịp độ này" in said
    assert "mỗi quý còn lại cần tăng 0,89" in said
    assert "Tính từ 8 số liệu đã có." in said


def test_the_section_says_when_the_goal_is_met() -> None:
    assert "Thời điểm đạt mục tiêu quý II/2029" in section(FORECAST | {"met_period": "2029-Q2", "meets_goal": True})
    assert "Thời điểm đạt mục tiêu đã đạt tại quý III/2026" in section(FORECAST | {"met_period": "2026-Q3"})


def test_without_a_forecast_the_section_says_why_and_still_what_it_takes() -> None:
    nothing = {
        "expected": None,
        "low": None,
        "high": None,
        "meets_goal": None,
        "points": 3,
        "reason": "too_few_quarters",
    }
    said = section(FORECAST | nothing)
    assert "Mới có 3 quý có số liệu, cần ít nhất 4 quý để dự báo." in said
    assert "mỗi quý còn lại cần tăng" in said
    assert "khoảng tin cậy" not in said
    assert "Thời điểm" not in said


def test_the_card_says_what_it_takes() -> None:
    made = office(target={"value": 60}, y2025=40, y2026_Q3=41)
    rows, shown = overview_rows(made), shown_at("2026-Q3")
    assert "Mỗi quý còn lại cần tăng 0,89" in text_of(attention(rows, shown, {"1": FORECAST}) or "")
    assert "cần" not in text_of(attention(rows, shown) or "").replace("Cần chú ý", "")


def test_the_page_lists_which_version_held_when() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.wants_of_year(2027, 45)
    takes_over(made, document_number="07/NQ-HĐND", document_date=date(2028, 6, 15), name_vi="Điều chỉnh giữa nhiệm kỳ")
    versions = scenarios.versions_of_target(made.store, made.commune, "1", AT)
    said = text_of(versions_section(made.judged("2029-Q3"), versions, shown_at("2029-Q3")))
    assert "1 01/01/2026 - 30/06/2028 Kế hoạch thử (số văn bản: chưa nhập) ≥ 60% đến năm 2030" in said
    assert "Kế hoạch năm 2027: Thành phố giao 45,0% từ đầu thử" in said
    assert "2 từ 01/07/2028 đánh giá quý III/2029 07/NQ-HĐND, 15/06/2028: Điều chỉnh giữa nhiệm kỳ" in said
    assert "≥ 70% đến năm 2030 phiên bản trước: ≥ 60% đến năm 2030 20/06/2028 08:30 thử" in said


def test_a_version_never_shows_the_path_that_older_stores_hold_for_the_catalogue() -> None:
    made = office(target={"value": 60}, y2025=40)
    versions = scenarios.versions_of_target(made.store, made.commune, "1", AT)
    versions = [version | {"recorded_by": "data/catalogue"} for version in versions]
    said = text_of(versions_section(made.judged("2029-Q3"), versions, shown_at("2029-Q3")))
    assert "từ đầu Danh mục" in said
    assert "data/catalogue" not in said


def test_a_version_that_wants_the_same_says_it_once() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    made.wants(plan=2, value=60)
    versions = scenarios.versions_of_target(made.store, made.commune, "1", AT)
    assert "phiên bản trước" not in versions_section(made.judged("2029-Q3"), versions, shown_at("2029-Q3"))
