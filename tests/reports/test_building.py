"""Whose report it is and of which occasion; what is refused."""

from __future__ import annotations

import pytest

from indicators.errors import PeriodEmpty, PlanMissing, UnitUnknown
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.reports import Asked, Letterhead, Occasion, Report, build_report
from indicators.wording.refusals import sentence
from indicators.wording.statuses import Tally
from tests.history import COMMUNE, history
from tests.judging.office import AFTER_ALL, Office, office
from tests.reports.desk import report_of

MIDTERM_SUBJECT = (
    "Đánh giá giữa nhiệm kỳ kết quả thực hiện các chỉ tiêu kinh tế - xã hội giai đoạn 2026-2030"
    " (số liệu đến hết năm 2026)"
)


def two_units() -> Office:
    """Kinh tế leads 1 and 2, works on 3 beside Trạm Y tế; Công an leads 3."""
    made = Office()
    made.measures("a")
    made.measures("b")
    made.measures("c", lead_unit="Công an xã")
    made.wants("1", "a", horizon="each_year", indicator="1")
    made.wants("2", "b", horizon="each_year", indicator="2")
    made.wants("3", "c", horizon="each_year", indicator="2", joint_units="Phòng Kinh tế; Trạm Y tế")
    made.reports({"2026-Q3": 100}, on="2026-10-03T08:00", measure="a")
    return made


def test_a_unit_reports_what_it_leads_and_names_what_it_works_on() -> None:
    """Indicator 2 stands as all its targets let it: the unit's own as well as Công an's have no report."""
    found = report_of(two_units(), "2026-Q3", unit="  phòng kinh TẾ ")
    assert [(group.name_vi, [line.row["target"] for line in group.lines]) for group in found.groups] == [
        ("Kinh tế", ["1", "2"]),
        ("Chỉ tiêu phối hợp thực hiện", ["3"]),
    ]
    assert found.tally == Tally(1, 0, 1)
    assert found.summary_vi[0] == "Phòng Kinh tế chủ trì 2 chỉ tiêu thành phần, phối hợp 1 chỉ tiêu thành phần."
    assert found.subject_vi.endswith("quý III/2026, phần do Phòng Kinh tế chủ trì")


def test_a_unit_that_only_works_jointly_has_a_report_of_that() -> None:
    found = report_of(two_units(), "2026-Q3", unit="Trạm Y tế")
    assert [line.row["target"] for group in found.groups for line in group.lines] == ["3"]
    assert (found.tally.total, len(found.summary_vi)) == (0, 1)


def test_what_a_unit_works_on_is_left_out_where_it_is_not_asked_for() -> None:
    found = _narrowed(two_units(), unit="Phòng Kinh tế", with_joint=False)
    assert _targets(found) == ["1", "2"]
    assert found.summary_vi[0] == "Phòng Kinh tế chủ trì 2 chỉ tiêu thành phần."


def test_a_group_reports_its_own_targets_alone() -> None:
    """Indicator 1 is on its path, 2 has no report: neither is counted where only the other's group is asked for."""
    made = Office()
    made.measures("a")
    made.measures("b")
    made.wants("1", "a", horizon="each_year", indicator="1")
    made.wants("2", "b", horizon="each_year", indicator="2", group_vi="Xã hội")
    made.reports({"2026-Q3": 100}, on="2026-10-03T08:00", measure="a")
    found = _narrowed(made, group_vi="Kinh tế")
    assert (_targets(found), found.tally) == (["1"], Tally(1, 0, 0))
    assert found.subject_vi.endswith("nhóm chỉ tiêu «Kinh tế»")


def _narrowed(made: Office, **scope: object) -> Report:
    asked = Asked(made.commune, parse_period("2026-Q3"), parse_as_of(AFTER_ALL), **scope)  # type: ignore[arg-type]
    return build_report(made.store, asked, Letterhead())


def _targets(report: Report) -> list[str]:
    return [line.row["target"] for group in report.groups for line in group.lines]


def test_an_unknown_unit_is_told_those_there_are() -> None:
    with pytest.raises(UnitUnknown) as refused:
        report_of(two_units(), "2026-Q3", unit="Phòng Y tế")
    assert sentence(refused.value) == (
        "Không có cơ quan, đơn vị «Phòng Y tế» trong kế hoạch của kỳ."
        " Các cơ quan, đơn vị đang có: Phòng Kinh tế; Công an xã; Trạm Y tế."
    )


def test_a_period_without_data_is_refused_naming_the_newest() -> None:
    with pytest.raises(PeriodEmpty) as refused:
        report_of(two_units(), "2026-Q4")
    assert sentence(refused.value) == (
        "Chưa có số liệu nào của quý IV/2026 nên chưa lập được báo cáo. Số liệu gần nhất là của quý III/2026."
    )
    with pytest.raises(PeriodEmpty) as refused:
        report_of(office(), "2026-Q4")
    assert sentence(refused.value).endswith("xã chưa có số liệu nào của giai đoạn: hãy nhập số liệu trước.")


def test_an_earlier_yes_alone_is_no_data_of_the_period() -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1}, y2026_Q2=1)
    with pytest.raises(PeriodEmpty):
        report_of(made, "2026-Q3")


def test_what_was_not_known_at_the_moment_is_not_reported() -> None:
    with pytest.raises(PeriodEmpty):
        report_of(two_units(), "2026-Q3", "2026-10-02")


def test_a_commune_without_a_plan_has_no_report() -> None:
    asked = Asked("khong_co", parse_period("2026-Q3"), parse_as_of("2026-10-20"))
    with pytest.raises(PlanMissing):
        build_report(office().store, asked, Letterhead())


@pytest.mark.parametrize(
    ("period", "occasion", "subject"),
    [
        ("2026-Q3", Occasion.PERIOD, "Kết quả thực hiện các chỉ tiêu kinh tế - xã hội quý III/2026"),
        ("2026", Occasion.YEAR, "Sơ kết kết quả thực hiện các chỉ tiêu kinh tế - xã hội năm 2026"),
        (
            "2026-Q3",
            Occasion.YEAR,
            "Sơ kết kết quả thực hiện các chỉ tiêu kinh tế - xã hội năm 2026 (số liệu đến hết quý III/2026)",
        ),
        (
            "2026",
            Occasion.MIDTERM,
            MIDTERM_SUBJECT,
        ),
        ("2030", Occasion.TERM, "Tổng kết kết quả thực hiện các chỉ tiêu kinh tế - xã hội giai đoạn 2026-2030"),
    ],
)
def test_the_subject_says_what_the_report_is_for(period: str, occasion: Occasion, subject: str) -> None:
    made = office()
    made.reports({"2026-Q3": 50, "2026": 50, "2030": 50}, on="2031-01-03T08:00")
    assert report_of(made, period, occasion=occasion).subject_vi == subject


def test_a_period_looks_at_what_is_and_a_review_ahead() -> None:
    made = office(target={"horizon": "each_year", "value": 40}, y2026_Q3=50)
    assert report_of(made, "2026-Q3").expected == ()
    assert len(report_of(made, "2026-Q3", occasion=Occasion.MIDTERM).expected) == 1


def test_a_review_says_what_is_met_will_be_and_will_not_be() -> None:
    """Of each verdict the figures of `forecasts`; what cannot be said has its reason."""
    asked = Asked(COMMUNE, parse_period("2028-Q2"), parse_as_of("2028-07-10"), Occasion.MIDTERM)
    found = {one.row["target"]: one for one in build_report(history(), asked, Letterhead()).expected}
    assert len(found) == 30
    water, budget, recognised, jobs = found["17"], found["1"], found["8"], found["16.2"]
    assert (water.verdict, water.needed_vi) == ("will_miss", "mỗi quý còn lại cần tăng 0,58\u00a0điểm %")
    assert water.forecast_vi == (
        "Dự báo đến hết năm 2030: 99,9% (khoảng tin cậy 80%: 95,6% - 100,0%); so với mục tiêu ≥ 100%: dự báo không đạt."
    )
    assert budget.forecast_vi.startswith("Dự báo bình quân các năm 2026-2030: 103,0%")
    assert (recognised.verdict, recognised.forecast_vi, recognised.needed_vi) == ("met", "Kết quả cuối cùng: Đạt.", "")
    assert (jobs.verdict, jobs.forecast_vi) == ("unknown", "")
    assert jobs.reason_vi == "Chỉ tiêu tính riêng cho một năm chưa đến nên chưa dự báo."


def test_what_was_missed_for_good_is_not_forecast() -> None:
    made = office(target={"last_year": 2026, "value": 60}, y2025=30)
    made.reports({"2026": 50}, on="2027-01-03T08:00")
    [found] = report_of(made, "2026", occasion=Occasion.YEAR).expected
    assert (found.verdict, found.forecast_vi, found.reason_vi) == ("will_miss", "Kết quả cuối cùng: Không đạt.", "")
