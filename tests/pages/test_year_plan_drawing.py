"""What is drawn of the year's plan, of people, of the targets of an indicator and of their count; no browser."""

import pytest

from indicators import scenarios
from indicators.drawing.detail import detail_head
from indicators.drawing.lead import are_all_final, lead
from indicators.drawing.table import indicator_table
from tests.judging.office import Office, office
from tests.pages.outlook import AT, overview_rows, shown_at, text_of


def test_percentages_are_compared_with_the_years_plan_by_points() -> None:
    """97 of 99 is not '98% done': it is 2 short."""
    made = office(target={"value": 100}, y2025=95, y2026_Q3=97)
    made.wants_of_year(2026, 98)
    made.wants_of_year(2026, 99, assigned_by="council")
    rows = overview_rows(made)
    head = text_of(detail_head(rows[0], rows, [], shown_at("2026-Q3"))).replace("\u00a0", " ")
    assert "So kế hoạch năm 2026 −2,0 điểm %" in head
    assert "Kế hoạch năm 2026 ≥ 99% (Thành phố giao 98,0%; HĐND xã giao 99,0%)" in head
    table = text_of(indicator_table(rows, {"1": "behind"}, {}, shown_at("2026-Q3")))
    assert "−2,0 so KH năm" in table
    assert "≥ 99% năm 2026" in table


def test_a_total_is_said_in_percent_of_the_years_plan() -> None:
    """317 of 500 are 63.4%."""
    measure = {"accumulation": "year_to_date", "unit": "người", "decimals": 0}
    made = office(measure, {"horizon": "each_year", "value": 500, "unit": "người"}, y2026_Q3=317)
    rows = overview_rows(made)
    assert "So kế hoạch năm 2026 63,4%" in text_of(detail_head(rows[0], rows, [], shown_at("2026-Q3")))
    assert "63,4% KH năm" in text_of(indicator_table(rows, {"1": "off_track"}, {}, shown_at("2026-Q3")))


def test_the_goal_of_a_year_is_not_said_to_be_that_of_the_term() -> None:
    made = office(target={"value": 60}, y2025=40, y2026_Q3=41)
    made.wants_of_year(2026, 44)
    rows = overview_rows(made)
    versions = scenarios.versions_of_target(made.store, made.commune, "1", AT)
    head = text_of(detail_head(rows[0], rows, [], shown_at("2026-Q3"), versions=versions))
    assert "Mục tiêu ≥ 60% đến năm 2030" in head


def test_who_answers_for_a_target() -> None:
    people = {"joint_units": "Công an xã", "directing_leader": "Nguyễn Văn An", "officer": ""}
    made = office({"lead_unit": ""}, {"value": 60, **people}, y2025=40)
    rows = overview_rows(made)
    head = text_of(detail_head(rows[0], rows, [], shown_at("2026-Q3")))
    assert "Cơ quan chủ trì tham mưu chưa nhập Cơ quan phối hợp Công an xã Lãnh đạo chỉ đạo Nguyễn Văn An" in head
    assert "Cán bộ phụ trách" not in head


def test_the_target_that_holds_its_indicator_back_is_marked() -> None:
    """80 wanted of each, 83 and 70 reached: the second decides."""
    made = Office()
    for place, value in enumerate((83, 70), start=1):
        made.measures(f"m{place}")
        made.wants(f"1.{place}", f"m{place}", horizon="each_year", value=80, name_vi=f"Phần {place}")
        made.reports({"2026-Q3": value}, measure=f"m{place}")
    rows, shown = overview_rows(made), shown_at("2026-Q3")
    head = text_of(detail_head(rows[0], rows, [], shown))
    assert "Chỉ tiêu 1 gồm 2 chỉ tiêu thành phần" in head
    assert head.count("kéo lùi chỉ tiêu 1") == 1
    assert "1.2. Phần 2 ◆ Có nguy cơ không đạt kéo lùi chỉ tiêu 1" in head
    assert "chỉ đạt khi tất cả chỉ tiêu thành phần đều đạt; tình trạng chung: có nguy cơ không đạt." in head
    assert text_of(indicator_table(rows, {"1": "off_track"}, {}, shown)).count("kéo lùi chỉ tiêu 1") == 1


def test_a_target_that_is_its_indicator_holds_nothing_back() -> None:
    rows = overview_rows(office(target={"value": 60}, y2025=40, y2026_Q3=41))
    assert rows[0]["status"] == "off_track"
    assert "kéo lùi" not in indicator_table(rows, {"1": "off_track"}, {}, shown_at("2026-Q3"))
    assert "thành phần" not in detail_head(rows[0], rows, [], shown_at("2026-Q3"))


def test_indicators_are_counted_as_officials_do() -> None:
    statuses = ["met", "on_track", "exceeded", "behind", "no_report", "not_due"]
    said = text_of(lead(statuses, "quý III/2026"))
    assert "Đạt và vượt mốc 3/6 · chưa đạt mốc 1/6 · chưa đánh giá 2/6" in said


def test_at_the_end_nothing_is_of_a_milestone() -> None:
    said = text_of(lead(["met", "met_exceeded", "not_met"], "năm 2030", are_final=True))
    assert "Đạt và vượt 2/3 , không đạt 1/3" in said
    assert "mốc " not in said.replace("so với mốc", "")
    assert "chưa đánh giá 1/2" in text_of(lead(["met", "no_report"], "năm 2030", are_final=True))


@pytest.mark.parametrize(("period", "final"), [("2026", False), ("2030", True)])
def test_a_year_end_is_final_where_all_that_is_judged_is(period: str, final: bool) -> None:
    """In 2026 a line on the way and a goal of every year, in 2030 both for good."""
    made = Office()
    made.measures()
    made.wants("1", value=60)
    made.wants("2", value=40, horizon="each_year")
    made.reports({"2025": 40, "2026": 45, "2030": 61})
    assert are_all_final(overview_rows(made, period)) is final
    assert are_all_final([]) is False
